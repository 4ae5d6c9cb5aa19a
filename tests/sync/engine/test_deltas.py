"""Changes from the live stream: they are written when they fit, and only then."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.commands import AddNote, SetTicket, Transfer
from models.commands.checklists import AddItem
from models.ids import new_id
from models.rows import Actor
from sync.engine.cycle import cursors
from sync.engine.deltas import apply_deltas
from sync.protocol.cursor import decode, encode, fits
from sync.protocol.live import Delta, Head, Parser
from sync.server.live import head_frame
from sync.server.marks import newest_mark
from sync.server.news import read_news
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows


class Tap:
    """What a reader who holds ``scopes`` would be sent since the last time."""

    def __init__(self, desk: ServerDesk, actor: Actor) -> None:
        self.desk, self.actor = desk, actor
        self.seen = newest_mark(desk.store)

    def next(self) -> list[Delta]:
        scopes = self.desk.rights(self.actor).scopes
        news = read_news(self.desk.store, self.seen, scopes, [self.actor.id])
        if news is None:
            return []
        self.seen = news.head
        frame = head_frame(news.parts[scope] for scope in sorted(news.parts))
        (head,) = Parser().feed(frame)
        assert isinstance(head, Head)
        return head.scopes


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "anna", desk, desk.agent("anna", "Network", "Vault"))
    yield made
    made.store.close()


def test_a_change_is_written_with_its_cursor_and_told(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network", "Router")
    anna.sync()
    tap = Tap(desk, anna.actor)
    desk.path.run(lambda w: SetTicket(id=ticket, set={"subject": "Switch"}).apply(w))
    deltas = tap.next()
    news = apply_deltas(anna.store, deltas)
    assert news is not None
    assert (news.tickets, anna.row("ticket", ticket)["subject"]) == ({ticket}, "Switch")  # type: ignore[index]
    assert cursors(anna.store)[deltas[0].scope] == deltas[0].cur
    # Again, or late: nothing happens, nothing is asked.
    again = apply_deltas(anna.store, deltas)
    assert again is not None
    assert not again
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)


def test_a_change_after_a_gap_is_not_written(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network", "Router")
    anna.sync()
    tap = Tap(desk, anna.actor)
    desk.path.run(lambda w: AddNote(ticket_id=ticket, html="<p>lost</p>").apply(w))
    tap.next()  # never arrives
    desk.path.run(lambda w: SetTicket(id=ticket, set={"subject": "Switch"}).apply(w))
    before = cursors(anna.store)
    assert apply_deltas(anna.store, tap.next()) is None
    assert (anna.row("ticket", ticket)["subject"], cursors(anna.store)) == ("Router", before)  # type: ignore[index]


def test_a_scope_that_was_quiet_fits_from_any_place_after_its_last_change(
    desk: ServerDesk, anna: Person
) -> None:
    """Other scopes moved meanwhile: their positions are not this one's gap."""
    ticket, other = desk.ticket("Network"), desk.ticket("Vault")
    anna.sync()
    tap = Tap(desk, anna.actor)
    for priority in ("low", "high"):
        command = SetTicket(id=other, set={"priority": priority})
        desk.path.run(lambda writer, command=command: command.apply(writer))  # type: ignore[misc]
    tap.next()
    desk.path.run(lambda w: SetTicket(id=ticket, set={"subject": "Switch"}).apply(w))
    assert apply_deltas(anna.store, tap.next())
    assert anna.row("ticket", ticket)["subject"] == "Switch"  # type: ignore[index]


def test_all_scopes_of_a_commit_or_none(desk: ServerDesk, anna: Person) -> None:
    """A ticket that moves between two held queues is never gone in between."""
    ticket, other = desk.ticket("Network"), desk.ticket("Vault")
    anna.sync()
    tap = Tap(desk, anna.actor)
    vault = desk.queue("Vault")
    desk.path.run(lambda w: Transfer(id=ticket, queue_id=vault).apply(w))
    moved = tap.next()
    assert len(moved) == 2
    late = [msgspec.structs.replace(moved[0], prev=None), moved[1]]
    assert apply_deltas(anna.store, late) is None
    assert apply_deltas(anna.store, [moved[1], late[0]]) is None
    assert apply_deltas(anna.store, moved) is not None
    assert anna.row("ticket", ticket)["queue_id"] == vault  # type: ignore[index]
    assert anna.row("ticket", other) is not None
    assert anna.rows() == held_rows(desk, anna.actor)


def test_what_is_unsent_here_stays_on_top(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network", "Router")
    anna.sync()
    tap = Tap(desk, anna.actor)
    anna.do(SetTicket(id=ticket, set={"subject": "Mine"}))
    desk.path.run(lambda w: SetTicket(id=ticket, set={"priority": "high"}).apply(w))
    assert apply_deltas(anna.store, tap.next())
    row = anna.row("ticket", ticket)
    assert row is not None
    assert (row["subject"], row["priority"]) == ("Mine", "high")


def test_a_share_and_a_leave_come_over_the_stream(desk: ServerDesk, anna: Person) -> None:
    """Somebody outside the queue is brought in; the ticket of another one leaves."""
    mine, theirs = desk.ticket("Network"), desk.ticket("Cellar")
    anna.sync()
    tap = Tap(desk, anna.actor)
    watcher = {"id": new_id(), "ticket_id": theirs, "agent_id": anna.actor.id}
    watcher["scope"] = desk.row("ticket", theirs)["scope"]
    desk.path.run(lambda writer: writer.insert("watcher", watcher))
    assert apply_deltas(anna.store, tap.next())
    assert anna.row("ticket", theirs) is not None
    cellar = desk.queue("Cellar")
    desk.path.run(lambda w: Transfer(id=mine, queue_id=cellar).apply(w))
    assert apply_deltas(anna.store, tap.next())
    assert anna.row("ticket", mine) is None


Step = tuple[str, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["note", "set", "move", "pull", "hear", "hear", "lose", "mine"]),
        st.integers(0, 2),
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_whatever_is_lost_or_late_everything_arrives_once(steps: list[Step]) -> None:
    """Changes, pulls, deltas heard, late or lost in any order: cursors never hide a row."""
    with tempfile.TemporaryDirectory() as folder:
        desk = ServerDesk.made(f"sqlite:///{folder}/desk.db", Path(folder) / "files")
        desk.store.db.execute_sql("PRAGMA synchronous = OFF")
        anna = Person.made(Path(folder) / "anna", desk, desk.agent("anna", "Network", "Vault"))
        tickets = [desk.ticket("Network"), desk.ticket("Vault"), desk.ticket("Network")]
        anna.sync()
        tap, heard = Tap(desk, anna.actor), []
        for step, number in steps:
            take(desk, anna, step, tickets[number])
            if step in ("note", "set", "move"):
                heard.append(tap.next())
            elif step == "hear" and heard:
                deltas = heard.pop(min(number, len(heard) - 1))
                if apply_deltas(anna.store, deltas) is None:
                    anna.sync()
                check_no_gap(desk, anna)
            elif step == "lose" and heard:
                heard.pop(0)
        for deltas in heard:
            if apply_deltas(anna.store, deltas) is None:
                anna.sync()
        check_no_gap(desk, anna)
        anna.sync()
        assert anna.rows() == held_rows(desk, anna.actor)
        anna.store.close()
        desk.store.close()


def take(desk: ServerDesk, anna: Person, step: str, ticket: str) -> None:
    run: dict[str, Any] = {
        "note": AddNote(ticket_id=ticket, html="<p>words</p>"),
        "set": SetTicket(id=ticket, set={"priority": "high"}),
    }
    if step in run:
        desk.path.run(lambda writer: run[step].apply(writer))
    elif step == "move":
        now = desk.row("ticket", ticket)["queue_id"]
        there = next(id for id in map(desk.queue, ("Network", "Vault")) if id != now)
        desk.path.run(lambda w: Transfer(id=ticket, queue_id=there).apply(w))
    elif step == "pull":
        anna.sync()
    elif step == "mine":
        anna.do(AddNote(ticket_id=ticket, html="<p>mine</p>"))


def check_no_gap(desk: ServerDesk, anna: Person) -> None:
    """Up to the cursor of each scope everything is here, or a newer line tells of it (I5)."""
    for scope, text in cursors(anna.store).items():
        cursor = decode(text or "")
        assert cursor is not None
        lines = desk.store.sql(
            "SELECT kind, ent, rev FROM change WHERE scope = ? AND seq <= ? AND op = 'put'",
            (scope, cursor.seq),
        )
        for kind, id, rev in lines:
            here = anna.store.sql(f'SELECT rev FROM "{kind}" WHERE id = ?', (id,))
            assert here, (scope, kind, id)
            assert here[0][0] >= rev, (scope, kind, id)


def test_a_cursor_of_another_restore_does_not_fit() -> None:
    one, two = encode(1, 5, 5, "a"), encode(2, 6, 6, "b")
    assert fits(one, one, two) == "pull"
    assert fits(None, one, encode(1, 6, 6, "b")) == "pull"
    assert fits("nonsense", one, encode(1, 6, 6, "b")) == "pull"
    assert fits(one, "", encode(1, 6, 6, "b")) == "pull"
    assert fits(one, one, encode(1, 6, 6, "b")) == "apply"
    assert fits(encode(1, 6, 9, "c"), one, encode(1, 6, 6, "b")) == "known"


@pytest.mark.parametrize("what", ["a child", "the ticket"])
def test_what_comes_of_a_ticket_that_has_left_is_left_to_the_pull(
    desk: ServerDesk, tmp_path: Path, what: str
) -> None:
    """The answer to a push overtook the stream."""
    boris = Person.made(tmp_path / "boris", desk, desk.agent("boris", "Network"))
    ticket, vault = desk.ticket("Network"), desk.queue("Vault")
    boris.sync()
    tap = Tap(desk, boris.actor)
    line = AddItem(ticket_id=ticket, text="Unplug it")
    change = SetTicket(id=ticket, set={"priority": "high"})
    desk.path.run(lambda writer: (line if what == "a child" else change).apply(writer))
    late = tap.next()
    boris.do(Transfer(id=ticket, queue_id=vault))
    boris.cycle.push_all()
    assert boris.row("ticket", ticket) is None
    assert apply_deltas(boris.store, late) is None
    assert boris.row("checklist_item", line.id) is None
    boris.sync()
    assert boris.rows() == held_rows(desk, boris.actor)
    boris.store.close()
