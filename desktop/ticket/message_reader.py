"""Lies over the text of one message so that it can be selected, copied and its links followed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.editor.document_build import BuildOptions, fill_document
from desktop.editor.document_look import paint_grounds
from desktop.editor.placeholder_image import placeholder_image
from desktop.ticket.message_layout import FittedOf, give_image


class MessageReader(QTextBrowser):
    """Shows exactly what the delegate painted. It loads nothing by itself, remote or local.

    Signals: ``link_chosen(str)``; ``closed()`` by Escape.
    """

    link_chosen = Signal(str)
    closed = Signal()

    def __init__(self, html: str, room: int, fitted_of: FittedOf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Text of the message"))
        self._fitted_of = fitted_of
        self.show_html(html, room)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_html(self, html: str, room: int) -> None:
        """Show a text from its beginning, pictures no wider than ``room``."""
        for source in fill_document(self.document(), html, BuildOptions(False, room)):
            give_image(self.document(), source, self._fitted_of(source, room))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_scroll_bar(self) -> None:
        """For a reader that has a place of its own and may be lower than its text."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: pictures were given with the text."""
        return placeholder_image(name if isinstance(name, str) else name.toString())

    def pass_on(self, event: QMouseEvent, spot: QPoint) -> None:
        """A press, move or release that began on the painted text, ``spot`` as seen from here."""
        place = QPointF(spot)
        copy = QMouseEvent(
            event.type(),
            place,
            self.mapToGlobal(place),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        handler = {
            QEvent.Type.MouseButtonPress: self.mousePressEvent,
            QEvent.Type.MouseMove: self.mouseMoveEvent,
            QEvent.Type.MouseButtonRelease: self.mouseReleaseEvent,
            QEvent.Type.MouseButtonDblClick: self.mouseDoubleClickEvent,
        }.get(event.type())
        if handler:
            handler(copy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        paint_grounds(painter, self.document(), QRectF(event.rect()).translated(0, top))
        painter.end()
        super().paintEvent(event)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
