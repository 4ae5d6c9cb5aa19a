"""A window with everything that belongs to it, on a file that a test fills first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.inbox.list_pane import ListPane
from desktop.shell.bulk_desk import BulkDesk
from desktop.shell.window import MainWindow
from desktop.surroundings import Surroundings
from desktop.work.clock import DeskClock
from desktop.work.engine_link import EngineLink
from models.bulk import Result
from models.profile import Profile
from tests.desktop.work.sample import ME, SampleDesk


class Opened:
    """The window of Maria on a file that a test fills first."""

    def __init__(self, qtbot: QtBot, profile: Profile, desk: SampleDesk) -> None:
        link = EngineLink(["no engine in this test"])
        around = Surroundings(
            profile=profile,
            link=link,
            clock=DeskClock(desk.clock),
            remembered={},
            server="https://desk.example.com",
            practice=True,
            first_time=False,
            restart=lambda: None,
        )
        self.assembly = Assembly(ME, around)
        link.setParent(self.assembly)
        self.qtbot, self.desk = qtbot, desk
        self.window.begin()
        self.window.resize(1366, 768)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.bulk: BulkDesk = self.assembly.areas.bulk

    @property
    def window(self) -> MainWindow:
        return self.assembly.window

    @property
    def pane(self) -> ListPane:
        return self.window.list_pane

    def wait_rows(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: self.pane.model.rowCount() == count)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.pane.view, key, held or Qt.KeyboardModifier.NoModifier)

    def click(self, ticket_id: str, held: Qt.KeyboardModifier | None = None) -> None:
        spot = self.pane.view.visualRect(self.pane.model.index_of(ticket_id)).center()
        port = self.pane.view.viewport()
        QTest.mouseClick(
            port, Qt.MouseButton.LeftButton, held or Qt.KeyboardModifier.NoModifier, spot
        )

    def selected(self) -> list[str]:
        return sorted(self.pane.selection.ids())

    def foresee(self) -> str:
        panel = self.bulk.panel
        self.qtbot.waitUntil(lambda: panel.isVisible() and panel.apply.isVisible())
        return panel.said()

    def apply(self) -> list[Result]:
        with self.qtbot.waitSignal(self.bulk.finished) as told:
            QTest.keyClick(self.bulk.panel.apply, Qt.Key.Key_Return)
        results: list[Result] = told.args[0]
        return results

    def undo(self) -> None:
        with self.qtbot.waitSignal(self.window.undo.undone):
            self.window.undo.undo()

    def fields(self, name: str) -> set[object]:
        return {value for (value,) in self.desk._store.sql(f"SELECT {name} FROM ticket")}

    def close(self) -> None:
        self.window.close()
        self.assembly.close()
        self.window.deleteLater()
