from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.outbox import report_words
from desktop.outbox.sync_details import SyncDetails
from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader
from models import profile
from models.commands import AddNote
from sync.protocol import errors
from sync.protocol.link import Inspect, Poke, Report, State, ToEngine
from tests.desktop.outbox.conftest import OutboxDesk
from tests.desktop.work.sample import MINUTE, NOON

REPORT = Report(
    since_at_ms=NOON - 90 * MINUTE,
    requests=211,
    sent_bytes=43_100,
    received_bytes=5_300_000,
    pages=14,
    rows=6_120,
    live="long_poll",
    server_version="0.4.0",
    clock_offset_ms=-3_400,
    trouble_code="unreachable",
    trouble_sentence="Nothing answers at https://desk.example.com.",
    trouble_at_ms=NOON - 29 * MINUTE,
)


class Link(EngineLink):
    """Keeps what is told to the engine."""

    def __init__(self) -> None:
        super().__init__(["no engine in this test"])
        self.told: list[ToEngine] = []

    def send(self, message: ToEngine) -> None:
        self.told.append(message)


@pytest.fixture
def link() -> Link:
    return Link()


@pytest.fixture
def details(qtbot: QtBot, box: OutboxDesk, link: Link) -> Iterator[SyncDetails]:
    store = box.desk._store
    with store.transaction():
        profile.put(store, "server", "https://desk.example.com")
        profile.put(store, "synced_at_ms", str(NOON - 29 * MINUTE))
    store.many(
        "INSERT INTO scope_cursor (scope, cursor) VALUES (?, 'c')", [("ws",), ("q:Network",)]
    )
    box.do(AddNote(ticket_id="ticket-12", html="<p>a secret of Olga's</p>"))
    reader = Reader(box.desk.database)
    made = SyncDetails(reader, link, box.desk.clock, lambda: "Offline since 12:02")
    link.setParent(made)
    qtbot.addWidget(made)
    yield made
    reader.close()


def shown(details: SyncDetails) -> dict[str, str]:
    pairs = zip(details._labels, details._values, strict=True)
    return {label.text(): value.text() for label, value in pairs if label.isVisible()}


def test_everything_about_sync_is_told(qtbot: QtBot, details: SyncDetails, link: Link) -> None:
    details.begin()
    details.show()
    qtbot.waitUntil(lambda: "State" in shown(details))
    assert "Clock" not in shown(details)
    link.reported.emit(REPORT)
    assert shown(details) == {
        "State": "Offline since 12:02",
        "Last synced": "12:02:00",
        "What is synced": "directory, queues (Network)",
        "On this computer": "1 tickets, 1 messages",
        "Waiting": "1 changes, 0 files, 2 texts to be indexed for search",
        "Server": "https://desk.example.com",
        "Server's version": "0.4.0",
        "News comes by": "a long poll, at once",
        "This session": "since 11:01:00: 211 requests, 43 KB up, 5.3 MB down, "
        "6120 rows in 14 pages",
        "Clock": "3.4 s ahead of the server",
        "Last trouble": "12:02:00: Nothing answers at https://desk.example.com.",
    }


def test_trouble_comes_with_what_to_do(qtbot: QtBot, details: SyncDetails, link: Link) -> None:
    details.begin()
    details.show()
    qtbot.waitUntil(lambda: "State" in shown(details))
    assert details._card.isHidden()
    link.state = State(state="offline", code="unreachable")
    link.reported.emit(REPORT)
    assert details._card.isVisible()
    assert details._step.text().startswith("Check the network.")


def test_every_trouble_has_a_next_step() -> None:
    kinds: tuple[type[errors.SyncError], ...] = (
        errors.Offline,
        errors.SignInNeeded,
        errors.TooOld,
        errors.TooOldToPull,
        errors.Malformed,
        errors.Forked,
    )
    assert all(report_words.next_step(kind.code) for kind in kinds)
    assert report_words.next_step(errors.TooOldToPull.code).startswith("Install a newer Deskside.")
    assert report_words.next_step("") == ""


def test_the_report_can_be_sent_to_others(qtbot: QtBot, details: SyncDetails, link: Link) -> None:
    details.begin()
    details.show()
    link.reported.emit(REPORT)
    qtbot.waitUntil(lambda: "State" in shown(details))
    QTest.mouseClick(details.copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "Server's version: 0.4.0\n" in text
    assert "secret" not in text
    assert details.copy.text() == "Copied"


def test_sync_now_asks_the_engine(qtbot: QtBot, details: SyncDetails, link: Link) -> None:
    details.begin()
    assert link.told == [Inspect()]
    details.show()
    QTest.mouseClick(details.sync, Qt.MouseButton.LeftButton)
    assert link.told == [Inspect(), Poke(), Inspect()]
