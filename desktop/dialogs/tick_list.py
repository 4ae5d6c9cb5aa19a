"""A list in which several rows can be chosen: Space, Enter or a click ticks one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choice_list import CHOOSE_KEYS, ChoiceList
from desktop.widgets.popup_row import ROW_ROLE, PopupRow

_ICONS = {True: "box-checked", False: "box"}


class TickList(ChoiceList):
    """Signals: ``ticks_changed()``; ``entered()`` for Enter on a row that is ticked already: go on
    with these. Ctrl+A ticks all, or none when all are ticked."""

    ticks_changed = Signal()
    entered = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self._plain: tuple[PopupRow, ...] = ()
        self._ticked: set[str] = set()
        self.clicked.connect(self._on_clicked)
        self.row_chosen.connect(self._toggle)

    def show_choices(self, rows: Sequence[PopupRow], ticked: Iterable[str]) -> None:
        """Replace all rows, these of them ticked."""
        self._plain = tuple(rows)
        self._ticked = set(ticked) & {row.key for row in rows}
        self._redraw()

    def ticked(self) -> list[str]:
        """Keys of the ticked rows, from top to bottom."""
        return [row.key for row in self._plain if row.key in self._ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._toggle(row)
        elif event.key() in CHOOSE_KEYS and not held and row and row.key in self._ticked:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier:
            every = {row.key for row in self._plain}
            self._set_ticked(set() if self._ticked == every else every)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, PopupRow):
            self._toggle(row)

    @Slot(object)
    def _toggle(self, row: PopupRow) -> None:
        self._set_ticked(self._ticked ^ {row.key})

    def _set_ticked(self, keys: set[str]) -> None:
        self._ticked = keys
        self._redraw()
        self.ticks_changed.emit()

    def _redraw(self) -> None:
        self.show_rows([self._drawn(row) for row in self._plain])

    def _drawn(self, row: PopupRow) -> PopupRow:
        """With its box, which a screen reader hears of as well."""
        is_ticked = row.key in self._ticked
        said = self.tr("chosen") if is_ticked else ""
        hint = " · ".join(filter(None, (row.hint, said)))
        return replace(row, icon_name=_ICONS[is_ticked], hint=hint)
