"""The left side of My notes: how many there are, a button for a new one, and the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.notes.note_delegate import NoteDelegate
from desktop.notes.note_text import NoteItem
from desktop.notes.notes_model import NotesModel
from desktop.theme import LIST_WIDTH_PX
from desktop.widgets.button import Button


class NoteList(QFrame):
    """Signals: ``note_selected(str)`` with an id, ``note_wanted()``, ``deletion_wanted()`` by
    Delete, ``entered()`` by Enter: the person wants to write in the selected note.
    """

    note_selected = Signal(str)
    note_wanted = Signal()
    deletion_wanted = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setFixedWidth(LIST_WIDTH_PX)
        self.model = NotesModel(self)
        self.view = QListView()
        self.new = Button(self.tr("Note"), "plus")
        self._count = QLabel()
        self._set_up_view()
        self._lay_out()
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
        self._count.setText(str(len(items)) if items else "")

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

    def _set_up_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(NoteDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("My notes"))
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setObjectName("paneHeader")
        row = QHBoxLayout(header)
        row.setContentsMargins(14, 0, 12, 0)
        title = QLabel(self.tr("My notes"))
        title.setProperty("role", "heading")
        self._count.setProperty("role", "secondary")
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.view, 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        item = self.model.item_at(current.row())
        if item is not None:
            self.note_selected.emit(item.row.id)
