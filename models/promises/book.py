"""The policies of a store with their calendars, and which one a ticket has."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.database import Store
from models.errors import BadSetting
from models.sla import AROUND_THE_CLOCK, Hours, Policy, Traits, policy_for, read_hours, read_policy

CATEGORIES_DEEP = 50


@dataclass(frozen=True)
class Book:
    """``policies`` with the hours that they count; ``queues`` and ``plans`` by id.

    ``names`` are what people call a policy; ``categories`` are (key, parent's id) by id.
    """

    policies: Mapping[str, tuple[Policy, Hours]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    queues: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    plans: Mapping[str, str] = field(default_factory=dict)

    def policy_of(self, ticket: Mapping[str, Any]) -> Policy | None:
        """What is promised about a ticket's row; None: nothing."""
        if not self.policies:
            return None
        traits = Traits(
            queue=self.queues.get(ticket["queue_id"], ""),
            priority=ticket["priority"],
            category=tuple(self._line(ticket["category_id"])),
            plan=self.plans.get(ticket["company_id"] or "", ""),
        )
        return policy_for((policy for policy, _ in self.policies.values()), traits)

    def hours_of(self, policy: Policy | None) -> Hours:
        return self.policies[policy.key][1] if policy else AROUND_THE_CLOCK

    def _line(self, id: str | None) -> Iterable[str]:
        """The key of a category and those above it, the nearest first."""
        for _ in range(CATEGORIES_DEEP):  # a ring of parents is nobody's wish, but it can be made
            if id is None or id not in self.categories:
                return
            key, id = self.categories[id]
            yield key


def has_policies(store: Store) -> bool:
    """Whether anything is promised here."""
    return bool(store.sql("SELECT 1 FROM sla_policy WHERE deleted = 0 LIMIT 1"))


def read_book(store: Store, companies: Iterable[str]) -> Book:
    """The policies as they stand now, with the plans of these companies.

    One question where there are none. A policy that can't be read, or whose calendar is not there
    or can't be read, promises nothing.
    """
    found = store.sql("SELECT key, calendar, body FROM sla_policy WHERE deleted = 0 ORDER BY id")
    if not found:
        return Book()
    calendars = dict(store.sql("SELECT key, body FROM calendar WHERE deleted = 0 ORDER BY id"))
    read = [_read(key, name, body, calendars.get(name)) for key, name, body in found]
    policies = {each[0].key: each for each in read if each is not None}
    asked = {trait for policy, _ in policies.values() for trait in policy.asks}
    return Book(
        policies,
        {key: str(_table(body).get("name") or key) for key, _, body in found if key in policies},
        dict(store.sql("SELECT id, name FROM queue")) if "queue" in asked else {},
        _categories(store) if "category" in asked else {},
        _plans(store, companies) if "plan" in asked else {},
    )


@functools.lru_cache(maxsize=1_000)
def _read(key: str, name: str, body: str, calendar: str | None) -> tuple[Policy, Hours] | None:
    """Kept by their texts: the same settings are asked for again and again."""
    try:
        policy = read_policy(key, name, _table(body))
        if not name:
            return policy, AROUND_THE_CLOCK
        return None if calendar is None else (policy, read_hours(_table(calendar)))
    except BadSetting:
        return None


def _table(body: str) -> Mapping[str, Any]:
    try:
        value = json.loads(body or "{}")
    except (ValueError, RecursionError) as error:
        raise BadSetting("body: expected a table") from error
    if not isinstance(value, dict):
        raise BadSetting("body: expected a table")
    return value


def _categories(store: Store) -> dict[str, tuple[str, str | None]]:
    found = store.sql("SELECT id, key, parent_id FROM category WHERE deleted = 0")
    return {id: (key, parent_id) for id, key, parent_id in found}


def _plans(store: Store, companies: Iterable[str]) -> dict[str, str]:
    among, named = store.among(sorted(set(companies)))
    return dict(store.sql(f"SELECT id, plan FROM company WHERE id {among}", (named,)))


def check_hours(body: Mapping[str, Any]) -> None:
    """Raises BadSetting for a calendar's body that can't be, or that never opens."""
    hours = read_hours(body)
    if not any(hours.week) and not any(hours.special.values()):
        raise BadSetting("week: with these hours the desk would never be open")


def check_setting(entity: str, row: Mapping[str, Any], calendars: Iterable[str]) -> None:
    """Raises BadSetting with a sentence for a calendar or policy that can't be.

    ``calendars`` are the keys that a policy may name.
    """
    if entity == "calendar":
        check_hours(_table(row["body"]))
        return
    name = row["calendar"]
    if name and name not in calendars:
        raise BadSetting(f"calendar: there is no calendar “{name}”")
    read_policy(row["key"], name, _table(row["body"]))
