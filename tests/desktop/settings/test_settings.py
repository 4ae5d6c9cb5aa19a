"""The settings dialog: what it shows, asks for and refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.actions.registry import ActionRegistry
from desktop.settings.account_facts import AccountFacts
from desktop.settings.dialog import SettingsDialog
from desktop.work.engine_link import EngineLink
from sync.protocol.link import Devices, Failed
from sync.protocol.schema import DeviceInfo

FACTS = AccountFacts(
    name="Maria Orlova",
    login="maria",
    role="admin",
    server="https://desk.example.com",
    device="workstation-7",
)


def open_settings(qtbot: QtBot, facts: AccountFacts = FACTS) -> SettingsDialog:
    dialog = SettingsDialog(
        facts,
        theme="light",
        running_language="en",
        chosen_language="en",
        actions=ActionRegistry(),
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitActive(dialog)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    return open_settings(qtbot)


def shown_words(dialog: SettingsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_the_account_page_says_who_is_signed_in_where(dialog: SettingsDialog) -> None:
    words = shown_words(dialog)
    for expected in ("Maria Orlova", "Administrator", "maria", FACTS.server, "workstation-7"):
        assert expected in words
    assert not any("Practice" in shown for shown in words)


def test_the_practice_profile_says_so(qtbot: QtBot) -> None:
    words = shown_words(open_settings(qtbot, replace(FACTS, practice=True)))
    assert "Practice profile: nothing here leaves this computer." in words


def test_arrow_keys_open_the_pages(dialog: SettingsDialog) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.language.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.appearance.isVisible()


def test_a_theme_applies_at_once(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.show_page(dialog.appearance)
    with qtbot.waitSignal(dialog.theme_chosen) as chosen:
        dialog.appearance.cards["dark"].click()
    assert chosen.args == ["dark"]
    assert not dialog.appearance.cards["light"].isChecked()


def test_a_language_says_that_it_waits_for_the_next_start(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    page = dialog.language
    dialog.show_page(page)
    assert not page.restart.isVisible()
    with qtbot.waitSignal(dialog.language_chosen) as chosen:
        page.choice("bg").click()
    assert chosen.args == ["bg"]
    assert "Deskside speaks Български from the next start on." in shown_words(dialog)
    with qtbot.waitSignal(dialog.restart_requested):
        page.restart.click()
    page.choice("en").click()
    assert not page.restart.isVisible()


def test_a_password_is_changed_after_it_was_typed_twice(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    form = dialog.account.password
    form.old.setText("old secret")
    form.new.setText("new secret")
    form.again.setText("new secret")
    with qtbot.waitSignal(dialog.password_change_requested) as asked:
        QTest.keyClick(form.again, Qt.Key.Key_Return)
    assert asked.args == ["old secret", "new secret"]
    assert not form.button.isEnabled()
    dialog.show_password_changed()
    assert form.words() == "Your password is changed."
    assert (form.old.text(), form.new.text(), form.again.text()) == ("", "", "")


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("", "new secret", "new secret", "Type your current password first."),
        ("old", "short", "short", "The new password needs at least 8 characters."),
        ("old", "new secret", "new sekret", "The two new passwords differ."),
    ],
)
def test_a_password_that_can_not_be_is_not_asked_for(
    qtbot: QtBot, dialog: SettingsDialog, old: str, new: str, again: str, words: str
) -> None:
    form = dialog.account.password
    for field, text in ((form.old, old), (form.new, new), (form.again, again)):
        field.setText(text)
    with qtbot.assertNotEmitted(dialog.password_change_requested):
        form.button.click()
    assert form.words() == words


def test_a_refused_password_keeps_what_was_typed(dialog: SettingsDialog) -> None:
    form = dialog.account.password
    form.new.setText("new secret")
    sentence = "The current password is another one."
    dialog.show_failure(Failed(code="wrong_password", sentence=sentence))
    assert form.words() == "The current password is another one."
    assert form.new.text() == "new secret"
    assert form.old.hasFocus()


def test_a_file_that_did_not_come_is_no_word_about_the_password(dialog: SettingsDialog) -> None:
    dialog.show_failure(Failed(code="file", sentence="The file is not on this computer yet."))
    assert dialog.account.password.words() == ""


def test_failures_after_it_closed_reach_no_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    link = EngineLink(["deskside-engine", "--profile", str(tmp_path)])
    dialog = open_settings(qtbot)
    link.failed.connect(dialog.show_failure)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    link.failed.emit(Failed(code="busy", sentence="The server is busy."))


def test_signing_out_is_asked_for(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.waitSignal(dialog.sign_out_requested):
        dialog.account.sign_out.click()


DEVICES = Devices(
    current="a",
    devices=(
        DeviceInfo("a", "workstation-7", "maria", "Maria Orlova", 1_700_000_000_000),
        DeviceInfo("b", "laptop", "maria", "Maria Orlova", 1_700_000_000_000),
        DeviceInfo("c", "", "maria", "Maria Orlova", 0),
    ),
)


def test_the_account_page_lists_where_one_is_signed_in(dialog: SettingsDialog) -> None:
    dialog.show_devices(DEVICES)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "this computer" in words
    assert "last seen 14 Nov 2023" in words
    assert dialog.account.devices.buttons.keys() == {"b", "c"}, "one leaves this one by signing out"


def test_only_the_second_click_revokes_a_device(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.show_devices(DEVICES)
    listed = dialog.account.devices
    with qtbot.assertNotEmitted(dialog.revoke_requested):
        listed.buttons["b"].click()
        listed.buttons["c"].click()
    assert (listed.buttons["b"].text(), listed.buttons["c"].text()) == ("Revoke", "Really revoke?")
    with qtbot.waitSignal(dialog.revoke_requested) as asked:
        listed.buttons["c"].click()
    assert asked.args == ["c"]
    dialog.show_failure(Failed(code="unreachable", sentence="Nothing answers."))
    assert listed.words() == "Nothing answers."
    assert dialog.account.password.words() == ""
    dialog.show_devices(Devices(current="a", devices=DEVICES.devices[:2]))
    assert listed.buttons.keys() == {"b"}


def test_a_failure_of_the_list_is_not_one_of_the_password(dialog: SettingsDialog) -> None:
    dialog.ask_devices()
    dialog.account.password.change_requested.emit("old one", "a new one")
    dialog.show_failure(Failed(code="unreachable", sentence="Nothing answers."))
    assert dialog.account.devices.words() == "Nothing answers."
    dialog.show_failure(Failed(code="wrong_password", sentence="The old password is not right."))
    assert dialog.account.password.words() != ""


def test_how_much_is_kept_is_chosen(qtbot: QtBot) -> None:
    dialog = open_settings(qtbot, replace(FACTS, keep_days=90))
    choice = dialog.account.kept.choice
    assert choice.currentData() == 90
    for wanted in (30, 0):
        with qtbot.waitSignal(dialog.keep_days_chosen) as chosen:
            choice.setCurrentIndex(choice.findData(wanted))
        assert chosen.args == [wanted]
