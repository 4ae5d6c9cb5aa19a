"""A filter that is on or off, such as "Unread 3"."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.icons import icon
from desktop.theme import current_theme, theme_state

_ICON_PX, _ROOM_AFTER_PX = 14, 3


class FilterChip(QPushButton):
    """Listen to ``toggled(bool)``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_words(text)

    def show_words(self, text: str) -> None:
        """What the chip says, to a screen reader as well."""
        self.setText(text)
        self.setAccessibleName(text)


class OpeningChip(FilterChip):
    """A chip with an icon that opens something; ``toggled`` says nothing, listen to ``clicked``."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setIconSize(QSize(_ICON_PX + _ROOM_AFTER_PX, _ICON_PX))
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    def nextCheckState(self) -> None:
        """A click leaves it as it is: what is chosen in what it opens turns it on."""

    @Slot()
    def _on_theme_changed(self) -> None:
        colour = current_theme().secondary_text
        look = icon(self._icon_name, colour, size_px=_ICON_PX, room_after_px=_ROOM_AFTER_PX)
        self.setIcon(look)
