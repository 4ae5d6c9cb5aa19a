"""A working day without a pointer, and every act taken back by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.postpone import PostponeDialog
from desktop.dialogs.transfer import TransferDialog
from desktop.shell.shortcuts_help import ShortcutsHelp
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tag_chip import TagChip
from tests.helpers.desktop import Desktop, SharedDesk, choose, press, type_text
from tests.journeys.desktop.conftest import MakeDesktop

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MOST_KEYS = 3
FIELDS = "status, priority, queue_id, assignee_id, tags, wake_at_ms, waiting_for, deleted"
Act = Callable[[Desktop, str], None]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def anna(desktop: MakeDesktop, shared: SharedDesk) -> Desktop:
    """Anna at her list, everything synced, and a ticket that nobody has."""
    shared.tickets.append(shared.desk.ticket("First line", "Кой ще поеме това"))
    made = desktop("anna", shared)
    made.start()
    made.sign_in()
    made.until(lambda: made.tickets.model().rowCount() == 5, "five rows")
    made.focus_list()
    return made


def test_a_day_by_keys_alone(anna: Desktop, shared: SharedDesk, tmp_path: Path) -> None:
    first, second, third = shared.tickets[:3]
    go_to(anna, first)
    anna.key(Key.Key_J)
    anna.until_shown(second)
    anna.key(Key.Key_K)
    anna.until_shown(first)
    remembered(anna, lambda: done(anna, first))
    anna.until_shown(second)
    anna.key(Key.Key_Z, CTRL)
    anna.until(lambda: field(anna, first, "status") == "new", "not done")
    go_to(anna, second)
    postpone(anna, second)
    go_to(anna, third)
    transfer(anna, third)
    go_to(anna, first)
    write_by_key(anna, first, Key.Key_N, "note", "Видяно, работи се")
    write_by_key(anna, first, Key.Key_R, "reply", "Здравствуйте, уже чиним")
    search(anna)
    show_help(anna, tmp_path)
    anna.until_synced()
    assert shared.sql("SELECT status FROM ticket WHERE id = ?", second) == [("postponed",)]
    said = "SELECT kind FROM message WHERE ticket_id = ? AND author_id = ? ORDER BY kind"
    anna_id = shared.people["anna"].id
    assert shared.sql(said, first, anna_id) == [("note",), ("reply",)]


def test_ctrl_z_takes_back_every_act(anna: Desktop, shared: SharedDesk) -> None:
    before = state(shared)
    mine, nobodys = shared.tickets[0], shared.tickets[-1]
    for act in (done, postpone, transfer, add_tag, change_priority):
        act_and_undo(anna, act, mine)
    remembered(anna, lambda: add_tag(anna, mine))
    act_and_undo(anna, remove_tag, mine)
    undo(anna)
    anna.until(lambda: field(anna, mine, "tags") == "[]", "no tag")
    anna.window.show_view("unassigned")
    act_and_undo(anna, take, nobodys)
    anna.window.show_view("my_open")
    undo_note(anna, mine)
    undo_new(anna, NewTicketDialog, fill_new_ticket, Key.Key_N)
    undo_new(anna, LogCallDialog, fill_call, Key.Key_L)
    anna.until_synced()
    assert state(shared) == before


def test_the_ten_most_frequent_tasks_take_three_keys_at_most(
    anna: Desktop, shared: SharedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters of a text are not counted, everything else is, from the list on."""
    first, second, nobodys = shared.tickets[0], shared.tickets[1], shared.tickets[-1]
    pressed = counted(monkeypatch)
    tasks: dict[str, tuple[str, Callable[[], None]]] = {
        "go to the next ticket": (first, lambda: next_ticket(anna, second)),
        "reply": (second, lambda: write_by_key(anna, second, Key.Key_R, "reply", "Уже чиним")),
        "note": (second, lambda: write_by_key(anna, second, Key.Key_N, "note", "Видяно")),
        "find": (second, lambda: search(anna)),
        "done": (second, lambda: remembered(anna, lambda: done(anna, second))),
        "take back": ("", lambda: take_back(anna, second)),
        "postpone": (second, lambda: postpone(anna, second)),
        "transfer": (first, lambda: transfer(anna, first)),
        "log a call": ("", lambda: log_call(anna)),
        "take": (nobodys, lambda: take(anna, nobodys)),
    }
    needed = {}
    for name, (ticket, task) in tasks.items():
        anna.window.show_view("unassigned" if ticket == nobodys else "my_open")
        if ticket:
            go_to(anna, ticket)
        anna.focus_list()
        pressed.clear()
        task()
        needed[name] = len(pressed)
    assert max(needed.values()) <= MOST_KEYS, needed
    assert min(needed.values()) > 0, needed


def counted(patch: pytest.MonkeyPatch) -> list[object]:
    """What is pressed from now on, key by key."""
    pressed: list[object] = []
    click = QTest.keyClick

    def key_click(*what: Any) -> None:
        pressed.append(what)
        click(*what)

    patch.setattr(QTest, "keyClick", key_click)
    return pressed


def next_ticket(anna: Desktop, following: str) -> None:
    anna.key(Key.Key_J)
    anna.until_shown(following)


def take_back(anna: Desktop, ticket: str) -> None:
    anna.key(Key.Key_Z, CTRL)
    anna.until(lambda: field(anna, ticket, "status") != "done", "not done")


def log_call(anna: Desktop) -> None:
    known = len(anna.sql("SELECT id FROM ticket"))
    anna.answer(LogCallDialog, fill_call, lambda: anna.key(Key.Key_L, CTRL))
    anna.until(lambda: len(anna.sql("SELECT id FROM ticket")) > known, "a ticket of the call")


def act_and_undo(anna: Desktop, act: Act, ticket: str) -> None:
    """The local file changes with the act and is as before after Ctrl+Z."""
    go_to(anna, ticket)
    before = local_state(anna, ticket)
    remembered(anna, lambda: act(anna, ticket))
    assert local_state(anna, ticket) != before, act.__name__
    undo(anna)
    anna.until(lambda: local_state(anna, ticket) == before, f"{act.__name__} undone")


def remembered(anna: Desktop, act: Callable[[], None]) -> None:
    """Do it and wait until the window could take it back."""
    newest = anna.window.undo.newest()
    act()
    anna.until(lambda: anna.window.undo.newest() is not newest, "an act to take back")


def undo(anna: Desktop) -> None:
    """Where the keyboard is after the act; an emptied list hands it to the words in its place."""
    if anna.tickets.isVisible():
        anna.focus_list()
    anna.key(Key.Key_Z, CTRL)


def go_to(anna: Desktop, ticket: str) -> None:
    anna.until(lambda: anna.window.list_pane.view.select(ticket), "its row")
    anna.until_shown(ticket)
    anna.focus_list()


def field(anna: Desktop, ticket: str, name: str) -> object:
    return anna.sql(f"SELECT {name} FROM ticket WHERE id = ?", ticket)[0][0]


def local_state(anna: Desktop, ticket: str) -> tuple[object, ...]:
    return anna.sql(f"SELECT {FIELDS} FROM ticket WHERE id = ?", ticket)[0]


def state(shared: SharedDesk) -> list[tuple[object, ...]]:
    """Every ticket that is not in the trash, with its messages that were not withdrawn."""
    tickets = shared.sql(f"SELECT id, {FIELDS} FROM ticket WHERE deleted = 0 ORDER BY id")
    return tickets + shared.sql(
        "SELECT m.id, m.kind FROM message m JOIN ticket t ON t.id = m.ticket_id "
        "WHERE m.deleted = 0 AND t.deleted = 0 ORDER BY m.id"
    )


def done(anna: Desktop, ticket: str) -> None:
    anna.key(Key.Key_D)
    anna.until(lambda: field(anna, ticket, "status") == "done", "done")


def take(anna: Desktop, ticket: str) -> None:
    anna.key(Key.Key_A)
    anna.until(lambda: field(anna, ticket, "assignee_id"), "taken")


def postpone(anna: Desktop, ticket: str) -> None:
    def answer(dialog: PostponeDialog) -> None:
        anna.until(dialog.list.hasFocus, "the list of times")
        press(dialog.list, Key.Key_Down)
        press(dialog.list, Key.Key_Return, CTRL)

    anna.answer(PostponeDialog, answer, lambda: anna.key(Key.Key_Z))
    anna.until(lambda: field(anna, ticket, "status") == "postponed", "postponed")


def transfer(anna: Desktop, ticket: str) -> None:
    def answer(dialog: TransferDialog) -> None:
        type_text(dialog.search, "boris")
        anna.until(lambda: dialog.list.current_row() is not None, "Boris")
        press(dialog.search, Key.Key_Return)
        anna.until(dialog.note.hasFocus, "the note")
        type_text(dialog.note, "Твоя сеть, посмотри")
        press(dialog.note, Key.Key_Return, CTRL)

    before = field(anna, ticket, "assignee_id")
    anna.answer(TransferDialog, answer, lambda: anna.key(Key.Key_T))
    anna.until(lambda: field(anna, ticket, "assignee_id") != before, "transferred")


def named(parent: QWidget, kind: type[W], name: str) -> W:
    """The child whose accessible name begins so."""
    return next(w for w in parent.findChildren(kind) if w.accessibleName().startswith(name))


def add_tag(anna: Desktop, ticket: str) -> None:
    press(named(anna.head, QWidget, "Add a tag"), Key.Key_Space)
    typed = named(anna.head, QLineEdit, "New tag")
    anna.until(typed.isVisible, "the field for a tag")
    type_text(typed, "сеть")
    press(typed, Key.Key_Return)
    anna.until(lambda: field(anna, ticket, "tags") != "[]", "a tag")


def remove_tag(anna: Desktop, ticket: str) -> None:
    anna.until(lambda: anna.head.findChildren(TagChip), "the chip")
    press(anna.head.findChildren(TagChip)[-1], Key.Key_Delete)
    anna.until(lambda: field(anna, ticket, "tags") == "[]", "no tag")


def change_priority(anna: Desktop, ticket: str) -> None:
    press(named(anna.head, PropertyChip, "Priority"), Key.Key_Down)
    anna.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Urgent")
    anna.until(lambda: field(anna, ticket, "priority") == "urgent", "urgent")


def write_by_key(anna: Desktop, ticket: str, key: Qt.Key, kind: str, text: str) -> None:
    anna.focus_list()
    anna.key(key)
    anna.until(anna.editor(kind).hasFocus, f"the cursor in the {kind}")
    type_text(anna.editor(kind), text)
    anna.key(Key.Key_Return, CTRL)
    anna.until_said(text)


def undo_note(anna: Desktop, ticket: str) -> None:
    text = "Нужно забрать назад"
    go_to(anna, ticket)
    remembered(anna, lambda: write_by_key(anna, ticket, Key.Key_N, "note", text))
    undo(anna)
    anna.until(lambda: not any(text in row for row in anna.said()), "the note withdrawn")


def undo_new(
    anna: Desktop, kind: type[QWidget], fill: Callable[[QWidget], None], key: Qt.Key
) -> None:
    """A ticket made in a dialog is shown; Ctrl+Z puts it into the trash."""
    known = anna.sql("SELECT id FROM ticket")
    anna.focus_list()
    remembered(anna, lambda: anna.answer(kind, fill, lambda: anna.key(key, CTRL)))
    anna.until(lambda: len(anna.sql("SELECT id FROM ticket")) > len(known), "a new ticket")
    made = next(row[0] for row in anna.sql("SELECT id FROM ticket") if row not in known)
    anna.until_shown(made)
    undo(anna)
    anna.until(lambda: field(anna, made, "deleted") == 1, "in the trash")


def fill_new_ticket(dialog: QWidget) -> None:
    assert isinstance(dialog, NewTicketDialog)
    type_text(dialog.subject, "Сканер не читает коды")
    wait_for_queue(dialog)
    press(dialog.subject, Key.Key_Return, CTRL)


def fill_call(dialog: QWidget) -> None:
    assert isinstance(dialog, LogCallDialog)
    type_text(dialog.what, "Обадиха се за принтера")
    wait_for_queue(dialog)
    press(dialog.what, Key.Key_Return, CTRL)


def wait_for_queue(dialog: NewTicketDialog | LogCallDialog) -> None:
    while dialog.queue.chosen() is None:
        QApplication.processEvents()


def search(anna: Desktop) -> None:
    anna.focus_list()
    anna.key(Key.Key_F, CTRL)
    anna.until(anna.window.top_bar.search.hasFocus, "the search field")
    type_text(anna.window.top_bar.search, "monitor")
    anna.until(lambda: anna.tickets.model().rowCount() == 1, "one row found")
    anna.key(Key.Key_Return)
    anna.until(anna.tickets.hasFocus, "the list's focus")
    anna.key(Key.Key_Escape)
    anna.until(lambda: anna.tickets.model().rowCount() > 1, "the view again")


def show_help(anna: Desktop, tmp_path: Path) -> None:
    anna.focus_list()
    anna.key(Key.Key_Question)  # Qt leaves Shift out of it where a real keyboard is
    anna.until(lambda: isinstance(QApplication.activeModalWidget(), ShortcutsHelp), "the keys")
    card = anna.window.findChildren(ShortcutsHelp)[-1]
    anna.until(lambda: card.isAncestorOf(QApplication.focusWidget() or anna.window), "its focus")
    card.grab().save(str(tmp_path / "keys.png"))
    anna.key(Key.Key_Escape)
    anna.until(lambda: not card.isVisible(), "the card gone")
