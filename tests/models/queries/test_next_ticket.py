"""Which ticket comes next, and which words say why."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from models.queries.next_ticket import (
    MOST_SKIPS,
    Candidate,
    Choice,
    Skip,
    best,
    left_over,
    next_choice,
    skip,
    skips_of,
)
from models.rows import Clock
from tests.helpers.local import ANNA, NOW, LocalDesk

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)


def candidate(id: str, **values: Any) -> Candidate:
    known = {"priority": "normal", "plan": "", "created_at_ms": NOW - DAY}
    return Candidate(id=id, number=id, **{**known, **values})


IN_ORDER = [
    ("overdue", 2 * HOUR, candidate("late", due_at_ms=NOW - 2 * HOUR, priority="low")),
    ("overdue", MINUTE, candidate("later", due_at_ms=NOW - MINUTE, priority="urgent")),
    ("due_soon", MINUTE, candidate("soon", due_at_ms=NOW + MINUTE)),
    ("due_soon", 5 * HOUR, candidate("warned", due_at_ms=NOW + 5 * HOUR, warn_at_ms=NOW)),
    ("priority", DAY, candidate("urgent", priority="urgent")),
    ("priority", 3 * DAY, candidate("high", priority="high", created_at_ms=NOW - 3 * DAY)),
    ("woke", HOUR, candidate("woke", woke_at_ms=NOW - HOUR)),
    ("waiting", 3 * HOUR, candidate("waits", waits_since_ms=NOW - 3 * HOUR)),
    ("waiting", HOUR, candidate("waits-less", waits_since_ms=NOW - HOUR)),
    ("oldest", 9 * DAY, candidate("old", created_at_ms=NOW - 9 * DAY, due_at_ms=NOW + DAY)),
    ("oldest", DAY, candidate("a-fresh", due_at_ms=NOW + 9 * MINUTE, warn_at_ms=NOW + MINUTE)),
    ("oldest", DAY, candidate("b-fresh")),
]


def test_the_best_is_the_first_of_all_in_whatever_order_they_come() -> None:
    left = [ticket for _, _, ticket in IN_ORDER]
    for reason, span_ms, ticket in IN_ORDER:
        random.Random(3).shuffle(left)
        assert best(left, NOW) == Choice(ticket, reason, span_ms)  # type: ignore[arg-type]
        left.remove(ticket)
    assert best(left, NOW) is None


def test_a_skipped_ticket_comes_back_tomorrow_or_with_a_word_of_its_customer() -> None:
    quiet = candidate("quiet", waits_since_ms=NOW - 2 * HOUR)
    wrote = candidate("wrote", waits_since_ms=NOW)
    skips = {id: Skip(NOW - HOUR, "no part") for id in ("quiet", "wrote")}
    assert left_over([quiet, wrote], skips, CLOCK) == [wrote]
    tomorrow = Clock(NOW + DAY, NOW - 5 * HOUR + DAY)
    assert left_over([quiet, wrote], skips, tomorrow) == [quiet, wrote]


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return LocalDesk.made(tmp_path)


def chosen(desk: LocalDesk, view: str = "all", filter: str = "") -> str:
    choice = next_choice(desk.store, view, filter, ANNA, CLOCK)
    return choice.ticket.id if choice else ""


def test_the_view_and_its_filter_say_what_is_in_question(desk: LocalDesk) -> None:
    late = {"due_at_ms": NOW - HOUR, "customer_at_ms": NOW - HOUR}
    desk.ticket("theirs", assignee_id="agent-boris", **late)
    desk.ticket("done", status="done", assignee_id=ANNA.id, **late)
    desk.ticket("waits", status="waiting", assignee_id=ANNA.id, **late)
    desk.ticket("asleep", status="postponed", wake_at_ms=NOW + 1, assignee_id=ANNA.id, **late)
    desk.ticket("nobody", customer_at_ms=NOW - HOUR, tags='["vip"]', queue_id="access")
    desk.ticket("mine", assignee_id=ANNA.id, customer_at_ms=NOW - 2 * HOUR)
    desk.put("view", id="v", name="VIPs", filter="tag:vip")
    assert chosen(desk) == "mine"
    assert chosen(desk, filter="tag:vip") == "nobody"
    assert chosen(desk, "view:v") == "nobody"
    assert chosen(desk, "my_open") == "mine"
    assert chosen(desk, "queue:Access rights") == "nobody"
    assert chosen(desk, "view:v", "queue:network") == ""


def test_a_customer_who_was_answered_does_not_wait(desk: LocalDesk) -> None:
    for id, at_ms in (("answered", NOW - 3 * HOUR), ("asked", NOW - HOUR)):
        desk.ticket(id, assignee_id=ANNA.id, customer_at_ms=at_ms)
    desk.put("message", id="m", ticket_id="answered", kind="reply", at_ms=NOW - 2 * HOUR)
    choice = next_choice(desk.store, "my_open", "", ANNA, CLOCK)
    assert choice is not None
    assert (choice.ticket.id, choice.reason, choice.span_ms) == ("asked", "waiting", HOUR)


def test_a_skip_is_kept_with_its_reason_and_undone(desk: LocalDesk) -> None:
    desk.put("company", id="k", name="Northwind", plan="premium")
    for n, id in enumerate(("first", "second")):
        at_ms = NOW - 2 * HOUR + n
        desk.ticket(id, assignee_id=ANNA.id, customer_at_ms=at_ms, company_id="k")
    choice = next_choice(desk.store, "all", "", ANNA, CLOCK)
    assert choice is not None
    assert (choice.ticket.id, choice.ticket.plan) == ("first", "premium")
    done = desk.do(skip(skips_of(desk.store, ANNA), ANNA, "first", "no spare part", NOW))
    assert chosen(desk) == "second"
    assert skips_of(desk.store, ANNA) == {"first": Skip(NOW, "no spare part")}
    assert done.inverse is not None
    desk.do(done.inverse)
    assert chosen(desk) == "first"


def test_the_oldest_skips_are_forgotten(desk: LocalDesk) -> None:
    for n in range(MOST_SKIPS + 5):
        desk.do(skip(skips_of(desk.store, ANNA), ANNA, f"t{n}", "x" * 500, NOW + n))
    kept = skips_of(desk.store, ANNA)
    assert len(kept) == MOST_SKIPS
    assert list(kept)[-1] == f"t{MOST_SKIPS + 4}"
    assert len(kept["t50"].why) == 200


def test_equal_candidates_go_by_their_id() -> None:
    one = candidate("b")
    assert best([one, replace(one, id="a")], NOW) == Choice(replace(one, id="a"), "oldest", DAY)
