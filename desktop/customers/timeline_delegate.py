"""Paints the timeline: headings, open tickets, and what was said on which way."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.customers.timeline_model import ROW_ROLE, Item
from desktop.customers.words import entry_icon, entry_words, way_words
from desktop.field_words import time_words
from desktop.icons import paint_icon
from desktop.theme import BODY_PX, SMALL_PX, TINY_PX, Theme, current_theme
from desktop.ticket_words import (
    STATUS_ICONS,
    number_words,
    status_words,
    subject_words,
)
from desktop.widgets.paint import paint_text, text_width
from desktop.widgets.row_ground import paint_row_focus, paint_row_ground
from models.queries.customer_rows import TimelineRow
from models.rows import TicketRow

HEADING_PX, TICKET_PX, ENTRY_PX = 30, 46, 64
_LINE_PX, _ICON_PX, _INDENT_PX = 18, 14, 24
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class TimelineDelegate(QStyledItemDelegate):
    """Expects an Item under ``ROW_ROLE``."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        item: Item = index.data(ROW_ROLE)
        if isinstance(item, str):
            return QSize(120, HEADING_PX)
        return QSize(120, TICKET_PX if isinstance(item, TicketRow) else ENTRY_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: Item = index.data(ROW_ROLE)
        theme, rect = current_theme(), option.rect
        painter.save()
        if isinstance(item, str):
            place = rect.adjusted(16, 0, -12, -6)
            bold = QFont.Weight.DemiBold
            paint_text(painter, place, item, theme.section_heading, TINY_PX, bold, _BOTTOM)
        else:
            if isinstance(item, TimelineRow) and item.kind == "note":
                painter.fillRect(rect, QColor(theme.internal_note_background))
            paint_row_ground(painter, rect, option.state, theme)
            paint_row_focus(painter, rect, option.state, theme)
            room = rect.adjusted(16, 5, -12, -5)
            if isinstance(item, TicketRow):
                _paint_ticket(painter, room, item, theme)
            else:
                _paint_entry(painter, room, item, theme)
        painter.restore()


def _paint_ticket(painter: QPainter, room: QRect, row: TicketRow, theme: Theme) -> None:
    first = _line(room, 0)
    _paint_icon(painter, first, STATUS_ICONS.get(row.status, "circle"), theme)
    title = f"{number_words(row.number)} {subject_words(row.subject)}"
    _paint_title(painter, first, title, time_words(row.activity_at_ms), theme)
    state = status_words(row.status, row.waiting_for)
    words = " · ".join(filter(None, (state, row.queue_name, row.assignee_name)))
    paint_text(painter, _words(_line(room, 1)), words, theme.secondary_text, SMALL_PX)


def _paint_entry(painter: QPainter, room: QRect, row: TimelineRow, theme: Theme) -> None:
    first = _line(room, 0)
    _paint_icon(painter, first, entry_icon(row), theme)
    who = row.who if row.kind != "ticket" else ""
    title = who or entry_words(row).capitalize()
    _paint_title(painter, first, title, time_words(row.at_ms), theme)
    text = row.text or subject_words(row.subject)
    paint_text(painter, _words(_line(room, 1)), text, theme.text, SMALL_PX)
    number = number_words(row.number)
    where = f"{number} {subject_words(row.subject)}" if row.text else number
    kind = entry_words(row) if who else ""
    words = " · ".join(filter(None, (kind, way_words(row), where)))
    paint_text(painter, _words(_line(room, 2)), words, theme.secondary_text, TINY_PX)


def _paint_icon(painter: QPainter, line: QRect, name: str, theme: Theme) -> None:
    top = line.top() + (line.height() - _ICON_PX) / 2
    paint_icon(painter, line.left(), top, name, theme.secondary_text, _ICON_PX)


def _paint_title(painter: QPainter, line: QRect, title: str, when: str, theme: Theme) -> None:
    paint_text(painter, line, when, theme.secondary_text, SMALL_PX, alignment=_RIGHT)
    room = _words(line).adjusted(0, 0, -text_width(when, SMALL_PX) - 8, 0)
    paint_text(painter, room, title, theme.text, BODY_PX, QFont.Weight.DemiBold)


def _line(room: QRect, n: int) -> QRect:
    return QRect(room.left(), room.top() + n * _LINE_PX, room.width(), _LINE_PX)


def _words(line: QRect) -> QRect:
    return line.adjusted(_INDENT_PX, 0, 0, 0)
