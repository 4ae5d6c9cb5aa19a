"""One line across the top of a pane: what happened, what is safe, what to do."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton

Offer = Callable[[], object]
MessageTone = Literal["info", "warn", "error"]
_ICONS = {"info": "info-circle", "warn": "warning-triangle", "error": "alert-circle"}


class MessageBar(QFrame):
    """Hidden until there is something to say.

    Signals: ``closed()`` by the cross.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._tone: MessageTone = "info"
        self._offer: Offer | None = None
        self._icon, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = Button("", small=True)
        self._close = IconButton("close", self.tr("Close this message"), small=True)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self._lay_out()
        self.hide()
        theme_state().changed.connect(self._on_theme_changed)

    def show_message(
        self, tone: MessageTone, text: str, action: str = "", offer: Offer | None = None
    ) -> None:
        """Show ``text`` in place of what stood here, and have a screen reader say it.

        ``action`` names a button that calls ``offer`` and closes the bar.

        ``text`` is plain: "You are offline. Your reply is saved here and goes out when you are
        back."
        """
        self._tone, self._offer = tone, offer
        self._text.setText(text)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setProperty("tone", tone)
        self.style().polish(self)
        self._on_theme_changed()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """The message that is shown or was shown last."""
        return self._text.text()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 8, 5)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self._text.setMinimumHeight(24)

    @Slot()
    def _on_action_clicked(self) -> None:
        self.hide()
        if self._offer is not None:
            self._offer()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = current_theme()
        colours = {
            "info": theme.accent,
            "warn": theme.at_risk,
            "error": theme.overdue_or_failed,
        }
        name, colour = _ICONS[self._tone], colours[self._tone]
        self._icon.setPixmap(pixmap(name, colour, 16, self.devicePixelRatioF()))
