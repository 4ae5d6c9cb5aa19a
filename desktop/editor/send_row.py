"""The last row of the composer: whether the draft is saved, and the two ways to send."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.editor.primary_button import PrimaryButton
from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button

_ICON_PX = 14


class SendRow(QWidget):
    """Signals: ``send_chosen(bool)``, True: and mark the ticket done."""

    send_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_icon, self._saved = QLabel(), QLabel(self.tr("Draft saved"))
        self._saved.setProperty("role", "secondary")
        self._and_done = Button("", kind="flat")
        self._send = PrimaryButton(self.tr("Ctrl+Enter"))
        self._and_done.setToolTip(self.tr("Ctrl+Shift+Enter"))
        self._and_done.clicked.connect(lambda: self.send_chosen.emit(True))
        self._send.clicked.connect(lambda: self.send_chosen.emit(False))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._saved_icon)
        layout.addWidget(self._saved)
        layout.addStretch(1)
        layout.addWidget(self._and_done)
        layout.addSpacing(6)
        layout.addWidget(self._send)
        self.show_kind("reply")
        self.show_saved(False)
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    def show_kind(self, kind: str) -> None:
        """Name the buttons for a reply or a note."""
        is_note = kind == "note"
        done = self.tr("Add and mark done") if is_note else self.tr("Send and mark done")
        self._send.set_words(self.tr("Add note") if is_note else self.tr("Send"))
        self._and_done.setText(done)
        self._and_done.setAccessibleName(done)

    def show_saved(self, saved: bool) -> None:
        self._saved_icon.setVisible(saved)
        self._saved.setVisible(saved)

    def is_saved(self) -> bool:
        """Whether the row says that the draft is saved."""
        return not self._saved.isHidden()

    def set_sendable(self, sendable: bool) -> None:
        self._send.setEnabled(sendable)
        self._and_done.setEnabled(sendable)

    @Slot()
    def _on_theme_changed(self) -> None:
        colour = current_theme().secondary_text
        self._saved_icon.setPixmap(pixmap("check", colour, _ICON_PX, self.devicePixelRatioF()))
        self._saved_icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
