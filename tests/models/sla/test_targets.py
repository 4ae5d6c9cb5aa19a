"""Promises of a ticket: what is due, what it took, and when the clock stands."""

from __future__ import annotations

from typing import Any

import pytest

from models.sla import History, Targets, Word, read_hours, read_policy, targets_of
from tests.models.sla.calendars import at, calendar

HOURS = read_hours(calendar())
ALL = {"first_response": 60, "update": 120, "solution": 480}


def moment(clock: str) -> int:
    """A time of Monday, or of another day of that week: ``wed 10:00``."""
    day, _, wall = clock.rpartition(" ")
    number = {"": 2, "tue": 3, "wed": 4, "thu": 5}[day]
    return at(f"2026-02-{number:02} {wall}")


def ticket(
    *said: str, statuses: dict[str, str] | None = None, solved: str | None = None
) -> History:
    """Made on Monday at nine. ``said`` are ``c 09:00`` of the customer and ``a 10:00`` of us."""
    words = tuple(Word(moment(one[2:]), by_customer=one[0] == "c") for one in said)
    changes = tuple((moment(clock), name) for clock, name in (statuses or {}).items())
    return History(
        created_at_ms=moment("09:00"),
        first_reply_at_ms=next((word.at_ms for word in words if not word.by_customer), None),
        solved_at_ms=None if solved is None else moment(solved),
        words=words,
        statuses=((moment("09:00"), "new"), *changes),
    )


def targets(history: History, **body: Any) -> Targets:
    return targets_of(read_policy("a", "office", body or ALL), HOURS, history)


def dues(found: Targets) -> list[int | None]:
    every = (found.first_response, found.update, found.solution)
    return [target.due_at_ms if target else None for target in every]


def test_a_question_opens_all_three() -> None:
    found = targets(ticket("c 09:00"))

    assert dues(found) == [moment("10:00"), moment("11:00"), moment("17:00")]
    assert found.next_due_at_ms == moment("10:00")


def test_what_is_not_promised_is_not_there() -> None:
    found = targets(ticket("c 09:00"), update=120)

    assert found.first_response is None
    assert found.solution is None
    assert found.next_due_at_ms == moment("11:00")
    assert targets(ticket("c 09:00"), note="x").next_due_at_ms is None


def test_an_answer_settles_first_and_next_reply() -> None:
    found = targets(ticket("c 09:00", "a 10:30"))

    assert dues(found) == [None, None, moment("17:00")]
    assert found.first_response
    assert found.update
    assert (found.first_response.taken, found.first_response.left) == (90, -30)
    assert (found.update.taken, found.update.left) == (90, 30)


def test_the_longest_wait_stays() -> None:
    found = targets(ticket("c 09:00", "a 11:00", "c 12:00", "a 12:10", "a 17:00"))

    assert found.update
    assert (found.update.due_at_ms, found.update.taken) == (None, 120)


def test_asking_again_does_not_move_the_due_time() -> None:
    assert dues(targets(ticket("a 09:10", "c 10:00", "c 11:00")))[1] == moment("12:00")


def test_a_ticket_that_the_desk_made_has_no_open_question() -> None:
    assert dues(targets(ticket())) == [moment("10:00"), None, moment("17:00")]


def test_nothing_is_due_when_it_is_solved() -> None:
    found = targets(ticket("c 09:00", statuses={"12:00": "done"}, solved="12:00"))

    assert dues(found) == [None, None, None]
    assert found.next_due_at_ms is None
    assert found.solution
    assert (found.solution.taken, found.solution.left) == (180, 300)


def test_waiting_stops_the_clock() -> None:
    history = ticket("c 09:00", statuses={"09:30": "waiting", "tue 09:00": "open"})

    assert dues(targets(history)) == [
        moment("tue 09:30"),
        moment("tue 10:30"),
        moment("tue 16:30"),
    ]


def test_while_it_waits_only_what_was_late_before_is_due() -> None:
    history = ticket("c 09:00", statuses={"10:30": "waiting"})

    assert dues(targets(history)) == [moment("10:00"), None, None]


def test_a_policy_says_what_stops_the_clock() -> None:
    history = ticket("c 09:00", statuses={"09:30": "waiting"})

    assert targets(history, solution=480, paused_by=["postponed"]).next_due_at_ms == moment("17:00")


def test_waiting_does_not_count_into_what_it_took() -> None:
    statuses = {"10:00": "postponed", "wed 10:00": "open", "wed 12:00": "done"}
    found = targets(ticket("c 09:00", "a wed 11:00", statuses=statuses, solved="wed 12:00"))

    assert found.first_response
    assert found.update
    assert found.solution
    taken = [found.first_response.taken, found.update.taken, found.solution.taken]
    assert taken == [120, 120, 180]


def test_the_time_while_it_was_done_does_not_count() -> None:
    history = ticket("a 09:30", statuses={"12:00": "done", "thu 12:00": "open"})

    assert dues(targets(history))[2] == moment("thu 17:00")


def test_done_ends_a_question_without_an_answer() -> None:
    statuses = {"10:30": "done", "tue 12:00": "open"}
    history = ticket("a 09:30", "c 10:00", "c tue 12:00", statuses=statuses)

    assert dues(targets(history))[1] == moment("tue 14:00")


def test_an_answer_together_with_done_is_an_answer() -> None:
    found = targets(ticket("c 09:00", "a 10:00", statuses={"10:00": "done"}, solved="10:00"))

    assert found.update
    assert found.update.taken == 60


@pytest.mark.parametrize(("wall_clock", "due"), [([], "thu 12:30"), (["solution"], "tue 15:30")])
def test_a_promise_can_count_every_minute(wall_clock: list[str], due: str) -> None:
    history = ticket(statuses={"09:30": "waiting", "10:00": "open"})
    found = targets(history, first_response=60, solution=30 * 60, wall_clock=wall_clock)

    assert dues(found) == [moment("10:30"), None, moment(due)]
