"""Paints an article of the list: its title, and below where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.knowledge.article_model import ARTICLE_ROLE
from desktop.knowledge.words import day_words, language_name
from desktop.theme import BODY_PX, SMALL_PX, Theme, current_theme
from desktop.widgets.paint import paint_focus_ring, paint_text
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
        _paint_ground(painter, option.rect, option.state, theme)
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


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.selected_row))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hovered_row))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.hairline))
    by_keys = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    if state & by_keys == by_keys:
        paint_focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme)
