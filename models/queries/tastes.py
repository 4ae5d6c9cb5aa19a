"""Which of a person's own rules hold for which tickets; runs on the reader's threads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from models.commands import Delete, Put
from models.database import Store
from models.errors import BadFilter
from models.filters import condition, parse
from models.preferences import preference_id
from models.queries.inbox import Condition
from models.rows import Actor, Clock, TicketRow
from models.taste import MOST_RULES, PREFIX, TasteRule, highlight, packed, unpacked

AT_ONCE = 20
"""Conditions in one question; SQLite takes a hundred subqueries, and some need several."""
_HEARD = """SELECT 'message:' || m.id, t.id FROM ticket t JOIN message m ON m.ticket_id = t.id
 WHERE t.deleted = 0 AND t.activity_at_ms >= ? AND m.kind IN ('customer', 'call')
 AND m.deleted = 0 AND m.at_ms >= ? AND COALESCE(m.author_id, '') <> ?
 UNION ALL SELECT 'event:' || e.id, t.id FROM ticket t JOIN event e ON e.ticket_id = t.id
 WHERE t.deleted = 0 AND t.activity_at_ms >= ? AND e.what = 'created'
 AND e.deleted = 0 AND e.at_ms >= ? AND COALESCE(e.who_id, '') <> ?
 LIMIT 1000"""


def taste_rules(store: Store, me: Actor) -> list[TasteRule]:
    """The rules in their order, at most MOST_RULES."""
    text = "SELECT key, value FROM preference WHERE scope = ? AND deleted = 0"
    rows = store.sql(f"{text} AND SUBSTR(key, 1, {len(PREFIX)}) = ?", (f"u:{me.id}", PREFIX))
    found = [unpacked(key, value) for key, value in rows]
    rules = sorted((rule for rule in found if rule), key=lambda rule: (rule.place, rule.id))
    return rules[:MOST_RULES]


def put_rule(me: Actor, rule: TasteRule) -> Put:
    """The command that keeps a rule."""
    key = PREFIX + rule.id
    value = {"key": key, "value": packed(rule)}
    return Put(entity="preference", id=preference_id(me, key), set=value)


def delete_rule(me: Actor, rule: TasteRule) -> Delete:
    """The command that removes it."""
    return Delete(entity="preference", id=preference_id(me, PREFIX + rule.id))


def matched(
    store: Store, rules: Sequence[TasteRule], ids: Sequence[str], me: Actor, clock: Clock
) -> dict[str, list[TasteRule]]:
    """The rules that hold for each of these tickets, in their order. A rule whose filter is
    empty or can't be understood holds for none."""
    asked = [(rule, made) for rule in rules if (made := _condition(store, rule, me, clock))]
    found: dict[str, list[TasteRule]] = {}
    for start in range(0, len(asked) if ids else 0, AT_ONCE):
        part = asked[start : start + AT_ONCE]
        columns = ", ".join(f"CASE WHEN {where} THEN 1 ELSE 0 END" for _, (where, _) in part)
        among, given = store.among(ids)
        params = [param for _, (_, own) in part for param in own]
        text = f"SELECT t.id, {columns} FROM ticket t WHERE t.id {among}"
        for id, *holds in store.sql(text, [*params, given]):
            held = [rule for (rule, _), yes in zip(part, holds, strict=True) if yes]
            found.setdefault(id, []).extend(held)
    return found


def highlighted(
    store: Store, rows: Sequence[TicketRow], me: Actor, clock: Clock
) -> list[TicketRow]:
    """The same rows, with what the person's rules make of them."""
    rules = [rule for rule in taste_rules(store, me) if highlight([rule])]
    if not rules:
        return list(rows)
    found = matched(store, rules, [row.id for row in rows], me, clock)
    return [
        replace(row, taste=made) if (made := highlight(found.get(row.id, []))) else row
        for row in rows
    ]


def heard(store: Store, me: Actor, clock: Clock, since_ms: int) -> dict[str, str]:
    """What others brought since then, new tickets and words of customers, by a key of its own,
    and the sound that the first rule gives it, "" for none."""
    rules = [rule for rule in taste_rules(store, me) if rule.sound]
    if not rules:
        return {}
    rows = store.sql(_HEARD, 2 * [since_ms, since_ms, me.id])
    found = matched(store, rules, sorted({id for _, id in rows}), me, clock)
    return {key: next((rule.sound for rule in found.get(id, [])), "") for key, id in rows}


def _condition(store: Store, rule: TasteRule, me: Actor, clock: Clock) -> Condition | None:
    try:
        filter = parse(rule.filter)
    except BadFilter:
        return None
    where, params = condition(store, filter, me, clock)
    return (where, list[Any](params)) if filter.parts else None
