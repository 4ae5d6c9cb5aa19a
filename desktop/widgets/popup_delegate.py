"""Paints the rows of a floating list and of the command palette."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.comfort import growth
from desktop.icons import paint_icon
from desktop.theme import AVATAR_PX, BODY_PX, SMALL_PX, TINY_PX, Theme, current_theme, font
from desktop.widgets.avatar import paint_avatar, paint_online
from desktop.widgets.paint import elided, paint_box, paint_text, text_width
from desktop.widgets.popup_row import ROW_ROLE, PopupRow

HEADING_HEIGHT_PX, ONE_LINE_HEIGHT_PX, TWO_LINE_HEIGHT_PX = 26, 30, 48
_PADDING_PX, _ICON_PX, _GAP_PX = 9, 16, 10
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE_PX = 19


class PopupDelegate(QStyledItemDelegate):
    """Expects a PopupRow under ``ROW_ROLE``; row heights follow from the row alone.

    ``current_hint`` stands at the end of the current row where it has no hint of its own.
    """

    def __init__(self, parent: QWidget | None = None, current_hint: str = "") -> None:
        super().__init__(parent)
        self._current_hint = current_hint

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, row_height(index.data(ROW_ROLE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PopupRow = index.data(ROW_ROLE)
        rect, state = option.rect, option.state
        theme = current_theme()
        ground = theme.panel_and_card_background
        painter.save()
        if row.heading:
            _paint_heading(painter, rect, row, theme)
        else:
            if state & QStyle.StateFlag.State_Selected:
                ground = theme.selected_row
                paint_box(painter, rect, 6, ground)
                row = replace(row, hint=row.hint or self._current_hint)
            room = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
            _paint_row(painter, room, row, theme, ground)
        painter.restore()


def row_height(row: PopupRow) -> int:
    """Height of the row in pixels."""
    if row.heading:
        return HEADING_HEIGHT_PX + growth()
    return TWO_LINE_HEIGHT_PX + 2 * growth() if row.second else ONE_LINE_HEIGHT_PX + growth()


def _paint_heading(painter: QPainter, rect: QRect, row: PopupRow, theme: Theme) -> None:
    room = rect.adjusted(_PADDING_PX, 4, -_PADDING_PX, 0)
    weight = QFont.Weight.DemiBold
    paint_text(painter, room, row.title, theme.section_heading, TINY_PX, weight)


def _paint_row(painter: QPainter, rect: QRect, row: PopupRow, theme: Theme, ground: str) -> None:
    words = QRect(rect)
    words.setLeft(_paint_front(painter, rect, row, theme, ground))
    if row.hint:
        paint_text(painter, rect, row.hint, theme.secondary_text, TINY_PX, alignment=_RIGHT)
        words.setRight(rect.right() - text_width(row.hint, TINY_PX) - _GAP_PX)
    line_px = _LINE_PX + growth()
    top = rect.top() + (rect.height() - line_px * (2 if row.second else 1)) // 2
    line = QRect(words.left(), top, words.width(), line_px)
    weight = QFont.Weight.DemiBold if row.is_person else QFont.Weight.Normal
    _paint_matched(painter, line, row.title, row.matches, theme.text, BODY_PX, weight)
    if row.second:
        below, marks = line.translated(0, line_px), row.second_matches
        _paint_matched(painter, below, row.second, marks, theme.secondary_text, SMALL_PX)


def _paint_front(painter: QPainter, rect: QRect, row: PopupRow, theme: Theme, ground: str) -> int:
    """The circle or the icon; returns where the words begin."""
    if row.is_person:
        top = rect.top() + (rect.height() - AVATAR_PX) // 2
        spot = QRect(rect.left(), top, AVATAR_PX, AVATAR_PX)
        paint_avatar(painter, spot, row.title)
        if row.online:
            paint_online(painter, spot, ground)
        return spot.right() + 1 + _GAP_PX
    if row.icon_name:
        top = rect.top() + (rect.height() - _ICON_PX) // 2
        paint_icon(painter, rect.left(), top, row.icon_name, theme.secondary_text, _ICON_PX)
        return rect.left() + _ICON_PX + _GAP_PX
    return rect.left()


def _paint_matched(
    painter: QPainter,
    rect: QRect,
    text: str,
    matches: tuple[tuple[int, int], ...],
    colour: str,
    size_px: int,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> None:
    """One line with the matched parts on a tint; offsets count characters, not UTF-16 units."""
    if not matches:
        paint_text(painter, rect, text, colour, size_px, weight)
        return
    shown = elided(text, rect.width(), size_px, weight)
    layout = QTextLayout(shown, font(size_px, weight))
    layout.setFormats([_tinted(shown, start, length) for start, length in matches])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def _tinted(text: str, start: int, length: int) -> QTextLayout.FormatRange:
    tint = QTextCharFormat()
    tint.setBackground(QColor(current_theme().at_risk_tint))
    part = QTextLayout.FormatRange()
    part.start = _units(text[:start])
    part.length = _units(text[start : start + length])
    part.format = tint
    return part


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
