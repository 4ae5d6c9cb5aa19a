"""Several tickets at once, in the whole window: selected, foreseen, done, undone."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.bulk import acts
from desktop.dialogs.category_picker import CategoryPicker
from desktop.shell.undo_bar import DEPTH_PX
from models.commands import SetTicket
from models.profile import Profile
from tests.desktop.bulk.opened import Opened
from tests.desktop.work.sample import MINUTE, NOON, SampleDesk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def ids(*numbers: int) -> list[str]:
    return [f"ticket-{number}" for number in numbers]


def test_keys_select_and_let_go(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down, SHIFT)
    opened.press(Qt.Key.Key_Down, SHIFT)
    assert opened.selected() == ids(101, 102, 103)
    assert opened.bulk.bar.words() == "3 selected"
    opened.press(Qt.Key.Key_Up, SHIFT)
    assert opened.selected() == ids(101, 102)
    opened.press(Qt.Key.Key_End)
    opened.press(Qt.Key.Key_X)
    assert opened.selected() == ids(101, 102, 106)
    opened.press(Qt.Key.Key_Space, CTRL)
    assert opened.selected() == ids(101, 102)
    opened.press(Qt.Key.Key_A, CTRL)
    assert opened.selected() == ids(*range(101, 107))
    opened.press(Qt.Key.Key_Escape)
    assert opened.selected() == []
    assert not opened.bulk.bar.isVisible()


def test_what_was_just_done_does_not_cover_the_acts_on_many(opened: Opened) -> None:
    told = opened.window.undo_bar
    told.show_done("#101 · Taken by you")
    opened.press(Qt.Key.Key_X)
    bar = opened.bulk.bar
    opened.qtbot.waitUntil(bar.isVisible)
    top = bar.mapTo(opened.pane, QPoint(0, 0)).y()
    opened.qtbot.waitUntil(lambda: told.geometry().bottom() - DEPTH_PX <= top)


def test_clicks_select_without_opening(opened: Opened) -> None:
    opened.click("ticket-103", CTRL)
    assert opened.selected() == ids(101, 103), "the open one belongs to it"
    opened.click("ticket-105", SHIFT)
    assert opened.selected() == ids(101, 102, 103, 104, 105)
    assert opened.pane.view.current_id() == "ticket-101"
    row = opened.pane.view.visualRect(opened.pane.model.index_of("ticket-104"))
    port = opened.pane.view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(18, 18))
    assert opened.selected() == ids(101, 102, 103, 105), "its check was clicked"
    opened.click("ticket-106")
    assert opened.pane.view.current_id() == "ticket-106"
    assert opened.selected() == ids(101, 102, 103, 105)


def test_selection_is_kept_by_id_when_rows_move(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_X)
    opened.desk.ticket("first", number=200, due_at_ms=NOON - MINUTE)
    opened.desk.change("ticket-101", status="done")
    opened.pane.refresh()
    opened.qtbot.waitUntil(lambda: opened.pane.model.position_of("ticket-200") == 0)
    assert opened.selected() == ids(102)
    opened.window.show_view("unassigned")
    assert opened.selected() == [], "another view is another matter"


def test_done_is_foreseen_done_told_and_undone_as_one(opened: Opened) -> None:
    opened.press(Qt.Key.Key_A, CTRL)
    for id in ids(102, 104):
        opened.desk.change(id, status="done")
    opened.desk.change("ticket-103", deleted=1)
    opened.press(Qt.Key.Key_D)
    assert opened.foresee().splitlines() == [
        "3 tickets will change",
        "2 tickets need no change",
        "1 · This ticket is no longer there.",
    ]
    assert opened.desk.value("SELECT COUNT(*) FROM outbox") == 0
    results = opened.apply()
    assert [result.fate for result in results].count("done") == 3
    assert opened.fields("status") == {"done", "open"}
    panel = opened.bulk.panel
    assert panel.said().startswith("3 tickets changed")
    panel.each.click()
    lines = panel.rows.model()
    first = lines.index(0, 0).data()
    assert first == "#103 · This ticket is no longer there. — T2"
    opened.undo()
    assert opened.desk.value("SELECT COUNT(*) FROM ticket WHERE status = 'done'") == 2
    assert not opened.window.undo.can_undo(), "it was one step"
    opened.wait_rows(3)


def test_nothing_to_change_can_not_be_confirmed(opened: Opened) -> None:
    opened.desk.change("ticket-101", status="done")
    opened.press(Qt.Key.Key_X)
    opened.press(Qt.Key.Key_D)
    opened.foresee()
    assert not opened.bulk.panel.apply.isEnabled()
    QTest.keyClick(opened.bulk.panel.each, Qt.Key.Key_Escape)
    assert not opened.bulk.panel.isVisible()
    assert opened.selected() == ids(101)


@pytest.mark.parametrize(
    ("key", "entry", "field", "value"),
    [
        (Qt.Key.Key_P, "Urgent", "priority", "urgent"),
        (Qt.Key.Key_A, "Alexey Novak", "assignee_id", "agent-alexey"),
        (Qt.Key.Key_Q, "Network", "queue_id", "Network"),
    ],
)
def test_a_menu_asks_for_the_value(
    opened: Opened, key: Qt.Key, entry: str, field: str, value: str
) -> None:
    def choose() -> None:
        for menu in opened.window.findChildren(QMenu):
            for action in menu.actions():
                if menu.isVisible() and action.text() == entry:
                    timer.stop()
                    action.trigger()
                    menu.close()

    opened.press(Qt.Key.Key_A, CTRL)
    timer = QTimer(opened.window)
    timer.timeout.connect(choose)
    timer.start(5)
    opened.press(key, SHIFT)
    assert opened.foresee() == "6 tickets will change"
    opened.apply()
    assert opened.fields(field) == {value}


def test_merging_goes_into_the_open_ticket(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down, SHIFT)
    opened.press(Qt.Key.Key_Down, SHIFT)
    opened.press(Qt.Key.Key_M, SHIFT)
    assert opened.foresee() == "2 tickets will change"
    assert "#103" in opened.bulk.panel.accessibleName()
    opened.apply()
    assert opened.fields("merged_into") == {None, "ticket-103"}
    opened.undo()
    assert opened.fields("merged_into") == {None}
    assert opened.fields("status") == {"open"}


def test_two_thousand_are_done_in_parts_and_can_be_stopped(
    tmp_path: Path, desk: SampleDesk, qtbot: QtBot
) -> None:
    with desk._store.transaction():
        for n in range(2_000):
            desk.ticket(f"T{n}", due_at_ms=NOON + n * MINUTE)
    opened = Opened(qtbot, Profile(tmp_path), desk)
    opened.wait_rows(100)
    opened.pane.select_all()
    qtbot.waitUntil(lambda: len(opened.pane.selection) == 2_000)
    assert opened.bulk.bar.words() == "2000 selected"
    opened.press(Qt.Key.Key_D)
    assert opened.foresee() == "2000 tickets will change"
    seen: list[str] = []

    def stop_at(done: int) -> None:
        seen.append(opened.bulk.panel.said())
        if done == 300:
            opened.bulk.panel.stop.click()

    with qtbot.waitSignal(opened.bulk.finished) as told:
        opened.bulk.panel.apply.click()
        assert opened.bulk._run is not None
        opened.bulk._run.progressed.connect(stop_at)
    assert len(told.args[0]) in (300, 400), "the part that was being done ends"
    assert "200 of 2000" in seen
    assert "left as they were" in opened.bulk.panel.said()
    assert opened.desk.value("SELECT COUNT(*) FROM ticket WHERE status = 'done'") == len(
        told.args[0]
    )
    opened.undo()
    assert opened.fields("status") == {"open"}
    opened.close()


def test_c_gives_all_the_selected_a_category(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.desk.put("category", id="vpn", key="vpn", names=json.dumps({"en": "VPN"}))
    monkeypatch.setattr(CategoryPicker, "ask", lambda parent, **given: ("vpn",))
    opened.press(Qt.Key.Key_Down, SHIFT)
    opened.press(Qt.Key.Key_C)
    assert opened.foresee() == "2 tickets will change"
    assert "Category: VPN" in opened.bulk.panel.accessibleName()
    opened.apply()
    assert opened.fields("category_id") == {"vpn", None}
    opened.undo()
    assert opened.fields("category_id") == {None}


def test_what_happened_is_told_as_long_as_its_undo_is_the_next(opened: Opened) -> None:
    panel, other = opened.bulk.panel, SetTicket(id="ticket-106", set={"priority": "low"})
    for leave in (opened.window.undo.undo, partial(opened.window.acts.submit, other)):
        opened.press(Qt.Key.Key_X)
        opened.bulk._ids = opened.selected()
        opened.bulk._look(acts.setting("Priority: Urgent", priority="urgent"))
        opened.foresee()
        opened.apply()
        opened.qtbot.waitUntil(opened.window.undo.can_undo)
        assert panel.isVisible()
        leave()
        opened.qtbot.waitUntil(panel.isHidden)
