"""Two drafts for every ticket, saved in time, never mixed up, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.editor.composer import Composer, Outgoing
from desktop.work.draft_timer import LONGEST_MS, PAUSE_MS
from models.commands import FileRef
from tests.desktop.editor.typing import CTRL, SHIFT, press, type_text

FILE = FileRef(id="f1", sha256="ab" * 32, name="лог.txt", media_type="text/plain", size_bytes=12)


class Heard:
    """What a composer gave out."""

    def __init__(self, composer: Composer) -> None:
        self.drafts: list[tuple[str, str, str]] = []
        self.sent: list[Outgoing] = []
        composer.draft_changed.connect(lambda *draft: self.drafts.append(draft))
        composer.sent.connect(self.sent.append)


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    widget = Composer()
    qtbot.addWidget(widget)
    widget.resize(540, 240)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_ticket("t1", "Peter Hale <peter@example.org>")
    return widget


@pytest.fixture
def heard(composer: Composer) -> Heard:
    return Heard(composer)


def test_a_pause_in_typing_saves(qtbot: QtBot, composer: Composer, heard: Heard) -> None:
    type_text(composer.editor("reply"), "Привет")
    assert heard.drafts == []
    qtbot.waitUntil(lambda: bool(heard.drafts), timeout=2_000)
    assert heard.drafts == [("t1", "reply", "<p>Привет</p>")]


def test_typing_without_a_pause_is_saved_within_a_second(
    qtbot: QtBot, composer: Composer, heard: Heard
) -> None:
    clock = QElapsedTimer()
    clock.start()
    editor = composer.editor("note")

    def type_on() -> bool:
        type_text(editor, "я")
        return bool(heard.drafts)

    qtbot.waitUntil(type_on, timeout=3_000)
    assert PAUSE_MS <= 700
    assert clock.elapsed() >= LONGEST_MS - 50
    assert heard.drafts[0][:2] == ("t1", "note")
    assert LONGEST_MS < 1_000


def test_reply_and_note_are_two_drafts(composer: Composer, heard: Heard) -> None:
    type_text(composer.editor("reply"), "to you")
    composer.open_kind("note")
    assert heard.drafts == [("t1", "reply", "<p>to you</p>")]
    type_text(composer.editor("note"), "among us")
    composer.open_kind("reply")
    assert heard.drafts[-1] == ("t1", "note", "<p>among us</p>")
    assert composer.editor("reply").canonical_html() == "<p>to you</p>"


def test_another_ticket_saves_at_once_and_keeps_texts_apart(
    composer: Composer, heard: Heard
) -> None:
    type_text(composer.editor("reply"), "one")
    composer.show_ticket("t2", "")
    assert heard.drafts == [("t1", "reply", "<p>one</p>")]
    assert composer.editor("reply").is_blank()
    type_text(composer.editor("reply"), "two")
    composer.show_ticket("t1", "")
    assert composer.editor("reply").canonical_html() == "<p>one</p>"
    assert heard.drafts[-1] == ("t2", "reply", "<p>two</p>")


def test_drafts_of_the_store_are_shown_but_never_over_typing(composer: Composer) -> None:
    composer.show_drafts("t1", {"note": "<p>kept note</p>"})
    assert composer.editor("note").canonical_html() == "<p>kept note</p>"
    type_text(composer.editor("reply"), "typed")
    composer.show_drafts("t1", {"reply": "<p>old</p>"})
    assert composer.editor("reply").canonical_html() == "<p>typed</p>"
    composer.show_drafts("t9", {"reply": "<p>foreign</p>"})
    assert composer.editor("reply").canonical_html() == "<p>typed</p>"


def test_the_only_draft_is_in_front_unless_somebody_is_about_to_type(composer: Composer) -> None:
    composer.setFocus()
    composer.show_drafts("t1", {"note": "<p>kept note</p>"})
    assert composer.kind() == "note"
    composer.show_ticket("t2", "")
    composer.show_drafts("t2", {})
    assert composer.kind() == "note"
    composer.open_kind("note")
    composer.show_drafts("t2", {"reply": "<p>kept reply</p>"})
    assert composer.kind() == "note"


def test_an_emptied_draft_does_not_come_back(composer: Composer, heard: Heard) -> None:
    composer.show_drafts("t1", {"reply": "<p>x</p>"})
    press(composer.editor("reply"), Qt.Key.Key_Backspace)
    composer.show_ticket("t2", "")
    composer.show_ticket("t1", "")
    composer.show_drafts("t1", {"reply": "<p>x</p>"})
    assert composer.editor("reply").is_blank()
    assert heard.drafts[0] == ("t1", "reply", "")


def test_showing_a_ticket_saves_nothing(qtbot: QtBot, composer: Composer, heard: Heard) -> None:
    composer.show_drafts("t1", {"reply": "<p>x</p>"})
    composer.show_ticket("t2", "")
    composer.save_now()
    assert heard.drafts == []


def test_saved_is_said_only_when_it_is_true(composer: Composer, heard: Heard) -> None:
    row = composer._send_row
    type_text(composer.editor("reply"), "a")
    assert not row.is_saved()
    composer.save_now()
    composer.draft_saved("t1", "reply")
    assert row.is_saved()
    type_text(composer.editor("reply"), "b")
    composer.draft_saved("t1", "reply")
    assert not row.is_saved()


@pytest.mark.parametrize(("held", "done"), [(CTRL, False), (CTRL | SHIFT, True)])
def test_sending_empties_the_field(
    composer: Composer, heard: Heard, held: Qt.KeyboardModifier, done: bool
) -> None:
    type_text(composer.editor("reply"), "ready")
    press(composer.editor("reply"), Qt.Key.Key_Return, held)
    assert heard.sent == [Outgoing("t1", "reply", "<p>ready</p>", (), done)]
    assert composer.editor("reply").is_blank()
    composer.confirm_sent(heard.sent[0])
    assert heard.drafts == [("t1", "reply", "")]


def test_what_is_typed_while_sending_stays_a_draft(composer: Composer, heard: Heard) -> None:
    editor = composer.editor("reply")
    type_text(editor, "one")
    press(editor, Qt.Key.Key_Return, CTRL)
    type_text(editor, "two")
    composer.confirm_sent(heard.sent[0])
    assert heard.drafts == [("t1", "reply", "<p>two</p>")]


def test_a_refused_text_returns(composer: Composer, heard: Heard) -> None:
    composer.add_file("t1", "reply", FILE, None)
    editor = composer.editor("reply")
    type_text(editor, "one")
    press(editor, Qt.Key.Key_Return, CTRL)
    composer.take_back(heard.sent[0])
    assert editor.canonical_html() == "<p>one</p>"
    press(editor, Qt.Key.Key_Return, CTRL)
    assert heard.sent[1].files == (FILE,)


def test_nothing_is_not_sent(composer: Composer, heard: Heard) -> None:
    press(composer.editor("reply"), Qt.Key.Key_Return, CTRL)
    type_text(composer.editor("reply"), "  ")
    press(composer.editor("reply"), Qt.Key.Key_Return, CTRL)
    assert heard.sent == []


def test_files_go_with_their_own_message_and_can_be_taken_off(
    composer: Composer, heard: Heard
) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    composer.add_file("t1", "note", FILE, picture)
    press(composer.editor("reply"), Qt.Key.Key_Return, CTRL)
    assert heard.sent == []
    composer.open_kind("note")
    press(composer.editor("note"), Qt.Key.Key_Return, CTRL)
    assert heard.sent == [Outgoing("t1", "note", "", (FILE,), False)]
    composer.add_file("t1", "note", FILE, None)
    chip = composer._attachments._chips[0]
    assert "лог.txt" in chip.accessibleName()
    press(chip, Qt.Key.Key_Delete)
    press(composer.editor("note"), Qt.Key.Key_Return, CTRL)
    assert len(heard.sent) == 1


def test_dropped_files_are_read_or_refused_with_a_word(
    qtbot: QtBot, composer: Composer, tmp_path: Path
) -> None:
    good = tmp_path / "лог.txt"
    good.write_bytes(b"text")
    with qtbot.waitSignal(composer.path_given) as given:
        composer.editor("note").files_dropped.emit([good])
    assert given.args == ["t1", "note", good]
    with qtbot.waitSignal(composer.file_refused) as refused:
        composer.editor("note").files_dropped.emit([tmp_path / "gone.txt"])
    assert "gone.txt" in refused.args[0]
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate((2 << 30) + 1)
    with qtbot.waitSignal(composer.file_refused) as refused:
        composer.editor("note").files_dropped.emit([film])
    assert "2 GB" in refused.args[0]


def test_an_answer_goes_into_the_reply(composer: Composer) -> None:
    composer.open_kind("note")
    composer.insert_answer("<ol><li>a</li><li>b</li></ol>")
    assert composer.kind() == "reply"
    assert composer.editor("reply").canonical_html() == "<ol><li>a</li><li>b</li></ol>"


def test_the_button_that_sends_leaves_the_keyboard_in_the_text(
    composer: Composer, heard: Heard
) -> None:
    type_text(composer.editor("reply"), "fixed")
    buttons = composer.findChildren(QPushButton)
    button = next(each for each in buttons if each.accessibleName() == "Send")
    button.setFocus()
    button.click()
    assert len(heard.sent) == 1
    assert composer.editor("reply").hasFocus()
