"""``kill -9`` of a window with tabs, a ticket's own window, pins and notices: all of it is there
again, and nothing is told twice."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.tabs.open_tabs import KeptTabs, read_kept
from models.commands import FirstMessage
from models.commands.messages import insert_message
from models.profile import Profile
from sync.server.writer import ServerWriter
from tests.helpers.desktop import SharedDesk, local_sql, run_desktop
from tests.helpers.notifications import Bus, private_bus
from tests.helpers.waiting import until
from tests.journeys.desktop.conftest import MakeDesktop
from tests.journeys.desktop.screen import Screen, screen
from tests.journeys.desktop.test_killed_while_typing import FIRST_ROW, signed_in_profile

ROW_PX = 78
PINNED = "SELECT ticket_id FROM pin WHERE deleted = 0"
SUM = "News on your desk"
TABS = "SELECT value FROM window_state WHERE key = 'tabs'"


@pytest.fixture
def xvfb(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as made:
        yield made


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    with private_bus(tmp_path) as made:
        made.start_server("actions", "body")
        yield made


class Killed:
    """The program on a screen and a bus; it only ever ends by ``kill -9``."""

    def __init__(self, profile: Profile, xvfb: Screen, bus: Bus) -> None:
        told = {"DBUS_SESSION_BUS_ADDRESS": bus.address, "DESKSIDE_NOTICES": "on"}
        self.profile, self._extra = profile, {**xvfb.environment, **told}
        self._screen = xvfb
        self._child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self._child = run_desktop(self.profile.folder, extra=self._extra)
        self._screen.until_open("Deskside")

    def kill(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def sql(self, text: str) -> list[tuple[Any, ...]]:
        return local_sql(self.profile, text)

    def tabs(self) -> KeptTabs:
        found = self.sql(TABS)
        return read_kept(found[0][0] if found else "")


@pytest.fixture
def anna(shared: SharedDesk, xvfb: Screen, bus: Bus, tmp_path: Path) -> Iterator[Killed]:
    mine = {"assignee_id": shared.people["anna"].id}
    shared.tickets += [shared.desk.ticket("Network", f"Later {n}", **mine) for n in range(3)]
    made = Killed(signed_in_profile(shared, tmp_path / "anna"), xvfb, bus)
    yield made
    made.kill()


def customer_writes(shared: SharedDesk, ticket_id: str) -> None:
    def step(writer: ServerWriter) -> None:
        row = writer.get("ticket", ticket_id)
        assert row is not None
        insert_message(writer, FirstMessage(kind="customer", html="<p>Well?</p>"), row)
        writer.update("ticket", ticket_id, {"customer_at_ms": writer.now_ms})

    shared.desk.path.run(step)


def titles(bus: Bus) -> list[str]:
    return [notice["title"] for notice in bus.notices()]


def replied(number: int) -> str:
    return f"The customer replied on #{number}"


def test_a_killed_window_comes_back_as_it_was_and_tells_nothing_twice(
    shared: SharedDesk, anna: Killed, xvfb: Screen, bus: Bus, desktop: MakeDesktop
) -> None:
    x, y = FIRST_ROW
    anna.start()
    until(lambda: anna.sql("SELECT 1 FROM read_state"), what="an open ticket")
    xvfb.click(x, y + ROW_PX)
    xvfb.key("p")
    until(lambda: anna.sql(PINNED), what="a pin")
    xvfb.click(x, y + 3 * ROW_PX)
    xvfb.key("ctrl+Return")
    until(lambda: anna.tabs().kept, what="a tab")
    xvfb.click(x, y + 2 * ROW_PX)
    xvfb.key("ctrl+shift+n")
    until(lambda: anna.tabs().windows, what="a window of its own")
    kept, pinned = anna.tabs(), anna.sql(PINNED)
    until(lambda: titles(bus) == [SUM], what="what was there before, in one sum")
    customer_writes(shared, shared.tickets[-1])
    until(lambda: titles(bus) == [SUM, replied(8)], what="the first notice")
    anna.kill()

    customer_writes(shared, shared.tickets[-2])
    anna.start()
    until(lambda: titles(bus) == [SUM, replied(8), replied(7)], what="what came meanwhile")
    customer_writes(shared, shared.tickets[-3])
    until(lambda: titles(bus)[3:] == [replied(6)], what="the newest alone")
    anna.kill()

    back = desktop("anna")
    back.start()
    tabs = back.app.assembly.areas.tabs  # type: ignore[union-attr]
    back.until(lambda: tabs.own.ids() == [kept.windows[0].ticket_id], "the ticket's own window")
    assert tabs.tabs.kept() == kept.kept
    assert back.sql(PINNED) == pinned
