"""What stands in a ticket list with no rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.inbox.filter_words import trouble_words
from desktop.inbox.list_query import ListQuery
from models.errors import DeskError

Words = tuple[str, str, str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("EmptyList", text)


def empty_words(
    query: ListQuery, as_of: str, partial: bool = False, trouble: DeskError | None = None
) -> Words:
    """Icon, title, sentence and button ("" for none).

    ``as_of`` says how far the emptiness can be trusted, e.g. "Confirmed at 12:31". ``partial``:
    older tickets are on the server alone. ``trouble``: the filter can't be understood.
    """
    if trouble is not None:
        button = _tr("Show all") if query.text else ""
        return "filter", _tr("This filter is not clear"), trouble_words(trouble), button
    if query.is_narrowed():
        return "filter", _tr("No ticket passes the filter"), as_of, _tr("Show all")
    if query.search and partial:
        sentence = _tr(
            "No ticket on this computer has these words or this number. Older tickets are on the "
            "server; they can be fetched by their number."
        )
        ask = _tr("Fetch this number") if is_number(query.search) else ""
        return "search", _tr("Nothing found"), sentence, ask
    if query.search:
        sentence = _tr("No ticket on this computer has these words or this number.")
        return "search", _tr("Nothing found"), sentence, ""
    icon, title = _views().get(query.view) or _others(query.view)
    return icon, title, as_of, ""


def is_number(text: str) -> bool:
    """Whether this is the number of a ticket, or the temporary one that it had."""
    typed = text.strip().lstrip("#")
    return typed.isdecimal() or typed.upper().startswith("N-")


def _others(view: str) -> tuple[str, str]:
    is_queue = view.startswith("queue:")
    return "check-circle", _tr("This queue is empty") if is_queue else _tr("This view is empty")


def _views() -> dict[str, tuple[str, str]]:
    return {
        "all": ("inbox", _tr("No tickets on this computer yet")),
        "my_open": ("check-circle", _tr("All answered")),
        "mentions": ("at", _tr("Nobody has mentioned you")),
        "unassigned": ("check-circle", _tr("Every ticket has somebody")),
        "not_started": ("check-circle", _tr("Everything is begun")),
        "at_risk": ("check-circle", _tr("Nothing is at risk")),
        "postponed": ("clock", _tr("Nothing is postponed")),
        "drafts": ("pencil", _tr("No drafts")),
        "pinned": ("pin", _tr("Nothing is pinned")),
        "reminders": ("bell", _tr("No reminders")),
        "level_1": ("check-circle", _tr("Nothing is open for everybody")),
        "level_2": ("check-circle", _tr("Nothing needs a specialist")),
        "offered": ("check-circle", _tr("Nobody has too much")),
        "done_today": ("check-circle", _tr("Nothing done yet today")),
    }
