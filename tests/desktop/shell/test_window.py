"""The whole window on a real local file, without an engine."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.dialogs import Dialogs
from models.commands import SetTicket
from sync.protocol.link import Changed
from tests.desktop.shell.alone import BORN, FakePane, Open, ids, press
from tests.desktop.work.sample import HOUR, NOON, SampleDesk, fill_like_the_picture


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


def test_a_taken_ticket_stays_open_to_be_worked_on(
    open_window: Open, desk: SampleDesk, qtbot: QtBot
) -> None:
    """What is typed next is for the ticket that was taken, not for the one after it."""
    free, other = (desk.ticket(words, assignee_id=None) for words in ("VPN", "Printer"))
    window = open_window()
    window.show_view("unassigned")
    qtbot.waitUntil(lambda: set(ids(window)) == {free, other})
    window.list_pane.view.select(free)
    press(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.navigation.views.entries._counts["unassigned"] == 1)
    assert window.list_pane.view.current_id() == free
    window.list_pane.view.select(other)
    window.list_pane.refresh()
    qtbot.waitUntil(lambda: ids(window) == [other])


def test_refused_act_brings_the_row_back_and_says_why(
    open_window: Open, three: list[str], desk: SampleDesk, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == three[0])
    window.acts.submit(SetTicket(id=three[0], set={"status": "done", "priority": "no such"}))
    assert three[0] not in ids(window)
    qtbot.waitUntil(lambda: ids(window) == three)
    qtbot.waitUntil(lambda: "is no priority" in window.message_bar.text())
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
    qtbot.waitUntil(lambda: window.undo_bar.words().endswith("Ticket created"))


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


def test_enter_in_the_sidebar_goes_on_into_the_list(
    open_window: Open, desk: SampleDesk, qtbot: QtBot
) -> None:
    free = desk.ticket("VPN", assignee_id=None)
    window = open_window()
    window.navigation.views.setFocus()
    for _ in range(2):
        QTest.keyClick(window.navigation.views, Qt.Key.Key_Down)
    QTest.keyClick(window.navigation.views, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.list_pane.view.current_id() == free)
    assert window.list_pane.view.hasFocus()
