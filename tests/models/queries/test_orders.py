"""What each order of a list puts first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.commands import AddNote, MarkRead, SetTicket, Tags
from models.database import Store
from models.queries.inbox import inbox_page
from models.queries.orders import plans
from models.rows import Clock, PageKey
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR, DAY = 3_600_000, 86_400_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path)
    yield made
    made.store.close()


def order(desk: LocalDesk, name: str, view: str = "all") -> str:
    rows = inbox_page(desk.store, view, ANNA, CLOCK, order=name, limit=None)
    return " ".join(row.id for row in rows if row.status != "done")


def solved(desk: LocalDesk, category_id: str, *hours: float) -> None:
    for n, took in enumerate(hours):
        values = {"created_at_ms": NOW - DAY, "solved_at_ms": NOW - DAY + int(took * HOUR)}
        desk.ticket(f"{category_id}{n}", status="done", category_id=category_id, **values)


def test_easiest_is_the_category_with_the_shortest_median(desk: LocalDesk) -> None:
    """A single very long or very short ticket says little about a category."""
    solved(desk, "c-long", 0.1, 5, 6)
    solved(desk, "c-short", 1, 2, 200)
    solved(desk, "c-once", 3)
    desk.ticket("long", category_id="c-long")
    desk.ticket("none", due_at_ms=NOW)
    desk.ticket("short-later", category_id="c-short", due_at_ms=NOW + HOUR)
    desk.ticket("short", category_id="c-short", due_at_ms=NOW)
    desk.ticket("once", category_id="c-once")
    assert order(desk, "easiest") == "short short-later once long none"


def test_what_was_solved_long_ago_says_nothing_of_today(desk: LocalDesk) -> None:
    for n in range(3):
        at = {"created_at_ms": NOW - 400 * DAY, "solved_at_ms": NOW - 400 * DAY + 1}
        desk.ticket(f"old{n}", status="done", category_id="c-old", **at)
    solved(desk, "c-now", 2)
    desk.ticket("old", category_id="c-old")
    desk.ticket("now", category_id="c-now")
    assert order(desk, "easiest") == "now old"


def test_plans_come_by_what_they_promise(desk: LocalDesk, store_url: str) -> None:
    server = LocalDesk(desk.profile, Store.open(store_url, "server"))
    for made in (desk, server):
        for plan in ("a basic", "b gold", "c free"):
            made.put("company", id=plan, name=plan, plan=plan)
            made.ticket(plan[0], company_id=plan)
        made.ticket("late", company_id="b gold", due_at_ms=NOW)
        made.ticket("nobody")
        promises: tuple[tuple[object, int], ...] = (("B Gold", 60), (["a basic"], 480))
        for n, (asked, minutes) in enumerate(promises):
            body = json.dumps({"plan": asked, "first_response": minutes})
            made.put("sla_policy", id=f"p{n}", key=f"p{n}", body=body)
        assert plans(made.store) == ["b gold", "a basic", "c free"]
        assert order(made, "plan") == "late b a c nobody"
    server.store.close()


def test_categories_stand_together(desk: LocalDesk) -> None:
    for key in ("network", "hardware"):
        desk.put("category", id=f"c-{key}", key=key, names="{}")
    desk.ticket("vpn", category_id="c-network", due_at_ms=NOW + HOUR)
    desk.ticket("none", due_at_ms=NOW)
    desk.ticket("screen", category_id="c-hardware")
    desk.ticket("dns", category_id="c-network", due_at_ms=NOW)
    assert order(desk, "category") == "screen dns vpn none"


def test_risk_is_how_much_of_the_promise_is_used_up(desk: LocalDesk) -> None:
    """The one with a day promised and six hours left is nearer to its end than a fresh one."""
    desk.ticket("fresh", created_at_ms=NOW, due_at_ms=NOW + 5 * HOUR)
    desk.ticket("used", created_at_ms=NOW - 18 * HOUR, due_at_ms=NOW + 6 * HOUR)
    desk.ticket("waits", status="waiting", created_at_ms=NOW - DAY, due_at_ms=NOW - HOUR)
    desk.ticket("asleep", status="postponed", wake_at_ms=NOW + 1, due_at_ms=NOW - HOUR)
    desk.ticket("woke", status="postponed", wake_at_ms=NOW, due_at_ms=NOW - HOUR)
    desk.ticket("none")
    assert order(desk, "sla_risk").split()[:3] == ["woke", "used", "fresh"]
    assert set(order(desk, "sla_risk").split()[3:]) == {"waits", "asleep", "none"}


def test_first_time_contacts_come_first(desk: LocalDesk) -> None:
    desk.ticket("known-before", status="done", requester_id="old", created_at_ms=NOW - DAY)
    desk.ticket("known", requester_id="old", due_at_ms=NOW)
    desk.ticket("nobody", due_at_ms=NOW)
    desk.ticket("new", requester_id="new", due_at_ms=NOW + HOUR)
    assert order(desk, "first_time").split()[0] == "new"


def test_only_the_customers_word_moves_a_ticket_among_those_that_wait(desk: LocalDesk) -> None:
    desk.ticket("b", customer_at_ms=NOW - 2, assignee_id=ANNA.id)
    desk.ticket("a", customer_at_ms=NOW - 1, assignee_id=ANNA.id)
    for command in (
        AddNote(ticket_id="b", html="<p>x</p>"),
        SetTicket(id="b", set={"priority": "urgent", "due_at_ms": NOW}),
        Tags(id="b", add=("vip",)),
        MarkRead(id="r", ticket_id="b", read_at_ms=NOW),
    ):
        desk.do(command, NOW + 5)
        assert order(desk, "oldest_waiting") == "b a"


def test_an_order_of_a_newer_program_is_by_due_time(desk: LocalDesk) -> None:
    desk.ticket("b", due_at_ms=NOW + 1)
    desk.ticket("a", due_at_ms=NOW)
    assert order(desk, "by_mood") == "a b"


@pytest.mark.parametrize("name", ["due", "newest", "category"])
def test_postponed_tickets_stand_at_the_end_of_my_open_until_they_wake(
    desk: LocalDesk, name: str
) -> None:
    for n in range(6):
        status = "postponed" if n % 2 else "open"
        wake = {1: NOW + HOUR, 3: NOW, 5: None}.get(n)
        values = {"due_at_ms": NOW + n, "activity_at_ms": NOW + n, "assignee_id": ANNA.id}
        desk.ticket(f"t{n}", status=status, wake_at_ms=wake, **values)
    rows = inbox_page(desk.store, "my_open", ANNA, CLOCK, order=name, limit=None)
    assert [row.key.band for row in rows] == [0, 0, 0, 0, 1, 1]
    assert {row.id for row in rows[4:]} == {"t1", "t5"}
    for backwards in (False, True):
        paged: list[str] = []
        after: PageKey | None = None
        while part := inbox_page(
            desk.store,
            "my_open",
            ANNA,
            CLOCK,
            order=name,
            after=after,
            limit=1,
            backwards=backwards,
        ):
            paged.append(part[0].id)
            after = part[0].key
        whole = [row.id for row in rows]
        assert paged == (whole[::-1] if backwards else whole)


def test_risk_is_when_the_promise_says_where_it_says_so(desk: LocalDesk) -> None:
    whole_day = {"created_at_ms": NOW, "due_at_ms": NOW + DAY}
    desk.ticket("soon", **whole_day, warn_at_ms=NOW + HOUR)
    desk.ticket("by the clock", created_at_ms=NOW, due_at_ms=NOW + 8 * HOUR)
    desk.ticket("late", **whole_day, warn_at_ms=NOW + 23 * HOUR)
    assert order(desk, "sla_risk") == "soon by the clock late"
