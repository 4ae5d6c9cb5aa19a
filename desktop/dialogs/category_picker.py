"""Choosing a category: the tree level by level, by a digit, or by typing a part of a name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.dialogs.category_rows import NONE_KEY, CategoryRows
from desktop.dialogs.choice_list import ChoiceList
from desktop.dialogs.frame import DialogFrame
from desktop.widgets.popup_row import PopupRow
from desktop.widgets.search_field import SearchField
from desktop.work.reader import Reader
from models.queries.categories import CategoryChoices, category_choices
from models.rows import Actor

_WIDTH_PX, _HEIGHT_PX = 420, 620


class CategoryPicker(DialogFrame):
    """A branch opens its level, a leaf is chosen at once. While nothing is typed, digits choose,
    Left and Backspace go up.

    ``closing``: a ticket is to be done with it.
    """

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        language: str,
        *,
        closing: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._me, self._language, self._closing = reader, me, language, closing
        self._rows = CategoryRows(CategoryChoices((), ()), closing=closing)
        self._level: str | None = None
        self._chosen: str | None = None
        self.search = SearchField(self.tr("A part of its name"))
        self.list = ChoiceList(self.tr("Categories"))
        self._lay_out_fields()
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        reader: Reader,
        me: Actor,
        language: str,
        category_id: str | None = None,
        closing: bool = False,
    ) -> tuple[str | None] | None:
        """(id,), (None,) for no category, or None when cancelled.

        ``category_id`` is that of the ticket now; a branch among them opens.
        """
        dialog = cls(reader, me, language, closing=closing, parent=parent)
        dialog.begin(category_id)
        answer = (dialog.chosen(),) if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def begin(self, category_id: str | None = None) -> None:
        """Ask for the tree; the keyboard is in the search."""
        question = partial(category_choices, me=self._me, language=self._language)
        show = partial(self._on_read, category_id)
        self._reader.ask(f"category {id(self)}", question, show)
        self.search.setFocus()

    def chosen(self) -> str | None:
        """The category that was chosen; None: none, on purpose."""
        return self._chosen

    def problem(self) -> tuple[str, QWidget] | None:
        row = self.list.current_row()
        if row is None:
            return self.tr("Choose a category."), self.search
        category = self._rows.get(_id_of(row))
        self._chosen = category.id if category else None
        return None

    @Slot()
    def try_accept(self) -> None:
        if not self._open_branch():
            super().try_accept()

    def _lay_out_fields(self) -> None:
        title, sentence, accept = self.tr("Category"), "", self.tr("Choose")
        if self._closing:
            title, accept = self.tr("What was it about?"), self.tr("Done")
            sentence = self.tr("A ticket is done with a category that says what it was.")
        self.set_heading(title, sentence, accept)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list.in_card(), 1)
        self.list.drive_from(self.search)
        self.watch_keys(self.search, self.list)
        self.search.textChanged.connect(self._show_matching)
        self.list.row_chosen.connect(self.try_accept)
        self.list.clicked.connect(self.try_accept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Keys that walk the tree while nothing is typed."""
        if self.search.text() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and self._level is not None:
            here = self._rows.get(self._level)
            self._open(here.parent_id if here else None, self._level)
            return True
        if event.key() == Qt.Key.Key_Right:
            self._open_branch()
            return True
        return self._take_digit(event.key() - Qt.Key.Key_0)

    def _open_branch(self) -> bool:
        """Show what lies below the current row, if anything does."""
        row = self.list.current_row()
        category = self._rows.get(_id_of(row)) if row else None
        if category is None or category.is_leaf:
            return False
        self._open(category.id)
        return True

    def _take_digit(self, digit: int) -> bool:
        if not 1 <= digit <= 9:
            return False
        level = self._rows.below(self._level)
        if digit <= len(level):
            self.list.go_to(level[digit - 1].id)
            self.try_accept()
        return True

    def _open(self, level: str | None, current: str = "") -> None:
        """Show a level, with one of its rows current."""
        self._level = level
        self.search.clear()
        self._show_matching()
        self.list.go_to(current)
        self.show_words("")

    def _on_read(self, category_id: str | None, choices: CategoryChoices) -> None:
        self._rows = CategoryRows(choices, closing=self._closing)
        now = self._rows.get(category_id or "")
        level = category_id if now and not now.is_leaf else None
        self._open(level, category_id or "")

    @Slot()
    def _show_matching(self) -> None:
        typed = self.search.text().strip()
        rows = self._rows.found(typed) if typed else self._rows.level(self._level)
        self.list.show_rows(rows)
        nothing = self.tr("No category is called that.")
        self.show_words(nothing if typed and not rows else "")


def _id_of(row: PopupRow) -> str:
    return "" if row.key == NONE_KEY else row.key.removeprefix("recent ")
