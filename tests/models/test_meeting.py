"""The meeting of a ticket: its link, and the time it took."""

from __future__ import annotations

from typing import Any

import pytest

from models.commands import AddTime, SetTicket
from models.commands.times import MEETING
from models.errors import Refused
from models.meeting_link import MOST_CHARS, meeting_host, meeting_link
from models.queries.work import meeting_link_of, time_entries
from models.work_timer import MINUTE_MS, Running, end, running, start_meeting, toggle
from tests.helpers.local import LocalDesk
from tests.models.timed import desk, killed_after

__all__ = ["desk"]

LINK = "https://meet.example.com/abc-def?pwd=1"


def entries(desk: LocalDesk, ticket: str) -> list[tuple[int, str]]:
    return [(entry.minutes, entry.kind) for entry in time_entries(desk.store, ticket)]


def history(desk: LocalDesk) -> list[tuple[Any, ...]]:
    text = "SELECT what, old, new FROM event WHERE ticket_id = 'printer' ORDER BY id"
    return [tuple(row) for row in desk.store.sql(text)]


@pytest.mark.parametrize(
    "typed",
    [
        "http://meet.example.com/a",
        "https://",
        "https:///path",
        "https://meet.example.com@evil.example/a",
        "https://user:pass@meet.example.com/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "deskside://call?from=1",
        "meet.example.com/a",
        "https://[bad/a",
        "https://meet.example.com/" + "a" * MOST_CHARS,
    ],
)
def test_what_may_not_be_opened_is_no_meeting_link(desk: LocalDesk, typed: str) -> None:
    assert meeting_link(typed) == ""
    with pytest.raises(Refused):
        desk.do(SetTicket(id="printer", set={"meeting_link": typed}))


def test_a_link_is_kept_as_it_is_opened() -> None:
    assert meeting_link(f"  {LINK}\n") == LINK
    assert meeting_link("HTTPS://meet.example.com/a b") == "https://meet.example.com/a%20b"
    assert meeting_host(LINK) == "meet.example.com"


@pytest.mark.parametrize("value", [None, 5, ["https://a.example"]])
def test_a_link_is_a_text(desk: LocalDesk, value: Any) -> None:
    with pytest.raises(Refused):
        desk.do(SetTicket(id="printer", set={"meeting_link": value}))


def test_a_link_is_set_told_and_undone(desk: LocalDesk) -> None:
    done = desk.do(SetTicket(id="printer", set={"meeting_link": LINK}))
    assert meeting_link_of(desk.store, "printer") == LINK
    assert history(desk) == [("meeting_link", "", LINK)]
    assert done.inverse is not None
    desk.do(done.inverse)
    assert meeting_link_of(desk.store, "printer") == ""


def test_a_meeting_leaves_its_duration_and_a_line_of_history(desk: LocalDesk) -> None:
    assert start_meeting(desk.store, "printer", desk.me, desk.now_ms) == []
    assert running(desk.store) == Running("printer", desk.now_ms, MEETING)
    end(desk.store, desk.me, desk.now_ms + 25 * MINUTE_MS)
    assert entries(desk, "printer") == [(25, MEETING)]
    assert history(desk) == [("meeting_held", None, "25")]
    assert end(desk.store, desk.me, desk.now_ms + 30 * MINUTE_MS) == []


def test_the_same_meeting_is_not_started_twice(desk: LocalDesk) -> None:
    start_meeting(desk.store, "printer", desk.me, desk.now_ms)
    start_meeting(desk.store, "printer", desk.me, desk.now_ms + MINUTE_MS)
    assert entries(desk, "printer") == []
    assert running(desk.store) == Running("printer", desk.now_ms, MEETING)


def test_work_ends_when_a_meeting_begins_also_on_the_same_ticket(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    start_meeting(desk.store, "printer", desk.me, desk.now_ms + 4 * MINUTE_MS)
    assert entries(desk, "printer") == [(4, "")]
    toggle(desk.store, "mouse", desk.me, desk.now_ms + 9 * MINUTE_MS)
    assert entries(desk, "printer") == [(4, ""), (5, MEETING)]
    assert running(desk.store) == Running("mouse", desk.now_ms + 9 * MINUTE_MS)


def test_a_meeting_goes_on_after_an_end_in_the_middle(desk: LocalDesk) -> None:
    killed_after("start_meeting", desk)
    assert running(desk.store) == Running("printer", desk.now_ms, MEETING)


def test_a_clock_of_an_older_program_is_work(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    desk.store.sql(
        "UPDATE window_state SET value = ? WHERE key = 'work_timer'",
        ('{"ticket_id":"printer","started_at_ms":1}',),
    )
    assert running(desk.store) == Running("printer", 1)


def test_there_are_no_other_kinds(desk: LocalDesk) -> None:
    with pytest.raises(Refused):
        desk.do(AddTime(ticket_id="printer", minutes=1, entry_kind="nap"))
