"""What the palette offers: rows in groups, each with what choosing it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.widgets.popup_row import PopupRow

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Choice:
    """``verb`` says what Enter does, ``other_verb`` what Ctrl+Enter does where it is something
    else; ``lately`` is the key to remember it by, empty for what is not remembered."""

    row: PopupRow
    run: Run
    verb: str
    other: Run | None = None
    other_verb: str = ""
    lately: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Choices below a heading. ``leads``: the text typed is the beginning of one of them."""

    title: str
    choices: tuple[Choice, ...]
    leads: bool = False


def in_order(groups: Sequence[Group]) -> list[Group]:
    """Groups that are meant by name first; empty ones are left out."""
    return sorted((group for group in groups if group.choices), key=lambda each: not each.leads)


def rows_of(groups: Sequence[Group]) -> tuple[list[PopupRow], dict[str, Choice]]:
    """The rows of the list, headings among them, and the choices by the keys of their rows."""
    rows: list[PopupRow] = []
    choices: dict[str, Choice] = {}
    for group in groups:
        rows.append(PopupRow(key=f"group:{group.title}", title=group.title, heading=True))
        for choice in group.choices:
            rows.append(choice.row)
            choices[choice.row.key] = choice
    return rows, choices
