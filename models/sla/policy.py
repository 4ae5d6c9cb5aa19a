"""What is promised to whom: policies as settings write them, and the one that a ticket has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.errors import BadSetting
from models.rows import PRIORITIES, STATUSES
from models.sla.hours import AROUND_THE_CLOCK, Hours

TARGETS = ("first_response", "update", "solution")
TRAITS = ("plan", "category", "queue", "priority")
"""What a policy can ask for; of two that ask for as much, the one with the earlier trait wins."""
PAUSED_BY = frozenset(("waiting", "postponed"))
WARN_PERCENT = 75
FREE_WORDS = ("name", "note", "source")
LONGEST_MINUTES = 10 * 366 * 24 * 60


@dataclass(frozen=True)
class Policy:
    """A policy that was read. ``asks`` has what it names of TRAITS, ``minutes`` of TARGETS.

    ``warn_percent`` is the share of a promise after which it is at risk.
    """

    key: str
    calendar: str
    asks: Mapping[str, frozenset[str]]
    minutes: Mapping[str, int]
    wall_clock: frozenset[str]
    paused_by: frozenset[str]
    warn_percent: int = WARN_PERCENT

    def counted(self, name: str, hours: Hours) -> Hours:
        """In which hours a promise is counted, where ``hours`` are those of the calendar."""
        return AROUND_THE_CLOCK if name in self.wall_clock else hours


@dataclass(frozen=True)
class Traits:
    """What policies look at in a ticket: names and keys, not ids.

    ``category`` is its category's key and those of the categories above, the nearest first.
    """

    queue: str = ""
    priority: str = ""
    category: tuple[str, ...] = ()
    plan: str = ""


def policy_for(policies: Iterable[Policy], traits: Traits) -> Policy | None:
    """The policy that fits best: all that it asks for is so, and it asks for most.

    Of several that ask for as much, the plan counts more than the category (a nearer one more than
    one above), that more than the queue, and that more than the priority; then the first key wins.
    """
    fitting = [(fit, policy) for policy in policies if (fit := _fit(policy, traits)) is not None]
    best = max((fit for fit, _ in fitting), default=None)
    return min((p for fit, p in fitting if fit == best), key=lambda p: p.key, default=None)


def _fit(policy: Policy, traits: Traits) -> tuple[int, ...] | None:
    """How well it fits, to be compared; None: not at all."""
    have = {
        "plan": (traits.plan,),
        "category": traits.category,
        "queue": (traits.queue,),
        "priority": (traits.priority,),
    }
    nearness = []
    for name in TRAITS:
        asked = policy.asks.get(name)
        places = [len(have[name]) - i for i, own in enumerate(have[name]) if _same(own, asked)]
        if asked is not None and not places:
            return None
        nearness.append(max(places, default=0))
    return len(policy.asks), *nearness


def _same(own: str, asked: frozenset[str] | None) -> bool:
    return asked is not None and own.casefold() in asked


def read_policy(key: str, calendar: str, body: Mapping[str, Any]) -> Policy:
    """The policy of a row. Raises BadSetting with a sentence for what can't be.

    ``calendar`` is the key of one, or "" for a promise that counts every minute.
    """
    known = (*TRAITS, *TARGETS, "wall_clock", "paused_by", "warn", *FREE_WORDS)
    unknown = sorted(body.keys() - set(known))
    if unknown:
        raise BadSetting(f"{unknown[0]}: a policy has no such word; known are {', '.join(known)}")
    asks = {name: _words(body, name) for name in TRAITS if name in body}
    _check_known("priority", asks.get("priority", frozenset()), PRIORITIES)
    wall_clock = _words(body, "wall_clock")
    _check_known("wall_clock", wall_clock, TARGETS)
    paused_by = _words(body, "paused_by") if "paused_by" in body else PAUSED_BY
    _check_known("paused_by", paused_by, STATUSES)
    minutes = {name: _minutes(body, name) for name in TARGETS if name in body}
    return Policy(key, calendar, asks, minutes, wall_clock, paused_by, _percent(body, "warn"))


def _words(body: Mapping[str, Any], name: str) -> frozenset[str]:
    """One text or an array of them; capitals make no difference."""
    value = body.get(name, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise BadSetting(f"{name}: expected text or an array of texts")
    return frozenset(text.casefold() for text in texts)


def _check_known(name: str, words: frozenset[str], known: tuple[str, ...]) -> None:
    unknown = sorted(words - set(known))
    if unknown:
        raise BadSetting(f"{name}: there is no “{unknown[0]}”; known are {', '.join(known)}")


def _minutes(body: Mapping[str, Any], name: str) -> int:
    value = body[name]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= LONGEST_MINUTES:
        raise BadSetting(f"{name}: expected whole minutes from 1 to {LONGEST_MINUTES}")
    return value


def _percent(body: Mapping[str, Any], name: str) -> int:
    value = body.get(name, WARN_PERCENT)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100:
        raise BadSetting(f"{name}: expected a share of the promise from 1 to 100 per cent")
    return value
