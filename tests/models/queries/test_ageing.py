"""What piles up at whom, and what is offered to the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.queries.ageing import ageing, piles
from models.queries.categories import catch_all_share, category_choices, median_ms
from models.queries.inbox import inbox_page, view_counts
from models.rows import Clock
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR, DAY = 3_600_000, 86_400_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return LocalDesk.made(tmp_path)


def test_open_tickets_of_each_agent_by_age(desk: LocalDesk) -> None:
    for hours in (1, 23, 25, 80, 24 * 7, 24 * 30):
        desk.ticket(f"b{hours}", assignee_id="agent-boris", created_at_ms=NOW - hours * HOUR)
    desk.ticket("mine", assignee_id=ANNA.id, created_at_ms=NOW)
    desk.ticket("done", assignee_id=ANNA.id, status="done", created_at_ms=NOW)
    desk.ticket("free", created_at_ms=NOW)
    boris, anna = piles(desk.store, NOW)
    assert (boris.name, boris.by_age, boris.total) == ("Boris Petrov", (2, 1, 1, 2), 6)
    assert boris.oldest_at_ms == NOW - 30 * DAY
    assert (anna.by_age, anna.total) == ((1, 0, 0, 0), 1)


def test_of_a_ticket_that_came_nobody_knows_when_no_age_is_told(desk: LocalDesk) -> None:
    desk.ticket("b0", assignee_id="agent-boris", created_at_ms=0)
    (boris,) = piles(desk.store, NOW)
    assert (boris.by_age, boris.total, boris.oldest_at_ms) == ((0, 0, 0, 0), 1, None)
    desk.ticket("b1", assignee_id="agent-boris", created_at_ms=NOW - HOUR)
    (boris,) = piles(desk.store, NOW)
    assert (boris.by_age, boris.total, boris.oldest_at_ms) == ((1, 0, 0, 0), 2, NOW - HOUR)
    desk.put("rule", id="r", key="r", body=json.dumps({"offer_above": 1}))
    assert [each.created_at_ms for each in ageing(desk.store, ANNA, NOW).offered] == [None]


def test_the_oldest_above_the_desks_number_are_offered(desk: LocalDesk) -> None:
    for days in range(1, 6):
        desk.ticket(f"b{days}", assignee_id="agent-boris", created_at_ms=NOW - days * DAY)
        desk.ticket(f"a{days}", assignee_id=ANNA.id, created_at_ms=NOW - days * DAY)
    desk.ticket("b9", assignee_id="agent-boris", status="waiting", created_at_ms=NOW - 9 * DAY)
    desk.ticket("a0", assignee_id=ANNA.id, status="done", created_at_ms=NOW - 9 * DAY)
    assert inbox_page(desk.store, "offered", ANNA, CLOCK) == []
    desk.put("rule", id="r", key="r", body=json.dumps({"offer_above": 4}))
    offered = {row.id for row in inbox_page(desk.store, "offered", ANNA, CLOCK)}
    assert offered == {"b5", "a5"}
    assert view_counts(desk.store, ANNA, CLOCK)["offered"] == 2


def test_the_share_of_what_says_nothing_is_exact(desk: LocalDesk) -> None:
    desk.put("rule", id="r", key="r", body=json.dumps({"catch_all": ["Other"]}))
    for id in ("other", "vpn"):
        desk.put("category", id=id, key=id, names='{"en": "x"}')
    for number, category in enumerate(("other", "other", "other", "vpn", "vpn", "vpn", None)):
        desk.ticket(f"t{number}", category_id=category, created_at_ms=NOW + number)
    desk.ticket("gone", category_id="other", deleted=1)
    desk.ticket("before", category_id="other", created_at_ms=NOW - 1)
    share = catch_all_share(desk.store, NOW, NOW + DAY)
    assert (share.part, share.whole) == (3, 7)
    assert round(share.percent, 2) == 42.86
    assert catch_all_share(desk.store, NOW + 6, NOW + 7).percent == 0
    assert catch_all_share(desk.store, NOW + DAY, NOW + 2 * DAY).percent == 0


def test_the_median_is_that_of_the_category_alone(desk: LocalDesk) -> None:
    for hours in (1, 4, 6, 9, 200):
        times = {"created_at_ms": NOW, "solved_at_ms": NOW + hours * HOUR}
        desk.ticket(f"v{hours}", category_id="vpn", status="done", **times)
    desk.ticket("other", category_id="other", status="done", created_at_ms=0, solved_at_ms=NOW)
    desk.ticket("open", category_id="vpn", created_at_ms=0)
    assert median_ms(desk.store, "vpn") == 6 * HOUR
    assert median_ms(desk.store, "other") is None


def test_choices_come_level_by_level_with_recent_leaves(desk: LocalDesk) -> None:
    for position, (id, parent) in enumerate((("b", None), ("a", None), ("c", "b"))):
        names = json.dumps({"en": id.upper()})
        desk.put("category", id=id, key=id, parent_id=parent, names=names, position=position)
    for number, category in enumerate(("a", "b", "c", "c", None)):
        desk.ticket(
            f"t{number}",
            category_id=category,
            assignee_id=ANNA.id,
            activity_at_ms=NOW + number,
        )
    choices = category_choices(desk.store, ANNA)
    assert [(row.id, row.path, row.is_leaf) for row in choices.rows] == [
        ("b", ("B",), False),
        ("a", ("A",), True),
        ("c", ("B", "C"), True),
    ]
    assert choices.recent == ("c", "a")
