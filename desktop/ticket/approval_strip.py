"""What has to be agreed to on the open ticket, one quiet line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.field_words import time_words
from desktop.icons import pixmap
from desktop.theme import PANE_PADDING_PX, current_theme, theme_state
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from models.commands import Decide
from models.rows import Actor, ApprovalRow

MOST = 3
"""Lines at once; older decisions are in History."""
_ICONS = {"asked": "hand", "approved": "check-circle", "rejected": "close"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ApprovalLine", text)


class ApprovalStrip(QFrame):
    """Hidden while nothing was asked. Signals: ``command_chosen(Decide)``."""

    command_chosen = Signal(object)

    def __init__(self, me: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("approvals")
        self._me = me
        self._rows: tuple[ApprovalRow, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(PANE_PADDING_PX, 5, PANE_PADDING_PX, 5)
        self._layout.setSpacing(2)
        self.hide()

    def show_approvals(self, approvals: Sequence[ApprovalRow]) -> None:
        """Those that wait first; lines that are as before stay, with what is typed in them."""
        shown = sorted(approvals, key=lambda row: row.decided_at_ms or row.at_ms, reverse=True)
        rows = tuple(sorted(shown, key=lambda row: row.state != "asked")[:MOST])
        if rows == self._rows:
            return
        self._rows = rows
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in rows:
            line = ApprovalLine(row, row.of_id in (None, self._me.id))
            line.command_chosen.connect(self.command_chosen)
            self._layout.addWidget(line)
        self.setVisible(bool(rows))


class ApprovalLine(QWidget):
    """One of them; Reject asks why first. Signals: ``command_chosen(Decide)``."""

    command_chosen = Signal(object)

    def __init__(self, row: ApprovalRow, mine: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._icon, self._what = QLabel(), ElidedLabel(row.what)
        self._about = ElidedLabel(state_words(row))
        self._approve = Button(self.tr("Approve"), "check", small=True)
        self._reject = Button(self.tr("Reject"), "close", small=True)
        self.why = QLineEdit()
        self._lay_out()
        self._approve.setVisible(mine and row.state == "asked")
        self._reject.setVisible(mine and row.state == "asked")
        self.setAccessibleName(f"{row.what}, {state_words(row)}")
        self._approve.clicked.connect(lambda: self._decide("approved"))
        self._reject.clicked.connect(self._on_reject)
        self.why.returnPressed.connect(lambda: self._decide("rejected"))
        theme_state().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.why.isVisible():
            self.why.hide()
            self._reject.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = self.tr("Why? Enter rejects, Esc goes back")
        self.why.setPlaceholderText(words)
        self.why.setAccessibleName(words)
        self.why.hide()
        self._about.setProperty("role", "secondary")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._what, 1)
        line.addWidget(self._about, 1)
        line.addWidget(self._approve)
        line.addWidget(self._reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.why)

    @Slot()
    def _on_reject(self) -> None:
        if self.why.isVisible():
            self._decide("rejected")
            return
        self.why.show()
        self.why.setFocus()

    def _decide(self, state: str) -> None:
        why = self.why.text().strip() if state == "rejected" else ""
        self.command_chosen.emit(Decide(id=self._row.id, state=state, why=why))

    @Slot()
    def _on_theme_changed(self) -> None:
        theme, state = current_theme(), self._row.state
        colours = {"approved": theme.good, "rejected": theme.overdue_or_failed}
        colour = colours.get(state, theme.at_risk)
        self._icon.setPixmap(
            pixmap(_ICONS.get(state, "hand"), colour, 15, self.devicePixelRatioF())
        )


def state_words(row: ApprovalRow) -> str:
    """Who asks whom since when, or who decided what, when and why."""
    if row.state == "asked":
        words = _tr("%1 asks %2 · %3") if row.of_name else _tr("%1 asks for approval · %3")
        words = words.replace("%3", time_words(row.at_ms)).replace("%2", row.of_name)
        return words.replace("%1", row.asked_name)
    words = _tr("approved by %1 · %2") if row.state == "approved" else _tr("rejected by %1 · %2")
    at = time_words(row.decided_at_ms) if row.decided_at_ms else ""
    named = words.replace("%2", at).replace("%1", row.decided_name)
    return f"{named} · {row.why}" if row.why else named
