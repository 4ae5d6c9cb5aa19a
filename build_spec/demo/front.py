"""How the hand-written tickets of today are told: a ticket and its steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from build_spec.demo.builder import Row, TicketBuilder

Step = Callable[[TicketBuilder], None]


@dataclass(frozen=True)
class Front:
    """One ticket; ``priority`` and ``queue`` are what it began with."""

    id: str
    language: str
    requester: str
    channel: str
    category: str
    created_min: int
    subject: str
    body: str
    steps: tuple[Step, ...] = ()
    queue: str = "First line"
    priority: str = "normal"
    due_min: int | None = None
    tags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    body_format: str = "text"
    read_by: tuple[str, ...] = field(default=("maria",))


def build(front: Front, people: dict[str, Row]) -> TicketBuilder:
    """Play the steps; the due time is set last, as it stands now."""
    ticket = TicketBuilder(
        id=front.id,
        subject=front.subject,
        body=front.body,
        body_format=front.body_format,
        language=front.language,
        requester=front.requester,
        company=str(people[front.requester]["company"]),
        channel=front.channel,
        category=front.category,
        created_min=front.created_min,
        queue=front.queue,
        priority=front.priority,
        tags=list(front.tags),
        files=list(front.files),
        read_by=list(front.read_by),
    )
    ticket.begin("maria" if front.channel == "phone" else front.requester)
    for step in front.steps:
        step(ticket)
    if ticket.due_min is None and ticket.status in ("new", "open"):
        ticket.due_min = front.due_min
    return ticket


def moved(
    minute: int, who: str, what: str, new: str | int, why: str = "", *, old: int | None = None
) -> Step:
    """A field changes. ``old`` gives the due time that stood before the change."""

    def step(ticket: TicketBuilder) -> None:
        if old is not None:
            ticket.due_min = old
        ticket.change(minute, who, what, new, why)

    return step


def taken(minute: int, login: str) -> Step:
    """Assigned and in work."""

    def step(ticket: TicketBuilder) -> None:
        ticket.change(minute, login, "assignee", login)
        ticket.change(minute, login, "status", "open")

    return step


def tagged(minute: int, who: str, tag: str, why: str = "") -> Step:
    """A tag is added."""
    return lambda ticket: ticket.tag(minute, who, tag, why)


def said(minute: int, kind: str, author: str, body: str, *files: str) -> Step:
    """A message; one that begins with a tag is HTML."""
    body_format = "html" if body.startswith("<") else "text"
    return lambda ticket: ticket.say(
        minute, kind, author, body, body_format=body_format, files=files
    )


def waits(minute: int, who: str, whom: str, why: str = "") -> Step:
    """Somebody else has the next move."""
    return lambda ticket: ticket.wait(minute, who, whom, why)


def sleeps(minute: int, who: str, wake_min: int, why: str = "") -> Step:
    """Put away until later."""
    return lambda ticket: ticket.postpone(minute, who, wake_min, why)
