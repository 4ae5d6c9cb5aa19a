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
    outbox = desk.areas.outbox
    qtbot.waitUntil(lambda: outbox.model.first() == 1)
    QTest.keyClick(outbox.list.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.message_bar.isVisible)
    assert window.message_bar.text() == "Withdrawn: Priority changed."
    assert not window.undo.can_undo()
    qtbot.waitUntil(lambda: outbox.model.rowCount() == 0)
    window.message_bar._action.click()
    qtbot.waitUntil(lambda: outbox.model.first() == 1)
    assert window.message_bar.isHidden()


@pytest.mark.parametrize(
    ("entity", "page"), [("article", "knowledge"), ("personal_note", "notes"), ("contact", "")]
)
def test_a_conflict_without_a_ticket_leads_to_its_page(
    qtbot: QtBot, desk: Assembly, entity: str, page: str
) -> None:
    window = desk.window
    window.show_outbox()
    met = OutboxEntry(
        key="x:1", group="attention", state="conflict", at_ms=NOON, entity=entity, ent="e"
    )
    desk.areas.outbox.conflict_opened.emit(met)
    if page:
        assert window.page(page).isVisible()
    else:
        assert window.message_bar.isVisible()


def test_the_page_says_how_old_its_picture_is(qtbot: QtBot, desk: Assembly) -> None:
    desk.window.show_outbox()
    outbox = desk.areas.outbox
    qtbot.waitUntil(lambda: outbox.list.as_of().startswith("As of 12:02"))
    qtbot.waitUntil(outbox.empty.isVisible)
    assert outbox.empty.accessibleName().startswith("Nothing waits on this computer. As of 12:02")
