from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from playhouse.test_utils import assert_query_count

from models.commands import AddNote, MarkRead, SetTicket
from models.drafts import save_draft
from models.queries import inbox
from models.queries.orders import ORDERS
from models.rows import Clock, PageKey, TicketRow
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR, DAY = 3_600_000, 86_400_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)
BORIS = "agent-boris"


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return LocalDesk.made(tmp_path)


def page(desk: LocalDesk, view: str, **options: Any) -> list[TicketRow]:
    return inbox.inbox_page(desk.store, view, ANNA, CLOCK, **options)


def ids(desk: LocalDesk, view: str, **options: Any) -> set[str]:
    return {row.id for row in page(desk, view, **options)}


def test_each_view_shows_what_it_says(desk: LocalDesk) -> None:
    desk.ticket("mine", assignee_id=ANNA.id)
    desk.ticket("theirs", assignee_id=BORIS, due_at_ms=NOW + 2 * HOUR)
    desk.ticket("fresh", status="new", assignee_id=BORIS)
    desk.ticket("free", due_at_ms=NOW + HOUR)
    desk.ticket("late", assignee_id=BORIS, due_at_ms=NOW - DAY)
    desk.ticket("waits", status="waiting", assignee_id=BORIS, due_at_ms=NOW - DAY)
    desk.ticket("sleeps", status="postponed", wake_at_ms=NOW + 1, assignee_id=BORIS)
    desk.ticket("woke", status="postponed", wake_at_ms=NOW, assignee_id=BORIS, due_at_ms=NOW)
    desk.ticket("sleeps-long", status="postponed", assignee_id=BORIS)
    desk.ticket("done", status="done", assignee_id=ANNA.id, solved_at_ms=NOW - HOUR)
    desk.ticket("done-before", status="done", assignee_id=ANNA.id, solved_at_ms=NOW - DAY)
    desk.ticket("done-theirs", status="done", assignee_id=BORIS, solved_at_ms=NOW)
    desk.ticket("gone", assignee_id=ANNA.id, deleted=1)
    desk.ticket("asked", assignee_id=BORIS, queue_id="access")
    desk.put("mention", id="m1", ticket_id="asked", message_id="x", agent_id=ANNA.id)
    desk.put("mention", id="m2", ticket_id="theirs", message_id="x", agent_id=BORIS)
    desk.put("mention", id="m3", ticket_id="theirs", message_id="x", agent_id=ANNA.id, deleted=1)
    save_draft(desk.store, "waits", "reply", "<p>half</p>", NOW)
    desk.ticket("warned", assignee_id=BORIS, due_at_ms=NOW + DAY, warn_at_ms=NOW)
    desk.ticket("calm", assignee_id=BORIS, due_at_ms=NOW + 1, warn_at_ms=NOW + 1)

    assert ids(desk, "my_open") == {"mine"}
    assert ids(desk, "mentions") == {"asked"}
    assert ids(desk, "unassigned") == {"free"}
    assert ids(desk, "not_started") == {"fresh"}
    assert ids(desk, "at_risk") == {"free", "late", "woke", "warned"}
    assert ids(desk, "postponed") == {"sleeps", "sleeps-long"}
    assert ids(desk, "drafts") == {"waits"}
    assert ids(desk, "done_today") == {"done"}
    assert ids(desk, "queue:Access rights") == {"asked"}
    assert len(ids(desk, "all")) == 15
    assert "gone" not in ids(desk, "all")
    with pytest.raises(KeyError):
        page(desk, "nope")


def test_counts_are_the_lengths_of_the_views(desk: LocalDesk) -> None:
    many(desk, 60)
    counts = inbox.view_counts(desk.store, ANNA, CLOCK)
    assert counts == {view: len(page(desk, view, limit=None)) for view in counts}
    assert set(inbox.VIEWS) - {"all"} <= set(counts)
    assert counts["my_open"] > 0


def many(desk: LocalDesk, count: int) -> None:
    """Tickets with many equal values, so that only the id tells them apart."""
    chance = random.Random(7)
    for n in range(count):
        desk.ticket(
            f"t{n:03}",
            status=chance.choice(["new", "open", "waiting", "postponed", "done"]),
            priority=chance.choice(["low", "normal", "high", "urgent"]),
            assignee_id=chance.choice([None, ANNA.id, BORIS]),
            due_at_ms=chance.choice([None, NOW, NOW + HOUR]),
            customer_at_ms=chance.choice([None, NOW - DAY, NOW]),
            solved_at_ms=NOW,
            activity_at_ms=NOW - chance.randrange(4),
            queue_id=chance.choice(["network", "access"]),
        )


@pytest.mark.parametrize("order", ORDERS)
def test_pages_have_no_gaps_and_no_repeats(desk: LocalDesk, order: str) -> None:
    many(desk, 60)
    whole = page(desk, "all", order=order, limit=None)
    assert len(whole) == 60
    found: list[TicketRow] = []
    after: PageKey | None = None
    while part := page(desk, "all", order=order, after=after, limit=7):
        found += part
        after = part[-1].key
    assert found == whole


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("view", ["all", "my_open"])
def test_pages_from_the_end_are_the_same_backwards(desk: LocalDesk, view: str, order: str) -> None:
    many(desk, 60)
    whole = page(desk, view, order=order, limit=None)
    found: list[TicketRow] = []
    after: PageKey | None = None
    while part := page(desk, view, order=order, after=after, limit=7, backwards=True):
        found += part
        after = part[-1].key
    assert found[::-1] == whole


def test_a_ticket_that_moves_between_pages_repeats_no_other(desk: LocalDesk) -> None:
    many(desk, 30)
    first = page(desk, "all", order="newest", limit=10)
    desk.do(AddNote(ticket_id=page(desk, "all", limit=None)[-1].id, html="<p>x</p>"), NOW + 9)
    second = page(desk, "all", order="newest", after=first[-1].key, limit=10)
    assert not {row.id for row in first} & {row.id for row in second}


FOUR = ("due", "newest", "oldest_waiting", "priority")


def test_orders(desk: LocalDesk) -> None:
    desk.ticket("a", due_at_ms=NOW, priority="low", customer_at_ms=None, activity_at_ms=3)
    desk.ticket("b", due_at_ms=None, priority="urgent", customer_at_ms=1, activity_at_ms=1)
    desk.ticket("c", due_at_ms=NOW - 1, priority="high", customer_at_ms=2, activity_at_ms=2)
    shown = {order: "".join(row.id for row in page(desk, "all", order=order)) for order in FOUR}
    assert shown == {
        "due": "cab",
        "newest": "acb",
        "oldest_waiting": "bca",
        "priority": "bca",
    }


def test_a_page_costs_two_queries_however_long_it_is(desk: LocalDesk) -> None:
    many(desk, 40)
    for limit in (1, 40):
        with assert_query_count(2):
            assert len(page(desk, "all", limit=limit)) == limit
    with assert_query_count(2):
        inbox.ticket_rows(desk.store, ["t001", "t002"], ANNA, CLOCK)
    with assert_query_count(3):  # the desk's rules say what is offered
        inbox.view_counts(desk.store, ANNA, CLOCK)


def test_a_row_tells_names_unread_and_unsent(desk: LocalDesk) -> None:
    desk.put("company", id="k", name="Kontur")
    desk.put("contact", id="c", name="Olga", company_id="k")
    desk.ticket("t", number=7, requester_id="c", company_id="k", customer_at_ms=NOW)
    row = page(desk, "all")[0]
    assert (row.number, row.requester_name, row.company_name) == ("7", "Olga", "Kontur")
    assert (row.unread, row.unsent) == (True, False)
    desk.do(MarkRead(id="r", ticket_id="t", read_at_ms=NOW))
    assert page(desk, "all")[0].unread is False
    desk.do(SetTicket(id="t", set={"priority": "high"}))
    assert page(desk, "all")[0].unsent is True
    desk.store.sql("UPDATE outbox SET state = 'settled'")
    assert page(desk, "all")[0].unsent is False


def test_two_read_marks_of_one_person_show_one_row(desk: LocalDesk) -> None:
    desk.ticket("t", customer_at_ms=5)
    for id, at in (("r1", 4), ("r2", 6)):
        desk.put("read_state", id=id, scope=f"u:{ANNA.id}", ticket_id="t", read_at_ms=at)
    assert [(row.id, row.unread) for row in page(desk, "all")] == [("t", False)]


def test_rows_again_leave_out_what_is_gone(desk: LocalDesk) -> None:
    many(desk, 3)
    desk.ticket("gone", deleted=1)
    found = inbox.ticket_rows(desk.store, ["t002", "gone", "nowhere", "t000"], ANNA, CLOCK)
    assert {row.id for row in found} == {"t000", "t002"}
    assert inbox.ticket_rows(desk.store, [], ANNA, CLOCK) == []


def test_the_same_page_on_both_kinds_of_store(store_url: str, desk: LocalDesk) -> None:
    from models.database import Store

    server = LocalDesk(desk.profile, Store.open(store_url, "server"))
    for made in (desk, server):
        many(made, 40)
    for order in ORDERS:
        here, there = (
            [row.id for row in page(made, "all", order=order)] for made in (desk, server)
        )
        assert here == there
    keys = [row.key for row in page(server, "all", order="priority", limit=9)]
    assert len(page(server, "all", order="priority", after=keys[-1], limit=None)) == 31
    server.store.close()
