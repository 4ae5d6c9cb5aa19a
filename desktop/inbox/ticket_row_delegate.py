"""Paints a ticket row: three lines of fixed height, the same fact always in the same place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.comfort import growth, is_compact
from desktop.icons import paint_icon
from desktop.inbox.column_words import fact_words
from desktop.inbox.compact_row import (
    COMPACT_ROW_HEIGHT_PX,
    compact_first_line,
    paint_compact_second_line,
)
from desktop.inbox.row_words import (
    PillWords,
    band_words,
    pills,
    second_line,
)
from desktop.inbox.ticket_list_model import BAND_ROLE, COLUMNS_ROLE, ROW_ROLE, SELECTED_ROLE
from desktop.moments import MINUTE_MS, recent_words
from desktop.own_colours import paint_own_colour
from desktop.promise_words import is_overdue
from desktop.theme import (
    BODY_PX,
    ROW_PADDING_PX,
    SMALL_AVATAR_PX,
    SMALL_PX,
    TINY_PX,
    Theme,
    current_theme,
)
from desktop.ticket_words import CHANNEL_ICONS, subject_words
from desktop.widgets.avatar import paint_avatar
from desktop.widgets.paint import paint_text, text_width
from desktop.widgets.pill import PILL_GAP_PX, paint_pill, pill_width
from desktop.widgets.row_ground import CURRENT_BAR_PX, paint_row_ground
from desktop.widgets.row_look import look_of
from models.rows import TicketRow

ROW_HEIGHT_PX, BAND_HEIGHT_PX = 83, 26
SUBJECT_TOP_PX, SECOND_TOP_PX, PILLS_TOP_PX = 8, 29, 54
SUBJECT_HEIGHT_PX, SECOND_HEIGHT_PX = 20, 18
MARK_PX, CHANNEL_PX, GAP_PX = 13, 13, 4
CHECK_PX, CHECK_ROOM_PX, STRIP_PX = 16, 26, 4
LEAST_TAG_PX = 34
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PRIORITY_MARKS = {"urgent": "overdue_or_failed", "high": "at_risk"}


class TicketRowDelegate(QStyledItemDelegate):
    """Expects a TicketRow under ``ROW_ROLE``. ``now_ms`` gives the moment for due times."""

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, row_height() + (BAND_HEIGHT_PX if index.data(BAND_ROLE) else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: TicketRow = index.data(ROW_ROLE)
        rect, state = option.rect, option.state
        theme, now_ms = current_theme(), self._now_ms()
        selected: bool | None = index.data(SELECTED_ROLE)
        columns: tuple[str, ...] = index.data(COLUMNS_ROLE)
        painter.save()
        if band := index.data(BAND_ROLE):
            _paint_band(painter, rect, band, theme)
            rect = rect.adjusted(0, BAND_HEIGHT_PX, 0, 0)
        look = look_of(row.taste, theme.name)
        if look.ground:
            painter.fillRect(rect, QColor(look.ground))
        paint_row_ground(painter, rect, state, theme, tinted=bool(selected))
        if look.strip and not row.colour:
            _paint_strip(painter, rect, look.strip)
        paint_own_colour(painter, rect, row.colour, theme)
        if is_overdue(row, now_ms):
            _paint_frame(painter, rect, theme)
        inner = rect.adjusted(ROW_PADDING_PX[1], 0, -ROW_PADDING_PX[1], 0)
        if selected is not None:
            _paint_check(painter, inner, selected, theme)
            inner.setLeft(inner.left() + CHECK_ROOM_PX)
        if is_compact():
            paint_subject_line(painter, compact_first_line(inner), row, now_ms, theme)
            paint_compact_second_line(painter, inner, row, now_ms, theme, columns)
        else:
            top, height = inner.top() + SUBJECT_TOP_PX, SUBJECT_HEIGHT_PX + growth()
            line = QRect(inner.left(), top, inner.width(), height)
            paint_subject_line(painter, line, row, now_ms, theme)
            if columns:
                words = fact_words(row, columns, now_ms)
                paint_text(painter, _second_rect(inner), words, theme.secondary_text, SMALL_PX)
            else:
                _paint_second_line(painter, _second_rect(inner), row, theme)
            _paint_pills(painter, inner, row, now_ms, columns)
        painter.restore()


def _paint_band(painter: QPainter, rect: QRect, name: str, theme: Theme) -> None:
    """The heading above the first row of a band."""
    band = QRect(rect.left(), rect.top(), rect.width(), BAND_HEIGHT_PX)
    painter.fillRect(band, QColor(theme.sidebar_background))
    line = band.adjusted(ROW_PADDING_PX[1], 0, -ROW_PADDING_PX[1], 0)
    weight = QFont.Weight.DemiBold
    paint_text(painter, line, band_words(name), theme.section_heading, TINY_PX, weight)


def _paint_frame(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Around what is overdue; pill and icon say it as well."""
    painter.setPen(QPen(QColor(theme.overdue_frame), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -2))


def _paint_strip(painter: QPainter, rect: QRect, colour: str) -> None:
    """Beside the bar of the current row, which keeps its place."""
    painter.fillRect(
        QRect(rect.left() + CURRENT_BAR_PX, rect.top(), STRIP_PX, rect.height() - 1), QColor(colour)
    )


def _paint_check(painter: QPainter, rect: QRect, selected: bool, theme: Theme) -> None:
    icon, colour = ("check-circle", theme.accent) if selected else ("circle", theme.secondary_text)
    top = rect.top() + SUBJECT_TOP_PX + (SUBJECT_HEIGHT_PX - CHECK_PX) // 2
    paint_icon(painter, rect.left(), top, icon, colour, CHECK_PX)


def row_height() -> int:
    """Of every ticket row, as text and density are now."""
    if is_compact():
        return COMPACT_ROW_HEIGHT_PX + 2 * growth()
    return ROW_HEIGHT_PX + 3 * growth()


def paint_subject_line(
    painter: QPainter, line: QRect, row: TicketRow, now_ms: int, theme: Theme
) -> None:
    when = recent_words(row.activity_at_ms, now_ms // MINUTE_MS)
    paint_text(painter, line, when, theme.secondary_text, SMALL_PX, alignment=RIGHT)
    right = line.right() - text_width(when, SMALL_PX) - GAP_PX
    top = line.top() + (line.height() - MARK_PX) // 2
    for icon, colour in _marks(row, theme):
        right -= MARK_PX
        paint_icon(painter, right, top, icon, colour, MARK_PX)
        right -= GAP_PX
    line.setRight(right - GAP_PX)
    weight = QFont.Weight.DemiBold if row.unread else QFont.Weight.Normal
    ink = look_of(row.taste, theme.name).ink or theme.text
    colour = ink if row.subject.strip() else theme.secondary_text
    paint_text(painter, line, subject_words(row.subject), colour, BODY_PX, weight)


def _marks(row: TicketRow, theme: Theme) -> list[tuple[str, str]]:
    """Small icons before the time, from the right: needs a decision, pinned, not sent yet,
    priority, and what its person's rules put there."""
    marks = [("alert-circle", theme.overdue_or_failed)] if row.stuck else []
    if row.pinned:
        marks.append(("pin", theme.secondary_text))
    if row.unsent:
        marks.append(("upload", theme.secondary_text))
    if row.priority in PRIORITY_MARKS:
        marks.append(("chevron-up", getattr(theme, PRIORITY_MARKS[row.priority])))
    look = look_of(row.taste, theme.name)
    if look.icon:
        marks.append((look.icon, look.icon_colour or theme.secondary_text))
    return marks


def _second_rect(rect: QRect) -> QRect:
    """Where the second line goes."""
    top, height = rect.top() + SECOND_TOP_PX + growth(), SECOND_HEIGHT_PX + growth()
    return QRect(rect.left(), top, rect.width(), height)


def _paint_second_line(painter: QPainter, line: QRect, row: TicketRow, theme: Theme) -> None:
    if row.assignee_id:
        spot = QRect(0, 0, SMALL_AVATAR_PX, SMALL_AVATAR_PX)
        spot.moveTopRight(line.topRight())
        paint_avatar(painter, spot, row.assignee_name)
    line.setRight(line.right() - SMALL_AVATAR_PX - GAP_PX)
    icon, top = CHANNEL_ICONS.get(row.channel, "inbox"), line.top() + 2
    paint_icon(painter, line.left(), top, icon, theme.secondary_text, CHANNEL_PX)
    line.setLeft(line.left() + CHANNEL_PX + GAP_PX)
    paint_text(painter, line, second_line(row), theme.secondary_text, SMALL_PX)


def _paint_pills(
    painter: QPainter, rect: QRect, row: TicketRow, now_ms: int, columns: tuple[str, ...]
) -> None:
    """A held reply, due time, state, one's reminder, then as many tags as fit; the rest is
    counted."""
    x, y = rect.left(), rect.top() + PILLS_TOP_PX + 2 * growth()
    for pill in pills(row, now_ms, columns):
        x = _paint_one(painter, x, y, pill, rect.right()) + PILL_GAP_PX
    if columns and "tags" not in columns:
        return
    for shown, tag in enumerate(row.tags):
        rest = f"+{len(row.tags) - shown - 1}" if shown < len(row.tags) - 1 else ""
        room = rect.right() - x - (pill_width(rest) + PILL_GAP_PX if rest else 0)
        if room < min(LEAST_TAG_PX, pill_width(tag)):
            paint_pill(painter, x, y, f"+{len(row.tags) - shown}")
            return
        x = paint_pill(painter, x, y, tag, max_width_px=room) + PILL_GAP_PX


def _paint_one(painter: QPainter, x: int, y: int, pill: PillWords, right: int) -> int:
    return paint_pill(painter, x, y, pill.text, pill.tone, pill.icon, max(0, right - x))
