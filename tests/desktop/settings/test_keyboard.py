"""Giving actions other keys: what applies, what is refused, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.actions.key_groups import sheet_html
from desktop.actions.registry import ActionRegistry, KeyNote, KeyTaken, KeyUnfit
from desktop.assembly import Assembly
from desktop.settings.page_keyboard import KeyboardPage
from models.queries.preferences import preference
from tests.desktop.actions.test_actions import action
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import ME

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table() -> ActionRegistry:
    made, ran = ActionRegistry(), list[str]()
    made.add(action("done", "D", ran), action("take", "A", ran), action("search", "Ctrl+K", ran))
    made.note(KeyNote("While writing", "Bold", "Ctrl+B"))
    return made


@pytest.fixture
def page(table: ActionRegistry, qtbot: QtBot) -> KeyboardPage:
    made = KeyboardPage(table)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def give(page: KeyboardPage, id: str, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    page.buttons[id].click()
    assert page.buttons[id].text() == "Type a key…"
    QTest.keyClick(page.buttons[id], key, held or Qt.KeyboardModifier.NoModifier)


def test_a_key_applies_at_once_and_can_be_put_back(
    page: KeyboardPage, table: ActionRegistry, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.keys_chosen):
        give(page, "done", Qt.Key.Key_X)
    assert (table["done"].shortcut, page.buttons["done"].text()) == ("X", "X")
    page.resets["done"].click()
    assert table["done"].shortcut == "D"
    assert not page.resets["done"].isVisible()


def test_the_key_of_another_action_is_refused_with_its_name(
    page: KeyboardPage, table: ActionRegistry, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.keys_chosen):
        give(page, "done", Qt.Key.Key_A)
        assert page.said.text() == "A is the key of “take”."
        give(page, "search", Qt.Key.Key_B, CTRL)
        assert page.said.text() == "Ctrl+B is the key of “Bold”."
        give(page, "search", Qt.Key.Key_J)
        assert "is typed as text" in page.said.text()
    assert [each.shortcut for each in table.all()] == ["D", "A", "Ctrl+K"]


def test_a_cyrillic_key_is_written_as_its_place(page: KeyboardPage, table: ActionRegistry) -> None:
    page.buttons["done"].click()
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Ч"), Qt.KeyboardModifier.NoModifier, 53, 0, 0, "ч")
    QApplication.sendEvent(page.buttons["done"], event)
    assert table["done"].shortcut == "X"


@pytest.mark.parametrize(
    ("key", "held", "keys"),
    [
        (Qt.Key.Key_Escape, None, "D"),
        (Qt.Key.Key_Backspace, None, ""),
        (Qt.Key.Key_Shift, None, "D"),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?"),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier, "Shift+X"),
    ],
)
def test_keys_that_mean_something_else(
    page: KeyboardPage,
    table: ActionRegistry,
    key: Qt.Key,
    held: Qt.KeyboardModifier | None,
    keys: str,
) -> None:
    give(page, "done", key, held)
    assert table["done"].shortcut == keys


def test_two_that_changed_places_are_put_back_together(
    page: KeyboardPage, table: ActionRegistry
) -> None:
    assert not page.reset_all.isEnabled()
    for id, keys in (("done", "X"), ("take", "D"), ("done", "A")):
        table.rebind(id, keys)
    page.reset_all.click()
    assert [each.shortcut for each in table.all()] == ["D", "A", "Ctrl+K"]


def test_the_table_refuses_by_itself(table: ActionRegistry) -> None:
    with pytest.raises(KeyTaken, match="search"):
        table.rebind("done", "Ctrl+K")
    with pytest.raises(KeyUnfit):
        table.rebind("search", "Shift+J")
    table.rebind("search", "F7")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        assembly.window.activateWindow()
        assembly.window.list_pane.view.setFocus()
        qtbot.waitUntil(assembly.window.list_pane.view.hasFocus)
        qtbot.waitUntil(lambda: assembly.areas.ticket.header() is not None)
        yield assembly


def test_a_new_key_works_is_kept_and_undone(desk: Assembly, qtbot: QtBot) -> None:
    actions, view = desk._actions, desk.window.list_pane.view
    view.select_position(0)
    actions.rebind("next_row", "Y")
    desk.areas._keys.keep()
    QTest.keyClick(view, Qt.Key.Key_J)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Y)
    assert view.currentIndex().row() == 1
    desk.writer.flush()
    store = desk._around.profile.open()
    assert preference(store, ME, "keys") == '{"next_row": "Y"}'
    store.close()
    qtbot.waitUntil(desk.window.undo.can_undo)
    desk.window.undo.undo()
    qtbot.waitUntil(lambda: actions["next_row"].shortcut == "J")


def test_the_hint_in_the_top_bar_follows(desk: Assembly) -> None:
    desk._actions.rebind("palette", "F9")
    assert desk.window.top_bar.search._key_hint == "F9"


def test_what_another_device_chose_is_taken_over(desk: Assembly, qtbot: QtBot) -> None:
    actions, keys = desk._actions, desk.areas._keys
    keys._on_read('{"done": "Y", "take": "Ctrl+K", "gone": "O", "reply": 5}')
    assert (actions["done"].shortcut, actions["take"].shortcut) == ("Y", "A")
    keys._on_read("")
    assert (actions["done"].shortcut, actions["take"].shortcut) == ("D", "A")
    keys._on_read("[")
    assert actions["done"].shortcut == "D"


def test_the_sheet_has_every_key_and_is_saved(
    desk: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "keys.pdf"
    html = sheet_html(desk._actions)
    for action_ in desk._actions.all():
        assert not action_.shortcut or f"<b>{action_.keys_text()}</b>" in html
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.areas.settings._sheets.save(desk.window)
    qtbot.waitUntil(lambda: desk.window.message_bar.text() == f"Saved as {target}")
    assert target.read_bytes().startswith(b"%PDF-")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    desk.areas.settings._sheets.save(desk.window)
    qtbot.waitUntil(lambda: "could not be written" in desk.window.message_bar.text())
