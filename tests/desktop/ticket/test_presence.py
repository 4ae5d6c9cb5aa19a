"""What the composer's last line says about others, and what is told about oneself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.editor.composer import Composer
from desktop.editor.send_row import SendRow
from desktop.ticket import presence
from desktop.ticket.presence import PresenceWatch, presence_words
from sync.protocol.link import Present
from sync.protocol.live import Person
from tests.desktop.editor.typing import CTRL, press, type_text
from tests.desktop.languages import speaking
from tests.desktop.ticket.conftest import OpenPane

ALEXEY = Person("a", "Alexey Novak", "viewing")
PAVEL = Person("p", "Pavel Orlov", "viewing")
OTHER_PAVEL = Person("q", "Pavel Dimov", "viewing")
VERA = Person("v", "Vera Ilieva", "typing")
SAID = {
    "en": ("Alexey is viewing", "Alexey and Pavel are viewing", "Alexey and 2 others are viewing"),
    "ru": ("Alexey смотрит", "Alexey и Pavel смотрят", "Alexey и ещё 2 коллеги смотрят"),
    "bg": ("Alexey гледа", "Alexey и Pavel гледат", "Alexey и още 2 колеги гледат"),
}


@pytest.mark.parametrize("language", SAID)
def test_people_are_named(qapp: QApplication, language: str) -> None:
    one_more = Person("m", "Maria Orlova", "viewing")
    with speaking(qapp, language):
        said = [
            presence_words(people)
            for people in ([ALEXEY], [ALEXEY, PAVEL], [ALEXEY, PAVEL, one_more])
        ]
    assert tuple(said) == SAID[language]


def test_who_types_comes_first_and_names_tell_people_apart() -> None:
    assert presence_words([]) == ""
    assert presence_words([ALEXEY, VERA]) == "Vera is typing"
    assert presence_words([PAVEL, OTHER_PAVEL]) == "Pavel Orlov and Pavel Dimov are viewing"


@pytest.fixture
def watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> PresenceWatch:
    monkeypatch.setattr(presence, "TYPING_MS", 60)
    monkeypatch.setattr(presence, "THROTTLE_MS", 40)
    return PresenceWatch()


def told(watch: PresenceWatch) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    watch.told.connect(lambda ticket, state: heard.append((ticket, state)))
    return heard


def test_looking_typing_resting_and_leaving_are_told_once(
    qtbot: QtBot, watch: PresenceWatch
) -> None:
    heard = told(watch)
    watch.look_at("one")
    assert heard == [], "the window is not shown yet"
    watch.set_seen(True)
    for _ in range(5):
        watch.typed()
    qtbot.waitUntil(lambda: len(heard) == 3)
    watch.look_at("two")
    watch.set_seen(False)
    watch.look_at("three")
    assert heard == [
        ("one", "viewing"),
        ("one", "typing"),
        ("one", "viewing"),
        ("one", "gone"),
        ("two", "viewing"),
        ("two", "gone"),
    ]


def test_typing_is_told_at_most_once_in_three_seconds(
    qtbot: QtBot, watch: PresenceWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = told(watch)
    watch.look_at("one")
    watch.set_seen(True)
    watch.typed()
    watch.stop_typing()
    watch.typed()
    assert [state for _, state in heard] == ["viewing", "typing", "viewing"]
    qtbot.waitUntil(lambda: len(heard) == 4)  # still typing when the time is over
    assert heard[-1] == ("one", "typing")


def test_a_new_engine_is_told_again(watch: PresenceWatch) -> None:
    heard = told(watch)
    watch.say_again()
    watch.look_at("one")
    watch.set_seen(True)
    watch.say_again()
    assert heard == [("one", "viewing")] * 2


def test_the_line_below_the_text_says_who_is_here(opened: OpenPane) -> None:
    opened.show()
    row = opened.pane.findChild(SendRow)
    assert row is not None
    opened.pane.show_present(Present(ticket=opened.ticket_id, people=(ALEXEY,)))
    assert row.present_words() == "Alexey is viewing"
    named = [label.accessibleName() for label in row.findChildren(QLabel)]
    assert "Alexey is viewing" in named
    opened.pane.show_present(Present(ticket="another", people=(PAVEL, VERA)))
    assert row.present_words() == "Alexey is viewing"
    opened.pane.show_present(Present(ticket=opened.ticket_id))
    assert row.present_words() == ""
    opened.pane.show_present(Present(ticket=opened.ticket_id, people=(VERA,)))
    opened.pane.show_ticket("another")
    assert row.present_words() == "", "nobody is taken along to another ticket"


def test_the_pane_tells_what_is_done_in_it(opened: OpenPane) -> None:
    heard: list[tuple[str, str]] = []
    opened.pane.presence_told.connect(lambda ticket, state: heard.append((ticket, state)))
    opened.show()
    assert heard == [(opened.ticket_id, "viewing")]
    composer = opened.pane.findChild(Composer)
    assert composer is not None
    composer.open_kind("note")
    assert len(heard) == 1, "a cursor in the field is not typing"
    type_text(composer.editor("note"), "пишу")
    assert heard[1:] == [(opened.ticket_id, "typing")]
    press(composer.editor("note"), Qt.Key.Key_Return, CTRL)
    assert heard[2:] == [(opened.ticket_id, "viewing")]
    opened.pane.hide()
    assert heard[3:] == [(opened.ticket_id, "gone")]
    opened.pane.show()
    assert heard[4:] == [(opened.ticket_id, "viewing")]
    opened.pane.clear()
    assert heard[5:] == [(opened.ticket_id, "gone")]


def test_a_minimised_window_looks_at_nothing(opened: OpenPane, qtbot: QtBot) -> None:
    opened.show()
    heard: list[str] = []
    opened.pane.presence_told.connect(lambda ticket, state: heard.append(state))
    window: QWidget = opened.pane.window()
    window.showMinimized()
    qtbot.waitUntil(lambda: heard == ["gone"])
    window.showNormal()
    qtbot.waitUntil(lambda: heard == ["gone", "viewing"])


def test_where_room_is_short_the_tick_alone_says_saved(opened: OpenPane) -> None:
    opened.show()
    row = opened.pane.findChild(SendRow)
    assert row is not None
    row.show_saved(True)
    opened.pane.show_present(Present(ticket=opened.ticket_id, people=(ALEXEY, PAVEL)))
    for width, words_shown in ((900, True), (460, False), (900, True)):
        row.resize(width, row.height())
        shown = [label.text() for label in row.findChildren(QLabel) if not label.isHidden()]
        assert ("Draft saved" in shown, row.is_saved()) == (words_shown, True)
        assert row.present_words() in shown
