"""Changes made without the server are withdrawn, rewritten, refused and tried again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.edit_text import EditTextDialog
from desktop.outbox import words
from desktop.outbox.outbox_page import OutboxPage
from models.commands import SetTicket
from sync.protocol.link import Inspect, Report
from tests.helpers.desktop import Desktop, SharedDesk
from tests.journeys.desktop.conftest import MakeDesktop

SLIP, NOTE, BETTER = "A slip of the pen", "The tray is bent", "The tray is fine"


def test_the_outbox_tells_the_truth_about_every_change(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    slipped, noted, doomed = shared.tickets[:3]
    anna = desktop("anna", shared)
    anna.start()
    anna.sign_in()
    shared.server.kill()
    for ticket, text in ((slipped, SLIP), (noted, NOTE)):
        anna.open(ticket)
        anna.write("note", text)
        anna.send("note")
        anna.until_said(text)
    anna.open(doomed)
    anna.window.acts.submit(SetTicket(id=doomed, set={"priority": "high"}))
    anna.until(lambda: "3 changes wait" in anna.status(), "three that wait")
    outbox = open_outbox(anna)
    anna.until(lambda: lines(outbox, "queued") == 3, "three lines")
    assert outbox.list.as_of().endswith("3 changes wait.")
    anna.picture(tmp_path, "offline")

    withdraw(anna, outbox, SLIP)
    anna.until(lambda: lines(outbox, "queued") == 2, "two lines")
    rewrite(anna, outbox)
    anna.until(lambda: any(entry(outbox, BETTER)), "the better text")
    shared.desk.path.run(lambda w: w.update("ticket", doomed, {"deleted": 1}))
    shared.server.start()
    anna.activate()
    anna.key(Qt.Key.Key_F5)

    anna.until(lambda: lines(outbox, "refused") == 1, "the refused one")
    assert lines(outbox, "queued") == 0
    anna.until(lambda: "The server refused your change" in anna.message(), "told once")
    assert "This ticket is no longer there." in anna.message()
    anna.until(lambda: outbox.pane.reason.isVisible(), "the reason")
    assert outbox.pane.reason.text() == "This ticket is no longer there."
    anna.picture(tmp_path, "refused")

    shared.desk.path.run(lambda w: w.update("ticket", doomed, {"deleted": 0}))
    here = "SELECT COUNT(*) FROM ticket WHERE id = ? AND deleted = 0"
    anna.key(Qt.Key.Key_F5)
    anna.until(lambda: anna.sql(here, doomed) == [(1,)], "the ticket is back")
    press(anna, outbox, Qt.Key.Key_R)
    anna.until(lambda: lines(outbox, "refused") == 0, "nothing refused")
    anna.until_synced()
    anna.until(lambda: outbox.empty.isVisible(), "an empty outbox")
    anna.until(lambda: "Everything is on the server" in outbox.empty.accessibleName(), "confirmed")
    assert_stored(shared, slipped, noted, doomed)
    with anna.qtbot.waitSignal(anna.window._link.reported) as told:
        anna.window._link.send(Inspect())
    report = told.args[0]
    assert isinstance(report, Report)
    assert report.trouble_code == "unreachable"


def open_outbox(anna: Desktop) -> OutboxPage:
    """By the status bar."""
    QTest.mouseClick(anna.window.status_bar._changes, Qt.MouseButton.LeftButton)
    outbox = anna.find(OutboxPage)
    anna.until(outbox.isVisible, "the outbox")
    return outbox


def lines(outbox: OutboxPage, state: str) -> int:
    model = outbox.model
    found = (model.entry_at(n) for n in range(model.rowCount()))
    return sum(1 for one in found if one is not None and one.state == state)


def entry(outbox: OutboxPage, text: str) -> list[int]:
    """Where the lines with this text stand."""
    model = outbox.model
    places = range(model.rowCount())
    return [n for n in places if (one := model.entry_at(n)) and words.preview(one) == text]


def press(anna: Desktop, outbox: OutboxPage, key: Qt.Key) -> None:
    anna.activate()
    outbox.list.view.setFocus()
    QTest.keyClick(outbox.list.view, key)


def withdraw(anna: Desktop, outbox: OutboxPage, text: str) -> None:
    outbox.list.view.setCurrentIndex(outbox.model.index(entry(outbox, text)[0]))
    press(anna, outbox, Qt.Key.Key_Delete)
    anna.until(lambda: anna.message() == "Withdrawn: Internal note.", "what was withdrawn")


def rewrite(anna: Desktop, outbox: OutboxPage) -> None:
    outbox.list.view.setCurrentIndex(outbox.model.index(entry(outbox, NOTE)[0]))

    def write(dialog: EditTextDialog) -> None:
        assert dialog.edit.toPlainText() == NOTE
        dialog.edit.setPlainText(BETTER)
        dialog.try_accept()

    anna.answer(EditTextDialog, write, lambda: press(anna, outbox, Qt.Key.Key_E))


def assert_stored(shared: SharedDesk, slipped: str, noted: str, doomed: str) -> None:
    """The store has what was meant, once."""
    notes = "SELECT html FROM message WHERE ticket_id = ? AND kind = 'note'"
    assert shared.sql(notes, slipped) == []
    assert shared.sql(notes, noted) == [(f"<p>{BETTER}</p>",)]
    assert shared.sql("SELECT priority FROM ticket WHERE id = ?", doomed) == [("high",)]
