"""A push button with an icon from our set, coloured to fit its kind."""

from typing import Literal

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.icons import icon
from desktop.theme import current_theme, theme_state

_ICON_PX, _ROOM_AFTER_PX = 16, 3

ButtonKind = Literal["default", "primary", "flat", "danger"]


class Button(QPushButton):
    """Kinds as in ``app.qss``; ``small`` is 24 px high. One primary button a screen.

    Enter presses it like Space, in the window as in dialogs.
    """

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        *,
        kind: ButtonKind = "default",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._kind = icon_name, kind
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setAccessibleName(text)
        self.setIconSize(QSize(_ICON_PX + _ROOM_AFTER_PX, _ICON_PX))
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        if not self._icon_name:
            return
        theme = current_theme()
        colour = {
            "default": theme.text,
            "primary": theme.text_on_accent,
            "flat": theme.secondary_text,
            "danger": theme.overdue_or_failed,
        }[self._kind]
        self.setIcon(
            icon(
                self._icon_name,
                colour,
                disabled=theme.disabled_text,
                size_px=_ICON_PX,
                room_after_px=_ROOM_AFTER_PX,
            )
        )
