"""A property of a ticket as label and value, "Status Open", that opens its choices."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from desktop.theme import (
    CONTROL_RADIUS_PX,
    SMALL_AVATAR_PX,
    SMALL_CONTROL_HEIGHT_PX,
    SMALL_PX,
    current_theme,
)
from desktop.widgets.avatar import paint_avatar, paint_online
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text, text_width
from desktop.widgets.tone import Tone, tone_colours

_PADDING_PX, _GAP_PX, _AVATAR_ROOM_PX = 8, 7, SMALL_AVATAR_PX + 6


class PropertyChip(QAbstractButton):
    """``clicked`` is sent in any case; with a menu, it opens under the chip as well."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._value, self._is_person = label, "", False
        self._online = ""
        self._shows_label = True
        self._tone = Tone.NEUTRAL
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)
        self.show_value("")

    def show_value(self, value: str, *, tone: Tone = Tone.NEUTRAL, is_person: bool = False) -> None:
        """``is_person`` puts the person's circle before the value, which is then their name."""
        self._value, self._tone, self._is_person = value, tone, is_person
        self._say()
        self.updateGeometry()
        self.update()

    def show_online(self, words: str) -> None:
        """A dot on the person's circle, and the words for it; empty for none."""
        if words != self._online:
            self._online = words
            self._say()
            self.update()

    def _say(self) -> None:
        words = self.tr("%1: %2") if self._value else self.tr("%1: not set")
        whole = words.replace("%1", self._label).replace("%2", self._value)
        here = self._online if self._is_person else ""
        self.setAccessibleName(", ".join(filter(None, (whole, here))))
        self.setToolTip(self.accessibleName())

    def show_label(self, shown: bool) -> None:
        """Whether the label stands before the value; tip and accessible name have it anyway."""
        if shown != self._shows_label:
            self._shows_label = shown
            self.updateGeometry()
            self.update()

    def value(self) -> str:
        """The words shown behind the label."""
        return self._value

    def set_menu(self, menu: QMenu | None) -> None:
        """The choices; the chip does not own the menu."""
        self._menu = menu

    def sizeHint(self) -> QSize:
        width = self._value_left() + text_width(self._shown(), SMALL_PX, self._weight())
        return QSize(width + _PADDING_PX, SMALL_CONTROL_HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), self._value_left() + 40), self.sizeHint().height()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        ground = theme.hovered_row if self.underMouse() else theme.panel_and_card_background
        border = theme.control_border
        paint_box(painter, self.rect(), CONTROL_RADIUS_PX, ground, border)
        room = self.rect().adjusted(_PADDING_PX, 0, -_PADDING_PX + 1, 0)
        if self._shows_label:
            paint_text(painter, room, self._label, theme.secondary_text, SMALL_PX)
        self._paint_value(painter, QRect(room), ground)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)
        painter.end()

    def _paint_value(self, painter: QPainter, room: QRect, ground: str) -> None:
        theme, left = current_theme(), self._value_left()
        if self._is_person:
            top = (self.height() - SMALL_AVATAR_PX) // 2
            spot = QRect(left - _AVATAR_ROOM_PX, top, SMALL_AVATAR_PX, SMALL_AVATAR_PX)
            paint_avatar(painter, spot, self._value)
            if self._online:
                paint_online(painter, spot, ground)
        room.setLeft(left)
        plain = theme.text if self._value and self.isEnabled() else theme.secondary_text
        colour = plain if self._tone is Tone.NEUTRAL else tone_colours(theme, self._tone)[0]
        paint_text(painter, room, self._shown(), colour, SMALL_PX, self._weight())

    def _value_left(self) -> int:
        label_px = text_width(self._label, SMALL_PX) + _GAP_PX if self._shows_label else 0
        left = _PADDING_PX + label_px
        return left + (_AVATAR_ROOM_PX if self._is_person else 0)

    def _shown(self) -> str:
        return self._value or "—"

    def _weight(self) -> QFont.Weight:
        plain = self._tone is Tone.NEUTRAL
        return QFont.Weight.Medium if plain else QFont.Weight.DemiBold

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
