"""What a bulk act will do, is doing, and did: numbers first, each ticket when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop.bulk import words
from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton
from models.bulk import Result

ROW_PX, MOST_ROWS = 20, 10
ORDER = ("refused", "same", "done")
"""What a person has to look at comes first."""


class BulkPanel(QFrame):
    """Hidden until there is something to show.

    Signals: ``confirmed()``, ``stopped()``, ``undo_wanted()``, ``closed()`` when nothing is to be
    done or the result was seen; ``ticket_chosen(str)`` in the list.
    """

    confirmed = Signal()
    stopped = Signal()
    undo_wanted = Signal()
    closed = Signal()
    ticket_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkPanel")
        self._results: list[Result] = []
        self._title, self._words = QLabel(), QLabel()
        self._close = IconButton("close", self.tr("Close"), shortcut_text="Esc", small=True)
        self._progress = QProgressBar()
        self.rows = QListView()
        self._lines = QStringListModel(self)
        self.each = Button(self.tr("Each ticket"), "chevron-down", kind="flat", small=True)
        self.apply = Button(self.tr("Apply"), "check", kind="primary", small=True)
        self.undo = Button(self.tr("Undo"), "undo", small=True)
        self.stop = Button(self.tr("Stop"), small=True)
        self._lay_out()
        self._close.clicked.connect(self._on_close)
        self.each.clicked.connect(self._on_each)
        self.apply.clicked.connect(self.confirmed)
        self.undo.clicked.connect(self.undo_wanted)
        self.stop.clicked.connect(self.stopped)
        self.rows.activated.connect(self._on_activated)
        self.hide()

    def show_looking(self, title: str) -> None:
        """While the file is asked what would happen."""
        self._title.setText(title)
        self._show([self.tr("Looking at what will change…")])

    def show_foreseen(self, results: Sequence[Result]) -> None:
        """What would happen; Enter does it."""
        self._show(words.foreseen(results), self.each, self.apply)
        self._fill(results, before=True)
        self.apply.setEnabled(bool(words.counted(results, "done")))
        (self.apply if self.apply.isEnabled() else self.each).setFocus()

    def show_progress(self, done: int, of: int) -> None:
        self._progress.setRange(0, of)
        self._progress.setValue(done)
        text = self.tr("{0} of {1}").format(done, of)
        if not self._progress.isVisible():
            self._show([text], self._progress, self.stop)
        self._words.setText(text)

    def show_happened(self, results: Sequence[Result], wanted: int) -> None:
        self._show(words.happened(results, wanted), self.each, self.undo)
        self._fill(results, before=False)
        self.undo.setVisible(bool(words.counted(results, "done")))

    def said(self) -> str:
        """The words that are shown."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.stop.isVisible():
            self._on_close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "heading")
        for label in (self._title, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._progress.setTextVisible(False)
        self.rows.setModel(self._lines)
        self.rows.setAccessibleName(self.tr("Each ticket"))
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setUniformItemSizes(True)
        self.rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        foot.setSpacing(6)
        foot.addWidget(self.each)
        foot.addStretch(1)
        for button in (self.undo, self.stop, self.apply):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self._progress)
        layout.addWidget(self.rows)
        layout.addLayout(foot)

    def _show(self, lines: Sequence[str], *parts: QWidget) -> None:
        said = "\n".join(lines)
        self._words.setText(said)
        for part in (self._progress, self.rows, self.each, self.apply, self.undo, self.stop):
            part.setVisible(part in parts)
        self._close.setVisible(self.stop not in parts)
        self.setAccessibleName(f"{self._title.text()}. {said}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _fill(self, results: Sequence[Result], *, before: bool) -> None:
        self._results = sorted(results, key=lambda result: ORDER.index(result.fate))
        self._lines.setStringList([words.line(each, before=before) for each in self._results])
        height_px = max(ROW_PX, self.rows.sizeHintForRow(0))
        self.rows.setFixedHeight(min(len(self._results), MOST_ROWS) * height_px + 4)

    @Slot()
    def _on_each(self) -> None:
        self.rows.setVisible(not self.rows.isVisible())
        if self.rows.isVisible():
            self.rows.setFocus()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.ticket_chosen.emit(self._results[index.row()].ticket_id)

    @Slot()
    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
