"""What a filter means, said once more in plain Python over the rows of a desk."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from typing import Any

from models.filters import Filter, Term, Words
from models.rows import Clock
from tests.helpers.local import ANNA

Row = dict[str, Any]
UNITS = {"m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000}
COLUMNS = {
    "due": "due_at_ms",
    "created": "created_at_ms",
    "updated": "activity_at_ms",
    "solved": "solved_at_ms",
}
RUNNING = ("new", "open")


class Rows:
    """All rows of a desk by their kind."""

    def __init__(self, tables: dict[str, list[Row]], clock: Clock) -> None:
        self.tables, self.now_ms = tables, clock.now_ms

    def passing(self, filter: Filter) -> set[str]:
        tickets = self.tables["ticket"]
        return {t["id"] for t in tickets if all(self._part(t, part) for part in filter.parts)}

    def _part(self, ticket: Row, part: Term | Words) -> bool:
        if isinstance(part, Words):
            found = self._says(ticket, part.text)
        else:
            found = any(self._is(ticket, part.name, value) for value in part.values)
        return found != part.negated

    def _of(self, kind: str, id: str | None) -> Row:
        rows = (row for row in self.tables[kind] if row["id"] == id)
        return next(rows, {})

    def _children(self, kind: str, ticket: Row) -> list[Row]:
        return [row for row in self.tables[kind] if row["ticket_id"] == ticket["id"]]

    def _is(self, t: Row, name: str, value: str) -> bool:
        queue, agent = self._of("queue", t["queue_id"]), self._of("agent", t["assignee_id"])
        contact, company = (
            self._of("contact", t["requester_id"]),
            self._of("company", t["company_id"]),
        )
        small = value.casefold()
        if name in COLUMNS:
            return self._moment(t[COLUMNS[name]], value, ahead=name == "due")
        if name in ("older", "newer", "idle"):
            at_ms = t["activity_at_ms" if name == "idle" else "created_at_ms"]
            limit = self.now_ms - span(value)
            return bool(at_ms >= limit if name == "newer" else at_ms <= limit)
        if name in ("requester", "company", "category") and value == "none":
            return t[f"{name}_id"] is None
        answers: dict[str, Callable[[], bool]] = {
            "queue": lambda: queue["name"].casefold() == small,
            "status": lambda: t["status"] == value,
            "priority": lambda: t["priority"] == value,
            "tier": lambda: (t["tier"] > 1) == (value == "2"),
            "channel": lambda: t["channel"] == value,
            "waiting": lambda: t["status"] == "waiting" and t["waiting_for"] == value,
            "tag": lambda: small in [tag.casefold() for tag in json.loads(t["tags"])],
            "subject": lambda: small in t["subject"].casefold(),
            "assignee": lambda: self._assigned(t, agent, value),
            "requester": lambda: any(
                small in contact.get(part, "").casefold() for part in ("name", "email")
            ),
            "company": lambda: small in company.get("name", "").casefold(),
            "plan": lambda: company.get("plan", "").casefold() == small,
            "category": lambda: self._in_category(t["category_id"], small),
            "has": lambda: self._has(t, value),
            "is": lambda: self._state(t, value),
            "pinned": lambda: self._marked(t, "pin", value),
            "colour": lambda: self._marked(t, "highlight", value),
            "reminder": lambda: self._marked(t, "reminder", value),
        }
        return bool(answers[name]())

    def _marked(self, t: Row, kind: str, value: str) -> bool:
        own = [row for row in self._children(kind, t) if row["scope"] == f"u:{ANNA.id}"]
        if value in ("yes", "no"):
            return bool(own) == (value == "yes")
        if kind == "highlight":
            return any(row["colour"] == value for row in own)
        local = datetime.datetime.fromtimestamp(self.now_ms / 1000).date()
        until = local + datetime.timedelta(days=1)
        midnight = datetime.datetime.combine(until, datetime.time()).timestamp() * 1000
        return any(
            row["at_ms"] <= self.now_ms if value == "due" else row["at_ms"] < midnight
            for row in own
        )

    def _assigned(self, t: Row, agent: Row, value: str) -> bool:
        if value in ("me", "none"):
            return bool(t["assignee_id"] == (ANNA.id if value == "me" else None))
        return value.casefold() in (agent.get("login"), agent.get("name", "").casefold())

    def _in_category(self, id: str | None, wanted: str) -> bool:
        while row := self._of("category", id):
            names = [row["key"], *json.loads(row["names"]).values()]
            if wanted in [name.casefold() for name in names]:
                return True
            id = row["parent_id"]
        return False

    def _has(self, t: Row, value: str) -> bool:
        files = self._children("message_file", t)
        return {
            "screenshot": any(file["media_type"].startswith("image/") for file in files),
            "attachment": bool(files),
            "note": any(m["kind"] == "note" for m in self._children("message", t)),
            "draft": bool(self._children("draft", t)),
            "due": t["due_at_ms"] is not None,
        }[value]

    def _state(self, t: Row, value: str) -> bool:
        now, due, wake = self.now_ms, t["due_at_ms"], t["wake_at_ms"]
        asleep = t["status"] == "postponed" and (wake is None or wake > now)
        woken = t["status"] == "postponed" and not asleep
        is_open = t["status"] != "done"
        reads = [mark["read_at_ms"] for mark in self._children("read_state", t)]
        others = [
            other
            for other in self.tables["ticket"]
            if other["requester_id"] == t["requester_id"]
            and (other["created_at_ms"], other["id"]) < (t["created_at_ms"], t["id"])
        ]
        return bool(
            {
                "open": is_open,
                "done": not is_open,
                "postponed": asleep,
                "unread": is_open and (t["customer_at_ms"] or 0) > max(reads, default=0),
                "overdue": due is not None and due < now and (t["status"] in RUNNING or woken),
                "at-risk": due is not None
                and (t["warn_at_ms"] or due - UNITS["h"]) <= now
                and (t["status"] in RUNNING or woken),
                "mentioned": is_open
                and any(m["agent_id"] == ANNA.id for m in self._children("mention", t)),
                "first-time": t["requester_id"] is not None and not others,
            }[value]
        )

    def _moment(self, at_ms: int | None, value: str, *, ahead: bool) -> bool:
        if value == "none" or at_ms is None:
            return value == "none" and at_ms is None
        found = re.fullmatch(r"(<=|>=|<|>)?(.*)", value)
        assert found is not None
        sign, rest = found[1] or "=", found[2]
        if re.fullmatch(r"\d+[mhdw]", rest):
            away = at_ms - self.now_ms if ahead else self.now_ms - at_ms
            return compared(away, sign, span(rest))
        today = datetime.datetime.fromtimestamp(self.now_ms / 1000).date()
        day = today if rest == "today" else datetime.date.fromisoformat(rest)
        return compared(datetime.datetime.fromtimestamp(at_ms / 1000).date(), sign, day)

    def _says(self, t: Row, text: str) -> bool:
        texts = [t["subject"], *(m["html"] for m in self._children("message", t))]
        return any(text.casefold() in re.sub("<[^>]*>", "", said).casefold() for said in texts)


def span(text: str) -> int:
    return int(text[:-1]) * UNITS[text[-1]]


def compared(left: Any, sign: str, right: Any) -> bool:
    return bool(
        {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}.get(
            sign, left == right
        )
    )
