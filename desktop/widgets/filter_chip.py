"""A filter that is on or off, such as "Unread 3"."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.icons import icon
from desktop.theme import current_theme, theme_state


class FilterChip(QPushButton):
    """A checkable chip; listen to ``toggled(bool)``. Without ``checkable`` it opens something."""

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        *,
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("chip", True)
        self.setCheckable(checkable)
        self.setIconSize(QSize(15, 13))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._icon_name:
            theme = current_theme()
            self.setIcon(
                icon(
                    self._icon_name,
                    theme.secondary_text,
                    on=theme.accent,
                    size_px=13,
                    room_after_px=2,
                )
            )
