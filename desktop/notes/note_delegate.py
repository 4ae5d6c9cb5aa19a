"""Paints a note of the list: headline and date, the words below, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import paint_icon
from desktop.moments import MINUTE_MS, recent_words
from desktop.notes.note_text import NoteItem
from desktop.notes.notes_model import ITEM_ROLE
from desktop.theme import BODY_PX, SMALL_PX, Theme, current_theme
from desktop.widgets.paint import paint_text, text_width
from desktop.widgets.row_ground import paint_row_focus, paint_row_ground
from models.clock import wall_ms

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
        paint_row_ground(painter, rect, state, theme)
        paint_row_focus(painter, rect, state, theme)
        room = rect.adjusted(14, 9, -12, -9)
        _paint_first_line(painter, QRect(room.topLeft(), QSize(room.width(), _LINE_PX)), item)
        below = QRect(room.left(), room.top() + _LINE_PX, room.width(), _LINE_PX)
        _paint_second_line(painter, below, item, theme)
        painter.restore()


def _paint_first_line(painter: QPainter, rect: QRect, item: NoteItem) -> None:
    theme = current_theme()
    date = recent_words(item.row.updated_at_ms, wall_ms() // MINUTE_MS)
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
