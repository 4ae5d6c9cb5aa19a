"""The command palette: one field above a list, over the window, gone by Escape."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.actions.physical_keys import typed_keys
from desktop.icons import pixmap
from desktop.palette.choices import Choice, Group, in_order, rows_of
from desktop.palette.palette_field import PaletteField
from desktop.palette.palette_list import PaletteList
from desktop.theme import current_theme, font, theme_state
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.hairline import Hairline
from desktop.widgets.paint import paint_floating_card

DEPTH_PX = 24
ENTER, OTHER = "Enter", "Ctrl+Enter"
WIDTH_PX, TOP_SHARE, LEAST_TOP_PX, FIELD_PX, TEXT_PX = 620, 0.12, 24, 44, 15
LENS_PX, EDGE_PX, FOOTER_PX, BELOW_PX, MOST_LIST_PX = 15, 6, 30, 40, 470


class CommandPalette(QWidget):
    """A child of the window, as large as it, so that it needs nothing of the window manager.

    Signals: ``typed(str)`` at once and after each key, answered by ``show_groups``;
    ``chosen(Choice, bool)`` with the palette closed and the keyboard back where it was, True for
    the other act; ``dismissed()``.
    """

    typed = Signal(str)
    chosen = Signal(object, bool)
    dismissed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._home = window
        self._before: QWidget | None = None
        self._choices: dict[str, Choice] = {}
        self._answered: str | None = None
        self._moved = False
        self._awaits: bool | None = None
        self.field = PaletteField(self.tr("Search tickets, people, articles, commands"), self)
        self.list = PaletteList(self.tr("What was found"), ENTER, self)
        self.also, self.nothing, self.footer = QLabel(), QLabel(), ElidedLabel()
        self._lens = QLabel()
        self._card = QWidget(self)
        self._inside = QVBoxLayout(self._card)
        self.setAccessibleName(self.tr("Commands and search"))
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self.hide()

    def open(self, toggle_keys: str = "", over: QWidget | None = None) -> None:
        """Empty and ready to be typed into; once more, e.g. by ``toggle_keys``, closes it.

        ``over`` another window than its own it is a guest, and goes home before that closes.
        """
        if self.isVisible():
            self.dismiss()
            return
        self._move_to(over or self._home)
        self._before = self.window().focusWidget()
        self.field.toggle_keys = toggle_keys
        self._answered, self._awaits, self._moved = None, None, False
        self.show_groups([], None)
        self.field.clear()
        self._place()
        self.show()
        self.raise_()
        self.window().installEventFilter(self)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit("")

    @Slot()
    def dismiss(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self._close()
            self.dismissed.emit()

    def text(self) -> str:
        return self.field.text()

    def show_groups(self, groups: Sequence[Group], answers: str | None, also: str = "") -> None:
        """Show what there is for the text ``answers``; None while that is still looked for.

        The first row is current, unless somebody has gone to another one meanwhile. Enter that
        was pressed before the answer came is done now.
        """
        kept = self.list.current_row() if self._moved else None
        rows, self._choices = rows_of(in_order(groups))
        self._answered = answers
        self.also.setText(self.tr("also searched as “{0}”").format(also) if also else "")
        self.also.setVisible(bool(also))
        self.nothing.setVisible(not rows and bool(answers))
        self.list.setVisible(bool(rows))
        self.list.show_rows(rows, kept.key if kept else "")
        self._place()
        if self._awaits is not None and answers == self.field.text():
            self._choose(other=self._awaits)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(self.rect(), QColor(theme.veil))
        paint_floating_card(painter, self._card.geometry(), theme, DEPTH_PX)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the card is outside; in it the keyboard stays in the field."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field leaves goes no further: the window below hears no keys."""
        event.accept()
        if QKeySequence(typed_keys(event)) == QKeySequence(self.field.toggle_keys):
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.window() and event.type() == QEvent.Type.Close:
            self.dismiss()
        return False

    def _lay_out(self) -> None:
        self.also.setObjectName("paletteAlso")
        self.nothing.setText(self.tr("Nothing here is called that or has these words."))
        for label in (self.nothing, self.footer):
            label.setProperty("role", "secondary")
        for label in (self.also, self.nothing):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setContentsMargins(15, 12, 15, 12)
        self.footer.setContentsMargins(15, 0, 15, 0)
        self.footer.setFixedHeight(FOOTER_PX)
        line = QHBoxLayout()
        line.setContentsMargins(15, 0, 15, 0)
        line.setSpacing(9)
        line.addWidget(self._lens)
        line.addWidget(self.field, 1)
        line.addWidget(self.also, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = self._inside
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(Hairline())
        layout.addSpacing(4)
        around = QHBoxLayout()
        around.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        around.addWidget(self.list)
        layout.addLayout(around)
        layout.addWidget(self.nothing)
        layout.addSpacing(4)
        layout.addWidget(Hairline())
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.stepped.connect(self._on_stepped)
        self.field.chosen.connect(self._on_enter)
        self.field.escaped.connect(self.dismiss)
        self.field.left.connect(self.dismiss)
        self.list.row_changed.connect(self._show_verbs)
        self.list.row_clicked.connect(lambda: self._choose(other=False))
        theme_state().changed.connect(self._on_theme_changed)

    def _place(self) -> None:
        """The card in the upper middle, as high as its rows as far as there is room."""
        room = self.window().rect()
        self.setGeometry(room)
        top = max(LEAST_TOP_PX, round(room.height() * TOP_SHARE))
        width = min(WIDTH_PX, room.width() - 2 * LEAST_TOP_PX)
        around = FIELD_PX + FOOTER_PX + 14
        most = min(MOST_LIST_PX, room.height() - top - around - BELOW_PX)
        self.field.setFixedHeight(FIELD_PX)
        self.list.setFixedHeight(max(0, min(self.list.whole_height(), most)))
        self._inside.activate()
        height = self._inside.totalSizeHint().height()
        self._card.setGeometry(QRect((room.width() - width) // 2, top, width, height))
        self.update()

    def _current(self) -> Choice | None:
        row = self.list.current_row()
        return self._choices.get(row.key) if row is not None and self._choices else None

    @Slot()
    def _show_verbs(self) -> None:
        """What the keys do with the current row."""
        choice, verbs = self._current(), []
        if choice is not None:
            verbs.append(f"{ENTER}: {choice.verb}")
            if choice.other is not None:
                verbs.append(f"{OTHER}: {choice.other_verb}")
        self.footer.setText("   ·   ".join([*verbs, self.tr("Esc: close")]))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._moved, self._awaits = False, None
        if self.isVisible():
            self.typed.emit(text)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        self._moved = True
        self.list.step(by)

    @Slot(bool)
    def _on_enter(self, other: bool) -> None:
        """Of what was typed, never of what stands there from before."""
        if self._answered == self.field.text():
            self._choose(other=other)
        else:
            self._awaits = other

    def _choose(self, *, other: bool) -> None:
        choice, self._awaits = self._current(), None
        if choice is not None:
            self._close()
            self.chosen.emit(choice, other and choice.other is not None)

    def _close(self) -> None:
        """The keyboard goes back, unless it was taken elsewhere meanwhile."""
        before, self._before = self._before, None
        had_it = self.field.hasFocus() or self.window().focusWidget() is self.field
        self.window().removeEventFilter(self)
        self.field.blockSignals(True)
        self.hide()
        self.field.blockSignals(False)
        self._move_to(self._home)
        if had_it and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _move_to(self, window: QWidget) -> None:
        if self.parentWidget() is not window:
            self.setParent(window)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.field.setFont(font(TEXT_PX))
        tint = current_theme().secondary_text
        self._lens.setPixmap(pixmap("search", tint, LENS_PX, self.devicePixelRatioF()))
