"""What one began to write on another device: shown above the text, used, discarded, never mixed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.editor.sibling_strip import SiblingLine
from models.commands import DraftDrop
from models.database import Store
from tests.desktop.editor.typing import CTRL, press, type_text
from tests.desktop.ticket.conftest import OpenPane

THEIRS = "<p>Guten Tag, wir prüfen das.</p>"


def arrives(opened: OpenPane, html: str = THEIRS, *, kind: str = "reply", files: int = 0) -> None:
    """The engine wrote it into the file, and the window hears of it."""
    row: dict[str, Any] = {
        "id": f"theirs-{kind}",
        "scope": f"u:{opened.desk.me.id}",
        "ticket_id": opened.ticket_id,
        "kind": kind,
        "html": html,
        "device": json.dumps({"name": "anna-laptop", "files": files}),
        "updated_at_ms": opened.desk.now_ms,
    }
    opened.desk.put_row("draft", row)
    opened.pane.refresh({opened.ticket_id})


def lines(opened: OpenPane) -> list[SiblingLine]:
    return opened.pane._composer._siblings.lines()


def words(opened: OpenPane) -> list[str]:
    return [line.words.text() for line in lines(opened)]


def shown(line: SiblingLine) -> list[str]:
    return [b.text() for b in line.findChildren(QPushButton) if not b.isHidden()]


def reply(opened: OpenPane) -> str:
    return opened.pane._composer.editor("reply").canonical_html()


def told(opened: OpenPane) -> list[tuple[str, str]]:
    """Drafts that were queued for the other devices."""
    assert opened.writer.flush()
    store = Store.open(opened.desk.database, "local")
    found = store.sql("SELECT payload FROM outbox WHERE kind = 'draft_put' ORDER BY mid")
    store.close()
    payloads = [json.loads(payload) for (payload,) in found]
    return [(each["of"], each.get("html", "")) for each in payloads]


def test_an_empty_text_takes_it_over(opened: OpenPane) -> None:
    opened.show()
    arrives(opened, files=2)
    opened.until(lambda: bool(lines(opened)))
    (line,) = lines(opened)
    assert line.words.text().startswith("A draft from anna-laptop, ")
    assert line.words.text().endswith("; 2 files are only there")
    assert shown(line) == ["Use it", "Show", "Discard"]
    line.use.click()
    opened.until(lambda: reply(opened) == THEIRS)
    assert "is in your text" in line.words.text()
    assert shown(line) == ["Discard"]
    opened.pane.save_now()
    assert told(opened) == [("reply", THEIRS)]
    line.drop.click()
    opened.until(lambda: not lines(opened))
    (asked,) = opened.asked
    assert isinstance(asked, DraftDrop)
    assert reply(opened) == THEIRS


def test_to_ones_own_words_it_is_added(opened: OpenPane) -> None:
    opened.show()
    editor = opened.pane._composer.editor("reply")
    type_text(editor, "Добрый день")
    arrives(opened)
    opened.until(lambda: bool(lines(opened)))
    assert reply(opened) == "<p>Добрый день</p>", "nothing is written over"
    (line,) = lines(opened)
    assert shown(line) == ["Add below", "Show", "Discard"]
    line.use.click()
    assert reply(opened) == f"<p>Добрый день</p>{THEIRS}"
    press(editor, Qt.Key.Key_Z, CTRL)
    opened.until(lambda: THEIRS not in reply(opened))
    assert "Добрый день" in reply(opened)


def test_one_of_nothing_but_files_can_only_be_discarded(opened: OpenPane) -> None:
    opened.show()
    arrives(opened, "", files=2)
    opened.until(lambda: bool(lines(opened)))
    (line,) = lines(opened)
    assert line.words.text().startswith("A draft from anna-laptop, ")
    assert shown(line) == ["Discard"]


def test_it_can_be_read_first_and_goes_on_while_it_is_open(opened: OpenPane) -> None:
    opened.show()
    arrives(opened)
    opened.until(lambda: bool(lines(opened)))
    (line,) = lines(opened)
    press(line.show_text, Qt.Key.Key_Return)
    assert line.preview.isVisible()
    assert line.preview.toPlainText() == "Guten Tag, wir prüfen das."
    arrives(opened, "<p>Guten Tag, es geht wieder.</p>")
    opened.until(lambda: line.preview.toPlainText() == "Guten Tag, es geht wieder.")
    assert (lines(opened), line.preview.isVisible()) == ([line], True)
    press(line.show_text, Qt.Key.Key_Return)
    assert not line.preview.isVisible()


def test_the_other_text_is_named(opened: OpenPane) -> None:
    opened.show()
    arrives(opened, kind="note")
    opened.until(lambda: bool(lines(opened)))
    (line,) = lines(opened)
    assert line.words.text().startswith("A draft of a note from anna-laptop, ")
    line.use.click()
    assert opened.pane._composer.kind() == "note"
    assert opened.pane._composer.editor("note").canonical_html() == THEIRS
    opened.pane._composer.open_kind("reply")
    arrives(opened, "<p>other words</p>", kind="note")
    opened.until(lambda: "Add below" in shown(line))
    opened.show(opened.desk.ticket("Другой", number=777))
    assert lines(opened) == []


@pytest.mark.parametrize("how", ["leaves", "closes", "goes on"])
def test_a_draft_is_told_when_one_stops(opened: OpenPane, how: str) -> None:
    opened.show()
    composer = opened.pane._composer
    composer.open_kind("reply")
    type_text(composer.editor("reply"), "начато")
    assert told(opened) == []
    if how == "leaves":
        opened.until(composer.editor("reply").hasFocus)
        opened.pane._conversation.take_focus()
    elif how == "closes":
        opened.pane.save_now()
    else:
        opened.show(opened.desk.ticket("Другой", number=777))
    assert told(opened) == [("reply", "<p>начато</p>")]


def test_a_pause_tells_it_as_well(opened: OpenPane, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.show()
    opened.pane._desk._sharing._pause.setInterval(50)
    type_text(opened.pane._composer.editor("note"), "n")
    opened.until(lambda: told(opened) == [("note", "<p>n</p>")])


def test_what_is_sent_is_taken_back_from_the_others(opened: OpenPane) -> None:
    opened.show()
    editor = opened.pane._composer.editor("reply")
    type_text(editor, "Готово")
    opened.pane.save_now()
    assert told(opened) == [("reply", "<p>Готово</p>")]
    opened.desk._store.sql("UPDATE outbox SET state = 'sending'")
    with opened.qtbot.waitSignal(opened.pane.acted):
        press(editor, Qt.Key.Key_Return, CTRL)
    opened.until(lambda: told(opened) == [("reply", "<p>Готово</p>"), ("reply", "")])


def test_what_an_end_left_untold_is_told_with_the_next_ticket(opened: OpenPane) -> None:
    opened.show()
    type_text(opened.pane._composer.editor("reply"), "до сбоя")
    opened.pane._composer.save_now()
    opened.pane._desk._sharing.stop()
    assert told(opened) == []
    opened.show(opened.desk.ticket("Другой", number=777))
    opened.until(lambda: told(opened) == [("reply", "<p>до сбоя</p>")])
