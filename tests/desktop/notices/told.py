"""A window whose engine is the test: what arrives is put into the file and told of."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.shell.notice_desk import NoticeDesk
from desktop.surroundings import Surroundings
from desktop.work.clock import DeskClock
from desktop.work.engine_link import EngineLink
from models.profile import Profile
from sync.protocol.link import Changed, State
from tests.desktop.ticket.picture import TicketDesk, add_message
from tests.desktop.work.sample import HOUR, ME, NOON

MORNING_MS = NOON - 9 * HOUR
FIRST_STATE = State(state="synced", synced_at_ms=NOON)


class Told:
    """A window over a file into which a test puts what the engine brings."""

    def __init__(self, qtbot: QtBot, folder: Path, **remembered: str) -> None:
        self._qtbot = qtbot
        profile = Profile(folder)
        self.desk = TicketDesk(profile.database)
        self.ticket = self.desk.ticket("VPN drops", number=10482, created_at_ms=MORNING_MS)
        self.other = self.desk.ticket("Printer", number=10483, created_at_ms=MORNING_MS)
        self.looked_at = self.desk.ticket("Badge", number=10484, created_at_ms=MORNING_MS)
        self.link = EngineLink(["no engine in this test"])
        self.link.state = FIRST_STATE
        first_time = remembered.pop("first_time", "") == "yes"
        self.around = Surroundings(
            profile=profile,
            link=self.link,
            clock=DeskClock(self.desk.clock),
            remembered={"language": "en", **remembered},
            server="",
            practice=False,
            first_time=first_time,
            restart=lambda: None,
        )

    def open(self) -> NoticeDesk:
        self.assembly = Assembly(ME, self.around)
        self.link.setParent(self.assembly)
        self.assembly.begin()
        self.assembly.window.show()
        self.assembly.window.open_ticket(self.looked_at)
        return self.assembly.areas.notices

    def close(self) -> None:
        self.assembly.window.close()
        self.assembly.close()
        self.assembly.window.deleteLater()
        self.desk.close()

    def comes(self) -> None:
        """The engine says that rows arrived."""
        self.link.rows_changed.emit(Changed(many=True))

    def reply(self, ticket_id: str, id: str = "r1") -> None:
        word = {"author_id": "contact-peter", "at_ms": NOON - 1_000, "scope": "q:First line"}
        add_message(self.desk, ticket_id, id, **word)
        self.desk.change(ticket_id, activity_at_ms=NOON, customer_at_ms=NOON - 1_000)
        self.comes()

    def until_noted(self, key: str) -> None:
        asked = f"SELECT COUNT(*) FROM notice WHERE key = '{key}'"
        self._qtbot.waitUntil(lambda: self.desk.value(asked) == 1)
