"""History: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.field_words import time_words
from desktop.theme import SMALL_PX, TINY_PX, current_theme, font
from desktop.ticket.history_model import EVENT_ROLE, HistoryModel, change_words
from desktop.widgets.paint import paint_focus_ring, paint_text, text_width
from models.rows import EventRow

_PADDING_PX, _LEFT_PX, _HEAD_PX = 7, 14, 17
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class HistoryDelegate(QStyledItemDelegate):
    """Two parts: who and when, and below what changed, wrapped."""

    width = 280

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        words = wrapped_words(index.data(EVENT_ROLE))
        room = QRect(0, 0, self.width - 2 * _LEFT_PX, 10_000)
        box = QFontMetrics(font(SMALL_PX)).boundingRect(room, _WRAP, words)
        return QSize(self.width, _HEAD_PX + box.height() + 2 * _PADDING_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        event: EventRow = index.data(EVENT_ROLE)
        theme, area = current_theme(), option.rect
        room = area.adjusted(_LEFT_PX, _PADDING_PX, -_LEFT_PX, -_PADDING_PX)
        head = QRect(room.left(), room.top(), room.width(), _HEAD_PX)
        time = time_words(event.at_ms)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, head, time, theme.secondary_text, TINY_PX, alignment=right)
        head.setRight(head.right() - text_width(time, TINY_PX) - 8)
        paint_text(painter, head, event.who_name, theme.text, SMALL_PX, QFont.Weight.DemiBold)
        painter.setFont(font(SMALL_PX))
        painter.setPen(QColor(theme.secondary_text))
        painter.drawText(room.adjusted(0, _HEAD_PX, 0, 4), _WRAP, wrapped_words(event))
        painter.fillRect(QRect(room.left(), area.bottom(), room.width(), 1), QColor(theme.hairline))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, area.adjusted(4, 1, -4, -1), theme)


def wrapped_words(event: EventRow) -> str:
    """A line breaks behind an arrow, not before it; why something was done has its own line."""
    without_why = change_words(msgspec.structs.replace(event, why=""))
    words = without_why.replace(" →", "\N{NO-BREAK SPACE}→")
    return f"{words}\n{event.why}" if event.why else words


class HistoryPanel(QListView):
    """Nothing in it can be changed, by anybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel(self)
        self._delegate = HistoryDelegate(self)
        self.setAccessibleName(self.tr("History"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_events(self, events: Sequence[EventRow]) -> None:
        """``events`` oldest first, as the store gives them."""
        self._model.show_events(events)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
