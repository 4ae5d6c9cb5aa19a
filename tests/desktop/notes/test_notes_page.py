from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.notes import note_saver
from models.commands import Delete
from models.drafts import save_draft
from models.files import path as file_path
from models.perform import Performed
from models.rows import NoteRow
from tests.desktop.notes.conftest import Notes, commit, open_page, picture, put_note
from tests.desktop.work.sample import HOUR, SampleDesk

NOTES = "SELECT title, html FROM personal_note WHERE deleted = 0 ORDER BY id"
DRAFTS = "SELECT kind, html FROM own_draft ORDER BY kind"
PUTS = "SELECT COUNT(*) FROM outbox WHERE kind = 'put'"


@pytest.fixture(autouse=True)
def fast_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of a tenth, so that tests wait for facts and not for people."""
    monkeypatch.setattr(note_saver, "DRAFT_AFTER_MS", 80)
    monkeypatch.setattr(note_saver, "SAVE_AFTER_MS", 200)


def new_note(notes: Notes, title: str, text: str) -> None:
    QTest.keyClick(notes.page.list.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    commit(notes.page.pane.title, title)
    commit(notes.page.pane.box.edit, text)


def is_deletion(performed: Performed) -> bool:
    return isinstance(performed.command, Delete)


def test_without_notes_the_page_invites_to_write(notes: Notes) -> None:
    assert notes.page.empty.isVisible()
    notes.page.empty.action_chosen.emit()
    assert notes.page.pane.title.hasFocus()


def test_tab_goes_from_the_title_to_the_text(notes: Notes) -> None:
    new_note(notes, "Title", "")
    notes.page.pane.title.setFocus()
    QTest.keyClick(notes.page.pane.title, Qt.Key.Key_Tab)
    assert notes.page.focusWidget() is notes.page.pane.box.edit


def test_a_note_is_saved_by_itself_after_a_pause(qtbot: QtBot, notes: Notes) -> None:
    with qtbot.waitSignal(notes.page.saver.saved):
        new_note(notes, "Серверная", "Батарея 11 %")
    assert notes.rows(NOTES) == [("Серверная", "<p>Батарея 11 %</p>")]
    assert notes.rows(DRAFTS) == []
    qtbot.waitUntil(lambda: notes.titles() == ["Серверная"])
    spoken = notes.page.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Серверная, Батарея 11 %, not sent yet"


def test_typing_on_makes_one_change_of_many_letters(qtbot: QtBot, notes: Notes) -> None:
    with qtbot.waitSignal(notes.page.saver.saved):
        new_note(notes, "List", "")
        for letter in "one two three four five":
            commit(notes.page.pane.box.edit, letter)
    assert notes.rows(PUTS) == [(1,)]


def test_an_older_draft_does_not_replace_a_newer_note(
    qtbot: QtBot, desk: SampleDesk, tmp_path: Path
) -> None:
    put_note(desk, "n1", "New", "<p>newer</p>", desk.now_ms)
    save_draft(desk._store, "n1", "memo", "<p>old</p>", desk.now_ms - HOUR)
    made = Notes(desk, tmp_path / "files")
    open_page(qtbot, made)
    assert made.page.pane.text().html == "<p>newer</p>"
    assert made.rows(PUTS) == [(0,)]
    made.end()


def test_leaving_a_note_saves_it_and_shows_the_other(
    qtbot: QtBot, desk: SampleDesk, tmp_path: Path
) -> None:
    put_note(desk, "n1", "First", "<p>one</p>", desk.now_ms - HOUR)
    put_note(desk, "n2", "Second", "<p>two</p>", desk.now_ms)
    made = Notes(desk, tmp_path / "files")
    open_page(qtbot, made)
    assert made.titles() == ["Second", "First"]
    assert made.page.pane.title.text() == "Second"
    commit(made.page.pane.box.edit, " and more")
    made.page.list.setFocus()
    QTest.keyClick(made.page.list.view, Qt.Key.Key_Down)
    assert made.page.pane.title.text() == "First"
    wanted = [("First", "<p>one</p>"), ("Second", "<p>two and more</p>")]
    assert made.rows(NOTES) == wanted
    made.end()


def test_a_note_from_another_computer_is_shown_but_never_over_typed_words(
    qtbot: QtBot, desk: SampleDesk, tmp_path: Path
) -> None:
    put_note(desk, "n1", "Shared", "<p>here</p>", desk.now_ms)
    made = Notes(desk, tmp_path / "files")
    open_page(qtbot, made)
    put_note(desk, "n1", "Shared", "<p>there</p>", desk.now_ms + HOUR)
    made.page.load()
    qtbot.waitUntil(lambda: made.page.pane.text().html == "<p>there</p>")
    commit(made.page.pane.box.edit, " typed")
    put_note(desk, "n1", "Shared", "<p>elsewhere</p>", desk.now_ms + 2 * HOUR)
    with qtbot.waitSignal(made.page.list_read):
        made.page.load()
    assert made.page.pane.text().html == "<p>there typed</p>"
    made.end()


def test_a_pasted_picture_is_kept_with_the_note(qtbot: QtBot, notes: Notes, tmp_path: Path) -> None:
    data = picture(Qt.GlobalColor.darkBlue)
    new_note(notes, "Rack 3", "")
    with qtbot.waitSignal(notes.page.saver.saved):
        notes.page.pane.box.edit.image_pasted.emit(data)  # type: ignore[attr-defined]
    ((listed,),) = notes.rows("SELECT files FROM personal_note")
    (file,) = json.loads(str(listed))
    assert file["media_type"] == "image/png"
    assert file_path(tmp_path / "files", file["sha256"]).read_bytes() == data
    (card,) = notes.page.pane.box.strip.cards()
    qtbot.waitUntil(card.has_picture)
    with qtbot.waitSignal(notes.page.saver.saved):
        QTest.keyClick(card, Qt.Key.Key_Delete)
    assert notes.rows("SELECT files FROM personal_note") == [("[]",)]


def test_a_deleted_note_comes_back_by_its_inverse(qtbot: QtBot, notes: Notes) -> None:
    with qtbot.waitSignal(notes.page.saver.saved):
        new_note(notes, "Once", "words")
    qtbot.waitUntil(lambda: notes.titles() == ["Once"])
    with qtbot.waitSignal(notes.writer.performed, check_params_cb=is_deletion) as performed:
        QTest.keyClick(notes.page.pane, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        assert notes.titles() == []
    assert notes.page.empty.isVisible()
    done = performed.args[0]
    assert done.command.undoable
    notes.writer.submit(done.inverse)
    qtbot.waitUntil(lambda: notes.titles() == ["Once"])
    assert notes.page.pane.text().html == "<p>words</p>"


def test_a_save_is_no_step_for_undo(qtbot: QtBot, notes: Notes) -> None:
    with qtbot.waitSignal(notes.writer.performed) as performed:
        new_note(notes, "Once", "words")
    assert not performed.args[0].command.undoable


def test_an_empty_new_note_leaves_no_trace(qtbot: QtBot, notes: Notes) -> None:
    with qtbot.waitSignal(notes.page.saver.saved):
        new_note(notes, "Kept", "words")
    qtbot.waitUntil(lambda: notes.titles() == ["Kept"])
    QTest.keyClick(notes.page.pane.title, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert notes.titles() == ["", "Kept"]
    notes.page.list.setFocus()
    QTest.keyClick(notes.page.list.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: notes.titles() == ["Kept"])
    assert notes.rows(PUTS) == [(1,)]


def test_the_note_is_handed_on_with_its_newest_words(qtbot: QtBot, notes: Notes) -> None:
    new_note(notes, "Rack", "battery")
    with qtbot.waitSignal(notes.page.ticket_requested) as asked:
        notes.page.pane.make_ticket.click()
    row: NoteRow = asked.args[0]
    assert (row.title, row.html) == ("Rack", "<p>battery</p>")
    assert notes.rows(NOTES) == [("Rack", "<p>battery</p>")]


def test_a_linked_note_says_what_it_became(qtbot: QtBot, notes: Notes) -> None:
    with qtbot.waitSignal(notes.page.saver.saved):
        new_note(notes, "Rack", "battery")
    ticket = notes.desk.ticket("Battery", number=10_482)
    ((note_id,),) = notes.rows("SELECT id FROM personal_note")
    notes.page.link_note(str(note_id), ticket)
    pane = notes.page.pane
    qtbot.waitUntil(lambda: pane.link.text() == "Became #10482")
    assert not pane.make_ticket.isEnabled()
    with qtbot.waitSignal(notes.page.ticket_opened) as opened:
        pane.link.click()
    assert opened.args == [ticket]
    assert notes.rows(NOTES) == [("Rack", "<p>battery</p>")]


def test_a_full_disk_keeps_the_words_and_tries_again(qtbot: QtBot, notes: Notes) -> None:
    full = "SELECT RAISE(ABORT, 'database or disk is full')"
    notes.desk._store.sql(f"CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN {full}; END")
    with qtbot.waitSignal(notes.page.failed):
        new_note(notes, "Rack", "battery")
    assert notes.page.saver.is_dirty()
    assert notes.rows(NOTES) == []
    assert notes.rows(DRAFTS) == [("memo", "<p>battery</p>"), ("memo_title", "Rack")]
    notes.desk._store.sql("DROP TRIGGER full")
    with qtbot.waitSignal(notes.page.saver.saved):
        notes.page.settle()
    assert notes.rows(NOTES) == [("Rack", "<p>battery</p>")]


def test_closing_saves_at_once(notes: Notes) -> None:
    new_note(notes, "Last", "words")
    notes.page.settle()
    assert notes.rows(NOTES) == [("Last", "<p>words</p>")]


def test_a_ticket_that_is_not_here_leaves_the_link_without_number(
    qtbot: QtBot, notes: Notes
) -> None:
    with qtbot.waitSignal(notes.page.saver.saved):
        new_note(notes, "Rack", "battery")
    ((note_id,),) = notes.rows("SELECT id FROM personal_note")
    notes.page.link_note(str(note_id), "of-another-queue")
    qtbot.waitUntil(lambda: notes.page.pane.link.text() == "Became a ticket")
    assert not notes.page.pane.link.isEnabled()
