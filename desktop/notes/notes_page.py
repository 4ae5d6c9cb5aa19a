"""My notes: what was written down and has no ticket yet.

The window connects the signals: it opens the forms for a ticket and tells ``link_note`` what the
note became. Reading and writing go through the reader and the writer that are handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.registry import KeyNote
from desktop.notes.note_list import NoteList
from desktop.notes.note_pane import NotePane
from desktop.notes.note_saver import NoteSaver, drop_drafts
from desktop.notes.note_text import (
    AutosavedPut,
    NoteItem,
    NotesRead,
    item_of,
    put_note,
    read_notes,
    text_of,
)
from desktop.notes.text_parts import EditorFactory
from desktop.notes.writing_box import WritingBox
from desktop.widgets.empty_state import EmptyState
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import Delete, FileRef
from models.errors import NotFound
from models.ids import new_id
from models.perform import Performed
from models.queries.conversation import ticket_header
from models.rows import Actor, FileRow, NoteRow

if TYPE_CHECKING:
    from models.database import Store


class NotesPage(QWidget):
    """Ctrl+N begins a note here. Signals: ``ticket_requested(NoteRow)``,
    ``add_to_ticket_requested(NoteRow)``, ``ticket_opened(str)`` with a ticket's id,
    ``failed(Exception)``, ``list_read()`` when the list shows what the store holds.
    """

    ticket_requested = Signal(object)
    add_to_ticket_requested = Signal(object)
    ticket_opened = Signal(str)
    failed = Signal(object)
    list_read = Signal()

    def __init__(
        self,
        reader: Reader,
        writer: CommandWriter,
        me: Actor,
        now_ms: Callable[[], int],
        make_editor: EditorFactory,
        files: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reader, self._writer, self._me, self._now_ms = reader, writer, me, now_ms
        self._items: list[NoteItem] = []
        self._open: NoteRow | None = None
        self._fresh: NoteRow | None = None
        self._restored = False
        self._going = ""
        self.list = NoteList()
        self.pane = NotePane(lambda parent: WritingBox(make_editor, reader, files, parent))
        self.empty = EmptyState()
        self.saver = NoteSaver(writer, now_ms, self.pane.text, self)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_empty()

    def load(self, *, sort: bool = False) -> None:
        """Read the notes again; with ``sort`` the newest change comes on top."""
        question = partial(read_notes, me=self._me)
        self._reader.ask(f"notes {id(self)}", question, partial(self._on_read, sort))

    @Slot()
    def new_note(self) -> None:
        """Begin a note and put the keyboard into its title."""
        if self._fresh is None or self._fresh is not self._open or self.saver.is_dirty():
            self.saver.settle()
            self._fresh = self._blank_note()
            self._refresh()
            self.list.select(self._fresh.id)
        self.pane.title.setFocus()

    def settle(self) -> None:
        """Save what is being written, now; called before the window closes."""
        self.saver.settle()

    def link_note(self, note_id: str, ticket_id: str) -> None:
        """The note became (part of) this ticket, and says so from now on."""
        self._writer.submit(
            AutosavedPut(entity="personal_note", id=note_id, set={"ticket_id": ticket_id})
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load(sort=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.saver.settle()

    def event(self, event: QEvent) -> bool:
        """Ctrl+N means a note here, before the window takes it for a ticket."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.New)
        ):
            event.accept()
            return True
        return super().event(event)

    def key_notes(self, place: str) -> list[KeyNote]:
        """Keys that this page answers itself."""
        return [
            KeyNote(place, self.tr("New note"), "Ctrl+N"),
            KeyNote(place, self.tr("Delete the note"), "Ctrl+Del"),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        if event.matches(QKeySequence.StandardKey.New):
            self.new_note()
        elif event.key() == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ControlModifier:
            self.delete_note()
        else:
            super().keyPressEvent(event)

    @Slot()
    def delete_note(self) -> None:
        """Delete the open note; the window's undo brings it back."""
        row = self._open
        if row is None:
            return
        never_saved = row is self._fresh and self.pane.text().is_blank()
        self.saver.settle()
        self.saver.forget()
        if not never_saved:
            self._going = row.id
            command = Delete(entity="personal_note", id=row.id)
            self._writer.submit(command, self._on_deleted, self._on_deletion_refused)
        self._open = self._fresh = None
        self._items = [item for item in self._items if item.row.id != row.id]
        self._refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        self._right.addWidget(self.empty)
        self._right.addWidget(self.pane)
        layout.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.list.note_wanted.connect(self.new_note)
        self.list.note_selected.connect(self._on_note_selected)
        self.list.deletion_wanted.connect(self.delete_note)
        self.list.entered.connect(self.pane.box.edit.setFocus)
        self.empty.action_chosen.connect(self.new_note)
        self.pane.text_edited.connect(self._on_text_edited)
        self.pane.files_changed.connect(self._on_files_changed)
        self.pane.deletion_wanted.connect(self.delete_note)
        self.pane.ticket_wanted.connect(partial(self._hand_on, self.ticket_requested))
        self.pane.adding_wanted.connect(partial(self._hand_on, self.add_to_ticket_requested))
        self.pane.link_opened.connect(self.ticket_opened)
        self.pane.box.failed.connect(self.failed)
        self.saver.failed.connect(self.failed)
        self.saver.saved.connect(self._on_saved)
        self._writer.performed.connect(self._on_performed)

    def _show_empty(self) -> None:
        self.empty.show_state(
            "note",
            self.tr("Nothing written down yet"),
            self.tr(
                "Keep here what has no ticket yet: a call on the stairs, a picture from the server "
                "room, a list for Monday. It works without a network and follows you to your "
                "other computers."
            ),
            self.tr("New note"),
        )

    def _on_read(self, sort: bool, read: NotesRead) -> None:
        self._items = [item for item in read.items if item.row.id != self._going]
        if not self._restored:
            self._restored = True
            self._restore(read.unsaved)
        self._refresh(sort=sort)
        self.list_read.emit()

    def _restore(self, unsaved: list[NoteRow]) -> None:
        """Save what was typed and not saved when the program ended; the list follows by itself."""
        for row in unsaved:
            command = put_note(row.id, text_of(row), row.at_ms, self._now_ms())
            self._writer.submit(command, partial(self._on_restored, row.id))

    def _on_restored(self, note_id: str, performed: Performed) -> None:
        self._writer.write(partial(drop_drafts, note_id=note_id))

    def _refresh(self, *, sort: bool = False) -> None:
        """Show the notes that were read, with the one that was just begun on top."""
        shown = list(self._items)
        if self._fresh is not None:
            if any(item.row.id == self._fresh.id for item in shown):
                self._fresh = None
            else:
                shown.insert(0, item_of(self._fresh))
        self.list.show_items(shown, sort=sort)
        self._right.setCurrentWidget(self.pane if shown else self.empty)
        row = self._row(self.list.selected_id())
        if row is None and shown:
            self.list.select("")
        elif row is not None:
            self._show_row(row)
        else:
            self._open = None

    def _show_row(self, row: NoteRow) -> None:
        """Show a note, or what is new about the open one; typed words are never replaced."""
        before, self._open = self._open, row
        same = before is not None and before.id == row.id
        unchanged = same and before is not None and before.updated_at_ms == row.updated_at_ms
        if same and (unchanged or self.saver.is_dirty() or self.saver.is_own(row.updated_at_ms)):
            self.pane.show_facts(row)
        else:
            self.saver.open(row.id, row.at_ms, text_of(row))
            self.pane.show_note(row)
        if self.saver.is_dirty():
            self.pane.show_saving()
        if row.ticket_id:
            question = partial(_ticket_number, ticket_id=row.ticket_id)
            self._reader.ask(f"note's ticket {id(self)}", question, self.pane.show_link)

    @Slot(str)
    def _on_note_selected(self, note_id: str) -> None:
        if self._open is not None and self._open.id == note_id:
            return
        left_blank = self._open is self._fresh and self.pane.text().is_blank()
        self.saver.settle()
        row = self._row(note_id)
        if row is not None:
            self._show_row(row)
        if left_blank and self._fresh is not None and self._fresh.id != note_id:
            self._fresh = None
            QTimer.singleShot(0, self, self._refresh)

    @Slot()
    def _on_text_edited(self) -> None:
        self.saver.touch()
        self.pane.show_saving()

    @Slot()
    def _on_files_changed(self) -> None:
        """Files are named by the note's row alone, so they are saved at once."""
        self.saver.touch()
        self.saver.settle()

    def _on_deleted(self, performed: Performed) -> None:
        self._going = ""

    def _on_deletion_refused(self, error: Exception) -> None:
        self._going = ""
        self.failed.emit(error)
        self.load()

    @Slot(str)
    def _on_saved(self, note_id: str) -> None:
        if self._open is not None and self._open.id == note_id and not self.saver.is_dirty():
            self.pane.show_sent(sent=not self._open.unsent)

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        if any(kind == "personal_note" for kind, _ in performed.touched):
            self.load()

    def _hand_on(self, signal: SignalInstance) -> None:
        """The note with its newest words, to whom it may concern."""
        self.saver.settle()
        if self._open is not None:
            text = self.pane.text()
            files = tuple(map(_file_row, text.files))
            signal.emit(replace(self._open, title=text.title, html=text.html, files=files))

    def _row(self, note_id: str) -> NoteRow | None:
        item = self.list.item(note_id)
        return item.row if item is not None else None

    def _blank_note(self) -> NoteRow:
        now_ms = self._now_ms()
        return NoteRow(
            id=new_id(),
            title="",
            html="",
            at_ms=now_ms,
            updated_at_ms=now_ms,
            files=(),
            unsent=False,
            ticket_id=None,
        )


def _file_row(file: FileRef) -> FileRow:
    return FileRow(**msgspec.structs.asdict(file), state="complete")


def _ticket_number(store: Store, ticket_id: str) -> str:
    """The number of a ticket; empty while it is not on this computer."""
    try:
        return ticket_header(store, ticket_id).number
    except NotFound:
        return ""
