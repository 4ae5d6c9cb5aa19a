"""How a ticket stands to what was promised: first reply, next reply, solution."""

from __future__ import annotations

from dataclasses import dataclass

from models.sla.clock import due_at, minutes_between
from models.sla.history import History
from models.sla.hours import Hours
from models.sla.policy import TARGETS, Policy


@dataclass(frozen=True)
class Target:
    """One promise. ``due_at_ms`` is None when nothing is open or the clock stands.

    ``taken`` are the working minutes it took, of several next replies the longest; None: not yet.
    ``warn_at_ms`` is when it begins to be at risk, None as ``due_at_ms`` is.
    """

    minutes: int
    due_at_ms: int | None
    taken: int | None
    warn_at_ms: int | None = None

    @property
    def left(self) -> int | None:
        """Minutes that were left when it was done; below zero: too late by so many."""
        return None if self.taken is None else self.minutes - self.taken


@dataclass(frozen=True)
class Targets:
    """The promises of a ticket; None where the policy has none of the kind."""

    first_response: Target | None
    update: Target | None
    solution: Target | None

    @property
    def next_due_at_ms(self) -> int | None:
        """The earliest due time of what is open."""
        coming = self.coming
        return coming[1].due_at_ms if coming else None

    @property
    def coming(self) -> tuple[str, Target] | None:
        """What is due first of what is open, by its name in TARGETS; of two the earlier name."""
        named = ((name, getattr(self, name)) for name in TARGETS)
        open_ = [(name, each) for name, each in named if each and each.due_at_ms is not None]
        return min(open_, key=lambda one: one[1].due_at_ms, default=None)


def targets_of(policy: Policy, hours: Hours, history: History) -> Targets:
    """Count a ticket's promises; ``hours`` are those of the policy's calendar.

    The clock stands in the statuses of the policy's ``paused_by`` and in done. What was late when
    it stopped stays due at its time in the past; the rest has no due time till the clock goes on.
    All of the history is counted by the policy that the ticket has now.
    """

    def target(name: str) -> Target | None:
        return _target(policy, hours, history, name)

    return Targets(target("first_response"), target("update"), target("solution"))


def _target(policy: Policy, hours: Hours, history: History, name: str) -> Target | None:
    minutes = policy.minutes.get(name)
    if minutes is None:
        return None
    counted = policy.counted(name, hours)
    pauses = history.pauses(policy.paused_by)
    taken = [
        minutes_between(counted, begin, end, pauses)
        for begin, end in history.stretches(name)
        if end is not None
    ]
    since, due, warn = history.open_since(name), None, None
    if since is not None:
        due = due_at(counted, since, minutes, pauses)
    if since is not None and due is not None:
        warn = due_at(counted, since, minutes * policy.warn_percent // 100, pauses)
    return Target(minutes, due, max(taken, default=None), warn)
