"""What was promised about a ticket, and what it took: in working time and by the clock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.field_words import time_words
from desktop.icons import pixmap
from desktop.promise_words import duration_words, target_words
from desktop.theme import current_theme
from desktop.ticket_words import status_words
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from models.queries.promises import PromiseRow, PromisesRow

_ICON_PX = 14
_MINUTE_MS = 60_000


class PromiseCard(QFrame):
    """A line for each promise; made anew when there is something else to show."""

    def __init__(self, promises: PromisesRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(8)
        name = ElidedLabel(promises.policy)
        name.setProperty("role", "heading")
        self._column.addWidget(name)
        if promises.paused is not None:
            since = time_words(promises.paused.since_ms)
            words = self.tr("paused since %1: %2").replace("%1", since)
            status = status_words(promises.paused.status, promises.paused.waiting_for)
            self._add_line("pause", words.replace("%2", status))
        if promises.by_hand_ms is not None:
            at = time_words(promises.by_hand_ms)
            self._add_line("pencil", self.tr("due %1, set by hand").replace("%1", at))
        self._add_grid(promises)

    def _add_line(self, icon: str, words: str) -> None:
        line, mark, label = QHBoxLayout(), QLabel(), QLabel(words)
        theme, ratio = current_theme(), self.devicePixelRatioF()
        mark.setPixmap(pixmap(icon, theme.secondary_text, _ICON_PX, ratio))
        label.setProperty("role", "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        line.setSpacing(6)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label, 1)
        self._column.addLayout(line)

    def _add_grid(self, promises: PromisesRow) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for column, words in enumerate((self.tr("working"), self.tr("by the clock")), start=1):
            head = QLabel(words)
            head.setProperty("role", "secondary")
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        for row, promise in enumerate(promises.promises, start=1):
            self._add_promise(grid, row, promise)
        self._column.addLayout(grid)

    def _add_promise(self, grid: QGridLayout, row: int, promise: PromiseRow) -> None:
        words, limit = target_words(promise.what), _minutes(promise.minutes)
        within = ElidedLabel(self.tr("within %1").replace("%1", limit))
        within.setProperty("role", "secondary")
        promised = QHBoxLayout()
        promised.addWidget(ElidedLabel(words))
        promised.addStretch(1)
        promised.addWidget(within)
        grid.addLayout(promised, 2 * row - 1, 0, 1, 3)
        took = _minutes(promise.working)
        working = Pill(took, _tone(promise), _icon(promise), parent=self)
        working.setMinimumWidth(working.sizeHint().width())
        wall = QLabel(_minutes(promise.wall))
        wall.setProperty("role", "secondary")
        for column, widget in ((1, working), (2, wall)):
            grid.addWidget(widget, 2 * row, column, Qt.AlignmentFlag.AlignRight)
        state = self.tr("so far %1") if promise.open else self.tr("took %1")
        said = f"{words}, {limit}: {state.replace('%1', took)}"
        working.setAccessibleName(said)
        due = promise.due_at_ms
        working.setToolTip(self.tr("due %1").replace("%1", time_words(due)) if due else said)


def _minutes(minutes: int | None) -> str:
    return "—" if minutes is None else duration_words(minutes * _MINUTE_MS)


def _tone(promise: PromiseRow) -> Tone:
    if promise.working is None:
        return Tone.NEUTRAL
    if promise.working > promise.minutes:
        return Tone.OVERDUE
    return Tone.NEUTRAL if promise.open else Tone.GOOD


def _icon(promise: PromiseRow) -> str:
    if promise.working is not None and promise.working > promise.minutes:
        return "warning-triangle"
    return "timer" if promise.open else "check" if promise.working is not None else ""
