"""When a ticket is due: usual moments, and a word where a category never was that fast."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.postpone import PostponeDialog
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from models.classify.haste import is_hasty
from models.commands import SetTicket
from models.queries.categories import median_ms
from models.rows import TicketHeader

_TWO_LINES_PX = 36
_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


class DueDialog(PostponeDialog):
    """The warning names the median time of the ticket's own category; the choice stays free."""

    def __init__(self, header: TicketHeader, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(header.id, header.number, now, parent)
        self._header = header
        self._median_ms: int | None = None
        title = self.tr("When is %1 due?").replace("%1", number_words(header.number))
        self.set_heading(title, "", self.tr("Set the due time"))
        self.list.setAccessibleName(self.tr("When it is due"))
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setProperty("tone", "risk")
        self.body.addWidget(self.warning)
        self.setMinimumHeight(self.sizeHint().height() + _TWO_LINES_PX)
        self.list.row_changed.connect(self._warn)
        self.moment.dateTimeChanged.connect(self._warn)

    @classmethod
    def ask_about(
        cls, parent: QWidget | None, reader: Reader, header: TicketHeader, now: datetime
    ) -> SetTicket | None:
        """The command, or None when cancelled. ``now`` is local and aware."""
        dialog = cls(header, now, parent)
        dialog.begin(reader)
        command = dialog.command() if dialog.exec() else None
        dialog.deleteLater()
        return command

    def begin(self, reader: Reader) -> None:
        """Ask how long tickets of this category take."""
        category_id = self._header.category_id
        if category_id:
            question = partial(median_ms, category_id=category_id)
            reader.ask(f"due {id(self)}", question, self._on_median_read)

    def command(self) -> SetTicket:
        return SetTicket(id=self._header.id, set={"due_at_ms": self.wake_at_ms()})

    def _on_median_read(self, median: int | None) -> None:
        self._median_ms = median
        self._warn()

    @Slot()
    def _warn(self) -> None:
        hasty = is_hasty(self._header.created_at_ms, self.wake_at_ms(), self._median_ms)
        words = self.tr("Half of the tickets in “%1” took more than %2.")
        named = words.replace("%2", self._span(self._median_ms or 0))
        named = named.replace("%1", self._header.category_name)
        if hasty and self.warning.text() != named:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, named))
        self.warning.setText(named if hasty else "")

    def _span(self, length_ms: int) -> str:
        """A length that is good enough to compare with: 45 min, 6 h, 2.5 d."""
        if length_ms < _HOUR_MS:
            return self.tr("%1 min").replace("%1", str(max(1, length_ms // _MINUTE_MS)))
        words, unit = self.tr("%1 h"), _HOUR_MS
        if length_ms >= 2 * _DAY_MS:
            words, unit = self.tr("%1 d"), _DAY_MS
        return words.replace("%1", QLocale().toString(length_ms / unit, "g", 3))
