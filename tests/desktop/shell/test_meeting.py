"""Meetings of the open ticket, without a server."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from desktop.dialogs.meeting_link import MeetingLinkDialog
from desktop.ticket import open_link
from desktop.ticket.meeting_chip import MeetingChip
from models.commands import SetTicket
from tests.desktop.dialogs.conftest import press
from tests.desktop.shell.driver import CTRL, THIS, Driver

LINK = "https://meet.example.com/abc"
Key = Qt.Key


class Browser:
    """Stands for the outside world: remembers what it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def openUrl(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    made = Browser()
    monkeypatch.setattr(open_link, "QDesktopServices", made)
    return made


def chip(driver: Driver) -> MeetingChip:
    return driver.pane.work.meeting


def give_link(driver: Driver) -> None:
    driver.window.acts.submit(SetTicket(id=THIS, set={"meeting_link": LINK}))
    driver.until(lambda: chip(driver).value() == "meet.example.com")


def act(driver: Driver, words: str) -> None:
    menu = chip(driver)._made
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if words in each.text()).trigger()


def test_a_ticket_without_a_link_shows_no_chip(driver: Driver) -> None:
    assert not chip(driver).isVisible()


def test_a_meeting_opens_its_link_and_leaves_its_time(driver: Driver, browser: Browser) -> None:
    give_link(driver)
    press(driver.window.list_pane.view, Key.Key_M, CTRL)
    driver.until(lambda: browser.opened == [LINK])
    driver.until(lambda: "running" in chip(driver).value())
    press(driver.window.list_pane.view, Key.Key_M, CTRL)
    driver.until(lambda: chip(driver).value() == "meet.example.com")
    assert driver.value("SELECT kind FROM time_entry") == "meeting"
    assert driver.value("SELECT new FROM event WHERE what = 'meeting_held'") == "1"
    assert browser.opened == [LINK], "its end opens nothing"
    driver.until(lambda: driver.window.undo_bar.words().endswith("Meeting ended"))
    press(driver.window.list_pane.view, Key.Key_Z, CTRL)
    driver.until(lambda: driver.value("SELECT deleted FROM time_entry") == 1)


def test_a_missing_link_is_asked_for_first(driver: Driver, browser: Browser) -> None:
    def answer(dialog: MeetingLinkDialog) -> None:
        dialog.link.setText("http://meet.example.com/abc")
        press(dialog.link, Key.Key_Return, CTRL)
        assert "https" in dialog.words()
        dialog.link.setText(LINK)
        press(dialog.link, Key.Key_Return)

    driver.in_dialog(MeetingLinkDialog, Key.Key_M, answer, CTRL)
    driver.until(lambda: browser.opened == [LINK])
    assert driver.value(f"SELECT meeting_link FROM ticket WHERE id = '{THIS}'") == LINK


def test_nothing_begins_when_no_link_is_given(driver: Driver, browser: Browser) -> None:
    def leave(dialog: MeetingLinkDialog) -> None:
        QTest.keyClick(dialog, Key.Key_Escape)

    driver.in_dialog(MeetingLinkDialog, Key.Key_M, leave, CTRL)
    assert driver.value("SELECT value FROM window_state WHERE key = 'work_timer'") is None
    assert browser.opened == []


def test_the_link_is_opened_changed_and_removed(driver: Driver, browser: Browser) -> None:
    give_link(driver)
    act(driver, "Open the link")
    assert browser.opened == [LINK]

    def empty(dialog: MeetingLinkDialog) -> None:
        assert dialog.link.text() == LINK
        dialog.link.clear()
        press(dialog.link, Key.Key_Return, CTRL)

    driver.answer_dialog(MeetingLinkDialog, empty, lambda: act(driver, "Meeting link"))
    driver.until(lambda: not chip(driver).isVisible())


def test_a_link_that_no_desk_would_write_is_not_opened(driver: Driver, browser: Browser) -> None:
    for link in ("http://a.example", "https://a@b.example", "file:///etc/passwd", ""):
        driver.assembly.areas.meeting.open(link)
    assert browser.opened == []
