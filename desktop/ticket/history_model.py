"""The immutable history of a ticket as rows, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.field_words import OF_MESSAGES, value_words, what_words, why_words
from desktop.ticket.words import full_time_words
from models.rows import EventRow

EVENT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """EventRow under EVENT_ROLE. History only grows, so new rows come in at the top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: list[EventRow] = []

    def show_events(self, events: Sequence[EventRow]) -> None:
        """``events`` oldest first."""
        new = list(reversed(events))
        added = len(new) - len(self._events)
        if added >= 0 and new[added:] == self._events:
            if added:
                self.beginInsertRows(QModelIndex(), 0, added - 1)
                self._events = new
                self.endInsertRows()
            return
        self.beginResetModel()
        self._events = new
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        event = self._events[index.row()]
        if role == EVENT_ROLE:
            return event
        if role == Qt.ItemDataRole.ToolTipRole:
            return full_time_words(event.at_ms)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            who = f"{event.who_name}, {full_time_words(event.at_ms)}"
            return f"{who}: {change_words(event)}"
        return None


def change_words(event: EventRow) -> str:
    """What changed, e.g. "Priority: Normal → High · rule “VPN words”"."""
    old, new = value_words(event.what, event.old), value_words(event.what, event.new)
    words = what_words(event.what)
    if event.what == "tags":
        parts = [f"+{new}" if new else "", f"−{old}" if old else ""]
        words = f"{words}: {' '.join(filter(None, parts))}"
    elif event.what in OF_MESSAGES:
        words = f"{words}: {new or old}"
    elif old or new:
        words = f"{words}: {old or '—'} → {new or '—'}" if old else f"{words}: {new}"
    return f"{words} · {why_words(event.why)}" if event.why else words
