from __future__ import annotations

import pytest

from models.queries.readings import also_read_as
from tests.models.queries.local_desk import LocalDesk


@pytest.fixture
def tickets(desk: LocalDesk) -> LocalDesk:
    desk.new_ticket("Привет из бухгалтерии", "<p>Заявка на принтер</p>")
    desk.new_ticket("VPN drops", "<p>The printer is fine.</p>")
    desk.index()
    return desk


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ghbdtn ", "привет"),
        ("ghbd", "прив"),
        ("Ghbdtn ,e[ufknthbb ", "привет бухгалтерии"),
        ("zayavka ", "заявка"),
        ("zayav", "заяв"),
        ("МЗТ ", "vpn"),
        ("vpn ghbdtn ", "vpn привет"),
    ],
)
def test_what_was_meant_is_told(tickets: LocalDesk, typed: str, read: str) -> None:
    assert also_read_as(tickets.store, typed) == read


@pytest.mark.parametrize(
    "typed", ["привет", "vpn drops", "printer ", "elephant", "10482", "", "!?"]
)
def test_words_that_are_there_or_nowhere_are_not_explained(tickets: LocalDesk, typed: str) -> None:
    assert also_read_as(tickets.store, typed) == ""
