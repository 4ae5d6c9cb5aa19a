"""The check list of a ticket: lines are ticked, added, changed, moved and removed, also by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.theme import PANE_PADDING_PX
from desktop.widgets.popup_delegate import ONE_LINE_HEIGHT_PX, PopupDelegate
from desktop.widgets.popup_row import PopupRow, PopupRowModel
from models.commands import AddItem, Command, EditItem, MoveItem, RemoveItem, TickItem
from models.commands.checklists import TEXT_LIMIT
from models.rows import ItemRow

_MOST_ROWS, _EDIT_KEY = 5, "E"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChecklistPanel(QFrame):
    """Hidden until it is opened. Space ticks, E changes, Alt+Up and Alt+Down move, Delete removes.

    Signals: ``command_chosen(Command)``.
    """

    command_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist")
        self._ticket_id, self._editing_id = "", ""
        self._items: tuple[ItemRow, ...] = ()
        self._begun: dict[str, str] = {}
        self.list, self.field = _ItemList(self), QLineEdit()
        self.field.setMaxLength(TEXT_LIMIT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 4, PANE_PADDING_PX, 6)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addWidget(self.field)
        self.field.returnPressed.connect(self._on_typed)
        self.list.clicked.connect(lambda index: self._tick(index.row()))
        self.list.key_pressed.connect(self._on_key)
        shortcut = QShortcut(QKeySequence(_EDIT_KEY), self.list)  # in any keyboard's letters
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_edit_key)
        self._stop_editing()
        self.hide()

    def show_items(self, ticket_id: str, items: Sequence[ItemRow]) -> None:
        """The lines as they are now; the one that the keyboard is on stays current."""
        if ticket_id != self._ticket_id:
            self._change_ticket(ticket_id)
        current = self._current_id()
        self._items = tuple(items)
        self.list.show_rows([_row(item) for item in items])
        self.list.go_to(next((n for n, item in enumerate(items) if item.id == current), 0))
        self.list.setVisible(bool(items))
        self.list.setFixedHeight(min(len(items), _MOST_ROWS) * ONE_LINE_HEIGHT_PX + 2)

    def _change_ticket(self, ticket_id: str) -> None:
        """A line that was begun comes back with its ticket."""
        begun = "" if self._editing_id else self.field.text()
        self._begun[self._ticket_id] = begun
        self._ticket_id = ticket_id
        self._stop_editing()
        self.field.setText(self._begun.pop(ticket_id, ""))

    def open(self) -> None:
        """Show it, with the keyboard where lines are typed."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editing_id:
            self.field.clear()
            self._stop_editing()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_typed(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        if self._editing_id:
            self._choose(EditItem(id=self._editing_id, text=text))
            self._stop_editing()
            self.list.setFocus()
        else:
            self._choose(AddItem(ticket_id=self._ticket_id, text=text))
        self.field.clear()

    @Slot(int, bool)
    def _on_key(self, key: int, moving: bool) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self._items):
            return
        if moving:
            self._move(row, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self._choose(RemoveItem(id=self._items[row].id))
        else:
            self._tick(row)

    @Slot()
    def _on_edit_key(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._items):
            self._edit(self._items[row])

    def _tick(self, row: int) -> None:
        item = self._items[row]
        self._choose(TickItem(id=item.id, done=not item.done))

    def _move(self, row: int, by: int) -> None:
        """A line goes behind the one that it changes places with, or behind the one before that."""
        after = row + by if by > 0 else row - 2
        if 0 <= row + by < len(self._items):
            before = self._items[after].id if after >= 0 else None
            self._choose(MoveItem(id=self._items[row].id, after=before))

    def _edit(self, item: ItemRow) -> None:
        self._editing_id = item.id
        words = self.tr("Change the line, Enter keeps it, Esc leaves it as it is")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setText(item.text)
        self.field.setFocus()
        self.field.selectAll()

    def _stop_editing(self) -> None:
        self._editing_id = ""
        words = self.tr("A new line of the check list, Enter adds it")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def _choose(self, command: Command) -> None:
        self.command_chosen.emit(command)

    def _current_id(self) -> str:
        row = self.list.currentIndex().row()
        return self._items[row].id if 0 <= row < len(self._items) else ""


class _ItemList(QListView):
    """Signals: ``key_pressed(int, bool)``: a key that means something, and whether Alt is held."""

    key_pressed = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = PopupRowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(PopupDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(
            self.tr("Check list: Space ticks, E changes, Alt and arrows move, Delete removes")
        )

    def show_rows(self, rows: Sequence[PopupRow]) -> None:
        self._rows.show_rows(rows)

    def go_to(self, row: int) -> None:
        self.setCurrentIndex(self._rows.index(row) if self._rows.rowCount() else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = (*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Delete)
        moves = held == Qt.KeyboardModifier.AltModifier
        if moves and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.key_pressed.emit(event.key(), True)
        elif not held and event.key() in plain:
            self.key_pressed.emit(event.key(), False)
        else:
            super().keyPressEvent(event)


def _row(item: ItemRow) -> PopupRow:
    icon = "box-checked" if item.done else "box"
    return PopupRow(key=item.id, title=item.text, hint=item.done_name, icon_name=icon)
