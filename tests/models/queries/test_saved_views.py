"""Saved views: written, undone, listed, counted; and lists that are narrowed by a filter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playhouse.test_utils import assert_query_count

from models.commands import Put
from models.errors import BadFilter, NotFound, Refused
from models.preferences import put_preference
from models.queries.inbox import VIEWS
from models.queries.lists import filter_of, list_page
from models.queries.saved_views import PLACES_KEY, saved_counts, saved_view, saved_views
from models.rows import Clock
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR, DAY = 3_600_000, 86_400_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)
STATUSES = ("new", "open", "waiting", "postponed", "done")


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    for n in range(40):
        made.ticket(
            f"t{n:02}",
            status=STATUSES[n % 5],
            wake_at_ms=NOW + HOUR if n % 2 else NOW - HOUR,
            priority=("low", "high")[n % 2],
            assignee_id=(None, ANNA.id, "agent-boris")[n % 3],
            queue_id=("network", "access")[n // 20],
            due_at_ms=NOW + n * HOUR,
            customer_at_ms=NOW,
            solved_at_ms=NOW - n * HOUR,
        )
    return made


def saved(desk: LocalDesk, name: str, filter: str, *, mine: bool = True, order: str = "") -> str:
    owner = ANNA.id if mine else None
    values = {"name": name, "icon": "star", "filter": filter, "order_by": order, "owner_id": owner}
    command = Put(entity="view", set=values)
    desk.do(command)
    return command.id


def listed(desk: LocalDesk, view: str, filter: str = "") -> list[str]:
    return [row.id for row in list_page(desk.store, view, ANNA, CLOCK, filter=filter, limit=None)]


def test_a_view_lives_with_its_person_or_with_everybody(desk: LocalDesk) -> None:
    own, shared = saved(desk, "Mine", ""), saved(desk, "Ours", "", mine=False)
    assert desk.row("view", own)["scope"] == f"u:{ANNA.id}"
    assert desk.row("view", shared)["scope"] == "ws"
    assert [(v.name, v.mine) for v in saved_views(desk.store, ANNA)] == [
        ("Mine", True),
        ("Ours", False),
    ]


def test_a_view_is_nobody_elses_and_stays_whose_it_is(desk: LocalDesk) -> None:
    theirs = {"name": "x", "owner_id": "agent-boris"}
    with pytest.raises(Refused, match="somebody else"):
        desk.do(Put(entity="view", set=theirs))
    desk.put("view", id="boris", scope="u:agent-boris", name="His", owner_id="agent-boris")
    with pytest.raises(Refused, match="somebody else"):
        desk.do(Put(entity="view", id="boris", set={"name": "mine now"}))
    assert saved_views(desk.store, ANNA) == []
    shared = saved(desk, "Ours", "", mine=False)
    with pytest.raises(Refused, match="stays whose it is"):
        desk.do(Put(entity="view", id=shared, set={"owner_id": ANNA.id}))


def test_making_renaming_and_deleting_are_undone(desk: LocalDesk) -> None:
    id = saved(desk, "Mine", "is:open")
    renamed = desk.do(Put(entity="view", id=id, set={"name": "Other", "order_by": "newest"}))
    assert renamed.inverse is not None
    desk.do(renamed.inverse)
    view = saved_view(desk.store, f"view:{id}")
    assert (view.name, view.order) == ("Mine", "")


def test_views_stand_as_their_person_wants_them(desk: LocalDesk) -> None:
    ids = {name: saved(desk, name, "") for name in ("Alpha", "beta", "Gamma")}
    assert [view.name for view in saved_views(desk.store, ANNA)] == ["Alpha", "beta", "Gamma"]
    places = json.dumps([ids["Gamma"], "gone", ids["beta"]])
    desk.do(put_preference(ANNA, PLACES_KEY, places))
    assert [view.name for view in saved_views(desk.store, ANNA)] == ["Gamma", "beta", "Alpha"]
    desk.do(put_preference(ANNA, PLACES_KEY, "{broken"))
    assert [view.name for view in saved_views(desk.store, ANNA)] == ["Alpha", "beta", "Gamma"]


def test_a_list_is_a_view_narrowed_by_a_filter(desk: LocalDesk) -> None:
    mine = set(listed(desk, "my_open"))
    high = set(listed(desk, "all", "priority:high"))
    assert set(listed(desk, "my_open", "priority:high")) == mine & high
    assert mine & high not in (set(), mine, high)
    key = f"view:{saved(desk, 'Mine', 'assignee:me is:open', order='newest')}"
    assert set(listed(desk, key)) == mine
    assert set(listed(desk, key, "priority:high")) == mine & high


@pytest.mark.parametrize("view", [*(view for view in VIEWS if view != "offered"), "queue:Network"])
def test_every_fixed_view_can_be_said_as_a_filter(desk: LocalDesk, view: str) -> None:
    assert sorted(listed(desk, "all", filter_of(view))) == sorted(listed(desk, view))


def test_counts_are_the_lengths_of_the_views_in_one_question(desk: LocalDesk) -> None:
    filters = ["is:open", "priority:high -assignee:me", "queue:network", "due:<2h", "is:unread"]
    for n, filter in enumerate(filters):
        saved(desk, f"{n}", filter)
    views = saved_views(desk.store, ANNA)
    with assert_query_count(1):
        counts = saved_counts(desk.store, ANNA, CLOCK, views)
    assert counts == {view.key: len(listed(desk, view.key)) for view in views}
    assert all(counts.values())


def test_a_hundred_views_are_counted(desk: LocalDesk) -> None:
    for n in range(120):
        desk.put("view", id=f"v{n}", name=f"{n}", filter="is:unread has:screenshot")
    views = saved_views(desk.store, ANNA)
    assert len(saved_counts(desk.store, ANNA, CLOCK, views)) == 120


def test_a_view_with_a_broken_filter_stays_and_says_why(desk: LocalDesk) -> None:
    key = f"view:{saved(desk, 'From later', 'is:open mood:angry')}"
    assert [view.name for view in saved_views(desk.store, ANNA)] == ["From later"]
    assert saved_counts(desk.store, ANNA, CLOCK, saved_views(desk.store, ANNA)) == {}
    with pytest.raises(BadFilter, match="mood:angry"):
        listed(desk, key)
    with pytest.raises(NotFound):
        listed(desk, "view:nowhere")
