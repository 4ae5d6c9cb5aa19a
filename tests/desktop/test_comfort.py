"""Size of text and density: what they change, that both are kept, and that nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import comfort
from desktop.assembly import Assembly
from desktop.comfort import ZOOMS
from desktop.inbox.ticket_row_delegate import row_height
from desktop.settings.page_appearance import AppearancePage
from desktop.theme import LIGHT, apply_comfort, apply_theme, font, style_sheet
from desktop.widgets.paint import text_width
from tests.desktop.stretch import cut_words
from tests.desktop.whole_desk import whole_desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    apply_comfort(qapp, comfort.USUAL, "comfortable")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        assembly.window.activateWindow()
        qtbot.waitUntil(lambda: assembly.areas.ticket.header() is not None)
        yield assembly


def kept(desk: Assembly) -> dict[str, str]:
    desk.writer.flush()
    store = desk._around.profile.open()
    rows = dict(store.sql("SELECT key, value FROM window_state"))
    store.close()
    return rows


def test_fonts_rows_and_rules_follow_the_size_of_text(qapp: QApplication) -> None:
    narrow, low = text_width("Printer"), row_height()
    apply_comfort(qapp, 125, "comfortable")
    assert QFontInfo(font()).pixelSize() == 16
    assert text_width("Printer") > 1.1 * narrow
    assert row_height() > low
    rules = style_sheet(LIGHT)
    assert "font-size: 21px; font-weight: 600" in rules  # a title of 17
    assert "min-height: 47px; max-height: 47px" in rules  # the top bar's 43
    assert "width: 10px" in rules


def test_keys_change_the_size_and_stop_at_the_ends(desk: Assembly) -> None:
    window = desk.window
    for _ in ZOOMS:
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert comfort.comfort().zoom == ZOOMS[-1]
    assert window.undo_bar.words() == "Text size 125 %"
    for _ in (*ZOOMS, None):
        QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert comfort.comfort().zoom == ZOOMS[0]
    QTest.keyClick(window, Qt.Key.Key_Equal, CTRL)
    assert kept(desk)["zoom"] == "100"
    QTest.keyClick(window, Qt.Key.Key_Equal, CTRL)
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert comfort.comfort().zoom == comfort.USUAL


def test_twenty_compact_rows_are_in_sight(desk: Assembly, qtbot: QtBot) -> None:
    view = desk.window.list_pane.view
    desk.window.resize(1440, 900)
    desk.areas._comfort.set_density("compact")
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(0, 0)).height() == row_height())
    assert view.viewport().height() // row_height() >= 20
    assert kept(desk)["density"] == "compact"
    desk.areas._comfort.set_density("comfortable")
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(0, 0)).height() == row_height())


def test_what_was_kept_is_taken_over_and_nonsense_is_not() -> None:
    comfort.restore("110", "compact")
    assert (comfort.comfort().zoom, comfort.is_compact()) == (110, True)
    comfort.restore("7", "dense")
    assert (comfort.comfort().zoom, comfort.is_compact()) == (100, False)
    comfort.restore("", "")
    assert comfort.comfort().zoom == comfort.USUAL


@pytest.mark.parametrize("zoom", [90, 110, 125])
def test_nothing_is_cut_at_another_size(desk: Assembly, qtbot: QtBot, zoom: int) -> None:
    desk.areas._comfort.set_zoom(zoom)
    qtbot.waitUntil(lambda: cut_words(desk.window) == [], timeout=3_000)


def test_what_is_being_written_stays(desk: Assembly) -> None:
    desk.areas.ticket.write("note")
    editor = desk.areas.ticket._composer.editor("note")
    editor.insertPlainText("Half a sent")
    desk.areas._comfort.set_zoom(110)
    assert editor.toPlainText() == "Half a sent"
    assert editor.textCursor().position() == len("Half a sent")
    assert editor.document().defaultFont().pixelSize() == font().pixelSize()


def test_the_settings_choose_both(qtbot: QtBot) -> None:
    page = AppearancePage("light")
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.density_chosen) as density:
        page.density.setCurrentIndex(1)
    with qtbot.waitSignal(page.zoom_chosen) as zoom:
        page.zoom.setCurrentIndex(ZOOMS.index(110))
    assert (density.args, zoom.args) == (["compact"], [110])
