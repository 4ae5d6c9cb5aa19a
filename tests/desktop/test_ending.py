"""The program ends with its window open, before another start: nothing that was typed is lost."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models import window_state
from models.database import Store
from models.queries.notes import draft
from tests.desktop.editor.typing import type_text
from tests.desktop.whole_desk import whole_desk


def test_what_is_being_typed_is_kept_when_the_program_starts_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        ticket_id = assembly.window.desk.shown_id
        type_text(assembly.areas.ticket._composer.editor("note"), "half a word")
        assembly.close()
        store = Store.open(assembly._around.profile.database, "local", migrate=False)
        kept = draft(store, ticket_id, "note")
        remembered = window_state.load_all(store)["ticket"]
        store.close()
    assert kept is not None
    assert kept.html == "<p>half a word</p>"
    assert remembered == ticket_id
