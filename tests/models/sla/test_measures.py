"""What a ticket took: working and wall minutes, and how long it was in which status."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from models.sla import AROUND_THE_CLOCK, History, Taken, Word, history_of, measures_of, read_policy
from models.sla.measures import as_text, from_text

MINUTE = 60_000


def at(minute: int) -> int:
    return 1_790_000_000_000 + minute * MINUTE


TICKET = {"created_at_ms": at(0), "solved_at_ms": None, "status": "postponed", "wake_at_ms": at(90)}


def told(what: str, minute: int, old: Any, new: Any) -> dict[str, Any]:
    return {"what": what, "at_ms": at(minute), "old": old, "new": new}


def test_time_to_come_is_not_counted() -> None:
    """Postponed at ten, to wake at ninety: nobody knows yet whether it sleeps until then."""
    events = [
        told("status", 10, "open", "postponed"),
        told("wake_at_ms", 10, None, str(at(90))),
    ]
    history = history_of(TICKET, [], events)
    assert history.statuses[-1] == (at(90), "open")
    assert history.dwelt_ms() == {"open": 10 * MINUTE}


def test_waking_up_is_counted_when_it_was() -> None:
    events = [
        told("status", 10, "open", "postponed"),
        told("wake_at_ms", 10, None, str(at(20))),
        told("status", 50, "postponed", "done"),
        told("wake_at_ms", 50, str(at(20)), None),
    ]
    ticket = {**TICKET, "status": "done", "wake_at_ms": None, "solved_at_ms": at(50)}
    dwelt = history_of(ticket, [], events).dwelt_ms()
    assert dwelt == {"open": 40 * MINUTE, "postponed": 10 * MINUTE}


CHAIN = [
    told("status", 10, "new", "open"),
    told("status", 10, "open", "waiting"),
    told("status", 10, "waiting", "open"),
    told("status", 10, "open", "postponed"),
]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_changes_of_one_moment_may_be_told_in_any_order(order: tuple[int, ...]) -> None:
    ticket = {**TICKET, "wake_at_ms": None}
    history = history_of(ticket, [], [CHAIN[n] for n in order])
    assert history.statuses == ((at(0), "new"), (at(10), "postponed"))


def test_the_longest_wait_counts_in_working_time_and_by_the_clock() -> None:
    history = History(
        at(0),
        first_reply_at_ms=at(5),
        words=(Word(at(0), True), Word(at(5), False), Word(at(10), True), Word(at(40), False)),
        statuses=((at(0), "open"), (at(12), "waiting"), (at(32), "open")),
        told_at_ms=at(32),
    )
    policy = read_policy("p", "", {"first_response": 1})
    found = measures_of(policy, AROUND_THE_CLOCK, history)
    assert found.taken == {"first_response": Taken(5, 5), "update": Taken(10, 30)}
    assert from_text(as_text(found)) == found


def test_nothing_is_no_text() -> None:
    nothing = measures_of(None, AROUND_THE_CLOCK, History(at(0), statuses=((at(0), "new"),)))
    assert as_text(nothing) is None
    assert from_text(None) == nothing
