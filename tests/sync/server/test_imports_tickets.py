"""``import tickets``: what a row becomes, and what happens to rows that are none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from models.clock import wall_ms
from models.richtext import to_plain
from tests.helpers.server_cli import Cli

Row = dict[str, Any]
NINE_MS = 1_767_258_000_000  # 2026-01-01T09:00:00Z
HOUR_MS = 3_600_000


def ticket(id: str | int = "1", **given: Any) -> Row:
    row: Row = {"id": id, "source": "old-desk", "subject": "Printer", "body": "It hums."}
    row |= {"body_format": "text", "language": "en", "category": None, "priority": None}
    row |= {"requester": "Amy Lewis <amy@northwind.example>", "created_at": "2026-01-01T09:00:00Z"}
    return {**row, "comments": [], "extra": {}, **given}


def write(path: Path, *rows: Row | bytes) -> Path:
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tickets.ndjson"


def one(cli: Cli, table: str, columns: str) -> tuple[object, ...]:
    [row] = cli.rows(f"SELECT {columns} FROM {table}")
    return row


def test_a_second_import_adds_nothing(cli: Cli, file: Path) -> None:
    write(file, ticket("1"), ticket("2"), ticket("1"))
    assert cli("import", "tickets", file) == 0
    assert cli.out == "tickets: 2 added, 1 already here, 0 refused\n"
    head = cli.rows("SELECT seq FROM stream_head")
    assert cli("import", "tickets", file) == 0
    assert cli.out == "tickets: 0 added, 3 already here, 0 refused\n"
    assert cli.rows("SELECT seq FROM stream_head") == head
    assert cli.rows("SELECT name FROM queue") == [("Inbox",)]


def test_the_same_id_of_another_source_is_another_ticket(cli: Cli, file: Path) -> None:
    write(file, ticket("1"), ticket("1", source="other-desk"))
    assert cli("import", "tickets", file, "--queue", "Second line") == 0
    assert cli.count("ticket") == 2
    assert cli.rows("SELECT name FROM queue") == [("Second line",)]


def test_the_parts_of_a_row_arrive(cli: Cli, file: Path) -> None:
    extra = {"tags": ["b", "a"], "labels": ["c", " "], "channel": "E-mail", "product": "X1"}
    comments = [
        {"author": "Boris", "body": "Look at the drum.", "internal": True},
        {"author": "Boris", "body": "Please try again.", "created_at": "2026-01-01T10:00:00Z"},
        {"author": "AMY LEWIS", "body": "Works.", "created_at": "2026-01-01T11:00:00Z"},
    ]
    row = ticket(category="hardware", priority="high", extra=extra, comments=comments)
    assert cli("import", "tickets", write(file, row)) == 0
    columns = "subject, status, priority, channel, product, tags, created_at_ms, date_guessed"
    expected = ("Printer", "open", "high", "email", "X1", '["a", "b", "c"]', NINE_MS, 0)
    assert one(cli, "ticket", columns) == expected
    assert one(cli, "category", "key") == ("hardware",)
    assert one(cli, "contact", "name, email") == ("Amy Lewis", "amy@northwind.example")
    kinds = cli.rows("SELECT kind, author_name FROM message ORDER BY id")
    names = [("customer", "Amy Lewis"), ("note", "Boris"), ("reply", "Boris")]
    assert kinds == [*names, ("customer", "AMY LEWIS")]
    assert one(cli, "event", "what, new, at_ms") == ("created", "email", NINE_MS)
    number, first_reply = one(cli, "ticket", "number, first_reply_at_ms")
    assert (number, first_reply) == (1, NINE_MS + HOUR_MS)


@pytest.mark.parametrize(
    "text",
    [
        "one\r\ntwo\r\n",
        "  spaces  kept\t",
        "<b>not bold</b> & so on",
        "a\u2028b\u0085c\x0bd",
        "\n\n",
    ],
)
def test_plain_text_comes_back_as_it_was(cli: Cli, file: Path, text: str) -> None:
    comments = [{"author": "x", "body": text, "internal": False}]
    assert cli("import", "tickets", write(file, ticket(body=text, comments=comments))) == 0
    for html, original in cli.rows("SELECT html, source_text FROM message"):
        assert to_plain(str(html)) == text.replace("\r\n", "\n")
        assert original is None


def test_html_and_markdown_keep_their_original(cli: Cli, file: Path) -> None:
    html = '<p onclick="x()">Hi <b>there</b></p><script>1</script>'
    write(
        file,
        ticket("h", body=html, body_format="html"),
        ticket("m", body="**Hi** there", body_format="markdown"),
    )
    assert cli("import", "tickets", file) == 0
    rows = cli.rows("SELECT html, source_text FROM message ORDER BY id")
    assert rows == [
        ("<p>Hi <b>there</b></p>", html),
        ("<p><b>Hi</b> there</p>", "**Hi** there"),
    ]


def test_a_ticket_without_a_date_has_the_time_of_the_import(cli: Cli, file: Path) -> None:
    before = wall_ms()
    comments = [{"author": "agent", "body": "Done.", "created_at": "2023-06-01 06:41:12"}]
    rows = [ticket("1", created_at=None), ticket("2", created_at=None, comments=comments)]
    assert cli("import", "tickets", write(file, *rows)) == 0
    for created_ms, guessed in cli.rows("SELECT created_at_ms, date_guessed FROM ticket"):
        assert before <= int(str(created_ms)) <= wall_ms()
        assert guessed == 1
    kinds = cli.rows("SELECT kind FROM message WHERE source_id LIKE '2#%' ORDER BY at_ms, id")
    assert kinds == [("customer",), ("reply",)], "the question stands before its answer"


def test_times_without_a_zone_are_in_the_zone_given(cli: Cli, file: Path) -> None:
    rows = [
        ticket("1", created_at="2026-01-01T11:00:00"),
        ticket("2", created_at="2026-01-01T09:00:00+00:00"),
        ticket("3", created_at="2026-01-01"),
    ]
    assert cli("import", "tickets", write(file, *rows), "--timezone", "Europe/Sofia") == 0
    found = [row[0] for row in cli.rows("SELECT created_at_ms FROM ticket ORDER BY number")]
    assert found == [NINE_MS, NINE_MS, NINE_MS - 11 * HOUR_MS]


def test_an_unknown_zone_is_a_usage_error(cli: Cli, file: Path) -> None:
    assert cli("import", "tickets", write(file, ticket()), "--timezone", "Mars/Base") == 2
    assert "Mars/Base" in cli.err


def happening(hour: int, state: str, **more: Any) -> Row:
    return {"at": f"2026-01-01T{hour}:00:00Z", "state": state, "by": "Boris", **more}


@pytest.mark.parametrize(
    ("states", "status"),
    [
        (["New", "Resolved"], "done"),
        (["New", "Closed"], "done"),
        (["Resolved", "Active"], "open"),
        ([], "open"),
    ],
)
def test_the_last_event_decides_the_status(
    cli: Cli, file: Path, states: list[str], status: str
) -> None:
    events = [happening(10 + index, state) for index, state in enumerate(states)]
    assert cli("import", "tickets", write(file, ticket(extra={"events": events}))) == 0
    assert one(cli, "ticket", "status") == (status,)


def test_events_become_history(cli: Cli, file: Path) -> None:
    events = [
        happening(10, "New", group="Net"),
        happening(11, "New", group="Net"),
        happening(12, "Resolved", group="Net", assignee="Dora", reopen=2, reassign=3),
        happening(13, "Closed", group="Net", assignee="Dora"),
    ]
    row = ticket(body=None, extra={"events": events, "status": "open"})
    assert cli("import", "tickets", write(file, row)) == 0
    history = cli.rows("SELECT what, old, new FROM event ORDER BY at_ms, id")
    assert history == [
        ("created", None, "email"),
        ("state", None, "New"),
        ("group", None, "Net"),
        ("updated", None, "New"),
        ("state", "New", "Resolved"),
        ("assignee", None, "Dora"),
        ("state", "Resolved", "Closed"),
    ]
    columns = "solved_at_ms, reopen_count, handover_count"
    assert one(cli, "ticket", columns) == (NINE_MS + 3 * HOUR_MS, 2, 3)
    assert cli.count("message") == 0


def test_requesters_are_found_again(cli: Cli, file: Path) -> None:
    write(
        file,
        ticket("1", requester="Amy Lewis <amy@northwind.example>"),
        ticket("2", requester="A. Lewis <AMY@northwind.example>"),
        ticket("3", requester="Caller 7"),
        ticket("4", requester="Caller 7"),
        ticket("5", requester="Caller 7", source="other-desk"),
        ticket("6", requester="bare@northwind.example"),
        ticket("7", requester=None),
    )
    assert cli("import", "tickets", file) == 0
    write(file, ticket("8", requester="Caller 7"), ticket("9"))
    assert cli("import", "tickets", file) == 0
    names = cli.rows("SELECT c.name FROM ticket t JOIN contact c ON c.id = t.requester_id")
    assert len(names) == 8
    contacts = sorted(str(row[0]) for row in cli.rows("SELECT name FROM contact"))
    assert contacts == ["Amy Lewis", "Caller 7", "Caller 7", "bare@northwind.example"]


def test_companies_by_name_and_by_domain(cli: Cli, file: Path, tmp_path: Path) -> None:
    companies: list[Row | bytes] = [
        {"id": "n", "name": "Northwind Ltd", "domains": ["northwind.example"]},
        {"id": "g", "name": "Greedy", "domains": ["gmail.com"]},
        {"id": "o", "name": "Off", "domains": ["off.example"], "domain_assignment": False},
    ]
    assert cli("import", "people", write(tmp_path / "companies.ndjson", *companies)) == 0
    asked = ["amy@Northwind.example", "b@gmail.com", "c@off.example", "d@sub.northwind.example"]
    rows = [ticket(str(n), requester=f"P <{address}>") for n, address in enumerate(asked)]
    explicit = ticket("e", requester="E <e@northwind.example>", extra={"company": "marlow"})
    assert cli("import", "tickets", write(file, *rows, explicit)) == 0
    found = cli.rows(
        "SELECT k.name FROM ticket t LEFT JOIN company k ON k.id = t.company_id ORDER BY t.number"
    )
    assert [row[0] for row in found] == ["Northwind Ltd", None, None, None, "marlow"]


def test_comments_of_agents_are_theirs(cli: Cli, file: Path) -> None:
    arguments = ("user", "add", "boris", "--name", "Boris Hill", "--password-stdin")
    assert cli(*arguments, stdin="a long password") == 0
    comments = [{"author": "boris hill", "body": "Done.", "internal": False}]
    events = [happening(10, "Active", assignee="boris")]
    row = ticket(comments=comments, extra={"events": events})
    assert cli("import", "tickets", write(file, row)) == 0
    [(agent,)] = cli.rows("SELECT id FROM agent")
    assert cli.rows("SELECT author_id FROM message WHERE kind = 'reply'") == [(agent,)]
    assert one(cli, "ticket", "assignee_id") == (agent,)


BAD = {
    "no JSON": (b'{"id": "x", ', "not valid JSON"),
    "no object": (b"[1, 2]", "expected object"),
    "invalid UTF-8": (b'{"id": "x", "source": "s", "subject": "\xff\xfe"}', "not valid UTF-8"),
    "a large subject": (json.dumps(ticket(subject="x" * 5_000_000)).encode(), "subject: "),
    "the year 0": (json.dumps(ticket(created_at="0000-01-01T00:00:00Z")).encode(), "is no date"),
    "the year 1": (json.dumps(ticket(created_at="0001-01-01T00:00:00Z")).encode(), "outside 1970"),
    "no id": (json.dumps({"source": "s", "subject": "x"}).encode(), "id"),
    "no source": (json.dumps({"id": "1", "subject": "x"}).encode(), "source"),
    "an id that is a number": (json.dumps(ticket(id=7)).encode(), "id: expected str"),
    "comments that are text": (json.dumps(ticket(comments="none")).encode(), "comments: "),
    "an unknown priority": (json.dumps(ticket(priority="blue")).encode(), "priority: "),
    "a comment's date": (
        json.dumps(ticket(comments=[{"body": "x", "created_at": "yesterday"}])).encode(),
        "“yesterday” is no date",
    ),
    "a huge body": (json.dumps(ticket(body="x" * (5 << 20))).encode(), "body: larger than 4 MB"),
    "a huge line": (b'{"id": "' + b"x" * (17 << 20) + b'"}', "longer than 16 MB"),
    "deep nesting": (b'{"extra": {"events": ' + b"[" * 100_000, "extra.events"),
}


def test_bad_rows_are_refused_one_by_one_and_the_rest_goes_on(cli: Cli, file: Path) -> None:
    rows: list[Row | bytes] = [ticket("first", language="tlh-Klingon-unknown")]
    for data, _ in BAD.values():
        rows.append(data)
    rows += [b"", ticket("last", language=None)]
    assert cli("import", "tickets", write(file, *rows)) == 5
    refused = cli.err.splitlines()
    assert len(refused) == len(BAD)
    for number, (line, (name, (_, reason))) in enumerate(zip(refused, BAD.items(), strict=True)):
        assert line.startswith(f"row {number + 2}: "), (name, line[:200])
        assert reason in line, (name, line[:200])
        assert len(line) < 300
    assert cli.count("ticket") == 2
    assert cli.out == f"tickets: 2 added, 0 already here, {len(BAD)} refused\n"


def test_half_an_emoji_and_a_nul_do_not_cost_the_row(cli: Cli, file: Path) -> None:
    row = json.dumps(ticket(subject="A\x00B \ud83d", body="\ud83d x")).encode()
    assert cli("import", "tickets", write(file, row)) == 0
    assert one(cli, "ticket", "subject") == ("A\ufffdB \ufffd",)


def test_a_cut_gzip_gives_what_came_before(cli: Cli, file: Path) -> None:
    whole = b"".join(
        json.dumps(ticket(str(n), body=f"{n} " * 50)).encode() + b"\n" for n in range(2_000)
    )
    packed = gzip.compress(whole)
    file.write_bytes(packed[: len(packed) // 2])
    assert cli("import", "tickets", file) == 5
    assert "the file breaks off here" in cli.err
    here = cli.count("ticket")
    assert 500 < here < 1_500
    file.write_bytes(packed)
    assert cli("import", "tickets", file) == 0
    assert cli.out == f"tickets: {2_000 - here} added, {here} already here, 0 refused\n"


def test_a_file_that_is_not_there_is_a_usage_error(cli: Cli, tmp_path: Path) -> None:
    assert cli("import", "tickets", tmp_path / "nothing.ndjson") == 2
    assert "nothing.ndjson" in cli.err
    assert cli("import", "tickets", tmp_path) == 2
    assert cli.count("queue") == 0


def test_a_file_of_windows_is_read(cli: Cli, file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(ticket()).encode() + b"\r\n")
    assert cli("import", "tickets", file) == 0
    assert cli.count("ticket") == 1


def test_each_ticket_is_a_step_of_its_own(cli: Cli, file: Path) -> None:
    write(file, *(ticket(str(n)) for n in range(450)))
    assert cli("import", "tickets", file) == 0
    assert cli.rows("SELECT COUNT(DISTINCT seq) FROM change WHERE kind = 'ticket'") == [(450,)]
    split = (
        "SELECT COUNT(*) FROM change m JOIN change t ON t.ent = m.parent AND t.scope = m.scope "
        "WHERE m.kind IN ('message', 'event') AND m.seq <> t.seq"
    )
    assert cli.rows(split) == [(0,)]
    order = cli.rows(
        "SELECT t.number FROM change c JOIN ticket t ON t.id = c.ent "
        "WHERE c.kind = 'ticket' ORDER BY c.seq"
    )
    assert [row[0] for row in order] == list(range(1, 451))
    unlined = (
        "SELECT COUNT(*) FROM message m WHERE NOT EXISTS (SELECT 1 FROM change c "
        "WHERE c.kind = 'message' AND c.ent = m.id AND c.scope = m.scope)"
    )
    assert cli.rows(unlined) == [(0,)]
