"""A small local store in which every kind of row of the ticket list occurs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from models import records
from models.database import Store
from models.rows import Actor

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
NOON = int(datetime(2026, 11, 18, 12, 31).timestamp() * 1000)
ME = Actor("agent-maria", "maria", "Maria Orlova", "agent")
QUEUES = (
    ("First line", "headset"),
    ("Network", "network"),
    ("Workplaces", "monitor"),
    ("1C and ERP", "database"),
    ("Access rights", "key"),
)


@dataclass
class SampleDesk:
    """The local file of Maria's profile at ``NOON``, with what a test puts into it."""

    database: Path
    me: Actor = ME
    now_ms: int = NOON
    _n: int = 0
    _store: Store = field(init=False)

    def __post_init__(self) -> None:
        self._store = Store.open(self.database, "local")
        self.put("agent", id=ME.id, login=ME.login, name=ME.name, role=ME.role)
        self.put("agent", id="agent-alexey", login="alexey", name="Alexey Novak", role="agent")
        for position, (name, icon) in enumerate(QUEUES):
            self.put("queue", id=name, name=name, icon=icon, position=position)
            self.put("queue_member", id=f"m-{name}", queue_id=name, agent_id=ME.id)

    def clock(self) -> int:
        return self.now_ms

    def put(self, kind: str, /, **row: Any) -> None:
        with self._store.transaction():
            records.put(self._store, kind, records.complete(kind, {"scope": "ws", **row}))

    def ticket(self, subject: str, company: str = "", person: str = "", **row: Any) -> str:
        """A ticket in work of Maria's, in First line, unless ``row`` says otherwise."""
        self._n += 1
        number = row.get("number", 10_400 + self._n)
        if company:
            self.put("company", id=company, name=company)
        if person:
            self.put("contact", id=person, name=person, company_id=company or None)
        known = {
            "id": f"ticket-{number}",
            "number": number,
            "alias": f"N-{number}",
            "subject": subject,
            "status": "open",
            "priority": "normal",
            "channel": "email",
            "queue_id": "First line",
            "assignee_id": ME.id,
            "requester_id": person or None,
            "company_id": company or None,
            "activity_at_ms": self.now_ms - self._n * MINUTE,
        }
        given = {**known, **row, "tags": json.dumps(row.get("tags", []))}
        self.put("ticket", **{**given, "scope": f"q:{given['queue_id']}"})
        return str(given["id"])

    def change(self, ticket_id: str, **row: Any) -> None:
        with self._store.transaction():
            records.update(self._store, "ticket", ticket_id, row)

    def categorise(self, category_id: str) -> None:
        """Every ticket has a category, so that it can be closed without a question."""
        with self._store.transaction():
            self._store.sql("UPDATE ticket SET category_id = ?", (category_id,))

    def row(self, kind: str, id: str) -> dict[str, Any] | None:
        return records.get(self._store, kind, id)

    def value(self, text: str) -> Any:
        return self._store.sql(text)[0][0]

    def close(self) -> None:
        self._store.close()


def fill_like_the_picture(desk: SampleDesk) -> None:
    """The nine tickets of the design, and enough others for the counts."""
    now = desk.now_ms
    read = {"customer_at_ms": None}
    unread = {"customer_at_ms": now - HOUR}
    today = datetime.fromtimestamp(now / 1000)

    def at(hour: int, minute: int, days_ago: int = 0) -> int:
        moment = today.replace(hour=hour, minute=minute, second=0)
        return int(moment.timestamp() * 1000) - days_ago * DAY

    def add(*words: str, **row: Any) -> None:
        desk.ticket(*words, created_at_ms=row["activity_at_ms"] - 3 * HOUR, **row)

    add(
        "Не открывается 1С после обновления",
        "Склад №3",
        "Ирина Лаптева",
        number=10479,
        channel="phone",
        tags=["1C", "update"],
        due_at_ms=now - 42 * MINUTE,
        status="new",
        priority="high",
        activity_at_ms=at(11, 58),
        **unread,
    )
    add(
        "VPN drops every 10 minutes",
        "Northwind",
        "Peter Hale",
        number=10482,
        priority="high",
        tags=["vip", "vpn"],
        due_at_ms=now + 14 * MINUTE + 5_000,
        activity_at_ms=at(12, 31),
        queue_id="Network",
        **unread,
    )
    add(
        "Принтер печатает полосы на 2-м этаже",
        "Бухгалтерия",
        "С. Жукова",
        number=10475,
        channel="telegram",
        tags=["hardware"],
        due_at_ms=now + 130 * MINUTE,
        activity_at_ms=at(11, 20),
        queue_id="Workplaces",
        **read,
    )
    add(
        "Access to shared folder “Contracts 2026”",
        "Legal",
        "Anna Petrova",
        number=10471,
        tags=["access"],
        due_at_ms=now + 185 * MINUTE,
        activity_at_ms=at(10, 44),
        status="new",
        queue_id="Access rights",
        **unread,
    )
    add(
        "New laptop for an employee starting Monday",
        "HR",
        "Maria Ivanova",
        number=10460,
        channel="portal",
        tags=["onboarding"],
        status="waiting",
        waiting_for="customer",
        due_at_ms=now + 4 * HOUR,
        activity_at_ms=at(9, 12),
        **read,
    )
    add(
        "Не приходят письма с вложениями > 10 МБ",
        "Отдел продаж",
        "К. Орлов",
        number=10455,
        tags=["mail"],
        due_at_ms=now + 330 * MINUTE,
        activity_at_ms=at(17, 2, 5),
        **read,
    )
    add(
        "Monitor flickers after docking",
        "Design",
        "Tom Ruiz",
        number=10449,
        tags=["hardware"],
        status="waiting",
        waiting_for="vendor",
        due_at_ms=now + 340 * MINUTE,
        activity_at_ms=at(16, 40, 5),
        **read,
    )
    add(
        "Блокировка учётной записи",
        "Склад №1",
        "Д. Котов",
        number=10446,
        channel="phone",
        tags=["access"],
        due_at_ms=now + 360 * MINUTE,
        activity_at_ms=at(15, 10, 5),
        **read,
    )
    add(
        "Teams cannot share screen",
        "Northwind",
        "Julia Stone",
        number=10441,
        status="postponed",
        wake_at_ms=at(14, 0),
        due_at_ms=now + 400 * MINUTE,
        activity_at_ms=at(11, 0, 6),
        **read,
    )
    add(
        "Replace the badge reader at the north gate, which no longer reads any card",
        "Northwind",
        "Ken Abara",
        number=10430,
        tags=["hardware", "access", "facility", "north gate"],
        due_at_ms=now + 2 * DAY + 5 * HOUR,
        activity_at_ms=at(9, 0, 40),
        **read,
    )
    for n in range(8):
        desk.ticket(
            f"Request {n}",
            "Northwind",
            "Peter Hale",
            assignee_id=None,
            status="new",
            queue_id=QUEUES[n % 5][0],
            created_at_ms=now - (n + 1) * HOUR,
            due_at_ms=now + (n + 3) * HOUR,
        )
    for n in range(5):
        done: dict[str, Any] = {"status": "done", "solved_at_ms": now - HOUR}
        desk.ticket(f"Solved {n}", created_at_ms=now - (n + 4) * HOUR, **done)
