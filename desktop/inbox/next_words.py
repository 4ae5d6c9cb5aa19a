"""Why a ticket is the next one, in words. Pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.inbox.row_words import span_words
from desktop.ticket_words import number_words
from models.queries.next_ticket import Choice


def _tr(text: str) -> str:
    return QCoreApplication.translate("NextTicket", text)


def choice_words(choice: Choice) -> str:
    """``#10482. Oldest waiting customer: 3 h, premium plan``."""
    ticket = choice.ticket
    plan = _tr("{0} plan").format(ticket.plan) if ticket.plan else ""
    return f"{number_words(ticket.number)}. {', '.join(filter(None, (_reason(choice), plan)))}"


def _reason(choice: Choice) -> str:
    waits = choice.ticket.waits_since_ms is not None
    urgent = choice.ticket.priority == "urgent"
    words = {
        "overdue": _tr("Overdue for {0}"),
        "due_soon": _tr("Due in {0}"),
        "woke": _tr("Postponed until now, awake for {0}"),
        "waiting": _tr("Oldest waiting customer: {0}"),
        "oldest": _tr("Oldest of what is left: {0}"),
    }
    if choice.reason != "priority":
        return words[choice.reason].format(span_words(choice.span_ms))
    if waits:
        said = (
            _tr("Urgent, its customer waits: {0}")
            if urgent
            else _tr("High priority, its customer waits: {0}")
        )
    else:
        said = _tr("Urgent, here for {0}") if urgent else _tr("High priority, here for {0}")
    return said.format(span_words(choice.span_ms))
