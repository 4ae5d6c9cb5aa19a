"""One ticket as a small card to click: number, subject, state, when."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.field_words import time_words
from desktop.icons import paint_icon
from desktop.theme import CARD_RADIUS_PX, SMALL_PX, current_theme
from desktop.ticket.words import status_until_words
from desktop.ticket_words import STATUS_ICONS, number_words, subject_words
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text
from models.rows import TicketRow

_HEIGHT_PX, _PADDING_PX, _ICON_PX = 48, 11, 13


class TicketLink(QAbstractButton):
    """``clicked`` when the ticket is wanted; the caller knows which one it is."""

    def __init__(self, row: TicketRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = f"{number_words(row.number)} {subject_words(row.subject)}"
        self._status = row.status
        state = status_until_words(row.status, row.waiting_for, row.wake_at_ms)
        self._facts = f"{state} · {time_words(row.activity_at_ms)}"
        self.setAccessibleName(f"{self._title}, {self._facts}")
        self.setToolTip(self._title)
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        ground = theme.hovered_row if self.underMouse() else theme.panel_and_card_background
        paint_box(painter, self.rect(), CARD_RADIUS_PX, ground, theme.hairline)
        room = self.rect().adjusted(_PADDING_PX, 6, -_PADDING_PX, 0)
        first = QRect(room.left(), room.top(), room.width(), 18)
        paint_text(painter, first, self._title, theme.text, SMALL_PX, QFont.Weight.DemiBold)
        second = first.translated(0, 19)
        icon = STATUS_ICONS.get(self._status, "circle")
        top = second.center().y() - _ICON_PX // 2
        paint_icon(painter, second.left(), top, icon, theme.secondary_text, _ICON_PX)
        second.setLeft(second.left() + _ICON_PX + 5)
        paint_text(painter, second, self._facts, theme.secondary_text, SMALL_PX)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme, CARD_RADIUS_PX)
        painter.end()
