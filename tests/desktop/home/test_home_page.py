"""The numbers of the home page, counted anew in plain Python, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.home.home_page import WEEK_MS, HomePage
from desktop.promise_words import age_words
from desktop.widgets.pill import Pill
from desktop.work.reader import Reader
from models.commands import AddReply, CreateTicket, FirstMessage, SetTicket
from models.perform import perform
from models.queries.home import FirstAnswers, home_numbers
from models.rows import Actor
from tests.desktop.work.conftest import desk
from tests.desktop.work.sample import DAY, HOUR, ME, MINUTE, NOON, SampleDesk

__all__ = ["desk"]
ALEXEY = Actor("agent-alexey", "alexey", "Alexey Novak", "agent")
POLICY = '{"name": "Normal", "first_response": 30}'


@pytest.fixture
def busy(desk: SampleDesk) -> SampleDesk:
    """Four answers within the week and one before, and open tickets of each kind."""
    desk.put("sla_policy", id="p", key="normal", body=POLICY)
    desk.put("category", id="vpn", key="vpn")
    for who, minutes, at_ms in (
        (ME, 10, NOON - 5 * HOUR),
        (ME, 20, NOON - 5 * HOUR),
        (ME, 50, NOON - 5 * HOUR),
        (ALEXEY, 5, NOON - 5 * HOUR),
        (ME, 1, NOON - 2 * WEEK_MS),
    ):
        answered(desk, who, minutes, at_ms)
    desk.ticket("new", status="new", created_at_ms=NOON - 3 * HOUR, assignee_id=None)
    desk.ticket("newer", status="new", created_at_ms=NOON - HOUR, channel="phone")
    desk.ticket("sorted", category_id="vpn", assignee_id=ALEXEY.id)
    return desk


def answered(desk: SampleDesk, who: Actor, minutes: int, at_ms: int) -> None:
    message = FirstMessage(kind="customer", html="<p>x</p>")
    create = CreateTicket(set={"subject": "x", "queue_id": "Network"}, message=message)
    perform(desk._store, create, who, at_ms)
    reply = AddReply(ticket_id=create.id, html="<p>y</p>")
    perform(desk._store, reply, who, at_ms + minutes * MINUTE)
    done = SetTicket(id=create.id, set={"status": "done"})
    perform(desk._store, done, who, at_ms + minutes * MINUTE)


def test_the_numbers_are_those_of_the_desk(busy: SampleDesk) -> None:
    found = home_numbers(busy._store, ME, NOON - WEEK_MS)
    assert (found.open, found.mine, found.channels) == (3, 1, 2)
    assert (found.not_started, found.oldest_at_ms) == (2, NOON - 3 * HOUR)
    assert (found.without_category, found.unassigned, found.people) == (2, 1, 2)
    assert found.answers == (FirstAnswers("Normal", 30, 3, 20, 2, 4, 10, 3),)


def test_of_a_ticket_that_came_nobody_knows_when_a_dash_is_told(desk: SampleDesk) -> None:
    desk.ticket("new", status="new", created_at_ms=0)
    assert home_numbers(desk._store, ME, 0).oldest_at_ms is None
    assert (age_words(None, NOON), age_words(NOON - HOUR, NOON)) == ("—", "1 h")


def test_an_empty_desk_has_numbers_too(desk: SampleDesk) -> None:
    found = home_numbers(desk._store, ME, 0)
    assert (found.open, found.mine, found.oldest_at_ms, found.answers) == (0, 0, None, ())


@pytest.fixture
def page(qtbot: QtBot, busy: SampleDesk) -> Iterator[HomePage]:
    reader = Reader(Path(busy.database))
    made = HomePage(reader, ME, busy.clock)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.mine.text() == "1")
    yield made
    reader.close()


def test_the_page_says_them_in_words(page: HomePage) -> None:
    assert page.feed.accessibleName() == "Not started: 2, the oldest for 3 h"
    assert page.window_tile.accessibleName() == "Open, in one window: 3, from 2 channels"
    assert page.sorted.text() == "33 %"
    words = [label.text() for label in page.answers.findChildren(QLabel)]
    assert [word for word in words if word in ("Normal", "30 min", "20 min")] == [
        "Normal",
        "30 min",
        "20 min",
    ]
    kept = [pill.accessibleName() for pill in page.answers.findChildren(Pill)]
    assert kept == ["2 of 3", "3 of 4"]


def test_a_number_leads_to_its_tickets(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.view_wanted) as wanted:
        page.mine.setFocus()
        QTest.keyClick(page.mine, Qt.Key.Key_Space)
    assert wanted.args == ["my_open"]


def test_what_changed_is_counted_anew_while_somebody_looks(
    page: HomePage, busy: SampleDesk, qtbot: QtBot
) -> None:
    busy.ticket("one more")
    page.refresh()
    qtbot.waitUntil(lambda: page.mine.text() == "2")


def piled(desk: SampleDesk, count: int) -> None:
    """So many old tickets at Alexey, of whom two more than the desk's number."""
    desk.put("rule", id="r", key="r", body=f'{{"offer_above": {count - 1}}}')
    with desk._store.transaction():
        desk._store.sql("UPDATE ticket SET created_at_ms = ? WHERE subject = 'sorted'", (NOON,))
    for days in range(1, count + 1):
        at = NOON - days * DAY
        desk.ticket(f"old {days}", assignee_id=ALEXEY.id, created_at_ms=at, number=500 + days)


def table(page: HomePage) -> list[str]:
    return [label.text() for label in page.ageing.findChildren(QLabel) if label.isVisible()]


def test_what_piles_up_is_offered_and_taken_over_by_one_key(
    page: HomePage, busy: SampleDesk, qtbot: QtBot
) -> None:
    assert not page.ageing.rows
    piled(busy, 9)
    page.refresh()
    qtbot.waitUntil(lambda: [row.id for row in page.ageing.rows] == ["ticket-509", "ticket-508"])
    words = table(page)
    start = words.index(ALEXEY.name)
    assert words[start : start + 5] == [ALEXEY.name, "10", "1", "2", "4"]
    first = page.ageing.rows[0]
    assert first.accessibleName() == "#509 old 9, Alexey Novak · 9 d"
    first.setFocus()
    with qtbot.waitSignal(page.command_chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_A)
    (command,) = chosen.args
    assert command == SetTicket(uid=command.uid, id="ticket-509", set={"assignee_id": ME.id})
    perform(busy._store, command, ME, NOON)
    page.refresh()
    qtbot.waitUntil(lambda: [row.id for row in page.ageing.rows] == ["ticket-508"])
    assert page.focusWidget() is page.ageing.rows[0], "the keyboard stays in the list"
    with qtbot.waitSignal(page.ticket_wanted) as wanted:
        QTest.keyClick(page.ageing.rows[0], Qt.Key.Key_Return)
    assert wanted.args == ["ticket-508"]


def test_not_started_leads_to_what_is_not_started(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.view_wanted) as wanted:
        page.feed.click()
    assert wanted.args == ["not_started"]
