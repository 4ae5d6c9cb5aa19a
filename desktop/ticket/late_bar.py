"""Above the conversation: two people changed this ticket without having seen each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.field_words import came_from_offline, field_words
from desktop.widgets.message_bar import MessageBar
from models.rows import ConflictRow


class LateBar(MessageBar):
    """Closed, it stays away until something else clashes; its button looks at the card.

    Signals: ``looked()``.
    """

    looked = Signal()

    def __init__(self, me_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me_id = me_id
        self._shown: frozenset[str] = frozenset()

    def show_conflicts(self, conflicts: Sequence[ConflictRow]) -> None:
        """What is open on the ticket now; nothing hides the bar."""
        ids = frozenset(row.id for row in conflicts)
        if ids != self._shown:
            self._shown = ids
            self.setVisible(bool(ids))
            if ids:
                words = self._words(conflicts)
                self.show_message("warn", words, self.tr("Look  F4"), self._look)

    def _look(self) -> None:
        """Nothing is settled by looking: it stays."""
        self.show()
        self.looked.emit()

    def _words(self, conflicts: Sequence[ConflictRow]) -> str:
        fields = ", ".join(dict.fromkeys(field_words(row) for row in conflicts))
        if any(row.mine_id == self._me_id and came_from_offline(row) for row in conflicts):
            words = self.tr("Two people changed this while you were offline: %1.")
        else:
            words = self.tr("Two people changed this without seeing each other: %1.")
        return words.replace("%1", fields)
