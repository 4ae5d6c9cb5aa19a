"""Late changes on the open ticket: the bar, held replies, edited messages, approvals."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.ticket.approval_strip import ApprovalLine
from desktop.ticket.held_acts import HeldActs
from models.commands import EditMessage, ResolveConflict
from tests.desktop.editor.typing import CTRL, press, type_text
from tests.desktop.ticket.conftest import OpenPane
from tests.desktop.ticket.late import ALEXEY, add_approval, add_conflict, add_held_reply
from tests.desktop.ticket.picture import add_message
from tests.desktop.work.sample import ME

NOTE = "<p>The gateway was rebooted.</p>"
MINE = {"kind": "note", "author_id": ME.id, "author_name": ME.name, "channel": ""}


def message(opened: OpenPane, id: str) -> dict[str, Any]:
    row = opened.desk.row("message", id)
    assert row is not None
    return row


def said(opened: OpenPane, id: str) -> str:
    """The message as a screen reader says it."""
    model = opened.pane._conversation._model
    return str(model.index(model.row_of(id)).data())


def go_to(opened: OpenPane, id: str) -> None:
    """Put the keyboard on a message."""
    view = opened.pane._conversation
    opened.until(lambda: view._model.row_of(id) >= 0)
    view.setCurrentIndex(view._model.index(view._model.row_of(id)))
    opened.pane.activateWindow()
    view.setFocus()
    opened.until(lambda: view.hasFocus() and view.isActiveWindow())


def held_buttons(opened: OpenPane) -> dict[str, QPushButton]:
    found = opened.pane.findChildren(HeldActs)
    buttons = [b for acts in found if acts.isVisible() for b in acts.findChildren(QPushButton)]
    return {button.accessibleName(): button for button in buttons}


def add_note(opened: OpenPane, **row: Any) -> None:
    add_message(opened.desk, opened.ticket_id, "mine", **{**MINE, "html": NOTE, **row})


# The bar


def test_the_bar_tells_what_clashed_until_it_is_settled(opened: OpenPane) -> None:
    opened.show()
    bar = opened.pane._late_bar
    assert not bar.isVisible()
    settled = add_conflict(opened.desk, "priority", "normal", "high")
    other = add_conflict(opened.desk, "queue_id", "Network", "First line")
    opened.pane.refresh({opened.ticket_id})
    opened.until(bar.isVisible)
    told = "Two people changed this while you were offline: Priority, Queue."
    assert bar.text() == told
    with opened.qtbot.waitSignal(opened.pane.conflicts_wanted) as wanted:
        bar._action.click()
    assert wanted.args == [opened.ticket_id]
    opened.perform(ResolveConflict(id=settled, choice="theirs"))
    opened.until(lambda: "Priority" not in bar.text())
    opened.perform(ResolveConflict(id=other, choice="mine"))
    opened.until(lambda: not bar.isVisible())
    assert opened.ticket()["priority"] == "high"


def test_a_closed_bar_comes_back_for_something_new_only(opened: OpenPane) -> None:
    add_conflict(opened.desk, "priority", "normal", "high")
    opened.show()
    bar = opened.pane._late_bar
    opened.until(bar.isVisible)
    bar._close.click()
    opened.desk.change(opened.ticket_id, subject="Changed")
    opened.pane.refresh(None)
    opened.until(lambda: (head := opened.pane.header()) and head.subject == "Changed")
    assert not bar.isVisible()
    add_conflict(opened.desk, "product", "1C", "Mail")
    opened.pane.refresh(None)
    opened.until(bar.isVisible)


# Held replies


@pytest.mark.parametrize(
    ("key", "kind", "delivery", "deleted"),
    [
        (Qt.Key.Key_S, "reply", "kept", 0),
        (Qt.Key.Key_M, "note", None, 0),
        (Qt.Key.Key_Delete, "reply", "held", 1),
    ],
    ids=["send anyway", "make it a note", "drop"],
)
def test_a_held_reply_is_released_by_a_key(
    opened: OpenPane, key: Qt.Key, kind: str, delivery: str | None, deleted: int
) -> None:
    add_held_reply(opened.desk, opened.ticket_id)
    opened.show()
    go_to(opened, "held")
    opened.until(lambda: bool(held_buttons(opened)))
    assert list(held_buttons(opened)) == ["Send anyway", "Edit", "Make it a note", "Drop"]
    assert "Held: Peter Hale wrote at " in said(opened, "held")
    assert "while you were offline" in said(opened, "held")
    QTest.keyClick(opened.pane._conversation, key)
    opened.until(lambda: not held_buttons(opened))
    row = message(opened, "held")
    assert (row["kind"], row["delivery"], row["deleted"]) == (kind, delivery, deleted)


def test_a_held_reply_is_edited_and_then_sent(opened: OpenPane) -> None:
    add_held_reply(opened.desk, opened.ticket_id)
    opened.show()
    opened.until(lambda: bool(held_buttons(opened)))
    held_buttons(opened)["Edit"].click()
    editor = opened.pane._editor
    opened.until(editor.isVisible)
    type_text(editor.frame.editor, " Please.")
    press(editor.frame.editor, Qt.Key.Key_Return, CTRL)
    opened.until(lambda: message(opened, "held")["delivery"] == "kept")
    assert message(opened, "held")["html"] == "<p>Please restart the gateway. Please.</p>"
    opened.until(opened.pane._composer.isVisible)


def test_colleagues_only_see_who_holds_a_reply(opened: OpenPane) -> None:
    alexey = {"author_id": ALEXEY[0], "author_name": ALEXEY[1]}
    add_held_reply(opened.desk, opened.ticket_id, **alexey)
    opened.show()
    go_to(opened, "held")
    assert "held by Alexey Novak: Peter Hale wrote at " in said(opened, "held")
    QTest.keyClick(opened.pane._conversation, Qt.Key.Key_S)
    assert held_buttons(opened) == {}
    assert opened.asked == []
    menu = opened.pane._conversation.menu_for(opened.pane._conversation._model.row_of("held"))
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy text", "Split off…"]


# Editing


def test_ones_own_note_is_edited_in_place(opened: OpenPane) -> None:
    add_note(opened)
    opened.show()
    go_to(opened, "mine")
    QTest.keyClick(opened.pane._conversation, Qt.Key.Key_E)
    editor = opened.pane._editor
    opened.until(editor.isVisible)
    assert opened.pane.focusWidget() is editor.frame.editor
    type_text(editor.frame.editor, " Twice.")
    with opened.qtbot.waitSignal(opened.pane.edited) as done:
        press(editor.frame.editor, Qt.Key.Key_Return, CTRL)
    assert isinstance(done.args[0].command, EditMessage)
    assert message(opened, "mine")["html"] == "<p>The gateway was rebooted. Twice.</p>"
    opened.until(lambda: "edited " in said(opened, "mine"))
    assert opened.pane._conversation.hasFocus()
    with opened.qtbot.waitSignal(opened.pane.versions_wanted) as wanted:
        QTest.keyClick(opened.pane._conversation, Qt.Key.Key_V)
    assert wanted.args[0].id == "mine"


def test_escape_asks_only_about_something_changed(opened: OpenPane) -> None:
    add_note(opened)
    opened.show()
    editor = opened.pane._editor
    for typed, presses in (("", 1), ("x", 2)):
        go_to(opened, "mine")
        QTest.keyClick(opened.pane._conversation, Qt.Key.Key_E)
        opened.until(editor.isVisible)
        type_text(editor.frame.editor, typed)
        for _ in range(presses):
            assert editor.isVisible()
            press(editor.frame.editor, Qt.Key.Key_Escape)
        assert not editor.isVisible()
    assert message(opened, "mine")["html"] == NOTE
    assert opened.writer.flush()
    assert opened.desk.value("SELECT count(*) FROM form_draft") == 0


def test_something_changed_is_not_given_up_for_another_message(opened: OpenPane) -> None:
    add_note(opened)
    add_message(opened.desk, opened.ticket_id, "other", html="<p>Other.</p>", **MINE)
    opened.show()
    editor, view = opened.pane._editor, opened.pane._conversation
    go_to(opened, "mine")
    QTest.keyClick(view, Qt.Key.Key_E)
    opened.until(editor.isVisible)
    go_to(opened, "other")
    QTest.keyClick(view, Qt.Key.Key_E)
    assert editor.frame.editor.toPlainText() == "Other."
    type_text(editor.frame.editor, "!")
    go_to(opened, "mine")
    QTest.keyClick(view, Qt.Key.Key_E)
    assert editor.frame.editor.toPlainText() == "Other.!"
    assert "first" in editor._words.text()


@pytest.mark.parametrize(
    "row",
    [
        {"author_id": ALEXEY[0], "author_name": ALEXEY[1]},
        {"kind": "customer"},
        {"kind": "reply", "delivery": "sent"},
    ],
    ids=["of a colleague", "of the customer", "mailed"],
)
def test_what_may_not_be_changed_is_not_offered(opened: OpenPane, row: dict[str, Any]) -> None:
    add_note(opened, **row)
    opened.show()
    go_to(opened, "mine")
    QTest.keyClick(opened.pane._conversation, Qt.Key.Key_E)
    assert not opened.pane._editor.isVisible()


def test_a_change_that_is_being_written_survives_a_kill(opened: OpenPane, tmp_path: Any) -> None:
    two = "<p>one</p><p>two</p><p>three</p>"
    add_note(opened, html=two)
    opened.show()
    go_to(opened, "mine")
    QTest.keyClick(opened.pane._conversation, Qt.Key.Key_E)
    opened.until(opened.pane._editor.isVisible)
    type_text(opened.pane._editor.frame.editor, " of it")
    opened.until(lambda: opened.desk.value("SELECT count(*) FROM form_draft") == 1)
    opened.begin_anew(tmp_path / "files")
    add_note(opened, html=two.replace("one", "ONE"))
    opened.show()
    opened.until(opened.pane._editor.isVisible)
    editor = opened.pane._editor.frame.editor
    assert editor.toPlainText() == "one\ntwo\nthree of it"
    press(editor, Qt.Key.Key_Return, CTRL)
    opened.until(lambda: "three of it" in message(opened, "mine")["html"])
    assert message(opened, "mine")["html"].startswith("<p>ONE</p>")
    opened.until(lambda: opened.desk.value("SELECT count(*) FROM form_draft") == 0)


# Approvals


def lines(opened: OpenPane) -> list[ApprovalLine]:
    return [line for line in opened.pane.findChildren(ApprovalLine) if line.isVisible()]


def spoken(opened: OpenPane) -> list[str]:
    return [line.accessibleName() for line in lines(opened)]


def test_an_approval_is_given(opened: OpenPane) -> None:
    id = add_approval(opened.desk, opened.ticket_id)
    opened.show()
    opened.until(lambda: bool(lines(opened)))
    (line,) = lines(opened)
    assert line.accessibleName().startswith(
        "Order a second gateway, Alexey Novak asks Maria Orlova"
    )
    line._approve.click()
    opened.until(lambda: (opened.desk.row("approval", id) or {})["state"] == "approved")
    opened.until(lambda: any("approved by Maria Orlova" in name for name in spoken(opened)))
    assert not lines(opened)[0]._approve.isVisible()


def test_a_refusal_says_why(opened: OpenPane) -> None:
    id = add_approval(opened.desk, opened.ticket_id)
    opened.show()
    opened.until(lambda: bool(lines(opened)))
    (line,) = lines(opened)
    line._reject.click()
    press(line.why, Qt.Key.Key_Escape)
    assert not line.why.isVisible()
    line._reject.click()
    type_text(line.why, "Too dear")
    press(line.why, Qt.Key.Key_Return)
    opened.until(lambda: (opened.desk.row("approval", id) or {})["why"] == "Too dear")
    opened.until(lambda: any("Too dear" in name for name in spoken(opened)))


def test_only_who_is_asked_can_decide(opened: OpenPane) -> None:
    add_approval(opened.desk, opened.ticket_id, of_id=ALEXEY[0])
    opened.show()
    opened.until(lambda: bool(lines(opened)))
    assert not lines(opened)[0]._approve.isVisible()
    assert not lines(opened)[0]._reject.isVisible()


def test_approval_is_asked_for_from_the_menu(opened: OpenPane) -> None:
    opened.show()
    menu = opened.pane._header_bar._more.menu()
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text() == "Ask for approval…")
    with opened.qtbot.waitSignal(opened.pane.approval_wanted) as wanted:
        action.trigger()
    assert wanted.args[0].id == opened.ticket_id
