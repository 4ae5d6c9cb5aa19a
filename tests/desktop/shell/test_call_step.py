"""What a call makes is one step, and a call that comes while a form is open waits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.call_commands import Call, call_commands
from desktop.dialogs.call_result import CALL_BACK
from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_contact import read_contact
from tests.desktop.notices.told import Told
from tests.desktop.work.sample import HOUR, ME, NOON

LEFT = """SELECT (SELECT COUNT(*) FROM ticket WHERE deleted = 0 AND subject = 'Laptop') || ' ' ||
 (SELECT COUNT(*) FROM contact WHERE deleted = 0 AND phone = '+7 900 1234567') || ' ' ||
 (SELECT COUNT(*) FROM checklist_item WHERE deleted = 0) || ' ' ||
 (SELECT COUNT(*) FROM reminder WHERE deleted = 0)"""


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Told]:
    made = Told(qtbot, tmp_path / "profile")
    made.open()
    yield made
    made.close()


def test_a_call_is_taken_back_as_it_was_made_in_one_step(qtbot: QtBot, told: Told) -> None:
    call = Call(
        what="Laptop",
        new_contact=read_contact("+7 900 1234567").command(),
        queue_id="Network",
        result=CALL_BACK,
        call_back_at_ms=NOON + HOUR,
        lines=(("Is it on?", True), ("Since when?", False)),
    )
    window = told.assembly.window
    window.acts.make(lambda parent: call_commands(call, ME))
    qtbot.waitUntil(lambda: told.desk.value(LEFT) == "1 1 2 1")
    qtbot.waitUntil(lambda: window.undo_bar.words().endswith("Ticket created"))
    window.undo.undo()
    qtbot.waitUntil(lambda: told.desk.value(LEFT) == "0 0 0 0")
    qtbot.waitUntil(lambda: not window.undo.can_undo())


def test_over_another_form_a_call_only_says_that_it_is_there(qtbot: QtBot, told: Told) -> None:
    window = told.assembly.window
    form = QDialog(window)
    QTimer.singleShot(0, partial(told.assembly.areas.forms.take_call, "+7 900 1"))
    QTimer.singleShot(0, form.reject)
    form.exec()
    assert window.message_bar.text() == "A call from +7 900 1."
    opened: list[str] = []

    def look() -> None:
        (dialog,) = window.findChildren(LogCallDialog)
        opened.append(dialog.who.text())
        dialog.reject()

    QTimer.singleShot(0, look)
    window.message_bar._action.click()
    assert opened == ["+7 900 1"]
