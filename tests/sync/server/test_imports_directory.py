"""``import people`` and ``import articles``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.queries.people import company_for_email
from models.richtext import to_plain
from tests.helpers.server_cli import Cli

Row = dict[str, Any]
COMPANY = {"id": "c1", "name": "АО «Вега»", "domains": ["vega.example"], "sla": "gold"}
PERSON = {
    "id": "u1",
    "display_name": "Анна Ильина",
    "latin_name": "Anna Ilina",
    "email": "anna@vega.example",
    "other_emails": ["a.ilina@post.example"],
    "company": "c1",
    "role": "customer",
    "job": "юрист",
    "language": "ru",
    "phone": "+7 900 000-00-00",
    "active": False,
    "nickname": "Аня",
    "patronymic": None,
}
WHO = "SELECT c.name, c.email, c.title, c.active, k.name, k.plan FROM contact c "
WHO += "LEFT JOIN company k ON k.id = c.company_id"
ANNA = ("Анна Ильина", "anna@vega.example", "юрист", 0, "АО «Вега»", "gold")


def write(path: Path, *rows: Row) -> Path:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("order", [(COMPANY, PERSON), (PERSON, COMPANY)])
def test_people_find_their_company_in_any_order(
    cli: Cli, tmp_path: Path, order: tuple[Row, ...]
) -> None:
    for row in order:
        assert cli("import", "people", write(tmp_path / "p.ndjson", row)) == 0
    assert cli.rows(WHO) == [ANNA]
    assert cli("import", "people", write(tmp_path / "p.ndjson", *order)) == 0
    assert cli.out == "people: 0 added, 2 already here, 0 refused\n"


def test_whom_a_ticket_made_becomes_the_person_of_the_file(cli: Cli, tmp_path: Path) -> None:
    ticket: Row = {"id": "1", "source": "s", "requester": "Anna <ANNA@vega.example>"}
    ticket |= {"extra": {"company": "ао «вега»"}}
    assert cli("import", "tickets", write(tmp_path / "t.ndjson", ticket)) == 0
    assert cli("import", "people", write(tmp_path / "p.ndjson", COMPANY, PERSON)) == 0
    assert cli.out == "people: 2 added, 0 already here, 0 refused\n"
    assert cli.rows(WHO) == [ANNA]
    asked = cli.rows(
        "SELECT c.name, k.name FROM ticket t JOIN contact c ON c.id = t.requester_id "
        "JOIN company k ON k.id = t.company_id"
    )
    assert asked == [("Анна Ильина", "АО «Вега»")]


def test_people_that_are_none_are_refused(cli: Cli, tmp_path: Path) -> None:
    rows: list[Row] = [
        {"id": "x"},
        PERSON,
        {"display_name": "No id"},
        {"id": "y", "name": ["list"]},
    ]
    assert cli("import", "people", write(tmp_path / "p.ndjson", *rows)) == 5
    assert [line.split(":")[0] for line in cli.err.splitlines()] == ["row 1", "row 3", "row 4"]
    assert cli.count("contact") == 1


@pytest.mark.parametrize(
    ("domains", "email", "expected"),
    [
        (["vega.example"], "x@VEGA.Example", True),
        ([" @Vega.Example "], "x@vega.example", True),
        (["вега.example"], "x@xn--80addh.example", True),
        (["vega.example"], "x@vega.example.", True),
        (["vega.example"], "x@mail.vega.example", False),
        (["vega.example"], "x@vega.example.evil.example", False),
        (["vega.example"], "x@vеga.example", False),  # a Cyrillic е
        (["gmail.com"], "x@gmail.com", False),
        (["vega.example"], "@vega.example", False),
        (["vega.example"], "a@b@vega.example", False),
        (["vega.example"], "", False),
        (["vega.example"], "x@.example", False),
    ],
)
def test_companies_by_domain(
    cli: Cli, tmp_path: Path, domains: list[str], email: str, expected: bool
) -> None:
    company = {**COMPANY, "domains": domains}
    assert cli("import", "people", write(tmp_path / "p.ndjson", company)) == 0
    with cli.store() as store:
        assert (company_for_email(store, email) is not None) is expected


def test_articles_of_a_file(cli: Cli, tmp_path: Path) -> None:
    first: Row = {
        "id": "a-en",
        "group": "a",
        "language": "en",
        "title": "VPN",
        "category": "network",
    }
    rows = [
        {**first, "format": "html", "body": "<h1>VPN</h1><script>x</script>"},
        {**first, "id": "b", "format": "markdown", "body": "# Two"},
        {**first, "id": "c", "format": "rst", "body": "Three\n=====\n\n``x``"},
        {**first, "id": "d", "format": "docx", "body": "x"},
        {**first, "id": "e", "title": None, "body": "x"},
    ]
    file = write(tmp_path / "kb.ndjson", *rows)
    assert cli("import", "articles", file) == 5
    assert [line.split(":")[0] for line in cli.err.splitlines()] == ["row 4", "row 5"]
    text = "SELECT title, category, audience, html, source_text FROM article ORDER BY source_id"
    html, markdown, rst = cli.rows(text)
    assert html == ("VPN", "network", "agents", "<h1>VPN</h1>", rows[0]["body"])
    assert markdown[3:] == ("<h1>Two</h1>", "# Two")
    assert to_plain(str(rst[3])) == rows[2]["body"]
    assert cli("import", "articles", file) == 5
    assert cli.out == "articles: 0 added, 3 already here, 2 refused\n"


def test_articles_of_a_folder(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    (folder / "network").mkdir(parents=True)
    (folder / "network" / "vpn-ru.md").write_text("Intro\n\n## Настройка **VPN**\n")
    (folder / "network" / "vpn-en.html").write_text("<title>VPN &amp; you</title><p>x</p>")
    (folder / "tabs.rst").write_text("Tabs\n====\n\ntext")
    (folder / "plain.txt").write_text("no heading")
    (folder / "broken.txt").write_bytes(b"\xff\xfe")
    (folder / "logo.png").write_bytes(b"x")
    assert cli("import", "articles", folder) == 5
    assert cli.err == "broken.txt: not valid UTF-8 (byte 1)\n"
    found = cli.rows("SELECT title, language, category, group_key FROM article ORDER BY source_id")
    assert found == [
        ("VPN & you", "en", "network", "network/vpn"),
        ("Настройка VPN", "ru", "network", "network/vpn"),
        ("plain", "", "", "plain"),
        ("Tabs", "", "", "tabs"),
    ]
    assert cli("import", "articles", folder) == 5
    assert cli.count("article") == 4


def test_an_empty_folder_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert cli("import", "articles", tmp_path / "empty") == 2
    assert "no article" in cli.err
