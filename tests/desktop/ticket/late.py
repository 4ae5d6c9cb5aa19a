"""Rows of late changes in a local file: conflicts, held replies, approvals."""

from __future__ import annotations

import json
from typing import Any

from tests.desktop.ticket.picture import TicketDesk, add_message
from tests.desktop.work.sample import ME, MINUTE

ALEXEY = ("agent-alexey", "Alexey Novak")


def add_conflict(
    desk: TicketDesk, field: str, mine: Any, theirs: Any, base: Any = None, **row: Any
) -> str:
    """Maria's value came from offline and met Alexey's; ``row`` says what else is different."""
    known = {
        "id": f"conflict-{field}",
        "scope": "q:Network",
        "ticket_id": "ticket-10482",
        "entity": "ticket",
        "ent": "ticket-10482",
        "field": field,
        "base": json.dumps(base),
        "theirs": json.dumps(theirs),
        "mine": json.dumps(mine),
        "theirs_id": ALEXEY[0],
        "theirs_name": ALEXEY[1],
        "theirs_at_ms": desk.now_ms - 7 * MINUTE,
        "mine_id": ME.id,
        "mine_name": ME.name,
        "mine_at_ms": desk.now_ms - MINUTE,
        "written_at_ms": desk.now_ms - 21 * MINUTE,
        "state": "open",
        **row,
    }
    desk.put_row("conflict", known)
    return str(known["id"])


def add_held_reply(desk: TicketDesk, ticket_id: str, **row: Any) -> str:
    """Maria's reply, held because Peter Hale wrote again meanwhile."""
    now = desk.now_ms
    peter = {"author_id": "contact-peter", "author_name": "Peter Hale"}
    html = "<p>It works again, thank you!</p>"
    add_message(desk, ticket_id, "newer", html=html, at_ms=now - 11 * MINUTE, **peter)
    held = {"delivery": "held", "delivery_reason": "newer", "channel": ""}
    maria = {"kind": "reply", "author_id": ME.id, "author_name": ME.name}
    times = {"at_ms": now - MINUTE, "written_at_ms": now - 15 * MINUTE}
    words = "<p>Please restart the gateway.</p>"
    return add_message(desk, ticket_id, "held", **{**held, **maria, **times, "html": words, **row})


def add_approval(desk: TicketDesk, ticket_id: str, **row: Any) -> str:
    """Alexey asks Maria for a second gateway."""
    known = {
        "id": "approval-1",
        "scope": "q:Network",
        "ticket_id": ticket_id,
        "what": "Order a second gateway",
        "state": "asked",
        "asked_id": ALEXEY[0],
        "asked_name": ALEXEY[1],
        "of_id": ME.id,
        "at_ms": desk.now_ms - 9 * MINUTE,
        **row,
    }
    desk.put_row("approval", known)
    return str(known["id"])
