"""A computer is signed out by an administrator while somebody writes on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.shell import revoked_page
from desktop.shell.revoked_page import RevokedPage
from models.clock import wall_ms
from tests.helpers.desktop import Desktop, SharedDesk

MakeDesktop = Callable[..., Desktop]


def cards() -> list[RevokedPage]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, RevokedPage)]


def test_the_half_written_text_is_saved_and_everything_else_goes(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = desktop("anna", shared)
    anna.start()
    anna.sign_in()
    anna.until_synced()
    ticket = str(anna.sql("SELECT id FROM ticket ORDER BY id LIMIT 1")[0][0])
    anna.open(ticket)
    anna.write("note", "The cable is loose")
    shared.sql("UPDATE client SET revoked = 1, seen_at_ms = ?", wall_ms())
    anna.until(lambda: cards() and cards()[0].isVisible(), "the card")
    (card,) = cards()
    assert "1 text" in card.accessibleName()
    monkeypatch.setattr(revoked_page, "ask_folder", lambda parent: str(tmp_path))
    card.button.click()
    anna.until(lambda: card.words(), "the end of it")
    (saved,) = tmp_path.glob("deskside-unsent-*")
    assert str(saved) in card.words()
    assert "The cable is loose" in (saved / "unsent.html").read_text("utf-8")
    for table in ("ticket", "message", "draft", "outbox", "scope_cursor"):
        assert anna.sql(f"SELECT COUNT(*) FROM {table}") == [(0,)], table
    card.hide()
