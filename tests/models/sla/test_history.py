"""What promises see of a ticket's row, messages and events, as real commands write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models import records
from models.commands import (
    AddCall,
    AddNote,
    AddReply,
    CreateTicket,
    FirstMessage,
    SetTicket,
    WithdrawMessage,
)
from models.sla import History, Word, history_of
from tests.helpers.local import NOW, LocalDesk

MINUTE = 60_000
PAUSED_BY = frozenset(("waiting", "postponed"))


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return LocalDesk.made(tmp_path)


def asked(desk: LocalDesk, **given: Any) -> str:
    message = FirstMessage(kind="customer", html="<p>no net</p>")
    create = CreateTicket(set={"subject": "VPN", "queue_id": "network", **given}, message=message)
    desk.do(create)
    return create.id


def history(desk: LocalDesk, id: str) -> History:
    """Deleted messages are handed in as well, and the newest rows first."""
    messages, events = (records.children(desk.store, kind, id) for kind in ("message", "event"))
    return history_of(desk.row("ticket", id), messages[::-1], events[::-1])


def status(desk: LocalDesk, id: str, minute: int, **given: Any) -> None:
    desk.do(SetTicket(id=id, set=given), NOW + minute * MINUTE)


def test_a_question_waits_until_the_first_reply(desk: LocalDesk) -> None:
    id = asked(desk)
    desk.do(AddNote(ticket_id=id, html="<p>who?</p>"), NOW + MINUTE)
    desk.do(AddReply(ticket_id=id, html="<p>try again</p>"), NOW + 2 * MINUTE)
    desk.do(AddReply(ticket_id=id, html="<p>and?</p>"), NOW + 3 * MINUTE)
    found = history(desk, id)

    assert found.created_at_ms == NOW
    assert found.first_reply_at_ms == NOW + 2 * MINUTE
    assert found.words[0] == Word(NOW, by_customer=True)
    assert found.questions() == [(NOW, NOW + 2 * MINUTE)]
    assert found.solved_at_ms is None


def test_a_reply_that_was_taken_back_or_is_held_answers_nothing(desk: LocalDesk) -> None:
    id = asked(desk)
    taken_back = AddReply(ticket_id=id, html="<p>oops</p>")
    desk.do(taken_back, NOW + MINUTE)
    desk.do(WithdrawMessage(id=taken_back.id), NOW + 2 * MINUTE)
    desk.put("message", id="held", ticket_id=id, kind="reply", at_ms=NOW, delivery="held")

    assert history(desk, id).questions() == [(NOW, None)]
    assert history(desk, id).first_reply_at_ms is None


def test_a_call_is_an_answer(desk: LocalDesk) -> None:
    id = asked(desk)
    desk.do(AddCall(ticket_id=id, html="<p>explained</p>"), NOW + MINUTE)

    assert history(desk, id).questions() == [(NOW, NOW + MINUTE)]


def test_statuses_that_stop_the_clock_are_pauses(desk: LocalDesk) -> None:
    id = asked(desk)
    status(desk, id, 1, status="waiting", waiting_for="customer")
    status(desk, id, 2, status="open")
    status(desk, id, 3, status="done")
    found = history(desk, id)

    assert found.pauses(PAUSED_BY) == [
        (NOW + MINUTE, NOW + 2 * MINUTE),
        (NOW + 3 * MINUTE, None),
    ]
    assert found.pauses(frozenset()) == [(NOW + 3 * MINUTE, None)]
    assert found.solved_at_ms == NOW + 3 * MINUTE


def test_done_ends_a_question(desk: LocalDesk) -> None:
    id = asked(desk)
    status(desk, id, 1, status="done")
    status(desk, id, 2, status="open")

    assert history(desk, id).questions() == []


def test_a_ticket_that_was_made_waiting_stands_from_its_beginning(desk: LocalDesk) -> None:
    id = asked(desk, status="waiting")
    assert history(desk, id).pauses(PAUSED_BY) == [(NOW, None)]
    status(desk, id, 5, status="open")
    assert history(desk, id).pauses(PAUSED_BY) == [(NOW, NOW + 5 * MINUTE)]


def paused(found: History) -> list[tuple[int, int | None]]:
    """The pauses that take time, in minutes since the beginning."""
    since = [
        (begin - NOW, None if end is None else end - NOW)
        for begin, end in found.pauses(PAUSED_BY)
        if end is None or end > begin
    ]
    return [(b // MINUTE, None if e is None else e // MINUTE) for b, e in since]


def test_a_postponed_ticket_is_awake_when_its_time_has_come(desk: LocalDesk) -> None:
    id = asked(desk)
    status(desk, id, 1, status="postponed", wake_at_ms=NOW + 10 * MINUTE)
    assert paused(history(desk, id)) == [(1, 10)]
    status(desk, id, 20, status="postponed", wake_at_ms=NOW + 30 * MINUTE)
    assert paused(history(desk, id)) == [(1, 10), (20, 30)]
    status(desk, id, 25, status="open")
    assert paused(history(desk, id)) == [(1, 10), (20, 25)]


def test_a_ticket_that_was_made_postponed_wakes_too(desk: LocalDesk) -> None:
    id = asked(desk, status="postponed", wake_at_ms=NOW + 10 * MINUTE)
    assert paused(history(desk, id)) == [(0, 10)]
    status(desk, id, 20, status="open")
    assert paused(history(desk, id)) == [(0, 10)]


def test_a_ticket_postponed_for_ever_stands(desk: LocalDesk) -> None:
    id = asked(desk)
    status(desk, id, 1, status="postponed")

    assert paused(history(desk, id)) == [(1, None)]


def test_only_a_postponed_ticket_wakes(desk: LocalDesk) -> None:
    id = asked(desk)
    status(desk, id, 1, status="waiting", wake_at_ms=NOW + 10 * MINUTE)
    assert paused(history(desk, id)) == [(1, None)]
    status(desk, id, 20, status="open")
    assert paused(history(desk, id)) == [(1, 20)]
