"""A due time that no ticket of the category ever kept is warned of, and may be set all the same."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.due_time import DueDialog
from desktop.work.reader import Reader
from models.database import Store
from models.queries.conversation import ticket_header
from tests.desktop.dialogs.conftest import press
from tests.desktop.work.sample import HOUR, SampleDesk

WARNING = "Half of the tickets in “VPN” took more than 6 h."


def opened(qtbot: QtBot, desk: SampleDesk, reader: Reader, hours: list[int]) -> DueDialog:
    desk.put("category", id="vpn", key="vpn", names='{"en": "VPN"}', position=0)
    for took in hours:
        times = {"created_at_ms": desk.now_ms, "solved_at_ms": desk.now_ms + took * HOUR}
        desk.put("ticket", id=f"old-{took}", status="done", category_id="vpn", **times)
    id = desk.ticket("New", category_id="vpn", created_at_ms=desk.now_ms)
    store = Store.open(desk.database, "local")
    header = ticket_header(store, id)
    store.close()
    made = DueDialog(header, datetime.fromtimestamp(desk.now_ms / 1000).astimezone())
    qtbot.addWidget(made)
    made.begin(reader)
    made.show()
    qtbot.waitActive(made)
    return made


def test_one_hour_where_six_are_usual_names_the_six(
    qtbot: QtBot, desk: SampleDesk, reader: Reader
) -> None:
    dialog = opened(qtbot, desk, reader, [2, 5, 6, 8, 30])
    dialog.list.go_to("hour")
    qtbot.waitUntil(lambda: dialog.warning.text() == WARNING)
    dialog.list.go_to("tomorrow")
    assert dialog.warning.text() == ""
    dialog.list.go_to("hour")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.list, Qt.Key.Key_Return)
    assert dialog.command().set == {"due_at_ms": desk.now_ms // 60_000 * 60_000 + HOUR}


def test_too_few_tickets_tell_nothing(qtbot: QtBot, desk: SampleDesk, reader: Reader) -> None:
    dialog = opened(qtbot, desk, reader, [6, 7, 8, 9])
    dialog.list.go_to("hour")
    answered: list[object] = []
    reader.ask("after it", lambda store: 1, answered.append)
    qtbot.waitUntil(lambda: answered == [1])
    assert dialog.warning.text() == ""
