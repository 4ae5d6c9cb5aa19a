"""Rows of an invented desk of any size, alike in every run; texts are those of the demo desk.

One agent in twelve is "me". Nine tickets in ten are done; of the others some wait, are postponed,
belong to nobody or to me. Half of the tickets are of the last quarter of the time.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from models.ids import ticket_alias
from models.richtext import sanitize
from models.richtext.plain import from_plain
from models.rows import Actor

Row = dict[str, Any]
DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
QUEUES = ("First line", "Network", "Workplaces", "1C and ERP", "Access rights")
AGENTS, COMPANIES = 12, 150
YEAR_MS, DAY_MS, MINUTE_MS = 365 * 86_400_000, 86_400_000, 60_000
OPEN_SHARE = 0.08
MESSAGE, EVENT, MARK = 1 << 50, 2 << 50, 3 << 50  # so that no two rows share an id
TAGS = ("vpn", "printer", "export", "password", "laptop", "mail", "licence")
CHANNELS = ("email", "email", "phone", "portal", "chat")


def time_id(at_ms: int, tail: int) -> str:
    """A UUIDv7 of that time whose other bits are ``tail``."""
    head = f"{at_ms:012x}"
    digits = f"{tail:015x}"
    return f"{head[:8]}-{head[8:]}-7{digits[:3]}-8000-{digits[3:]}"


def agent_id(number: int) -> str:
    return time_id(0, number)


def queue_id(number: int) -> str:
    return time_id(1, number)


ME = Actor(agent_id(0), "me", "Maria Orlova", "admin")


@dataclass(frozen=True, slots=True)
class Size:
    """How much to make. ``now_ms`` is the newest moment in it."""

    tickets: int
    messages: int
    now_ms: int
    events: int = 3
    contacts: int = 2_000


@dataclass(frozen=True, slots=True)
class Texts:
    subjects: tuple[str, ...]
    bodies: tuple[str, ...]


def demo_texts() -> Texts:
    """Subjects and canonical HTML of the demo desk's tickets."""
    subjects, bodies = [], []
    for line in gzip.decompress((DEMO / "tickets.ndjson.gz").read_bytes()).split(b"\n"):
        if line:
            row = json.loads(line)
            subjects.append(row["subject"])
            bodies += [_html(each) for each in (row, *row["messages"])]
    return Texts(tuple(subjects), tuple(bodies))


def _html(row: Row) -> str:
    if row["body_format"] == "html":
        return sanitize(row["body"])
    return from_plain(row["body"])


def directory(size: Size) -> Iterator[tuple[str, Row]]:
    """Agents, queues, companies and contacts as (kind, row)."""
    for n in range(AGENTS):
        name = ME.name if n == 0 else f"Agent {n}"
        login = ME.login if n == 0 else f"agent{n}"
        row = {"id": agent_id(n), "scope": "ws", "login": login, "name": name}
        yield "agent", {**row, "role": "admin" if n == 0 else "agent"}
    for n, name in enumerate(QUEUES):
        yield "queue", {"id": queue_id(n), "scope": "ws", "name": name, "position": n}
    for n in range(COMPANIES):
        row = {"id": time_id(2, n), "scope": "ws", "name": f"Company {n}"}
        yield "company", {**row, "domains": json.dumps([f"company{n}.example"])}
    for n in range(size.contacts):
        row = {"id": time_id(3, n), "scope": "ws", "name": f"Anna Petrova {n}"}
        email = f"person{n}@company{n % COMPANIES}.example"
        yield "contact", {**row, "email": email, "company_id": time_id(2, n % COMPANIES)}


def tickets(size: Size, texts: Texts) -> Iterator[list[tuple[str, Row]]]:
    """One list for each ticket, oldest first: the ticket, then its messages, events and marks."""
    dice = Random(size.tickets)
    for n in range(size.tickets):
        yield _ticket(n, size, texts, dice)


def _ticket(n: int, size: Size, texts: Texts, dice: Random) -> list[tuple[str, Row]]:
    at_ms = _created_ms(n, size)
    row = _head(n, at_ms, size, texts, dice)
    count = size.messages // size.tickets
    rows = [("ticket", row)]
    step_ms = min(3 * 3_600_000, max((size.now_ms - at_ms) // (count + 1), 1))
    for k in range(count):
        rows.append(("message", _message(row, n * count + k, at_ms + k * step_ms, k, texts)))
    rows += [("event", _event(row, n * size.events + k, k, dice)) for k in range(size.events)]
    newest = size.tickets - n
    scope = {"scope": f"u:{ME.id}", "ticket_id": row["id"]}
    if 500 < newest <= 3_000:
        mark = {"id": time_id(at_ms, MARK + n), **scope, "read_at_ms": at_ms}
        rows.append(("read_state", mark))
    if newest <= 3_000 and newest % 10 == 0:
        mention = {**scope, "scope": row["scope"], "message_id": rows[1][1]["id"]}
        rows.append(("mention", {"id": time_id(at_ms, MARK + n), **mention, "agent_id": ME.id}))
    if newest <= 100 and newest % 5 == 0:
        draft = {**scope, "kind": "reply", "html": "<p>Dear</p>", "updated_at_ms": at_ms}
        rows.append(("draft", {"id": time_id(at_ms, MARK + n), **draft}))
    return rows


def _created_ms(n: int, size: Size) -> int:
    """Three years; denser towards now."""
    age = 1 - (n / size.tickets) ** 0.5
    return size.now_ms - int(age * 3 * YEAR_MS) - 10 * MINUTE_MS


def _head(n: int, at_ms: int, size: Size, texts: Texts, dice: Random) -> Row:
    is_open = dice.random() < OPEN_SHARE and n > size.tickets // 4
    status = dice.choice(("new", "open", "open", "waiting", "postponed")) if is_open else "done"
    assignee = None if is_open and dice.random() < 0.2 else dice.randrange(AGENTS)
    contact, queue = dice.randrange(size.contacts), dice.randrange(len(QUEUES))
    activity = at_ms if n + 50 < size.tickets else size.now_ms - dice.randrange(3_600_000)
    return {
        "id": time_id(at_ms, n),
        "scope": f"q:{queue_id(queue)}",
        "number": n + 1,
        "alias": ticket_alias(time_id(at_ms, n)),
        "subject": texts.subjects[n % len(texts.subjects)] or "No subject",
        "status": status,
        "waiting_for": "customer" if status == "waiting" else None,
        "wake_at_ms": size.now_ms + (n % 9 - 2) * DAY_MS if status == "postponed" else None,
        "priority": dice.choice(("low", "normal", "normal", "high", "urgent")),
        "queue_id": queue_id(queue),
        "assignee_id": None if assignee is None else agent_id(assignee),
        "requester_id": time_id(3, contact),
        "company_id": time_id(2, contact % COMPANIES),
        "channel": CHANNELS[n % len(CHANNELS)],
        "language": "en",
        "tags": json.dumps(dice.sample(TAGS, n % 3)),
        "due_at_ms": _due_ms(n, at_ms, is_open, size, dice),
        "solved_at_ms": min(at_ms + DAY_MS, size.now_ms) if status == "done" else None,
        "customer_at_ms": at_ms,
        "activity_at_ms": activity,
        "created_at_ms": at_ms,
    }


def _due_ms(n: int, at_ms: int, is_open: bool, size: Size, dice: Random) -> int | None:
    """Past for what is done, around now for the others; one in five has none."""
    if n % 5 == 0:
        return None
    return size.now_ms + dice.randrange(-DAY_MS, 5 * DAY_MS) if is_open else at_ms + DAY_MS


def _message(ticket: Row, number: int, at_ms: int, place: int, texts: Texts) -> Row:
    is_customer = place % 2 == 0
    return {
        "id": time_id(at_ms, MESSAGE + number),
        "scope": ticket["scope"],
        "ticket_id": ticket["id"],
        "kind": "customer" if is_customer else ("reply" if place % 4 == 1 else "note"),
        "author_id": ticket["requester_id"] if is_customer else agent_id(1),
        "author_name": "Anna Petrova" if is_customer else "Agent 1",
        "channel": ticket["channel"],
        "html": texts.bodies[number % len(texts.bodies)],
        "at_ms": at_ms,
    }


def _event(ticket: Row, number: int, place: int, dice: Random) -> Row:
    at_ms = ticket["created_at_ms"] + place * MINUTE_MS
    return {
        "id": time_id(at_ms, EVENT + number),
        "scope": ticket["scope"],
        "ticket_id": ticket["id"],
        "at_ms": at_ms,
        "who_id": agent_id(dice.randrange(AGENTS)),
        "who_name": "Agent 1",
        "what": ("created", "assignee", "status")[place % 3],
        "old": None,
        "new": ("", ticket["assignee_id"], ticket["status"])[place % 3],
    }
