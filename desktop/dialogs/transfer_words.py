"""Rows of people and queues that a ticket can go to, and the card that is written with it."""

from __future__ import annotations

import json
from collections.abc import Collection
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop.dialogs.ticket_start import html_of
from desktop.field_words import time_words
from desktop.widgets.popup_row import PopupRow
from models.rows import Actor, AgentRow, QueueRow

PERSON, QUEUE = "person:", "queue:"
MANY_HANDOVERS = 2
"""After so many a further one is warned of: the customer tells it to a fourth person."""


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Transfer", text, "", n)


def agent_row(row: AgentRow, me: Actor, now_ms: int, online: Collection[str] = ()) -> PopupRow:
    """Who, what they can, and how much they have; away until when, and whether online now."""
    roles = {"lead": _tr("lead"), "admin": _tr("administrator")}
    mine = _tr("you") if row.id == me.id else ""
    parts = (row.title, roles.get(row.role, ""), mine, ", ".join(skills_of(row)))
    load = _tr("%n open", row.open_count)
    away = is_away(row, now_ms) and _tr("away until %1").replace(
        "%1", time_words(row.absent_until_ms or 0)
    )
    here = _tr("online") if row.id in online else ""
    return PopupRow(
        key=f"{PERSON}{row.id}",
        title=row.name,
        second=" · ".join(filter(None, parts)) or row.login,
        hint=" · ".join(filter(None, (away or "", here, load))),
        is_person=True,
        online=bool(here),
    )


def queue_row(row: QueueRow) -> PopupRow:
    hint = "" if row.mine else _tr("not one of yours")
    return PopupRow(
        key=f"{QUEUE}{row.id}", title=row.name, icon_name=row.icon or "inbox", hint=hint
    )


def is_away(row: AgentRow, now_ms: int) -> bool:
    return row.absent_until_ms is not None and row.absent_until_ms > now_ms


def skills_of(row: AgentRow) -> list[str]:
    """A JSON list of words, or words with commas between them."""
    try:
        found = json.loads(row.skills or "[]")
    except ValueError:
        found = row.skills.split(",")
    known = found if isinstance(found, list) else [found]
    return [word for each in known if (word := str(each).strip())]


def words_of(row: AgentRow) -> str:
    """What somebody can be found by."""
    return f"{row.name} {row.login} {row.title} {row.email} {' '.join(skills_of(row))}"


def handover_words(handovers: int) -> str:
    """The warning before a third person is asked to hand it on; empty before that."""
    if handovers < MANY_HANDOVERS:
        return ""
    return _tr(
        "This ticket was handed over %n times already. Whoever gets it now asks the customer "
        "anew unless the card says it all.",
        handovers,
    )


def card_html(giver: str, taker: str, done: str, following: str) -> str:
    """The hand-over card, an internal note that the next person reads first."""
    heading = _tr("Hand-over: %1 to %2").replace("%2", taker).replace("%1", giver)
    parts = [f"<p><strong>{escape(heading, quote=False)}</strong></p>"]
    for words, text in ((_tr("What was done"), done), (_tr("What is next"), following)):
        if text:
            parts.append(f"<p><em>{escape(words, quote=False)}</em></p>{html_of(text)}")
    return "".join(parts)
