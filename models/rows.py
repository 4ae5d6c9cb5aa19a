"""Plain frozen rows that queries hand to screens and to the commands without a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["new", "open", "waiting", "postponed", "done"]
Priority = Literal["low", "normal", "high", "urgent"]

STATUSES: tuple[Status, ...] = ("new", "open", "waiting", "postponed", "done")
PRIORITIES: tuple[Priority, ...] = ("low", "normal", "high", "urgent")
WAITING_FOR = ("customer", "vendor", "colleague")
CHANNELS = ("email", "phone", "portal", "chat", "telegram", "desk")
Mark = tuple[int, int]
"""Start and end of a part of a text, in characters."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an agent of the directory. ``role`` is agent, lead or admin."""

    id: str
    login: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PageKey:
    """Where a page ended: the order's value of its last row, and that row's id."""

    value: int | str | None
    id: str


@dataclass(frozen=True, slots=True)
class TicketRow:
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


@dataclass(frozen=True, slots=True)
class TicketHeader:
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


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a message or note. ``state`` is complete or pending (bytes not there yet)."""

    id: str
    sha256: str
    name: str
    media_type: str
    size_bytes: int
    state: str


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A public message, note or call of a conversation, oldest first in lists.

    ``kind`` is reply, note, customer or call. ``written_at_ms`` is set when it was written
    earlier than it arrived (offline, or kept in My notes). ``delivery`` is None, or for a reply
    kept, queued, sent, refused or bounced, with its reason.
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


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the immutable history: who changed ``what`` from ``old`` to ``new``, and why."""

    id: str
    at_ms: int
    who_name: str
    what: str
    old: str | None
    new: str | None
    why: str | None


ConversationItem = MessageRow | EventRow


@dataclass(frozen=True, slots=True)
class AgentRow:
    """An agent of the directory; ``open_count`` counts their tickets that are not done."""

    id: str
    login: str
    name: str
    email: str
    role: str
    title: str
    open_count: int


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A queue, and whether its tickets reach this person."""

    id: str
    name: str
    icon: str
    mine: bool


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person who asks: contact of a company, or an employee."""

    id: str
    name: str
    email: str
    phone: str
    title: str
    company_id: str | None
    company_name: str


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category with its path of names, e.g. ``("Network", "VPN")``, in the wanted language."""

    id: str
    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A personal note of My notes. ``unsent`` while it has not reached the server."""

    id: str
    title: str
    html: str
    at_ms: int
    updated_at_ms: int
    files: tuple[FileRow, ...]
    unsent: bool
    ticket_id: str | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """What was typed and not sent, per ticket and kind (reply or note)."""

    ticket_id: str
    kind: str
    html: str
    updated_at_ms: int


@dataclass(frozen=True, slots=True)
class FormDraftRow:
    """A form that was begun at ``at_ms``; only the form knows how to read ``content``."""

    id: str
    form: str
    title: str
    content: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article found or listed; ``snippet`` is plain text."""

    id: str
    title: str
    language: str
    category: str
    audience: str
    snippet: str
    updated_at_ms: int


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that may answer; marks are (start, end) in its title and snippet."""

    row: ArticleRow
    match_percent: int
    title_marks: tuple[Mark, ...]
    snippet_marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A change that has not settled. ``state`` is queued, sending, held, refused or settled."""

    mid: int
    kind: str
    state: str
    ticket: str | None
    reason: str | None
    at_ms: int


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the status bar may say. Times are None until the first sync."""

    synced_at_ms: int | None
    waiting: int
    attention: int
    tickets_here: int


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment of a question: now by the server's clock, and the local midnight before it."""

    now_ms: int
    day_start_ms: int


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A whole article."""

    id: str
    title: str
    language: str
    category: str
    audience: str
    html: str
    updated_at_ms: int
