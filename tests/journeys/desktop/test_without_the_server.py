"""The server is gone, the work goes on, and all of it arrives once (issue: journey b)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.notes.notes_page import NotesPage
from desktop.widgets.button import Button
from desktop.widgets.property_chip import PropertyChip
from models import files
from tests.helpers.desktop import Desktop, SharedDesk, choose, press, texts, type_text
from tests.journeys.desktop.conftest import MakeDesktop, both_stores

NOTES = ("Первая запись без сети", "Second note without a network")
MEMO = "Серверная, стойка 3"


@both_stores
def test_work_without_the_server_arrives_once(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    noted, finished = shared.tickets[0], shared.tickets[1]
    anna, boris = desktop("anna", shared), desktop("boris", shared)
    for one in (anna, boris):
        one.start()
        one.sign_in()
        one.open(noted)
    shared.server.kill()
    anna.until(lambda: anna.status().startswith("Offline since"), "offline")
    for words in NOTES:
        write_note(anna, words)
    change_priority(anna, "High")
    mark_done(anna, finished)
    sha256 = write_memo(anna)
    anna.picture(tmp_path, "offline")
    anna.close()

    anna = desktop("anna", shared)
    assert anna.start()
    anna.until(lambda: anna.status().startswith("Offline since"), "offline after the restart")
    assert outbox_waiting(anna) >= 5
    anna.until(lambda: waiting_words(anna) in anna.status(), "how many changes wait")
    anna.open(noted)
    assert all(any(words in row for row in anna.said()) for words in NOTES)
    anna.picture(tmp_path, "offline-again")

    shared.server.start()
    anna.activate()
    anna.key(Qt.Key.Key_F5)
    anna.until_synced()
    boris.key(Qt.Key.Key_F5)
    for words in NOTES:
        boris.until_said(words)
        assert sum(words in row for row in boris.said()) == 1
    boris.until(lambda: chip(boris, "Priority").value() == "High", "the priority")
    boris.picture(tmp_path, "boris-afterwards")
    assert_stored_once(shared, noted, finished)
    assert_on_second_device(desktop("anna", shared, "-laptop"), sha256, tmp_path)


def write_note(anna: Desktop, words: str) -> None:
    anna.write("note", words)
    anna.send("note")
    anna.until_said(words)


def chip(one: Desktop, label: str) -> PropertyChip:
    chips = one.head.findChildren(PropertyChip)
    return next(chip for chip in chips if chip.accessibleName().startswith(label))


def change_priority(anna: Desktop, words: str) -> None:
    QTest.mouseClick(chip(anna, "Priority"), Qt.MouseButton.LeftButton)
    anna.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, words)
    anna.until(lambda: chip(anna, "Priority").value() == words, "the new priority")


def mark_done(anna: Desktop, ticket: str) -> None:
    anna.open(ticket)
    done = next(b for b in anna.head.findChildren(Button) if b.text() == "Done")
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)
    status = "SELECT status FROM ticket WHERE id = ?"
    anna.until(lambda: anna.sql(status, ticket) == [("done",)], "done in the local file")


def write_memo(anna: Desktop) -> str:
    """A title, a text and a pasted picture in My notes; the sha256 of its bytes."""
    pages = anna.window.navigation.pages
    spot = pages.visualRect(pages.entries.index_of("notes")).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    notes = anna.find(NotesPage)
    anna.until(notes.isVisible, "My notes")
    QTest.mouseClick(notes.list.new, Qt.MouseButton.LeftButton)
    type_text(notes.pane.title, MEMO)
    QTest.keyClick(notes.pane.title, Qt.Key.Key_Return)
    type_text(notes.pane.box.edit, "Кабель 7 вынут")
    QGuiApplication.clipboard().setImage(drawn())
    press(notes.pane.box.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    anna.until(lambda: len(notes.pane.box.files()) == 1, "the picture on the note")
    title = "SELECT count(*) FROM personal_note WHERE title = ? AND files <> '' AND files <> '[]'"
    anna.until(lambda: anna.sql(title, MEMO) == [(1,)], "the memo in the local file")
    return notes.pane.box.files()[0].sha256


def drawn() -> QImage:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    return image


def waiting_words(anna: Desktop) -> str:
    return f". {outbox_waiting(anna)} changes wait on this computer and will be sent later"


def outbox_waiting(anna: Desktop) -> int:
    return int(anna.sql("SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')")[0][0])


def assert_stored_once(shared: SharedDesk, noted: str, finished: str) -> None:
    """The shared store holds every act, and none twice."""
    for words in NOTES:
        found = "SELECT count(*) FROM message WHERE ticket_id = ? AND html LIKE ?"
        assert shared.sql(found, noted, f"%{words}%") == [(1,)]
    changed = "SELECT count(*) FROM event WHERE ticket_id = ? AND what = ? AND new = ?"
    assert shared.sql(changed, noted, "priority", "high") == [(1,)]
    assert shared.sql(changed, finished, "status", "done") == [(1,)]
    assert shared.sql("SELECT priority FROM ticket WHERE id = ?", noted) == [("high",)]
    assert shared.sql("SELECT status FROM ticket WHERE id = ?", finished) == [("done",)]
    assert shared.sql("SELECT count(*) FROM personal_note WHERE deleted = 0") == [(1,)]


def assert_on_second_device(laptop: Desktop, sha256: str, tmp_path: Path) -> None:
    """Anna's memo is there with its words and the very bytes of its picture."""
    laptop.start()
    laptop.sign_in()
    kept = files.path(laptop.profile.files, sha256)
    laptop.until(kept.exists, "the picture's bytes")
    assert files.media_type(kept.read_bytes()) == "image/png"
    assert QImage(str(kept)).convertToFormat(QImage.Format.Format_RGB32) == drawn()
    laptop.window.show_page("notes")
    notes = laptop.find(NotesPage)
    laptop.until(lambda: any(MEMO in row for row in texts(notes.list.model)), "the memo")
    laptop.until(lambda: "Кабель 7 вынут" in notes.pane.box.html(), "the memo's text")
    laptop.until(lambda: notes.pane.box.strip.cards()[0].has_picture(), "the picture, painted")
    laptop.picture(tmp_path, "laptop")
