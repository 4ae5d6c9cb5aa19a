"""Under the head of a ticket stands what its category would like, and above the reply too."""

from __future__ import annotations

import json

from tests.desktop.ticket.conftest import OpenPane

ASKED = "Please send us a screenshot of what you see."


def categorised(opened: OpenPane, **told: object) -> None:
    names = json.dumps({"en": "Set-up"})
    opened.desk.put("category", id="setup", key="setup", names=names, **told)
    opened.desk.categorise("setup")


def without_pictures(opened: OpenPane) -> None:
    with opened.desk._store.transaction():
        opened.desk._store.sql("UPDATE message_file SET deleted = 1")


def recipient(opened: OpenPane) -> str:
    return opened.pane._composer._to.text()


def test_another_channel_is_told_of_in_both_places(opened: OpenPane) -> None:
    categorised(opened, preferred_channel="phone")
    opened.show()
    opened.until(lambda: opened.pane.work.hints.isVisible())
    assert opened.pane.work.hints.line.words() == "Best by phone"
    assert not opened.pane.work.hints.ask.isVisible()
    assert recipient(opened).startswith("Best by phone · to ")
    opened.pane._composer.open_kind("note")
    assert recipient(opened) == "Only colleagues see this"


def test_its_own_channel_is_no_news(opened: OpenPane) -> None:
    categorised(opened, preferred_channel="email")
    opened.show()
    with opened.qtbot.waitSignal(opened.pane.work.hints_read):
        opened.pane.refresh(None)
    assert not opened.pane.work.hints.isVisible()
    assert recipient(opened).startswith("to ")


def test_a_missing_screenshot_is_asked_for_at_the_cursor_and_undone(opened: OpenPane) -> None:
    categorised(opened, ask_screenshot=1)
    without_pictures(opened)
    opened.show()
    opened.until(lambda: opened.pane.work.hints.isVisible())
    assert opened.pane.work.hints.line.words() == "No screenshot yet"
    editor = opened.pane._composer.editor("reply")
    before = editor.toPlainText()
    opened.pane.work.hints.ask.click()
    assert ASKED in editor.toPlainText()
    assert editor.hasFocus()
    editor.undo()
    assert editor.toPlainText() == before


def test_a_ticket_with_a_picture_lacks_none(opened: OpenPane) -> None:
    categorised(opened, ask_screenshot=1)
    opened.show()
    with opened.qtbot.waitSignal(opened.pane.work.hints_read):
        opened.pane.refresh(None)
    assert not opened.pane.work.hints.isVisible()
