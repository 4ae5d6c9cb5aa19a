from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.transfer import TransferDialog
from desktop.work.reader import Reader
from models.commands import AddNote, Transfer, Watch
from models.richtext import to_plain
from tests.desktop.dialogs.conftest import commit, press
from tests.desktop.work.sample import HOUR, SampleDesk


@pytest.fixture
def dialog(qtbot: QtBot, desk: SampleDesk, reader: Reader) -> TransferDialog:
    for id, name, title in (
        ("agent-alexey", "Alexey Novak", "Network engineer"),
        ("agent-anna", "Анна Петрова", "1C"),
    ):
        desk.put("agent", id=id, login=id, name=name, role="agent", title=title, active=1)
    desk.put("agent", id=desk.me.id, login="maria", name=desk.me.name, role="lead", active=1)
    desk.ticket("One", assignee_id="agent-anna")
    made = TransferDialog(reader, desk.me, desk.clock, "ticket-1", "10482")
    qtbot.addWidget(made)
    made.begin(desk.me.id)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.list.current_row() is not None)
    return made


def transfer(dialog: TransferDialog) -> Transfer:
    command = dialog.commands()[-1]
    assert isinstance(command, Transfer)
    return command


def rows(dialog: TransferDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_people_with_their_load_stand_before_queues(dialog: TransferDialog) -> None:
    assert rows(dialog)[:3] == ["People", "Alexey Novak", "Анна Петрова"]
    assert rows(dialog)[3] == "Queues"
    assert dialog.list.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Анна Петрова, 1C, 1 open"
    )


def test_typing_narrows_and_enter_leads_to_the_note(qtbot: QtBot, dialog: TransferDialog) -> None:
    commit(dialog.search, "петр")
    assert rows(dialog) == ["People", "Анна Петрова"]
    press(dialog.search, Qt.Key.Key_Return)
    assert dialog.note.hasFocus()
    commit(dialog.note, "Нужен доступ к базе")
    press(dialog.note, Qt.Key.Key_Tab)
    assert dialog.done_text.hasFocus()
    commit(dialog.done_text, "Проверил права")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.done_text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    card, command = dialog.commands()[0], transfer(dialog)
    assert isinstance(card, AddNote)
    assert to_plain(card.html).split("\n\n") == [
        "Hand-over: Maria Orlova to Анна Петрова",
        "What was done",
        "Проверил права",
        "What is next",
        "Нужен доступ к базе",
    ]
    assert (command.id, command.assignee_id, command.queue_id, command.note) == (
        "ticket-1",
        "agent-anna",
        None,
        "Нужен доступ к базе",
    )


@pytest.mark.parametrize("typed", ["petrova", "gtnhjdf"])
def test_a_name_is_found_in_other_letters(dialog: TransferDialog, typed: str) -> None:
    commit(dialog.search, typed)
    assert rows(dialog) == ["People", "Анна Петрова"]


def test_a_person_gets_no_ticket_without_a_note(dialog: TransferDialog) -> None:
    dialog.try_accept()
    assert dialog.isVisible()
    assert dialog.note.hasFocus()
    assert "Alexey Novak" in dialog.words()


def test_a_queue_needs_no_note(qtbot: QtBot, dialog: TransferDialog) -> None:
    commit(dialog.search, "network")
    press(dialog.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.accepted):
        dialog.try_accept()
    command = transfer(dialog)
    assert len(dialog.commands()) == 1
    assert (command.queue_id, command.assignee_id) == ("Network", None)


def test_nobody_found_is_said(dialog: TransferDialog) -> None:
    commit(dialog.search, "zzz")
    assert dialog.commands() == []
    assert dialog.words() == "Nobody and no queue is called that."


def test_who_is_away_stands_last_with_what_everybody_can(
    qtbot: QtBot, desk: SampleDesk, dialog: TransferDialog
) -> None:
    away = {"absent_until_ms": desk.now_ms + 5 * HOUR, "skills": '["VPN", "routers"]'}
    known = {"login": "alexey", "name": "Alexey Novak", "role": "agent", "active": 1}
    desk.put("agent", id="agent-alexey", **known, **away)
    dialog.begin(desk.me.id)
    qtbot.waitUntil(lambda: rows(dialog)[:3] == ["People", "Анна Петрова", "Alexey Novak"])
    said = str(dialog.list.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Alexey Novak, VPN, routers, away until ")
    commit(dialog.search, "routers")
    assert rows(dialog) == ["People", "Alexey Novak"]


def test_the_third_hand_over_is_warned_of_and_watched(
    qtbot: QtBot, desk: SampleDesk, dialog: TransferDialog
) -> None:
    assert not dialog.warning.isVisible()
    assert not dialog.watch.isChecked()
    desk.ticket("Passed on", number=1, handover_count=2)
    dialog.begin(desk.me.id)
    qtbot.waitUntil(dialog.warning.isVisible)
    assert "handed over 2 times" in dialog.warning.text()
    assert any(isinstance(command, Watch) for command in dialog.commands())
    desk.put("queue", id="Vault", name="Vault", icon="key", position=9)
    dialog.begin(desk.me.id)
    qtbot.waitUntil(lambda: "Vault" in rows(dialog))
    dialog.list.go_to("queue:Vault")
    assert not dialog.watch.isEnabled()
    assert not any(isinstance(command, Watch) for command in dialog.commands())
