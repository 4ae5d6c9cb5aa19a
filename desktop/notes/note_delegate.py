"""Paints a note of the list: headline and date, the words below, and what became of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import paint_icon
from desktop.notes.note_text import NoteItem
from desktop.notes.notes_model import ITEM_ROLE
from desktop.theme import BODY_PX, SMALL_PX, Theme, current_theme
from desktop.widgets.paint import paint_focus_ring, paint_text, text_width

_ROW_HEIGHT_PX, _LINE_PX, _MARK_PX = 58, 20, 13
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NoteDelegate(QStyledItemDelegate):
    """Expects a NoteItem under ``ITEM_ROLE``; all rows are equally high."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, _ROW_HEIGHT_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: NoteItem = index.data(ITEM_ROLE)
        rect, state = option.rect, option.state
        theme = current_theme()
        painter.save()
        _paint_ground(painter, rect, state, theme)
        room = rect.adjusted(14, 9, -12, -9)
        _paint_first_line(painter, QRect(room.topLeft(), QSize(room.width(), _LINE_PX)), item)
        below = QRect(room.left(), room.top() + _LINE_PX, room.width(), _LINE_PX)
        _paint_second_line(painter, below, item, theme)
        painter.restore()


def short_date(at_ms: int, now: datetime | None = None) -> str:
    """``14:05`` today, the weekday within six days, else day and month, then with the year."""
    at = datetime.fromtimestamp(at_ms / 1000)
    now = now or datetime.now()
    day, locale = QDate(at.year, at.month, at.day), QLocale()
    if at.date() == now.date():
        return f"{at:%H:%M}"
    if timedelta(0) < now.date() - at.date() < timedelta(days=7):
        return str(locale.toString(day, "ddd"))
    return str(locale.toString(day, "d MMM" if at.year == now.year else "d MMM yyyy"))


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.selected_row))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hovered_row))
    line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(line, QColor(theme.hairline))
    by_keys = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    if state & by_keys == by_keys:
        paint_focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme)


def _paint_first_line(painter: QPainter, rect: QRect, item: NoteItem) -> None:
    theme = current_theme()
    date = short_date(item.row.updated_at_ms)
    paint_text(painter, rect, date, theme.secondary_text, SMALL_PX, alignment=_RIGHT)
    words = rect.adjusted(0, 0, -text_width(date, SMALL_PX) - 10, 0)
    headline = item.headline or QCoreApplication.translate("NoteDelegate", "Empty note")
    colour = theme.text if item.headline else theme.secondary_text
    paint_text(painter, words, headline, colour, BODY_PX, QFont.Weight.DemiBold)


def _paint_second_line(painter: QPainter, rect: QRect, item: NoteItem, theme: Theme) -> None:
    right = rect.right()
    for shown, name, colour in (
        (item.row.unsent, "clock", theme.at_risk),
        (item.row.ticket_id, "ticket", theme.accent),
        (item.row.files, "paperclip", theme.secondary_text),
    ):
        if shown:
            right -= _MARK_PX
            top = rect.top() + (rect.height() - _MARK_PX) / 2
            paint_icon(painter, right, top, name, colour, _MARK_PX)
            right -= 6
    words = QRect(rect.left(), rect.top(), right - rect.left() - 2, rect.height())
    paint_text(painter, words, item.snippet, theme.secondary_text, SMALL_PX)
