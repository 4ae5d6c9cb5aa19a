"""What stands beside the list while no ticket is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.whole_desk import whole_desk

EMPTY, FILLED = "Nothing to choose in this view", "Choose a ticket"


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_an_empty_view_asks_nobody_to_choose(qtbot: QtBot, tmp_path: Path) -> None:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        desk = assembly.window.desk
        assert FILLED in words(desk._nothing)
        assembly.window.show_view("mentions")
        qtbot.waitUntil(lambda: EMPTY in words(desk._nothing))
        assembly.window.show_view("my_open")
        qtbot.waitUntil(lambda: FILLED in words(desk._nothing))
