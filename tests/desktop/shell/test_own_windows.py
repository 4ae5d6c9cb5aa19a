"""Tickets in windows of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.settings.dialog import SettingsDialog
from desktop.shell.detached_window import DetachedWindow
from desktop.ticket.ticket_pane import TicketPane
from models.commands import FileRef, SetTicket
from models.ids import new_id
from tests.desktop.dialogs.conftest import press
from tests.desktop.shell.driver import CTRL, CTRL_SHIFT, THIS, Driver
from tests.helpers.desktop import Answering

Detach = Callable[[], tuple[DetachedWindow, TicketPane]]


@pytest.fixture
def detach(driver: Driver, qtbot: QtBot) -> Detach:
    """Puts the shown ticket into a window of its own, which is in front then."""

    def run() -> tuple[DetachedWindow, TicketPane]:
        own = driver.assembly.areas.tabs.own
        if not driver.window.isActiveWindow():
            with qtbot.waitActive(driver.window):
                driver.window.activateWindow()
        press(driver.window.list_pane.view, Qt.Key.Key_N, CTRL_SHIFT)
        driver.until(lambda: THIS in own._own)
        made = own._own[THIS]
        driver.until(lambda: made.pane.header() is not None)
        with qtbot.waitActive(made.window):
            made.window.bring_to_front()
        return made.window, made.pane

    return run


def close(driver: Driver, window: DetachedWindow) -> None:
    window.close()
    driver.until(lambda: not driver.assembly.areas.tabs.own.has(THIS))


def test_the_ticket_is_in_its_window_alone(driver: Driver, detach: Detach) -> None:
    window, pane = detach()
    driver.until(lambda: "10482" in window.windowTitle())
    assert pane.shown_id() == THIS
    assert driver.pane.shown_id() == ""
    assert driver.window.desk._elsewhere.isVisible()


def test_opening_it_brings_its_window_to_the_front(
    driver: Driver, detach: Detach, qtbot: QtBot
) -> None:
    window, _ = detach()
    with qtbot.waitActive(driver.window):
        driver.window.activateWindow()
    with qtbot.waitActive(window):
        driver.window.open_ticket(THIS)
    assert driver.pane.shown_id() == ""


def test_the_place_of_the_ticket_leads_to_its_window(
    driver: Driver, detach: Detach, qtbot: QtBot
) -> None:
    window, _ = detach()
    with qtbot.waitActive(driver.window):
        driver.window.activateWindow()
    buttons = driver.window.desk._elsewhere.findChildren(QPushButton)
    with qtbot.waitActive(window):
        buttons[0].click()


def test_typed_text_goes_along_and_comes_back(driver: Driver, detach: Detach) -> None:
    driver.pane._composer.editor("note").setPlainText("one")
    window, pane = detach()
    editor = pane._composer.editor("note")
    driver.until(lambda: editor.toPlainText() == "one")
    editor.setPlainText("one, two")
    close(driver, window)
    driver.until(lambda: driver.shown() == THIS)
    back = driver.pane._composer.editor("note")
    driver.until(lambda: back.toPlainText() == "one, two")
    back.setPlainText("one, two, three")
    _, pane = detach()
    driver.until(lambda: pane._composer.editor("note").toPlainText() == "one, two, three")


def test_a_file_that_was_taken_off_there_is_not_here_again(driver: Driver, detach: Detach) -> None:
    file = FileRef(new_id(), "a" * 64, "log.txt", "text/plain", 10)
    driver.pane._composer.add_file(THIS, "note", file, None)
    window, pane = detach()
    pane._composer.open_kind("note")
    driver.until(lambda: pane._composer._shown_files("note") == [file])
    pane._composer._on_remove_requested(file.id)
    close(driver, window)
    driver.until(lambda: driver.shown() == THIS)
    assert driver.pane._composer._shown_files("note") == []


def test_acts_of_the_window_are_about_its_ticket(driver: Driver, detach: Detach) -> None:
    window, pane = detach()
    other = next(row.id for row in driver.window.list_pane.model.rows() if row.id != THIS)
    driver.window.list_pane.view.select(other)
    driver.window.list_pane.selection.toggle(other)
    driver.until(lambda: driver.shown() == other)
    state = f"SELECT status FROM ticket WHERE id = '{THIS}'"
    press(pane.conversation(), Qt.Key.Key_D)
    driver.until(lambda: driver.value(state) == "done")
    assert driver.value(f"SELECT status FROM ticket WHERE id = '{other}'") != "done"
    driver.until(window.undo_bar.isVisible)
    assert not driver.window.undo_bar.isVisible()
    press(pane.conversation(), Qt.Key.Key_Z, CTRL)
    driver.until(lambda: driver.value(state) != "done")


def test_a_reply_is_written_and_sent_there(driver: Driver, detach: Detach) -> None:
    _, pane = detach()
    press(pane.conversation(), Qt.Key.Key_N)
    editor = pane._composer.editor("note")
    driver.until(editor.hasFocus)
    editor.setPlainText("from its own window")
    press(editor, Qt.Key.Key_Return, CTRL)
    sent = "SELECT html FROM message WHERE html LIKE '%from its own window%'"
    driver.until(lambda: driver.value(sent))


def test_it_hears_of_changes(driver: Driver, detach: Detach) -> None:
    _, pane = detach()
    driver.window.acts.submit(_rename("A new subject"))
    driver.until(lambda: (head := pane.header()) and head.subject == "A new subject")


def test_a_key_closes_it(driver: Driver, detach: Detach) -> None:
    _, pane = detach()
    press(pane.conversation(), Qt.Key.Key_W, CTRL)
    driver.until(lambda: driver.shown() == THIS)


def test_it_closes_with_the_main_window_and_is_remembered(driver: Driver, detach: Detach) -> None:
    window, pane = detach()
    pane._composer.editor("reply").setPlainText("not lost")
    window.resize(720, 540)
    place = window.place()
    driver.window.settle()
    assert not window.isVisible()
    kept = str(driver.value("SELECT value FROM window_state WHERE key = 'tabs'"))
    assert THIS in kept.partition("windows")[2]
    assert place in kept
    assert "not lost" in str(driver.value("SELECT html FROM own_draft WHERE kind = 'reply'"))


def test_an_answer_that_comes_late_does_not_bind_the_old_pane(
    driver: Driver, detach: Detach
) -> None:
    driver.pane.refresh(None)
    _, pane = detach()
    answered: list[bool] = []
    driver.pane._reading._reader.ask("late", lambda store: True, answered.append)
    driver.until(lambda: answered)
    assert driver.pane.header() is None
    assert pane.header() is not None


def test_a_closed_window_leaves_nothing_behind(driver: Driver, detach: Detach) -> None:
    before = threading.active_count()
    window, pane = detach()
    close(driver, window)
    driver.until(lambda: not shiboken6.isValid(window) and not shiboken6.isValid(pane))
    driver.until(lambda: threading.active_count() <= before)


def _rename(subject: str) -> SetTicket:
    return SetTicket(id=THIS, set={"subject": subject})


def test_the_palette_opens_over_it_and_is_about_its_ticket(driver: Driver, detach: Detach) -> None:
    window, pane = detach()
    press(pane.conversation(), Qt.Key.Key_K, CTRL)
    palette = driver.assembly.areas.palette.palette
    driver.until(palette.isVisible)
    assert palette.window() is window
    driver.until(lambda: palette._answered == "")
    rows = (palette.list._rows.row_at(n) for n in range(palette.list._rows.rowCount()))
    assert "Commands for #10482" in [row.title for row in rows if row]
    press(palette.field, Qt.Key.Key_Escape)
    assert palette.window() is driver.window
    assert pane.conversation().hasFocus()


def test_it_may_close_under_the_palette(driver: Driver, detach: Detach) -> None:
    window, pane = detach()
    press(pane.conversation(), Qt.Key.Key_K, CTRL)
    palette = driver.assembly.areas.palette.palette
    driver.until(palette.isVisible)
    close(driver, window)
    assert shiboken6.isValid(palette)
    assert palette.window() is driver.window


def test_search_leads_to_the_list(driver: Driver, detach: Detach, qtbot: QtBot) -> None:
    _, pane = detach()
    with qtbot.waitActive(driver.window):
        press(pane.conversation(), Qt.Key.Key_F, CTRL)
    driver.until(driver.window.top_bar.search.hasFocus)


def test_settings_open_over_it(driver: Driver, detach: Detach) -> None:
    window, pane = detach()
    over: list[object] = []

    def look(dialog: SettingsDialog) -> None:
        over.append(dialog.parentWidget())
        dialog.reject()

    def keys() -> None:
        press(pane.conversation(), Qt.Key.Key_Comma, CTRL)

    Answering(SettingsDialog, look).to(keys)
    assert over == [window]


def test_s_says_that_its_ticket_needs_a_specialist(driver: Driver, detach: Detach) -> None:
    _, pane = detach()
    tier = f"SELECT tier FROM ticket WHERE id = '{THIS}'"
    before = driver.value(tier)
    pane._conversation.setCurrentIndex(pane._conversation.model().index(0, 0))
    press(pane.conversation(), Qt.Key.Key_S)
    driver.until(lambda: driver.value(tier) != before)
