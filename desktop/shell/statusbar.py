"""The line at the bottom: how sync stands, how much is here, what is due next."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.shell.state_dot import StateDot
from desktop.shell.sync_words import SyncWords
from desktop.widgets.elided_label import ElidedLabel


class StatusBar(QFrame):
    """Says what it is told; the window tells it every second. For want of room sync goes last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._dot = StateDot()
        self._sync, self._here, self._next = ElidedLabel(), ElidedLabel(), QLabel()
        self._sync.setObjectName("syncState")
        self._practice = ElidedLabel(self.tr("Practice desk: nothing here leaves this computer"))
        self._practice.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(self._dot)
        layout.addWidget(self._sync)
        layout.addSpacing(10)
        layout.addWidget(self._here)
        layout.addSpacing(10)
        layout.addWidget(self._practice)
        layout.addStretch(1)
        layout.addWidget(self._next)

    def show_sync(self, words: SyncWords) -> None:
        self._dot.show_light(words.light)
        self._sync.setText(words.sentence)
        self._sync.setMinimumWidth(min(self._sync.sizeHint().width(), self.width() // 2))
        if self.property("state") != words.light:
            self.setProperty("state", words.light)
            self.style().polish(self._sync)

    def show_here(self, words: str) -> None:
        """``1 248 tickets on this computer``."""
        self._here.setText(words)

    def show_next(self, words: str) -> None:
        """``Next due: #10482 in 14 min``, or nothing."""
        self._next.setText(words)

    def show_practice(self) -> None:
        """Say that this is the practice desk; it stays so."""
        self._practice.show()

    def is_practice(self) -> bool:
        return not self._practice.isHidden()

    def sync_sentence(self) -> str:
        return self._sync.text()
