"""One key goes on to the best ticket and says why; skipping asks for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.inbox.next_bar import NextBar
from desktop.inbox.next_words import choice_words
from models.database import Store
from models.profile import Profile
from models.queries.next_ticket import REASONS, Candidate, Choice, Reason, skips_of
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import HOUR, ME, NOON


class Desk:
    """The whole window, on the tickets of the picture."""

    def __init__(self, assembly: Assembly, folder: Path, qtbot: QtBot) -> None:
        self.window, self.qtbot = assembly.window, qtbot
        self.bar: NextBar = assembly.areas.next.bar
        self.store = Store.open(Profile(folder).database, "local", migrate=False)

    def go_on(self) -> str:
        """Press the key; what the bar says then."""
        before = self.bar.words.text()
        assert self.window._actions.trigger("next_best")
        self.qtbot.waitUntil(lambda: self.bar.isVisible() and self.bar.words.text() != before)
        return self.bar.words.text()

    def shown(self) -> str:
        return self.window.desk.shown_id


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        made = Desk(assembly, tmp_path, qtbot)
        yield made
        made.store.close()


def test_the_key_opens_the_best_ticket_and_says_why(desk: Desk) -> None:
    assert desk.go_on() == "#10479. Overdue for 42 min"
    desk.qtbot.waitUntil(lambda: desk.shown() == "ticket-10479")
    assert desk.bar.accessibleName() == "#10479. Overdue for 42 min"
    desk.window.list_pane.view.step(1)
    assert not desk.bar.isVisible()
    assert not desk.window._actions.trigger("skip_ticket")


def test_a_skipped_ticket_gives_way_to_the_next_and_comes_back_by_undo(desk: Desk) -> None:
    desk.go_on()
    desk.bar.skip.click()
    assert desk.bar.why.hasFocus()
    QTest.keyClick(desk.bar.why, Qt.Key.Key_Return)
    assert desk.bar.why.isVisible()  # a reason is asked for
    desk.bar.why.setText("no spare part")
    QTest.keyClick(desk.bar.why, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.bar.words.text().startswith("#10471. "))
    desk.qtbot.waitUntil(lambda: desk.shown() == "ticket-10471")
    kept = skips_of(desk.store, ME)
    assert {id: skip.why for id, skip in kept.items()} == {"ticket-10479": "no spare part"}
    desk.qtbot.waitUntil(lambda: desk.window.undo_bar.words() == "Ticket skipped")
    desk.window.undo.undo()
    desk.qtbot.waitUntil(lambda: skips_of(desk.store, ME) == {})
    assert desk.go_on().startswith("#10479. ")


def test_escape_leaves_the_reason_and_skips_nothing(desk: Desk) -> None:
    desk.go_on()
    desk.window._actions.trigger("skip_ticket")
    QTest.keyClick(desk.bar.why, Qt.Key.Key_Escape)
    assert not desk.bar.why.isVisible()
    assert desk.bar.words.isVisible()
    assert skips_of(desk.store, ME) == {}


def test_a_view_without_work_says_so(desk: Desk) -> None:
    desk.window.list_pane.show_search("tag:nowhere")
    assert desk.go_on() == "Nothing here waits for you now."
    assert not desk.bar.skip.isVisible()
    desk.window.list_pane.show_search("mood:angry")
    assert "mood:angry" in desk.go_on()


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words_with_its_time(reason: Reason) -> None:
    said = set()
    for priority in ("urgent", "high"):
        for waits in (None, NOON):
            ticket = Candidate("t", "N-3F7KQ2", priority, "premium", NOON, waits_since_ms=waits)
            words = choice_words(Choice(ticket, reason, 3 * HOUR))
            assert words.startswith("N-3F7KQ2. ")
            assert words.endswith(", premium plan")
            assert "3 h" in words
            said.add(words)
    assert len(said) == (4 if reason == "priority" else 1)
