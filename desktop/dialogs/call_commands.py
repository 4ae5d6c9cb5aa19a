"""What a logged call does: the ticket or the call on one, its check list, the call-back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.dialogs.call_result import CALL_BACK, PASSED_ON, SOLVED
from desktop.dialogs.ticket_start import first_line, html_of
from models.commands import (
    AddCall,
    AddItem,
    CreateTicket,
    FirstMessage,
    Mutation,
    Put,
    SetTicket,
    TickItem,
    Transfer,
)
from models.rows import Actor, ContactRow


@dataclass(frozen=True, kw_only=True)
class Call:
    """What the form says. ``ticket_id`` is None where the call makes a new ticket."""

    what: str
    contact: ContactRow | None = None
    new_contact: Put | None = None
    ticket_id: str | None = None
    queue_id: str | None = None
    queue_chosen: bool = False
    """Whether its person chose the queue: the desk's rules leave it then."""
    result: str = ""
    call_back_at_ms: int | None = None
    lines: tuple[tuple[str, bool], ...] = ()


def call_commands(call: Call, me: Actor) -> tuple[Mutation, ...]:
    """To be performed as one step, in this order."""
    made = (call.new_contact,) if call.new_contact else ()
    if call.ticket_id is None:
        first = _new_ticket(call, me)
        return (*made, first, *_beside(call, first.id))
    logged = AddCall(ticket_id=call.ticket_id, html=html_of(call.what))
    return (*made, logged, *_ended(call), *_beside(call, call.ticket_id))


def _new_ticket(call: Call, me: Actor) -> CreateTicket:
    contact, made = call.contact, call.new_contact
    keeps = call.result in (SOLVED, CALL_BACK)
    fields = {
        "subject": first_line(call.what),
        "queue_id": call.queue_id,
        "channel": "phone",
        "requester_id": made.id if made else contact and contact.id,
        "company_id": contact and contact.company_id,
        "assignee_id": me.id if keeps else None,
        "status": {SOLVED: "done", CALL_BACK: "open"}.get(call.result),
    }
    message = FirstMessage(
        kind="call",
        html=html_of(call.what),
        author_id=me.id,
        author_name=me.name,
        channel="phone",
    )
    known = {key: value for key, value in fields.items() if value is not None}
    return CreateTicket(set=known, message=message, queue_chosen=call.queue_chosen)


def _ended(call: Call) -> Iterator[Mutation]:
    """What the result means for a ticket that was there."""
    assert call.ticket_id
    if call.result == SOLVED:
        yield SetTicket(id=call.ticket_id, set={"status": "done"})
    elif call.result == PASSED_ON:
        yield Transfer(id=call.ticket_id, queue_id=call.queue_id)


def _beside(call: Call, ticket_id: str) -> Iterator[Mutation]:
    for text, ticked in call.lines:
        line = AddItem(ticket_id=ticket_id, text=text)
        yield line
        if ticked:
            yield TickItem(id=line.id)
    if call.call_back_at_ms is not None:
        yield reminder(ticket_id, call.call_back_at_ms, _reached_at(call))


def reminder(ticket_id: str, at_ms: int, words: str) -> Put:
    """A promise to call back, which follows its person to every computer."""
    fields = {"ticket_id": ticket_id, "at_ms": at_ms, "words": words}
    return Put(entity="reminder", set=fields)


def _reached_at(call: Call) -> str:
    """Whom to call, and by which number."""
    if call.new_contact is not None:
        made = call.new_contact.set
        return " · ".join(dict.fromkeys(filter(None, (made.get("name"), made.get("phone")))))
    contact = call.contact
    return " · ".join(filter(None, (contact.name, contact.phone))) if contact else ""
