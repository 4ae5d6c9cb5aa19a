"""Keys by their place, with the events that a Cyrillic keyboard sends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions.physical_keys import latin_keys, typed_keys
from desktop.assembly import Assembly
from tests.desktop.whole_desk import whole_desk

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
# Scan codes as X and Wayland count them.
PLACES = {"A": 38, "D": 40, "J": 44, "K": 45, "B": 56, "E": 26, ",": 59, "5": 14, "?": 999}


def pressed(letter: str, place: str, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    text = "" if held & CTRL else letter
    code = PLACES[place]
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), held, code, 0x6D7, 0, text)


@pytest.mark.parametrize(
    ("letter", "place", "held", "keys"),
    [
        ("в", "D", NONE, "D"),  # Russian
        ("а", "D", NONE, "D"),  # Bulgarian, state standard
        ("д", "D", NONE, "D"),  # Bulgarian, phonetic
        ("л", "K", CTRL, "Ctrl+K"),
        ("б", ",", CTRL, "Ctrl+,"),
        ("и", "B", CTRL_SHIFT, "Ctrl+Shift+B"),
        ("d", "D", NONE, None),
        ("q", "A", NONE, None),  # French: its letter counts, not its place
        ("ф", "?", NONE, None),
    ],
)
def test_the_place_of_a_foreign_letter_tells_its_key(
    letter: str, place: str, held: Qt.KeyboardModifier, keys: str | None
) -> None:
    found = latin_keys(pressed(letter, place, held))
    assert (QKeySequence(found).toString() if found else None) == keys


def test_windows_counts_keys_from_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.platformName", lambda: "windows")
    event = QKeyEvent(QEvent.Type.KeyPress, ord("В"), NONE, 32, 0x44, 0, "в")
    assert QKeySequence(typed_keys(event)).toString() == "D"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        assembly.window.activateWindow()
        assembly.window.list_pane.view.setFocus()
        qtbot.waitUntil(assembly.window.list_pane.view.hasFocus)
        qtbot.waitUntil(lambda: assembly.areas.ticket.header() is not None)
        yield assembly


def send(to: QWidget | None, event: QKeyEvent) -> None:
    assert to is not None
    QApplication.sendEvent(to, event)


def test_j_and_control_k_work_in_the_list_of_a_russian(desk: Assembly, qtbot: QtBot) -> None:
    view = desk.window.list_pane.view
    view.select_position(0)
    send(view, pressed("о", "J"))
    assert view.currentIndex().row() == 1
    send(view, pressed("л", "K"))
    assert view.currentIndex().row() == 0
    send(view, pressed("л", "K", CTRL))
    palette = desk.areas.palette.palette
    assert palette.isVisible()
    send(palette.field, pressed("л", "K", CTRL))
    assert not palette.isVisible()


def test_done_works_for_a_bulgarian(desk: Assembly, qtbot: QtBot) -> None:
    view = desk.window.list_pane.view
    view.select_position(0)
    before = view.current_id()
    send(view, pressed("а", "D"))
    assert before not in [row.id for row in desk.window.list_pane.model.rows()]


def test_letters_are_typed_while_somebody_writes(desk: Assembly, qtbot: QtBot) -> None:
    desk.areas.ticket.write("note")
    rows = desk.window.list_pane.model.rowCount()
    writing = desk.window.focusWidget()
    send(writing, pressed("в", "D"))
    assert desk.areas.ticket._composer.editor("note").toPlainText() == "в"
    assert desk.window.list_pane.model.rowCount() == rows


def test_keys_of_the_editor_work_in_the_editor(desk: Assembly, qtbot: QtBot) -> None:
    desk.areas.ticket.write("note")
    editor = desk.areas.ticket._composer.editor("note")
    send(editor, pressed("и", "B", CTRL))
    send(editor, pressed("в", "D"))
    assert editor.document().firstBlock().begin().fragment().charFormat().fontWeight() > 500


def test_keys_of_a_message_do_not_work_in_the_list(desk: Assembly, qtbot: QtBot) -> None:
    asked: list[object] = []
    desk.areas.ticket._conversation.edit_wanted.connect(asked.append)
    view = desk.areas.ticket._conversation
    send(desk.window.list_pane.view, pressed("у", "E"))
    assert asked == []
    view.take_focus()
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
    send(view, pressed("у", "E"))
    assert len(asked) == 1
