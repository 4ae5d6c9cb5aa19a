"""Plain frozen rows that queries hand to screens and to the commands without a window.

Structs rather than dataclasses, whose methods are compiled at each start: 9 ms for these.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from models.taste import Highlight

Status = Literal["new", "open", "waiting", "postponed", "done"]
Priority = Literal["low", "normal", "high", "urgent"]

STATUSES: tuple[Status, ...] = ("new", "open", "waiting", "postponed", "done")
PRIORITIES: tuple[Priority, ...] = ("low", "normal", "high", "urgent")
WAITING_FOR = ("customer", "vendor", "colleague")
CHANNELS = ("email", "phone", "portal", "chat", "telegram", "desk")
COLOURS = ("red", "amber", "green", "blue", "violet")
Mark = tuple[int, int]
"""Start and end of a part of a text, in characters."""


class Actor(Struct, frozen=True):
    """Who acts: an agent of the directory. ``role`` is agent, lead or admin."""

    id: str
    login: str
    name: str
    role: str


class PageKey(Struct, frozen=True):
    """Where a page ended: the order's value of its last row, and that row's id.

    ``band`` 1 follows all of band 0: postponed tickets of My open. Band -1 stands above: pins.
    """

    value: int | str | None
    id: str
    band: int = 0


class RowFacts(Struct, frozen=True):
    """What not every row is read with; ``customer_at_ms``: when the customer wrote last."""

    category: str
    created_at_ms: int
    customer_at_ms: int | None


class TicketRow(Struct, frozen=True):
    """One line of a ticket list. ``number`` has no ``#``: digits, or the alias until numbered."""

    id: str
    number: str
    subject: str
    status: str
    waiting_for: str | None
    priority: str
    channel: str
    queue_id: str
    queue_name: str
    requester_name: str
    company_name: str
    assignee_id: str | None
    assignee_name: str
    tags: tuple[str, ...]
    due_at_ms: int | None
    wake_at_ms: int | None
    activity_at_ms: int
    unread: bool
    unsent: bool
    """True while a change of this ticket still waits on this computer."""
    key: PageKey
    held: bool = False
    """True while a reply waits for its author, who had not seen what was said meanwhile."""
    stuck: bool = False
    """True when a change of it was refused or is held, or a reply of one's own waits there."""
    due_what: str | None = None
    """Which promise is due, of ``models.sla.TARGETS``; None: a person set the time."""
    warn_at_ms: int | None = None
    """When that promise begins to be at risk."""
    pinned: bool = False
    """What its reader alone sees: this, ``colour`` (of COLOURS, or ""), ``remind_at_ms``."""
    colour: str = ""
    remind_at_ms: int | None = None
    taste: Highlight | None = None
    """What its person's own rules make of it."""
    facts: RowFacts | None = None
    """Read where the view's columns ask for it."""


class TicketHeader(Struct, frozen=True):
    """Everything the head of an open ticket and its side panel show."""

    id: str
    number: str
    alias: str
    subject: str
    status: str
    waiting_for: str | None
    wake_at_ms: int | None
    priority: str
    channel: str
    queue_id: str
    queue_name: str
    category_id: str | None
    category_name: str
    assignee_id: str | None
    assignee_name: str
    requester_id: str | None
    requester_name: str
    requester_email: str
    requester_phone: str
    requester_title: str
    company_id: str | None
    company_name: str
    company_plan: str
    company_note: str
    tags: tuple[str, ...]
    created_at_ms: int
    due_at_ms: int | None
    solved_at_ms: int | None
    rev: int
    due_what: str | None = None
    warn_at_ms: int | None = None
    tier: int = 1
    """2: it needs a specialist."""


class FileRow(Struct, frozen=True):
    """A file of a message or note. ``state`` is complete or pending (bytes not there yet).

    ``upload`` tells of one that goes up from this computer: waiting, paused or failed, with the
    reason of its last trouble.
    """

    id: str
    sha256: str
    name: str
    media_type: str
    size_bytes: int
    state: str
    upload: str = ""
    upload_reason: str = ""


class MessageRow(Struct, frozen=True):
    """A public message, note or call of a conversation, oldest first in lists.

    ``kind`` is reply, note, customer or call. ``written_at_ms`` is set when it was written
    earlier than it arrived (offline, or kept in My notes). ``delivery`` is None, or for a reply
    kept, held, queued, sent, refused or bounced, with its reason. A held one names who wrote
    what its author had not seen, and when.
    """

    id: str
    kind: str
    author_id: str | None
    author_name: str
    company_name: str
    channel: str
    html: str
    at_ms: int
    written_at_ms: int | None
    delivery: str | None
    delivery_reason: str | None
    files: tuple[FileRow, ...]
    unsent: bool
    edited_at_ms: int | None = None
    held_for: str = ""
    held_for_at_ms: int | None = None


class VersionRow(Struct, frozen=True):
    """What a message said until ``author_name`` changed it at ``at_ms``."""

    html: str
    author_name: str
    at_ms: int


class ApprovalRow(Struct, frozen=True):
    """Something that somebody has to agree to; ``state`` is asked, approved or rejected.

    ``of_id`` is whose word is asked for, None: anybody's.
    """

    id: str
    ticket_id: str
    what: str
    state: str
    asked_name: str
    of_id: str | None
    of_name: str
    at_ms: int
    decided_name: str
    decided_at_ms: int | None
    why: str


class LinkRow(Struct, frozen=True):
    """``other_id`` is the ``role`` of ``ticket_id``; the rest tells of the other ticket."""

    ticket_id: str
    role: str
    other_id: str
    number: str
    subject: str
    status: str


class TimeRow(Struct, frozen=True):
    """Minutes that somebody worked on a ticket; ``at_ms`` is when they were entered."""

    id: str
    who_id: str | None
    who_name: str
    minutes: int
    started_at_ms: int | None
    note: str
    at_ms: int
    kind: str = ""


class ItemRow(Struct, frozen=True):
    """A line of a ticket's check list."""

    id: str
    text: str
    done: bool
    done_name: str
    done_at_ms: int | None


class CallListRow(Struct, frozen=True):
    """A check list that a call may be gone through with."""

    id: str
    name: str
    lines: tuple[str, ...]


class ConflictValue(Struct, frozen=True):
    """One of the values that met; ``name`` is that of the row which an id points to."""

    value: Any
    name: str = ""


class ConflictRow(Struct, frozen=True):
    """An open conflict: ``mine`` came late, ``theirs`` was there, ``now`` is what the row shows.

    ``title`` names the row where that is no ticket, ``number`` the ticket where there is one.
    """

    id: str
    ticket_id: str | None
    number: str
    entity: str
    ent: str
    title: str
    field: str
    base: ConflictValue
    theirs: ConflictValue
    mine: ConflictValue
    now: ConflictValue
    theirs_id: str | None
    theirs_name: str
    theirs_at_ms: int | None
    mine_id: str | None
    mine_name: str
    mine_at_ms: int
    written_at_ms: int | None


class MergedTags(Struct, frozen=True):
    """Tags of a ticket that two people changed at once; ``added`` are those that came with it."""

    tags: tuple[str, ...]
    added: frozenset[str]


class EventRow(Struct, frozen=True):
    """A line of the immutable history: who changed ``what`` from ``old`` to ``new``, and why."""

    id: str
    at_ms: int
    who_name: str
    what: str
    old: str | None
    new: str | None
    why: str | None


ConversationItem = MessageRow | EventRow


class AgentRow(Struct, frozen=True):
    """An agent of the directory; ``open_count`` counts their tickets that are not done."""

    id: str
    login: str
    name: str
    email: str
    role: str
    title: str
    open_count: int
    skills: str = ""
    absent_until_ms: int | None = None


class QueueRow(Struct, frozen=True):
    """A queue, and whether its tickets reach this person."""

    id: str
    name: str
    icon: str
    mine: bool


class ContactRow(Struct, frozen=True):
    """A person who asks: contact of a company, or an employee."""

    id: str
    name: str
    email: str
    phone: str
    title: str
    company_id: str | None
    company_name: str


class CategoryRow(Struct, frozen=True):
    """A category with its path of names, e.g. ``("Network", "VPN")``, in the wanted language."""

    id: str
    name: str
    path: tuple[str, ...]


class NoteRow(Struct, frozen=True):
    """A personal note of My notes. ``unsent`` while it has not reached the server."""

    id: str
    title: str
    html: str
    at_ms: int
    updated_at_ms: int
    files: tuple[FileRow, ...]
    unsent: bool
    ticket_id: str | None


class DraftRow(Struct, frozen=True):
    """What was typed here and not sent, per ticket and kind (reply or note)."""

    ticket_id: str
    kind: str
    html: str
    updated_at_ms: int


class SiblingDraft(Struct, frozen=True, kw_only=True):
    """The same person's draft on another device, by its name; its ``files`` are only there."""

    id: str
    ticket_id: str
    kind: str
    html: str
    device: str
    files: int
    updated_at_ms: int


class FormDraftRow(Struct, frozen=True):
    """A form that was begun at ``at_ms``; only the form knows how to read ``content``."""

    id: str
    form: str
    title: str
    content: str
    at_ms: int


class ArticleRow(Struct, frozen=True):
    """An article found or listed; ``snippet`` is plain text."""

    id: str
    title: str
    language: str
    category: str
    audience: str
    snippet: str
    updated_at_ms: int


class ArticleHit(Struct, frozen=True):
    """An article that may answer; marks are (start, end) in its title and snippet."""

    row: ArticleRow
    match_percent: int
    title_marks: tuple[Mark, ...]
    snippet_marks: tuple[Mark, ...]


class OutboxRow(Struct, frozen=True):
    """A change that has not settled. ``state`` is queued, sending, held, refused or settled."""

    mid: int
    kind: str
    state: str
    ticket: str | None
    reason: str | None
    at_ms: int


class SyncStatus(Struct, frozen=True):
    """What the status bar may say. Times are None until the first sync.

    ``attention`` counts changes refused or held, one's held replies, conflicts and failed files.
    """

    synced_at_ms: int | None
    waiting: int
    attention: int
    tickets_here: int


class Clock(Struct, frozen=True):
    """The moment of a question: now by the server's clock, and the local midnight before it."""

    now_ms: int
    day_start_ms: int


class ArticleText(Struct, frozen=True):
    """A whole article."""

    id: str
    title: str
    language: str
    category: str
    audience: str
    html: str
    updated_at_ms: int
