"""Choosing a category by digits, arrows and letters."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.category_picker import CategoryPicker
from desktop.work.reader import Reader
from tests.desktop.dialogs.conftest import commit, press
from tests.desktop.work.sample import SampleDesk

TREE = {
    "network": (None, "Network"),
    "vpn": ("network", "VPN"),
    "wifi": ("network", "Wi-Fi"),
    "print": (None, "Printers"),
    "other": (None, "Other"),
}


@pytest.fixture
def tree(desk: SampleDesk) -> SampleDesk:
    for position, (id, (parent, name)) in enumerate(TREE.items()):
        names = json.dumps({"en": name, "ru": {"VPN": "ВПН"}.get(name, name)})
        desk.put(
            "category", id=id, key=id, parent_id=parent, names=names, position=position, hint=""
        )
    desk.put("rule", id="r", key="r", body=json.dumps({"catch_all": ["other"]}))
    for number, category in enumerate(("print", "wifi", "other", "print")):
        desk.ticket(f"Old {number}", category_id=category, activity_at_ms=desk.now_ms + number)
    return desk


def opened(
    qtbot: QtBot, desk: SampleDesk, reader: Reader, now: str | None = None, *, closing: bool = True
) -> CategoryPicker:
    made = CategoryPicker(reader, desk.me, "en", closing=closing)
    qtbot.addWidget(made)
    made.begin(now)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.list.current_row() is not None)
    return made


def rows(dialog: CategoryPicker) -> list[str]:
    model = dialog.list.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_recent_leaves_come_first_and_enter_takes_the_newest(
    qtbot: QtBot, tree: SampleDesk, reader: Reader
) -> None:
    dialog = opened(qtbot, tree, reader)
    assert rows(dialog) == [
        *("Recent", "Printers", "Wi-Fi"),
        *("All categories", "Network", "Printers"),
    ]
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.search, Qt.Key.Key_Return)
    assert dialog.chosen() == "print"


def test_digits_walk_the_tree_and_backspace_goes_up(
    qtbot: QtBot, tree: SampleDesk, reader: Reader
) -> None:
    dialog = opened(qtbot, tree, reader)
    press(dialog.search, Qt.Key.Key_1)
    assert rows(dialog) == ["Network", "VPN", "Wi-Fi"]
    press(dialog.search, Qt.Key.Key_Backspace)
    assert rows(dialog)[0] == "Recent"
    assert dialog.list.current_row() is not None
    press(dialog.search, Qt.Key.Key_1)
    press(dialog.search, Qt.Key.Key_7)
    assert dialog.isVisible()
    assert dialog.search.text() == ""
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.search, Qt.Key.Key_2)
    assert dialog.chosen() == "wifi"


def test_a_branch_is_opened_and_not_chosen(qtbot: QtBot, tree: SampleDesk, reader: Reader) -> None:
    dialog = opened(qtbot, tree, reader)
    dialog.list.go_to("network")
    dialog.try_accept()
    assert dialog.isVisible()
    assert rows(dialog) == ["Network", "VPN", "Wi-Fi"]


def test_a_ticket_in_a_branch_begins_there(qtbot: QtBot, tree: SampleDesk, reader: Reader) -> None:
    dialog = opened(qtbot, tree, reader, "network")
    assert rows(dialog) == ["Network", "VPN", "Wi-Fi"]


@pytest.mark.parametrize("typed", ["net", "мзт", "vpn"])
def test_letters_find_leaves_by_their_names_and_those_above(
    qtbot: QtBot, tree: SampleDesk, reader: Reader, typed: str
) -> None:
    dialog = opened(qtbot, tree, reader)
    commit(dialog.search, typed)
    assert rows(dialog) == (["Wi-Fi", "VPN"] if typed == "net" else ["VPN"])
    commit(dialog.search, "zzz")
    assert dialog.words() == "No category is called that."


def test_what_says_nothing_is_offered_while_the_ticket_stays_open(
    qtbot: QtBot, tree: SampleDesk, reader: Reader
) -> None:
    dialog = opened(qtbot, tree, reader, closing=False)
    assert rows(dialog)[-2:] == ["Other", "No category"]
    dialog.list.go_to("none")
    with qtbot.waitSignal(dialog.accepted):
        dialog.try_accept()
    assert dialog.chosen() is None
