"""Customers in the whole window: the way there from a ticket and by key, and what follows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ticket.customer_card import CustomerCardBox
from desktop.widgets.icon_button import IconButton
from tests.desktop.whole_desk import shown_facts, whole_desk
from tests.helpers.desktop import press


def test_the_card_of_a_ticket_s_customer_opens_and_what_is_changed_there_is_seen_here(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        window = assembly.window
        box = window.findChildren(CustomerCardBox)[0]
        page = assembly.areas.pages.customers
        with qtbot.waitSignal(page.customer_shown):
            box.findChildren(IconButton)[0].click()
        assert page.isVisible()
        line = page.cards["contact"].form.lines["title"]
        assert line.text() == "Head of sales"
        line.setText("CEO")
        press(line, Qt.Key.Key_Return)
        page.timeline.ticket_opened.emit(window.desk.shown_id)
        qtbot.waitUntil(lambda: "CEO" in shown_facts(window))
        assert not page.isVisible()


def test_ctrl_z_in_a_field_takes_back_what_was_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        window, page = assembly.window, assembly.areas.pages.customers
        window.activateWindow()
        qtbot.waitActive(window)
        with qtbot.waitSignal(page.customer_shown):
            window.show_page("customers")
        line = page.cards["contact"].form.lines["nickname"]
        line.setFocus()
        line.setText("Pete")
        with qtbot.waitSignal(page.customer_shown):
            press(line, Qt.Key.Key_Return)
        with qtbot.waitSignal(page.customer_shown):
            press(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert line.text() == ""


def test_a_key_leads_to_the_customers(qtbot: QtBot, tmp_path: Path) -> None:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        window = assembly.window
        window.activateWindow()
        qtbot.waitActive(window)
        held = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        press(window, Qt.Key.Key_U, *held)
        qtbot.waitUntil(assembly.areas.pages.customers.isVisible)
