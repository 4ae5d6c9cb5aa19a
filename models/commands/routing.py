"""What the desk's rules do with a ticket beside what its person does.

The rules are decided by ``models.classify``, the same on both sides; here their facts are gathered
through the ``Writer``, names become ids, and history says why. What a person chose stands: what
history says they changed, what a new ticket was given, and who has it. A ticket that somebody has,
or that is done, stays in its queue.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import msgspec

from models.classify import Decided, Facts, Settings, Tree, decide, read_settings, sender_types
from models.classify.deciding import BY_RULE, MATRIX
from models.commands.base import Command, Row, Writer, add_event, need
from models.queries.owners import is_at_work, last_owner, skilled
from models.richtext import to_plain
from models.values import check_text

Name = Callable[[Writer, str, Any], str | None]
"""What history shows for the value of a column."""
SAME_OWNER = "had this contact last"
TRAITS = {
    "category_id": "category",
    "impact": "impact",
    "urgency": "urgency",
    "product": "product",
    "requester_id": "sender",
    "company_id": "plan",
}
"""Fields whose change lets rules look again, and what these ask for."""
COLUMNS = {
    "category": "category_id",
    "priority": "priority",
    "queue": "queue_id",
    "tier": "tier",
}
UNCHOSEN = {"category_id": None, "priority": "normal", "tier": 1}
"""What a ticket has that nobody has thought about."""
DAY_MS = 24 * 60 * 60_000


class Back(msgspec.Struct, frozen=True, omit_defaults=True):
    """Takes back what rules did with an act, or does it again; rules have no word then.

    The ticket goes from ``here`` (else it stays) ``to`` a queue.
    """

    here: str = ""
    to: str = ""
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True)
class Routed:
    """Columns that change by rules, tags that come and go, and why by the column's name."""

    changes: Row = field(default_factory=dict)
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.changes or self.add or self.remove)

    @property
    def home(self) -> Row:
        """The columns of another queue, if there is one."""
        queue_id = self.changes.get("queue_id")
        return {"queue_id": queue_id, "scope": f"q:{queue_id}"} if queue_id else {}

    @property
    def fields(self) -> Row:
        """All else that changes."""
        return {name: value for name, value in self.changes.items() if name != "queue_id"}

    def back(self, ticket: Row) -> Back:
        """What takes it back on this ticket, as it was before."""
        moved = self.changes.get("queue_id")
        here, to = (moved, ticket["queue_id"]) if moved else ("", "")
        return Back(here, to, add=self.remove, remove=self.add)


NOTHING = Routed()


def check_back(writer: Writer, back: Back | None) -> None:
    """Raises Refused for a queue that is not there."""
    if back is not None and back.to:
        check_text(back.here)
        need(writer, "queue", back.to)


def for_new(writer: Writer, row: Row, html: str, *, queue_chosen: bool) -> Routed:
    """What rules give a new ticket, where ``row`` has what its person gave it."""
    settings = read_settings(writer.select("rule"))
    if settings == Settings() and not (row.get("impact") and row.get("urgency")):
        return NOTHING
    chosen = {name for name, column in COLUMNS.items() if row.get(column) is not None} - {"queue"}
    if queue_chosen or not _is_free(row):
        chosen.add("queue")
    tree = Tree(writer.select("category"))
    facts = _facts(writer, settings, tree, row, html)
    routed = _routed(writer, tree, decide(settings, facts, chosen, _above(tree)), row)
    return _given_to(writer, settings, routed, row)


def for_change(writer: Writer, ticket: Row, changes: Row, given: Iterable[str]) -> Routed:
    """What rules do when a person changes a ticket; ``given`` are the columns they wrote."""
    traits = {TRAITS[name] for name in changes.keys() & TRAITS.keys()}
    after = {**ticket, **changes}
    if not traits or after["status"] == "done":
        return NOTHING
    settings = _about(read_settings(writer.select("rule")), traits)
    if not settings.rules and not settings.matrix:
        return NOTHING
    chosen = _chosen(writer, ticket) | {name for name, col in COLUMNS.items() if col in given}
    if not _is_free(after):
        chosen.add("queue")
    tree = Tree(writer.select("category"))
    facts = _facts(writer, settings, tree, after, _opening(writer, settings, ticket["id"]))
    routed = _routed(writer, tree, decide(settings, facts, chosen, _above(tree)), after)
    return _given_to(writer, replace(settings, same_owner_days=0), routed, after)


def taken_back(ticket: Row, back: Back) -> Routed:
    """What an act that takes another back does to queue and tags."""
    moves = bool(back.to) and ticket["queue_id"] == back.here
    have = set(json.loads(ticket["tags"] or "[]"))
    return Routed(
        {"queue_id": back.to} if moves else {},
        add=tuple(tag for tag in back.add if tag not in have),
        remove=tuple(tag for tag in back.remove if tag in have),
    )


def tell(
    writer: Writer, command: Command, ticket: Row, routed: Routed, before: Row, name: Name
) -> None:
    """Lines of history for what was routed, in the ticket's home of now.

    What has no reason was taken back by the person who acts.
    """
    lines = [
        (column, name(writer, column, before.get(column)), name(writer, column, value))
        for column, value in sorted(routed.changes.items())
    ]
    if routed.add or routed.remove:
        lines.append(("tags", ", ".join(routed.remove) or None, ", ".join(routed.add) or None))
    for column, old, new in lines:
        what, why = column.removesuffix("_id"), routed.why.get(column)
        add_event(writer, command, ticket, what, old, new, why, by_desk=why is not None)


def _is_free(row: Row) -> bool:
    return row.get("assignee_id") is None and row.get("status") != "done"


def _about(settings: Settings, traits: set[str]) -> Settings:
    """What of the settings has to do with what was changed."""
    rules = tuple(rule for rule in settings.rules if not traits.isdisjoint(rule.asks.names))
    weighs = traits & {"impact", "urgency"}
    return replace(settings, rules=rules, matrix=settings.matrix if weighs else {})


def _above(tree: Tree) -> Callable[[str], tuple[str, ...]]:
    return lambda key: tree.keys(tree.id_of(key))


def _facts(writer: Writer, settings: Settings, tree: Tree, row: Row, html: str) -> Facts:
    queue = writer.get("queue", row["queue_id"])
    contact = writer.get("contact", row.get("requester_id") or "")
    company = writer.get("company", row.get("company_id") or "")
    senders = sender_types(settings.senders, contact["role"], contact["email"]) if contact else ()
    return Facts(
        text=cache(lambda: f"{row.get('subject') or ''}\n{to_plain(html, links=False)}"),
        category=tree.keys(row.get("category_id")),
        product=row.get("product") or "",
        impact=row.get("impact") or "",
        urgency=row.get("urgency") or "",
        queue=queue["name"] if queue else "",
        channel=row.get("channel") or "",
        senders=frozenset(senders),
        plan=company["plan"] if company else "",
    )


def _opening(writer: Writer, settings: Settings, ticket_id: str) -> str:
    """The first message of a ticket, where a rule asks for words."""
    if not any(rule.asks.words for rule in settings.rules):
        return ""
    said = writer.select("message", ticket_id=ticket_id)
    return str(min(said, key=lambda row: (row["at_ms"], row["id"]))["html"]) if said else ""


def _chosen(writer: Writer, ticket: Row) -> set[str]:
    """What of a ticket a person has decided: their change was the last one, or it was made so."""
    lines = writer.select("event", ticket_id=ticket["id"])
    last = {row["what"]: row for row in sorted(lines, key=lambda row: (row["at_ms"], row["id"]))}
    chosen = {name for name in COLUMNS if name in last and not _by_rule(last[name])}
    made_so = {
        name
        for name, column in COLUMNS.items()
        if name not in last and column in UNCHOSEN and ticket[column] != UNCHOSEN[column]
    }
    return chosen | made_so


def _by_rule(line: Row) -> bool:
    why = line["why"] or ""
    return line["who_id"] is None and (why.startswith(BY_RULE) or why == MATRIX)


def _routed(writer: Writer, tree: Tree, decided: Decided, row: Row) -> Routed:
    """Names become ids; what is not there, or is so already, changes nothing."""
    found: Row = dict(decided.values)
    if "category" in found:
        found["category"] = tree.id_of(found["category"])
    if "queue" in found:
        queues = writer.select("queue", name=found["queue"])
        found["queue"] = queues[0]["id"] if queues else None
    changes = {
        COLUMNS[name]: value
        for name, value in found.items()
        if name in COLUMNS and value is not None and row.get(COLUMNS[name]) != value
    }
    why = {column: decided.why[name] for name, column in COLUMNS.items() if column in changes}
    have = set(json.loads(row.get("tags") or "[]"))
    add = tuple(tag for tag in decided.tags if tag not in have)
    if add:
        why["tags"] = decided.why["tags"]
    if "skill" in found:
        why["skill"] = decided.why["skill"]
        changes["skill"] = found["skill"]
    return Routed(changes, add=add, why=why)


def _given_to(writer: Writer, settings: Settings, routed: Routed, row: Row) -> Routed:
    """The same, with somebody who takes the ticket in the place of a skill that it needs."""
    changes, why = dict(routed.changes), dict(routed.why)
    skill, reason = changes.pop("skill", None), why.pop("skill", "")
    queue_id, now_ms = str(changes.get("queue_id", row["queue_id"])), writer.now_ms
    owner = _last_owner(writer, settings, row, queue_id)
    if owner is not None:
        reason = SAME_OWNER
    elif skill:
        owner = writer.ask(lambda store: skilled(store, skill, queue_id, now_ms))
    if owner is not None and _is_free(row):
        changes["assignee_id"], why["assignee_id"] = owner, reason
    return replace(routed, changes=changes, why=why)


def _last_owner(writer: Writer, settings: Settings, row: Row, queue_id: str) -> str | None:
    requester_id, now_ms = row.get("requester_id"), writer.now_ms
    if not settings.same_owner_days or not requester_id:
        return None
    since_ms = now_ms - settings.same_owner_days * DAY_MS
    owner = writer.ask(lambda store: last_owner(store, requester_id, since_ms))
    if owner and writer.ask(lambda store: is_at_work(store, owner, queue_id, now_ms)):
        return owner
    return None
