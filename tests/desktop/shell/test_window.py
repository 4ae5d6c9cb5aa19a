"""The whole window on a real local file, without an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions.registry import ActionRegistry
from desktop.shell.dialogs import Dialogs
from desktop.shell.window import MainWindow
from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import CreateTicket, SetTicket, Transfer
from models.errors import StoreFull
from models.ids import new_id
from models.perform import perform
from sync.protocol.link import Changed, SignInFailed, State
from tests.desktop.work.sample import HOUR, ME, MINUTE, NOON, SampleDesk, fill_like_the_picture

BORN = new_id()
Open = Callable[..., MainWindow]
DIALOGS = Dialogs(
    new_ticket=lambda parent: (CreateTicket(id=BORN, set={"queue_id": "Network"}),),
    log_call=lambda parent: (),
    postpone=lambda parent, row: SetTicket(
        id=row.id, set={"status": "postponed", "wake_at_ms": NOON + HOUR}
    ),
    transfer=lambda parent, row: Transfer(id=row.id, assignee_id="agent-alexey"),
    settings=lambda parent: None,
)


class FakePane(QLabel):
    """Stands for the ticket pane: remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def show_ticket(self, ticket_id: str) -> None:
        self.shown.append(ticket_id)


@pytest.fixture
def open_window(desk: SampleDesk, qtbot: QtBot) -> Iterator[Open]:
    opened: list[tuple[MainWindow, Reader, CommandWriter]] = []

    def open_it(*, dialogs: Dialogs = DIALOGS, **remembered: str) -> MainWindow:
        reader = Reader(desk.database)
        writer = CommandWriter(desk.database, ME, desk.clock)
        link = EngineLink(["no engine in this test"])
        link.state = State(state="synced", synced_at_ms=NOON - 2_000)
        window = MainWindow(
            reader=reader,
            writer=writer,
            link=link,
            actions=ActionRegistry(),
            me=ME,
            now_ms=desk.clock,
            remembered=remembered,
            dialogs=dialogs,
        )
        link.setParent(window)
        qtbot.addWidget(window)
        opened.append((window, reader, writer))
        window.begin()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window.list_pane._loaded_query is not None)
        return window

    yield open_it
    for window, reader, writer in opened:
        window.close()
        reader.close()
        writer.close()


def ids(window: MainWindow) -> list[str]:
    return [row.id for row in window.list_pane.model.rows()]


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.list_pane.view, key)


@pytest.fixture
def three(desk: SampleDesk) -> list[str]:
    return [desk.ticket(f"T{n}", due_at_ms=NOON + (n + 1) * MINUTE) for n in range(3)]


def test_window_opens_on_the_first_ticket_with_its_counts(
    open_window: Open, desk: SampleDesk, qtbot: QtBot
) -> None:
    fill_like_the_picture(desk)
    window = open_window()
    pane = FakePane()
    window.set_ticket_pane(pane)
    qtbot.waitUntil(lambda: window.status_bar._next.text() == "Next due: #10482 in 14 min")
    assert window.list_pane.view.hasFocus()
    assert pane.shown == ["ticket-10479"]
    assert window.navigation.views.entries._counts["my_open"] == 10
    assert window.status_bar.sync_sentence() == "Synced 2 s ago"
    assert window.status_bar._here.text() == "23 tickets on this computer"


def test_done_leaves_at_once_and_undo_brings_it_back_to_its_place(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    press(window, Qt.Key.Key_J)
    press(window, Qt.Key.Key_D)
    assert ids(window) == [three[0], three[2]]
    assert window.list_pane.view.current_id() == three[2]
    qtbot.waitUntil(window.undo_bar.isVisible)
    assert window.undo_bar.words() == "#10402 · Marked done"
    qtbot.waitUntil(lambda: window._summary is not None and window._summary.counts["my_open"] == 2)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ids(window) == three)
    assert window.list_pane.view.current_id() == three[1]
    row = desk.row("ticket", three[1])
    assert row is not None
    assert row["status"] == "open"


def test_refused_act_brings_the_row_back_and_says_why(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    window.acts.submit(SetTicket(id=three[0], set={"status": "done", "priority": "no such"}))
    assert three[0] not in ids(window)
    qtbot.waitUntil(lambda: ids(window) == three)
    assert "is no priority" in window.message_bar.text()
    assert window.list_pane.view.current_id() == three[0]


def test_transfer_and_postpone_by_key(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    press(window, Qt.Key.Key_T)
    assert ids(window) == three[1:]
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: window.list_pane.model.rows()[-1].status == "postponed")
    assert window.list_pane.model.rows()[-1].id == three[1]
    assert window.list_pane.model.rows()[-1].unsent
    row = desk.row("ticket", three[0])
    assert row is not None
    assert row["assignee_id"] == "agent-alexey"


def test_new_ticket_is_opened(open_window: Open, three: list[str], qtbot: QtBot) -> None:
    window = open_window()
    pane = FakePane()
    window.set_ticket_pane(pane)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pane.shown[-1:] == [BORN])
    assert window.undo_bar.words().endswith("Ticket created")


def test_acts_are_about_the_shown_ticket_also_when_the_list_does_not_have_it(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    other = desk.ticket("elsewhere", assignee_id="agent-alexey", number=10499)
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    window.open_ticket(other)
    window.acts.postpone()
    qtbot.waitUntil(lambda: desk.value("SELECT COUNT(*) FROM outbox") == 1)
    window.acts.mark_done()
    qtbot.waitUntil(lambda: desk.value("SELECT COUNT(*) FROM outbox") == 2)
    row = desk.row("ticket", other)
    assert row is not None
    assert row["status"] == "done"
    assert ids(window) == three


def test_menu_of_a_row_offers_its_acts(open_window: Open, three: list[str], qtbot: QtBot) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    menu = window._menus.ticket_menu(window)
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == ["Reply", "Internal note", "Done", "Postpone", "Transfer", "Take"]
    menu.actions()[2].trigger()
    assert ids(window) == three[1:]


def test_change_of_a_shown_row_arrives_without_moving_it(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    desk.change(three[2], subject="Changed elsewhere", due_at_ms=NOON - HOUR)
    with qtbot.waitSignal(window.tickets_changed) as changed:
        for _ in range(20):
            window._link.rows_changed.emit(Changed(kinds=("ticket",), tickets=(three[2],)))
    assert changed.args == [frozenset({three[2]})]
    qtbot.waitUntil(lambda: window.list_pane.model.rows()[2].subject == "Changed elsewhere")
    assert ids(window) == three


def test_many_changes_are_one_reading(open_window: Open, three: list[str], qtbot: QtBot) -> None:
    window = open_window()
    readings: list[object] = []
    qtbot.waitUntil(lambda: window._summary is not None)
    window.tickets_changed.connect(readings.append)
    for n in range(500):
        window._link.rows_changed.emit(Changed(kinds=("ticket",), tickets=(f"t{n}",)))
    window._link.rows_changed.emit(Changed(kinds=("ticket",), many=True))
    qtbot.waitUntil(lambda: bool(readings))
    assert readings == [None]


def test_search_shows_results_and_escape_returns(
    open_window: Open, three: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: ids(window) == three)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.top_bar.search
    assert QApplication.focusWidget() is field
    typed = QInputMethodEvent()
    typed.setCommitString("#10403")
    QApplication.sendEvent(field, typed)
    qtbot.waitUntil(lambda: ids(window) == [three[2]])
    assert window.list_pane.filter_bar._title.text() == "Search: #10403"
    assert window.navigation.views.current_key() == ""
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.list_pane.view.hasFocus()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: ids(window) == three)
    assert window.list_pane.filter_bar._title.text() == "My open"
    assert window.navigation.views.current_key() == "my_open"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_first_hit_is_chosen_by_leaving_the_search(
    open_window: Open, three: list[str], qtbot: QtBot, key: Qt.Key
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: ids(window) == three)
    window.list_pane.view.clear_current()
    field = window.top_bar.search
    field.setFocus()
    field.setText("10403")
    qtbot.waitUntil(lambda: ids(window) == [three[2]])
    QTest.keyClick(field, key)
    assert window.list_pane.view.hasFocus()
    assert window.list_pane.view.current_id() == three[2]


def test_escape_empties_the_search_and_then_leaves_it(
    open_window: Open, three: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: ids(window) == three)
    field = window.top_bar.search
    field.setFocus()
    field.setText("10403")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.hasFocus()) == ("", True)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.list_pane.view.hasFocus()


def test_choosing_a_view_ends_the_search(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.ticket("nobody's", assignee_id=None)
    window = open_window()
    window.top_bar.search.setText("10403")
    qtbot.waitUntil(lambda: ids(window) == [three[2]])
    window.navigation.views.chosen.emit("unassigned")
    qtbot.waitUntil(lambda: ids(window) == ["ticket-10404"])
    assert window.top_bar.search.text() == ""
    assert window.navigation.views.current_key() == "unassigned"


def test_window_remembers_view_order_ticket_and_size(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(1000, 650)
    window.show_view("all")
    window.list_pane.filter_bar._orders["priority"].trigger()
    qtbot.waitUntil(lambda: window.list_pane.view.select(three[1]))
    window.close()
    kept = dict(desk._store.sql("SELECT key, value FROM window_state"))
    again = open_window(**kept)
    qtbot.waitUntil(lambda: again.list_pane.view.current_id() == three[1])
    assert again.height() == 650  # the offscreen screen is too narrow for the width
    assert again.list_pane.query.view == "all"
    assert again.list_pane.query.order == "priority"


def test_pages_take_the_place_of_the_desk(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    page = QTextEdit()
    window.add_page("notes", "My notes", "note", lambda: page)
    window.navigation.pages.chosen.emit("notes")
    assert page.isVisible()
    assert not window.list_pane.isVisible()
    window.navigation.views.chosen.emit("my_open")
    assert window.list_pane.isVisible()


def test_undo_key_belongs_to_the_text_field_that_is_typed_in(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    press(window, Qt.Key.Key_D)
    qtbot.waitUntil(window.undo.can_undo)
    page = QTextEdit()
    window.add_page("notes", "My notes", "note", lambda: page)
    window.show_page("notes")
    QTest.keyClicks(page, "abc")
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.toPlainText() == ""
    assert window.undo.can_undo()


def test_the_practice_desk_starts_instead_of_asking_to_sign_in(open_window: Open) -> None:
    window = open_window()
    window._link.state = State(state="sign_in")
    window._on_tick()
    assert window.status_bar.sync_sentence() == "Not signed in"
    window.status_bar.show_practice()
    window._on_tick()
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


def test_what_is_not_built_is_not_drawn(open_window: Open) -> None:
    window = open_window(dialogs=Dialogs())
    texts = {button.text() for button in window.top_bar.findChildren(QPushButton)}
    assert texts == set()
    assert window.navigation.pages.entries.rowCount() == 0
    assert "transfer" not in window._actions


def test_every_control_has_a_name_and_tab_reaches_the_parts(
    open_window: Open, three: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: ids(window) == three)
    reached: list[QWidget] = []
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget() or window)
    bar, side = window.top_bar, window.navigation
    parts = {window.list_pane.view, side.views, side.pages, bar.search, bar.bell, bar.person}
    assert parts <= set(reached)
    names = [QAccessible.queryAccessibleInterface(widget) for widget in reached]
    assert all(name.text(QAccessible.Text.Name) for name in names)


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (960, 560)])
def test_panes_have_their_widths(open_window: Open, size: tuple[int, int], qtbot: QtBot) -> None:
    window = open_window()
    window.resize(*size)
    qtbot.waitUntil(lambda: window.list_pane.width() == 372)
    assert window.navigation.width() == 212
    assert (window.width(), window.height()) == size
