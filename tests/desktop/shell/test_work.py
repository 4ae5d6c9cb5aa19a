"""Work time and check list of the open ticket, in the whole window: by keys, kept and undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.dialogs.work_time import WorkTimeDialog
from desktop.ticket.checklist_panel import ChecklistPanel
from models.commands import AddItem, TickItem
from tests.desktop.dialogs.conftest import commit, press
from tests.desktop.shell.driver import CTRL, CTRL_SHIFT, OTHER, THIS, Driver
from tests.desktop.work.sample import MINUTE

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def lines(driver: Driver) -> list[str]:
    """As the panel shows them, with a cross before what is done."""
    return [f"{'x ' if item.done else ''}{item.text}" for item in panel(driver)._items]


def panel(driver: Driver) -> ChecklistPanel:
    return driver.pane.work.checklist


def with_lines(driver: Driver, *texts: str) -> None:
    for text in texts:
        driver.assembly.writer.submit(AddItem(ticket_id=THIS, text=text))
    driver.until(lambda: lines(driver) == list(texts))


def test_lines_are_added_by_typing(driver: Driver) -> None:
    assert not panel(driver).isVisible()
    press(driver.window.list_pane.view, Key.Key_C, CTRL_SHIFT)
    assert panel(driver).field.hasFocus()
    for text in ("Restart gw1", "Позвонить клиенту"):
        commit(panel(driver).field, text)
        press(panel(driver).field, Key.Key_Return)
    driver.until(lambda: lines(driver) == ["Restart gw1", "Позвонить клиенту"])
    assert panel(driver).field.hasFocus()
    assert driver.strip_values()["Check list"] == "0 of 2"
    driver.window.undo.undo()
    driver.until(lambda: lines(driver) == ["Restart gw1"])


def test_a_line_is_ticked_moved_changed_and_removed_by_keys(driver: Driver) -> None:
    with_lines(driver, "One", "Two", "Three")
    panel(driver).open()
    view = panel(driver).list
    view.setFocus()
    view.go_to(0)
    press(view, Key.Key_Space)
    driver.until(lambda: lines(driver) == ["x One", "Two", "Three"])
    press(view, Key.Key_Down, ALT)
    driver.until(lambda: lines(driver) == ["Two", "x One", "Three"])
    assert view.currentIndex().row() == 1
    press(view, Key.Key_Down, ALT)
    driver.until(lambda: lines(driver) == ["Two", "Three", "x One"])
    press(view, Key.Key_Up, ALT)
    driver.until(lambda: lines(driver) == ["Two", "x One", "Three"])
    press(view, Key.Key_E)
    assert panel(driver).field.text() == "One"
    commit(panel(driver).field, "First")
    press(panel(driver).field, Key.Key_Return)
    driver.until(lambda: lines(driver) == ["Two", "x First", "Three"])
    press(view, Key.Key_Delete)
    driver.until(lambda: lines(driver) == ["Two", "Three"])
    for _ in range(6):
        driver.window.undo.undo()
    driver.until(lambda: lines(driver) == ["One", "Two", "Three"])


def test_escape_leaves_a_line_as_it_is(driver: Driver) -> None:
    with_lines(driver, "One")
    panel(driver).open()
    panel(driver).list.setFocus()
    press(panel(driver).list, Key.Key_E)
    commit(panel(driver).field, "Other")
    press(panel(driver).field, Key.Key_Escape)
    assert panel(driver).list.hasFocus()
    assert panel(driver).field.text() == ""
    assert lines(driver) == ["One"]


def test_a_line_that_was_begun_comes_back_with_its_ticket(driver: Driver) -> None:
    panel(driver).open()
    commit(panel(driver).field, "Ask for")
    driver.window.open_ticket(OTHER)
    driver.until(lambda: driver.shown() == OTHER and not panel(driver).isVisible())
    assert panel(driver).field.text() == ""
    driver.window.open_ticket(THIS)
    driver.until(lambda: driver.shown() == THIS)
    assert panel(driver).field.text() == "Ask for"


def test_done_with_open_lines_is_told_and_taken_back(driver: Driver) -> None:
    with_lines(driver, "One", "Two")
    driver.assembly.writer.submit(TickItem(id=panel(driver)._items[0].id))
    driver.window.acts.mark_done()
    driver.until(driver.window.message_bar.isVisible)
    said = driver.window.message_bar.text()
    assert said.startswith("#10482 is done, and 1 ")
    driver.window.message_bar._action.click()
    driver.until(lambda: driver.value(f"SELECT status FROM ticket WHERE id = '{THIS}'") == "open")


def test_done_while_the_clock_runs_is_told_and_stopped(driver: Driver) -> None:
    press(driver.window.list_pane.view, Key.Key_T, CTRL)
    driver.until(lambda: "running" in driver.strip_values().get("Work time", ""))
    driver.window.acts.mark_done()
    driver.until(driver.window.message_bar.isVisible)
    assert driver.window.message_bar.text() == "#10482 is done, and the clock still runs on it."
    driver.window.message_bar._action.click()
    driver.until(lambda: driver.strip_values().get("Work time") == "1 min")


def test_one_key_starts_and_stops_the_clock(driver: Driver) -> None:
    clock = driver.pane.work.time_chip
    press(driver.window.list_pane.view, Key.Key_T, CTRL)
    driver.until(lambda: "running" in driver.strip_values().get("Work time", ""))
    clock._now_ms = lambda: driver.assembly._around.clock.now_ms() + 7 * MINUTE
    clock._tick.timeout.emit()
    assert clock.value() == "7 min, running"
    press(driver.window.list_pane.view, Key.Key_T, CTRL)
    driver.until(lambda: driver.strip_values().get("Work time") == "1 min")
    driver.window.undo.undo()
    driver.until(lambda: "Work time" not in driver.strip_values())


def test_a_work_time_is_corrected_as_one_step(driver: Driver) -> None:
    def typed(minutes: int, note: str) -> None:
        def answer(dialog: WorkTimeDialog) -> None:
            dialog.minutes.setValue(minutes)
            dialog.note.clear()
            commit(dialog.note, note)
            press(dialog.note, Key.Key_Return, CTRL)

        driver.answer_dialog(WorkTimeDialog, answer, lambda: choose(driver, minutes))

    press(driver.window.list_pane.view, Key.Key_T, CTRL)
    driver.until(lambda: "Work time" in driver.strip_values())
    press(driver.window.list_pane.view, Key.Key_T, CTRL)
    driver.until(lambda: driver.strip_values().get("Work time") == "1 min")
    typed(75, "Gateway")
    driver.until(lambda: driver.strip_values().get("Work time") == "1 h 15 min")
    driver.window.undo.undo()
    driver.until(lambda: driver.strip_values().get("Work time") == "1 min")


def choose(driver: Driver, minutes: int) -> None:
    """Open the menu of the chip as a click does, and choose to correct its one work time."""
    menu = driver.pane.work.time_chip._menu
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    below = menu.actions()[-1].menu()
    assert isinstance(below, QMenu)
    below.actions()[0].trigger()
