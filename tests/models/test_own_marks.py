"""Pins, colours, own order and reminders on a local file: rows, lists, filters and undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import own
from models.clock import clock_at
from models.commands import SetTicket
from models.queries.happenings import REMINDER_BACK_MS, happenings
from models.queries.inbox import PINS_BAND, inbox_page, view_counts
from models.queries.lists import list_page
from models.queries.pins_first import pins_first
from models.rows import PageKey, TicketRow
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR = 3_600_000
CLOCK = clock_at(NOW)


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    for n in range(1, 7):
        made.ticket(f"t{n}", assignee_id=ANNA.id, due_at_ms=NOW + n * HOUR)
    return made


def ids(desk: LocalDesk, view: str = "my_open", **options: object) -> list[str]:
    return [row.id for row in pins_first(desk.store, view, ANNA, CLOCK, **options)]  # type: ignore[arg-type]


def pinned(desk: LocalDesk, *tickets: str) -> None:
    for id in tickets:
        desk.do(own.pin(ANNA, id, on=True))


def place(desk: LocalDesk, view: str, id: str, to: int) -> None:
    rows = inbox_page(desk.store, view, ANNA, CLOCK, order="own")
    for command in own.move(ANNA, [(row.id, str(row.key.value)) for row in rows], id, to):
        desk.do(command)


def test_what_is_pinned_stands_above_every_view_that_holds_it(desk: LocalDesk) -> None:
    pinned(desk, "t5", "t3")
    desk.ticket("theirs", assignee_id="agent-boris", due_at_ms=NOW)
    assert ids(desk) == ["t3", "t5", "t1", "t2", "t4", "t6"]
    assert ids(desk, "all", order="due")[:3] == ["t3", "t5", "theirs"]
    assert ids(desk, "queue:Access rights") == []
    rows = pins_first(desk.store, "my_open", ANNA, CLOCK)
    assert [row.key.band for row in rows] == [PINS_BAND, PINS_BAND, 0, 0, 0, 0]
    assert [row.id for row in rows if row.pinned] == ["t3", "t5"]
    plain = [row.id for row in list_page(desk.store, "my_open", ANNA, CLOCK)]
    assert plain == ["t1", "t2", "t3", "t4", "t5", "t6"]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("backwards", [False, True])
def test_pages_go_through_the_band(desk: LocalDesk, size: int, backwards: bool) -> None:
    pinned(desk, "t5", "t3")
    desk.do(SetTicket(id="t4", set={"status": "postponed", "wake_at_ms": NOW + HOUR}))
    found: list[TicketRow] = []
    after: PageKey | None = None
    while part := pins_first(
        desk.store, "my_open", ANNA, CLOCK, after=after, limit=size, backwards=backwards
    ):
        found += part
        after = part[-1].key
    whole = ["t3", "t5", "t1", "t2", "t6", "t4"]
    assert [row.id for row in found] == (whole[::-1] if backwards else whole)


def test_ones_own_order_is_kept_in_both_places(desk: LocalDesk) -> None:
    pinned(desk, "t2", "t4", "t6")
    place(desk, "pinned", "t6", 0)
    assert ids(desk, "pinned") == ["t6", "t2", "t4"]
    place(desk, "my_open", "t5", 1)
    assert ids(desk, "my_open", order="own") == ["t6", "t2", "t4", "t5", "t1", "t3"]
    plain = [row.id for row in inbox_page(desk.store, "my_open", ANNA, CLOCK, order="own")]
    assert plain == ["t6", "t5", "t1", "t2", "t3", "t4"]
    assert desk.store.sql("SELECT COUNT(*) FROM own_place") == [(2,)]


def test_every_mark_is_taken_back(desk: LocalDesk) -> None:
    before = own.marks(desk.store, ANNA, "t1")
    acts = (
        own.pin(ANNA, "t1", on=True),
        own.give_colour(ANNA, "t1", "red"),
        own.remind(ANNA, "t1", NOW + HOUR, "Ask Peter"),
    )
    done = [desk.do(act) for act in acts]
    assert own.marks(desk.store, ANNA, "t1") == own.Marks(True, "red", NOW + HOUR, "Ask Peter")
    for each in reversed(done):
        assert each.inverse is not None
        desk.do(each.inverse)
    assert own.marks(desk.store, ANNA, "t1") == before == own.Marks()
    taken = [desk.do(act) for act in acts] + [desk.do(own.reminded(ANNA, "t1"))]
    assert taken[-1].inverse is not None
    desk.do(taken[-1].inverse)
    assert own.marks(desk.store, ANNA, "t1").words == "Ask Peter"


def test_nothing_of_it_stands_in_the_history(desk: LocalDesk) -> None:
    desk.do(own.give_colour(ANNA, "t1", "blue"))
    desk.do(own.remind(ANNA, "t1", NOW, "Ask Peter"))
    assert desk.store.sql("SELECT COUNT(*) FROM event") == [(0,)]
    assert desk.store.sql("SELECT COUNT(*) FROM record_event") == [(0,)]


def test_rows_counts_and_filters_tell_of_it(desk: LocalDesk) -> None:
    pinned(desk, "t1")
    desk.do(own.give_colour(ANNA, "t2", "green"))
    desk.do(own.remind(ANNA, "t4", NOW + HOUR))
    desk.do(own.remind(ANNA, "t3", NOW))
    desk.put("pin", id="p", ticket_id="t6", scope="u:agent-boris")
    rows = {row.id: row for row in list_page(desk.store, "all", ANNA, CLOCK)}
    assert [id for id, row in rows.items() if row.pinned] == ["t1"]
    assert (rows["t2"].colour, rows["t1"].colour) == ("green", "")
    assert (rows["t3"].remind_at_ms, rows["t1"].remind_at_ms) == (NOW, None)
    counts = view_counts(desk.store, ANNA, CLOCK)
    assert (counts["pinned"], counts["reminders"]) == (1, 2)
    assert ids(desk, "reminders") == ["t3", "t4"]
    for text, wanted in (
        ("pinned:yes", ["t1"]),
        ("colour:green,red", ["t2"]),
        ("reminder:due", ["t3"]),
        ("pinned:no colour:no reminder:no", ["t5", "t6"]),
    ):
        found = list_page(desk.store, "all", ANNA, CLOCK, filter=text, order="due")
        assert [row.id for row in found] == wanted


def test_a_reminder_is_told_until_it_is_dealt_with(desk: LocalDesk) -> None:
    desk.do(own.remind(ANNA, "t1", NOW + HOUR, "Ask Peter"))

    def told(now_ms: int) -> list[tuple[str, str]]:
        found = happenings(desk.store, ANNA, now_ms)
        return [(each.words, each.subject) for each in found if each.kind == "reminder"]

    assert told(NOW) == []
    assert told(NOW + HOUR) == told(NOW + HOUR + REMINDER_BACK_MS) == [("Ask Peter", "t1")]
    desk.do(own.reminded(ANNA, "t1"))
    assert told(NOW + HOUR) == []


def test_the_next_moment_is_a_reminder_or_a_waking(desk: LocalDesk) -> None:
    assert own.next_moment(desk.store, ANNA, CLOCK) is None
    desk.do(SetTicket(id="t4", set={"status": "postponed", "wake_at_ms": NOW + 3 * HOUR}))
    assert own.next_moment(desk.store, ANNA, CLOCK) == NOW + 3 * HOUR
    desk.do(own.remind(ANNA, "t1", NOW + HOUR))
    assert own.next_moment(desk.store, ANNA, CLOCK) == NOW + HOUR
    assert own.next_moment(desk.store, ANNA, clock_at(NOW + HOUR)) == NOW + 3 * HOUR
