"""The clock of a ticket: it outlives the program, and its time is written once."""

from __future__ import annotations

import os

import pytest

from models.commands import DeleteTicket
from models.commands.times import MINUTES_LIMIT
from models.perform import NotDone, Performed
from models.queries.work import time_entries
from models.work_timer import MINUTE_MS, Running, running, toggle
from tests.helpers.local import LocalDesk
from tests.models.timed import desk, killed_after

__all__ = ["desk"]


def minutes(desk: LocalDesk, ticket: str) -> list[int]:
    return [entry.minutes for entry in time_entries(desk.store, ticket)]


def test_a_second_press_makes_a_work_time(desk: LocalDesk) -> None:
    assert toggle(desk.store, "printer", desk.me, desk.now_ms) == []
    assert running(desk.store) == Running("printer", desk.now_ms)
    (done,) = toggle(desk.store, "printer", desk.me, desk.now_ms + 12 * MINUTE_MS)
    assert isinstance(done, Performed)
    assert done.inverse is not None
    assert minutes(desk, "printer") == [12]
    assert time_entries(desk.store, "printer")[0].started_at_ms == desk.now_ms
    assert running(desk.store) is None


def test_one_that_runs_elsewhere_ends_first(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    toggle(desk.store, "mouse", desk.me, desk.now_ms + 1_000)
    assert minutes(desk, "printer") == [1]
    assert running(desk.store) == Running("mouse", desk.now_ms + 1_000)


def test_a_forgotten_clock_and_a_wrong_one_end_within_bounds(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    toggle(desk.store, "printer", desk.me, desk.now_ms + 400 * 24 * 60 * MINUTE_MS)
    toggle(desk.store, "mouse", desk.me, desk.now_ms)
    toggle(desk.store, "mouse", desk.me, desk.now_ms - 60 * MINUTE_MS)
    assert (minutes(desk, "printer"), minutes(desk, "mouse")) == ([MINUTES_LIMIT], [1])


def test_of_a_ticket_that_is_gone_the_clock_ends_and_that_is_told(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    desk.do(DeleteTicket(id="printer"))
    (told,) = toggle(desk.store, "mouse", desk.me, desk.now_ms + 5 * MINUTE_MS)
    assert isinstance(told, NotDone)
    assert told.error.code == "gone"
    assert running(desk.store) == Running("mouse", desk.now_ms + 5 * MINUTE_MS)


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_it_outlives_kill_9(desk: LocalDesk) -> None:
    killed_after("toggle", desk)
    assert running(desk.store) == Running("printer", desk.now_ms)
    toggle(desk.store, "printer", desk.me, desk.now_ms + 5 * MINUTE_MS)
    assert minutes(desk, "printer") == [5]
