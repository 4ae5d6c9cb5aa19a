"""The left side of My notes: how many there are, a button for a new one, and the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.notes.note_delegate import NoteDelegate
from desktop.notes.note_text import NoteItem
from desktop.notes.notes_model import NotesModel
from desktop.widgets.button import Button
from desktop.widgets.side_list import SideList


class NoteList(SideList):
    """Signals: ``note_selected(str)`` with an id, ``note_wanted()``, ``deletion_wanted()`` by
    Delete, ``entered()`` by Enter: the person wants to write in the selected note.
    """

    note_selected = Signal(str)
    note_wanted = Signal()
    deletion_wanted = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NotesModel(self)
        self.new = Button(self.tr("Note"), "plus")
        self.set_up_view(self.model, NoteDelegate(self.view), self.tr("My notes"))
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.lay_out(self.tr("My notes"), at_end=self.new)
        self.new.setAccessibleName(self.tr("New note"))
        self.new.setToolTip(self.tr("New note") + "  Ctrl+N")
        self.new.clicked.connect(self.note_wanted)
        self.setFocusProxy(self.view)

    def show_items(self, items: Sequence[NoteItem], *, sort: bool = False) -> None:
        """Show these notes; the selected one stays selected if it is among them."""
        selected = self.selected_id()
        self.model.show_items(items, sort=sort)
        if sort:
            self.select(selected)
        self.show_count(len(items))

    def select(self, note_id: str) -> None:
        """Select a note, or the first one when it is not here."""
        position = max(0, self.model.position_of(note_id))
        self.view.setCurrentIndex(self.model.index(position))

    def selected_id(self) -> str:
        """The id of the selected note, or an empty string."""
        item = self.model.item_at(self.view.currentIndex().row())
        return item.row.id if item is not None else ""

    def item(self, note_id: str) -> NoteItem | None:
        """The note with this id, if it is in the list."""
        return self.model.item_at(self.model.position_of(note_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.deletion_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        item = self.model.item_at(current.row())
        if item is not None:
            self.note_selected.emit(item.row.id)
