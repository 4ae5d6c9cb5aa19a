"""A small picture of the window in one theme, to choose it by."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import (
    BODY_PX,
    CARD_RADIUS_PX,
    CONTRAST,
    DARK,
    LIGHT,
    Theme,
    ThemeChoice,
    current_theme,
)
from desktop.widgets.paint import paint_box, paint_text

_PICTURE = QSize(136, 84)
_WORDS_HEIGHT_PX = 28
_ROW_COUNT = 3


class ThemeCard(QAbstractButton):
    """Checkable; arrow keys move between the cards of one parent."""

    def __init__(self, choice: ThemeChoice, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: ThemeChoice = choice
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _PICTURE + QSize(8, _WORDS_HEIGHT_PX + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRect(4, 4, _PICTURE.width(), _PICTURE.height())
        left, right = {
            "light": (LIGHT, LIGHT),
            "dark": (DARK, DARK),
            "contrast": (CONTRAST, CONTRAST),
            "system": (LIGHT, DARK),
        }[self.choice]
        _paint_window(painter, room, left)
        if right is not left:
            painter.save()
            painter.setClipRect(room.adjusted(room.width() // 2, 0, 0, 0))
            _paint_window(painter, room, right)
            painter.restore()
        self._paint_state(painter, room)
        painter.end()

    def _paint_state(self, painter: QPainter, room: QRect) -> None:
        theme = current_theme()
        chosen = self.isChecked()
        colour = theme.accent if chosen or self.hasFocus() else theme.control_border
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 2 if chosen else 1))
        around = QRectF(room).adjusted(-2, -2, 2, 2) if self.hasFocus() else QRectF(room)
        painter.drawRoundedRect(around, CARD_RADIUS_PX, CARD_RADIUS_PX)
        words = QRect(room.left(), room.bottom() + 3, room.width(), _WORDS_HEIGHT_PX)
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        centre = Qt.AlignmentFlag.AlignCenter
        paint_text(painter, words, self.text(), theme.text, BODY_PX, weight, centre)


def _paint_window(painter: QPainter, room: QRect, theme: Theme) -> None:
    """Sidebar, a list with one chosen row, and a page with a primary button."""
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(room), CARD_RADIUS_PX, CARD_RADIUS_PX)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    paint_box(painter, room, 0, theme.window_background)
    side = QRect(room.left(), room.top(), 30, room.height())
    paint_box(painter, side, 0, theme.sidebar_background)
    rows = QRect(side.right() + 1, room.top(), 46, room.height())
    paint_box(painter, rows, 0, theme.panel_and_card_background)
    for number in range(_ROW_COUNT):
        row = QRect(rows.left(), rows.top() + 10 + number * 20, rows.width(), 18)
        if number == 1:
            paint_box(painter, row, 0, theme.selected_row)
        paint_box(painter, QRect(row.left() + 6, row.top() + 5, 28, 3), 1.5, theme.text)
        paint_box(painter, QRect(row.left() + 6, row.top() + 11, 20, 3), 1.5, theme.control_border)
        line = QRect(side.left() + 6, side.top() + 13 + number * 12, 17, 3)
        paint_box(painter, line, 1.5, theme.secondary_text)
    card = QRect(rows.right() + 6, room.top() + 10, 48, 40)
    paint_box(painter, card, 3, theme.panel_and_card_background, theme.hairline)
    paint_box(painter, QRect(card.right() - 22, card.bottom() + 8, 22, 9), 3, theme.accent)
    painter.restore()
