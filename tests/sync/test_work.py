"""Links, splits, work times and check lists between computers that had not seen each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import wall_ms
from models.commands import (
    AddItem,
    AddNote,
    AddTime,
    Command,
    EditItem,
    EditMessage,
    FileRef,
    Link,
    MergeTickets,
    MoveItem,
    ResolveConflict,
    Split,
    TickItem,
    Transfer,
    Unlink,
    WithdrawMessage,
    WithdrawTime,
)
from models.queries.conversation import events
from models.queries.work import checklist, links_of, minutes_spent
from sync.server.check import faults
from sync.server.cleaning import TRASH_MS, clean
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


@pytest.fixture
def people(desk: ServerDesk, tmp_path: Path) -> Iterator[dict[str, Person]]:
    """Anna has both queues, Boris and Carl the first alone, Vera another one."""
    queues = {"anna": ("Network", "1C"), "boris": ("Network",), "carl": ("Network",)}
    made = {}
    for login, names in {**queues, "vera": ("Vault",)}.items():
        who = desk.agent(login, *names)
        made[login] = Person.made(tmp_path / login, desk, who)
    yield made
    for person in made.values():
        person.store.close()


def agree(desk: ServerDesk, people: dict[str, Person]) -> None:
    for person in [*people.values()] * 2:
        person.sync()
    for person in people.values():
        assert person.rows() == held_rows(desk, person.actor), person.actor.login


def notes(desk: ServerDesk, people: dict[str, Person], ticket: str, *texts: str) -> list[str]:
    """Notes of Anna that everybody has read."""
    agree(desk, people)
    written = [AddNote(ticket_id=ticket, html=f"<p>{text}</p>") for text in texts]
    for note in written:
        people["anna"].do(note)
    agree(desk, people)
    return [note.id for note in written]


def late(desk: ServerDesk, people: dict[str, Person], theirs: Command, mine: Command) -> None:
    """Boris acts without having seen what Anna did; then all know everything."""
    people["anna"].do(theirs)
    people["boris"].do(mine)
    agree(desk, people)


def last_state(person: Person) -> str:
    return person.states()[-1][1]


def test_linking_twice_is_no_conflict(desk: ServerDesk, people: dict[str, Person]) -> None:
    a, b = desk.ticket("Network", "a"), desk.ticket("Network", "b")
    agree(desk, people)
    late(
        desk,
        people,
        Link(id=a, other_id=b, role="parent"),
        Link(id=b, other_id=a, role="child"),
    )
    assert [link.role for link in links_of(people["boris"].store, a)] == ["parent"]
    assert desk.count("link") == 2
    assert desk.count("conflict") == 0
    assert last_state(people["boris"]) == "settled"


def test_unlinking_loses_to_a_link_that_came_after(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    a, b = desk.ticket("Network", "a"), desk.ticket("Network", "b")
    agree(desk, people)
    people["anna"].do(Link(id=a, other_id=b, role="related"))
    agree(desk, people)
    again, away = (cls(id=a, other_id=b, role="related") for cls in (Link, Unlink))
    late(desk, people, again, away)
    assert links_of(people["boris"].store, a)
    people["boris"].do(Unlink(id=b, other_id=a, role="related"))
    agree(desk, people)
    assert not links_of(people["anna"].store, a)


def test_a_link_tells_nothing_of_a_ticket_in_another_queue(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    a, b = desk.ticket("Network", "a"), desk.ticket("1C", "secret")
    agree(desk, people)
    people["anna"].do(Link(id=a, other_id=b, role="duplicate"))
    agree(desk, people)
    assert [link.subject for link in links_of(people["anna"].store, a)] == ["secret"]
    boris = people["boris"].store
    assert links_of(boris, a) == []
    assert [(e.what, e.new) for e in events(boris, a)][-1] == ("linked_duplicate", None)
    number = str(desk.row("ticket", b)["number"])
    told = json.dumps([row for key, row in people["boris"].rows().items() if key[0] != "agent"])
    assert "secret" not in told
    assert f'"{number}"' not in told
    out = desk.device(people["boris"].actor).push(
        Link(id=a, other_id=b, role="related"), Unlink(id=a, other_id=b, role="duplicate")
    )
    assert [each.code for each in out] == ["forbidden", "forbidden"]


def test_who_has_the_ticket_no_more_does_not_split_it(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    late(desk, people, Transfer(id=ticket, queue_id=desk.queue("1C")), split)
    assert last_state(people["boris"]) == "refused"
    assert desk.row("message", note)["ticket_id"] == ticket
    assert people["boris"].row("ticket", split.id) is None


def test_a_split_made_late_lands_in_the_queue_where_its_ticket_is_now(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    desk.grant("1C", people["boris"].actor)
    agree(desk, people)
    split = Split(ticket_id=ticket, messages=(note,))
    late(desk, people, Transfer(id=ticket, queue_id=desk.queue("1C")), split)
    made = desk.row("ticket", split.id)
    assert (made["queue_id"], made["scope"]) == (desk.queue("1C"), f"q:{desk.queue('1C')}")
    assert made["number"]
    assert people["carl"].row("message", note) is None


def test_a_split_of_what_was_merged_meanwhile_comes_out_of_the_whole(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket, other = desk.ticket("Network", "one"), desk.ticket("Network", "other")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    late(desk, people, MergeTickets(id=ticket, into_id=other), split)
    assert desk.row("message", note)["ticket_id"] == split.id
    assert desk.row("ticket", split.id)["merged_into"] is None


def test_of_two_splits_the_first_has_the_message(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    both, alone = notes(desk, people, ticket, "both", "alone")
    theirs = Split(ticket_id=ticket, messages=(both,))
    mine = Split(ticket_id=ticket, messages=(both, alone))
    people["anna"].do(theirs)
    undo = people["boris"].do(mine).inverse
    agree(desk, people)
    assert desk.row("message", both)["ticket_id"] == theirs.id
    assert desk.row("message", alone)["ticket_id"] == mine.id
    assert undo
    people["boris"].do(undo)
    agree(desk, people)
    assert desk.row("message", both)["ticket_id"] == theirs.id
    assert people["carl"].texts(ticket) == ["<p>one</p>", "<p>alone</p>"]


def test_changes_of_a_message_follow_it(desk: ServerDesk, people: dict[str, Person]) -> None:
    ticket = desk.ticket("Network", "one")
    note, gone = notes(desk, people, ticket, "two", "gone")
    split = Split(ticket_id=ticket, messages=(note, gone))
    people["anna"].do(WithdrawMessage(id=gone))
    people["anna"].do(EditMessage(id=note, html="<p>new</p>"))
    people["anna"].sync()
    people["boris"].do(split)
    people["boris"].do(AddNote(ticket_id=ticket, html="<p>on the old one</p>"))
    people["boris"].do(AddNote(ticket_id=split.id, html="<p>on the new one</p>"))
    agree(desk, people)
    assert people["carl"].texts(split.id) == ["<p>new</p>", "<p>on the new one</p>"]
    assert people["carl"].texts(ticket) == ["<p>one</p>", "<p>on the old one</p>"]
    assert desk.row("message", gone)["ticket_id"] == split.id
    (version,) = desk.store.sql("SELECT ticket_id FROM message_version")
    assert version == (split.id,)


def test_a_split_taken_back_leaves_what_was(desk: ServerDesk, people: dict[str, Person]) -> None:
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    done = people["anna"].do(split)
    agree(desk, people)
    people["anna"].do(Transfer(id=split.id, queue_id=desk.queue("1C")))
    agree(desk, people)
    assert people["boris"].row("message", note) is None
    assert done.inverse
    again = people["anna"].do(done.inverse)
    agree(desk, people)
    assert people["boris"].texts(ticket) == ["<p>one</p>", "<p>two</p>"]
    assert again.inverse
    people["anna"].do(again.inverse)
    agree(desk, people)
    assert people["boris"].texts(ticket) == ["<p>one</p>"]


def test_a_split_is_not_taken_back_over_what_came_meanwhile(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    done = people["boris"].do(split)
    agree(desk, people)
    assert done.inverse
    late(desk, people, AddNote(ticket_id=split.id, html="<p>more</p>"), done.inverse)
    assert last_state(people["boris"]) == "refused"
    assert people["boris"].texts(split.id) == ["<p>two</p>", "<p>more</p>"]


def test_the_same_split_sent_by_a_copy_is_done_once(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    undo = people["anna"].do(split).inverse
    agree(desk, people)
    assert undo
    people["anna"].do(undo)
    agree(desk, people)
    out = desk.device(people["anna"].actor).push(split)
    assert [each.s for each in out] == ["applied"]
    agree(desk, people)
    assert desk.row("message", note)["ticket_id"] == ticket


def test_the_same_transfers_sent_by_a_copy_are_told_once(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    """The ticket goes there and back once more; its history stays, also as others have it."""
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    moves = [Transfer(id=ticket, queue_id=desk.queue(name)) for name in ("1C", "Network")]
    for move in moves:
        people["anna"].do(move)
    agree(desk, people)
    out = desk.device(people["anna"].actor).push(*moves)
    assert [each.s for each in out] == ["applied", "applied"]
    agree(desk, people)
    assert desk.row("ticket", ticket)["handover_count"] == 2
    told = [line.what for line in events(people["boris"].store, ticket)]
    assert told.count("queue") == 2


def test_whoever_is_named_in_it_has_the_new_ticket_and_others_lose_it(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    vera = people["vera"]
    ticket = desk.ticket("Network", "one")
    name = f'<span class="mention" data-id="{vera.actor.id}">@Vera</span>'
    naming, other = notes(desk, people, ticket, f"for {name}", "for nobody")
    assert len(vera.texts(ticket)) == 3
    with_her, without = (Split(ticket_id=ticket, messages=(id,)) for id in (naming, other))
    undos = [people["anna"].do(split).inverse for split in (with_her, without)]
    agree(desk, people)
    assert len(vera.texts(with_her.id)) == 1
    assert vera.row("ticket", without.id) is None
    assert vera.row("message", other) is None
    for undo in undos:
        assert undo
        people["anna"].do(undo)
    agree(desk, people)
    assert len(vera.texts(ticket)) == 3


def test_what_came_by_a_share_stays_when_the_old_ticket_goes(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    vera = people["vera"]
    ticket = desk.ticket("Network", "one")
    name = f'<span class="mention" data-id="{vera.actor.id}">@Vera</span>'
    (note,) = notes(desk, people, ticket, f"for {name}")
    people["anna"].do(Split(ticket_id=ticket, messages=(note,)))
    agree(desk, people)
    desk.grant("Network", vera.actor)
    agree(desk, people)
    desk.path.run(lambda writer: writer.update("ticket", ticket, {"deleted": 1}))
    desk.path.now_ms = lambda: wall_ms() + 2 * TRASH_MS
    clean(desk.path, desk.folder)
    agree(desk, people)
    desk.revoke("Network", vera.actor)
    agree(desk, people)
    assert vera.row("message", note)


def test_nobody_keeps_what_left_under_another_ticket(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    """Boris, who has not read of the split, loses the queue in which the new ticket is now."""
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    file = FileRef(id="f", sha256="a" * 64, name="a.txt", media_type="text/plain", size_bytes=1)
    note = AddNote(ticket_id=ticket, html="<p>two</p>", files=(file,))
    people["anna"].do(note)
    agree(desk, people)
    split = Split(ticket_id=ticket, messages=(note.id,))
    undo = people["anna"].do(split).inverse
    people["anna"].do(Transfer(id=split.id, queue_id=desk.queue("1C")))
    people["anna"].sync()
    people["boris"].sync()
    assert people["boris"].row("message", note.id) is None
    agree(desk, people)
    assert undo
    people["anna"].do(undo)
    people["anna"].sync()
    people["boris"].sync()
    assert people["boris"].row("message", note.id)
    people["anna"].do(Transfer(id=ticket, queue_id=desk.queue("1C")))
    people["anna"].sync()
    people["boris"].sync()
    assert people["boris"].row("message", note.id) is None
    agree(desk, people)


def test_nobody_keeps_what_was_split_off_while_its_ticket_was_away(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    """Boris reads only that the ticket is there, as it was."""
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    people["anna"].do(Transfer(id=ticket, queue_id=desk.queue("1C")))
    people["anna"].do(Split(ticket_id=ticket, messages=(note,)))
    people["anna"].do(Transfer(id=ticket, queue_id=desk.queue("Network")))
    agree(desk, people)
    assert people["boris"].texts(ticket) == ["<p>one</p>"]


def test_what_goes_out_of_the_trash_goes_from_where_it_was_before(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    desk.path.run(lambda writer: split.apply(writer))
    desk.path.run(lambda writer: writer.update("ticket", split.id, {"deleted": 1}))
    desk.path.now_ms = lambda: wall_ms() + 2 * TRASH_MS
    clean(desk.path, desk.folder)
    assert desk.store.sql("SELECT 1 FROM message WHERE id = ?", (note,)) == []
    agree(desk, people)
    assert people["boris"].row("message", note) is None


def test_a_ticket_that_goes_takes_what_an_unsent_split_shows_elsewhere(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    """Boris gives a ticket away, and splits it before the server has said that it is gone."""
    boris = people["boris"]
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    boris.do(Transfer(id=ticket, queue_id=desk.queue("1C")))
    boris.do(Split(ticket_id=ticket, messages=(note,)))
    boris.cycle.push_all()
    assert last_state(boris) == "refused"
    assert boris.row("message", note) is None
    agree(desk, people)


def test_a_ticket_that_goes_leaves_what_only_an_unsent_undo_shows_on_it(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    boris = people["boris"]
    ticket = desk.ticket("Network", "one")
    (note,) = notes(desk, people, ticket, "two")
    split = Split(ticket_id=ticket, messages=(note,))
    undo = boris.do(split).inverse
    agree(desk, people)
    assert undo
    boris.do(undo)
    people["anna"].do(Transfer(id=ticket, queue_id=desk.queue("1C")))
    people["anna"].sync()
    boris.cycle.pull_all()
    agree(desk, people)
    assert last_state(boris) == "refused"
    assert boris.texts(split.id) == ["<p>two</p>"]


def test_work_times_of_everybody_add_up(desk: ServerDesk, people: dict[str, Person]) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    late(
        desk,
        people,
        AddTime(ticket_id=ticket, minutes=30),
        AddTime(ticket_id=ticket, minutes=12, started_at_ms=1, note="called"),
    )
    stores = [desk.store, *(people[login].store for login in ("anna", "boris", "carl"))]
    assert [minutes_spent(store, ticket) for store in stores] == [42] * 4
    (theirs,) = desk.store.sql("SELECT id FROM time_entry WHERE minutes = 30")
    refused = desk.device(people["boris"].actor).push(WithdrawTime(id=theirs[0]))
    assert refused[0].code == "forbidden"
    people["anna"].do(WithdrawTime(id=theirs[0]))
    people["anna"].do(Transfer(id=ticket, queue_id=desk.queue("1C")))
    agree(desk, people)
    assert minutes_spent(people["anna"].store, ticket) == 12
    assert people["boris"].store.sql("SELECT 1 FROM time_entry") == []


def test_a_line_of_a_check_list_that_two_wrote_keeps_both(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    item = AddItem(ticket_id=ticket, text="cable")
    people["anna"].do(item)
    agree(desk, people)
    late(desk, people, EditItem(id=item.id, text="red cable"), EditItem(id=item.id, text="socket"))
    assert [line.text for line in checklist(people["carl"].store, ticket)] == ["socket"]
    (conflict,) = desk.store.sql("SELECT id, base, theirs, mine FROM conflict")
    assert [json.loads(text) for text in conflict[1:]] == ["cable", "red cable", "socket"]
    people["anna"].do(ResolveConflict(id=conflict[0], choice="theirs"))
    agree(desk, people)
    assert [line.text for line in checklist(people["boris"].store, ticket)] == ["red cable"]
    assert desk.count("conflict") == 1


def test_ticking_twice_is_no_conflict(desk: ServerDesk, people: dict[str, Person]) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    items = [AddItem(ticket_id=ticket, text=text) for text in "abc"]
    for item in items:
        people["anna"].do(item)
    agree(desk, people)
    late(desk, people, TickItem(id=items[0].id), TickItem(id=items[0].id))
    assert desk.row("checklist_item", items[0].id)["done_by"] == people["anna"].actor.id
    late(desk, people, TickItem(id=items[1].id), EditItem(id=items[1].id, text="B"))
    late(desk, people, MoveItem(id=items[2].id), MoveItem(id=items[2].id, after=items[0].id))
    assert [(line.text, line.done) for line in checklist(people["carl"].store, ticket)] == [
        ("a", True),
        ("c", False),
        ("B", True),
    ]
    assert desk.count("conflict") == 0
