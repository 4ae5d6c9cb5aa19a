"""Tabs and tickets' own windows after another start, also after an end in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models import window_state
from models.database import Store
from tests.desktop.dialogs.conftest import press
from tests.desktop.restarted import killed, started
from tests.desktop.shell.driver import CTRL, CTRL_SHIFT, THIS, Driver
from tests.helpers.limits import TOO_SMALL_BYTES, full_disk


def test_tabs_come_back_in_their_order(driver: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [row.id for row in driver.window.list_pane.model.rows() if row.id != THIS]
    press(driver.window.list_pane.view, Qt.Key.Key_Return, CTRL)
    driver.window.list_pane.view.tab_wanted.emit(rows[0])
    driver.window.list_pane.view.tab_wanted.emit(rows[1])
    with started(qtbot, killed(driver.assembly, tmp_path / "later")) as assembly:
        tabs = assembly.areas.tabs
        qtbot.waitUntil(lambda: tabs.tabs.current == THIS)
        assert tabs.tabs.kept() == [THIS, rows[0], rows[1]]
        assert tabs.bar.isVisible()
        header = assembly.areas.ticket.header
        qtbot.waitUntil(lambda: bool((head := header()) and head.id == THIS))


def test_a_window_comes_back_with_its_text_and_its_place(
    driver: Driver, tmp_path: Path, qtbot: QtBot
) -> None:
    own = driver.assembly.areas.tabs.own
    driver.pane._composer.editor("note").setPlainText("begun before")
    press(driver.window.list_pane.view, Qt.Key.Key_N, CTRL_SHIFT)
    driver.until(lambda: THIS in own._own)
    own._own[THIS].window.setGeometry(40, 50, 700, 520)
    driver.until(lambda: not own._own[THIS].window._placed.isActive())
    with started(qtbot, killed(driver.assembly, tmp_path / "later")) as assembly:
        back = assembly.areas.tabs.own
        made = back._own[THIS]
        assert made.window.size().toTuple() == (700, 520)
        editor = made.pane._composer.editor("note")
        qtbot.waitUntil(lambda: editor.toPlainText() == "begun before")
        assembly.window.open_ticket(THIS)
        assert assembly.areas.ticket.shown_id() != THIS, "it is in one pane alone"


@pytest.mark.parametrize("kept", ["", "{nonsense", '{"kept": ["gone"], "current": "gone"}'])
def test_what_is_not_there_any_more_is_no_hindrance(
    driver: Driver, tmp_path: Path, qtbot: QtBot, kept: str
) -> None:
    profile = killed(driver.assembly, tmp_path / "later")
    store = Store.open(profile.database, "local", migrate=False)
    window_state.save(store, "tabs", kept)
    store.close()
    with started(qtbot, profile) as assembly:
        assert assembly.areas.tabs.own.ids() == []
        qtbot.waitUntil(lambda: assembly.window.list_pane.model.rowCount() > 0)


def test_a_tab_opened_on_a_full_disk_comes_back_too(
    driver: Driver, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nobody opens it a second time; what is remembered next brings it along."""
    rows = [row.id for row in driver.window.list_pane.model.rows() if row.id != THIS]
    assert driver.assembly.writer.flush()
    with full_disk(TOO_SMALL_BYTES):
        driver.window.list_pane.view.tab_wanted.emit(rows[0])
        driver.until(lambda: "no room left" in driver.window.message_bar.text())
    driver.assembly.areas.away.keep()
    with started(qtbot, killed(driver.assembly, tmp_path / "later")) as assembly:
        assert rows[0] in assembly.areas.tabs.tabs.kept()
