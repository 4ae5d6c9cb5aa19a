"""Choosing which facts the rows of a list show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.tick_list import TickList
from desktop.widgets.popup_row import PopupRow
from models.queries.columns import read_columns, write_columns

_LEAST_HEIGHT_PX = 130
_HEIGHT_PX, _WIDTH_PX = 470, 380


def column_list(columns: Sequence[tuple[str, str]], kept: str) -> TickList:
    """All facts, those ticked that are kept; none ticked is the usual row."""
    name = QCoreApplication.translate("ColumnsDialog", "Facts in its rows; none: the usual ones")
    made = TickList(name)
    made.setMinimumHeight(_LEAST_HEIGHT_PX)
    made.show_choices([PopupRow(key, words) for key, words in columns], read_columns(kept))
    return made


class ColumnsDialog(DialogFrame):
    """Of a view that has no name of its own to be changed."""

    def __init__(
        self,
        title: str,
        columns: Sequence[tuple[str, str]],
        kept: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Facts in the rows"), title, self.tr("Save"))
        self.columns = column_list(columns, kept)
        self.add_field(self.columns.accessibleName(), self.columns, 1)
        self.watch_keys(self.columns)
        self.columns.entered.connect(self.try_accept)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.columns.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, *, title: str, columns: Sequence[tuple[str, str]], kept: str
    ) -> str | None:
        """What is to be kept; None when cancelled or nothing changed."""
        dialog = cls(title, columns, kept, parent)
        accepted = dialog.exec()
        chosen = write_columns(dialog.columns.ticked(), kept)
        dialog.deleteLater()
        return chosen if accepted and read_columns(chosen) != read_columns(kept) else None
