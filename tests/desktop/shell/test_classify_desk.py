"""A ticket that is to be done without a category: one question, and it is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.category_picker import CategoryPicker
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import SampleDesk

TICKET = "ticket-10479"
TIER = f"SELECT tier FROM ticket WHERE id = '{TICKET}'"


@pytest.fixture
def assembly(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as made:
        sample = SampleDesk(made._around.profile.database)
        sample.change(TICKET, category_id=None)
        sample.close()
        made.window.open_ticket(TICKET)
        qtbot.waitUntil(lambda: made.window.desk.shown_id == TICKET)
        yield made


@pytest.fixture
def desk(assembly: Assembly) -> Iterator[SampleDesk]:
    made = SampleDesk(assembly._around.profile.database)
    yield made
    made.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the picker was asked; it answers with the category VPN."""
    calls: list[dict[str, Any]] = []

    def answer(parent: object, **given: Any) -> tuple[str]:
        calls.append(given)
        return ("vpn",)

    monkeypatch.setattr(CategoryPicker, "ask", answer)
    return calls


def now(desk: SampleDesk) -> tuple[Any, Any]:
    row = desk.row("ticket", TICKET)
    assert row is not None
    return row["status"], row["category_id"]


def test_done_without_a_category_asks_and_then_is_done(
    qtbot: QtBot, assembly: Assembly, desk: SampleDesk, asked: list[dict[str, Any]]
) -> None:
    window, (before, _) = assembly.window, now(desk)
    window.acts.mark_done()
    qtbot.waitUntil(lambda: now(desk) == ("done", "vpn"))
    assert [call["closing"] for call in asked] == [True]
    qtbot.waitUntil(window.undo.can_undo)
    assert window.message_bar.isHidden()
    window.undo.undo()
    qtbot.waitUntil(lambda: now(desk) == (before, None))


def test_the_question_given_up_leaves_the_ticket_in_the_list(
    qtbot: QtBot, assembly: Assembly, desk: SampleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(CategoryPicker, "ask", lambda parent, **given: asked.append(given))
    before, listed = now(desk), assembly.window.list_pane.model
    assert listed.position_of(TICKET) >= 0
    assembly.window.acts.mark_done()
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert now(desk) == before
    assert listed.position_of(TICKET) >= 0


def test_c_gives_the_shown_ticket_a_category(
    qtbot: QtBot, assembly: Assembly, desk: SampleDesk, asked: list[dict[str, Any]]
) -> None:
    view = assembly.window.list_pane.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C)
    before = now(desk)[0]
    qtbot.waitUntil(lambda: now(desk) == (before, "vpn"))
    assert [call["closing"] for call in asked] == [False]


def test_s_says_that_a_specialist_is_needed_and_takes_it_back(
    qtbot: QtBot, assembly: Assembly, desk: SampleDesk
) -> None:
    window = assembly.window
    assert window.navigation.views.entries.index_of("level_2").row() < 0
    window.list_pane.view.setFocus()
    QTest.keyClick(window.list_pane.view, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: desk.value(TIER) == 2)
    qtbot.waitUntil(lambda: window.navigation.views.entries.index_of("level_2").row() > 0)
    window.show_view("level_2")
    shown = window.list_pane.model
    qtbot.waitUntil(lambda: [row.id for row in shown.rows()] == [TICKET])
    window.show_view("level_1")
    qtbot.waitUntil(lambda: len(shown.rows()) > 1 and shown.position_of(TICKET) < 0)
    qtbot.waitUntil(window.undo.can_undo)
    window.undo.undo()
    qtbot.waitUntil(lambda: desk.value(TIER) == 1)


def test_a_takes_over_what_a_colleague_has(
    qtbot: QtBot, assembly: Assembly, desk: SampleDesk
) -> None:
    desk.change(TICKET, assignee_id="agent-alexey")
    window, shown = assembly.window, assembly.window.list_pane.model
    window.show_view("queue:Workplaces")
    window.show_view("all")
    whose = "SELECT assignee_id FROM ticket WHERE id = '" + TICKET + "'"
    window.open_ticket(TICKET)
    qtbot.waitUntil(
        lambda: any(row.id == TICKET and row.assignee_id == "agent-alexey" for row in shown.rows())
    )
    window.list_pane.view.setFocus()
    QTest.keyClick(window.list_pane.view, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: desk.value(whose) == desk.me.id)
    qtbot.waitUntil(window.undo.can_undo)
    assert window.message_bar.isHidden()
    window.undo.undo()
    qtbot.waitUntil(lambda: desk.value(whose) == "agent-alexey")
