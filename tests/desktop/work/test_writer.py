"""Commands are written in order; what is refused is told to whoever asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.work.writer import CommandWriter
from models import outbox, window_state
from models.commands import SetTicket
from models.database import Store
from models.errors import Refused, StoreReadOnly
from models.perform import Performed, perform
from models.rows import Actor
from tests.desktop.work.sample import ME, NOON, SampleDesk


@pytest.fixture
def writer(desk: SampleDesk) -> Iterator[CommandWriter]:
    made = CommandWriter(desk.database, ME, desk.clock)
    yield made
    made.close()


def test_command_is_written_with_its_outbox_row(
    writer: CommandWriter, desk: SampleDesk, qtbot: QtBot
) -> None:
    id = desk.ticket("Printer")
    done: list[Performed] = []
    with qtbot.waitSignal(writer.performed) as signal:
        writer.submit(SetTicket(id=id, set={"status": "done"}), done.append)
    assert done == [signal.args[0]]
    assert done[0].inverse is not None
    row = desk.row("ticket", id)
    assert row is not None
    assert (row["status"], row["solved_at_ms"]) == ("done", NOON)
    assert desk.value("SELECT state FROM outbox") == "queued"


def test_commands_keep_their_order(writer: CommandWriter, desk: SampleDesk) -> None:
    id = desk.ticket("Printer")
    for n in range(30):
        writer.submit(SetTicket(id=id, set={"subject": f"Subject {n}"}))
    assert writer.flush()
    row = desk.row("ticket", id)
    assert row is not None
    assert row["subject"] == "Subject 29"
    assert desk.value("SELECT COUNT(*) FROM outbox") == 30


def test_time_of_a_command_is_the_moment_it_was_given(
    writer: CommandWriter, desk: SampleDesk
) -> None:
    id = desk.ticket("Printer")
    gate = threading.Event()

    def wait(store: Store) -> None:
        gate.wait(5)

    writer.write(wait)
    writer.submit(SetTicket(id=id, set={"status": "done"}))
    desk.now_ms = NOON + 60_000
    gate.set()
    assert writer.flush()
    row = desk.row("ticket", id)
    assert row is not None
    assert row["solved_at_ms"] == NOON


def test_refusal_is_told_to_the_caller_alone(writer: CommandWriter, qtbot: QtBot) -> None:
    told: list[Exception] = []
    with qtbot.assertNotEmitted(writer.refused):
        writer.submit(SetTicket(id="nowhere", set={"status": "done"}), refused=told.append)
        qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Refused)


def test_refusal_without_a_caller_is_a_signal(writer: CommandWriter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(writer.refused) as signal:
        writer.submit(SetTicket(id="nowhere", set={"status": "done"}))
    assert signal.args[0].code == "gone"


def test_local_write_is_there_after_flush(writer: CommandWriter, desk: SampleDesk) -> None:
    writer.write(lambda store: window_state.save(store, "view", "mentions"))
    writer.write(lambda store: window_state.save(store, "view", "at_risk"))
    assert writer.flush()
    assert desk.value("SELECT value FROM window_state") == "at_risk"


def test_close_writes_what_is_left(desk: SampleDesk) -> None:
    id = desk.ticket("Printer")
    writer = CommandWriter(desk.database, ME, desk.clock)
    for n in range(5):
        writer.submit(SetTicket(id=id, set={"subject": f"Subject {n}"}))
    writer.close()
    row = desk.row("ticket", id)
    assert row is not None
    assert row["subject"] == "Subject 4"


def test_file_that_cannot_be_opened_is_told_and_flush_returns(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "desk.db").mkdir()
    writer = CommandWriter(tmp_path / "desk.db", ME, lambda: NOON)
    told: list[Exception] = []
    writer.submit(SetTicket(id="x", set={}), refused=told.append)
    assert writer.flush()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], StoreReadOnly)
    writer.close()


def test_any_act_tells_what_it_performed_and_what_kept_it(
    writer: CommandWriter, desk: SampleDesk, qtbot: QtBot
) -> None:
    id = desk.ticket("Printer")
    writer.submit(SetTicket(id=id, set={"status": "done"}))
    done: list[object] = []
    refused: list[Exception] = []
    with qtbot.waitSignal(writer.performed, check_params_cb=lambda told: told.mid == 2):
        writer.run(lambda store, me, now_ms: rewritten(store, me, now_ms, id), done.append)
    assert [each.mid for each in done if isinstance(each, Performed)] == [2]
    writer.run(lambda store, me, now_ms: outbox.withdraw(store, 99), done.append, refused.append)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert isinstance(refused[0], Refused)
    assert len(done) == 1


def rewritten(store: Store, me: Actor, now_ms: int, ticket_id: str) -> Performed:
    return perform(store, SetTicket(id=ticket_id, set={"subject": "P"}), me, now_ms)
