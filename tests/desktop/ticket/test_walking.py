"""Going through a list of tickets quickly: the pane does not read each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView

from desktop.work.reader import Reader
from tests.desktop.ticket.conftest import OpenPane
from tests.desktop.ticket.picture import add_message


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tickets that were asked for."""
    tickets: list[str] = []
    ask = Reader.ask

    def told(reader: Reader, key: str, question: Any, answer: Callable[[Any], None]) -> None:
        if key == "ticket":
            tickets.append(question.keywords["ticket_id"])
        ask(reader, key, question, answer)

    monkeypatch.setattr(Reader, "ask", told)
    return tickets


class Painted(QObject):
    """Hears of every paint of a view."""

    def __init__(self, view: QAbstractItemView, told: Callable[[], object]) -> None:
        super().__init__(view)
        self._told = told
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._told()
        return False


def others(opened: OpenPane) -> list[str]:
    """More tickets, already in the file."""
    return [opened.desk.ticket(subject=f"Ticket {n}") for n in range(3)]


def test_of_tickets_walked_past_only_the_last_is_read(opened: OpenPane, asked: list[str]) -> None:
    first, second, third = others(opened)
    for ticket_id in (first, second, third):
        opened.pane.walk_to(ticket_id)
        assert opened.pane.shown_id() == ticket_id
    opened.until(lambda: (header := opened.pane.header()) is not None and header.id == third)
    assert asked == [first, third]


def test_a_step_by_itself_is_read_at_once(opened: OpenPane, asked: list[str]) -> None:
    first, second, _ = others(opened)
    opened.pane.walk_to(first)
    assert asked == [first]
    opened.until(lambda: not opened.pane._reading._step.isActive())
    opened.pane.walk_to(second)
    assert asked == [first, second]


def test_a_ticket_that_is_asked_for_by_itself_does_not_wait(
    opened: OpenPane, asked: list[str]
) -> None:
    first, second, third = others(opened)
    opened.pane.walk_to(first)
    opened.pane.walk_to(second)
    opened.pane.hurry()
    assert asked == [first, second]
    opened.pane.show_ticket(third)
    assert asked == [first, second, third]


def test_the_side_and_what_hangs_on_a_ticket_are_asked_for_after_the_conversation(
    opened: OpenPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, order = others(opened)[0], list[str]()
    add_message(opened.desk, first, "m1")
    ask = Reader.ask

    def told(reader: Reader, key: str, *rest: Any) -> None:
        order.append(key)
        ask(reader, key, *rest)

    monkeypatch.setattr(Reader, "ask", told)
    view = opened.pane._conversation
    Painted(view, lambda: order.append("painted") if view.model().rowCount() else None)
    opened.show(first)
    opened.until(lambda: "ticket/side" in order)
    assert order.index("ticket") < order.index("painted") < order.index("ticket/work")
    assert order.index("painted") < order.index("ticket/side")
