from __future__ import annotations

import pytest

from models.queries.callers import call_lists, caller_in, callers, phone_tail, ticket_meant
from tests.models.queries.local_desk import LocalDesk


@pytest.fixture
def people(desk: LocalDesk) -> LocalDesk:
    desk.write("company", "nw", name="Northwind", domains='["northwind.example"]', by_domain=1)
    desk.write("company", "st", name="Склад", domains='["sklad.example"]', by_domain=1)
    peter = {"email": "peter.hale@northwind.example", "phone": "+44 20 7946 0018"}
    desk.write("contact", "peter", name="Peter Hale", company_id="nw", active=1, **peter)
    petr = {"email": "pk@sklad.example", "phone": "8 (495) 555-01-02"}
    desk.write("contact", "petr", name="Петр Ковалёв", company_id="st", active=1, **petr)
    ivan = {"email": "ivan@sklad.example", "phone": "0888 123 456"}
    desk.write("contact", "ivan", name="Иван Петров", company_id="st", active=1, **ivan)
    number = {"number": 4711, "alias": "N-3F7KQ2", "subject": "Phone", "requester_id": "petr"}
    desk.write("ticket", "t1", status="open", company_id="st", tags="[]", **number)
    return desk


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("+7 495 5550102", ["petr"]),
        ("84955550102", ["petr"]),
        ("495 555-01-02", ["petr"]),
        ("+359 888 123456", ["ivan"]),
        ("0044 20 7946 0018", ["peter"]),
        ("020 7946 0018", ["peter"]),
        ("PK@sklad.example", ["petr"]),
        ("somebody.new@northwind.example", ["peter"]),
        ("northwind.example", ["peter"]),
        ("sklad.example", ["ivan", "petr"]),
        ("4711", ["petr"]),
        ("#4711", ["petr"]),
        ("№ 4711", ["petr"]),
        ("n-3f7kq2", ["petr"]),
        ("hale", ["peter"]),
        ("+49 30 1234567", []),
        ("somebody@elsewhere.example", []),
    ],
)
def test_a_caller_is_found_by_whatever_is_known(
    people: LocalDesk, typed: str, found: list[str]
) -> None:
    assert sorted(row.id for row in callers(people.store, typed)) == found


def test_the_requester_of_a_ticket_is_known_whole(people: LocalDesk) -> None:
    (row,) = callers(people.store, "#4711")
    assert (row.name, row.phone, row.company_name) == ("Петр Ковалёв", "8 (495) 555-01-02", "Склад")


def test_a_number_means_a_ticket_only_when_there_is_one(people: LocalDesk) -> None:
    meant = ticket_meant(people.store, "#4711")
    assert meant is not None
    assert meant.id == "t1"
    assert ticket_meant(people.store, "#4712") is None
    assert ticket_meant(people.store, "+7 495 5550102") is None


@pytest.mark.parametrize(
    ("text", "caller"),
    [
        (" +7 (495) 555-01-02\n", "+7 (495) 555-01-02"),
        ("tel:+359888123456", "+359888123456"),
        ("mailto:ivan@sklad.example", "ivan@sklad.example"),
        ("ivan@sklad.example", "ivan@sklad.example"),
        ("#4711", "#4711"),
        ("N-3F7KQ2", "N-3F7KQ2"),
        ("4711", ""),
        ("2026-11-24", ""),
        ("24.11.2026", ""),
        ("1234567890123456789", ""),
        ("Please call ivan@sklad.example", ""),
        ("https://northwind.example/a@b.example", ""),
        ("a\nb", ""),
        ("", ""),
    ],
)
def test_only_what_looks_like_a_caller_is_taken_from_the_clipboard(text: str, caller: str) -> None:
    assert caller_in(text) == caller


def test_words_are_no_number() -> None:
    assert phone_tail("Ivan 12") == ""
    assert phone_tail("12345") == ""


def test_check_lists_of_templates_are_offered(desk: LocalDesk) -> None:
    lines = (
        '<li class="unchecked">Is it plugged in?</li><li class="checked">Asked <b>twice</b></li>'
    )
    html = f'<p>Hello</p><ul class="checklist">{lines}</ul><ul><li>No question</li></ul>'
    desk.write("template", "a", name="Printer", html=html)
    desk.write("template", "b", name="Greeting", html="<p>Hello</p>")
    desk.write("template", "c", name="Gone", html=html, deleted=1)

    (row,) = call_lists(desk.store)
    assert (row.id, row.name) == ("a", "Printer")
    assert row.lines == ("Is it plugged in?", "Asked twice")


@pytest.mark.parametrize(
    ("language", "name"), [("bg", "Мрежа"), ("en", "Network"), ("de", "Network")]
)
def test_a_check_list_is_offered_once_in_ones_language(
    desk: LocalDesk, language: str, name: str
) -> None:
    html = '<ul class="checklist"><li class="unchecked">1</li></ul>'
    for own, words in (("bg", "Мрежа"), ("en", "Network"), ("ru", "Сеть")):
        desk.write("template", own, key="net", language=own, name=words, html=html)
    assert [row.name for row in call_lists(desk.store, language)] == [name]
