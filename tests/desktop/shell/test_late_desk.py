"""The card opened from the window: what is chosen is done, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.ask_approval import AskApprovalDialog
from desktop.dialogs.conflict_dialog import ConflictDialog
from desktop.dialogs.versions import VersionsDialog
from desktop.ticket.history_panel import HistoryPanel
from models.database import Store
from models.profile import Profile
from tests.desktop.whole_desk import whole_desk
from tests.helpers.desktop import Answering

PRIORITY = "SELECT priority FROM ticket WHERE number = 10482"
OPEN = "SELECT count(*) FROM conflict WHERE state = 'open'"


class Desk:
    """The whole window with two open conflicts of the open ticket, on its own file."""

    def __init__(self, assembly: Assembly, folder: Path, qtbot: QtBot) -> None:
        self.areas, self.window, self.qtbot = assembly.areas, assembly.window, qtbot
        self._store = Store.open(Profile(folder).database, "local", migrate=False)
        self.bar = self.areas.ticket._late_bar
        qtbot.waitUntil(self.bar.isVisible)

    def value(self, text: str) -> object:
        rows = self._store.sql(text)
        return rows[0][0] if rows else None

    def until(self, text: str, value: object) -> None:
        self.qtbot.waitUntil(lambda: self.value(text) == value, timeout=5_000)

    def end(self) -> None:
        self._store.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        made = Desk(assembly, tmp_path, qtbot)
        yield made
        made.end()


def test_a_choice_is_done_and_taken_back_by_undo(desk: Desk) -> None:
    def show() -> None:
        desk.areas.show_conflicts()
        desk.until(OPEN, 0)

    Answering(ConflictDialog, lambda card: card.keep_button.click()).to(show)
    desk.until("SELECT queue_id FROM ticket WHERE number = 10482", "First line")
    desk.qtbot.waitUntil(lambda: desk.window.undo_bar.words() == "Conflict settled")
    desk.qtbot.waitUntil(lambda: not desk.bar.isVisible())
    assert desk.window.undo.undo()
    desk.until("SELECT queue_id FROM ticket WHERE number = 10482", "Network")
    desk.until(OPEN, 2)
    desk.qtbot.waitUntil(desk.bar.isVisible)
    assert not desk.window.undo.can_undo(), "one card is one step"


def test_history_leaves_the_conflict_open(desk: Desk) -> None:
    panel = desk.window.findChild(HistoryPanel)
    assert panel is not None
    assert not panel.isVisible()

    def show() -> None:
        desk.bar._action.click()
        desk.qtbot.waitUntil(panel.isVisible)

    Answering(ConflictDialog, lambda card: card.history_button.click()).to(show)
    assert desk.value(OPEN) == 2


def test_approval_is_asked_of_somebody(desk: Desk) -> None:
    def fill(dialog: AskApprovalDialog) -> None:
        desk.qtbot.waitUntil(lambda: dialog.whom.count() > 1)
        dialog.try_accept()
        assert dialog.isVisible()
        dialog.what.setText("A new laptop")
        dialog.whom.choose("agent-alexey")
        dialog.accept_button.click()

    header = desk.areas.ticket.header()
    assert header is not None
    Answering(AskApprovalDialog, fill).to(lambda: desk.areas.late.ask_approval(header))
    desk.until("SELECT of_id FROM approval WHERE what = 'A new laptop'", "agent-alexey")
    desk.qtbot.waitUntil(lambda: desk.window.undo_bar.words() == "Approval asked for")
    assert desk.window.undo.undo()
    desk.until("SELECT deleted FROM approval WHERE what = 'A new laptop'", 1)


def test_earlier_versions_are_shown(desk: Desk) -> None:
    desk._store.sql(
        "INSERT INTO message_version (id, scope, rev, deleted, message_id, ticket_id, n, html, "
        "author_id, at_ms) VALUES ('v', 'q:Network', 1, 0, 'm3', 't', 1, '<p>Before.</p>', "
        "'agent-maria', 5)"
    )
    model = desk.areas.ticket._conversation._model
    read: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        read.extend(text.toPlainText() for text in dialog.texts)
        dialog.accept_button.click()

    def show() -> None:
        desk.areas.late.show_versions(model.entry(model.row_of("m3")))  # type: ignore[arg-type]
        desk.qtbot.waitUntil(lambda: bool(read))

    Answering(VersionsDialog, look).to(show)
    assert read == ["Before."]
