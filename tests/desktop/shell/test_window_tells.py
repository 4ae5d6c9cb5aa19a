"""What the window says of the sync and of troubles."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.commands import SetTicket
from models.errors import StoreFull
from models.perform import perform
from sync.protocol.link import Changed, SignInFailed, State
from tests.desktop.shell.alone import DIALOGS, Open
from tests.desktop.work.sample import ME, MINUTE, NOON, SampleDesk


def test_the_practice_desk_starts_instead_of_asking_to_sign_in(open_window: Open) -> None:
    window = open_window()
    window._link.state = State(state="sign_in")
    window.sync.tell()
    assert window.status_bar.sync_sentence() == "Not signed in"
    window.status_bar.show_practice()
    window.sync.tell()
    assert window.status_bar.sync_sentence() == "Starting"
    window._link.sign_in_failed.emit(SignInFailed(code="wrong_password", sentence=""))
    assert window.status_bar.sync_sentence() == "Not signed in"


def test_offline_is_said_with_what_waits(open_window: Open, three: list[str], qtbot: QtBot) -> None:
    window = open_window()
    window._link.state = State(state="offline", since_at_ms=NOON - 29 * MINUTE)
    window._link.state_changed.emit(window._link.state)
    for priority in ("high", "low", "urgent"):
        window.acts.submit(SetTicket(id=three[0], set={"priority": priority}))
    wanted = "Offline since 12:02. 3 changes wait on this computer and will be sent later"
    qtbot.waitUntil(lambda: window.status_bar.sync_sentence() == wanted)
    assert window.status_bar.property("state") == "offline"


def refuse(desk: SampleDesk, mid: int) -> None:
    """As the engine settles it."""
    with desk._store.transaction():
        desk._store.sql(
            "UPDATE outbox SET state = 'refused', reason = 'You may not.', code = 'forbidden' "
            "WHERE mid = ?",
            (mid,),
        )


def test_a_refusal_is_told_once_and_leads_to_the_outbox(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    page = QTextEdit()
    window.add_page("outbox", "Outbox", "upload", lambda: page)
    window.acts.submit(SetTicket(id=three[0], set={"priority": "high"}))
    window.acts.submit(SetTicket(id=three[1], set={"priority": "low"}))
    entries = window.navigation.pages.entries
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: entries.index_of("outbox").data(spoken) == "Outbox, 2")
    assert window.message_bar.isHidden()
    refuse(desk, 1)
    window._link.rows_changed.emit(Changed(kinds=("ticket",), tickets=(three[0],)))
    qtbot.waitUntil(window.message_bar.isVisible)
    assert window.message_bar.text() == (
        "The server refused your change: #10401 · Priority changed. You may not."
    )
    assert entries.index_of("outbox").data(spoken) == "Outbox, 1, 1 need your attention"
    window.message_bar._close.click()
    with qtbot.waitSignal(window.numbers_read):
        window._link.rows_changed.emit(Changed(kinds=("ticket",), tickets=(three[0],)))
    assert window.message_bar.isHidden()
    refuse(desk, 2)
    window._link.rows_changed.emit(Changed(kinds=("ticket",), tickets=(three[1],)))
    qtbot.waitUntil(window.message_bar.isVisible)
    window.message_bar._action.click()
    assert page.isVisible()
    assert window.message_bar.isHidden()


def test_what_was_refused_before_is_counted_not_announced(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    perform(desk._store, SetTicket(id=three[0], set={"priority": "high"}), ME, NOON)
    refuse(desk, 1)
    window = open_window()
    qtbot.waitUntil(lambda: "1 changes need your attention" in window.status_bar.sync_sentence())
    assert window.message_bar.isHidden()


def test_the_status_bar_leads_to_the_outbox_and_to_the_details(
    open_window: Open, three: list[str], qtbot: QtBot
) -> None:
    asked: list[QWidget] = []
    window = open_window(dialogs=replace(DIALOGS, sync_details=asked.append))
    page = QTextEdit()
    window.add_page("outbox", "Outbox", "upload", lambda: page)
    bar = window.status_bar
    assert bar._changes.isHidden()
    window.acts.submit(SetTicket(id=three[0], set={"priority": "high"}))
    qtbot.waitUntil(bar._changes.isVisible)
    assert bar._changes.accessibleName() == "1 changes on the way"
    bar._changes.setFocus()
    QTest.keyClick(bar._changes, Qt.Key.Key_Return)
    assert page.isVisible()
    bar._sync.setFocus()
    QTest.keyClick(bar._sync, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [window, window]


def test_full_disk_is_told_in_the_message_bar(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window._writer.refused.emit(StoreFull("disk is full"))
    assert window.message_bar.isVisible()
    assert "no room left on the disk" in window.message_bar.text()
