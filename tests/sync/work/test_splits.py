"""Splits between computers that had not seen each other, and who has what they leave."""

from __future__ import annotations

from models.clock import wall_ms
from models.commands import (
    AddNote,
    EditMessage,
    FileRef,
    MergeTickets,
    Split,
    Transfer,
    WithdrawMessage,
)
from models.queries.conversation import events
from sync.server.cleaning import TRASH_MS, clean
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.work.team import agree, last_state, late, notes


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
