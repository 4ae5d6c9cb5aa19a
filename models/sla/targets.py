"""How a ticket stands to what was promised: first reply, next reply, solution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.sla.clock import due_at, minutes_between
from models.sla.history import History, Stretch
from models.sla.hours import AROUND_THE_CLOCK, Hours
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

    def target(name: str, *stretches: Stretch) -> Target | None:
        return _target(policy, hours, history, name, stretches)

    start = history.created_at_ms
    return Targets(
        first_response=target("first_response", (start, history.first_reply_at_ms)),
        update=target("update", *history.questions()),
        solution=target("solution", (start, history.solved_at_ms)),
    )


def _target(
    policy: Policy, hours: Hours, history: History, name: str, stretches: Sequence[Stretch]
) -> Target | None:
    """A promise that was open over ``stretches``; the last one may be open still."""
    minutes = policy.minutes.get(name)
    if minutes is None:
        return None
    counted = AROUND_THE_CLOCK if name in policy.wall_clock else hours
    pauses = history.pauses(policy.paused_by)
    taken = [
        minutes_between(counted, begin, end, pauses) for begin, end in stretches if end is not None
    ]
    open_since = [begin for begin, end in stretches if end is None]
    due = warn = None
    if open_since and history.solved_at_ms is None:
        due = due_at(counted, open_since[0], minutes, pauses)
    if due is not None:
        warn = due_at(counted, open_since[0], minutes * policy.warn_percent // 100, pauses)
    return Target(minutes, due, max(taken, default=None), warn)
