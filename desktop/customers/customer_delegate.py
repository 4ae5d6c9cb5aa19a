"""Paints a contact or company of the list: circle, name, and below how to reach them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.customers.customer_model import ROW_ROLE
from desktop.icons import paint_icon
from desktop.theme import AVATAR_PX, BODY_PX, SMALL_PX, Theme, current_theme
from desktop.widgets.avatar import paint_avatar
from desktop.widgets.paint import paint_text
from desktop.widgets.pill import paint_pill, pill_width
from desktop.widgets.row_ground import paint_row_focus, paint_row_ground
from desktop.widgets.tone import Tone
from models.lookalikes import marked_words
from models.queries.customer_rows import CustomerRow

_ROW_HEIGHT_PX, _LINE_PX, _MARK_PX, _LETTERS = 54, 19, 14, 200


class CustomerDelegate(QStyledItemDelegate):
    """Expects a CustomerRow under ``ROW_ROLE``; all rows are equally high."""

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
        row: CustomerRow = index.data(ROW_ROLE)
        rect, theme = option.rect, current_theme()
        painter.save()
        paint_row_ground(painter, rect, option.state, theme)
        paint_row_focus(painter, rect, option.state, theme)
        room = rect.adjusted(14, 8, -12, -8)
        top = rect.top() + (rect.height() - AVATAR_PX) // 2
        _paint_sign(painter, QRect(room.left(), top, AVATAR_PX, AVATAR_PX), row, theme)
        words = room.adjusted(AVATAR_PX + 10, 0, 0, 0)
        _paint_name(painter, QRect(words.topLeft(), QSize(words.width(), _LINE_PX)), row, theme)
        below = QRect(words.left(), words.top() + _LINE_PX, words.width(), _LINE_PX)
        detail = row.detail[:_LETTERS] or _nothing_known(row)
        paint_text(painter, below, detail, theme.secondary_text, SMALL_PX)
        painter.restore()


def _paint_sign(painter: QPainter, rect: QRect, row: CustomerRow, theme: Theme) -> None:
    if row.kind == "contact":
        paint_avatar(painter, rect, row.name[:_LETTERS])
    else:
        edge = (rect.width() - 20) / 2
        left, top = rect.left() + edge, rect.top() + edge
        paint_icon(painter, left, top, "building", theme.secondary_text, 20)


def _paint_name(painter: QPainter, rect: QRect, row: CustomerRow, theme: Theme) -> None:
    right = rect.right()
    if row.plan:
        width = min(pill_width(row.plan, Tone.ACCENT), rect.width() // 3)
        right -= width
        paint_pill(painter, right, rect.top(), row.plan, Tone.ACCENT, max_width_px=width)
        right -= 6
    if marked_words(row.name[:_LETTERS]):
        right -= _MARK_PX
        paint_icon(painter, right, rect.top() + 2, "warning-triangle", theme.at_risk, _MARK_PX)
        right -= 6
    room = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
    colour = theme.text if row.active and row.name else theme.secondary_text
    name = row.name[:_LETTERS] or QCoreApplication.translate("CustomerDelegate", "No name")
    paint_text(painter, room, name, colour, BODY_PX, QFont.Weight.DemiBold)


def _nothing_known(row: CustomerRow) -> str:
    if row.kind == "company":
        return QCoreApplication.translate("CustomerDelegate", "No domain, no contract")
    return QCoreApplication.translate("CustomerDelegate", "No address, no phone")
