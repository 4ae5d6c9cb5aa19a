"""The keys of the ticket pane: what they do, and those that its parts answer themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.actions.registry import Action, KeyNote


def _tr(text: str) -> str:
    return QCoreApplication.translate("TicketPane", text)


class Pane(Protocol):
    """What the keys need of a pane that shows a ticket."""

    def edit_subject(self) -> None: ...
    def ask_screenshot(self) -> None: ...
    def focus_knowledge(self) -> None: ...
    def focus_next_part(self) -> None: ...
    def header(self) -> object | None: ...


def pane_actions(pane: Callable[[], Pane]) -> list[Action]:
    """What can be done with the open ticket by a key, wherever the keyboard is.

    ``pane`` gives the one that somebody works in.
    """

    def rename() -> None:
        pane().edit_subject()

    def ask_screenshot() -> None:
        pane().ask_screenshot()

    def knowledge() -> None:
        pane().focus_knowledge()

    def next_part() -> None:
        pane().focus_next_part()

    def is_open() -> bool:
        return pane().header() is not None

    subject, part = _tr("Change the subject"), _tr("Next part of the ticket")
    ask, known = _tr("Ask for a screenshot"), _tr("What may help with this ticket")
    return [
        Action("rename", subject, "pencil", "F2", "ticket", rename, is_open),
        Action(
            "ask_screenshot", ask, "screenshot", "Ctrl+Shift+I", "ticket", ask_screenshot, is_open
        ),
        Action("knowledge", known, "book", "Ctrl+Shift+F", "ticket", knowledge, is_open),
        Action("next_part", part, "arrow-right", "F6", "ticket", next_part, is_open),
    ]


def key_notes(place: str) -> list[KeyNote]:
    """Keys that the parts of the pane answer themselves."""
    return [
        KeyNote(place, _tr("Read a message by itself"), "Enter"),
        KeyNote(place, _tr("Copy a message"), "Ctrl+C"),
        KeyNote(place, _tr("Edit a message"), "E"),
        KeyNote(place, _tr("What a message said before"), "V"),
        KeyNote(place, _tr("Send a held reply anyway"), "S"),
        KeyNote(place, _tr("Make a held reply a note"), "M"),
        KeyNote(place, _tr("Drop a held reply"), "Del"),
        KeyNote(place, _tr("Take off a file, a tag, a link or a line"), "Del"),
        KeyNote(place, _tr("Move a line of the check list"), "Alt+Up"),
        KeyNote(place, _tr("Put an article, an earlier answer or a template in"), "Ctrl+Enter"),
        KeyNote(place, _tr("Put a link to an article in"), "Shift+Enter"),
        KeyNote(place, _tr("Back to the list"), "Esc"),
    ]
