"""Two people change one ticket with the cable out; the late one decides, both agree."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.dialogs.conflict_dialog import ConflictDialog
from desktop.ticket.late_bar import LateBar
from desktop.widgets.property_chip import PropertyChip
from tests.helpers.desktop import Desktop, SharedDesk, choose, press
from tests.journeys.desktop.conftest import MakeDesktop, both_stores

CTRL = Qt.KeyboardModifier.ControlModifier


@both_stores
def test_the_late_one_chooses_and_both_agree(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    ticket = shared.tickets[0]
    anna, boris = desktop("anna", shared), desktop("boris", shared)
    for one in (anna, boris):
        one.start()
        one.sign_in()
        one.open(ticket)
    shared.server.kill()
    for one, words in ((anna, "High"), (boris, "Low")):
        change_priority_offline(one, words)
    boris.close()
    shared.server.start()
    sync(anna)
    boris = desktop("boris", shared)
    boris.start()
    boris.open(ticket)
    sync(boris)
    bar = boris.find(LateBar)
    boris.until(bar.isVisible, "the bar of the late change")
    assert "Priority" in bar.text()
    assert priority(boris).value() == "Low"
    boris.picture(tmp_path, "late-bar")
    boris.activate()
    boris.answer(ConflictDialog, take_theirs, lambda: press_and_wait(boris))
    boris.until(lambda: priority(boris).value() == "High", "the chosen value")
    boris.until(lambda: not bar.isVisible(), "no bar any more")
    sync(boris)
    sync(anna)
    anna.until(lambda: priority(anna).value() == "High", "the same for the other one")
    assert not anna.find(LateBar).isVisible()
    assert shared.sql("SELECT priority FROM ticket WHERE id = ?", ticket) == [("high",)]
    settled = "SELECT state, choice, resolved_name FROM conflict"
    assert shared.sql(settled) == [("resolved", "theirs", shared.people["boris"].name)]


def sync(one: Desktop) -> None:
    one.activate()
    one.key(Qt.Key.Key_F5)
    one.until_synced()


def priority(one: Desktop) -> PropertyChip:
    chips = one.head.findChildren(PropertyChip)
    return next(chip for chip in chips if chip.accessibleName().startswith("Priority"))


def change_priority_offline(one: Desktop, words: str) -> None:
    one.until(lambda: one.status().startswith("Offline since"), "offline")
    one.activate()
    QTest.mouseClick(priority(one), Qt.MouseButton.LeftButton)
    one.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, words)
    one.until(lambda: priority(one).value() == words, "the new priority")


def press_and_wait(one: Desktop) -> None:
    """F4 reads first; the card is open as soon as that is there, and ends before this does."""
    one.key(Qt.Key.Key_F4)
    one.until(lambda: one.sql("SELECT 1 FROM conflict WHERE state = 'open'") == [], "a choice")


def take_theirs(card: ConflictDialog) -> None:
    (line,) = card.lines
    press(card.focusWidget(), Qt.Key.Key_2)
    press(card.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert line.is_decided()
