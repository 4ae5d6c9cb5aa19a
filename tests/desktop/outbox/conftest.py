"""A real local file with changes in every state, and the page on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from desktop.outbox.outbox_page import OutboxPage
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import profile
from models.commands import Command
from models.perform import perform
from sync.protocol.link import ToEngine
from tests.desktop.work.conftest import desk
from tests.desktop.work.sample import ME, SampleDesk

__all__ = ["desk"]


@dataclass
class OutboxDesk:
    """What a test puts into the outbox, and what the page asked of the engine."""

    desk: SampleDesk
    told: list[ToEngine] = field(default_factory=list)

    def do(self, command: Command, state: str = "queued", reason: str = "", code: str = "") -> int:
        """A change of Maria's in this state; its number."""
        store = self.desk._store
        mid = perform(store, command, ME, self.desk.now_ms).mid
        self.put_state(mid, state, reason, code)
        return mid

    def put_state(self, mid: int, state: str, reason: str = "", code: str = "") -> None:
        store = self.desk._store
        with store.transaction():
            store.sql(
                "UPDATE outbox SET state = ?, reason = ?, code = ?, settled_at_ms = ? "
                "WHERE mid = ?",
                (state, reason or None, code or None, self.desk.now_ms, mid),
            )

    def state(self, mid: int) -> str:
        return str(self.desk.value(f"SELECT state FROM outbox WHERE mid = {mid}"))

    def upload(self, sha256: str, state: str) -> None:
        store = self.desk._store
        with store.transaction():
            store.sql(
                "INSERT INTO file_transfer (key, direction, sha256, size_bytes, state, tries) "
                "VALUES (?, 'up', ?, 1000, ?, 0)",
                (f"up:{sha256}", sha256, state),
            )


@pytest.fixture
def box(desk: SampleDesk) -> OutboxDesk:
    desk.ticket("Printer is jammed", number=12)
    with desk._store.transaction():
        profile.put(desk._store, "agent_id", ME.id)
    return OutboxDesk(desk)


@pytest.fixture
def page(qtbot: QtBot, box: OutboxDesk) -> Iterator[OutboxPage]:
    """Not shown yet: a test fills the outbox first."""
    desk = box.desk
    reader = Reader(desk.database)
    writer = CommandWriter(desk.database, ME, desk.clock)
    made = OutboxPage(reader, writer, box.told.append, desk.clock)
    qtbot.addWidget(made)
    yield made
    writer.close()
    reader.close()
