"""The rows of the category picker: a level of the tree, or what fits the typed words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.widgets.popup_row import PopupRow
from models.queries.categories import CategoryChoice, CategoryChoices
from models.queries.people import word_test

NONE_KEY = "none"
_MOST_FOUND = 50


def _tr(text: str) -> str:
    return QCoreApplication.translate("CategoryRows", text)


class CategoryRows:
    """``closing``: only what a ticket may be done with, so without catch-alls."""

    def __init__(self, choices: CategoryChoices, *, closing: bool) -> None:
        self._closing = closing
        offered = [row for row in choices.rows if not (closing and row.is_catch_all)]
        self._rows = {row.id: row for row in offered}
        self._recent = [self._rows[id] for id in choices.recent if id in self._rows]

    def get(self, id: str) -> CategoryChoice | None:
        return self._rows.get(id)

    def below(self, parent_id: str | None) -> list[CategoryChoice]:
        """One level, in its order."""
        return [row for row in self._rows.values() if row.parent_id == parent_id]

    def level(self, parent_id: str | None) -> list[PopupRow]:
        """The level with its digits; the first one begins with what was chosen lately."""
        rows: list[PopupRow] = []
        if parent_id is None and self._recent:
            rows += [_heading(_tr("Recent")), *map(_with_path, self._recent)]
        parent = self._rows.get(parent_id or "")
        title = " › ".join(parent.path) if parent else _tr("All categories")
        numbered = enumerate(self.below(parent_id), start=1)
        rows += [_heading(title), *(_numbered(row, digit) for digit, row in numbered)]
        if parent_id is None and not self._closing:
            rows.append(PopupRow(key=NONE_KEY, title=_tr("No category"), icon_name="close"))
        return rows

    def found(self, typed: str) -> list[PopupRow]:
        """Leaves whose names, or those above, have all typed words; those chosen lately first."""
        fits: Callable[[str], bool] = word_test(typed, respelt=True)
        recent = [row.id for row in self._recent]
        hits = [row for row in self._rows.values() if row.is_leaf and fits(" ".join(row.path))]
        hits.sort(key=lambda row: recent.index(row.id) if row.id in recent else len(recent))
        return [_with_path(row) for row in hits[:_MOST_FOUND]]


def _heading(words: str) -> PopupRow:
    return PopupRow(key=f"heading {words}", title=words, heading=True)


def _numbered(row: CategoryChoice, digit: int) -> PopupRow:
    hint = str(digit) if digit <= 9 else ""
    icon = "tag" if row.is_leaf else "chevron-right"
    return PopupRow(key=row.id, title=row.name, second=row.hint, icon_name=icon, hint=hint)


def _with_path(row: CategoryChoice) -> PopupRow:
    above = " › ".join(row.path[:-1])
    return PopupRow(key=f"recent {row.id}", title=row.name, hint=above, icon_name="tag")
