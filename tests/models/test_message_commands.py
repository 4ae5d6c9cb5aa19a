"""What is written on a ticket, taken back and returned, on a local file."""

from __future__ import annotations

from typing import Any

import pytest

from models.commands import (
    AddCall,
    AddNote,
    AddReply,
    FileRef,
    WithdrawMessage,
)
from models.errors import Refused
from models.ids import new_id
from models.richtext import from_plain
from tests.helpers.local import ANNA, NOW, LocalDesk
from tests.models.test_commands import BORIS, LEAD, messages
from tests.models.test_commands import desk as desk


@pytest.mark.parametrize(
    ("act", "kind"), [(AddNote, "note"), (AddReply, "reply"), (AddCall, "call")]
)
def test_text_is_added_taken_back_and_returned(
    desk: LocalDesk, act: type[AddNote], kind: str
) -> None:
    done = desk.do(act(ticket_id="printer", html="<p>a<img src=x onerror=y></p>", written_at_ms=5))
    found = desk.store.sql("SELECT kind, author_name, written_at_ms, delivery FROM message")
    assert found == [(kind, ANNA.name, 5, "kept" if kind == "reply" else None)]
    assert "onerror" not in messages(desk)[0][1]
    assert done.inverse is not None
    back = desk.do(done.inverse)
    assert messages(desk) == []
    assert back.inverse is not None
    desk.do(back.inverse)
    assert len(messages(desk)) == 1


def test_nothing_is_not_sent(desk: LocalDesk) -> None:
    for html in ("", "  \n", "<p><br></p>", from_plain(" \n "), "<script>x</script>"):
        with pytest.raises(Refused):
            desk.do(AddNote(ticket_id="printer", html=html))
    with pytest.raises(Refused) as refusal:
        desk.do(AddNote(ticket_id="printer", html="я" * (2 << 20) + "x"))
    assert refusal.value.code == "too_large"


def test_a_reply_opens_a_new_ticket_and_taking_it_back_closes_it_again(desk: LocalDesk) -> None:
    desk.ticket("mouse", status="new")
    done = desk.do(AddReply(ticket_id="mouse", html="<p>hello</p>"))
    row = desk.row("ticket", "mouse")
    assert (row["status"], row["first_reply_at_ms"]) == ("open", NOW)
    assert done.inverse is not None
    back = desk.do(done.inverse)
    row = desk.row("ticket", "mouse")
    assert (row["status"], row["first_reply_at_ms"]) == ("new", None)
    assert back.inverse is not None
    desk.do(back.inverse)
    row = desk.row("ticket", "mouse")
    assert (row["status"], row["first_reply_at_ms"]) == ("open", NOW)


def test_taking_back_the_first_reply_leaves_the_second_as_the_first(desk: LocalDesk) -> None:
    first = desk.do(AddReply(ticket_id="printer", html="<p>1</p>"), NOW + 1)
    desk.do(AddReply(ticket_id="printer", html="<p>2</p>"), NOW + 2)
    assert first.inverse is not None
    desk.do(first.inverse, NOW + 3)
    assert desk.row("ticket", "printer")["first_reply_at_ms"] == NOW + 2


def test_a_call_that_is_taken_back_was_not_heard(desk: LocalDesk) -> None:
    def heard() -> Any:
        return desk.row("ticket", "printer")["customer_at_ms"]

    desk.do(AddCall(ticket_id="printer", html="<p>1</p>"), NOW + 1)
    desk.do(AddReply(ticket_id="printer", html="<p>2</p>"), NOW + 2)
    call = desk.do(AddCall(ticket_id="printer", html="<p>3</p>"), NOW + 3)
    assert call.inverse is not None
    back = desk.do(call.inverse, NOW + 4)
    assert heard() == NOW + 1
    assert back.inverse is not None
    desk.do(back.inverse, NOW + 5)
    assert heard() == NOW + 3


def test_only_its_author_or_a_lead_takes_a_message_back(desk: LocalDesk) -> None:
    desk.put(
        "message", id="m", scope="q:network", ticket_id="printer", kind="note", author_id=BORIS
    )
    with pytest.raises(Refused) as refusal:
        desk.do(WithdrawMessage(id="m"))
    assert refusal.value.code == "forbidden"
    desk.me = LEAD
    desk.do(WithdrawMessage(id="m"))
    desk.put(
        "message", id="r", scope="q:network", ticket_id="printer", kind="reply", delivery="sent"
    )
    with pytest.raises(Refused, match="was mailed"):
        desk.do(WithdrawMessage(id="r"))


def test_a_mention_and_a_file_come_with_their_message(desk: LocalDesk) -> None:
    file = FileRef(new_id(), "a" * 64, "shot.png", "image/png", 10)
    html = f'<p><span class="mention" data-id="{BORIS}">@Boris</span> look</p>'
    note = AddNote(ticket_id="printer", html=html, files=(file,))
    desk.do(note)
    assert desk.store.sql("SELECT message_id, agent_id FROM mention") == [(note.id, BORIS)]
    found = desk.store.sql("SELECT id, message_id, sha256, name, state FROM message_file")
    assert found == [(file.id, note.id, file.sha256, "shot.png", "pending")]


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "A" * 64, "a" * 63])
def test_a_file_has_the_name_of_a_file(desk: LocalDesk, sha256: str) -> None:
    file = FileRef(new_id(), sha256, "shot.png", "image/png", 10)
    with pytest.raises(Refused):
        desk.do(AddNote(ticket_id="printer", html="<p>x</p>", files=(file,)))
