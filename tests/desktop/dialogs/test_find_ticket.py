from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.dialogs.find_ticket import FindTicketDialog
from desktop.work.reader import Reader
from models.clock import clock_at
from tests.desktop.dialogs.conftest import commit
from tests.desktop.work.sample import SampleDesk


def test_a_ticket_is_found_by_its_number(qtbot: QtBot, desk: SampleDesk, reader: Reader) -> None:
    desk.ticket("Printer", "Office", "Ann", number=10475)
    wanted = desk.ticket("VPN drops", "Northwind", "Peter Hale", number=10482)
    dialog = FindTicketDialog(reader, desk.me, lambda: clock_at(desk.now_ms))
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 2)
    commit(dialog.search, "#10482")
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 1)
    ticket = dialog.ticket()
    assert ticket is not None
    assert ticket.id == wanted
    commit(dialog.search, "9")
    qtbot.waitUntil(lambda: dialog.ticket() is None)
    assert dialog.problem() is not None
