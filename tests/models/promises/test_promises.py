"""What a command means for the due time of its ticket, on the computer where it is given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.commands import (
    AddCall,
    AddNote,
    AddReply,
    Command,
    CreateTicket,
    FirstMessage,
    MergeTickets,
    Put,
    SetTicket,
    Transfer,
    UnmergeTicket,
    WithdrawMessage,
)
from models.errors import Refused
from models.overlay import refold
from models.perform import Performed
from models.rows import Actor
from tests.helpers.local import LocalDesk
from tests.helpers.promises import MINUTE, MONDAY, NORMAL, make_promises

DUE = ("due_what", "due_at_ms", "warn_at_ms")
LEAD = Actor("agent-anna", "anna", "Anna Lind", "lead")


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.now_ms = MONDAY
    make_promises(made.put)
    return made


def asked(desk: LocalDesk, minute: int = 0, **given: Any) -> str:
    message = FirstMessage(kind="customer", html="<p>no net</p>")
    create = CreateTicket(set={"subject": "VPN", "queue_id": "network", **given}, message=message)
    do(desk, minute, create)
    return create.id


def do(desk: LocalDesk, minute: int, command: Command) -> Performed:
    return desk.do(command, MONDAY + minute * MINUTE)


def due(desk: LocalDesk, id: str) -> tuple[Any, ...]:
    """Which promise, and the minutes after Monday's opening at which it is due and at risk."""
    what, *moments = (desk.row("ticket", id)[name] for name in DUE)
    return what, *(at if at is None else (at - MONDAY) // MINUTE for at in moments)


def test_a_new_ticket_owes_its_first_reply(desk: LocalDesk) -> None:
    assert due(desk, asked(desk)) == ("first_response", 60, 45)


def test_what_comes_at_night_is_counted_from_the_opening(desk: LocalDesk) -> None:
    assert due(desk, asked(desk, minute=-300)) == ("first_response", 60, 45)


def test_after_the_reply_the_solution_is_due(desk: LocalDesk) -> None:
    id = asked(desk)
    do(desk, 10, AddReply(ticket_id=id, html="<p>soon</p>"))
    assert due(desk, id) == ("solution", 480, 360)


def test_a_reply_that_is_taken_back_is_owed_again(desk: LocalDesk) -> None:
    id = asked(desk)
    reply = AddReply(ticket_id=id, html="<p>soon</p>")
    do(desk, 10, reply)
    do(desk, 11, WithdrawMessage(id=reply.id, was_new=True))
    assert due(desk, id) == ("first_response", 60, 45)


def test_a_note_changes_nothing(desk: LocalDesk) -> None:
    id = asked(desk)
    performed = do(desk, 10, AddNote(ticket_id=id, html="<p>who?</p>"))
    assert due(desk, id) == ("first_response", 60, 45)
    text = "SELECT data FROM pending_effect WHERE mid = ? AND kind = 'ticket'"
    assert [json.loads(data) for (data,) in desk.store.sql(text, (performed.mid,))] == [
        {"activity_at_ms": MONDAY + 10 * MINUTE}
    ]


def test_the_clock_stands_while_the_customer_is_waited_for(desk: LocalDesk) -> None:
    id = asked(desk)
    do(desk, 20, SetTicket(id=id, set={"status": "waiting", "waiting_for": "customer"}))
    assert due(desk, id) == (None, None, None)
    do(desk, 50, SetTicket(id=id, set={"status": "open"}))
    assert due(desk, id) == ("first_response", 90, 75)


def test_a_postponed_ticket_is_due_after_it_woke(desk: LocalDesk) -> None:
    id = asked(desk)
    wake = MONDAY + 100 * MINUTE
    do(desk, 20, SetTicket(id=id, set={"status": "postponed", "wake_at_ms": wake}))
    assert due(desk, id) == ("first_response", 140, 125)


def test_what_is_done_is_not_due(desk: LocalDesk) -> None:
    id = asked(desk)
    done = do(desk, 20, SetTicket(id=id, set={"status": "done"}))
    assert due(desk, id) == (None, None, None)
    assert done.inverse is not None
    do(desk, 21, done.inverse)
    assert due(desk, id) == ("first_response", 61, 46)


def test_priority_chooses_the_policy(desk: LocalDesk) -> None:
    id = asked(desk)
    do(desk, 10, SetTicket(id=id, set={"priority": "urgent"}))
    assert due(desk, id) == ("first_response", 15, 11)


def test_queue_category_and_plan_choose_the_policy(desk: LocalDesk) -> None:
    desk.put("category", id="net", key="network")
    desk.put("category", id="vpn", key="vpn", parent_id="net")
    desk.put("company", id="gold-company", plan="Gold")
    traits: dict[str, Any] = {
        "queue": {"queue": "Access rights", "first_response": 30},
        "category": {"category": "network", "first_response": 20},
        "plan": {"plan": "gold", "first_response": 10},
    }
    make_promises(desk.put, **traits)
    id = asked(desk)
    do(desk, 1, Transfer(id=id, queue_id="access"))
    assert due(desk, id)[1] == 30
    do(desk, 2, SetTicket(id=id, set={"category_id": "vpn"}))
    assert due(desk, id)[1] == 20
    do(desk, 3, SetTicket(id=id, set={"company_id": "gold-company"}))
    assert due(desk, id)[1] == 10
    do(desk, 4, Put(entity="company", id="gold-company", set={"plan": "none"}))
    assert due(desk, id)[1] == 20


def test_categories_in_a_ring_are_walked_once(desk: LocalDesk) -> None:
    make_promises(desk.put, category={"category": "elsewhere", "first_response": 20})
    desk.put("category", id="a", key="a", parent_id="b")
    desk.put("category", id="b", key="b", parent_id="a")
    assert due(desk, asked(desk, category_id="a"))[1] == 60


def test_what_a_person_sets_stays_until_it_is_cleared(desk: LocalDesk) -> None:
    id = asked(desk)
    at = MONDAY + 33 * MINUTE
    by_hand = do(desk, 1, SetTicket(id=id, set={"due_at_ms": at}))
    do(desk, 2, AddReply(ticket_id=id, html="<p>soon</p>"))
    do(desk, 3, SetTicket(id=id, set={"priority": "urgent"}))
    assert due(desk, id) == (None, 33, None)

    assert by_hand.inverse is not None
    taken_back = do(desk, 4, by_hand.inverse)
    assert due(desk, id) == ("solution", 480, 360)
    assert taken_back.inverse is not None
    do(desk, 5, taken_back.inverse)
    assert due(desk, id) == (None, 33, None)


def test_what_was_set_when_it_was_made_stays(desk: LocalDesk) -> None:
    assert due(desk, asked(desk, due_at_ms=MONDAY)) == (None, 0, None)


def test_a_promise_is_not_cleared_by_hand(desk: LocalDesk) -> None:
    id = asked(desk)
    cleared = do(desk, 1, SetTicket(id=id, set={"due_at_ms": None}))
    assert due(desk, id) == ("first_response", 60, 45)
    assert cleared.inverse is None


def test_without_policies_all_is_as_before(desk: LocalDesk) -> None:
    desk.store.sql("DELETE FROM sla_policy")
    id = asked(desk)
    do(desk, 1, SetTicket(id=id, set={"due_at_ms": MONDAY}))
    do(desk, 2, SetTicket(id=id, set={"status": "waiting"}))
    assert due(desk, id) == (None, 0, None)


def test_a_policy_that_went_promises_nothing_any_more(desk: LocalDesk) -> None:
    id = asked(desk)
    desk.store.sql("DELETE FROM sla_policy")
    do(desk, 1, SetTicket(id=id, set={"priority": "low"}))
    assert due(desk, id) == (None, None, None)


def test_what_was_said_on_a_merged_ticket_counts(desk: LocalDesk) -> None:
    one, other = asked(desk), asked(desk)
    do(desk, 5, AddReply(ticket_id=one, html="<p>soon</p>"))
    do(desk, 6, AddReply(ticket_id=other, html="<p>soon</p>"))
    desk.put("message", id="more", ticket_id=other, kind="customer", at_ms=MONDAY + 7 * MINUTE)
    do(desk, 8, MergeTickets(id=other, into_id=one))
    assert due(desk, one) == ("update", 127, 97)
    do(desk, 9, UnmergeTicket(id=other))
    assert due(desk, one) == ("solution", 480, 360)
    assert due(desk, other) == ("update", 127, 97)


def test_a_ticket_of_which_a_part_is_not_here_is_left_alone(desk: LocalDesk) -> None:
    desk.ticket("old", due_at_ms=MONDAY, due_what="solution")
    desk.store.sql(
        "INSERT INTO old_ticket (ticket_id, children_complete, at_ms) VALUES (?, 0, 0)", ("old",)
    )
    do(desk, 1, SetTicket(id="old", set={"priority": "urgent"}))
    assert due(desk, "old") == ("solution", 0, None)


def test_what_is_unsent_lies_over_the_servers_due_time(desk: LocalDesk) -> None:
    desk.ticket("t", due_at_ms=MONDAY, due_what="solution", created_at_ms=MONDAY)
    do(desk, 1, SetTicket(id="t", set={"priority": "urgent"}))
    assert due(desk, "t") == ("first_response", 15, 11)
    desk.store.sql("DELETE FROM pending_effect")
    with desk.store.transaction():
        refold(desk.store, [("ticket", "t")])
    assert due(desk, "t") == ("solution", 0, None)


BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("calendar", {"body": '{"timezone": "Mars/Phobos"}'}, "there is no zone"),
    ("calendar", {"body": '{"timezone": "UTC", "week": {"mon": []}}'}, "never be open"),
    ("calendar", {"body": "hours"}, "expected a table"),
    ("sla_policy", {"body": '{"solution": 0}'}, "solution: expected whole minutes"),
    ("sla_policy", {"body": '{"solution": 60, "warn": 0}'}, "warn: expected a share"),
    ("sla_policy", {"calendar": "night", "body": "{}"}, "there is no calendar “night”"),
]


@pytest.mark.parametrize(("entity", "given", "sentence"), BROKEN)
def test_settings_that_cannot_be_are_refused(
    desk: LocalDesk, entity: str, given: dict[str, Any], sentence: str
) -> None:
    desk.me = LEAD
    with pytest.raises(Refused, match=sentence):
        desk.do(Put(entity=entity, set={"key": "new", **given}))
    id = "calendar-office" if entity == "calendar" else "policy-normal"
    with pytest.raises(Refused, match=sentence):
        desk.do(Put(entity=entity, id=id, set=given))


@pytest.mark.parametrize(
    "body", ['{"timezone": "UTC"}', '{"timezone": "Mars/Phobos"}', "hours", None]
)
def test_a_calendar_that_never_opens_gives_no_due_time(desk: LocalDesk, body: str | None) -> None:
    if body is None:
        desk.store.sql("DELETE FROM calendar")
    else:
        desk.put("calendar", id="calendar-office", key="office", body=body)
    assert due(desk, asked(desk)) == (None, None, None)


def test_a_policy_can_warn_earlier_and_count_every_minute(desk: LocalDesk) -> None:
    early = {"first_response": 600, "warn": 50, "wall_clock": "first_response"}
    make_promises(desk.put, normal={**NORMAL, **early})
    id = asked(desk, minute=-600)
    assert due(desk, id) == ("first_response", 0, -300)


def test_calls_answer_and_ask(desk: LocalDesk) -> None:
    id = asked(desk)
    do(desk, 30, AddCall(ticket_id=id, html="<p>talked</p>"))
    assert due(desk, id) == ("solution", 480, 360)
