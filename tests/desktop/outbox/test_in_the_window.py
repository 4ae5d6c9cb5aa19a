"""The outbox in the whole window: what is taken back can come back, and Open leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from models.commands import SetTicket
from models.queries.outbox import OutboxEntry
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import NOON


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        yield assembly


def test_what_was_taken_back_comes_back_from_the_message_bar(qtbot: QtBot, desk: Assembly) -> None:
    window = desk.window
    window.acts.submit(SetTicket(id="ticket-10482", set={"priority": "low"}))
    qtbot.waitUntil(window.undo.can_undo)
    window.show_outbox()
    outbox = desk.areas.pages.outbox
    qtbot.waitUntil(lambda: outbox.model.first() == 1)
    QTest.keyClick(outbox.list.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.message_bar.isVisible)
    assert window.message_bar.text() == "Withdrawn: Priority changed."
    assert not window.undo.can_undo()
    qtbot.waitUntil(lambda: outbox.model.rowCount() == 0)
    window.message_bar._action.click()
    qtbot.waitUntil(lambda: outbox.model.first() == 1)
    assert window.message_bar.isHidden()


def test_a_conflict_opens_its_card(
    qtbot: QtBot, desk: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        desk.areas.late, "show_conflicts", lambda ticket, conflict, shown: asked.append(conflict)
    )
    desk.window.show_outbox()
    met = OutboxEntry(
        key="x:1", group="attention", state="conflict", at_ms=NOON, entity="contact", ent="e"
    )
    desk.areas.pages.outbox.conflict_opened.emit(met)
    assert asked == ["1"]


def test_the_page_says_how_old_its_picture_is(qtbot: QtBot, desk: Assembly) -> None:
    desk.window.show_outbox()
    outbox = desk.areas.pages.outbox
    qtbot.waitUntil(lambda: outbox.list.as_of().startswith("As of 12:02"))
    qtbot.waitUntil(outbox.empty.isVisible)
    assert outbox.empty.accessibleName().startswith("Nothing waits on this computer. As of 12:02")
