"""The small round light in front of the sync state."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import current_theme

Light = Literal["online", "busy", "offline", "failed"]
DOT_PX = 8


class StateDot(QWidget):
    """Always beside words that say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(DOT_PX, DOT_PX)
        self._light: Light = "busy"

    def show_light(self, light: Light) -> None:
        if light != self._light:
            self._light = light
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        colours = {
            "online": theme.good,
            "busy": theme.section_heading,
            "offline": theme.at_risk,
            "failed": theme.overdue_or_failed,
        }
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours[self._light]))
        painter.drawEllipse(self.rect())
        painter.end()
