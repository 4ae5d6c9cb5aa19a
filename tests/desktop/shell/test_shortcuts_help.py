"""The card lists every key that works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.shell.shortcuts_help import ShortcutsHelp
from tests.desktop.whole_desk import whole_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        yield assembly


def bound_keys(desk: Assembly) -> set[str]:
    window = desk.window
    shortcuts = {each.key().toString() for each in window.findChildren(QShortcut)}
    actions = [
        each for each in window.findChildren(QAction) if not isinstance(each.parent(), QLineEdit)
    ]
    return {*shortcuts, *(each.shortcut().toString() for each in actions)} - {""}


def test_every_bound_key_is_on_the_card(desk: Assembly) -> None:
    card = ShortcutsHelp(desk._actions, desk.window)
    shown = {label.text() for label in card.findChildren(QLabel)}
    bound = bound_keys(desk)
    assert {"F2", "F6", "Ctrl+B", "Ctrl+Shift+K", "D", "F5"} <= bound
    assert bound - shown == set()
    assert {"Ctrl+Enter", "Ctrl+Shift+Enter", "Esc", "Ctrl+Del"} <= shown


def test_f2_and_f6_work_from_the_list(desk: Assembly, qtbot: QtBot) -> None:
    window, ticket = desk.window, desk.areas.ticket
    window.activateWindow()
    window.list_pane.view.setFocus()
    qtbot.waitUntil(window.list_pane.view.hasFocus)
    QTest.keyClick(window.list_pane.view, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: ticket.isAncestorOf(window.focusWidget()))
    window.list_pane.view.setFocus()
    QTest.keyClick(window.list_pane.view, Qt.Key.Key_F2)
    qtbot.waitUntil(ticket._header_bar._subject.is_editing)
