"""Paints the outbox: headings, and lines of three rows like those of the ticket list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import paint_icon
from desktop.moments import MINUTE_MS, recent_words
from desktop.outbox import words
from desktop.outbox.outbox_model import LINE_ROLE, PERCENT_ROLE, Heading, Line
from desktop.theme import BODY_PX, ROW_PADDING_PX, SMALL_PX, TINY_PX, Theme, current_theme
from desktop.widgets.paint import paint_text, text_width
from desktop.widgets.pill import PILL_GAP_PX, paint_pill
from desktop.widgets.row_ground import paint_row_focus, paint_row_ground
from models.queries.outbox import OutboxEntry

ROW_HEIGHT_PX, HEADING_HEIGHT_PX = 79, 34
_TITLE_TOP_PX, _WHERE_TOP_PX, _PILL_TOP_PX = 8, 29, 52
_LINE_PX, _ICON_PX = 20, 13
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OutboxDelegate(QStyledItemDelegate):
    """Expects a Line under ``LINE_ROLE`` and how far a file is, or None, under PERCENT_ROLE."""

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading = isinstance(index.data(LINE_ROLE), Heading)
        return QSize(200, HEADING_HEIGHT_PX if heading else ROW_HEIGHT_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        rect, theme = option.rect, current_theme()
        painter.save()
        if isinstance(line, Heading):
            if line.group == "sent":
                paint_row_ground(painter, rect, option.state, theme)
            _paint_heading(painter, rect, line, theme)
        else:
            paint_row_ground(painter, rect, option.state, theme)
            inner = rect.adjusted(ROW_PADDING_PX[1], 0, -ROW_PADDING_PX[1], 0)
            _paint_title(painter, inner, line, self._now_ms(), theme)
            below = QRect(inner.left(), inner.top() + _WHERE_TOP_PX, inner.width(), _LINE_PX)
            named = words.where(line) or words.preview(line)
            paint_text(painter, below, named, theme.secondary_text, SMALL_PX)
            _paint_state(painter, inner, line, index.data(PERCENT_ROLE), theme)
        paint_row_focus(painter, rect, option.state, theme)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading, theme: Theme) -> None:
    room = rect.adjusted(ROW_PADDING_PX[1], 8, -ROW_PADDING_PX[1], 0)
    if heading.group == "sent":
        room.setTop(rect.top())
        name = "chevron-down" if heading.open else "chevron-right"
        top = room.top() + (room.height() - _ICON_PX) // 2
        paint_icon(painter, room.left(), top, name, theme.section_heading, _ICON_PX)
        room.setLeft(room.left() + _ICON_PX + 5)
    alarm = heading.group == "attention"
    colour = theme.overdue_or_failed if alarm else theme.section_heading
    paint_text(painter, room, heading.text(), colour, TINY_PX, QFont.Weight.DemiBold)
    paint_text(painter, room, str(heading.count), colour, TINY_PX, alignment=_RIGHT)


def _paint_title(
    painter: QPainter, rect: QRect, entry: OutboxEntry, now_ms: int, theme: Theme
) -> None:
    line = QRect(rect.left(), rect.top() + _TITLE_TOP_PX, rect.width(), _LINE_PX)
    when = recent_words(entry.at_ms, now_ms // MINUTE_MS) if entry.at_ms else ""
    paint_text(painter, line, when, theme.secondary_text, SMALL_PX, alignment=_RIGHT)
    line.setRight(line.right() - text_width(when, SMALL_PX) - PILL_GAP_PX)
    paint_text(painter, line, words.title(entry), theme.text, BODY_PX, QFont.Weight.DemiBold)


def _paint_state(
    painter: QPainter, rect: QRect, entry: OutboxEntry, percent: int | None, theme: Theme
) -> None:
    """The pill, and beside it why, or what was written."""
    y = rect.top() + _PILL_TOP_PX
    state = words.state_words(entry, percent)
    x = paint_pill(painter, rect.left(), y, state.text, state.tone, state.icon, rect.width())
    room = QRect(x + PILL_GAP_PX + 2, y - 1, rect.right() - x - PILL_GAP_PX - 2, _LINE_PX)
    text = words.reason(entry) or (words.preview(entry) if words.where(entry) else "")
    paint_text(painter, room, " ".join(text.split()), theme.secondary_text, SMALL_PX)
