"""When the screen is read again: the first change at once, a burst once more."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.shell.freshness import Freshness
from desktop.work.reader import Reader
from sync.protocol.link import Changed
from tests.desktop.ticket.picture import TicketDesk
from tests.desktop.work.sample import ME, NOON


def test_the_first_change_is_read_at_once_and_a_burst_once_more(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = TicketDesk(tmp_path / "desk.db")
    reader = Reader(desk.database)
    freshness = Freshness(reader, ME, lambda: NOON)
    heard: list[frozenset[str] | None] = []
    freshness.tickets_changed.connect(heard.append)
    freshness.on_rows_changed(Changed(kinds=("ticket",), tickets=("one",)))
    assert freshness._gather.interval() == 0
    qtbot.waitUntil(lambda: heard == [frozenset({"one"})])
    for ticket in ("two", "three", "two"):
        freshness.on_rows_changed(Changed(kinds=("ticket",), tickets=(ticket,)))
    assert len(heard) == 1
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == frozenset({"two", "three"})
    qtbot.waitUntil(lambda: not freshness._gather.isActive())
    assert len(heard) == 2
    reader.close()
    desk.close()
