"""The card of a computer that was signed out for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.shell import revoked_page
from desktop.shell.revoked_page import RevokedPage
from models import drafts
from models.profile import Profile
from sync.protocol.link import Failed


@pytest.fixture
def page(qtbot: QtBot) -> RevokedPage:
    made = RevokedPage()
    qtbot.addWidget(made)
    made.show()
    return made


def said(page: RevokedPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_it_counts_what_was_never_sent(page: RevokedPage, tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    page.count(profile)
    assert "Everything you wrote has been sent" in said(page)
    store = profile.open()
    drafts.save_draft(store, "t", "note", "<p>half a note</p>", 1)
    store.close()
    page.count(profile)
    assert "signed out by an administrator" in said(page)
    assert "1 text" in said(page)


def test_nothing_is_deleted_before_a_place_was_chosen(
    qtbot: QtBot, page: RevokedPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_texts(2)
    monkeypatch.setattr(revoked_page, "ask_folder", lambda parent: "")
    with qtbot.assertNotEmitted(page.wipe_requested):
        page.button.click()
    assert page.button.isEnabled()
    monkeypatch.setattr(revoked_page, "ask_folder", lambda parent: "/somewhere")
    with qtbot.waitSignal(page.wipe_requested) as asked:
        page.button.click()
    assert asked.args == ["/somewhere"]
    assert not page.button.isEnabled(), "once is enough"


def test_a_place_that_takes_nothing_can_be_chosen_anew(page: RevokedPage) -> None:
    page.show_texts(2)
    page.button.setEnabled(False)
    page.show_failure(Failed(code="file", sentence="something else"))
    assert not page.button.isEnabled()
    page.show_failure(Failed(code="wipe", sentence="Can't write /somewhere"))
    assert page.words() == "Can't write /somewhere"
    assert page.button.isEnabled()


def test_without_texts_it_asks_for_no_place_and_then_goes_on(
    qtbot: QtBot, page: RevokedPage
) -> None:
    page.show_texts(0)
    with qtbot.waitSignal(page.wipe_requested) as asked:
        page.button.click()
    assert asked.args == [""]
    page.show_done("/somewhere/deskside-unsent-2026-11-24")
    assert "/somewhere/deskside-unsent-2026-11-24" in said(page)
    with qtbot.waitSignal(page.left):
        page.button.click()
