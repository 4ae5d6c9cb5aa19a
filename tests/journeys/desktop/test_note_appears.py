"""What one person writes, the other sees (issue: journey a)."""

from __future__ import annotations

import time
from pathlib import Path

from desktop.theme import current_theme
from tests.helpers.desktop import Desktop, SharedDesk
from tests.journeys.desktop.conftest import MakeDesktop, both_stores

WORDS = "Шлюз перезагружен, MTU снова 1420"


@both_stores
def test_a_note_appears_in_the_other_window(
    shared: SharedDesk,
    desktop: MakeDesktop,
    tmp_path: Path,
) -> None:
    ticket = shared.tickets[0]
    anna, boris = desktop("anna", shared), desktop("boris", shared)
    for one in (anna, boris):
        assert one.start()
        one.sign_in()
        one.open(ticket)
    anna.write("note", WORDS)
    started = time.monotonic()
    anna.send("note")
    boris.until_said(WORDS)
    seen_ms = round(1000 * (time.monotonic() - started))
    print(f"from Ctrl+Enter to the other window's conversation: {seen_ms} ms")
    assert sum(WORDS in row for row in boris.said()) == 1
    assert anna.editor("note").is_blank()
    assert_painted_as_note(boris, boris.conversation.model().rowCount() - 1)
    boris.picture(tmp_path, "boris-sees-the-note")


def assert_painted_as_note(one: Desktop, row: int) -> None:
    """The row is in sight, on the ground of internal notes, with something written on it."""
    view = one.conversation
    place = view.visualRect(view.model().index(row, 0)).intersected(view.viewport().rect())
    assert place.height() > 40
    picture = view.viewport().grab(place).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 2)
    }
    assert current_theme().internal_note_background.lower() in colours
    assert len(colours) > 10
