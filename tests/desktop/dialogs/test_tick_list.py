"""Several rows of a list chosen by keys: Enter goes on, and never takes a tick away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.tick_list import TickList
from desktop.widgets.popup_row import PopupRow
from tests.desktop.dialogs.conftest import press


def test_enter_ticks_a_row_and_then_goes_on(qtbot: QtBot) -> None:
    ticks = TickList("Messages")
    qtbot.addWidget(ticks)
    gone_on: list[list[str]] = []
    ticks.entered.connect(lambda: gone_on.append(ticks.ticked()))
    ticks.show_choices([PopupRow("m1", "One"), PopupRow("m2", "Two")], [])
    ticks.go_to("m2")
    press(ticks, Qt.Key.Key_Return)
    assert (ticks.ticked(), gone_on) == (["m2"], [])
    press(ticks, Qt.Key.Key_Return)
    assert (ticks.ticked(), gone_on) == (["m2"], [["m2"]])
    press(ticks, Qt.Key.Key_Space)
    assert ticks.ticked() == []
