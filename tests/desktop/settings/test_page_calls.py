"""The key for calls, as the settings choose it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.settings.page_calls import CallsPage


def page(qtbot: QtBot, trouble: str = "", *, is_possible: bool = True) -> CallsPage:
    made = CallsPage("", lambda keys: trouble if keys else "", is_possible=is_possible)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_off_until_it_is_chosen(qtbot: QtBot) -> None:
    calls = page(qtbot)
    assert not calls.is_on.isChecked()
    with qtbot.waitSignal(calls.keys_chosen) as chosen:
        calls.is_on.click()
    assert chosen.args == ["Ctrl+Alt+L"]
    calls.keys.setKeySequence(QKeySequence("F9"))
    with qtbot.waitSignal(calls.keys_chosen) as chosen:
        calls.keys.editingFinished.emit()
    assert chosen.args == ["F9"]
    with qtbot.waitSignal(calls.keys_chosen) as chosen:
        calls.is_on.click()
    assert chosen.args == [""]


def test_a_key_that_is_taken_is_not_kept(qtbot: QtBot) -> None:
    calls = page(qtbot, "taken")
    kept: list[str] = []
    calls.keys_chosen.connect(kept.append)
    calls.is_on.click()
    assert calls.trouble.text() == "Another program has this key. Choose another one."
    assert calls.trouble.isVisible()
    assert kept == []


def test_wayland_is_told_kindly(qtbot: QtBot) -> None:
    calls = page(qtbot, is_possible=False)
    assert not calls.is_on.isEnabled()
    assert "deskside call" in calls.trouble.text()


def test_whatever_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    calls = page(qtbot)
    calls.is_on.click()
    takers = {each.focusProxy() or each for each in (calls.is_on, calls.keys)}
    assert {name_of(taker) for taker in takers} == {"The key", "Log a call by a key in any window"}


def name_of(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
