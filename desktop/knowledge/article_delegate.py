"""Paints an article of the list: its title, and below where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.knowledge.article_model import ARTICLE_ROLE
from desktop.knowledge.words import language_name
from desktop.moments import day_words
from desktop.theme import BODY_PX, SMALL_PX, current_theme
from desktop.widgets.paint import paint_text
from desktop.widgets.row_ground import paint_row_focus, paint_row_ground
from models.rows import ArticleRow

_ROW_HEIGHT_PX, _LINE_PX = 57, 20


class ArticleDelegate(QStyledItemDelegate):
    """Expects an ArticleRow under ``ARTICLE_ROLE``; all rows are equally high."""

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
        row: ArticleRow = index.data(ARTICLE_ROLE)
        theme = current_theme()
        painter.save()
        paint_row_ground(painter, option.rect, option.state, theme)
        paint_row_focus(painter, option.rect, option.state, theme)
        room = option.rect.adjusted(14, 8, -12, -8)
        first = QRect(room.left(), room.top(), room.width(), _LINE_PX)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Medium
        paint_text(painter, first, row.title, theme.text, BODY_PX, weight)
        parts = (row.category, language_name(row.language), day_words(row.updated_at_ms))
        below = first.translated(0, _LINE_PX)
        where = " · ".join(filter(None, parts))
        paint_text(painter, below, where, theme.secondary_text, SMALL_PX)
        painter.restore()
