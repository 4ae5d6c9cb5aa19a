"""Paints the rows of a conversation: cards for messages, thin lines for events."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.editor.document_look import paint_grounds
from desktop.editor.file_words import size_words
from desktop.field_words import kind_words
from desktop.icons import paint_icon
from desktop.theme import (
    AVATAR_PX,
    BODY_PX,
    CARD_RADIUS_PX,
    CONTROL_RADIUS_PX,
    PANE_PADDING_PX,
    SMALL_PX,
    Theme,
    current_theme,
)
from desktop.ticket.conversation_model import ITEM_ROLE, EventGroup, group_words
from desktop.ticket.image_store import ImageStore
from desktop.ticket.message_layout import (
    PADDING_PX,
    TOP_PX,
    MessageLayout,
    MessageLayouts,
    event_line_height,
    file_source,
    is_picture,
    paint_context,
)
from desktop.ticket.words import (
    by_channel_words,
    delivery_words,
    edited_words,
    held_words,
    sent_time_words,
    shortened_words,
    unsent_words,
    upload_words,
)
from desktop.widgets.avatar import paint_avatar
from desktop.widgets.paint import elided, paint_box, paint_focus_ring, paint_text, text_width
from models.rows import FileRow, MessageRow

KIND_ICONS = {"note": "lock", "reply": "send", "call": "phone"}
_BOLD = QFont.Weight.DemiBold
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP_PX, _ICON_PX = 8, 14


class MessageDelegate(QStyledItemDelegate):
    """Answers sizes from ``layouts`` and paints; it never touches the store.

    The text of ``reader_id`` is left out, since a reader lies over it; the current row is marked
    only while ``focus_shown``, after a key and not after a click. ``percents``: how much of a
    file, by its sha256, went up so far.
    """

    def __init__(self, images: ImageStore, parent: QObject | None = None, me_id: str = "") -> None:
        super().__init__(parent)
        self._images = images
        self.layouts = MessageLayouts(images.image, images.fitted, images.size_of, me_id)
        self.reader_id = ""
        self.focus_shown = False
        self.percents: dict[str, int] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self.layouts.width, self.layouts.height(index.data(ITEM_ROLE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry, area = index.data(ITEM_ROLE), option.rect
        focused = self.focus_shown and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if isinstance(entry, EventGroup):
            self._paint_events(painter, area, entry, focused)
        else:
            painter.translate(area.topLeft())
            self._paint_message(painter, entry, self.layouts.layout(entry), focused)
        painter.restore()

    def _paint_events(
        self, painter: QPainter, area: QRect, group: EventGroup, focused: bool
    ) -> None:
        theme = current_theme()
        room = area.adjusted(PANE_PADDING_PX + 40, 5, -PANE_PADDING_PX - 40, -5)
        words = _one_line(group_words(group), room.width())
        width = text_width(words, SMALL_PX)
        middle, half = area.center().y(), width // 2 + 10
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(area.left() + PANE_PADDING_PX, middle, area.center().x() - half, middle)
        painter.drawLine(area.center().x() + half, middle, area.right() - PANE_PADDING_PX, middle)
        room.setHeight(event_line_height())
        centre = Qt.AlignmentFlag.AlignCenter
        paint_text(painter, room, words, theme.secondary_text, SMALL_PX, alignment=centre)
        if focused:
            paint_focus_ring(painter, room.adjusted(-14, -2, 14, 2), theme)

    def _paint_message(
        self, painter: QPainter, message: MessageRow, layout: MessageLayout, focused: bool
    ) -> None:
        theme = current_theme()
        ground, border = theme.panel_and_card_background, theme.hairline
        if message.kind == "note":
            ground, border = theme.internal_note_background, theme.internal_note_border
        paint_box(painter, layout.card, CARD_RADIUS_PX, ground, border)
        self._paint_head(painter, message, layout.card, theme)
        if message.id != self.reader_id:
            self._paint_body(painter, layout, theme)
        for file, rect in layout.files:
            self._paint_file(painter, file, rect, theme)
        self._paint_footer(painter, message, layout, theme)
        if focused:
            paint_focus_ring(painter, layout.card, theme, CARD_RADIUS_PX)

    def _paint_head(
        self, painter: QPainter, message: MessageRow, card: QRect, theme: Theme
    ) -> None:
        spot = QRect(card.left() + PADDING_PX, card.top() + TOP_PX, AVATAR_PX, AVATAR_PX)
        paint_avatar(painter, spot, message.author_name)
        line = QRect(spot.right() + 9, spot.top(), 0, AVATAR_PX)
        line.setRight(card.right() - PADDING_PX)
        time = " · ".join(filter(None, (sent_time_words(message), edited_words(message))))
        paint_text(painter, line, time, theme.secondary_text, SMALL_PX, alignment=_RIGHT)
        line.setRight(line.right() - text_width(time, SMALL_PX) - 12)
        paint_text(painter, line, message.author_name, theme.text, BODY_PX, _BOLD)
        line.setLeft(line.left() + text_width(message.author_name, BODY_PX, _BOLD) + _GAP_PX)
        self._paint_origin(painter, message, line, theme)

    def _paint_origin(
        self, painter: QPainter, message: MessageRow, line: QRect, theme: Theme
    ) -> None:
        """Company and way in for what came from outside, icon and words for the rest."""
        words = kind_words(message.kind)
        if line.width() < _ICON_PX:
            return
        if icon := KIND_ICONS.get(message.kind):
            top = line.center().y() - _ICON_PX // 2
            paint_icon(painter, line.left(), top, icon, theme.secondary_text, _ICON_PX)
            line.setLeft(line.left() + _ICON_PX + 4)
        parts = [words, message.company_name]
        if message.kind == "customer":
            parts = [message.company_name, by_channel_words(message.channel)]
        text = " · ".join(filter(None, parts))
        paint_text(painter, line, text, theme.secondary_text, SMALL_PX)

    def _paint_body(self, painter: QPainter, layout: MessageLayout, theme: Theme) -> None:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)  # Qt fills the boxes of a check list with it
        painter.translate(layout.body.topLeft())
        seen = QRectF(0, 0, layout.body.width(), layout.body.height())
        clip = painter.clipBoundingRect()
        if not clip.isEmpty():
            seen = seen.intersected(clip)
        paint_grounds(painter, layout.document, seen)
        context = paint_context()
        context.clip = seen
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        context.palette = palette
        layout.document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_file(self, painter: QPainter, file: FileRow, rect: QRect, theme: Theme) -> None:
        image = self._images.image(file_source(file)) if is_picture(file) else None
        paint_box(painter, rect, CONTROL_RADIUS_PX, theme.code_background, theme.control_border)
        if image is not None:
            inside = rect.adjusted(1, 1, -1, -1)
            path = QPainterPath()
            path.addRoundedRect(QRectF(inside), CONTROL_RADIUS_PX - 1, CONTROL_RADIUS_PX - 1)
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(inside, image)
            painter.restore()
        elif is_picture(file):
            left, top = rect.center().x() - 10, rect.center().y() - 18
            paint_icon(painter, left, top, "image", theme.section_heading, 20)
            words = rect.adjusted(8, rect.height() // 2 + 4, -8, -8)
            centre = Qt.AlignmentFlag.AlignCenter
            paint_text(painter, words, file.name, theme.secondary_text, SMALL_PX, alignment=centre)
        else:
            self._paint_chip(painter, file, rect, theme)

    def _paint_chip(self, painter: QPainter, file: FileRow, rect: QRect, theme: Theme) -> None:
        icon = "paperclip" if file.state == "complete" else "cloud"
        top = rect.center().y() - _ICON_PX // 2
        paint_icon(painter, rect.left() + 9, top, icon, theme.secondary_text, _ICON_PX)
        room = rect.adjusted(9 + _ICON_PX + 7, 0, -10, 0)
        words = upload_words(file, self.percents.get(file.sha256)) or size_words(file.size_bytes)
        colour = theme.overdue_or_failed if file.upload == "failed" else theme.secondary_text
        name = min(text_width(file.name, SMALL_PX), room.width() // 3)
        told = min(text_width(words, SMALL_PX), room.width() - name - 8)
        beside = room.adjusted(room.width() - told, 0, 0, 0)
        paint_text(painter, beside, words, colour, SMALL_PX, alignment=_RIGHT)
        room.setRight(room.right() - told - 8)
        paint_text(painter, room, file.name, theme.text, SMALL_PX)

    def _paint_footer(
        self, painter: QPainter, message: MessageRow, layout: MessageLayout, theme: Theme
    ) -> None:
        quiet = theme.secondary_text
        notes = (
            ("pause", held_words(message, self.layouts.me_id), theme.at_risk),
            ("clock", unsent_words() if message.unsent else "", quiet),
            ("inbox" if message.delivery == "kept" else "send", delivery_words(message), quiet),
            ("chevron-down", shortened_words() if layout.shortened else "", quiet),
        )
        line = QRect(layout.footer)
        for icon, words, colour in notes:
            if words:
                top = line.center().y() - 6
                paint_icon(painter, line.left(), top, icon, colour, 13)
                line.setLeft(line.left() + 18)
                paint_text(painter, line, words, colour, SMALL_PX)
                line.setLeft(line.left() + text_width(words, SMALL_PX) + 14)


def _one_line(words: str, width_px: int) -> str:
    """Cut before the time, which stays; the row's tip has every word."""
    told, dot, at = words.rpartition(" · ")
    end = f"{dot}{at}"
    return elided(told, width_px - text_width(end, SMALL_PX), SMALL_PX) + end
