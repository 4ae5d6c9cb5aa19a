from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.edit_text import EditTextDialog
from desktop.forms import make_editor

HTML = "<p>The <b>tray</b> is bent</p>"


def answered(qtbot: QtBot, typed: str | None) -> str | None:
    """What asking gives when somebody writes ``typed``, or changes nothing, and accepts."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EditTextDialog)
        if typed is not None:
            dialog.edit.setPlainText(typed)
        dialog.try_accept()
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, answer)
    return EditTextDialog.ask(
        None, make_editor=make_editor, title="Internal note", sentence="#12", html=HTML
    )


def test_another_text_is_given_back_and_the_same_one_is_none(qtbot: QtBot) -> None:
    assert answered(qtbot, "The tray is fine") == "<p>The tray is fine</p>"
    assert answered(qtbot, None) is None


def test_an_empty_text_is_not_taken(qtbot: QtBot) -> None:
    dialog = EditTextDialog(make_editor, "Internal note", "#12")
    qtbot.addWidget(dialog)
    dialog.begin(HTML)
    assert not dialog.is_dirty()
    dialog.edit.clear()
    dialog.try_accept()
    assert dialog.words().startswith("There is no text left.")


def test_files_are_not_taken_in_silence(qtbot: QtBot) -> None:
    dialog = EditTextDialog(make_editor, "Internal note", "#12")
    qtbot.addWidget(dialog)
    dialog.begin(HTML)
    dialog._text.image_pasted.emit(b"png")
    assert dialog.words().startswith("Files can't be added here.")
