"""The table of actions, the words of commands, and undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions.registry import Action, ActionRegistry, Scope
from desktop.actions.undo import UndoStack
from desktop.actions.words import command_words
from desktop.work.writer import CommandWriter
from models import commands
from models.commands import MarkRead, SetTicket, Tags, Take
from models.perform import Performed
from models.undoing import steps
from tests.desktop.work.sample import ME, SampleDesk


def action(id: str, shortcut: str, ran: list[str], *, enabled: bool = True) -> Action:
    scope: Scope = "list" if len(shortcut) == 1 else "window"
    return Action(id, id, "check", shortcut, scope, lambda: ran.append(id), lambda: enabled)


def test_two_actions_share_neither_id_nor_key_in_a_scope() -> None:
    table, ran = ActionRegistry(), list[str]()
    table.add(action("done", "D", ran), action("search", "Ctrl+K", ran))
    with pytest.raises(ValueError, match="share"):
        table.add(action("done", "X", ran))
    with pytest.raises(ValueError, match="share"):
        table.add(action("delete", "D", ran))


def test_action_that_is_not_enabled_does_not_run() -> None:
    table, ran = ActionRegistry(), list[str]()
    table.add(action("done", "D", ran, enabled=False), action("take", "A", ran))
    assert not table.trigger("done")
    assert table.trigger("take")
    assert ran == ["take"]


def test_letters_work_in_the_list_and_are_typed_in_a_field(qtbot: QtBot) -> None:
    table, ran = ActionRegistry(), list[str]()
    table.add(action("done", "D", ran), action("search", "Ctrl+K", ran))
    window, rows, field = QWidget(), QListWidget(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(rows)
    layout.addWidget(field)
    table.install("list", rows, context=Qt.ShortcutContext.WidgetShortcut)
    table.install("window", window, context=Qt.ShortcutContext.WindowShortcut)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_D)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_D)
    assert (ran, field.text()) == (["done"], "d")
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["done", "search"]


def test_menu_shows_keys_and_leaves_out_what_is_not_built() -> None:
    table, ran = ActionRegistry(), list[str]()
    table.add(action("done", "D", ran), action("take", "A", ran, enabled=False))
    made = table.menu_actions(("done", "transfer", "take"), table)
    assert [(entry.text(), entry.isEnabled()) for entry in made] == [
        ("done\tD", True),
        ("take\tA", False),
    ]
    assert made[0].shortcut().isEmpty()
    made[0].trigger()
    assert ran == ["done"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (SetTicket(id="t", set={"status": "done"}), "Marked done"),
        (SetTicket(id="t", set={"status": "postponed", "wake_at_ms": 1}), "Postponed"),
        (SetTicket(id="t", set={"priority": "high"}), "Priority changed"),
        (SetTicket(id="t", set={"impact": "high"}), "Ticket changed"),
        (Take(id="t"), "Taken by you"),
        (MarkRead(id="r", ticket_id="t", read_at_ms=1), ""),
        (commands.EditMessage(id="m", html="x"), "Message edited"),
        (commands.Release(id="m", act="send"), "Held reply released"),
        (commands.Release(id="m", act="note"), "Held reply made a note"),
        (commands.Release(id="m", act="drop"), "Held reply dropped"),
        (
            commands.HoldReply(id="m", of="u", act="send", reason="", at_ms=0),
            "Reply held again",
        ),
        (commands.ResolveConflict(id="c", choice="mine"), "Conflict settled"),
        (commands.ResolveConflict(id="c", choice="open"), "Conflict opened again"),
        (commands.AskApproval(ticket_id="t", what="x"), "Approval asked for"),
        (commands.Decide(id="p", state="approved"), "Approved"),
        (commands.Decide(id="p", state="rejected"), "Rejected"),
        (commands.Decide(id="p", state="asked"), "Decision taken back"),
        (commands.Noop(), ""),
    ],
)
def test_undo_bar_words(command: commands.Command, words: str) -> None:
    assert command_words(command) == words


@pytest.fixture
def writer(desk: SampleDesk) -> Iterator[CommandWriter]:
    made = CommandWriter(desk.database, ME, desk.clock)
    yield made
    made.close()


def field(desk: SampleDesk, id: str, name: str) -> object:
    row = desk.row("ticket", id)
    assert row is not None
    return row[name]


def test_undo_takes_back_the_newest_act_first(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer", tags=["a"]), UndoStack(writer)
    with qtbot.waitSignals([undo.pushed, undo.pushed]):
        writer.submit(Tags(id=id, add=("b",), remove=("a",)))
        writer.submit(SetTicket(id=id, set={"status": "done"}))
    with qtbot.waitSignal(undo.undone):
        assert undo.undo()
    assert (field(desk, id, "status"), field(desk, id, "tags")) == ("open", '["b"]')
    with qtbot.waitSignal(undo.undone):
        assert undo.undo()
    assert field(desk, id, "tags") == '["a"]'
    assert not undo.can_undo()
    assert not undo.undo()
    assert desk.value("SELECT COUNT(*) FROM outbox") == 4


def test_acts_of_one_step_are_taken_back_together(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer", tags=["a"]), UndoStack(writer)
    undone: list[Performed] = []
    undo.undone.connect(undone.append)
    for name, value in (("priority", "low"), ("subject", "Plotter")):
        step = [SetTicket(id=id, set={name: value}), Tags(id=id, add=(value,))]
        with qtbot.waitSignals([undo.pushed, undo.pushed]):
            writer.submit_together(step)
    for tags, priority in (('["a", "low"]', "low"), ('["a"]', "normal")):
        with qtbot.waitSignal(undo.undone):
            assert undo.undo()
        assert (field(desk, id, "tags"), field(desk, id, "priority")) == (tags, priority)
    assert (undo.can_undo(), len(undone)) == (False, 2)


def test_of_acts_of_one_step_all_are_done_or_none(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer"), UndoStack(writer)
    step = [
        SetTicket(id=id, set={"priority": "low"}),
        SetTicket(id="gone", set={"priority": "low"}),
    ]
    with qtbot.waitSignal(writer.refused), qtbot.assertNotEmitted(writer.performed):
        writer.submit_together(step)
    assert field(desk, id, "priority") == "normal"
    assert not undo.can_undo()
    assert desk.value("SELECT COUNT(*) FROM outbox") == 0


def test_what_changed_nothing_is_not_undone(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer"), UndoStack(writer)
    with qtbot.waitSignals([writer.performed, writer.performed]):
        writer.submit(SetTicket(id=id, set={"status": "open"}))
        writer.submit(MarkRead(id="r", ticket_id=id, read_at_ms=1))
    assert not undo.can_undo()


def test_what_was_taken_back_in_the_outbox_is_not_undone(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer"), UndoStack(writer)
    with qtbot.waitSignals([undo.pushed, undo.pushed]):
        writer.submit(SetTicket(id=id, set={"priority": "high"}))
        writer.submit(SetTicket(id=id, set={"status": "done"}))
    undo.forget([2])
    newest = undo.newest()
    assert isinstance(newest, SetTicket)
    assert newest.set == {"priority": "high"}


def test_undo_that_is_refused_is_told(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer"), UndoStack(writer)
    done: list[Performed] = []
    with qtbot.waitSignal(undo.pushed):
        writer.submit(SetTicket(id=id, set={"status": "done"}), done.append)
    desk.change(id, deleted=1)
    with qtbot.waitSignal(undo.kept) as told:
        undo.undo()
    assert told.args[0].error.sentence == "This ticket is no longer there."
    assert not undo.can_redo()


def test_what_was_undone_is_done_again(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    id, undo = desk.ticket("Printer"), UndoStack(writer)
    with qtbot.waitSignal(undo.pushed):
        writer.submit(SetTicket(id=id, set={"priority": "low"}))
    with qtbot.waitSignal(undo.undone):
        undo.undo()
    assert (undo.can_undo(), undo.can_redo()) == (False, True)
    with qtbot.waitSignal(undo.redone):
        undo.redo()
    assert (undo.can_undo(), undo.can_redo()) == (True, False)
    assert field(desk, id, "priority") == "low"
    with qtbot.waitSignal(undo.undone):
        undo.undo()
    assert field(desk, id, "priority") == "normal"
    with qtbot.waitSignal(undo.pushed):
        writer.submit(SetTicket(id=id, set={"priority": "high"}))
    assert not undo.can_redo()


def test_steps_of_an_earlier_window_are_undone(
    desk: SampleDesk, writer: CommandWriter, qtbot: QtBot
) -> None:
    """Also when something was done in this one before they were read."""
    id = desk.ticket("Printer")
    with qtbot.waitSignal(writer.performed):
        writer.submit(SetTicket(id=id, set={"priority": "low"}))
    undo = UndoStack(writer)
    with qtbot.waitSignal(undo.pushed):
        writer.submit(SetTicket(id=id, set={"priority": "high"}))
    undo.show_remembered(steps(desk._store))
    for priority in ("low", "normal"):
        with qtbot.waitSignal(undo.undone):
            undo.undo()
        assert field(desk, id, "priority") == priority
    assert not undo.can_undo()
