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

    def show(self, ticket_id: str = "") -> None:
        """Open a ticket and wait until it is there."""
        wanted = ticket_id or self.ticket_id
        self.pane.show_ticket(wanted)
        self.until(lambda: (head := self.pane.header()) is not None and head.id == wanted)

    def until(self, fact: Any) -> None:
        self.qtbot.waitUntil(fact, timeout=5_000)

    def ticket(self) -> dict[str, Any]:
        row = self.desk.row("ticket", self.ticket_id)
        assert row is not None
        return row

    def perform(self, command: Command) -> None:
        self.asked.append(command)
        self.writer.submit(command)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPane]:
    desk = TicketDesk(tmp_path / "desk.db")
    ticket_id = add_ticket(desk, tmp_path / "files")
    reader = Reader(desk.database)
    writer = CommandWriter(desk.database, desk.me, desk.clock)
    pane = TicketPane(
        reader=reader,
        writer=writer,
        me=desk.me,
        clock=DeskClock(desk.clock),
        files=tmp_path / "files",
    )
    made = OpenPane(pane, desk, reader, writer, ticket_id, qtbot)
    pane.command_requested.connect(made.perform)
    for told in (pane.message_shown, pane.trouble_told):
        told.connect(made.told.append)
    qtbot.addWidget(pane)
    pane.resize(900, 800)
    pane.show()
    qtbot.waitExposed(pane)
    yield made
    pane.save_now()
    writer.close()
    reader.close()
    desk.close()
