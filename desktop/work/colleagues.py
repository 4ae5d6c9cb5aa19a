"""Which colleagues are online at this moment, as the engine tells it; never kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.work.engine_link import EngineLink

CONNECTED = frozenset({"synced", "syncing", "unanswered"})


class Colleagues(QObject):
    """Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, link: EngineLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._known = self._now()
        link.online_told.connect(self._look)
        link.state_changed.connect(self._look)

    def online(self) -> frozenset[str]:
        """Ids of agents, never one's own; empty as well while nobody knows."""
        return self._known[0] or frozenset()

    def is_known(self) -> bool:
        """False while offline: then nobody is said to be online, or not to be."""
        return self._known[0] is not None

    def more(self) -> int:
        """How many are online besides: the server names no more than a thousand."""
        return self._known[1]

    @Slot()
    def _look(self) -> None:
        now = self._now()
        if now != self._known:
            self._known = now
            self.changed.emit()

    def _now(self) -> tuple[frozenset[str] | None, int]:
        told = self._link.online
        if told.people is None or self._link.state.state not in CONNECTED:
            return None, 0
        return frozenset(told.people), told.more
