"""The list pane on a real local file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.inbox.empty_words import empty_words
from desktop.inbox.list_pane import ListPane
from desktop.inbox.list_query import ListQuery
from desktop.inbox.overlay_scroll import OverlayScrollBar
from desktop.inbox.ticket_row_delegate import BAND_HEIGHT_PX, ROW_HEIGHT_PX
from desktop.theme import LIGHT
from desktop.work.reader import Reader
from models import indexing
from models.perform import mark_for_search
from models.taste import Pair, TasteRule, packed
from sync.protocol.link import TicketFetched
from tests.desktop.work.sample import HOUR, ME, MINUTE, NOON, SampleDesk

STRIP = Pair("#c02b2b", "#f08585")


@pytest.fixture
def pane(desk: SampleDesk, qtbot: QtBot) -> Iterator[ListPane]:
    reader = Reader(desk.database)
    made = ListPane(reader, ME, desk.clock)
    qtbot.addWidget(made)
    made.resize(372, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    reader.close()


def subjects(pane: ListPane) -> list[str]:
    return [row.subject for row in pane.model.rows()]


def wait_rows(pane: ListPane, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)


def fill(desk: SampleDesk, count: int) -> list[str]:
    return [desk.ticket(f"T{n:03}", due_at_ms=NOON + n * MINUTE) for n in range(count)]


def test_view_is_shown_in_its_order(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    desk.ticket("late", due_at_ms=NOON + HOUR)
    desk.ticket("soon", due_at_ms=NOON + MINUTE)
    desk.ticket("whenever")
    desk.ticket("somebody else's", assignee_id="agent-alexey")
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 3)
    assert subjects(pane) == ["soon", "late", "whenever"]


def test_order_menu_reads_anew(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    desk.ticket("low", priority="low", due_at_ms=NOON)
    desk.ticket("urgent", priority="urgent", due_at_ms=NOON + HOUR)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 2)
    with qtbot.waitSignal(pane.order_chosen):
        pane.filter_bar._orders["priority"].trigger()
    qtbot.waitUntil(lambda: subjects(pane) == ["urgent", "low"])


def test_scrolling_brings_every_page_once(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    fill(desk, 230)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 100)

    def at_the_end() -> bool:
        pane.view.scrollToBottom()
        return pane.model.rowCount() == 230

    qtbot.waitUntil(at_the_end)
    assert subjects(pane) == [f"T{n:03}" for n in range(230)]


def test_end_and_home_reach_the_ends_of_a_long_list(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    """And what lies between comes page by page, on the way up too."""
    ids = fill(desk, 430)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 100)
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.view.current_id() == ids[-1])
    assert subjects(pane) == [f"T{n:03}" for n in range(330, 430)]
    assert pane.view.verticalScrollBar().value() == pane.view.verticalScrollBar().maximum()
    pane.view.select(ids[345])
    wait_rows(pane, qtbot, 200)
    top = pane.view.visualRect(pane.model.index_of(ids[345])).top()
    assert 0 <= top < pane.view.height()
    pane.refresh()
    desk.ticket("T429 and a half", due_at_ms=NOON + 429 * MINUTE + 1)
    pane.refresh()
    wait_rows(pane, qtbot, 201)
    assert subjects(pane)[0] == "T230"
    assert subjects(pane)[-1] == "T429 and a half"
    QTest.keyClick(pane.view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: pane.view.current_id() == ids[0])
    assert pane.view.verticalScrollBar().value() == 0
    assert subjects(pane)[:100] == [f"T{n:03}" for n in range(100)]


def test_end_passes_over_what_a_chip_hides(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    unread = [desk.ticket(f"U{n:03}", due_at_ms=NOON + n, customer_at_ms=NOON) for n in range(130)]
    for n in range(150):
        desk.ticket(f"R{n:03}", due_at_ms=NOON + HOUR + n, customer_at_ms=None)
    pane.show_view("my_open", "My open")
    pane.filter_bar.unread.click()
    wait_rows(pane, qtbot, 100)
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.view.current_id() == unread[-1])
    pane.view.scrollToTop()
    wait_rows(pane, qtbot, 130)
    assert subjects(pane) == [f"U{n:03}" for n in range(130)]


def test_chip_narrows_the_view_and_finds_rows_beyond_the_first_page(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    fill(desk, 250)
    desk.ticket("far away", due_at_ms=NOON + 900 * MINUTE, customer_at_ms=NOON)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 100)
    pane.filter_bar.unread.click()
    qtbot.waitUntil(lambda: subjects(pane) == ["far away"])
    pane.filter_bar.high.click()
    wait_rows(pane, qtbot, 0)
    pane.clear_filter()
    wait_rows(pane, qtbot, 100)


def test_postponed_tickets_wait_at_the_end_and_rise(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    sleeping: dict[str, Any] = {"status": "postponed", "wake_at_ms": NOON + HOUR}
    asleep = desk.ticket("asleep", due_at_ms=NOON - HOUR, **sleeping)
    ids = [desk.ticket(f"T{n}", due_at_ms=NOON + n) for n in range(3)]
    pane.show_view("my_open", "My open")
    qtbot.waitUntil(lambda: subjects(pane) == ["T0", "T1", "T2", "asleep"])
    heights = [pane.view.visualRect(pane.model.index(n)).height() for n in range(4)]
    assert heights == [ROW_HEIGHT_PX] * 3 + [ROW_HEIGHT_PX + BAND_HEIGHT_PX]
    pane.view.select(ids[0])
    desk.change(ids[0], status="postponed", wake_at_ms=NOON + 1)
    pane.refresh()
    qtbot.waitUntil(lambda: subjects(pane) == ["T1", "T2", "asleep", "T0"])
    assert pane.view.current_id() == ids[0]
    desk.now_ms = NOON + HOUR
    pane.refresh()
    qtbot.waitUntil(lambda: subjects(pane) == ["asleep", "T0", "T1", "T2"])
    assert pane.view.current_id() == ids[0]
    assert pane.view.visualRect(pane.model.index_of(asleep)).height() == ROW_HEIGHT_PX


def test_refresh_keeps_selection_scroll_and_order(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = fill(desk, 60)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 60)
    assert pane.view.select(ids[30])
    pane.view.verticalScrollBar().setValue(25 * ROW_HEIGHT_PX)
    top = pane.view.visualRect(pane.model.index_of(ids[30])).top()
    desk.ticket("first of all", due_at_ms=NOON - HOUR)
    desk.change(ids[40], subject="changed", due_at_ms=NOON - 2 * HOUR)
    desk.change(ids[2], status="done")
    pane.refresh()
    qtbot.waitUntil(lambda: "first of all" in subjects(pane))
    assert pane.view.current_id() == ids[30]
    assert pane.view.visualRect(pane.model.index_of(ids[30])).top() == top
    assert pane.model.position_of(ids[40]) == 40  # one came above it, one left
    assert subjects(pane)[:3] == ["first of all", "T000", "T001"]
    assert subjects(pane)[40] == "changed"
    assert "T002" not in subjects(pane)


def test_scroll_bar_follows_the_list_and_leads_it(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    fill(desk, 60)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 60)
    bar, hidden = pane.view.findChild(OverlayScrollBar), pane.view.verticalScrollBar()
    assert isinstance(bar, OverlayScrollBar)
    qtbot.waitUntil(lambda: bar.maximum() == hidden.maximum() > 0)
    QApplication.sendEvent(pane.view, QEvent(QEvent.Type.Enter))
    assert bar.isVisible()
    hidden.setValue(300)
    assert bar.value() == 300
    bar.setValue(500)
    assert hidden.value() == 500
    QApplication.sendEvent(pane.view, QEvent(QEvent.Type.Leave))
    assert not bar.isVisible()
    assert pane.view.viewport().width() == pane.view.width()


def test_row_taken_out_makes_the_next_one_current(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = fill(desk, 3)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 3)
    pane.view.select(ids[1])
    opened: list[str] = []
    pane.ticket_chosen.connect(opened.append)
    pane.take_out(ids[1])
    assert pane.view.current_id() == ids[2]
    pane.take_out(ids[2])
    assert pane.view.current_id() == ids[0]
    pane.take_out(ids[0])
    assert pane.view.current_id() == ""
    assert opened == [ids[2], ids[0], ""], "no other ticket is opened on the way"


def test_ticket_stays_chosen_in_another_view_that_has_it(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = fill(desk, 3)
    desk.ticket("other queue", queue_id="Network")
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 4)
    pane.view.select(ids[1])
    pane.show_view("queue:First line", "First line")
    wait_rows(pane, qtbot, 3)
    assert pane.view.current_id() == ids[1]
    with qtbot.waitSignal(pane.ticket_chosen, check_params_cb=lambda id: id == ""):
        pane.show_view("queue:Network", "Network")


def test_empty_view_says_how_far_it_can_be_trusted(pane: ListPane, qtbot: QtBot) -> None:
    pane.show_as_of("Confirmed at 12:31.")
    pane.show_view("my_open", "My open")
    qtbot.waitUntil(lambda: pane.rows.currentWidget() is pane._empty)
    assert pane._empty.accessibleName() == "All answered. Confirmed at 12:31."
    pane.show_as_of("As of 12:02, 3 changes wait.")
    assert pane._empty.accessibleName() == "All answered. As of 12:02, 3 changes wait."


def test_search_finds_a_number(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    fill(desk, 5)
    pane.show_search("#10403")
    wait_rows(pane, qtbot, 1)
    assert subjects(pane) == ["T002"]


def test_a_search_in_another_layout_says_how_it_was_understood(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    id = desk.ticket("Привет")
    with desk._store.transaction():
        mark_for_search(desk._store, [("ticket", id)])
    indexing.index_dirty(desk._store)
    pane.show()
    pane.show_search("ghbdtn")
    wait_rows(pane, qtbot, 1)
    assert (pane.also.isVisible(), pane.also.text()) == (True, "Also searched as: привет")
    pane.show_search("привет")
    qtbot.waitUntil(lambda: not pane.also.isVisible())


def test_keys_step_through_rows_and_stop_at_the_ends(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = fill(desk, 2)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 2)
    pane.view.step(1)
    assert pane.view.current_id() == ids[0]
    pane.view.step(1)
    pane.view.step(1)
    assert pane.view.current_id() == ids[1]
    pane.view.step(-5)
    assert pane.view.current_id() == ids[0]


def test_click_below_the_last_row_changes_nothing(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = fill(desk, 1)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 1)
    pane.view.select(ids[0])
    below = pane.view.visualRect(pane.model.index(0)).bottomLeft()
    below.setY(below.y() + 200)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert pane.view.current_id() == ids[0]
    assert pane.view.selectionModel().hasSelection()


def test_selected_row_is_painted_in_its_colours(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = fill(desk, 2)
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 2)
    pane.view.select(ids[0])
    picture = pane.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    spots = {"bar": (1, 40), "row": (200, 76), "next": (200, 83 + 76)}
    seen = {
        name: QColor(picture.pixel(int(x * ratio), int(y * ratio))).name()
        for name, (x, y) in spots.items()
    }
    assert seen == {
        "bar": LIGHT.accent,
        "row": LIGHT.selected_row,
        "next": LIGHT.panel_and_card_background,
    }


def test_what_is_overdue_has_a_red_frame(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    desk.ticket("late", due_at_ms=NOON - HOUR, due_what="update")
    desk.ticket("soon", due_at_ms=NOON + HOUR, due_what="update")
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 2)
    picture = pane.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    seen = [QColor(picture.pixel(int(150 * ratio), int(y * ratio))).name() for y in (0, 83)]
    assert seen == [LIGHT.overdue_frame, LIGHT.panel_and_card_background]


def test_an_old_ticket_is_fetched_by_its_number(pane: ListPane, qtbot: QtBot) -> None:
    """A computer that keeps a window says so, and offers to ask the server."""
    pane.show_search("10482")
    qtbot.waitUntil(lambda: pane._empty.isVisible())
    told = pane._empty.accessibleName()
    assert "server" not in told
    pane.show_partial(True)
    assert "Older tickets are on the server" in pane._empty.accessibleName()
    with qtbot.waitSignal(pane.number_wanted) as wanted:
        pane._empty.action_chosen.emit()
    assert wanted.args == ["10482"]
    pane.show_fetched(TicketFetched(number="10482"))
    assert "The server has no ticket with this number for you." in pane._empty.accessibleName()
    pane.show_fetched(TicketFetched(number="10482", code="offline"))
    assert "Try again when you are online." in pane._empty.accessibleName()


def test_words_are_not_asked_for_as_a_number() -> None:
    assert empty_words(ListQuery("all", "newest", "printer"), "", True)[3] == ""
    assert empty_words(ListQuery("all", "newest", "#10482"), "", True)[3] != ""
    assert empty_words(ListQuery("all", "newest", "#10482"), "")[3] == ""


def test_a_row_wears_what_its_persons_rules_say(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.ticket("hot", priority="urgent", due_at_ms=NOON + MINUTE)
    plain = desk.ticket("cool", due_at_ms=NOON + HOUR)
    rule = TasteRule(
        id="r",
        filter="priority:urgent",
        ground=Pair("#fdeaea", "#3d1f21"),
        strip=STRIP,
        icon="star",
    )
    desk.put("preference", id="p", scope=f"u:{ME.id}", key="taste:r", value=packed(rule))
    pane.show_view("my_open", "My open")
    wait_rows(pane, qtbot, 2)
    pane.view.clear_current()
    shot = pane.view.viewport().grab().toImage()
    assert shot.pixelColor(8, 40) == QColor("#fdeaea")
    assert shot.pixelColor(4, 40) == QColor(STRIP.bright)
    assert shot.pixelColor(8, 40 + ROW_HEIGHT_PX) == QColor(LIGHT.panel_and_card_background)
    desk.change(plain, priority="urgent")
    pane.refresh_rows([plain])
    qtbot.waitUntil(lambda: all(row.taste for row in pane.model.rows()))
