"""The window on a real local file, without an engine and without its areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.actions.registry import ActionRegistry
from desktop.shell.dialogs import Dialogs
from desktop.shell.window import MainWindow
from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import CreateTicket, SetTicket, Transfer
from models.ids import new_id
from sync.protocol.link import State
from tests.desktop.work.sample import HOUR, ME, MINUTE, NOON, SampleDesk

BORN = new_id()
Open = Callable[..., MainWindow]
DIALOGS = Dialogs(
    new_ticket=lambda parent: (CreateTicket(id=BORN, set={"queue_id": "Network"}),),
    log_call=lambda parent: (),
    postpone=lambda parent, row: SetTicket(
        id=row.id, set={"status": "postponed", "wake_at_ms": NOON + HOUR}
    ),
    transfer=lambda parent, row: Transfer(id=row.id, assignee_id="agent-alexey"),
    settings=lambda parent: None,
)


class FakePane(QLabel):
    """Stands for the ticket pane: remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def walk_to(self, ticket_id: str) -> None:
        self.show_ticket(ticket_id)

    def hurry(self) -> None:
        """It was at once."""

    def show_ticket(self, ticket_id: str) -> None:
        self.shown.append(ticket_id)


@pytest.fixture
def open_window(desk: SampleDesk, qtbot: QtBot) -> Iterator[Open]:
    opened: list[tuple[MainWindow, Reader, CommandWriter]] = []

    def open_it(*, dialogs: Dialogs = DIALOGS, **remembered: str) -> MainWindow:
        reader = Reader(desk.database)
        writer = CommandWriter(desk.database, ME, desk.clock)
        link = EngineLink(["no engine in this test"])
        link.state = State(state="synced", synced_at_ms=NOON - 2_000)
        window = MainWindow(
            reader=reader,
            writer=writer,
            link=link,
            actions=ActionRegistry(),
            me=ME,
            now_ms=desk.clock,
            remembered=remembered,
            dialogs=dialogs,
        )
        link.setParent(window)
        qtbot.addWidget(window)
        opened.append((window, reader, writer))
        window.begin()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window.list_pane._loaded_query is not None)
        return window

    yield open_it
    for window, reader, writer in opened:
        window.close()
        reader.close()
        writer.close()


def ids(window: MainWindow) -> list[str]:
    return [row.id for row in window.list_pane.model.rows()]


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.list_pane.view, key)


@pytest.fixture
def three(desk: SampleDesk) -> list[str]:
    return [desk.ticket(f"T{n}", due_at_ms=NOON + (n + 1) * MINUTE) for n in range(3)]
