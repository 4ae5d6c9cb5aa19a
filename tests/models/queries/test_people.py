from __future__ import annotations

from typing import Any

import pytest

from models.queries import people
from tests.models.queries.local_desk import LocalDesk

EVERYBODY = 100


@pytest.fixture
def crowd(desk: LocalDesk) -> LocalDesk:
    def contact(id: str, name: str, **columns: Any) -> None:
        desk.write("contact", id, name=name, **columns)

    desk.write("company", "sever", name="ООО «Северный ветер»", latin_name="Severny Veter")
    contact("ilyin", "Пётр Ильин", email="p.ilyin@sever.example", company_id="sever")
    contact("koleva", "Иванка Колева", latin_name="Ivanka Koleva", email="ivanka@abv.example")
    contact("obrien", "Seán O'Brien", email="sob@one.example", other_emails='["x@two.example"]')
    contact("sasha", "Александр Иванов", nickname="Саша", patronymic="Олегович", title="Boss")
    contact("gone", "Иван Старый", active=0)
    contact("deleted", "Иван Новый", deleted=1)
    desk.write("agent", "ivan", name="Иван Дечев", login="idechev", email="ivan@desk.example")
    desk.write("agent", "left", name="Иван Бивш", active=0)
    return desk


def found(desk: LocalDesk, query: str, **options: Any) -> list[str]:
    return [row.id for row in people.find(desk.store, query, **options)]


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("пе ил", "ilyin"),
        ("ильин петр", "ilyin"),
        ("ПЁТР ИЛЬИН", "ilyin"),
        ("p.il", "ilyin"),
        ("P.ILYIN@SEVER.EXAMPLE", "ilyin"),
        ("@sever.example", "ilyin"),
        ("@sev", "ilyin"),
        ("ветер", "ilyin"),
        ("veter", "ilyin"),
        ("petr il", "ilyin"),
        ("gtnh bkm", "ilyin"),
        ("o'b", "obrien"),
        ("obr sean", "obrien"),
        ("o’brien", "obrien"),
        ("x@two.example", "obrien"),
        ("саш", "sasha"),
        ("Александр Олегович", "sasha"),
        ("idech", "ivan"),
        ("@ильин", "ilyin"),
        ("ильин,", "ilyin"),
        ("💖 ильин", "ilyin"),
    ],
)
def test_somebody_is_found_by(crowd: LocalDesk, query: str, id: str) -> None:
    assert found(crowd, query) == [id]


@pytest.mark.parametrize("query", ["", " ", "@", "@@@", "%", "_", "\\", "[a-z]x", "zzzz", "💖"])
def test_nobody_is_found_by(crowd: LocalDesk, query: str) -> None:
    assert found(crowd, query) == []


def test_people_who_left_are_never_found(crowd: LocalDesk) -> None:
    assert found(crowd, "иван", limit=EVERYBODY) == ["ivan", "sasha", "koleva"]


def test_names_come_before_other_letters_and_other_letters_before_companies(
    crowd: LocalDesk,
) -> None:
    crowd.write("company", "ivanko", name="Ivan & Co")
    crowd.write("contact", "worker", name="Ann Lee", company_id="ivanko")
    crowd.write("contact", "latin", name="Ivan Horvat")

    assert found(crowd, "ivan") == ["latin", "ivan", "koleva", "sasha", "worker"]


def test_people_of_the_tickets_company_come_first(crowd: LocalDesk) -> None:
    crowd.write("contact", "iva", name="Ива Колева", company_id="sever")

    assert found(crowd, "ива")[0] == "iva"
    assert found(crowd, "ив", limit=1) != ["iva"]
    assert found(crowd, "ив", context={"ticket_company": "sever"}, limit=1) == ["iva"]


def test_a_row_tells_kind_second_line_and_what_to_mark(crowd: LocalDesk) -> None:
    (row,) = people.find(crowd.store, "ильин пет")

    assert row == people.PersonRow(
        id="ilyin",
        kind="contact",
        name="Пётр Ильин",
        detail="ООО «Северный ветер» · p.ilyin@sever.example",
        company_id="sever",
        matches=((0, 3), (5, 10)),
    )


def test_names_are_marked_in_their_own_letters(crowd: LocalDesk) -> None:
    (sean,) = people.find(crowd.store, "sean o'b")
    (petr,) = people.find(crowd.store, "p.ilyin@")

    assert [sean.name[start:end] for start, end in sean.matches] == ["Seán", "O'B"]
    assert petr.matches == ()


def test_a_change_is_seen_at_the_next_question(crowd: LocalDesk) -> None:
    assert found(crowd, "Ильин") == ["ilyin"]
    crowd.write("contact", "ilyin", name="Пётр Орлов")

    assert found(crowd, "Ильин") == []
    assert found(crowd, "Орлов") == ["ilyin"]
    crowd.remove("contact", "ilyin")
    assert found(crowd, "Орлов") == []


def test_contacts_are_found_by_a_part_of_name_address_or_phone(crowd: LocalDesk) -> None:
    crowd.write("contact", "phone", name="Ann", phone="+359 2 000 8391")

    def ids(text: str, limit: int = 20) -> list[str]:
        return [row.id for row in people.contacts(crowd.store, text, limit)]

    assert ids("ИЛЬИН") == ["ilyin"]
    assert ids("abv") == ["koleva"]
    assert ids("000-8391") == ["phone"]
    assert ids("ветер") == ["ilyin"]
    assert ids("ilyin") == ids("bkmby") == ids("шдншт") == ["ilyin"]
    assert ids("саша") == []
    assert ids("aleksandr") == ["sasha"]
    assert ids("старый") == []
    assert len(ids("", limit=2)) == 2
