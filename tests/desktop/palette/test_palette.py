"""The palette over the whole window: what it finds, what its keys do, where the keyboard goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.palette import lately
from desktop.palette.palette import CommandPalette
from desktop.settings.dialog import SettingsDialog
from desktop.theme import DARK, LIGHT, current_theme
from models.indexing import reindex_all
from models.queries.anything import Anything
from sync.engine.index import drain
from tests.desktop.whole_desk import whole_desk

CTRL = Qt.KeyboardModifier.ControlModifier
VPN = "VPN drops every 10 minutes"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        store = assembly._around.profile.open()
        reindex_all(store)
        drain(store, lambda: False)
        store.close()
        assembly.window.activateWindow()
        assembly.window.list_pane.view.setFocus()
        qtbot.waitUntil(assembly.window.list_pane.view.hasFocus)
        qtbot.waitUntil(lambda: assembly.areas.ticket.header() is not None)
        yield assembly


def opened(desk: Assembly, qtbot: QtBot, text: str = "") -> CommandPalette:
    """The palette by its key, with ``text`` typed and answered."""
    QTest.keyClick(desk.window.list_pane.view, Qt.Key.Key_K, CTRL)
    palette = desk.areas.palette.palette
    assert palette.field.hasFocus()
    type_text(palette, text)
    qtbot.waitUntil(lambda: palette._answered == text)
    return palette


def type_text(palette: CommandPalette, text: str) -> None:
    for letter in text:
        typed = QInputMethodEvent()
        typed.setCommitString(letter)
        QApplication.sendEvent(palette.field, typed)


def press(palette: CommandPalette, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(palette.field, key, held or Qt.KeyboardModifier.NoModifier)


def titles(palette: CommandPalette) -> list[str]:
    rows = (palette.list._rows.row_at(n) for n in range(palette.list._rows.rowCount()))
    return [row.title for row in rows if row is not None]


def current(palette: CommandPalette) -> str:
    row = palette.list.current_row()
    return row.title if row else ""


def test_tickets_people_and_commands_come_in_groups(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "p")
    assert "Commands for #10482" in titles(palette)
    assert "Postpone" in titles(palette)
    type_text(palette, "eter")
    qtbot.waitUntil(lambda: palette._answered == "peter")
    found = titles(palette)
    assert found.index("Tickets") < found.index("People") < found.index("Peter Hale")
    assert current(palette).endswith(VPN)


def test_enter_opens_the_ticket_and_the_list_has_the_keyboard(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "принтер")
    press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert desk.window.desk.shown_id == "ticket-10475"
    assert desk.window.list_pane.view.hasFocus()


def test_control_enter_shows_all_that_was_found_in_the_list(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "принтер")
    assert "Ctrl+Enter: show all in the list" in palette.footer.text()
    press(palette, Qt.Key.Key_Return, CTRL)
    rows = desk.window.list_pane.model
    qtbot.waitUntil(lambda: [row.id for row in rows.rows()] == ["ticket-10475"])
    assert desk.window.list_pane.view.current_id() == "ticket-10475"


def test_enter_before_the_answer_waits_for_what_was_typed(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot)
    type_text(palette, "принтер")
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible(), "what stood there before was run"
    qtbot.waitUntil(lambda: desk.window.desk.shown_id == "ticket-10475")
    assert not palette.isVisible()


def test_escape_gives_the_keyboard_back(desk: Assembly, qtbot: QtBot) -> None:
    desk.areas.ticket.write("note")
    writing = desk.window.focusWidget()
    assert writing is not None
    QTest.keyClick(writing, Qt.Key.Key_K, CTRL)
    palette = desk.areas.palette.palette
    assert palette.field.hasFocus()
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert desk.window.focusWidget() is writing


def test_the_key_that_opens_closes(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot)
    press(palette, Qt.Key.Key_K, CTRL)
    assert not palette.isVisible()


def test_a_command_runs_and_other_shortcuts_rest(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "outb")
    shown = desk.window._place.currentWidget()
    press(palette, Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.window._place.currentWidget() is shown
    assert current(palette) == "Outbox"
    press(palette, Qt.Key.Key_Return)
    assert desk.window._place.currentWidget() is desk.areas.pages.outbox


def test_a_command_in_another_layout_and_with_a_slip(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "ыуеештпы")
    assert current(palette) == "Settings"
    press(palette, Qt.Key.Key_Escape)
    assert current(opened(desk, qtbot, "setings")) == "Settings"


def test_arrows_and_tab_go_round_past_headings(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "peter")
    first = current(palette)
    press(palette, Qt.Key.Key_Up)
    last = current(palette)
    press(palette, Qt.Key.Key_Tab)
    assert current(palette) == first != last
    press(palette, Qt.Key.Key_Down)
    assert current(palette) not in (first, "People")
    assert palette.field.hasFocus()


def test_an_answer_to_older_letters_is_not_shown(
    desk: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    palette = opened(desk, qtbot)
    answers: list[str] = []
    show = desk.areas.palette._show

    def shown(text: str, found: Anything) -> None:
        answers.append(text)
        show(text, found)

    monkeypatch.setattr(desk.areas.palette, "_show", shown)
    type_text(palette, "принтер")
    qtbot.waitUntil(lambda: palette._answered == "принтер")
    assert answers == ["принтер"]


def test_the_ticket_is_given_to_a_queue_and_taken_back(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "1C and")
    press(palette, Qt.Key.Key_Down)
    for _ in titles(palette):
        if current(palette) != "Transfer to “1C and ERP”":
            press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    header = desk.areas.ticket.header
    qtbot.waitUntil(lambda: (now := header()) is not None and now.queue_name == "1C and ERP")
    desk.window.undo.undo()
    qtbot.waitUntil(lambda: (now := header()) is not None and now.queue_name == "Network")


def test_what_was_chosen_lately_comes_first(desk: Assembly, qtbot: QtBot) -> None:
    press(opened(desk, qtbot, "принтер"), Qt.Key.Key_Return)
    press(opened(desk, qtbot, "teams"), Qt.Key.Key_Return)
    press(opened(desk, qtbot, "sync now"), Qt.Key.Key_Return)
    palette = opened(desk, qtbot)
    assert titles(palette)[:2] == ["Recent", "#10475  Принтер печатает полосы на 2-м этаже"]
    assert "Sync now" in titles(palette)[:4]
    desk.writer.flush()
    store = desk._around.profile.open()
    kept = dict(store.sql("SELECT key, value FROM window_state"))[lately.KEY]
    store.close()
    assert json.loads(kept)[:2] == ["command:sync_now", "ticket:ticket-10441"]


def test_a_click_into_the_empty_search_opens_it(desk: Assembly, qtbot: QtBot) -> None:
    search = desk.window.top_bar.search
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    palette = desk.areas.palette.palette
    assert palette.isVisible()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()
    search.setText("10475")
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert search.hasFocus()


def test_settings_are_found_and_chosen_at_once(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "theme: dark")
    assert current(palette) == "Theme: Dark"
    press(palette, Qt.Key.Key_Return)
    assert current_theme() is DARK
    press(opened(desk, qtbot, "theme: light"), Qt.Key.Key_Return)
    assert current_theme() is LIGHT
    palette = opened(desk, qtbot, "settings: key")
    seen: list[bool] = []
    QTimer.singleShot(0, lambda: seen.append(_look_and_close()))
    press(palette, Qt.Key.Key_Return)
    assert seen == [True]


def _look_and_close() -> bool:
    """Whether the settings are open at the keys."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    at_keys = dialog.keyboard.isVisible()
    dialog.done(0)
    return at_keys


def test_nothing_found_is_said(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot, "zqxjk")
    assert palette.nothing.isVisible()
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_unreadable_memory_begins_anew() -> None:
    for kept in ("{", "7", '["a", 5]', ""):
        memory = lately.Lately(kept, lambda key, value: None)
        memory.note("ticket:x")
        assert memory.of("ticket") == ["x"]


def test_keys_do_not_reach_the_window_below(desk: Assembly, qtbot: QtBot) -> None:
    palette = opened(desk, qtbot)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(palette.field, event)
    assert event.isAccepted()
