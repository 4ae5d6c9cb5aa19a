"""First answers of the last days beside what was promised: one's own, and everybody's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.promise_words import duration_words
from desktop.widgets.hairline import Hairline
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from models.queries.home import FirstAnswers

_MINUTE_MS = 60_000
_GOOD_SHARE, _RISK_SHARE = 0.9, 0.75


class AnswersCard(QFrame):
    """A line for each policy; the page says it when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        title = QLabel(self.tr("First answers, last 7 days"))
        title.setProperty("role", "strong")
        self._nothing = QLabel(self.tr("Nobody was answered on this computer's tickets yet."))
        self._nothing.setProperty("role", "secondary")
        self._place = QVBoxLayout()
        layout.addWidget(title)
        layout.addWidget(self._nothing)
        layout.addLayout(self._place)
        self._table: QWidget | None = None
        self._shown: tuple[FirstAnswers, ...] = ()

    def show_answers(self, answers: Sequence[FirstAnswers]) -> None:
        if self._table is not None and tuple(answers) == self._shown:
            return
        self._shown = tuple(answers)
        if self._table is not None:
            self._place.removeWidget(self._table)
            self._table.deleteLater()
        self._nothing.setVisible(not answers)
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(7)
        grid.setHorizontalSpacing(18)
        if answers:
            self._add_head(grid)
        for row, each in enumerate(answers, start=1):
            self._add_row(grid, 2 * row, each)
        self._place.addWidget(self._table)

    def _add_head(self, grid: QGridLayout) -> None:
        words = (
            self.tr("Policy"),
            self.tr("Promised"),
            self.tr("Mine"),
            self.tr("Kept"),
            self.tr("Desk"),
            self.tr("Kept"),
        )
        for column, text in enumerate(words):
            label = QLabel(text)
            label.setProperty("role", "secondary")
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, 2 if column == 0 else 1)

    def _add_row(self, grid: QGridLayout, row: int, each: FirstAnswers) -> None:
        grid.addWidget(Hairline(), row - 1, 0, 1, 6)
        policy = each.policy or self.tr("Without a promise")
        cells: tuple[QWidget, ...] = (
            QLabel(policy),
            QLabel(_words(each.promised)),
            QLabel(_words(each.my_minutes)),
            self._kept(each, each.kept, each.mine),
            QLabel(_words(each.desk_minutes)),
            self._kept(each, each.desk_kept, each.desk),
        )
        for column, cell in enumerate(cells):
            if isinstance(cell, QLabel):
                cell.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignLeft)

    def _kept(self, each: FirstAnswers, kept: int, count: int) -> QWidget:
        """How many were in time; without a promise only how many there were."""
        if each.promised is None or not count:
            return QLabel(str(count) if count else "—")
        share = kept / count
        tone = Tone.OVERDUE if share < _RISK_SHARE else Tone.RISK
        words = self.tr("%1 of %2").replace("%1", str(kept)).replace("%2", str(count))
        return Pill(words, Tone.GOOD if share >= _GOOD_SHARE else tone)


def _words(minutes: int | None) -> str:
    return "—" if minutes is None else duration_words(minutes * _MINUTE_MS)
