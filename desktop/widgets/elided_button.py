"""A quiet button in one line of words that gives way: cut with an ellipsis, whole in the tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

_PADDING_PX = 10


class ElidedButton(QPushButton):
    """``what`` says what it does, for the tip and for screen readers; its words say a state."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._more = what, ""
        self.setProperty("kind", "words")
        self.setAccessibleDescription(what)
        self._show_tip()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)
            self._show_tip()

    def show_more(self, more: str) -> None:
        """What else the tip and screen readers say."""
        self._more = more
        self.setAccessibleDescription("\n".join(filter(None, (more, self._what))))
        self._show_tip()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + _PADDING_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(24, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def _show_tip(self) -> None:
        whole = self.text() if self._is_cut() else ""
        self.setToolTip("\n".join(filter(None, (whole, self._more, self._what))))

    def _is_cut(self) -> bool:
        return self.sizeHint().width() > self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self._is_cut():  # elidedText measures without our figures and cuts what just fits
            room, elide = self.width() - _PADDING_PX, Qt.TextElideMode.ElideRight
            option.text = self.fontMetrics().elidedText(self.text(), elide, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
