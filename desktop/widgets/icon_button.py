"""A button that is only an icon; its word is in the tip and for the screen reader."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.icons import icon
from desktop.theme import CONTROL_HEIGHT_PX, SMALL_CONTROL_HEIGHT_PX, current_theme, theme_state


class IconButton(QToolButton):
    """Coloured by the theme and recoloured with it; checked, it turns to the accent colour.

    A click does not take the keyboard from where the user writes; Tab reaches the button.
    """

    def __init__(
        self,
        icon_name: str,
        text: str,
        *,
        shortcut_text: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        side = SMALL_CONTROL_HEIGHT_PX if small else CONTROL_HEIGHT_PX
        self.setFixedSize(side, side)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._icon_name = icon_name
        self.set_words(text, shortcut_text)
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    def set_words(self, text: str, shortcut_text: str = "") -> None:
        """``text`` names the act; ``shortcut_text`` is shown behind it in the tip."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {shortcut_text}" if shortcut_text else text)

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = current_theme()
        colours = {"on": theme.accent, "disabled": theme.disabled_text}
        self.setIcon(icon(self._icon_name, theme.secondary_text, **colours))
