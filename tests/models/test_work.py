"""Links, splits, work times and check lists on a local file: what they do, refuse and undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models import outbox
from models.commands import (
    AddItem,
    AddNote,
    AddReply,
    AddTime,
    Command,
    DeleteTicket,
    EditItem,
    EditMessage,
    FileRef,
    Link,
    MergeTickets,
    MoveItem,
    RemoveItem,
    ReturnTime,
    Split,
    TickItem,
    Unlink,
    Unsplit,
    WithdrawMessage,
    WithdrawTime,
)
from models.commands.checklists import KIND, ROOM, TEXT_LIMIT
from models.commands.times import MINUTES_LIMIT, NOTE_LIMIT
from models.errors import Refused
from models.queries.conversation import events
from models.queries.work import checklist, links_of, minutes_spent, time_entries
from models.rows import Actor
from tests.helpers.local import ANNA, NOW, LocalDesk

NEW = "0190aaaa-0000-7000-8000-000000000001"
LEAD = Actor("agent-lead", "lena", "Lena", "lead")
BORIS = Actor("agent-boris", "boris", "Boris Petrov", "agent")


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer", number=1, requester_id="peter", product="1C")
    made.ticket("mouse", number=2, queue_id="access")
    return made


def inverse(desk: LocalDesk, command: Command) -> Command:
    found = desk.do(command).inverse
    assert found is not None
    return found


def history(desk: LocalDesk, ticket: str) -> list[tuple[str, str | None]]:
    return [(event.what, event.new) for event in events(desk.store, ticket)]


def said(desk: LocalDesk, ticket: str) -> list[str]:
    text = "SELECT html FROM message WHERE ticket_id = ? AND deleted = 0 ORDER BY id"
    return [html for (html,) in desk.store.sql(text, (ticket,))]


def roles(desk: LocalDesk, ticket: str) -> list[tuple[str, str]]:
    return [(link.role, link.number) for link in links_of(desk.store, ticket)]


@pytest.mark.parametrize(
    ("role", "back"),
    [("duplicate", "original"), ("parent", "child"), ("child", "parent"), ("related", "related")],
)
def test_a_link_is_seen_from_both_tickets(desk: LocalDesk, role: str, back: str) -> None:
    undo = inverse(desk, Link(id="printer", other_id="mouse", role=role))
    assert roles(desk, "printer") == [(role, "2")]
    assert roles(desk, "mouse") == [(back, "1")]
    assert history(desk, "printer") == [(f"linked_{role}", "2")]
    assert history(desk, "mouse") == [(f"linked_{back}", "1")]
    again = inverse(desk, undo)
    assert roles(desk, "printer") == roles(desk, "mouse") == []
    assert (f"unlinked_{role}", "2") in history(desk, "printer")
    desk.do(again)
    assert roles(desk, "mouse") == [(back, "1")]


def test_a_link_is_there_or_not(desk: LocalDesk) -> None:
    desk.do(Link(id="printer", other_id="mouse", role="parent"))
    for id, other_id, role in (("printer", "mouse", "parent"), ("mouse", "printer", "child")):
        assert desk.do(Link(id=id, other_id=other_id, role=role)).inverse is None
    assert len(history(desk, "printer")) == len(history(desk, "mouse")) == 1
    desk.do(Unlink(id="mouse", other_id="printer", role="child"))
    assert roles(desk, "printer") == []
    assert desk.do(Unlink(id="mouse", other_id="printer", role="child")).inverse is None


@pytest.mark.parametrize(
    "link",
    [
        Link(id="printer", other_id="printer", role="related"),
        Link(id="printer", other_id="mouse", role="friend"),
        Unlink(id="printer", other_id="mouse", role=""),
        Link(id="printer", other_id="elsewhere", role="related"),
    ],
)
def test_what_is_no_link_is_refused(desk: LocalDesk, link: Command) -> None:
    with pytest.raises(Refused):
        desk.do(link)


def test_of_a_ticket_that_is_not_here_a_link_tells_nothing(desk: LocalDesk) -> None:
    desk.do(Link(id="printer", other_id="mouse", role="duplicate"))
    with desk.store.transaction():
        desk.store.sql("DELETE FROM ticket WHERE id = 'mouse'")
    assert links_of(desk.store, "printer") == []
    assert history(desk, "printer") == [("linked_duplicate", None)]


def test_links_of_a_merged_ticket_are_links_of_what_it_is_now(desk: LocalDesk) -> None:
    desk.ticket("door", number=3)
    desk.do(Link(id="printer", other_id="mouse", role="related"))
    desk.do(Link(id="printer", other_id="door", role="duplicate"))
    desk.do(MergeTickets(id="printer", into_id="door"))
    assert roles(desk, "door") == [("related", "2")]


def test_messages_become_a_ticket_of_their_own(desk: LocalDesk) -> None:
    file = FileRef(id="f", sha256="a" * 64, name="a.txt", media_type="text/plain", size_bytes=1)
    mention = f'<p>see <span class="mention" data-id="{BORIS.id}">@B</span></p>'
    desk.do(AddNote(ticket_id="printer", html="<p>stays</p>", id="m1"))
    desk.do(AddReply(ticket_id="printer", html="<p>goes</p>", id="m2"))
    desk.do(AddNote(ticket_id="printer", html=mention, id="m3", files=(file,)))
    desk.do(EditMessage(id="m3", html=f"{mention}<p>more</p>"))
    before = desk.row("ticket", "printer")
    undo = inverse(desk, Split(ticket_id="printer", messages=("m2", "m3"), id=NEW, subject="Two"))
    made = desk.row("ticket", NEW)
    assert (made["subject"], made["status"], made["number"]) == ("Two", "open", None)
    assert [made[name] for name in ("queue_id", "requester_id", "product", "scope")] == [
        "network",
        "peter",
        "1C",
        "q:network",
    ]
    assert (len(said(desk, "printer")), len(said(desk, NEW))) == (1, 2)
    assert made["first_reply_at_ms"] == NOW
    assert desk.row("ticket", "printer")["first_reply_at_ms"] is None
    for kind in ("message_file", "mention", "message_version"):
        assert desk.store.sql(f"SELECT ticket_id FROM {kind}") == [(NEW,)], kind
    assert ("split_into", made["alias"]) in history(desk, "printer")
    assert history(desk, NEW) == [("split_from", "1")]
    again = inverse(desk, undo)
    assert len(said(desk, "printer")) == 3
    assert desk.row("ticket", "printer") == before
    assert desk.row("ticket", NEW)["deleted"] == 1
    assert ("split_into", None) in history(desk, "printer")
    desk.do(again)
    assert (len(said(desk, "printer")), len(said(desk, NEW))) == (1, 2)
    assert desk.row("ticket", NEW)["deleted"] == 0


def test_the_same_split_twice_is_one(desk: LocalDesk) -> None:
    desk.do(AddNote(ticket_id="printer", html="<p>one</p>", id="m1"))
    split = Split(ticket_id="printer", messages=("m1",), id=NEW)
    desk.do(split)
    assert desk.do(split).inverse is None
    assert said(desk, NEW) == ["<p>one</p>"]
    assert desk.row("ticket", NEW)["subject"] == "printer"


def test_a_split_needs_something_to_take_along(desk: LocalDesk) -> None:
    desk.do(AddNote(ticket_id="mouse", html="<p>other</p>", id="m1"))
    desk.do(AddNote(ticket_id="printer", html="<p>gone</p>", id="m2"))
    desk.do(WithdrawMessage(id="m2"))
    for messages in ((), ("m1",), ("m2",), ("nothing",), ("m2",) * 501):
        with pytest.raises(Refused):
            desk.do(Split(ticket_id="printer", messages=messages))
    desk.do(AddNote(ticket_id="printer", html="<p>here</p>", id="m3"))
    with pytest.raises(Refused, match="such a ticket"):
        desk.do(Split(ticket_id="printer", messages=("m3",), id="mouse"))


def test_what_was_taken_back_goes_along(desk: LocalDesk) -> None:
    for id in ("m1", "m2"):
        desk.do(AddNote(ticket_id="printer", html=f"<p>{id}</p>", id=id))
    back = inverse(desk, WithdrawMessage(id="m1"))
    desk.do(Split(ticket_id="printer", messages=("m1", "m2"), id=NEW))
    desk.do(back)
    assert said(desk, NEW) == ["<p>m1</p>", "<p>m2</p>"]


def test_words_of_a_merged_ticket_can_be_split_off_and_find_their_way_back(desk: LocalDesk) -> None:
    desk.do(AddNote(ticket_id="mouse", html="<p>mouse</p>", id="m1"))
    desk.do(AddNote(ticket_id="printer", html="<p>printer</p>", id="m2"))
    desk.do(MergeTickets(id="mouse", into_id="printer"))
    undo = inverse(desk, Split(ticket_id="mouse", messages=("m1", "m2"), id=NEW))
    assert desk.row("ticket", NEW)["queue_id"] == "network"
    assert said(desk, NEW) == ["<p>mouse</p>", "<p>printer</p>"]
    desk.do(undo)
    assert (said(desk, "mouse"), said(desk, "printer")) == (["<p>mouse</p>"], ["<p>printer</p>"])


@pytest.mark.parametrize(
    "more",
    [
        AddNote(ticket_id=NEW, html="<p>more</p>"),
        AddTime(ticket_id=NEW, minutes=5),
        AddItem(ticket_id=NEW, text="Call back"),
        MergeTickets(id="mouse", into_id=NEW),
        MergeTickets(id=NEW, into_id="mouse"),
        DeleteTicket(id=NEW),
    ],
)
def test_a_split_is_not_taken_back_over_later_work(desk: LocalDesk, more: Command) -> None:
    desk.do(AddNote(ticket_id="printer", html="<p>one</p>", id="m1"))
    undo = inverse(desk, Split(ticket_id="printer", messages=("m1",), id=NEW))
    desk.do(more)
    with pytest.raises(Refused):
        desk.do(undo)
    assert said(desk, "printer") == []


def test_only_a_split_is_taken_back(desk: LocalDesk) -> None:
    desk.do(AddNote(ticket_id="printer", html="<p>one</p>", id="m1"))
    split = Split(ticket_id="printer", messages=("m1",), id=NEW)
    desk.do(split)
    for made_up in (
        Unsplit(id="printer", of="nothing", messages={"m1": "mouse"}),
        Unsplit(id="mouse", of=split.uid, messages={"m1": "printer"}),
        Unsplit(id=NEW, of=split.uid, messages={"m1": "mouse"}),
    ):
        with pytest.raises(Refused, match="not what was split off"):
            desk.do(made_up)


def test_a_split_that_is_withdrawn_takes_along_what_waits_on_it(desk: LocalDesk) -> None:
    desk.do(AddNote(ticket_id="printer", html="<p>one</p>", id="m1"))
    split = desk.do(Split(ticket_id="printer", messages=("m1",), id=NEW))
    note = desk.do(AddNote(ticket_id=NEW, html="<p>two</p>"))
    other = desk.do(AddNote(ticket_id="mouse", html="<p>three</p>"))
    assert outbox.withdraw(desk.store, split.mid).mids == (split.mid, note.mid)
    assert said(desk, "printer") == ["<p>one</p>"]
    assert desk.store.sql("SELECT 1 FROM ticket WHERE id = ?", (NEW,)) == []
    waiting = "SELECT mid FROM outbox WHERE kind <> 'noop' ORDER BY mid"
    assert desk.store.sql(waiting) == [(1,), (other.mid,)]


def test_work_times_add_up_and_are_taken_back(desk: LocalDesk) -> None:
    desk.do(AddTime(ticket_id="printer", minutes=30, note="called", started_at_ms=NOW - 1))
    undo = inverse(desk, AddTime(ticket_id="printer", minutes=12))
    assert minutes_spent(desk.store, "printer") == 42
    assert {
        row.minutes: (row.who_name, row.note) for row in time_entries(desk.store, "printer")
    } == {
        30: (ANNA.name, "called"),
        12: (ANNA.name, ""),
    }
    again = inverse(desk, undo)
    assert minutes_spent(desk.store, "printer") == 30
    desk.do(again)
    assert minutes_spent(desk.store, "printer") == 42
    whats = sorted(what for what, _ in history(desk, "printer"))
    assert whats == ["time_added", "time_added", "time_returned", "time_withdrawn"]


def test_work_times_of_a_merged_ticket_count(desk: LocalDesk) -> None:
    desk.do(AddTime(ticket_id="mouse", minutes=5))
    desk.do(MergeTickets(id="mouse", into_id="printer"))
    desk.do(AddTime(ticket_id="mouse", minutes=7))
    assert minutes_spent(desk.store, "printer") == 12
    assert minutes_spent(desk.store, "mouse") == 5


def test_the_same_time_entry_twice_is_one(desk: LocalDesk) -> None:
    entry = AddTime(ticket_id="printer", minutes=5)
    desk.do(entry)
    assert desk.do(entry).inverse is None
    assert minutes_spent(desk.store, "printer") == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 0},
        {"minutes": -5},
        {"minutes": MINUTES_LIMIT + 1},
        {"minutes": 5, "started_at_ms": 1 << 64},
        {"minutes": 5, "note": "a" * (NOTE_LIMIT + 1)},
        {"minutes": 5, "note": "\x00"},
    ],
)
def test_a_time_that_can_not_be_is_refused(desk: LocalDesk, wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        desk.do(AddTime(ticket_id="printer", **wrong))


def test_only_its_author_or_a_lead_takes_a_time_back(desk: LocalDesk) -> None:
    entry = AddTime(ticket_id="printer", minutes=5)
    desk.do(entry)
    desk.me = BORIS
    with pytest.raises(Refused, match="Only its author"):
        desk.do(WithdrawTime(id=entry.id))
    desk.me = LEAD
    desk.do(WithdrawTime(id=entry.id))
    desk.me = BORIS
    with pytest.raises(Refused, match="Only its author"):
        desk.do(ReturnTime(id=entry.id))


def texts(desk: LocalDesk) -> list[str]:
    return [item.text for item in checklist(desk.store, "printer")]


def test_a_check_list_goes_line_by_line(desk: LocalDesk) -> None:
    a, b, c = (AddItem(ticket_id="printer", text=text) for text in "abc")
    for item in (a, b, c):
        desk.do(item)
    assert desk.do(a).inverse is None
    undo_tick = inverse(desk, TickItem(id=b.id))
    assert desk.do(TickItem(id=b.id)).inverse is None
    done = checklist(desk.store, "printer")[1]
    assert (done.done, done.done_name, done.done_at_ms) == (True, ANNA.name, NOW)
    desk.do(undo_tick)
    assert not checklist(desk.store, "printer")[1].done
    undo_text = inverse(desk, EditItem(id=a.id, text="A"))
    assert texts(desk) == ["A", "b", "c"]
    desk.do(undo_text)
    undo_remove = inverse(desk, RemoveItem(id=a.id))
    assert texts(desk) == ["b", "c"]
    for refused in (TickItem(id=a.id), EditItem(id=a.id, text="x"), RemoveItem(id=a.id)):
        with pytest.raises(Refused, match="no longer there"):
            desk.do(refused)
    desk.do(undo_remove)
    assert texts(desk) == ["a", "b", "c"]
    assert set(history(desk, "printer")) == {
        *(("checklist_added", text) for text in "abc"),
        *(("checklist_edited", text) for text in "aA"),
        ("checklist_done", "b"),
        ("checklist_reopened", "b"),
        ("checklist_removed", "a"),
        ("checklist_returned", "a"),
    }


def test_lines_are_moved_behind_others(desk: LocalDesk) -> None:
    a, b, c = (AddItem(ticket_id="printer", text=text) for text in "abc")
    for item in (a, b, c):
        desk.do(item)
    undo = inverse(desk, MoveItem(id=c.id))
    assert texts(desk) == ["c", "a", "b"]
    undo_second = inverse(desk, MoveItem(id=c.id, after=a.id))
    assert texts(desk) == ["a", "c", "b"]
    assert desk.do(MoveItem(id=c.id, after=a.id)).inverse is None
    desk.do(undo_second)
    desk.do(undo)
    assert texts(desk) == ["a", "b", "c"]
    desk.do(RemoveItem(id=b.id))
    desk.do(MoveItem(id=a.id, after=b.id))
    assert texts(desk) == ["a", "c"]
    for after in (a.id, "nothing"):
        with pytest.raises(Refused):
            desk.do(MoveItem(id=a.id, after=after))


def test_there_is_always_room_between_two_lines(desk: LocalDesk) -> None:
    items = [AddItem(ticket_id="printer", text=text) for text in "abcd"]
    for item in items:
        desk.do(item)
    first, one, two, _ = items
    for number in range(2 * ROOM.bit_length()):
        desk.do(MoveItem(id=(one, two)[number % 2].id, after=first.id))
    assert texts(desk) == ["a", "c", "b", "d"]
    positions = desk.store.sql(f"SELECT position FROM {KIND} ORDER BY position")
    assert len(set(positions)) == len(items)


@pytest.mark.parametrize("text", ["", " \t", "a\nb", "a" * (TEXT_LIMIT + 1), "\x00"])
def test_what_is_no_line_is_refused(desk: LocalDesk, text: str) -> None:
    item = AddItem(ticket_id="printer", text="a")
    desk.do(item)
    for command in (AddItem(ticket_id="printer", text=text), EditItem(id=item.id, text=text)):
        with pytest.raises(Refused):
            desk.do(command)
