"""The ticket pane over a real local file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.ticket.ticket_pane import TicketPane
from desktop.work.clock import DeskClock
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import Command
from tests.desktop.ticket.picture import TicketDesk, add_ticket


@dataclass
class OpenPane:
    """A pane with its file; commands that it asks for are performed, as the window does."""

    pane: TicketPane
    desk: TicketDesk
    reader: Reader
    writer: CommandWriter
    ticket_id: str
    qtbot: QtBot
    asked: list[Command] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def put_on_screen(self) -> None:
        self.pane.command_requested.connect(self.perform)
        for told in (self.pane.message_shown, self.pane.trouble_told):
            told.connect(self.told.append)
        self.qtbot.addWidget(self.pane)
        self.pane.resize(900, 800)
        self.pane.show()
        self.qtbot.waitActive(self.pane)

    def begin_anew(self, files: Path) -> None:
        """Another pane on the same file, as after a kill: this one saves nothing any more."""
        assert self.writer.flush()
        self.pane.hide()
        self.pane = new_pane(self.desk, self.reader, self.writer, files)
        self.put_on_screen()

    def show(self, ticket_id: str = "") -> None:
        """Open a ticket and wait until it is there, and what is beside it was asked for."""
        wanted = ticket_id or self.ticket_id
        self.pane.show_ticket(wanted)
        self.until(lambda: (head := self.pane.header()) is not None and head.id == wanted)
        self.until(lambda: not self.pane._once_painted.isActive())

    def until(self, fact: Any) -> None:
        self.qtbot.waitUntil(fact, timeout=5_000)

    def ticket(self) -> dict[str, Any]:
        row = self.desk.row("ticket", self.ticket_id)
        assert row is not None
        return row

    def perform(self, command: Command) -> None:
        self.asked.append(command)
        self.writer.submit(command)


def new_pane(desk: TicketDesk, reader: Reader, writer: CommandWriter, files: Path) -> TicketPane:
    clock = DeskClock(desk.clock)
    return TicketPane(reader=reader, writer=writer, me=desk.me, clock=clock, files=files)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPane]:
    desk = TicketDesk(tmp_path / "desk.db")
    ticket_id = add_ticket(desk, tmp_path / "files")
    reader = Reader(desk.database)
    writer = CommandWriter(desk.database, desk.me, desk.clock)
    made = OpenPane(
        new_pane(desk, reader, writer, tmp_path / "files"), desk, reader, writer, ticket_id, qtbot
    )
    made.put_on_screen()
    yield made
    made.pane.save_now()
    writer.close()
    reader.close()
    desk.close()
