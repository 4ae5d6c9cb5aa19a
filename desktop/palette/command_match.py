"""Commands, and which of them a few letters mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.palette.choices import Choice, Group
from desktop.widgets.popup_row import PopupRow
from models.search.phrases import PhraseMatch, phrase_match

MOST = 6
LEAST_TO_LEAD = 2


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done now. ``also`` are more words to find it by, never shown."""

    key: str
    text: str
    icon: str
    run: Callable[[], object]
    keys: str = ""
    also: str = ""


def command_group(title: str, commands: Sequence[Command], typed: str, most: int = MOST) -> Group:
    """Those that ``typed`` means, the nearest first; without letters all of them as they stand."""
    if not typed.strip():
        return Group(title, tuple(command_choice(each) for each in commands))
    found = [(match, each) for each in commands if (match := _match(typed, each)) is not None]
    found.sort(key=lambda pair: pair[0].rank)
    leads = len(typed.strip()) >= LEAST_TO_LEAD and any(match.leads for match, _ in found)
    return Group(
        title, tuple(command_choice(each, match) for match, each in found[:most]), leads=leads
    )


def command_choice(command: Command, match: PhraseMatch | None = None) -> Choice:
    marks = match.marks if match is not None else ()
    row = PopupRow(
        key=f"command:{command.key}",
        title=command.text,
        matches=tuple((start, end - start) for start, end in marks),
        hint=command.keys,
        icon_name=command.icon,
    )
    verb = QCoreApplication.translate("Palette", "run")
    return Choice(row, command.run, verb, lately=row.key)


def _match(typed: str, command: Command) -> PhraseMatch | None:
    """By its words, else by the others, which leave no mark."""
    shown = phrase_match(typed, command.text)
    if shown is not None or not command.also:
        return shown
    hidden = phrase_match(typed, command.also)
    return None if hidden is None else PhraseMatch((9, *hidden.rank[1:]), (), leads=False)
