"""Says once of each change that it was refused or held, when that happens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.outbox import words
from desktop.ticket_words import number_words
from models.queries.outbox import OutboxEntry


class NewTroubles:
    """What was there when the window opened is not new: the sidebar counts it."""

    def __init__(self) -> None:
        self._known: set[str] | None = None

    def look(self, entries: Sequence[OutboxEntry]) -> str:
        """A sentence about what was not there before; empty when there is nothing."""
        keys = {entry.key for entry in entries}
        known, self._known = self._known, keys | (self._known or set())
        fresh = [entry for entry in entries if entry.key not in known] if known is not None else []
        if len(fresh) == 1:
            return trouble_words(fresh[0])
        return _tr("%n changes need your attention.", len(fresh)) if fresh else ""


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("NewTroubles", text, "", n)


def trouble_words(entry: OutboxEntry) -> str:
    """What happened to one change, and why."""
    about = f"{number_words(entry.number)} · " if entry.number else ""
    what = f"{about}{words.title(entry)}"
    head = {
        "refused": _tr("The server refused your change: {0}."),
        "held": _tr("Your change is held: {0}."),
        "reply": _tr("Your reply is held: {0}."),
        "failed": _tr("A file could not be uploaded: {0}."),
    }.get(entry.state, _tr("Your change met another one: {0}."))
    return " ".join(filter(None, (head.format(what), words.reason(entry))))
