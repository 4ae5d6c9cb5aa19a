"""The whole corpus through ``deskside-server import``: counts, texts, and a second time."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.database import Store
from models.queries import plain
from models.queries.people import company_for_email
from models.richtext import to_plain
from sync.server.__main__ import main
from tests.corpus.data import data_dir, ndjson
from tests.helpers.cli import Deskside
from tests.helpers.desk import PASSWORD
from tests.helpers.server_cli import serving

DATA = data_dir()
Row = dict[str, Any]
TICKETS = {
    "banki_reviews_ru": 1_709,
    "consumer_products_en": 1_500,
    "ietf_issue_threads_en": 69,
    "multilang_support": 5_889,
    "synthetic_en_ru_bg": 1_035,
    "uci_incident_events": 5_399,
}
DIRECTORY = {"companies": 150, "people": 2_000}
ARTICLES, FILES = 935, 72
SUMMARY = re.compile(r"(\w+): (\d+) added, (\d+) already here, (\d+) refused")
PAGE, SHOWN_EACH = 1_000, 500


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store that everything was imported into once."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('corpus') / 'desk.db'}"
        fill(address)
        yield address
        return
    with request.getfixturevalue("postgres").fresh_database() as address:
        fill(address)
        yield address


def files() -> Iterator[tuple[str, Path, int]]:
    """(what, file, rows)."""
    for name, count in DIRECTORY.items():
        yield "people", DATA / "directory" / f"{name}.ndjson", count
    yield "articles", DATA / "kb" / "articles.ndjson.gz", ARTICLES
    yield "articles", DATA / "kb" / "files", FILES
    for name, count in TICKETS.items():
        yield "tickets", DATA / "tickets" / f"{name}.ndjson.gz", count


def fill(url: str) -> None:
    assert main(["init", "--store", url]) == 0
    for what, path, _ in files():
        assert main(["import", what, str(path), "--store", url]) == 0, path


def count(store: Store, table: str, where: str = "1 = 1") -> int:
    return int(store.sql(f"SELECT COUNT(*) FROM {table} WHERE {where}")[0][0])


def test_counts_equal_lines(url: str) -> None:
    with closing(Store.open(url, "server")) as store:
        by_source = dict(store.sql("SELECT source, COUNT(*) FROM ticket GROUP BY source"))
        assert sorted(by_source.values()) == sorted(TICKETS.values())
        assert sum(by_source.values()) == 15_601
        assert count(store, "contact", "source = 'directory'") == DIRECTORY["people"]
        assert count(store, "company", "source = 'directory'") == DIRECTORY["companies"]
        assert count(store, "article") == ARTICLES + FILES
        numbers = store.sql("SELECT COUNT(DISTINCT number), MIN(number), MAX(number) FROM ticket")
        assert numbers == [(15_601, 1, 15_601)]


def test_a_second_import_adds_nothing(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Store.open(url, "server")) as store:
        head = store.sql("SELECT seq FROM stream_head")
    capsys.readouterr()
    for what, path, rows in files():
        assert main(["import", what, str(path), "--store", url]) == 0
        found = SUMMARY.fullmatch(capsys.readouterr().out.strip())
        assert found is not None
        assert found.groups() == (what, "0", str(rows), "0"), path
    with closing(Store.open(url, "server")) as store:
        assert store.sql("SELECT seq FROM stream_head") == head


@pytest.mark.parametrize("name", TICKETS)
def test_every_text_is_kept_as_promised(url: str, name: str) -> None:
    with closing(Store.open(url, "server")) as store:
        for start, rows in pages(DATA / "tickets" / f"{name}.ndjson.gz"):
            check_page(store, rows, f"{name} {start}")


def pages(path: Path) -> Iterator[tuple[int, list[Row]]]:
    rows = list(ndjson(path))
    for start in range(0, len(rows), PAGE):
        yield start, rows[start : start + PAGE]


def check_page(store: Store, rows: list[Row], where: str) -> None:
    marks = ", ".join("?" for _ in rows)
    keys = [row["id"] for row in rows]
    tickets = store.sql(
        "SELECT source_id, subject, status, priority, language, date_guessed FROM ticket "
        f"WHERE source = ? AND source_id IN ({marks})",
        (rows[0]["source"], *keys),
    )
    assert len(tickets) == len(rows), where
    known = {ticket[0]: ticket[1:] for ticket in tickets}
    texts = messages(store, rows)
    for row in rows:
        done = bool(row["extra"].get("events")) and (
            row["extra"]["events"][-1]["state"] in ("Resolved", "Closed")
        )
        assert known[row["id"]] == (
            row["subject"] or "",
            "done" if done else "open",
            row["priority"] or "normal",
            row["language"] or "",
            int(row["created_at"] is None),
        ), row["id"]
        check_texts(row, texts.get(row["id"], []))


def messages(store: Store, rows: list[Row]) -> dict[str, list[tuple[Any, ...]]]:
    """(kind, html, original) of each ticket's messages, by the ticket's id in the source."""
    marks = ", ".join("?" for _ in rows)
    found = store.sql(
        "SELECT t.source_id, m.kind, m.html, m.source_text FROM ticket t "
        "JOIN message m ON m.ticket_id = t.id "
        f"WHERE t.source = ? AND t.source_id IN ({marks}) ORDER BY m.at_ms, m.id",
        (rows[0]["source"], *(row["id"] for row in rows)),
    )
    texts: dict[str, list[tuple[Any, ...]]] = {}
    for id, *message in found:
        texts.setdefault(id, []).append(tuple(message))
    return texts


def check_texts(row: Row, found: list[tuple[Any, ...]]) -> None:
    given: list[tuple[str, str, str | None]] = []
    if row["body"] is not None:
        given.append((row["body"], row["body_format"], "customer"))
    for comment in row["comments"]:
        form = "markdown" if row["body_format"] == "markdown" else "text"
        given.append((comment["body"], form, "note" if comment["internal"] else None))
    assert len(found) == len(given), row["id"]
    if given:
        assert found[0][0] == "customer", row["id"]
    kept = Counter(original or to_plain(html) for _, html, original in found)
    assert kept == Counter(body.replace("\r\n", "\n") for body, _, _ in given), row["id"]
    for kind, html, original in found:
        plain = [
            g for g in given if original is None and g[0].replace("\r\n", "\n") == to_plain(html)
        ]
        source = [g for g in given if g[0] == original and g[1] != "text"]
        kinds = {g[2] for g in plain or source}
        assert kind in kinds or (None in kinds and kind in ("reply", "customer")), row["id"]


def test_articles_keep_their_texts(url: str) -> None:
    with closing(Store.open(url, "server")) as store:
        rows = store.sql(
            "SELECT source_id, title, language, html, source_text, source_format "
            "FROM article WHERE source = 'articles'"
        )
    found = {row[0]: row[1:] for row in rows}
    for row in ndjson(DATA / "kb" / "articles.ndjson.gz"):
        title, language, html, original, form = found[row["id"]]
        assert (title, language, form) == (row["title"], row["language"], row["format"])
        assert (to_plain(html) if form == "rst" else original) == row["body"]
        assert html


def test_people_keep_their_names(url: str) -> None:
    with closing(Store.open(url, "server")) as store:
        rows = store.sql(
            "SELECT c.source_id, c.name, c.email, c.active, k.source_id FROM contact c "
            "LEFT JOIN company k ON k.id = c.company_id WHERE c.source = 'directory'"
        )
    found = {row[0]: row[1:] for row in rows}
    for row in ndjson(DATA / "directory" / "people.ndjson"):
        expected = (row["display_name"], row["email"], int(row["active"]), row["company"])
        assert found[row["id"]] == expected


def test_companies_by_domain(url: str) -> None:
    with closing(Store.open(url, "server")) as store:
        ids = dict(store.sql("SELECT id, source_id FROM company WHERE source = 'directory'"))
        for case in ndjson(DATA / "directory" / "domain_cases.ndjson"):
            if case.get("setup"):
                continue
            company_id = company_for_email(store, case["email"])
            found = ids.get(company_id) if company_id else None
            assert found == case["expected_company"], (case["email"], case["why"])


def test_a_step_is_never_torn(url: str) -> None:
    """All rows of a ticket have one position, and positions follow the order of the files."""
    with closing(Store.open(url, "server")) as store:
        torn = store.sql(
            "SELECT COUNT(*) FROM change c WHERE c.parent IS NOT NULL AND c.seq <> (SELECT t.seq "
            "FROM change t WHERE t.kind = 'ticket' AND t.ent = c.parent AND t.scope = c.scope)"
        )
        assert torn == [(0,)]
        ordered = store.sql(
            "SELECT t.number FROM change c JOIN ticket t ON t.id = c.ent "
            "WHERE c.kind = 'ticket' ORDER BY c.seq"
        )
    assert [row[0] for row in ordered] == list(range(1, 15_602))


def test_first_sync_brings_it_all_and_show_gives_every_text(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    person = ("user", "add", "anna", "--name", "Anna", "--role", "admin", "--password-stdin")
    assert main([*person, "--store", url]) == 0
    with serving(url, tmp_path) as server:
        anna = Deskside(tmp_path / "profile", server.url, "anna")
        anna.first()
    listed = anna("list", "--json").json
    assert Counter(ticket["source"] for ticket in listed) == Counter(
        {row["source"]: count for name, count in TICKETS.items() for row in first_row(name)}
    )
    ids = {(ticket["source"], ticket["source_id"]): ticket["id"] for ticket in listed}
    store = anna.store()
    assert count(store, "contact", "source = 'directory'") == DIRECTORY["people"]
    assert count(store, "article") == ARTICLES + FILES
    for name in TICKETS:
        for number, row in enumerate(ndjson(DATA / "tickets" / f"{name}.ndjson.gz")):
            id = ids[(row["source"], row["id"])]
            value = plain.ticket_value(store, id)
            if number % SHOWN_EACH == 0:
                assert anna("show", id, "--json").json == value
            check_texts(row, [(m["kind"], m["html"], m["source"]) for m in value["messages"]])
            texts = Counter(m["text"] for m in value["messages"] if m["source"] is None)
            given = Counter(to_lf(body) for body in plain_bodies(row))
            assert texts == given, row["id"]


def first_row(name: str) -> list[Row]:
    return ndjson(DATA / "tickets" / f"{name}.ndjson.gz")[:1]


def plain_bodies(row: Row) -> Iterator[str]:
    """Bodies whose ``text`` must come back as it went in."""
    if row["body"] is not None and row["body_format"] == "text":
        yield row["body"]
    if row["body_format"] != "markdown":
        yield from (comment["body"] for comment in row["comments"])


def to_lf(text: str) -> str:
    return text.replace("\r\n", "\n")
