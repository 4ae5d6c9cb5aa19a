"""Tabs and tickets' own windows after another start, also after an end in the middle."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.work.engine_link import EngineLink
from models import window_state
from models.database import Store
from models.profile import Profile
from tests.desktop.dialogs.conftest import press
from tests.desktop.shell.driver import CTRL, CTRL_SHIFT, THIS, Driver
from tests.desktop.whole_desk import assemble, end
from tests.desktop.work.sample import NOON


def killed(driver: Driver, folder: Path) -> Profile:
    """The profile as it is this moment: what an end in the middle would leave."""
    driver.assembly.writer.flush()
    shutil.copytree(driver.assembly._around.profile.folder, folder)
    return Profile(folder)


@contextmanager
def started(qtbot: QtBot, profile: Profile) -> Iterator[Assembly]:
    store = Store.open(profile.database, "local", migrate=False)
    remembered = {key: window_state.load(store, key) for key in ("tabs", "ticket", "view")}
    store.close()
    given = {key: value for key, value in remembered.items() if value}
    link = EngineLink(["no engine in this test"])
    assembly = assemble(profile, link, lambda: NOON, given)
    assembly.begin()
    assembly.window.show()
    qtbot.waitExposed(assembly.window)
    yield assembly
    end(assembly)


def test_tabs_come_back_in_their_order(driver: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [row.id for row in driver.window.list_pane.model.rows() if row.id != THIS]
    press(driver.window.list_pane.view, Qt.Key.Key_Return, CTRL)
    driver.window.list_pane.view.tab_wanted.emit(rows[0])
    driver.window.list_pane.view.tab_wanted.emit(rows[1])
    with started(qtbot, killed(driver, tmp_path / "later")) as assembly:
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
    with started(qtbot, killed(driver, tmp_path / "later")) as assembly:
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
    profile = killed(driver, tmp_path / "later")
    store = Store.open(profile.database, "local", migrate=False)
    window_state.save(store, "tabs", kept)
    store.close()
    with started(qtbot, profile) as assembly:
        assert assembly.areas.tabs.own.ids() == []
        qtbot.waitUntil(lambda: assembly.window.list_pane.model.rowCount() > 0)
