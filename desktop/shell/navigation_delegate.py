"""Paints the entries of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.comfort import growth, is_compact
from desktop.icons import ICON_PX, paint_icon
from desktop.shell.grouped import grouped
from desktop.shell.navigation_model import COUNT_ROLE, ENTRY_ROLE, NavEntry
from desktop.theme import (
    BODY_PX,
    CONTROL_RADIUS_PX,
    NAV_ROW_HEIGHT_PX,
    SMALL_PX,
    TINY_PX,
    Theme,
    current_theme,
)
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text, text_width

ENTRY_HEIGHT_PX = NAV_ROW_HEIGHT_PX + 1
HEADING_HEIGHT_PX = 34
COMPACT_PX = 5
"""By how much rows are lower where they are to stand close."""
PADDING_PX, ICON_GAP_PX = 8, 9
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NavigationDelegate(QStyledItemDelegate):
    """Expects a NavEntry under ``ENTRY_ROLE`` and a number or None under ``COUNT_ROLE``."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry: NavEntry = index.data(ENTRY_ROLE)
        return QSize(100, entry_height(entry))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: NavEntry = index.data(ENTRY_ROLE)
        painter.save()
        if entry.key:
            rect = option.rect.adjusted(0, 0, 0, -1)
            _paint_entry(painter, rect, option.state, entry, index.data(COUNT_ROLE))
        else:
            room = option.rect.adjusted(PADDING_PX, 8, -PADDING_PX, 0)
            colour, weight = current_theme().section_heading, QFont.Weight.DemiBold
            paint_text(painter, room, entry.text, colour, TINY_PX, weight)
        painter.restore()


def entry_height(entry: NavEntry) -> int:
    """Of an entry or heading, as text and density are now."""
    if not entry.key:
        return HEADING_HEIGHT_PX + growth() - (COMPACT_PX if is_compact() else 0)
    return ENTRY_HEIGHT_PX + growth() - (COMPACT_PX if is_compact() else 0)


def _paint_entry(
    painter: QPainter, rect: QRect, state: QStyle.StateFlag, entry: NavEntry, count: int | None
) -> None:
    theme = current_theme()
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        paint_box(painter, rect, CONTROL_RADIUS_PX, theme.accent_tint)
    elif state & QStyle.StateFlag.State_MouseOver:
        paint_box(painter, rect, CONTROL_RADIUS_PX, theme.sidebar_hover)
    if selected and state & QStyle.StateFlag.State_HasFocus:
        paint_focus_ring(painter, rect, theme)
    inner = rect.adjusted(PADDING_PX, 0, -PADDING_PX - 1, 0)
    top = rect.top() + (rect.height() - ICON_PX) // 2
    colour = theme.accent if selected else theme.secondary_text
    paint_icon(painter, inner.left(), top, entry.icon, colour, ICON_PX)
    inner.setLeft(inner.left() + ICON_PX + ICON_GAP_PX)
    if count:
        inner.setRight(_paint_count(painter, inner, count, entry.alarm, theme))
    weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
    paint_text(painter, inner, entry.text, theme.text, BODY_PX, weight)


def _paint_count(painter: QPainter, rect: QRect, count: int, alarm: bool, theme: Theme) -> int:
    """The number at the right edge; returns where the words have to end."""
    colour = theme.overdue_or_failed if alarm else theme.secondary_text
    weight = QFont.Weight.Bold if alarm else QFont.Weight.Normal
    words = grouped(count)
    paint_text(painter, rect, words, colour, SMALL_PX, weight, RIGHT)
    return rect.right() - text_width(words, SMALL_PX, weight) - PADDING_PX
