"""What is due or wakes is told by the window itself, at its moment, over a real bus."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.notices.toast import DONE
from models import own
from tests.desktop.notices.told import Told
from tests.desktop.work.sample import HOUR, ME, NOON
from tests.helpers.notifications import Bus

SOON_MS = 50


def remind(told: Told, at_ms: int, ticket_id: str = "") -> None:
    about = ticket_id or told.ticket
    fields = {"ticket_id": about, "at_ms": at_ms, "words": "Ask Peter", "what": own.OWN}
    id = own.row_id("reminder", ME, about)
    told.desk.put("reminder", id=id, scope=f"u:{ME.id}", **fields)


def was_told(bus: Bus, title: str) -> bool:
    return title in [each["title"] for each in bus.notices()]


def test_a_reminder_comes_at_its_moment_and_is_dealt_with_there(
    qtbot: QtBot, bus: Bus, told: Told
) -> None:
    """Nothing arrives and nobody touches the window: its own timer looks again."""
    remind(told, NOON + HOUR)
    told.desk.now_ms = NOON + HOUR - SOON_MS
    told.open()
    told.reply(told.other)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    told.desk.now_ms = NOON + HOUR
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    notice = bus.notices()[1]
    assert (notice["title"], notice["body"]) == ("Reminder about #10482", "Ask Peter\nVPN drops")
    assert notice["actions"][1::2] == ["Open", "Dealt with", "In 15 minutes"]
    bus.answer("ActionInvoked", 2, DONE)
    qtbot.waitUntil(lambda: told.desk.value("SELECT deleted FROM reminder") == 1)


def test_a_reminder_is_put_off_and_told_again(qtbot: QtBot, bus: Bus, told: Told) -> None:
    remind(told, NOON)
    told.open()
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    bus.answer("ActionInvoked", 1, "postpone")
    later = NOON + HOUR // 4
    qtbot.waitUntil(lambda: told.desk.value("SELECT at_ms FROM reminder") == later)
    told.desk.now_ms = later
    told.comes()
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    assert bus.notices()[1]["title"] == "Reminder about #10482"


def test_what_was_dealt_with_on_another_device_leaves_the_screen(
    qtbot: QtBot, bus: Bus, told: Told
) -> None:
    """A word of the customer on the same ticket does not take its place."""
    remind(told, NOON)
    told.open()
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    told.reply(told.ticket)
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    assert [notice["id"] for notice in bus.notices()] == [1, 2]
    gone = own.row_id("reminder", ME, told.ticket)
    told.desk.put("reminder", id=gone, scope=f"u:{ME.id}", deleted=1, ticket_id=told.ticket)
    told.comes()
    qtbot.waitUntil(lambda: bus.closed() == [1])


def test_what_was_due_while_the_program_was_shut_is_told_once(
    qtbot: QtBot, bus: Bus, tmp_path: Path
) -> None:
    """After days of absence, in an hour of quiet, without a server."""
    gone = {"seen_at_ms": str(NOON), "notices": '{"quiet_from_min":0,"quiet_until_min":1439}'}
    for number in (10482, 10483):
        told = Told(qtbot, tmp_path / "profile", **gone)
        due = {10482: told.ticket, 10483: told.other}
        remind(told, NOON + HOUR, due[number])
        told.desk.now_ms = NOON + 80 * HOUR
        told.open()
        qtbot.waitUntil(partial(was_told, bus, f"Reminder about #{number}"))
        told.close()
    assert len(bus.notices()) == 2


def test_a_ticket_that_wakes_rises_and_is_told(qtbot: QtBot, bus: Bus, told: Told) -> None:
    wake_at_ms = NOON + HOUR
    told.desk.change(told.ticket, status="postponed", wake_at_ms=wake_at_ms)
    told.open()
    model = told.assembly.window.list_pane.model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    assert model.position_of(told.ticket) == 2
    told.desk.now_ms = wake_at_ms - SOON_MS
    told.desk.now_ms = wake_at_ms
    qtbot.waitUntil(lambda: model.position_of(told.ticket) < 2)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    notice = bus.notices()[0]
    assert notice["title"] == "#10482 is back from being postponed"
    assert notice["body"] == "VPN drops"
    assert notice["actions"][::2] == ["default", "reply", "done", "postpone"]
