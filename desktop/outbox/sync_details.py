"""The sync details: what is synced, how much went over the wire, and what to do about trouble."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.outbox.report_words import Fact, facts, next_step, report_text
from desktop.widgets.button import Button
from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader
from models.queries.inspecting import LocalReport, local_report
from sync.protocol.link import Inspect, Poke, Report

_WIDTH_PX, _LABEL_WIDTH_PX, _LINES = 620, 150, 11
REFRESH_MS = 2_000


class SyncDetails(QDialog):
    """Reads itself again every two seconds. ``state_words`` is what the window says about sync."""

    def __init__(
        self,
        reader: Reader,
        link: EngineLink,
        now_ms: Callable[[], int],
        state_words: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sync details"))
        self._reader, self._link = reader, link
        self._now_ms, self._state_words = now_ms, state_words
        self._local: LocalReport | None = None
        self._engine: Report | None = None
        self._labels = [QLabel() for _ in range(_LINES)]
        self._values = [QLabel() for _ in range(_LINES)]
        self._step, self._card = QLabel(), QFrame()
        self.sync = Button(self.tr("Sync now"), "refresh", kind="primary")
        self.copy = Button(self.tr("Copy report"), "copy")
        self.leave = Button(self.tr("Close"))
        self._lay_out()
        self.sync.clicked.connect(self._on_sync)
        self.copy.clicked.connect(self._on_copy)
        self.leave.clicked.connect(self.reject)
        link.reported.connect(self._on_reported)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    @classmethod
    def show_for(
        cls,
        parent: QWidget,
        *,
        reader: Reader,
        link: EngineLink,
        now_ms: Callable[[], int],
        state_words: Callable[[], str],
    ) -> None:
        """Show them until they are closed."""
        dialog = cls(reader, link, now_ms, state_words, parent)
        dialog.begin()
        dialog.exec()
        dialog.deleteLater()

    def begin(self) -> None:
        """Ask for everything, now and from now on."""
        self.refresh()
        self._timer.start()

    @Slot()
    def refresh(self) -> None:
        self._link.send(Inspect())
        self._reader.ask(f"sync details {id(self)}", local_report, self._on_read)

    def text(self) -> str:
        """What Copy puts into the clipboard."""
        return report_text(self._facts(), self._next_step())

    def _facts(self) -> list[Fact]:
        if self._local is None:
            return []
        return facts(self._local, self._engine, self._state_words(), self._now_ms())

    def _next_step(self) -> str:
        return next_step(self._link.state.code)

    def _on_read(self, local: LocalReport) -> None:
        self._local = local
        self._show()

    @Slot(object)
    def _on_reported(self, report: Report) -> None:
        self._engine = report
        self._show()

    def _show(self) -> None:
        told = self._facts()
        for number, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            here = number < len(told)
            label.setVisible(here)
            value.setVisible(here)
            if here:
                label.setText(told[number].label)
                value.setText(told[number].value)
                value.setAccessibleName(f"{told[number].label}: {told[number].value}")
        self._step.setText(self._next_step())
        self._card.setVisible(bool(self._next_step()))
        if layout := self.layout():
            layout.activate()
            self.resize(_WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX))

    @Slot()
    def _on_sync(self) -> None:
        self._link.send(Poke())
        self.refresh()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.copy.setText(self.tr("Copied"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(7)
        grid.setHorizontalSpacing(16)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH_PX)
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            label.setProperty("role", "secondary")
            for one in (label, value, self._step):
                one.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        heading = QLabel(self.tr("Sync details"))
        heading.setProperty("role", "title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(14)
        layout.addWidget(heading)
        layout.addWidget(self._step_card())
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addLayout(self._buttons())
        self.setFixedWidth(_WIDTH_PX)

    def _step_card(self) -> QFrame:
        self._card.setProperty("card", True)
        self._card.setProperty("kind", "note")
        self._step.setWordWrap(True)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 9, 12, 9)
        inside.addWidget(self._step)
        self._card.hide()
        return self._card

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.sync)
        for button in (self.copy, self.leave, self.sync):
            button.setAutoDefault(False)
        return row
