"""The signed-in person at the right end of the top bar; opens the menu about them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.theme import CONTROL_HEIGHT_PX, SMALL_AVATAR_PX, current_theme
from desktop.widgets.avatar import paint_avatar
from desktop.widgets.paint import paint_focus_ring
from models.rows import Actor


class AvatarButton(QToolButton):
    """Give it a menu; a click opens that."""

    def __init__(self, me: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = me.name
        self.setFixedSize(CONTROL_HEIGHT_PX, CONTROL_HEIGHT_PX)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("You: {0}").format(me.name))
        self.setToolTip(me.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        spot = QRect(0, 0, SMALL_AVATAR_PX + 2, SMALL_AVATAR_PX + 2)
        spot.moveCenter(self.rect().center())
        paint_avatar(painter, spot, self._name)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), current_theme(), CONTROL_HEIGHT_PX / 2)
        painter.end()
