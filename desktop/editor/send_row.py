"""The last row of the composer: is the draft saved, who else is here, and the two ways to send."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.editor.primary_button import PrimaryButton
from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel

_ICON_PX = 14


class SendRow(QWidget):
    """Signals: ``send_chosen(bool)``, True: and mark the ticket done."""

    send_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_icon, self._saved = QLabel(), QLabel(self.tr("Draft saved"))
        self._saved.setProperty("role", "secondary")
        self._saved_icon.setToolTip(self._saved.text())
        self._saved_icon.setAccessibleName(self._saved.text())
        self._present_icon, self._present = QLabel(), ElidedLabel()
        self._present.setProperty("role", "secondary")
        self._typing = False
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
        layout.addWidget(self._present_icon)
        layout.addWidget(self._present, 1)
        layout.addStretch()
        layout.addWidget(self._and_done)
        layout.addSpacing(6)
        layout.addWidget(self._send)
        self.show_kind("reply")
        self.show_saved(False)
        self.show_present("", typing=False)
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
        self._make_room()

    def is_saved(self) -> bool:
        """Whether the row says that the draft is saved."""
        return not self._saved_icon.isHidden()

    def show_present(self, words: str, *, typing: bool) -> None:
        """Who else has the ticket open, as a sentence; empty for nobody."""
        self._typing = typing
        self._present.setText(words)
        self._present.setAccessibleName(words)
        self._present.setVisible(bool(words))
        self._present_icon.setVisible(bool(words))
        self._make_room()
        self._on_theme_changed()

    def present_words(self) -> str:
        """What the row says about others."""
        return "" if self._present.isHidden() else self._present.text()

    def set_sendable(self, sendable: bool) -> None:
        self._send.setEnabled(sendable)
        self._and_done.setEnabled(sendable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where not all words have room beside each other, the tick alone says "saved"."""
        self._saved.setVisible(self.is_saved())
        layout = self.layout()
        if layout is not None and not self._present.isHidden():
            layout.invalidate()
            self._saved.setVisible(self.is_saved() and layout.sizeHint().width() <= self.width())

    @Slot()
    def _on_theme_changed(self) -> None:
        present = "pencil" if self._typing else "eye"
        for name, label in (("check", self._saved_icon), (present, self._present_icon)):
            colour = current_theme().secondary_text
            label.setPixmap(pixmap(name, colour, _ICON_PX, self.devicePixelRatioF()))
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
