"""Toasts as real messages to a server of notices on a bus of our own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.notices.bus import BusToasts
from desktop.notices.toast import DONE, OPEN, TAKE, Toast
from tests.helpers.notifications import Bus, private_bus

TOAST = Toast(
    key="event:1",
    title="New ticket #10482",
    body="VPN <drops> & hangs",
    acts=((OPEN, "Open"), (TAKE, "Take")),
    thread="ticket-1",
)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with private_bus(tmp_path) as made:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made


@pytest.fixture
def toasts(bus: Bus) -> Iterator[BusToasts]:
    made = BusToasts()
    yield made
    made.close()


def test_a_toast_is_shown_with_its_acts(qtbot: QtBot, bus: Bus, toasts: BusToasts) -> None:
    bus.start_server("actions", "body")
    toasts.show(TOAST)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    (notice,) = bus.notices()
    assert (notice["app"], notice["title"]) == ("Deskside", "New ticket #10482")
    assert notice["body"] == "VPN <drops> & hangs"
    assert notice["actions"] == ["default", "Open", "take", "Take"]
    assert notice["hints"]["desktop-entry"] == ["s", "deskside"]


def test_no_markup_of_a_customer_reaches_who_reads_markup(
    qtbot: QtBot, bus: Bus, toasts: BusToasts
) -> None:
    bus.start_server("actions", "body", "body-markup")
    toasts.show(TOAST)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    assert bus.notices()[0]["body"] == "VPN &lt;drops&gt; &amp; hangs"


@pytest.mark.parametrize("act", [TAKE, OPEN])
def test_an_act_on_the_toast_comes_back(
    qtbot: QtBot, bus: Bus, toasts: BusToasts, act: str
) -> None:
    bus.start_server("actions")
    toasts.show(TOAST)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    with qtbot.waitSignal(toasts.acted) as heard:
        bus.answer("ActionInvoked", 77, act)  # somebody else's
        bus.answer("ActionInvoked", 1, DONE)  # not offered on this one
        bus.answer("ActionInvoked", 1, act)
    assert heard.args == ["event:1", act]


def test_a_newer_toast_of_a_ticket_takes_the_place_of_the_older(
    qtbot: QtBot, bus: Bus, toasts: BusToasts
) -> None:
    bus.start_server("actions")
    toasts.show(TOAST)
    qtbot.waitUntil(lambda: len(bus.notices()) == 1)
    toasts.show(Toast("message:2", "Peter replied", "VPN", ((OPEN, "Open"),), "ticket-1"))
    toasts.show(Toast("message:3", "Other", "Printer", ((OPEN, "Open"),), "ticket-2"))
    qtbot.waitUntil(lambda: len(bus.notices()) == 3)
    assert [notice["id"] for notice in bus.notices()] == [1, 1, 2]
    with qtbot.waitSignal(toasts.acted) as heard:
        bus.answer("ActionInvoked", 1, OPEN)
    assert heard.args == ["message:2", OPEN]


def test_one_that_was_closed_is_not_replaced(qtbot: QtBot, bus: Bus, toasts: BusToasts) -> None:
    bus.start_server("actions")
    toasts.show(TOAST)
    toasts.show(Toast("message:3", "Other", "Printer", ((OPEN, "Open"),), "ticket-2"))
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    with qtbot.waitSignal(toasts.acted):
        bus.answer("NotificationClosed", 1, 2)
        bus.answer("ActionInvoked", 2, OPEN)
    toasts.show(Toast("message:2", "Peter replied", "VPN", ((OPEN, "Open"),), "ticket-1"))
    qtbot.waitUntil(lambda: len(bus.notices()) == 3)
    assert bus.notices()[2]["replaces"] == 0


def test_without_anybody_who_shows_them_it_is_said(
    qtbot: QtBot, bus: Bus, toasts: BusToasts
) -> None:
    with qtbot.waitSignal(toasts.failed) as failed:
        toasts.show(TOAST)
    assert failed.args == [[TOAST]]


def test_without_a_bus_it_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nowhere")
    toasts = BusToasts()
    with qtbot.waitSignal(toasts.failed) as failed:
        toasts.show(TOAST)
    toasts.close()
    assert failed.args == [[TOAST]]


def test_the_end_of_the_bus_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toasts = BusToasts()
    with private_bus(tmp_path) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        bus.start_server("actions")
        toasts.show(TOAST)
        qtbot.waitUntil(lambda: len(bus.notices()) == 1)
        with qtbot.waitSignal(toasts.failed) as failed:
            bus.end()
    toasts.close()
    assert failed.args == [[]]


@pytest.mark.parametrize("faster", [False, True])
def test_a_toast_is_taken_away_and_others_still_come(
    qtbot: QtBot, bus: Bus, toasts: BusToasts, faster: bool
) -> None:
    """Also when its person was faster, which the server answers with an error."""
    bus.start_server("actions", *(["gone"] if faster else []))
    toasts.withdraw("nothing was shown yet")
    toasts.show(TOAST)
    toasts.show(Toast("message:3", "Other", "Printer", ((OPEN, "Open"),), "ticket-2"))
    qtbot.waitUntil(lambda: len(bus.notices()) == 2)
    with qtbot.waitSignal(toasts.acted):  # by now the toasts know their numbers
        bus.answer("ActionInvoked", 2, OPEN)
    toasts.withdraw(TOAST.key)
    qtbot.waitUntil(lambda: bus.closed() == [1])
    toasts.show(Toast("message:4", "Third", "Badge", (), "ticket-3"))
    qtbot.waitUntil(lambda: len(bus.notices()) == 3)
