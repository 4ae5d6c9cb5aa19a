"""My notes over a real local file, as the window puts them together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.editor.format_bar import FormatBar
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.notes.notes_page import NotesPage
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.database import Store
from tests.desktop.work.conftest import desk
from tests.desktop.work.sample import SampleDesk

__all__ = ["desk"]


class Notes:
    """A page on a desk; ``end`` is what a killed program leaves behind: no settling, no timers."""

    def __init__(self, desk: SampleDesk, files: Path) -> None:
        self.desk = desk
        self.reader = Reader(desk.database)
        self.writer = CommandWriter(desk.database, desk.me, self.tick)
        self.page = NotesPage(self.reader, self.writer, desk.me, self.tick, make_editor, files)
        self._now_ms = desk.now_ms

    def tick(self) -> int:
        """Every moment is another one."""
        self._now_ms += 1
        return self._now_ms

    def titles(self) -> list[str]:
        model = self.page.list.model
        return [str(model.index(n).data()) for n in range(model.rowCount())]

    def rows(self, text: str) -> list[tuple[object, ...]]:
        """What a query finds in the file once everything given to the writer is on disk."""
        assert self.writer.flush()
        store = Store.open(self.desk.database, "local", migrate=False)
        found = store.sql(text)
        store.close()
        return found

    def end(self) -> None:
        self.writer.close()
        self.reader.close()


def make_editor(owner: QWidget) -> tuple[RichTextEdit, FormatBar]:
    edit = RichTextEdit("Text", owner)
    return edit, FormatBar(edit, owner)


@pytest.fixture
def notes(qtbot: QtBot, desk: SampleDesk, tmp_path: Path) -> Iterator[Notes]:
    made = Notes(desk, tmp_path / "files")
    open_page(qtbot, made)
    yield made
    made.end()


def open_page(qtbot: QtBot, notes: Notes) -> None:
    qtbot.addWidget(notes.page)
    with qtbot.waitSignal(notes.page.list_read):
        notes.page.show()
    qtbot.waitActive(notes.page)


def put_note(desk: SampleDesk, id: str, title: str, html: str, at_ms: int) -> None:
    desk.put(
        "personal_note",
        id=id,
        title=title,
        html=html,
        files="[]",
        at_ms=at_ms,
        updated_at_ms=at_ms,
        scope=f"u:{desk.me.id}",
    )


def commit(widget: QWidget, text: str) -> None:
    """Type ``text`` as an input method does; key clicks with Cyrillic abort Python."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def picture(colour: Qt.GlobalColor) -> bytes:
    """A small PNG."""
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes, Qt does not
    return bytes(buffer.data().data())
