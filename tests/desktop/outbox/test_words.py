from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from desktop.code_words import words_for_code
from desktop.outbox import words
from desktop.ticket.words import upload_words
from models.commands import (
    AddCall,
    AddNote,
    AddReply,
    Command,
    Delete,
    EditMessage,
    MarkRead,
    Mutation,
    Noop,
    Put,
    SetTicket,
    Split,
    TickItem,
)
from models.queries.outbox import OutboxEntry
from models.rows import FileRow
from tests.desktop.languages import speaking
from tests.desktop.work.sample import NOON


def entry(command: Command | None = None, state: str = "queued", **more: object) -> OutboxEntry:
    given = {"group": "moving", "at_ms": NOON, **more}
    return OutboxEntry(key="c:1", state=state, command=command, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (AddNote(ticket_id="t", html="x"), "Internal note"),
        (AddReply(ticket_id="t", html="x"), "Reply to the requester"),
        (AddCall(ticket_id="t", html="x"), "Call logged"),
        (SetTicket(id="t", set={"status": "done"}), "Marked done"),
        (SetTicket(id="t", set={"impact": "low"}), "Ticket changed"),
        (MarkRead(id="r", ticket_id="t", read_at_ms=1), "Marked as read"),
        (EditMessage(id="m", html="x"), "Message changed"),
        (Put(entity="draft", set={"html": "x"}), "Draft"),
        (Delete(entity="personal_note", id="n"), "My notes: deleted"),
        (Split(ticket_id="t", messages=("m",)), "Ticket split"),
        (TickItem(id="i"), "Checklist item done"),
        (TickItem(id="i", done=False), "Checklist item opened again"),
        (Put(entity="tag", set={}), "Change"),
        (None, "Change of a newer Deskside"),
    ],
)
def test_every_change_has_words(command: Command | None, shown: str) -> None:
    assert words.title(entry(command)) == shown


def test_no_kind_of_change_is_without_words_of_its_own() -> None:
    """But rows that nobody writes by hand."""
    kinds = set(Mutation.__args__) - {Noop, Put, Delete}
    without = [kind for kind in kinds if words.title(entry(bare(kind))) == "Change"]
    assert without == []


def bare(kind: type[Command]) -> Command:
    """One with as little in it as there can be."""
    if kind is SetTicket:
        return SetTicket(id="t", set={"status": "done"})
    needed = (field for field in msgspec.structs.fields(kind) if field.required)
    values: dict[str, Any] = {field.name: {} if field.name == "set" else "x" for field in needed}
    return kind(**values)


def test_a_state_is_told_by_word_and_icon() -> None:
    states = "refused held reply conflict failed queued sending waiting paused sent".split()
    told = [words.state_words(entry(state=state)) for state in states]
    assert all(one.text and one.icon for one in told)
    assert words.state_words(entry(state="waiting"), 42).text == "42 % uploaded"


def test_a_refusal_is_told_in_the_readers_language(qapp: QApplication) -> None:
    known = entry(state="refused", reason="You may not.", code="forbidden")
    assert words.reason(known) == "You may not."
    with speaking(qapp, "ru"):
        assert words.reason(known) == words_for_code("forbidden", "")
        assert "You" not in words.reason(known)
    assert words.reason(entry()) == ""


@pytest.mark.parametrize(("language", "words_of"), [("ru", "отправить"), ("bg", "изпратен")])
def test_whatever_happens_to_a_file_is_told_in_the_readers_language(
    qapp: QApplication, language: str, words_of: str
) -> None:
    reason = "Server said no: quota of tenant 7 is exceeded."
    stuck = entry(state="failed", reason=reason, code="upload")
    file = FileRow("f", "ab" * 32, "a.log", "text/plain", 3, "pending", "failed", reason)
    assert words.reason(stuck) == reason
    assert reason in upload_words(file)
    with speaking(qapp, language):
        for told in (words.reason(stuck), upload_words(file)):
            assert words_of in told
            assert "quota" not in told


def test_a_conflict_names_the_field_and_the_other_person() -> None:
    met = entry(state="conflict", name="priority", preview="Alexey Novak")
    assert words.title(met) == "Two people changed: priority"
    assert words.reason(met).startswith("Alexey Novak had changed this")
    assert words.preview(met) == ""
