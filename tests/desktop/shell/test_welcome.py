"""The introduction: once, in three steps, gone when its person wants."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.shell import welcome
from desktop.shell.welcome import Welcome
from tests.desktop.shell.alone import Open
from tests.desktop.work.sample import SampleDesk


class Memory(dict[str, str]):
    """Remembers what it is told to keep."""

    def keep(self, key: str, value: str) -> None:
        self[key] = value


def begun(open_window: Open, kept: Memory, *, first_time: bool = True) -> Welcome | None:
    window = open_window()
    return welcome.welcome(window, window._actions, kept, kept.keep, first_time=first_time)


def test_three_steps_lead_to_the_end(open_window: Open) -> None:
    kept = Memory()
    strip = begun(open_window, kept)
    assert strip is not None
    assert strip.isVisible()
    assert strip.words.text().startswith("J and K go down and up the list, D marks")
    assert not strip.back.isEnabled()
    said = [strip.words.text()]
    for _ in range(2):
        QTest.keyClick(strip.next, Qt.Key.Key_Space)
        said.append(strip.words.text())
    assert len(set(said)) == 3
    assert strip.next.text() == "Begin"
    strip.next.click()
    assert not strip.isVisible()
    assert kept == {"welcome": "left"}


def test_the_cross_leaves_at_once_and_it_never_comes_again(open_window: Open) -> None:
    kept = Memory()
    strip = begun(open_window, kept)
    assert strip is not None
    strip.cross.click()
    assert not strip.isVisible()
    assert begun(open_window, kept) is None


@pytest.mark.parametrize("tickets", [True, False])
def test_the_keys_that_were_told_work_at_once(
    open_window: Open, desk: SampleDesk, qtbot: QtBot, tickets: bool
) -> None:
    if tickets:
        desk.ticket("VPN")
    window = open_window()
    strip = welcome.welcome(window, window._actions, {}, Memory().keep, first_time=True)
    assert strip is not None
    qtbot.waitUntil(lambda: window.list_pane.view.isVisible() == tickets)
    strip.cross.setFocus()
    strip.cross.click()
    wanted = window.list_pane.view if tickets else window.navigation.views
    assert window.focusWidget() is wanted


def test_a_later_start_goes_on_where_it_was(open_window: Open) -> None:
    strip = begun(open_window, Memory(welcome="1"), first_time=False)
    assert strip is not None
    assert "articles and every command" in strip.words.text()
    strip.back.click()
    assert strip.words.text().startswith("J and K")


@pytest.mark.parametrize("kept", ["left", "?"])
def test_nothing_is_shown_to_others(open_window: Open, kept: str) -> None:
    assert begun(open_window, Memory(welcome=kept)) is None
    assert begun(open_window, Memory(), first_time=False) is None


def test_keys_in_the_words_follow_and_the_list_keeps_the_keyboard(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    before = window.focusWidget()
    strip = welcome.welcome(window, window._actions, {}, Memory().keep, first_time=True)
    assert strip is not None
    assert strip.isVisible()
    assert window.focusWidget() is before
    window._actions.rebind("done", "Y")
    assert "Y marks" in strip.words.text()
