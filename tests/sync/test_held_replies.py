"""Replies to what was not the last word are held until their author has looked."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from models.commands import (
    AddNote,
    AddReply,
    HoldReply,
    Release,
    SetTicket,
)
from models.errors import Refused
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.late_room import customer, outcome, rows


def test_a_reply_to_what_was_not_the_last_word_is_held(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str
) -> None:
    newer = customer(desk, ticket)
    reply = AddReply(ticket_id=ticket, html="<p>Please restart it.</p>")
    anna.do(reply)
    anna.sync()
    boris.sync()
    for person in (anna, boris):
        message = person.row("message", reply.id)
        assert message
        assert (message["delivery"], message["delivery_reason"]) == ("held", newer)
        assert person.row("ticket", ticket)["first_reply_at_ms"] is None  # type: ignore[index]
    assert outcome(anna) == ("settled", "held")


@pytest.mark.parametrize("act", ["send", "edit", "note", "drop"])
def test_its_author_decides_about_a_held_reply(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, act: str
) -> None:
    customer(desk, ticket)
    reply = AddReply(ticket_id=ticket, html="<p>Please restart it.</p>")
    anna.do(reply)
    anna.sync()
    html = "<p>Sorry! Restart it.</p>" if act == "edit" else None
    anna.do(Release(id=reply.id, act="send" if act == "edit" else act, html=html))
    anna.sync()
    boris.sync()
    message = boris.row("message", reply.id)
    if act == "drop":
        assert message is None
        return
    assert message
    assert message["kind"] == ("note" if act == "note" else "reply")
    assert message["delivery"] == (None if act == "note" else "kept")
    assert message["html"] == (html or "<p>Please restart it.</p>")
    replied = boris.row("ticket", ticket)["first_reply_at_ms"]  # type: ignore[index]
    assert (replied is None) == (act == "note")


@pytest.mark.parametrize("act", ["send", "edit", "note"])
@pytest.mark.parametrize("sent", [False, True], ids=["in the outbox", "sent"])
def test_the_word_on_a_held_reply_is_taken_back_and_said_again(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, act: str, sent: bool
) -> None:
    customer(desk, ticket)
    reply = AddReply(ticket_id=ticket, html="<p>Please restart it.</p>")
    anna.do(reply)
    anna.sync()
    before = desk.row("message", reply.id), desk.row("ticket", ticket)
    html = "<p>Sorry! Restart it.</p>" if act == "edit" else None
    released = anna.do(Release(id=reply.id, act="note" if act == "note" else "send", html=html))
    for _ in range(sent):
        anna.sync()
    assert released.inverse is not None
    held = anna.do(released.inverse)
    anna.sync()
    assert desk.row("message", reply.id) == {**before[0], "rev": ANY}
    assert desk.row("ticket", ticket) == {**before[1], "rev": ANY, "measures": ANY}
    assert held.inverse is not None
    anna.do(held.inverse)
    for person in (anna, boris):
        person.sync()
    message = boris.row("message", reply.id)
    assert message
    assert message["kind"] == ("note" if act == "note" else "reply")
    assert message["html"] == (html or "<p>Please restart it.</p>")


def test_a_held_reply_that_was_mailed_is_not_taken_back(
    desk: ServerDesk, anna: Person, ticket: str
) -> None:
    customer(desk, ticket)
    reply = AddReply(ticket_id=ticket, html="<p>Please restart it.</p>")
    anna.do(reply)
    anna.sync()
    released = anna.do(Release(id=reply.id, act="send"))
    anna.sync()
    desk.path.run(lambda writer: writer.update("message", reply.id, {"delivery": "sent"}))
    assert released.inverse is not None
    answer = desk.device(anna.actor).push(released.inverse)[0]
    assert (answer.s, answer.sentence) == (
        "rejected",
        "This reply was mailed and can't be taken back.",
    )
    anna.sync()
    with pytest.raises(Refused, match="was mailed"):
        anna.do(released.inverse)


def test_a_reply_that_was_never_held_can_not_be_made_so(
    desk: ServerDesk, anna: Person, ticket: str
) -> None:
    note = AddNote(ticket_id=ticket, html="<p>Ours.</p>")
    anna.do(note)
    anna.sync()
    for of in (note.uid, "nothing"):
        with pytest.raises(Refused, match="was not held"):
            anna.do(HoldReply(id=note.id, of=of, act="note", reason="", at_ms=0))


def test_a_released_reply_is_held_again_by_a_still_newer_word(
    desk: ServerDesk, anna: Person, ticket: str
) -> None:
    customer(desk, ticket)
    reply = AddReply(ticket_id=ticket, html="<p>Please restart it.</p>")
    anna.do(reply)
    anna.sync()
    newest = customer(desk, ticket, "<p>Hello?</p>")
    anna.do(Release(id=reply.id, act="send"))
    anna.sync()
    message = anna.row("message", reply.id)
    assert message
    assert (message["delivery"], message["delivery_reason"]) == ("held", newest)


def test_replies_in_turn_are_not_held(anna: Person, boris: Person, ticket: str) -> None:
    anna.do(AddReply(ticket_id=ticket, html="<p>One.</p>"))
    anna.do(AddReply(ticket_id=ticket, html="<p>Two.</p>"))
    anna.sync()
    boris.sync()
    boris.do(AddReply(ticket_id=ticket, html="<p>Three.</p>"))
    boris.sync()
    assert [message["delivery"] for message in rows(boris.store, "message")][1:] == ["kept"] * 3


def test_nobody_closes_over_an_unread_answer(desk: ServerDesk, anna: Person, ticket: str) -> None:
    customer(desk, ticket)
    anna.do(SetTicket(id=ticket, set={"status": "done"}))
    assert anna.row("ticket", ticket)["status"] == "done"  # type: ignore[index]
    anna.sync()
    assert anna.row("ticket", ticket)["status"] != "done"  # type: ignore[index]
    assert outcome(anna) == ("held", "held")
    assert anna.store.sql("SELECT COUNT(*) FROM pending_effect") == [(0,)]
