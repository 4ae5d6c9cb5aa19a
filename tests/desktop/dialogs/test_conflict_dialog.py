"""The card of late changes: what it shows, how one chooses, what comes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.conflict_dialog import Chosen, ConflictDialog
from desktop.dialogs.conflict_field import ConflictField
from desktop.dialogs.conflict_text import ConflictText
from models.commands import ResolveConflict
from models.richtext import to_plain
from models.rows import ConflictRow, ConflictValue, MergedTags
from tests.desktop.dialogs.conftest import press
from tests.desktop.work.sample import ME, MINUTE, NOON

BASE = "<p>start</p><p>one</p><p>gap</p><p>two</p><p>end</p>"
LATE = "<p>start</p><p>mine one</p><p>gap</p><p>mine two</p><p>end</p>"
THERE = "<p>start</p><p>their one</p><p>gap</p><p>their two</p><p>end</p>"


def conflict(field: str, mine: Any, theirs: Any, **row: Any) -> ConflictRow:
    """Maria's value came late from offline; the row shows it, unless ``now`` says otherwise."""
    base, now = row.pop("base", None), row.pop("now", mine)
    known: dict[str, Any] = {
        "id": f"c-{field}",
        "ticket_id": "t",
        "number": "10482",
        "entity": "ticket",
        "ent": "t",
        "title": "",
        "theirs_id": "agent-alexey",
        "theirs_name": "Alexey Novak",
        "theirs_at_ms": NOON - 7 * MINUTE,
        "mine_id": ME.id,
        "mine_name": ME.name,
        "mine_at_ms": NOON,
        "written_at_ms": NOON - 21 * MINUTE,
        **row,
    }
    texts = {"base": base, "mine": mine, "theirs": theirs, "now": now}
    known |= {name: ConflictValue(value) for name, value in texts.items()}
    return ConflictRow(field=field, **known)


def card(qtbot: QtBot, *rows: ConflictRow, tags: MergedTags | None = None) -> ConflictDialog:
    made = ConflictDialog(rows, ME.id, tags)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def words(dialog: ConflictDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def choices(dialog: ConflictDialog) -> dict[str, str]:
    """What each command that the card was left with chooses."""
    commands = [each for each in dialog.chosen.commands if isinstance(each, ResolveConflict)]
    return {command.id: command.choice for command in commands}


def fields(qtbot: QtBot) -> ConflictDialog:
    status = conflict("status", "done", "open", base="new")
    return card(qtbot, conflict("priority", "normal", "high", base="low"), status)


def test_it_says_who_wrote_what_and_when(qtbot: QtBot) -> None:
    dialog = card(qtbot, conflict("priority", "normal", "high"))
    shown = words(dialog)
    assert "Two people changed #10482 while you were offline" in shown
    assert any("Yours, " in text and "12:10 (offline)" in text for text in shown)
    assert any("Alexey Novak, " in text and "12:24 (on the server)" in text for text in shown)
    (line,) = dialog.lines
    assert isinstance(line, ConflictField)
    assert [chip.text() for chip in line.chips.chips()] == ["Normal", "High"]
    assert line.chips.choice() == "mine"


def test_keys_choose_and_apply(qtbot: QtBot) -> None:
    dialog = fields(qtbot)
    first, second = dialog.lines
    assert isinstance(first, ConflictField)
    assert isinstance(second, ConflictField)
    press(first.chips, Qt.Key.Key_2)
    press(first.chips.chips()[1], Qt.Key.Key_Down)
    assert dialog.focusWidget() is second.chips.chips()[0]
    press(dialog.focusWidget(), Qt.Key.Key_Right)
    assert second.chips.choice() == "theirs"
    press(dialog.focusWidget(), Qt.Key.Key_1)
    press(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert choices(dialog) == {"c-priority": "theirs", "c-status": "mine"}


def test_escape_leaves_all_as_it_is(qtbot: QtBot) -> None:
    dialog = fields(qtbot)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == 0
    assert dialog.chosen == Chosen()


def test_the_servers_values_are_kept_at_once(qtbot: QtBot) -> None:
    dialog = fields(qtbot)
    dialog.keep_button.click()
    assert choices(dialog) == {"c-priority": "theirs", "c-status": "theirs"}


def test_what_was_before_is_shown_by_a_key(qtbot: QtBot) -> None:
    dialog = fields(qtbot)
    assert "Before: Low" not in words(dialog)
    press(dialog, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: {"Before: Low", "Before: not started"} <= set(words(dialog)))
    press(dialog, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: "Before: Low" not in words(dialog))


def test_a_third_value_meanwhile_has_to_be_decided_about(qtbot: QtBot) -> None:
    dialog = card(qtbot, conflict("priority", "normal", "high", now="urgent"))
    assert "Now: Urgent" in words(dialog)
    dialog.try_accept()
    assert dialog.isVisible()
    assert "Priority" in dialog.words()
    (line,) = dialog.lines
    assert isinstance(line, ConflictField)
    line.chips.choose("theirs")
    dialog.try_accept()
    assert choices(dialog) == {"c-priority": "theirs"}


def test_tags_that_merged_are_told(qtbot: QtBot) -> None:
    tags = MergedTags(("vpn", "<i>"), frozenset({"<i>"}))
    dialog = card(qtbot, conflict("priority", "normal", "high"), tags=tags)
    assert "merged by themselves: vpn, <b>&lt;i&gt;</b>" in words(dialog)


def test_history_is_asked_for_without_a_choice(qtbot: QtBot) -> None:
    dialog = fields(qtbot)
    dialog.history_button.click()
    assert dialog.chosen == Chosen(history=True)


def text_card(qtbot: QtBot, **row: Any) -> tuple[ConflictDialog, ConflictText]:
    given = {"entity": "message", "base": BASE, "now": THERE, **row}
    dialog = card(qtbot, conflict("html", LATE, THERE, **given))
    (line,) = dialog.lines
    assert isinstance(line, ConflictText)
    return dialog, line


def test_each_place_of_a_text_is_chosen_by_itself(qtbot: QtBot) -> None:
    dialog, line = text_card(qtbot)
    both = "start\n\ntheir one\n\nmine one\n\ngap\n\ntheir two\n\nmine two\n\nend"
    assert line.view.toPlainText().split() == both.split()
    assert "Yours: mine one" in line.view.accessibleDescription()
    first, second = line.places
    press(first.chips()[2], Qt.Key.Key_1)
    press(first.chips()[0], Qt.Key.Key_Down)
    press(second.chips()[2], Qt.Key.Key_2)
    dialog.try_accept()
    (command,) = dialog.chosen.commands
    assert isinstance(command, ResolveConflict)
    assert (command.choice, to_plain(json.loads(command.value or "")).split()) == (
        "other",
        "start mine one gap their two end".split(),
    )


@pytest.mark.parametrize(("key", "choice"), [("mine", "mine"), ("theirs", "theirs")])
def test_a_text_taken_whole_is_named_so(qtbot: QtBot, key: str, choice: str) -> None:
    dialog, line = text_card(qtbot)
    for place in line.places:
        place.choose(key)
    dialog.try_accept()
    assert choices(dialog) == {"c-html": choice}


def test_the_servers_text_is_what_it_says_now(qtbot: QtBot) -> None:
    newer = THERE.replace("end", "end, and more")
    dialog, _ = text_card(qtbot, now=newer)
    dialog.keep_button.click()
    (command,) = dialog.chosen.commands
    assert isinstance(command, ResolveConflict)
    assert json.loads(command.value or "") == newer


def test_a_conflict_without_a_ticket_names_its_row(qtbot: QtBot) -> None:
    about = {"ticket_id": None, "number": "", "entity": "contact", "title": "Peter Hale"}
    dialog = card(qtbot, conflict("phone", "3", "2", **about))
    assert "Two people changed “Peter Hale” while you were offline" in words(dialog)
    assert not dialog.history_button.isVisible()


def test_an_approval_is_told_in_words(qtbot: QtBot) -> None:
    about = {"entity": "approval", "title": "A second gateway", "base": "asked", "now": "rejected"}
    dialog = card(qtbot, conflict("state", "approved", "rejected", **about))
    (line,) = dialog.lines
    assert isinstance(line, ConflictField)
    assert "Approval: A second gateway" in words(dialog)
    assert [chip.text() for chip in line.chips.chips()] == ["approved", "rejected"]
    assert line.chips.choice() == "theirs"
