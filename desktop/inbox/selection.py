"""Which tickets of the list are selected: by id, so that rows may come, go and move."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """In the order in which they were selected.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, None] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, ticket_id: object) -> bool:
        return ticket_id in self._ids

    def ids(self) -> list[str]:
        return list(self._ids)

    def toggle(self, ticket_id: str) -> None:
        if ticket_id in self._ids:
            del self._ids[ticket_id]
            self.changed.emit()
        else:
            self.add([ticket_id])

    def add(self, ids: Iterable[str]) -> None:
        before = len(self._ids)
        self._ids.update(dict.fromkeys(filter(None, ids)))
        if len(self._ids) != before:
            self.changed.emit()

    def replace(self, ids: Iterable[str]) -> None:
        """Select these and no others."""
        wanted = dict.fromkeys(filter(None, ids))
        if wanted.keys() != self._ids.keys():
            self._ids = wanted
            self.changed.emit()

    def clear(self) -> None:
        self.replace(())
