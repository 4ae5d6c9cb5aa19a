"""Somebody who can't see the window: another program reads the list and answers a ticket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.profile import Profile
from models.richtext import to_plain
from tests.helpers.desktop import SUBJECTS, SharedDesk, local_sql, run_desktop
from tests.helpers.notifications import private_bus
from tests.helpers.screen_reader import Node, screen_reader
from tests.helpers.waiting import until
from tests.journeys.desktop.screen import screen
from tests.journeys.desktop.test_killed_while_typing import signed_in_profile

CHOSEN = 2
ANSWER = "Здравейте, вече се чинят кабелите."
WRITTEN = "SELECT ticket_id, html FROM message WHERE kind = 'reply'"


@contextmanager
def heard(profile: Profile, folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Node]:
    """The program as a process on a screen and a bus of its own, as a screen reader has it."""
    with screen(folder) as xvfb:
        patch.setenv("DISPLAY", xvfb.environment["DISPLAY"])  # for what the bus starts
        with private_bus(folder) as bus, screen_reader(bus.address) as everything:
            on = {"DBUS_SESSION_BUS_ADDRESS": bus.address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
            child = run_desktop(profile.folder, extra={**xvfb.environment, **on})
            try:
                yield everything.find("application", "Deskside")
            finally:
                child.kill()
                child.communicate()


def test_another_program_reads_the_list_and_answers_a_ticket(
    shared: SharedDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = signed_in_profile(shared, tmp_path / "anna")
    with heard(profile, tmp_path, monkeypatch) as program:
        tickets = program.find("list", "Tickets")
        until(lambda: len(tickets.children()) == len(SUBJECTS), what="the rows")
        rows = [row.name for row in tickets.children()]
        for subject, row in zip(SUBJECTS, rows, strict=True):
            assert row.startswith(f"unread, {subject}, #")
            assert "Peter Hale" in row
            assert "not started" in row
        tickets.choose_child(CHOSEN)
        program.find("label", SUBJECTS[CHOSEN])
        reply = program.find("text", "Reply to customer")
        reply.write(ANSWER)
        until(lambda: reply.text() == ANSWER, what="the answer in its field")
        send = program.find("push button", "Send")
        until(send.is_enabled, what="Send with something to send")
        send.press()
        until(lambda: local_sql(profile, WRITTEN), what="the reply")
        program.find("list", "Conversation").find_containing("list item", ANSWER)
    ((ticket_id, html),) = local_sql(profile, WRITTEN)
    assert ticket_id == shared.tickets[CHOSEN]
    assert to_plain(html).strip() == ANSWER


def test_what_can_be_pressed_in_the_open_window_has_a_name(
    shared: SharedDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = signed_in_profile(shared, tmp_path / "anna")
    with heard(profile, tmp_path, monkeypatch) as program:
        program.find("label", SUBJECTS[0])
        nameless = [node.path for node in program.all("push button", "") if node.is_showing()]
        assert nameless == []
        assert next(program.all("push button", "New ticket")).is_showing()
