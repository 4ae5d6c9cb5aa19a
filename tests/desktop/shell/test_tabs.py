"""Tabs of open tickets in the whole window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.tabs.tab_bar import TicketTabBar
from tests.desktop.dialogs.conftest import press
from tests.desktop.shell.driver import CTRL, CTRL_SHIFT, THIS, Driver


def bar(driver: Driver) -> TicketTabBar:
    return driver.assembly.areas.tabs.bar


def key(driver: Driver, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    press(driver.window.list_pane.view, key, held)


def other_ids(driver: Driver, number: int) -> list[str]:
    rows = driver.window.list_pane.model.rows()
    return [row.id for row in rows if row.id != driver.window.desk.shown_id][:number]


def keep_others(driver: Driver, number: int) -> list[str]:
    ids = other_ids(driver, number)
    for id in ids:
        driver.window.list_pane.view.tab_wanted.emit(id)
    return ids


def test_one_ticket_has_no_tab_bar_and_two_have(driver: Driver) -> None:
    assert not bar(driver).isVisible()
    key(driver, Qt.Key.Key_Return)
    assert not bar(driver).isVisible(), "one ticket, kept or not"
    next_id = other_ids(driver, 1)[0]
    driver.window.open_ticket(next_id)
    driver.until(lambda: driver.shown() == next_id)
    assert bar(driver).isVisible()
    assert bar(driver).ids() == [next_id, THIS]
    driver.until(lambda: "10482" in bar(driver).tabText(1))


def test_a_middle_click_opens_behind(driver: Driver) -> None:
    view, model = driver.window.list_pane.view, driver.window.list_pane.model
    id = other_ids(driver, 1)[0]
    spot = view.visualRect(model.index_of(id)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(spot))
    assert bar(driver).ids() == [THIS, id]
    assert driver.shown() == driver.window.desk.shown_id == THIS


def test_keys_go_through_the_tabs_close_and_open_again(driver: Driver) -> None:
    first, second = keep_others(driver, 2)
    key(driver, Qt.Key.Key_Tab)
    driver.until(lambda: driver.shown() == first)
    key(driver, Qt.Key.Key_Tab, CTRL_SHIFT)
    driver.until(lambda: driver.shown() == THIS)
    key(driver, Qt.Key.Key_Tab, CTRL_SHIFT)
    driver.until(lambda: driver.shown() == second)
    key(driver, Qt.Key.Key_W)
    driver.until(lambda: driver.shown() == first)
    assert bar(driver).ids() == [THIS, first]
    key(driver, Qt.Key.Key_Y, CTRL_SHIFT)
    driver.until(lambda: driver.shown() == second)
    assert bar(driver).ids() == [THIS, first, second]


def test_the_list_goes_where_the_tab_goes(driver: Driver) -> None:
    first = keep_others(driver, 1)[0]
    bar(driver).setCurrentIndex(1)
    driver.until(lambda: driver.shown() == first)
    assert driver.window.list_pane.view.current_id() == first


def test_the_loose_tab_stays_when_a_tab_is_not_in_the_list(driver: Driver) -> None:
    elsewhere = keep_others(driver, 1)[0]
    driver.window.list_pane.model.take_out(elsewhere)
    bar(driver).setCurrentIndex(1)
    driver.until(lambda: driver.shown() == elsewhere)
    assert bar(driver).ids() == [THIS, elsewhere]
    assert driver.window.list_pane.view.current_id() == ""
    key(driver, Qt.Key.Key_Tab)
    driver.until(lambda: driver.shown() == THIS)


def test_a_tab_tells_of_typed_text(driver: Driver) -> None:
    keep_others(driver, 1)
    driver.pane._composer.editor("note").setPlainText("not sent yet")
    driver.pane.save_now()
    driver.until(lambda: "not sent" in bar(driver).tabToolTip(0))
    assert not bar(driver).tabIcon(0).isNull()


def test_closing_a_tab_keeps_what_was_typed(driver: Driver) -> None:
    first = keep_others(driver, 1)[0]
    driver.pane._composer.editor("note").setPlainText("half a thought")
    key(driver, Qt.Key.Key_W)
    driver.until(lambda: driver.shown() == first)
    driver.window.open_ticket(THIS)
    driver.until(lambda: driver.shown() == THIS)
    editor = driver.pane._composer.editor("note")
    driver.until(lambda: editor.toPlainText() == "half a thought")


def test_a_tab_comes_back_to_the_lines_that_were_read(driver: Driver) -> None:
    key(driver, Qt.Key.Key_Return)
    view = driver.pane._conversation
    view.verticalScrollBar().setValue(0)
    place = view.anchor()
    assert place is not None
    first = keep_others(driver, 1)[0]
    bar(driver).setCurrentIndex(bar(driver).ids().index(first))
    driver.until(lambda: driver.shown() == first)
    bar(driver).setCurrentIndex(bar(driver).ids().index(THIS))
    driver.until(lambda: driver.shown() == THIS)
    assert view.anchor() == place


def test_tabs_are_kept_as_they_are_opened(driver: Driver) -> None:
    first = keep_others(driver, 1)[0]
    kept = "SELECT value FROM window_state WHERE key = 'tabs'"
    driver.until(lambda: first in str(driver.value(kept)))


def test_every_tab_can_be_read_and_closed_by_a_screen_reader(driver: Driver) -> None:
    keep_others(driver, 1)
    driver.until(lambda: "10482" in bar(driver).accessibleTabName(0))
    close = bar(driver).tabButton(1, TicketTabBar.ButtonPosition.RightSide)
    assert close is not None
    assert close.accessibleName()
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar(driver).isVisible()


def test_tabs_are_put_into_another_order(driver: Driver) -> None:
    first, second = keep_others(driver, 2)
    bar(driver).moveTab(2, 1)
    assert driver.assembly.areas.tabs.tabs.ids == [THIS, second, first]
    assert bar(driver).ids() == [THIS, second, first]
    kept = "SELECT value FROM window_state WHERE key = 'tabs'"
    driver.until(lambda: f'["{second}","{first}"]' in str(driver.value(kept)))
