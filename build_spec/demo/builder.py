"""A ticket under construction: fields change through events only, so that both agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Row: TypeAlias = dict[str, object]


@dataclass
class TicketBuilder:
    """One row of ``tickets.ndjson.gz``. Minutes are relative to now."""

    id: str
    subject: str
    body: str
    body_format: str
    language: str
    requester: str
    company: str
    channel: str
    category: str
    created_min: int
    queue: str
    priority: str = "normal"
    status: str = "new"
    waiting_for: str | None = None
    wake_min: int | None = None
    assignee: str | None = None
    due_min: int | None = None
    tags: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    read_by: list[str] = field(default_factory=list)
    messages: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)

    def begin(self, who: str) -> None:
        """The event that opens the history; comes before every other."""
        self._event(self.created_min, who, "created", None, None, None)

    def change(self, minute: int, who: str, what: str, new: str | int, why: str = "") -> None:
        """Set status, priority, queue, assignee or due, and note the event."""
        name = "due_min" if what == "due" else what
        old = getattr(self, name)
        if old == new:
            return
        self._event(minute, who, what, old, new, why or None)
        setattr(self, name, new)

    def wait(self, minute: int, who: str, waiting_for: str, why: str = "") -> None:
        """The clock stops: nothing is due while somebody else has the next move."""
        self.change(minute, who, "status", "waiting", why)
        self.waiting_for = waiting_for
        self.due_min = None

    def postpone(self, minute: int, who: str, wake_min: int, why: str = "") -> None:
        """Away until ``wake_min``."""
        self.change(minute, who, "status", "postponed", why)
        self.wake_min = wake_min
        self.due_min = None

    def tag(self, minute: int, who: str, tag: str, why: str = "") -> None:
        """Add a tag in front of everybody's eyes; tags from the start need no event."""
        if tag not in self.tags:
            self._event(minute, who, "tag", None, tag, why or None)
            self.tags.append(tag)

    def say(
        self,
        minute: int,
        kind: str,
        author: str,
        body: str,
        *,
        body_format: str = "text",
        files: tuple[str, ...] = (),
    ) -> None:
        """Add a message after the first one, which is the ticket's own body."""
        self.messages.append(
            {
                "kind": kind,
                "author": author,
                "body": body,
                "body_format": body_format,
                "min": minute,
                "files": list(files),
            }
        )

    def _event(
        self, minute: int, who: str, what: str, old: object, new: object, why: str | None
    ) -> None:
        assert not self.events or _minute(self.events[-1]) <= minute, f"{self.id}: out of order"
        row: Row = {"min": minute, "who": who, "what": what, "old": old, "new": new}
        self.events.append(row if why is None else {**row, "why": why})

    def row(self) -> Row:
        """The finished line; messages and events in the order of time."""
        return {
            "id": self.id,
            "subject": self.subject,
            "body": self.body,
            "body_format": self.body_format,
            "language": self.language,
            "requester": self.requester,
            "company": self.company,
            "channel": self.channel,
            "queue": self.queue,
            "category": self.category,
            "priority": self.priority,
            "status": self.status,
            "waiting_for": self.waiting_for,
            "wake_min": self.wake_min,
            "assignee": self.assignee,
            "tags": list(self.tags),
            "created_min": self.created_min,
            "due_min": self.due_min,
            "first_reply_min": self._first("reply"),
            "solved_min": self._solved_min(),
            "files": list(self.files),
            "messages": sorted(self.messages, key=_minute),
            "events": self.events,
            "read_by": list(self.read_by),
        }

    def _first(self, kind: str) -> int | None:
        return min((_minute(row) for row in self.messages if row["kind"] == kind), default=None)

    def _solved_min(self) -> int | None:
        done = [row for row in self.events if row["what"] == "status"]
        return _minute(done[-1]) if self.status == "done" else None


def _minute(row: Row) -> int:
    minute = row["min"]
    assert isinstance(minute, int)
    return minute
