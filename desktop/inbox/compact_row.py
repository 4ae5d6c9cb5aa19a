"""A ticket row in two lines, so that twenty fit on a screen: what is due stands in words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from desktop.comfort import growth
from desktop.icons import paint_icon
from desktop.inbox.column_words import fact_words
from desktop.inbox.row_words import PillWords, pills, second_line
from desktop.theme import SMALL_PX, TINY_PX, Theme
from desktop.ticket_words import CHANNEL_ICONS
from desktop.widgets.paint import paint_text, text_width
from desktop.widgets.tone import tone_colours
from models.rows import TicketRow

COMPACT_ROW_HEIGHT_PX = 37
_TOP_PX, _LINE_PX, _ICON_PX, _GAP_PX = 1, 18, 12, 4
_MOST_SHARE = 0.6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def compact_first_line(rect: QRect) -> QRect:
    """Where subject and time go."""
    return QRect(rect.left(), rect.top() + _TOP_PX, rect.width(), _LINE_PX + growth())


def paint_compact_second_line(
    painter: QPainter,
    rect: QRect,
    row: TicketRow,
    now_ms: int,
    theme: Theme,
    columns: tuple[str, ...],
) -> None:
    """Number and people, or the facts of ``columns``; at the right edge what is held, due, and
    its state."""
    line = compact_first_line(rect).translated(0, _LINE_PX + growth() - 1)
    least = line.right() - round(line.width() * _MOST_SHARE)
    for mark in reversed(pills(row, now_ms, columns)):
        left = _paint_mark(painter, line, mark, theme, least)
        line.setRight(left - 2 * _GAP_PX)
    if columns:
        tags = ", ".join(row.tags) if "tags" in columns else ""
        words = " · ".join(filter(None, (fact_words(row, columns, now_ms), tags)))
        paint_text(painter, line, words, theme.secondary_text, SMALL_PX)
        return
    icon = CHANNEL_ICONS.get(row.channel, "inbox")
    top = line.top() + (line.height() - _ICON_PX) // 2
    paint_icon(painter, line.left(), top, icon, theme.secondary_text, _ICON_PX)
    line.setLeft(line.left() + _ICON_PX + _GAP_PX)
    paint_text(painter, line, second_line(row), theme.secondary_text, SMALL_PX)


def _paint_mark(painter: QPainter, line: QRect, mark: PillWords, theme: Theme, least: int) -> int:
    """The icon alone where its words would leave too little; returns where it begins."""
    colour = tone_colours(theme, mark.tone)[0]
    left = line.right() - text_width(mark.text, TINY_PX, QFont.Weight.DemiBold)
    with_words = not mark.icon or left - _ICON_PX - _GAP_PX >= least
    if with_words:
        paint_text(painter, line, mark.text, colour, TINY_PX, QFont.Weight.DemiBold, _RIGHT)
    else:
        left = line.right()
    if mark.icon:
        left -= _ICON_PX + (_GAP_PX if with_words else 0)
        top = line.top() + (line.height() - _ICON_PX) // 2
        paint_icon(painter, left, top, mark.icon, colour, _ICON_PX)
    return left
