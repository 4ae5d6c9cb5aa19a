"""Searching the settings: pages that stay, what is tinted, where Enter leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.settings.dialog import SettingsDialog
from tests.desktop.settings.test_settings import open_settings


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    return open_settings(qtbot)


def pages(dialog: SettingsDialog) -> list[str]:
    rows = (dialog.list.item(row) for row in range(dialog.list.count()))
    return [row.text() for row in rows if not row.isHidden()]


def tinted(dialog: SettingsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.property("found")]


@pytest.mark.parametrize(
    ("typed", "page", "words"),
    [
        ("text size", "Appearance", "Text size"),
        ("dens", "Appearance", "Density of lists"),
        ("зфыыцщкв", "Account", "Password"),
        ("densiyt", "Appearance", "Density of lists"),
    ],
)
def test_a_setting_is_found_by_its_words(
    dialog: SettingsDialog, typed: str, page: str, words: str
) -> None:
    dialog.search.setText(typed)
    assert page in pages(dialog)
    current = dialog.list.currentItem()
    assert current is not None
    assert current.text() == page
    assert any(words.lower() in label.lower() for label in tinted(dialog))


def test_values_are_found_too_and_enter_goes_there(dialog: SettingsDialog) -> None:
    dialog.search.setFocus()
    dialog.search.setText("compact")
    assert pages(dialog) == ["Appearance"]
    dialog.search.setText("density")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.appearance.density.hasFocus()


def test_nothing_found_is_said_and_emptying_shows_all(dialog: SettingsDialog) -> None:
    everything = pages(dialog)
    dialog.search.setText("zqxjk")
    assert dialog.pages.nothing.isVisible()
    assert pages(dialog) == []
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert pages(dialog) == everything
    assert tinted(dialog) == []
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
