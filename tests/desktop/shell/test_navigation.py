"""The sidebar: entries, counts, choosing by key and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.icons import icon_names
from desktop.shell.navigation import Navigation
from desktop.shell.navigation_model import NavEntry, NavigationModel
from models.rows import QueueRow

QUEUES = [
    QueueRow("q1", "First line", "headset", True),
    QueueRow("q2", "Сеть", "", True),
    QueueRow("q3", "Not mine", "key", False),
]


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    made = Navigation()
    qtbot.addWidget(made)
    made.resize(212, 700)
    made.show_queues(QUEUES)
    made.add_page("settings", "Settings", "gear")
    made.add_page("notes", "My notes", "note")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def keys(model: NavigationModel) -> list[str]:
    return [entry.key for n in range(model.rowCount()) if (entry := model.entry_at(n))]


def test_model_keeps_qts_rules(qapp: object, qtmodeltester: Any) -> None:
    model = NavigationModel()
    qtmodeltester.check(model)
    model.show_entries([NavEntry("", "Inbox"), NavEntry("a", "A", "inbox")])
    qtmodeltester.check(model)
    model.show_counts({"a": 3})
    qtmodeltester.check(model)


def test_only_my_queues_are_listed_and_settings_come_last(navigation: Navigation) -> None:
    listed = keys(navigation.views.entries)
    assert listed[-3:] == ["", "queue:First line", "queue:Сеть"]
    assert keys(navigation.pages.entries) == ["notes", "settings"]
    assert navigation.title_of("queue:Сеть") == "Сеть"


def test_every_icon_exists(navigation: Navigation) -> None:
    for list_ in (navigation.views, navigation.pages):
        icons = {e.icon for n in range(20) if (e := list_.entries.entry_at(n)) and e.key}
        assert icons <= set(icon_names())


def test_only_a_count_that_changed_is_painted_again(navigation: Navigation) -> None:
    navigation.show_counts({"my_open": 12, "at_risk": 5})
    changed: list[str] = []
    model = navigation.views.entries
    model.dataChanged.connect(lambda first, last: changed.append(keys(model)[first.row()]))
    navigation.show_counts({"my_open": 12, "at_risk": 4})
    assert changed == ["at_risk"]
    spoken = model.data(model.index_of("at_risk"), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "At risk, 4"


def test_arrow_keys_skip_headings(navigation: Navigation, qtbot: QtBot) -> None:
    navigation.select("all")
    navigation.views.setFocus()
    with qtbot.waitSignal(navigation.view_chosen) as chosen:
        QTest.keyClick(navigation.views, Qt.Key.Key_Down)
    assert chosen.args == ["queue:First line"]


def test_click_chooses_and_hands_the_keyboard_on(navigation: Navigation, qtbot: QtBot) -> None:
    spot = navigation.views.visualRect(navigation.views.entries.index_of("mentions")).center()
    with qtbot.waitSignals([navigation.view_chosen, navigation.entry_clicked]):
        QTest.mouseClick(navigation.views.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert navigation.views.current_key() == "mentions"


def test_selecting_by_program_is_silent(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(navigation.view_chosen):
        navigation.select("mentions")
        navigation.select("queue:Сеть")


def test_settings_leave_the_chosen_entry_as_it_is(navigation: Navigation, qtbot: QtBot) -> None:
    navigation.select("mentions")
    spot = navigation.pages.visualRect(navigation.pages.entries.index_of("settings")).center()
    with qtbot.waitSignal(navigation.page_chosen) as chosen:
        QTest.mouseClick(navigation.pages.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == ["settings"]
    assert navigation.views.current_key() == "mentions"
    assert navigation.pages.current_key() == ""


def test_queues_that_arrive_leave_the_chosen_view(navigation: Navigation) -> None:
    navigation.select("queue:First line")
    navigation.show_queues(QUEUES[:1])
    assert navigation.views.current_key() == "queue:First line"
