from __future__ import annotations

from typing import Any

import pytest

from models import notice_list, records
from models.commands import (
    AddCall,
    AddNote,
    Command,
    CreateTicket,
    FirstMessage,
    Put,
    SetTicket,
    Take,
    Transfer,
)
from models.notices import Happening, Moment, NoticeRules, decide
from models.perform import perform
from models.queries.happenings import BACK_MS, happenings
from models.rows import Actor
from tests.models.queries.local_desk import ANNA, NOON_MS, LocalDesk

BORIS = Actor("boris", "boris", "Boris Ivanov", "agent")
MINUTE, HOUR = 60_000, 3_600_000


@pytest.fixture
def team(desk: LocalDesk) -> LocalDesk:
    """Anna works in Support, Boris everywhere."""
    desk.write("agent", BORIS.id, login=BORIS.login, name=BORIS.name, role=BORIS.role)
    desk.write("queue", "access", name="Access")
    desk.write("queue_member", "m1", queue_id="support", agent_id=ANNA.id)
    return desk


def act(desk: LocalDesk, command: Command, who: Actor = BORIS, at_ms: int = NOON_MS) -> None:
    perform(desk.store, command, who, at_ms)


def created(desk: LocalDesk, who: Actor = BORIS, at_ms: int = NOON_MS, **fields: Any) -> str:
    first = FirstMessage(kind="customer", html="<p>Hello</p>")
    known = {"subject": "VPN", "queue_id": "support", **fields}
    command = CreateTicket(set=known, message=first)
    act(desk, command, who, at_ms)
    return command.id


def seen_by(desk: LocalDesk, who: Actor, now_ms: int = NOON_MS + MINUTE) -> list[tuple[str, str]]:
    """(kind, ticket) of what others did."""
    found = happenings(desk.store, who, now_ms)
    return sorted((each.kind, each.ticket_id or "") for each in found if each.by_id != who.id)


def test_a_new_ticket_in_ones_queue(team: LocalDesk) -> None:
    ticket = created(team)
    created(team, queue_id="access")
    created(team, who=ANNA)
    created(team, assignee_id=BORIS.id)
    created(team, at_ms=NOON_MS - BACK_MS - HOUR)
    assert seen_by(team, ANNA) == [("new", ticket)]


def test_a_ticket_that_came_into_ones_queue(team: LocalDesk) -> None:
    ticket = created(team, queue_id="access", at_ms=NOON_MS - 2 * BACK_MS)
    act(team, Transfer(id=ticket, queue_id="support"))
    assert seen_by(team, ANNA) == [("new", ticket)]


def test_a_ticket_given_to_somebody(team: LocalDesk) -> None:
    ticket = created(team, at_ms=NOON_MS - 2 * BACK_MS)
    act(team, Transfer(id=ticket, assignee_id=ANNA.id))
    assert seen_by(team, ANNA) == [("assigned", ticket)]
    act(team, Transfer(id=ticket, assignee_id=BORIS.id), ANNA)
    assert seen_by(team, ANNA) == []
    act(team, Take(id=ticket), BORIS)
    assert seen_by(team, BORIS) == [("assigned", ticket)]


def test_the_customers_word_on_what_is_ones_own_or_watched(team: LocalDesk) -> None:
    mine, watched, other = (created(team, at_ms=NOON_MS - 2 * BACK_MS) for _ in range(3))
    act(team, Take(id=mine), ANNA)
    team.write("watcher", "w", ticket_id=watched, agent_id=ANNA.id)
    for ticket in (mine, watched, other):
        act(team, AddCall(ticket_id=ticket, html="<p>Still nothing</p>"))
    act(team, AddNote(ticket_id=mine, html="<p>A note</p>"))
    assert seen_by(team, ANNA) == sorted([("replied", mine), ("replied", watched)])


def test_a_mention(team: LocalDesk) -> None:
    ticket = created(team, queue_id="access", at_ms=NOON_MS - 2 * BACK_MS)
    name = f'<p><span class="mention" data-id="{ANNA.id}">@Anna</span> look</p>'
    act(team, AddNote(ticket_id=ticket, html=name))
    assert seen_by(team, ANNA) == [("mention", ticket)]


def test_what_time_brings(team: LocalDesk) -> None:
    long_ago = NOON_MS - 2 * BACK_MS
    asleep = created(team, at_ms=long_ago, assignee_id=ANNA.id)
    postponed = {"status": "postponed", "wake_at_ms": NOON_MS + HOUR}
    act(team, SetTicket(id=asleep, set=postponed), ANNA, NOON_MS - HOUR)
    urgent = created(team, at_ms=long_ago, assignee_id=ANNA.id, due_at_ms=NOON_MS + 2 * HOUR)
    promise = {"ticket_id": urgent, "at_ms": NOON_MS + HOUR, "words": "Peter · +44 20"}
    act(team, Put(entity="reminder", set=promise), ANNA)
    act(team, Put(entity="reminder", set=promise), BORIS)

    assert seen_by(team, ANNA, NOON_MS + HOUR - 1) == []
    due = [("at_risk", urgent), ("call_back", urgent), ("woke", asleep)]
    assert seen_by(team, ANNA, NOON_MS + HOUR) == due
    told = {each.kind: each for each in happenings(team.store, ANNA, NOON_MS + HOUR)}
    assert told["call_back"].words == "Peter · +44 20"
    assert told["call_back"].subject == "VPN"


def test_a_promise_that_says_when_it_is_at_risk_is_told_of_then(team: LocalDesk) -> None:
    ticket = created(team, at_ms=NOON_MS - 2 * BACK_MS, assignee_id=ANNA.id)
    due = {"due_at_ms": NOON_MS + 9 * HOUR, "warn_at_ms": NOON_MS + HOUR}
    with team.store.transaction():
        records.update(team.store, "ticket", ticket, {**due, "due_what": "solution"})
    assert seen_by(team, ANNA, NOON_MS + HOUR - 1) == []
    assert seen_by(team, ANNA, NOON_MS + HOUR) == [("at_risk", ticket)]


def test_a_new_ticket_is_told_by_the_name_that_stands_for_its_requester(team: LocalDesk) -> None:
    team.write("contact", "one", name="One", merged_into="two")
    team.write("contact", "two", name="Two")
    created(team, requester_id="one")
    assert [each.who for each in happenings(team.store, ANNA, NOON_MS + 1)] == ["Two"]


def test_what_wakes_is_told_to_whom_it_concerns(team: LocalDesk) -> None:
    """Its assignee and watchers; of nobody's ticket, who postponed it last."""
    long_ago = NOON_MS - 2 * BACK_MS
    postponed = {"status": "postponed", "wake_at_ms": NOON_MS}
    theirs = created(team, at_ms=long_ago, assignee_id=BORIS.id)
    act(team, SetTicket(id=theirs, set=postponed), ANNA, NOON_MS - HOUR)
    free, other = (created(team, at_ms=long_ago) for _ in range(2))
    for id, first, last in ((free, BORIS, ANNA), (other, ANNA, BORIS)):
        act(team, SetTicket(id=id, set=postponed), first, NOON_MS - 3 * HOUR)
        act(team, SetTicket(id=id, set={"status": "open"}), first, NOON_MS - 2 * HOUR)
        act(team, SetTicket(id=id, set=postponed), last, NOON_MS - HOUR)
    assert seen_by(team, ANNA) == [("woke", free)]
    assert seen_by(team, BORIS) == sorted([("woke", other), ("woke", theirs)])


def test_what_is_done_or_deleted_is_no_news(team: LocalDesk) -> None:
    created(team, status="done")
    ticket = created(team)
    team.write("ticket", ticket, deleted=1, queue_id="support")
    assert seen_by(team, ANNA) == []


def test_nothing_is_told_twice_also_after_a_restart(team: LocalDesk) -> None:
    created(team)
    look(team, NOON_MS + 1)
    created(team, subject="Second", at_ms=NOON_MS + 2)
    assert [each.subject for each in look(team, NOON_MS + 3)] == ["Second"]
    assert look(team, NOON_MS + 4) == []
    listed, unseen = notice_list.latest(team.store, 5)
    assert ([each.subject for each in listed], unseen) == (["Second", "VPN"], 2)
    notice_list.mark_seen(team.store)
    assert notice_list.latest(team.store, 1)[1] == 0
    look(team, NOON_MS + notice_list.KEPT_MS + HOUR)
    assert notice_list.latest(team.store, 5) == ([], 0)


def look(desk: LocalDesk, now_ms: int) -> list[Happening]:
    """As the window looks: what it would tell."""
    found = happenings(desk.store, ANNA, now_ms)
    moment = Moment(now_ms=now_ms, minute=0)
    made = decide(found, notice_list.passed(desk.store), NoticeRules(), moment, ANNA.id)
    notice_list.keep(desk.store, found, made.passed, made.listed, now_ms)
    return list(made.told)
