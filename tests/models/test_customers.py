"""Contacts and companies: written, merged, taken back, and what their history says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.commands import Command, Delete, MergeRecords, Put, UnmergeRecord
from models.errors import Refused
from models.lookalikes import marked_words
from models.queries.customers import record_history
from tests.helpers.local import LocalDesk

ANNA_P = {"name": "Anna Petrova", "email": "anna@corp.example", "phone": "+7 912 555-01-01"}
ANYA_P = {"name": "Аня Петрова", "email": "anya@home.example", "phone": "8 912 555 01 01"}


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path / "anna")
    made.put("contact", id="anna-p", other_emails='["a.petrova@corp.example"]', **ANNA_P)
    made.put("contact", id="anya-p", other_emails="[]", **ANYA_P)
    made.put("company", id="north", name="Northwind", domains='["northwind.example"]')
    made.put("company", id="nw", name="NW Ltd", domains='["nw.example"]', plan="gold")
    return made


def do(desk: LocalDesk, command: Command) -> Command:
    inverse = desk.do(command).inverse
    assert inverse is not None
    return inverse


def history(desk: LocalDesk, id: str) -> list[tuple[Any, ...]]:
    rows = record_history(desk.store, "contact", id)
    return [(row.what, row.old, row.new) for row in rows]


def test_a_change_is_told_field_by_field(desk: LocalDesk) -> None:
    back = do(desk, Put(entity="contact", id="anna-p", set={"title": "CFO", "company_id": "north"}))
    assert set(history(desk, "anna-p")) == {
        ("title", None, "CFO"),
        ("company_id", None, "Northwind"),
    }
    desk.do(back)
    assert ("title", "CFO", None) in history(desk, "anna-p")
    assert desk.row("contact", "anna-p")["company_id"] is None


def test_what_is_made_deleted_and_brought_back_is_told(desk: LocalDesk) -> None:
    desk.do(Put(entity="contact", id="new", set={"name": "Ivan"}))
    back = do(desk, Delete(entity="contact", id="new"))
    desk.do(back)
    assert {what for what, _, _ in history(desk, "new")} == {"created", "deleted", "restored"}


def test_a_merge_unites_addresses_and_takes_the_chosen_values(desk: LocalDesk) -> None:
    chosen = {"email": ANYA_P["email"], "title": "CFO"}
    back = do(desk, MergeRecords(entity="contact", id="anya-p", into_id="anna-p", set=chosen))
    whole = desk.row("contact", "anna-p")
    assert (whole["email"], whole["title"]) == (ANYA_P["email"], "CFO")
    assert json.loads(whole["other_emails"]) == ["a.petrova@corp.example", ANNA_P["email"]]
    assert desk.row("contact", "anya-p")["merged_into"] == "anna-p"
    again = do(desk, back)
    whole = desk.row("contact", "anna-p")
    assert (whole["email"], whole["title"]) == (ANNA_P["email"], "")
    assert json.loads(whole["other_emails"]) == ["a.petrova@corp.example"]
    assert desk.row("contact", "anya-p")["merged_into"] is None
    desk.do(again)
    assert desk.row("contact", "anya-p")["merged_into"] == "anna-p"
    assert desk.row("contact", "anna-p")["title"] == "CFO"


def test_what_the_one_that_stays_lacks_comes_from_the_other(desk: LocalDesk) -> None:
    lacks = {"title": "CFO", "nickname": "Аня", "language": "ru", "phone": "112"}
    desk.do(Put(entity="contact", id="anya-p", set=lacks))
    merge = MergeRecords(entity="contact", id="anya-p", into_id="anna-p", set={"language": ""})
    back = do(desk, merge)
    row = desk.row("contact", "anna-p")
    assert (row["title"], row["nickname"], row["language"]) == ("CFO", "Аня", "")
    assert row["phone"] == ANNA_P["phone"]
    desk.do(back)
    row = desk.row("contact", "anna-p")
    assert (row["title"], row["nickname"]) == ("", "")


def test_taking_a_merge_back_keeps_what_was_written_since(desk: LocalDesk) -> None:
    chosen = {"title": "CFO", "phone": "112"}
    back = do(desk, MergeRecords(entity="contact", id="anya-p", into_id="anna-p", set=chosen))
    desk.do(Put(entity="contact", id="anna-p", set={"title": "CEO"}))
    desk.do(back)
    row = desk.row("contact", "anna-p")
    assert (row["title"], row["phone"]) == ("CEO", ANNA_P["phone"])


def test_a_chain_of_merges_leads_to_the_last_one_and_comes_apart(desk: LocalDesk) -> None:
    desk.put("contact", id="third", name="Anna P.", other_emails="[]")
    desk.do(MergeRecords(entity="contact", id="third", into_id="anya-p"))
    back = do(desk, MergeRecords(entity="contact", id="anya-p", into_id="anna-p"))
    assert desk.row("contact", "third")["merged_into"] == "anna-p"
    desk.do(back)
    assert desk.row("contact", "third")["merged_into"] == "anya-p"


def test_merging_both_ways_makes_no_circle(desk: LocalDesk) -> None:
    desk.do(MergeRecords(entity="contact", id="anya-p", into_id="anna-p"))
    desk.do(MergeRecords(entity="contact", id="anna-p", into_id="anya-p", set={"title": "CFO"}))
    assert desk.row("contact", "anna-p")["merged_into"] is None
    assert desk.row("contact", "anna-p")["title"] == "CFO"


def test_what_is_written_on_the_merged_one_arrives_at_the_other(desk: LocalDesk) -> None:
    desk.do(MergeRecords(entity="contact", id="anya-p", into_id="anna-p"))
    desk.do(Put(entity="contact", id="anya-p", set={"title": "Head of sales"}))
    assert desk.row("contact", "anna-p")["title"] == "Head of sales"
    assert desk.row("contact", "anya-p")["title"] == ""


def test_companies_unite_their_domains(desk: LocalDesk) -> None:
    desk.do(MergeRecords(entity="company", id="nw", into_id="north", set={"plan": "gold"}))
    row = desk.row("company", "north")
    assert json.loads(row["domains"]) == ["northwind.example", "nw.example"]
    assert row["plan"] == "gold"


@pytest.mark.parametrize(
    "command",
    [
        MergeRecords(entity="tag", id="a", into_id="b"),
        MergeRecords(entity="contact", id="anna-p", into_id="anna-p"),
        MergeRecords(entity="contact", id="nobody", into_id="anna-p"),
        MergeRecords(entity="contact", id="anya-p", into_id="anna-p", set={"rev": 7}),
        UnmergeRecord(entity="contact", id="anna-p"),
        Put(entity="contact", id="anna-p", set={"merged_into": "anya-p"}),
        Put(entity="contact", id="anna-p", set={"name": "Ж" * 10_000}),
        Put(entity="company", id="nw", set={"note": "x" * 30_000}),
        Put(entity="contact", id="anna-p", set={"other_emails": "{}"}),
    ],
)
def test_what_can_not_be_is_refused_with_a_sentence(desk: LocalDesk, command: Command) -> None:
    with pytest.raises(Refused) as refused:
        desk.do(command)
    assert refused.value.sentence.endswith(".")
    assert desk.row("contact", "anna-p")["name"] == ANNA_P["name"]


@pytest.mark.parametrize("name", ["שרה-לאה לוי", "محمد عبد الله", "O'Brien", "🦊", "d\u200bx"])
def test_a_name_in_any_script_is_kept_as_it_is(desk: LocalDesk, name: str) -> None:
    desk.do(Put(entity="contact", id="anna-p", set={"name": name}))
    assert desk.row("contact", "anna-p")["name"] == name


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("gmаil.com", ["gmаil"]),
        ("Аdministrator", ["Аdministrator"]),
        ("Mapия Ивaнoвa", ["Mapия", "Ивaнoвa"]),
        ("Мария Орлова", []),
        ("Peter Hale, Петър", []),
        ("ｐaypal", ["ｐaypal"]),
        ("abc\u202egnp.exe", ["\u202e"]),
        ("שרה לוי", []),
    ],
)
def test_words_that_mix_alphabets_are_marked(text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marked_words(text)] == marked
