"""A ticket of the uniform form, checked and made into what the store holds.

Nothing here reads or writes a store. Texts become canonical HTML (``models.richtext``); of HTML
and Markdown the original is kept.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from models.commands.base import HTML_LIMIT_BYTES, check_html
from models.errors import Refused
from models.richtext import from_markdown, from_plain, sanitize
from models.richtext.clean import storable
from models.rows import CHANNELS
from sync.server.imports.decoding import ShortText, moment_ms
from sync.server.imports.reader import Refusal

Row = dict[str, Any]
Format = Literal["text", "html", "markdown"]
FINISHED = ("resolved", "closed")
ADDRESS = re.compile(r'\s*"?(.*?)"?\s*<([^<>@\s]+@[^<>@\s]+)>\s*', re.DOTALL)
BARE_ADDRESS = re.compile(r"[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+")
TAGGED = re.compile(r"<(?:p|br|div|span|ul|ol|li|table|a|b|i|strong|em|blockquote)\b[^>]*>", re.I)
CHANNEL_WORDS = {
    "e-mail": "email",
    "mail": "email",
    "call": "phone",
    "web": "portal",
    "social media": "chat",
}


class Comment(msgspec.Struct):
    """A message of an imported ticket."""

    body: str | None = None
    author: ShortText | None = None
    internal: bool = False
    created_at: str | None = None
    body_format: Format | None = None


class Happening(msgspec.Struct):
    """What changed at a time: state, group and assignee as they were then."""

    at: str
    state: ShortText | None = None
    group: ShortText | None = None
    assignee: ShortText | None = None
    by: ShortText | None = None
    reassign: int | None = None
    reopen: int | None = None


class Extra(msgspec.Struct):
    """What only some sources know of a ticket."""

    company: ShortText | None = None
    phone: ShortText | None = None
    product: ShortText | None = None
    channel: ShortText | None = None
    impact: ShortText | None = None
    urgency: ShortText | None = None
    tags: list[Annotated[str, Meta(max_length=80)]] = []
    labels: list[Annotated[str, Meta(max_length=80)]] = []
    events: list[Happening] = []


class TicketLine(msgspec.Struct):
    """One line of a ticket file."""

    id: Annotated[str, Meta(min_length=1, max_length=500)]
    source: Annotated[str, Meta(min_length=1, max_length=200)]
    subject: ShortText | None = None
    body: str | None = None
    body_format: Format = "text"
    language: ShortText | None = None
    category: ShortText | None = None
    priority: Literal["low", "normal", "high", "urgent"] | None = None
    requester: ShortText | None = None
    created_at: str | None = None
    comments: list[Comment] = []
    extra: Extra = msgspec.field(default_factory=Extra)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asked. ``email`` is empty where the source has a name only."""

    name: str
    email: str
    phone: str

    def is_author(self, author: str) -> bool:
        """Whether a comment's author names this person."""
        written = person_of(author, "")
        if written.email and self.email:
            return written.email.casefold() == self.email.casefold()
        return written.name.casefold() == self.name.casefold()


@dataclass(slots=True)
class Draft:
    """A ticket that waits to be written: rows without the ids that only the store can tell.

    ``messages`` and ``events`` are in the order of time; an author's name stands in
    ``author_name`` and ``who_name``.
    """

    source: str
    source_id: str
    ticket: Row
    messages: list[Row]
    events: list[Row]
    requester: Person | None
    company: str
    category: str
    assignee: str

    @property
    def key(self) -> tuple[str, str]:
        return self.source, self.source_id


def drafted(line: TicketLine, zone: datetime.tzinfo, now_ms: int) -> Draft:
    """Raises Refusal for dates that are none and texts that are too large."""
    requester = person_of(line.requester, line.extra.phone or "") if line.requester else None
    created_ms = moment_ms(line.created_at, zone) if line.created_at else now_ms
    messages = _messages(line, zone, created_ms, now_ms, requester)
    events = _events(line, zone)
    row = _ticket(line, created_ms, requester)
    row.update(_times(messages, events, created_ms))
    if _is_done(line):
        row.update(status="done", solved_at_ms=_solved_ms(line, events, zone))
    start_ms = min([created_ms, *(m["at_ms"] for m in messages[:1])])
    opened = _event(start_ms, requester.name if requester else "", "created", None, row["channel"])
    return Draft(
        source=row["source"],
        source_id=row["source_id"],
        ticket=row,
        messages=messages,
        events=[opened, *events],
        requester=requester,
        company=storable(line.extra.company or "").strip(),
        category=storable(line.category or "").strip(),
        assignee=(line.extra.events[-1].assignee or "") if line.extra.events else "",
    )


def person_of(text: str, phone: str) -> Person:
    """``Name <mail>``, a bare address or a bare name."""
    text = storable(text).strip()
    found = ADDRESS.fullmatch(text)
    if found:
        return Person(found[1].strip() or found[2], found[2], phone)
    return Person(text, text if BARE_ADDRESS.fullmatch(text) else "", phone)


def canonical(text: str, form: Format) -> tuple[str, str | None]:
    """The HTML that is stored, and the original where it was not plain text."""
    if form == "text":
        html = from_plain(text)
    else:
        html = sanitize(text) if form == "html" else from_markdown(text, line_breaks=True)
    try:
        check_html(html)
    except Refused as refused:
        raise Refusal(f"body: larger than {HTML_LIMIT_BYTES >> 20} MB") from refused
    return html, None if form == "text" else storable(text)


def _ticket(line: TicketLine, created_ms: int, requester: Person | None) -> Row:
    extra = line.extra
    return {
        "subject": storable(line.subject or ""),
        "status": "open",
        "priority": line.priority or "normal",
        "product": storable(extra.product or ""),
        "impact": extra.impact and storable(extra.impact),
        "urgency": extra.urgency and storable(extra.urgency),
        "channel": _channel(extra.channel, requester),
        "language": storable(line.language or "")[:35],
        "tags": sorted({storable(tag).strip() for tag in (*extra.tags, *extra.labels)} - {""}),
        "created_at_ms": created_ms,
        "date_guessed": 0 if line.created_at else 1,
        "reopen_count": max((event.reopen or 0 for event in extra.events), default=0),
        "handover_count": max((event.reassign or 0 for event in extra.events), default=0),
        "source": storable(line.source),
        "source_id": storable(line.id),
        "source_text": None if line.body_format == "text" else storable(line.body or ""),
    }


def _channel(named: str | None, requester: Person | None) -> str:
    """One of our channels; without a name an address says e-mail."""
    if not named:
        return "email" if requester and requester.email else "desk"
    word = named.strip().casefold()
    word = CHANNEL_WORDS.get(word, word)
    return word if word in CHANNELS else "portal"


def _messages(
    line: TicketLine,
    zone: datetime.tzinfo,
    created_ms: int,
    now_ms: int,
    requester: Person | None,
) -> list[Row]:
    """The body, then the comments. One without a date has the time of the import.

    The body of a ticket without a date comes before its oldest answer all the same.
    """
    comments = [comment for comment in line.comments if comment.body is not None]
    times = _comment_times(comments, zone, now_ms)
    found = []
    if line.body is not None:
        at_ms = created_ms if line.created_at else min([created_ms, *(t - 1 for t in times)])
        author = requester.name if requester else ""
        found.append(_message(line.body, line.body_format, "customer", author, at_ms))
    for comment, at_ms in zip(comments, times, strict=True):
        form = comment.body_format or _comment_format(line.body_format, comment.body or "")
        kind = _comment_kind(comment, requester)
        author = storable(comment.author or "")
        found.append(_message(comment.body or "", form, kind, author, at_ms))
    return found


def _comment_times(comments: list[Comment], zone: datetime.tzinfo, now_ms: int) -> list[int]:
    return [
        moment_ms(comment.created_at, zone) if comment.created_at else now_ms + index + 1
        for index, comment in enumerate(comments)
    ]


def _comment_format(body_format: Format, text: str) -> Format:
    """Comments of an HTML ticket are plain unless they hold tags."""
    if body_format == "html":
        return "html" if TAGGED.search(text) else "text"
    return body_format


def _comment_kind(comment: Comment, requester: Person | None) -> str:
    if comment.internal:
        return "note"
    author = comment.author or ""
    return "customer" if requester and author and requester.is_author(author) else "reply"


def _message(text: str, form: Format, kind: str, author: str, at_ms: int) -> Row:
    html, original = canonical(text, form)
    row: Row = {"kind": kind, "author_name": author, "html": html, "at_ms": at_ms}
    return {**row, "source_text": original}


def _events(line: TicketLine, zone: datetime.tzinfo) -> list[Row]:
    """One row for each change of state, group and assignee; ``updated`` where none of them did."""
    known: dict[str, str | None] = {"state": None, "group": None, "assignee": None}
    found: list[Row] = []
    for happening in line.extra.events:
        at_ms = moment_ms(happening.at, zone)
        who = storable(happening.by or "")
        now = {what: getattr(happening, what) for what in known}
        changed = [what for what in known if now[what] != known[what]]
        found += [_event(at_ms, who, what, known[what], now[what]) for what in changed]
        if not changed:
            found.append(_event(at_ms, who, "updated", None, now["state"]))
        known = now
    return found


def _event(at_ms: int, who: str, what: str, old: str | None, new: str | None) -> Row:
    values = {"old": old and storable(old), "new": new and storable(new)}
    return {"at_ms": at_ms, "who_name": who, "what": what, **values}


def _is_done(line: TicketLine) -> bool:
    events = line.extra.events
    return bool(events) and _finished(events[-1])


def _finished(happening: Happening) -> bool:
    return (happening.state or "").strip().casefold() in FINISHED


def _solved_ms(line: TicketLine, events: list[Row], zone: datetime.tzinfo) -> int:
    """When the last run of Resolved and Closed began."""
    at = line.extra.events[-1].at
    for happening in reversed(line.extra.events):
        if not _finished(happening):
            break
        at = happening.at
    return moment_ms(at, zone)


def _times(messages: list[Row], events: list[Row], created_ms: int) -> Row:
    replies = [row["at_ms"] for row in messages if row["kind"] == "reply"]
    asked = [row["at_ms"] for row in messages if row["kind"] == "customer"]
    return {
        "first_reply_at_ms": min(replies, default=None),
        "customer_at_ms": max(asked, default=None),
        "activity_at_ms": max([created_ms, *(row["at_ms"] for row in (*messages, *events))]),
    }
