"""The facts that a row can show where its view says which: their names, and what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from desktop.field_words import channel_words, what_words
from desktop.inbox.row_words import span_words
from desktop.moments import MINUTE_MS, recent_words
from desktop.ticket_words import number_words, priority_words
from models.queries.columns import COLUMNS
from models.rows import TicketRow

MARKS = ("due", "status", "tags")
"""Those that are painted as marks; the others are words of the second line."""
SAID_ANYHOW = ("number", "requester", "company", "assignee", *MARKS)
"""What a screen reader hears of every row."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ColumnWords", text)


def column_names() -> list[tuple[str, str]]:
    """All of them with their words, in the order in which rows show them."""
    own = {
        "number": _tr("Number"),
        "age": _tr("Age"),
        "customer": _tr("Customer's last word"),
        "due": what_words("due_at_ms"),
    }
    return [(name, own.get(name) or what_words(name)) for name in COLUMNS]


def fact_words(row: TicketRow, columns: Iterable[str], now_ms: int) -> str:
    """``#10482 · Network · VPN``: what is known of these, in words."""
    return " · ".join(filter(None, (_fact(row, name, now_ms) for name in columns)))


def _fact(row: TicketRow, name: str, now_ms: int) -> str:
    if name in _PLAIN:
        return _PLAIN[name](row)
    facts = row.facts
    if facts is None:
        return ""
    if name == "category":
        return facts.category
    if name == "age" and facts.created_at_ms:
        return _tr("{0} old").format(span_words(now_ms - facts.created_at_ms))
    if name == "customer" and facts.customer_at_ms:
        said = recent_words(facts.customer_at_ms, now_ms // MINUTE_MS)
        return _tr("customer {0}").format(said)
    return ""


_PLAIN: dict[str, Callable[[TicketRow], str]] = {
    "number": lambda row: number_words(row.number),
    "requester": lambda row: row.requester_name,
    "company": lambda row: row.company_name,
    "queue": lambda row: row.queue_name,
    "assignee": lambda row: row.assignee_name or _tr("nobody's"),
    "priority": lambda row: priority_words(row.priority),
    "channel": lambda row: channel_words(row.channel),
}
"""What every row knows."""
