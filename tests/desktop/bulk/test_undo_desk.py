"""Undo and redo in the whole window: across a restart, and against what others changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.commands import SetTicket
from models.profile import Profile
from tests.desktop.bulk.opened import Opened
from tests.desktop.work.sample import NOON, SampleDesk

CTRL = Qt.KeyboardModifier.ControlModifier
REDO = CTRL | Qt.KeyboardModifier.ShiftModifier
ID = "ticket-101"


def set_priority(opened: Opened, value: str) -> None:
    with opened.qtbot.waitSignal(opened.window.undo.pushed):
        opened.window.acts.submit(SetTicket(id=ID, set={"priority": value}))


def priority(opened: Opened) -> object:
    row = opened.desk.row("ticket", ID)
    assert row is not None
    return row["priority"]


def test_keys_undo_and_do_again(opened: Opened) -> None:
    set_priority(opened, "high")
    with opened.qtbot.waitSignal(opened.window.undo.undone):
        opened.press(Qt.Key.Key_Z, CTRL)
    assert priority(opened) == "normal"
    with opened.qtbot.waitSignal(opened.window.undo.redone):
        opened.press(Qt.Key.Key_Z, REDO)
    assert priority(opened) == "high"
    assert opened.window.undo_bar.words() == "Done again"


def test_what_an_earlier_window_did_is_undone(
    tmp_path: Path, desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.ticket("Printer", number=101)
    first = Opened(qtbot, Profile(tmp_path), desk)
    set_priority(first, "high")
    first.close()
    second = Opened(qtbot, Profile(tmp_path), desk)
    qtbot.waitUntil(second.window.undo.can_undo)
    second.undo()
    assert priority(second) == "normal"
    second.close()


def test_what_somebody_else_changed_is_told_and_can_be_insisted_on(opened: Opened) -> None:
    set_priority(opened, "high")
    opened.desk.change(ID, priority="urgent")
    opened.desk.put(
        "event", id="e", ticket_id=ID, what="priority", who_name="Alexey", at_ms=NOON + 1
    )
    with opened.qtbot.waitSignal(opened.window.undo.kept):
        opened.press(Qt.Key.Key_Z, CTRL)
    bar = opened.window.message_bar
    said = "#101: Priority is “Urgent” now, changed by Alexey meanwhile. It was not undone."
    assert bar.text() == said
    assert priority(opened) == "urgent"
    with opened.qtbot.waitSignal(opened.window.undo.undone):
        QTest.mouseClick(bar._action, Qt.MouseButton.LeftButton)
    assert priority(opened) == "normal"
