"""The computers that one is signed in on, each with a button that signs it out for good."""

from functools import partial

from PySide6.QtCore import QDateTime, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.moments import recent_words
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from sync.protocol.link import Devices
from sync.protocol.schema import DeviceInfo


class DeviceListView(QWidget):
    """Signals: ``revoke_requested(id)``, answered by ``show_devices`` or ``show_failure``."""

    revoke_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        self._sure = ""
        self._words = QLabel(self.tr("Asking the server …"))
        self._words.setProperty("role", "secondary")
        self._words.setWordWrap(True)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._rows)

    def words(self) -> str:
        return self._words.text()

    @Slot(object)
    def show_devices(self, told: Devices) -> None:
        """The list as the server has it now."""
        self._clear()
        self._words.setText(
            self.tr("A computer that you revoke signs out and deletes what it has of Deskside.")
        )
        for row, device in enumerate(told.devices):
            self._add(row, device, device.id == told.current)

    def show_failure(self, sentence: str) -> None:
        """Why there is no list, or why a computer is still in it."""
        self._words.setText(sentence)
        for button in self.buttons.values():
            button.setEnabled(True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _clear(self) -> None:
        self._sure = ""
        self.buttons.clear()
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def _add(self, row: int, device: DeviceInfo, here: bool) -> None:
        name = ElidedLabel(device.device or self.tr("Unnamed computer"))
        seen = QLabel(self._seen_words(device, here))
        seen.setProperty("role", "secondary")
        seen.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(seen, row, 1)
        self._grid.setColumnStretch(0, 1)
        if here:
            return
        button = self.buttons[device.id] = Button(self.tr("Revoke"))
        button.setAutoDefault(False)
        button.setAccessibleName(f"{self.tr('Revoke')}: {device.device}")
        button.clicked.connect(partial(self._on_clicked, device.id))
        self._grid.addWidget(button, row, 2)

    def _seen_words(self, device: DeviceInfo, here: bool) -> str:
        if here:
            return self.tr("this computer")
        now = QDateTime.currentMSecsSinceEpoch() // 60_000
        when = recent_words(device.seen_at_ms, now) if device.seen_at_ms else "–"
        return self.tr("last seen %1").replace("%1", when)

    def _on_clicked(self, id: str) -> None:
        """The second click on the same button means it."""
        button = self.buttons[id]
        if self._sure != id:
            if self._sure in self.buttons:
                self.buttons[self._sure].setText(self.tr("Revoke"))
            self._sure = id
            button.setText(self.tr("Really revoke?"))
            button.setAccessibleName(button.text())
            return
        button.setEnabled(False)
        self.revoke_requested.emit(id)
