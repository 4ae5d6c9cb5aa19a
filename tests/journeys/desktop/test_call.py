"""A call comes in: the telephone program starts ``deskside call``, the open window answers."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import Qt

from desktop import programs
from desktop.dialogs.log_call import LogCallDialog
from models.commands import Put
from tests.helpers.desktop import Desktop, SharedDesk, press, type_text
from tests.journeys.desktop.conftest import MakeDesktop

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_callers_card_opens_in_the_window_that_is_there(
    desktop: MakeDesktop, shared: SharedDesk
) -> None:
    anna = desktop("anna", shared)
    anna.start()
    anna.sign_in()
    peter = anna.sql("SELECT id FROM contact WHERE name = 'Peter Hale'")[0][0]
    anna.window.acts.submit(
        Put(entity="contact", id=peter, set={"phone": "+44 20 7946 0018", "active": 1})
    )
    anna.until(lambda: anna.sql("SELECT phone FROM contact WHERE id = ?", peter)[0][0], "a number")

    chosen: list[str] = []
    anna.answer(LogCallDialog, lambda dialog: chosen.append(log(anna, dialog)), lambda: call(anna))
    said = "SELECT kind, html FROM message WHERE ticket_id = ?"
    anna.until(lambda: ("call", "<p>Still broken</p>") in anna.sql(said, *chosen), "the call")
    anna.until_synced()
    assert ("call", "<p>Still broken</p>") in shared.sql(said, *chosen)


def call(anna: Desktop) -> None:
    """The telephone program's way in; it comes back at once."""
    words = ["--profile", f"{anna.profile.folder}/", "call", "deskside://call?from=020+7946+0018"]
    second = subprocess.Popen(
        [sys.executable, "-m", "desktop", *words], env=programs.environment(), cwd=programs.ROOT
    )
    anna.until(lambda: second.poll() is not None, "the second start's end", 20_000)
    assert second.returncode == 0


def log(anna: Desktop, dialog: LogCallDialog) -> str:
    """Put the call onto the first of the caller's tickets; its id."""
    anna.until(lambda: dialog.who.contact() is not None, "the caller")
    assert dialog.who.text() == "Peter Hale"
    anna.until(dialog.place.isVisible, "the caller's tickets")
    press(dialog.place, Qt.Key.Key_Down)
    chosen = dialog.place.ticket_id()
    assert chosen is not None
    type_text(dialog.what, "Still broken")
    press(dialog.what, Qt.Key.Key_Return, CTRL)
    return chosen
