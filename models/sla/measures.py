"""How long a ticket took: in working time and by the clock on the wall, and in which status."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from models.sla.clock import MINUTE_MS, minutes_between
from models.sla.history import History
from models.sla.hours import Hours
from models.sla.policy import PAUSED_BY, TARGETS, Policy


@dataclass(frozen=True)
class Taken:
    """Whole minutes: ``working`` as promises count them, ``wall`` all that passed."""

    working: int
    wall: int


@dataclass(frozen=True)
class Measures:
    """``taken`` by the names of TARGETS, what did not happen yet is not in it.

    ``dwelt_ms``: how long it was in each status that it has left again.
    """

    taken: dict[str, Taken]
    dwelt_ms: dict[str, int]


def measures_of(policy: Policy | None, hours: Hours, history: History) -> Measures:
    """Measure a ticket, whether anything was promised or not; of next replies the longest."""
    pauses = history.pauses(policy.paused_by if policy else PAUSED_BY)
    taken = {}
    for name in TARGETS:
        counted = policy.counted(name, hours) if policy else hours
        ended = [(begin, end) for begin, end in history.stretches(name) if end is not None]
        working = [minutes_between(counted, begin, end, pauses) for begin, end in ended]
        wall = [max(0, end - begin) // MINUTE_MS for begin, end in ended]
        if ended:
            taken[name] = Taken(max(working), max(wall))
    return Measures(taken, history.dwelt_ms())


def as_text(measures: Measures) -> str | None:
    """The one form in which a ticket keeps them: JSON in the order of keys; None for nothing."""
    told: dict[str, Any] = {
        name: [each.working, each.wall] for name, each in measures.taken.items()
    }
    if measures.dwelt_ms:
        told["dwelt_ms"] = measures.dwelt_ms
    return json.dumps(told, sort_keys=True, separators=(",", ":")) if told else None


def from_text(text: str | None) -> Measures:
    """What ``as_text`` wrote."""
    told: dict[str, Any] = json.loads(text or "{}")
    dwelt = told.pop("dwelt_ms", {})
    return Measures({name: Taken(*minutes) for name, minutes in told.items()}, dwelt)
