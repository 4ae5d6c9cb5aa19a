"""The conversation as rows: events gathered, changes told as small as they are."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.ticket.conversation_model import (
    ConversationModel,
    EventGroup,
    gathered,
    group_words,
)
from desktop.ticket.words import event_words, sent_time_words
from models.rows import ConversationItem, EventRow, FileRow, MessageRow


def message(id: str, **row: Any) -> MessageRow:
    known: dict[str, Any] = {
        "kind": "customer",
        "author_id": "p",
        "author_name": "Peter Hale",
        "company_name": "Northwind",
        "channel": "email",
        "html": "<p>Привет</p>",
        "at_ms": 1_000_000,
        "written_at_ms": None,
        "delivery": None,
        "delivery_reason": None,
        "files": (),
        "unsent": False,
    }
    return MessageRow(id=id, **{**known, **row})


def event(id: str, what: str = "status", new: str | None = "done", **row: Any) -> EventRow:
    known: dict[str, Any] = {"at_ms": 1_000_000, "who_name": "Anna", "old": None, "why": None}
    return EventRow(id=id, what=what, new=new, **{**known, **row})


@pytest.fixture
def model(qtbot: QtBot, qtmodeltester: ModelTester) -> ConversationModel:
    """Every test's model is watched by the tester from its first row to its last."""
    made = ConversationModel()
    qtmodeltester.check(made, force_py=True)
    return made


def ids(model: ConversationModel) -> list[str]:
    return [model.entry(row).id for row in range(model.rowCount())]


def test_the_model_is_sound_through_its_life(model: ConversationModel) -> None:
    lives: list[list[ConversationItem]] = [
        [message("a"), event("e"), event("f"), message("b")],
        [message("a"), message("b"), message("c")],
        [message("c")],
        [],
    ]
    for items in lives:
        model.show_items(items)
    assert model.rowCount() == 0


def test_neighbouring_events_are_one_row() -> None:
    rows = gathered([event("1"), event("2"), message("m"), event("3")])
    assert [row.id for row in rows] == ["1", "m", "3"]
    assert isinstance(rows[0], EventGroup)
    assert [each.id for each in rows[0].events] == ["1", "2"]


def test_an_arrival_is_one_insert_and_an_edit_one_change(
    qtbot: QtBot, model: ConversationModel
) -> None:
    model.show_items([message("a"), message("b")])
    inserted: list[tuple[int, int]] = []
    changed: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.dataChanged.connect(lambda first, last, _: changed.append(first.row()))
    model.show_items([message("a"), message("b", unsent=True), message("c")])
    assert (inserted, changed) == ([(2, 2)], [1])
    model.show_items([message("0"), *[message(id) for id in "abc"]])
    assert ids(model) == ["0", "a", "b", "c"]
    assert inserted[1:] == [(0, 0)]


def test_a_removal_leaves_the_rest(model: ConversationModel) -> None:
    model.show_items([message(id) for id in "abcd"])
    model.show_items([message(id) for id in "acd"])
    assert ids(model) == ["a", "c", "d"]


def test_a_row_is_spoken_with_its_states() -> None:
    model = ConversationModel()
    file = FileRow("f", "ab" * 32, "лог.txt", "text/plain", 3, "complete")
    kept = {"delivery": "kept", "delivery_reason": "no_mail_channel"}
    model.show_items([message("a", kind="reply", unsent=True, files=(file,), **kept)])
    words = str(model.index(0).data())
    for part in (
        "Peter Hale",
        "reply to customer",
        "kept here: no mail channel is set up",
        "waits on this computer",
        "Привет",
        "лог.txt",
    ):
        assert part in words


def test_written_earlier_is_said_from_two_minutes_on() -> None:
    late = message("a", at_ms=10_000_000, written_at_ms=10_000_000 - 120_001)
    assert "written" in sent_time_words(late)
    assert "written" not in sent_time_words(replace(late, written_at_ms=10_000_000 - 120_000))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (event("e", "queue", "Network", why="rule “VPN”"), "Routed to Network (rule “VPN”)"),
        (event("e", "priority", "high", old="normal"), "Priority High"),
        (event("e", "status", "done"), "Marked done"),
        (event("e", "assignee", None, old="Anna"), "Assignee cleared"),
        (event("e", "tags", "vip", old="vpn"), "Tags +vip −vpn"),
        (event("e", "withdrawn", None, old="note"), "Message taken back"),
        (event("e", "created", "email"), "Created, e-mail"),
        (event("e", "edited", None, old="note"), "Message edited"),
        (event("e", "released", "send"), "Held reply sent anyway"),
        (event("e", "written_in_trash", "note"), "Written while the ticket was in the trash"),
        (event("e", "approval_asked", "A gateway"), "Approval asked for: A gateway"),
        (event("e", "approval_approved", "A gateway"), "Approved: A gateway"),
        (event("e", "approval_rejected", "A gateway", why="no"), "Rejected: A gateway (no)"),
        (event("e", "approval_taken_back", "A gateway"), "Decision taken back: A gateway"),
        (event("e", "split_into", "10482"), "Split off: #10482"),
        (event("e", "linked_original", "N-3F7KQ2"), "Linked as a duplicate of: N-3F7KQ2"),
        (event("e", "linked_related", None), "Related ticket linked"),
        (event("e", "time_added", "30", why="called"), "Work time added: 30 min (called)"),
        (event("e", "checklist_done", "Cable"), "Checklist item done: Cable"),
        (event("e", "new_thing", "x"), "New thing x"),
    ],
)
def test_events_are_said_in_words(given: EventRow, words: str) -> None:
    assert event_words(given) == words


def test_what_follows_from_another_event_is_not_told_twice() -> None:
    waiting = event("s", new="waiting"), event("w", "waiting_for", "colleague")
    back = event("b", new="open", at_ms=2_000_000), event("c", "waiting_for", None, at_ms=2_000_000)
    words = group_words(EventGroup("s", (*waiting, *back)))
    assert words.startswith("Anna: Waiting for colleague · Marked in work · ")


def test_of_very_many_events_the_newest_are_told() -> None:
    many = tuple(event(f"e{n}", "subject", f"Subject {n}", at_ms=n) for n in range(40))
    words = group_words(EventGroup("e0", many))
    assert "Subject 39" in words
    assert "Subject 28" in words
    assert "…" in words
    assert "Subject 27" not in words


def test_the_tip_of_a_line_has_every_event_of_it(model: ConversationModel) -> None:
    many = [event(str(n), "priority", f"p{n}") for n in range(9)]
    model.show_items(many)
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert [f"p{n}" in tip for n in range(9)] == [True] * 9
    assert len(tip.splitlines()) == 9
