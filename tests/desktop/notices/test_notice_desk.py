"""The window tells of what happened: through a real bus, by the rules, and under the bell."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_notices import NoticesPage
from desktop.shell.notice_desk import NoticeDesk
from models.notices import NoticeRules
from sync.protocol.link import State
from tests.desktop.notices.told import Told
from tests.desktop.ticket.picture import add_event
from tests.desktop.work.sample import HOUR, ME, NOON
from tests.helpers.notifications import Bus


def test_the_customers_reply_is_told_and_postponed_from_there(
    qtbot: QtBot, bus: Bus, told: Told
) -> None:
    told.open()
    told.reply(told.ticket)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    notice = bus.notices()[0]
    assert (notice["title"], notice["body"]) == ("Peter Hale replied on #10482", "VPN drops")
    assert notice["actions"][::2] == ["default", "reply", "done", "postpone"]
    bus.answer("ActionInvoked", 1, "postpone")
    status = f"SELECT status || (wake_at_ms - {NOON}) FROM ticket WHERE number = 10482"
    qtbot.waitUntil(lambda: told.desk.value(status) == f"postponed{HOUR}")
    qtbot.waitUntil(told.assembly.window.undo.can_undo)


def test_reply_on_a_notice_opens_the_reply(qtbot: QtBot, bus: Bus, told: Told) -> None:
    told.open()
    told.reply(told.ticket)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    bus.answer("ActionInvoked", 1, "reply")
    qtbot.waitUntil(lambda: told.assembly.window.desk.shown_id == told.ticket)
    composer = told.assembly.areas.ticket._composer
    qtbot.waitUntil(lambda: composer.editor("reply").hasFocus())


def test_a_call_back_is_told_when_it_is_due_and_done_from_there(
    qtbot: QtBot, bus: Bus, told: Told
) -> None:
    promise = {"scope": f"u:{ME.id}", "at_ms": NOON + HOUR, "words": "Peter · +44 20 7946"}
    told.desk.put("reminder", id="r1", ticket_id=told.ticket, **promise)
    told.open()
    told.reply(told.other)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    told.desk.now_ms += HOUR
    told.comes()
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    notice = bus.notices()[1]
    assert (notice["title"], notice["body"]) == ("Call back now", "Peter · +44 20 7946\nVPN drops")
    bus.answer("ActionInvoked", 2, "done")
    qtbot.waitUntil(lambda: told.desk.value("SELECT deleted FROM reminder") == 1)
    window = told.assembly.window
    qtbot.waitUntil(lambda: window.undo_bar.words() == "Reminder dealt with")


def test_nothing_of_ones_own_and_nothing_twice(qtbot: QtBot, bus: Bus, told: Told) -> None:
    told.open()
    told.desk.change(told.other, assignee_id=None)
    mine = {"who_id": ME.id, "who_name": ME.name, "at_ms": NOON - 5, "scope": "q:First line"}
    add_event(told.desk, told.other, "e1", "created", **mine)
    told.reply(told.ticket)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    told.until_noted("event:e1")
    told.reply(told.other, "r2")
    told.desk.change(told.other, assignee_id=ME.id)
    told.comes()
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    assert [notice["title"][-6:] for notice in bus.notices()] == ["#10482", "#10483"]


def test_what_is_before_ones_eyes_is_not_told(qtbot: QtBot, bus: Bus, told: Told) -> None:
    told.open()
    window = told.assembly.window
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.desk.shown_id == told.looked_at)
    told.reply(told.looked_at)
    told.until_noted("message:r1")
    told.reply(told.ticket, "r2")
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    assert bus.notices()[0]["title"].endswith("#10482")


def test_a_first_sync_is_one_notice(qtbot: QtBot, bus: Bus, tmp_path: Path) -> None:
    told = Told(qtbot, tmp_path / "profile", first_time="yes")
    told.link.state = State(state="syncing", rows_total=1_000)
    told.open()
    told.reply(told.ticket)
    told.reply(told.other, "r2")
    told.link.state = State(state="synced", synced_at_ms=NOON)
    told.link.state_changed.emit(told.link.state)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    assert bus.notices()[0]["body"] == "2 customers replied"
    assert told.assembly.window.top_bar.bell.toolTip() == "Nothing needs your attention"
    told.close()


def test_quiet_for_an_hour_leaves_it_under_the_bell(qtbot: QtBot, bus: Bus, told: Told) -> None:
    desk = told.open()
    desk.quiet_for_an_hour()
    told.reply(told.ticket)
    bell, menu = told.assembly.window.top_bar.bell, told.assembly.window.top_bar.bell_menu
    qtbot.waitUntil(lambda: bell.toolTip().startswith("1 unread"))
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().startswith("Peter Hale replied on #10482 · VPN drops")
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: told.assembly.window.desk.shown_id == told.ticket)
    menu.aboutToHide.emit()
    assert bell.toolTip() == "Nothing needs your attention"
    told.desk.now_ms += HOUR + 1
    told.reply(told.other, "r2")
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    assert bus.notices()[0]["title"].endswith("#10483")


def test_the_settings_change_what_is_told(
    qtbot: QtBot, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = told.open()
    qtbot.waitUntil(lambda: bool(desk._queues))
    pages: list[NoticesPage] = []

    def look(dialog: SettingsDialog) -> int:
        pages.extend(dialog.findChildren(NoticesPage))
        (page,) = pages
        assert not page.kinds["mention"].isEnabled()
        page.kinds["new"].click()
        page.queues["Network"].click()
        page.quiet.click()
        return 0

    monkeypatch.setattr(SettingsDialog, "exec", look)
    told.assembly.areas.show_settings(told.assembly.window)
    wanted = NoticeRules(
        off_kinds=frozenset({"new"}),
        off_queues=frozenset({"Network"}),
        quiet_from_min=20 * 60,
        quiet_until_min=8 * 60,
    )
    assert desk.rules == wanted
    kept = "SELECT value FROM window_state WHERE key = 'notices'"
    qtbot.waitUntil(lambda: bool(told.desk._store.sql(kept)))
    again = NoticeDesk(
        ME, told.around, told.assembly.reader, told.assembly.writer, told.assembly.window
    )
    assert again.rules == wanted
