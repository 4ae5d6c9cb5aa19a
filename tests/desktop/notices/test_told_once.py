"""What happened is told once, also where the program is killed or the disk is full meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.notices.toast import Toast
from desktop.shell.notice_desk import Look
from models.profile import Profile
from tests.desktop.notices.told import Told
from tests.desktop.restarted import left_behind, started
from tests.helpers.limits import TOO_SMALL_BYTES, full_disk
from tests.helpers.notifications import Bus

NOTED = "SELECT COUNT(*) FROM notice WHERE key = 'message:r1' AND listed = 1"


def wait(event: threading.Event) -> None:
    assert event.wait(10)


def only_one(qtbot: QtBot, bus: Bus, profile: Profile) -> None:
    """A program that starts on this looks, lists the first reply, and tells it nobody again."""
    with started(qtbot, profile, ticket="ticket-10484") as assembly:
        bell, notices = assembly.window.top_bar.bell, assembly.areas.notices
        qtbot.waitUntil(lambda: bell.toolTip().startswith("1 unread"))
        assert assembly.writer.flush()
        looked: list[bool] = []
        notices._look()
        assembly.reader.ask("notices.after", lambda store: True, looked.append)
        qtbot.waitUntil(lambda: bool(looked))
        notices._toasts.show(Toast("last", "The last one", ""))
        qtbot.waitUntil(lambda: bus.notices()[-1]["title"] == "The last one")
    assert len(bus.notices()) == 2


def test_a_program_killed_while_it_tells_does_not_tell_again(
    qtbot: QtBot, bus: Bus, told: Told, tmp_path: Path
) -> None:
    desk = told.open()
    show, looked = desk._toasts.show, desk._on_looked
    left: list[Profile] = []
    slow = threading.Event()

    def look_on_a_slow_disk(now_ms: int, is_synced: bool, found: Look) -> None:
        told.assembly.writer.write(lambda store: wait(slow))
        looked(now_ms, is_synced, found)
        slow.set()

    def show_and_die(toast: Toast) -> None:
        left.append(left_behind(told.assembly, tmp_path / "later"))
        show(toast)

    desk._on_looked = look_on_a_slow_disk  # type: ignore
    desk._toasts.show = show_and_die  # type: ignore[method-assign]
    told.reply(told.ticket)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    only_one(qtbot, bus, left[0])


def test_on_a_full_disk_it_is_told_and_written_when_there_is_room(
    qtbot: QtBot, bus: Bus, told: Told, tmp_path: Path
) -> None:
    told.open()
    told.reply(told.ticket)
    assert told.assembly.writer.flush()
    with full_disk(TOO_SMALL_BYTES):
        qtbot.waitUntil(lambda: len(bus.notices()) == 1)
        bar = told.assembly.window.message_bar
        qtbot.waitUntil(lambda: "no room left" in bar.text())
        assert told.desk.value(NOTED) == 0
    told.comes()
    qtbot.waitUntil(lambda: told.desk.value(NOTED) == 1)
    only_one(qtbot, bus, left_behind(told.assembly, tmp_path / "later"))
