"""A ticket that is offered: Enter opens it, A takes it over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.actions.physical_keys import typed_keys
from desktop.promise_words import age_words
from desktop.theme import CARD_RADIUS_PX, SMALL_PX, current_theme
from desktop.ticket_words import number_words, subject_words
from desktop.widgets.button import Button
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text
from models.queries.ageing import Offered

_HEIGHT_PX, _PADDING_PX, _SHARE = 34, 10, 0.62


class OfferedRow(QAbstractButton):
    """Signals: ``take_wanted(str)`` with the ticket's id; ``clicked`` when it is to be opened."""

    take_wanted = Signal(str)

    def __init__(self, row: Offered, now_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = row.id
        self._title = f"{number_words(row.number)} {subject_words(row.subject)}"
        age = age_words(row.created_at_ms, now_ms)
        self._facts = f"{row.owner} · {age}"
        self.take = Button(self.tr("Take over  A"), kind="flat", small=True)
        self.take.setAccessibleName(self.tr("Take over %1").replace("%1", self._title))
        self.take.clicked.connect(lambda: self.take_wanted.emit(self.id))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_PADDING_PX, 0, 4, 0)
        layout.addStretch(1)
        layout.addWidget(self.take)
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{self._title}, {self._facts}")
        self.setToolTip(self._title)

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT_PX)

    def event(self, event: QEvent) -> bool:
        """A is this row's here, not the window's."""
        pressed = event.type() == QEvent.Type.ShortcutOverride
        if pressed and isinstance(event, QKeyEvent) and _takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _takes(event):
            self.take_wanted.emit(self.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        ground = theme.hovered_row if self.underMouse() else theme.panel_and_card_background
        paint_box(painter, self.rect(), CARD_RADIUS_PX, ground, theme.hairline)
        room = QRect(_PADDING_PX, 0, self.take.x() - 2 * _PADDING_PX, self.height())
        first = QRect(room.left(), 0, round(room.width() * _SHARE), room.height())
        paint_text(painter, first, self._title, theme.text, SMALL_PX, QFont.Weight.DemiBold)
        second = QRect(first.right() + 12, 0, room.right() - first.right() - 12, room.height())
        paint_text(painter, second, self._facts, theme.secondary_text, SMALL_PX)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme, CARD_RADIUS_PX)
        painter.end()


def _takes(event: QKeyEvent) -> bool:
    """Whether it is the plain key that takes over, in any keyboard's letters."""
    typed = typed_keys(event)
    return typed.key() == Qt.Key.Key_A and not typed.keyboardModifiers()
