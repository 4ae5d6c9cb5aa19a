"""What the ticket pane reads of one ticket, in one go, on a reader's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop.ticket.named_events import with_names
from desktop.ticket.picture_sizes import picture_sizes
from models.commands import FileRef
from models.drafts import draft_files
from models.errors import NotFound
from models.queries.approvals import approvals
from models.queries.conflicts import of_ticket
from models.queries.conversation import (
    conversation,
    events,
    is_whole,
    requester_tickets,
    ticket_header,
)
from models.queries.customer_rows import BesideTicket
from models.queries.customers import beside_ticket
from models.queries.inbox import ticket_rows
from models.queries.notes import draft
from models.queries.promises import PromisesRow, promises_of
from models.rows import (
    Actor,
    ApprovalRow,
    Clock,
    ConflictRow,
    ConversationItem,
    EventRow,
    MessageRow,
    SiblingDraft,
    TicketHeader,
    TicketRow,
)
from models.shared_drafts import sibling_drafts

if TYPE_CHECKING:
    from models.database import Store

DRAFT_KINDS = ("reply", "note")


@dataclass(frozen=True)
class TicketContent:
    """The middle of the pane. ``has_earlier``: messages before those in ``items``.

    Not ``whole``: there are older ones that are not on this computer. ``pictures``: how large the
    newest ones are.
    """

    header: TicketHeader
    items: tuple[ConversationItem, ...]
    conflicts: tuple[ConflictRow, ...]
    approvals: tuple[ApprovalRow, ...]
    drafts: dict[str, str]
    draft_files: dict[str, tuple[FileRef, ...]]
    siblings: tuple[SiblingDraft, ...]
    unread: bool
    has_earlier: bool
    whole: bool
    pictures: Mapping[str, QSize]


@dataclass(frozen=True)
class SideContent:
    """The side panel: other tickets of the requester, what they have, what was promised, and the
    whole history."""

    header: TicketHeader
    tickets: tuple[TicketRow, ...]
    events: tuple[EventRow, ...]
    beside: BesideTicket
    promises: PromisesRow | None = None


def read_ticket(
    store: Store,
    ticket_id: str,
    me: Actor,
    clock: Clock,
    limit: int,
    language: str,
    folder: Path,
) -> TicketContent | None:
    """None when the ticket is not in this store (any more)."""
    try:
        header = ticket_header(store, ticket_id, language)
    except NotFound:
        return None
    items = conversation(store, ticket_id, limit=limit)
    rows = {kind: draft(store, ticket_id, kind) for kind in DRAFT_KINDS}
    seen = ticket_rows(store, [ticket_id], me, clock)
    return TicketContent(
        header,
        with_names(store, items, language),
        tuple(of_ticket(store, ticket_id, language)),
        tuple(approvals(store, ticket_id)),
        {kind: row.html for kind, row in rows.items() if row is not None},
        {kind: draft_files(store, ticket_id, kind) for kind in DRAFT_KINDS},
        sibling_drafts(store, me, ticket_id),
        any(row.unread for row in seen),
        sum(isinstance(item, MessageRow) for item in items) >= limit,
        is_whole(store, ticket_id),
        picture_sizes(folder, items),
    )


def read_side(
    store: Store, header: TicketHeader, me: Actor, clock: Clock, language: str
) -> SideContent:
    """What can come a moment later than the conversation."""
    contact = header.requester_id
    tickets = requester_tickets(store, contact, me, clock) if contact else []
    beside = beside_ticket(store, contact, header.company_id)
    promised = promises_of(store, header.id, clock.now_ms)
    history = with_names(store, events(store, header.id), language)
    return SideContent(header, tuple(tickets), history, beside, promised)
