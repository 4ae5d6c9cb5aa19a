"""A real local file with people to find, and what the dialogs are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.editor.format_bar import FormatBar
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.notes.writing_box import WritingBox
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from tests.desktop.work.conftest import desk
from tests.desktop.work.sample import SampleDesk

__all__ = ["desk"]


@pytest.fixture
def reader(desk: SampleDesk) -> Iterator[Reader]:
    made = Reader(desk.database)
    yield made
    made.close()


@pytest.fixture
def writer(desk: SampleDesk) -> Iterator[CommandWriter]:
    made = CommandWriter(desk.database, desk.me, lambda: desk.now_ms)
    yield made
    made.close()


@pytest.fixture
def drafts(desk: SampleDesk, reader: Reader, writer: CommandWriter) -> FormDrafts:
    return FormDrafts(reader, writer, lambda: desk.now_ms)


@pytest.fixture
def people(desk: SampleDesk) -> SampleDesk:
    """Contacts of a company, with letters of two alphabets."""
    desk.put("company", id="nw", name="Northwind")
    contacts = (
        ("peter", "Peter Hale", "peter.hale@northwind.example", "+44 20 7946 0018"),
        ("petr", "Петр Ковалёв", "pkovalev@corp.example", "+7 495 555-01-02"),
    )
    for id, name, email, phone in contacts:
        desk.put("contact", id=id, name=name, email=email, phone=phone, company_id="nw", active=1)
    return desk


def make_box(reader: Reader, files: Path, parent: QWidget) -> WritingBox:
    """What the window puts together of the parts of the editor and of My notes."""

    def make_editor(owner: QWidget) -> tuple[RichTextEdit, FormatBar]:
        edit = RichTextEdit("Text", owner)
        return edit, FormatBar(edit, owner)

    return WritingBox(make_editor, reader, files, parent)


def commit(widget: QWidget, text: str) -> None:
    """Type ``text`` as an input method does; key clicks with Cyrillic abort Python."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(
    widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release one key."""
    QTest.keyClick(widget, key, held)
