"""From tree to a condition over ``t``, with parameters; for a local file and for a server's store.

A server's store has no full-text table: there exact words are looked for in subjects alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.database import Store
from models.filters.editing import leaves_out_done
from models.filters.fields import span_ms
from models.filters.moments import moment_sql
from models.filters.own_marks import own_mark
from models.filters.tree import Filter, Part, Term, Words
from models.queries import finding
from models.queries.inbox import OPEN, Condition, view_filter
from models.queries.orders import FIRST_TIME
from models.rows import Actor, Clock

SCREENSHOT = "f.media_type LIKE 'image/%'"
PARTS = """SELECT part.id FROM {0} part JOIN {0} c
 ON c.id = COALESCE(part.merged_into, part.id) WHERE c.deleted = 0"""
FILES = """EXISTS (SELECT 1 FROM message_file f JOIN message m ON m.id = f.message_id
 WHERE f.ticket_id = t.id AND f.deleted = 0 AND m.deleted = 0 AND {0})"""
UNREAD = f"""({OPEN} AND COALESCE(t.customer_at_ms, 0) > COALESCE((SELECT MAX(r.read_at_ms)
 FROM read_state r WHERE r.ticket_id = t.id AND r.deleted = 0 AND r.scope = ?), 0))"""
OVERDUE = """(t.due_at_ms < ? AND (t.status IN ('new', 'open')
 OR (t.status = 'postponed' AND t.wake_at_ms <= ?)))"""
MOMENTS = {
    "due": "due_at_ms",
    "created": "created_at_ms",
    "updated": "activity_at_ms",
    "solved": "solved_at_ms",
}


def condition(store: Store, filter: Filter, me: Actor, clock: Clock) -> Condition:
    """All that a filter asks for; "1 = 1" when that is nothing.

    Where that leaves out what is done, it says so first, for the sake of ``open_only``.
    """
    maker = _Maker(store, me, clock)
    found: list[Condition] = [(OPEN, [])] if leaves_out_done(filter) else []
    found += [maker.part(part) for part in filter.terms().parts]
    if words := filter.search().strip():
        found.append(finding.ticket_filter(store, words))
    return _joined(found, " AND ") if found else ("1 = 1", [])


def open_only(filters: Iterable[Filter]) -> bool:
    """Whether the condition of these filters passes open tickets alone; see ``inbox.tickets``."""
    return any(map(leaves_out_done, filters))


def _joined(found: Sequence[Condition], joiner: str) -> Condition:
    params = [param for _, given in found for param in given]
    return f"({joiner.join(where for where, _ in found)})", params


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the condition of one part for one person at one moment."""

    store: Store
    me: Actor
    clock: Clock

    def part(self, part: Part) -> Condition:
        if isinstance(part, Words):
            where, params = self._exact(part.text)
        else:
            where, params = self._term(part)
        return (f"NOT COALESCE({where}, FALSE)" if part.negated else where), params

    def _term(self, term: Term) -> Condition:
        make = self._makers().get(term.name) or (lambda value: self._moment(term.name, value))
        return _joined([make(value) for value in term.values], " OR ")

    def _makers(self) -> dict[str, Callable[[str], Condition]]:
        return {
            "queue": lambda value: self._named("queue", "t.queue_id", value, "name"),
            "status": lambda value: ("t.status = ?", [value]),
            "priority": lambda value: ("t.priority = ?", [value]),
            "tier": lambda value: ("t.tier <= 1" if value == "1" else "t.tier > 1", []),
            "assignee": self._assignee,
            "waiting": lambda value: ("(t.status = 'waiting' AND t.waiting_for = ?)", [value]),
            "tag": self._tag,
            "category": self._category,
            "requester": self._requester,
            "company": self._company,
            "plan": self._plan,
            "channel": lambda value: ("t.channel = ?", [value]),
            "subject": self._subject,
            "has": self._has,
            "is": self._is,
            "pinned": lambda value: own_mark("pin", value, self.me, self.clock),
            "colour": lambda value: own_mark("highlight", value, self.me, self.clock),
            "reminder": lambda value: own_mark("reminder", value, self.me, self.clock),
            "older": lambda value: ("t.created_at_ms <= ?", [self._ago(value)]),
            "newer": lambda value: ("t.created_at_ms >= ?", [self._ago(value)]),
            "idle": lambda value: ("t.activity_at_ms <= ?", [self._ago(value)]),
        }

    def _ago(self, span: str) -> int:
        return self.clock.now_ms - (span_ms(span) or 0)

    def _moment(self, name: str, value: str) -> Condition:
        return moment_sql(f"t.{MOMENTS[name]}", value, self.clock, ahead=name == "due")

    def _named(self, table: str, column: str, value: str, *names: str) -> Condition:
        """Rows of the directory that are called exactly so."""
        called = " OR ".join(f"{self.store.folded(name, value)} = ?" for name in names)
        where = f"{column} IN (SELECT id FROM {table} WHERE deleted = 0 AND ({called}))"
        return where, [self.store.fold(value)] * len(names)

    def _like(self, table: str, column: str, value: str, *names: str) -> Condition:
        """Customers in whose names this stands, or in those of what was merged into them."""
        whose = [f"{row}.{name}" for row in ("c", "part") for name in names]
        called = " OR ".join(self.store.contains(self.store.folded(name, value)) for name in whose)
        return f"{column} IN ({PARTS.format(table)} AND ({called}))", [
            self.store.fold(value)
        ] * len(whose)

    def _plan(self, value: str) -> Condition:
        """The plan of the company, or of the one that it was merged into."""
        called = f"{self.store.folded('c.plan', value)} = ?"
        return f"t.company_id IN ({PARTS.format('company')} AND {called})", [self.store.fold(value)]

    def _assignee(self, value: str) -> Condition:
        if value == "none":
            return "t.assignee_id IS NULL", []
        if value == "me":
            return "t.assignee_id = ?", [self.me.id]
        return self._named("agent", "t.assignee_id", value, "login", "name")

    def _requester(self, value: str) -> Condition:
        if value == "none":
            return "t.requester_id IS NULL", []
        return self._like("contact", "t.requester_id", value, "name", "latin_name", "email")

    def _company(self, value: str) -> Condition:
        if value == "none":
            return "t.company_id IS NULL", []
        return self._like("company", "t.company_id", value, "name", "short_name", "latin_name")

    def _tag(self, value: str) -> Condition:
        written = json.dumps(value, ensure_ascii=False)
        return self.store.contains(self.store.folded("t.tags", value)), [self.store.fold(written)]

    def _subject(self, value: str) -> Condition:
        return self.store.contains(self.store.folded("t.subject", value)), [self.store.fold(value)]

    def _category(self, value: str) -> Condition:
        """A category by its key or by its name in any language, with all below it."""
        if value == "none":
            return "t.category_id IS NULL", []
        among, ids = self.store.among(_category_ids(self.store, value))
        return f"t.category_id {among}", [ids]

    def _has(self, value: str) -> Condition:
        if value == "draft":
            return self._view("drafts")
        return {
            "screenshot": FILES.format(SCREENSHOT),
            "attachment": FILES.format("1 = 1"),
            "note": "EXISTS (SELECT 1 FROM message m WHERE m.ticket_id = t.id "
            "AND m.kind = 'note' AND m.deleted = 0)",
            "due": "t.due_at_ms IS NOT NULL",
        }[value], []

    def _is(self, value: str) -> Condition:
        now_ms = self.clock.now_ms
        views = {"at-risk": "at_risk", "postponed": "postponed", "mentioned": "mentions"}
        if value in views:
            return self._view(views[value])
        found: dict[str, Condition] = {
            "unread": (UNREAD, [f"u:{self.me.id}"]),
            "overdue": (OVERDUE, [now_ms, now_ms]),
            "open": (OPEN, []),
            "done": ("t.status = 'done'", []),
            "first-time": (FIRST_TIME, []),
        }
        return found[value]

    def _view(self, view: str) -> Condition:
        where, params = view_filter(view, self.me, self.clock)
        return f"({where})", params

    def _exact(self, text: str) -> Condition:
        """Letter by letter in the subject, or in a message that has all of its words."""
        words = self.store.fold(" ".join(text.split()))
        subject = self.store.contains(self.store.folded("t.subject", text))
        hits = finding.message_hits(self.store, text)
        if hits is None:
            return f"({subject})", [words]
        said = self.store.contains("folded_text(m.html)")
        where = (
            f"({subject} OR t.id IN (SELECT m.ticket_id FROM message m "
            f"WHERE m.deleted = 0 AND m.id IN ({hits[0]}) AND {said}))"
        )
        return where, [words, *hits[1], words]


def _category_ids(store: Store, value: str) -> list[str]:
    wanted = store.fold(value)
    rows = store.sql("SELECT id, parent_id, key, names FROM category WHERE deleted = 0")
    found = {
        id
        for id, _, key, names in rows
        if wanted in (store.fold(name) for name in (key, *json.loads(names or "{}").values()))
    }
    while below := {id for id, parent, _, _ in rows if parent in found and id not in found}:
        found |= below
    return sorted(found)
