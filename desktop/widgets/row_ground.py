"""The ground on which the rows of our lists are painted: chosen, under the pointer, or plain."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from desktop.theme import Theme
from desktop.widgets.paint import paint_focus_ring

CURRENT_BAR_PX = 3


def paint_row_ground(
    painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme, *, tinted: bool = False
) -> None:
    """A tint with a bar at its left for the chosen row, and a hairline below every row.

    ``tinted``: one of several that are selected.
    """
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.selected_row))
        bar = QRect(rect.left(), rect.top(), CURRENT_BAR_PX, rect.height())
        painter.fillRect(bar, QColor(theme.accent))
    elif tinted:
        painter.fillRect(rect, QColor(theme.selected_row))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hovered_row))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.hairline))


def paint_row_focus(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """A ring where the keyboard is, only for who came there by keys."""
    by_keys = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    if state & by_keys == by_keys:
        paint_focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme)
