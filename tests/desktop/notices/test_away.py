"""After a long absence one quiet line says what came meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.notices.away_strip import AwayStrip
from models.queries.absence import Absence
from sync.protocol.link import State
from tests.desktop.languages import without_new_translators
from tests.desktop.notices import told as told_of
from tests.desktop.notices.told import Told
from tests.desktop.stretch import StretchTranslator, cut_words
from tests.desktop.whole_desk import SMALL_LAPTOP_PX
from tests.desktop.work.sample import HOUR, MINUTE, NOON

Back = Callable[[int], Told]


@pytest.fixture
def back(qtbot: QtBot, tmp_path: Path) -> Iterator[Back]:
    """A window opened that long after it was left, while the customer replied."""
    made: list[Told] = []

    def come_back(after_ms: int) -> Told:
        told = Told(qtbot, tmp_path / "profile", seen_at_ms=str(NOON - after_ms))
        made.append(told)
        told.reply(told.ticket)
        told.desk.change(told.other, due_at_ms=NOON - MINUTE)
        told.open()
        return told

    yield come_back
    for told in made:
        told.close()


def texts(assembly: Assembly) -> list[str]:
    strip = assembly.areas.away.strip
    return [button.text() for button in strip.buttons.values()] if strip else []


def test_what_came_is_said_and_opens_its_list(qtbot: QtBot, back: Back) -> None:
    told = back(5 * HOUR)
    qtbot.waitUntil(lambda: bool(texts(told.assembly)))
    assert [words.split()[0] for words in texts(told.assembly)] == ["1", "1"]
    strip = told.assembly.areas.away.strip
    assert strip is not None
    assert strip.isVisible()
    assert list(strip.buttons) == ["replied", "overdue"]
    assert strip.sentence().startswith("While you were away (since")
    strip.buttons["overdue"].click()
    assert told.assembly.window._view == "at_risk"
    strip.cross.click()
    assert told.assembly.areas.away.strip is None


def test_it_comes_once_and_after_the_first_sync(
    qtbot: QtBot, back: Back, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told_of, "FIRST_STATE", State(state="syncing"))
    told = back(5 * HOUR)
    away, synced = told.assembly.areas.away, State(state="synced", synced_at_ms=NOON)
    until_read(qtbot, told)
    assert away.strip is None
    told.link.state_changed.emit(synced)
    qtbot.waitUntil(lambda: away.strip is not None)
    away._on_dismissed()
    told.link.state_changed.emit(synced)
    until_read(qtbot, told)
    assert away.strip is None


def until_read(qtbot: QtBot, told: Told) -> None:
    """Whatever was asked before has been answered, by either thread of the reader."""
    answered: list[int] = []
    for n in range(4):
        told.assembly.reader.ask(f"after {n}", lambda store: 1, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 4)


def test_a_short_absence_is_nothing_to_speak_of(qtbot: QtBot, back: Back) -> None:
    told = back(4 * HOUR - 1)
    told.until_noted("message:r1")
    assert told.assembly.areas.away.strip is None
    kept = "SELECT value FROM window_state WHERE key = 'seen_at_ms'"
    qtbot.waitUntil(lambda: told.desk._store.sql(kept) == [(str(NOON),)])


def test_the_line_has_room_for_longer_words(qtbot: QtBot, qapp: QApplication) -> None:
    strip = AwayStrip()
    qtbot.addWidget(strip)
    with without_new_translators(qapp):
        qapp.installTranslator(StretchTranslator(qapp))
        strip.show_absence(Absence(140, 120, 110, 100), NOON)
        strip.resize(SMALL_LAPTOP_PX[0], strip.sizeHint().height())
        qtbot.waitUntil(lambda: cut_words(strip) == [])
        assert strip.minimumSizeHint().width() <= SMALL_LAPTOP_PX[0]
