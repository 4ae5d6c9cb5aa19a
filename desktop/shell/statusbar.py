"""The line at the bottom: how sync stands, how much is here, what is due next, who is online."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.shell.state_dot import StateDot
from desktop.shell.sync_words import SyncWords
from desktop.widgets.elided_button import ElidedButton
from desktop.widgets.elided_label import ElidedLabel

_NAMES_IN_TIP = 20


class StatusBar(QFrame):
    """Says what it is told; the window tells it every second. For want of room sync goes last.

    Signals: ``details_wanted()`` by the state of sync, ``outbox_wanted()`` by the changes that
    wait or need somebody.
    """

    details_wanted = Signal()
    outbox_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._dot = StateDot()
        self._sync = ElidedButton(self.tr("Opens the sync details"))
        self._changes = ElidedButton(self.tr("Opens the outbox"))
        self._here, self._next = ElidedLabel(), QLabel()
        self.online = ElidedButton(self.tr("Lists who is online"))
        self.online.hide()
        self._sync.setObjectName("syncState")
        self._changes.setObjectName("syncState")
        self._sync.clicked.connect(self.details_wanted)
        self._changes.clicked.connect(self.outbox_wanted)
        self._changes.hide()
        self._practice = ElidedLabel(self.tr("Practice desk: nothing here leaves this computer"))
        self._practice.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(self._dot)
        layout.addWidget(self._sync)
        layout.addWidget(self._changes)
        layout.addSpacing(10)
        layout.addWidget(self._here)
        layout.addSpacing(10)
        layout.addWidget(self._practice)
        layout.addStretch(1)
        layout.addWidget(self._next)
        layout.addSpacing(10)
        layout.addWidget(self.online)

    def show_sync(self, words: SyncWords) -> None:
        self._dot.show_light(words.light)
        for button, text in ((self._sync, words.head), (self._changes, words.changes)):
            button.setText(text)
            button.setVisible(bool(text))
            button.setMinimumWidth(min(button.sizeHint().width(), self.width() * 2 // 5))
        state = "failed" if words.alarm else words.light
        if self.property("state") != words.light or self._changes.property("state") != state:
            self.setProperty("state", words.light)
            self._changes.setProperty("state", state)
            for button in (self._sync, self._changes):
                self.style().polish(button)

    def show_here(self, words: str) -> None:
        """``1 248 tickets on this computer``."""
        self._here.setText(words)

    def show_next(self, words: str) -> None:
        """``Next due: #10482 in 14 min``, or nothing."""
        self._next.setText(words)

    def show_online(self, words: str, names: Sequence[str]) -> None:
        """``Alexey, Pavel and 4 others online``, or nothing; all ``names`` stand in the tip."""
        self.online.setText(words)
        self.online.setVisible(bool(words))
        self.online.show_more("\n".join(names[:_NAMES_IN_TIP]))

    def show_practice(self) -> None:
        """Say that this is the practice desk; it stays so."""
        self._practice.show()

    def is_practice(self) -> bool:
        return not self._practice.isHidden()

    def sync_sentence(self) -> str:
        """All that is said about sync."""
        return ". ".join(filter(None, (self._sync.text(), self._changes.text())))
