"""What tickets have to do with each other, who watches them, and what a merge would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.commands import AddNote, AddReply, Link, MergeTickets, Unwatch, Watch, decode, encode
from models.errors import Refused
from models.perform import NotDone, Performed, perform_each
from models.queries.conversation import events
from models.queries.relations import incidents, preview, relations
from tests.helpers.local import LocalDesk


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.put("contact", id="peter", name="Peter Hale")
    made.ticket("printer", number=1, requester_id="peter", assignee_id="agent-boris")
    made.ticket("mouse", number=2, queue_id="access", assignee_id="agent-anna")
    return made


def found(desk: LocalDesk, ticket: str) -> list[tuple[str, str]]:
    return [(row.role, row.number) for row in relations(desk.store, ticket).links]


def test_merges_and_links_are_told_from_both_tickets(desk: LocalDesk) -> None:
    desk.ticket("screen", number=3)
    undo = desk.do(MergeTickets(id="printer", into_id="mouse")).inverse
    desk.do(Link(id="mouse", other_id="screen", role="parent"))
    assert found(desk, "printer") == [("into", "2")]
    assert found(desk, "mouse") == [("part", "1"), ("parent", "3")]
    assert found(desk, "screen") == [("child", "2")]
    assert undo is not None
    desk.do(undo)
    assert found(desk, "printer") == []
    assert found(desk, "mouse") == [("parent", "3")]


def test_a_merge_says_beforehand_what_goes_along(desk: LocalDesk) -> None:
    desk.do(AddNote(ticket_id="printer", html="<p>Drum changed</p>"))
    desk.put("message_file", id="f", ticket_id="printer", message_id="m", scope="q:network")
    told = preview(desk.store, "printer", "mouse")
    assert told is not None
    assert (told.messages, told.files, told.new_watcher) == (1, 1, True)
    assert (told.this.requester_name, told.other.queue_name) == ("Peter Hale", "Access rights")
    back = preview(desk.store, "mouse", "printer")
    assert back is not None
    assert (back.messages, back.files) == (0, 0)
    assert preview(desk.store, "printer", "gone") is None


def test_watching_is_undone_and_there_or_not(desk: LocalDesk) -> None:
    undo = desk.do(Watch(ticket_id="mouse", agent_id="agent-boris")).inverse
    assert relations(desk.store, "mouse").watchers == (("agent-boris", "Boris Petrov"),)
    assert desk.do(Watch(ticket_id="mouse", agent_id="agent-boris")).inverse is None
    assert isinstance(undo, Unwatch)
    again = desk.do(undo, desk.now_ms + 1).inverse
    assert relations(desk.store, "mouse").watchers == ()
    assert isinstance(again, Watch)
    desk.do(again, desk.now_ms + 2)
    whats = [(event.what, event.new) for event in events(desk.store, "mouse")]
    assert whats == [
        ("watched", "Boris Petrov"),
        ("unwatched", "Boris Petrov"),
        ("watched", "Boris Petrov"),
    ]


def test_nobody_unknown_watches(desk: LocalDesk) -> None:
    with pytest.raises(Refused):
        desk.do(Watch(ticket_id="mouse", agent_id="nobody"))


def test_watching_travels_by_name() -> None:
    for command in (Watch(ticket_id="t", agent_id="a"), Unwatch(ticket_id="t", agent_id="a")):
        assert decode(encode(command)) == command


def test_incidents_are_told_once_with_who_asked(desk: LocalDesk) -> None:
    desk.ticket("screen", number=3)
    desk.do(Link(id="mouse", other_id="printer", role="child"))
    desk.do(Link(id="screen", other_id="printer", role="child"))
    desk.do(MergeTickets(id="screen", into_id="mouse"))
    found = incidents(desk.store, "mouse")
    assert [(side.number, side.requester_name) for side in found] == [("1", "Peter Hale")]
    assert incidents(desk.store, "printer") == []


def test_of_many_steps_a_refused_one_leaves_the_others(desk: LocalDesk) -> None:
    steps = [[AddReply(ticket_id=id, html="<p>Back</p>")] for id in ("printer", "gone", "mouse")]
    done = perform_each(desk.store, steps, desk.me, desk.now_ms)
    kinds = [type(each) for each in done]
    assert kinds == [Performed, NotDone, Performed]
    assert {each.group for each in done if isinstance(each, Performed)} == {steps[0][0].uid}
    assert [each.ticket_id for each in done if isinstance(each, NotDone)] == ["gone"]
    assert perform_each(desk.store, [], desk.me, desk.now_ms) == []
