"""What waits goes out, also past a change that the server can't take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models import outbox
from models.commands import AddNote, SetTicket
from models.errors import Refused
from sync.engine import pushing
from sync.protocol import errors, schema
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Line, Person

POISON = b"poison"


class Choking(Line):
    """A server that fails on one change as a whole, as by a fault of its own."""

    def push(self, request: schema.PushRequest) -> schema.PushAnswer:
        heads = [msgspec.json.decode(raw, type=schema.MutationHead) for raw in request.muts]
        for head, raw in zip(heads, request.muts, strict=True):
            if POISON in bytes(raw) and not head.quarantine:
                raise errors.ServerFault("The server has a problem; trying again later.")
        return super().push(request)


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(sqlite_url, tmp_path / "server")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, anna: Person) -> Person:
    anna.line = Choking(desk, anna.actor)
    return anna


def states(person: Person) -> list[str]:
    return [state for _, state in person.states()]


def test_a_change_that_fails_alone_is_kept_apart_in_the_end(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    for text in ("before", "poison", "after"):
        anna.do(AddNote(ticket_id=ticket, html=f"<p>{text}</p>"))
    for _ in range(pushing.POISON_TRIES):
        with pytest.raises(errors.ServerFault):
            anna.cycle.push_all()
        assert states(anna) == ["settled", "sending", "sending"]
    anna.store.sql("UPDATE outbox SET failing_since_ms = failing_since_ms - 600000 WHERE tries > 0")
    anna.sync()
    assert states(anna) == ["settled", "refused", "settled"]
    assert anna.texts(ticket)[1:] == ["<p>before</p>", "<p>after</p>"]
    (kept,) = desk.store.sql("SELECT payload, reason FROM undelivered")
    assert "poison" in kept[0]
    assert kept[1] == "quarantined"
    assert outbox.text_of(anna.store, 2) == "<p>poison</p>"


def test_ten_minutes_must_have_passed(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>poison</p>"))
    for _ in range(pushing.POISON_TRIES + 3):
        with pytest.raises(errors.ServerFault):
            anna.cycle.push_all()
    assert desk.count("undelivered") == 0


def test_what_never_left_can_still_be_taken_back(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    done = anna.do(SetTicket(id=ticket, set={"priority": "high"}))

    class Unreachable(Line):
        reached = False

        def push(self, request: schema.PushRequest) -> schema.PushAnswer:
            raise errors.Offline("Nothing answers.", reached=self.reached)

    anna.line = Unreachable(desk, anna.actor)
    with pytest.raises(errors.Offline):
        anna.cycle.push_all()
    assert states(anna) == ["queued"]
    Unreachable.reached = True
    with pytest.raises(errors.Offline):
        anna.cycle.push_all()
    assert states(anna) == ["sending"]
    with pytest.raises(Refused):
        outbox.withdraw(anna.store, done.mid)


def test_five_hundred_waiting_changes_drain(desk: ServerDesk, anna: Person) -> None:
    """In full batches, each change once."""
    ticket = desk.ticket("Network")
    anna.sync()
    for n in range(500):
        anna.do(AddNote(ticket_id=ticket, html=f"<p>{n}</p>"))
    assert anna.cycle.push_all() == 500
    assert set(states(anna)) == {"settled"}
    assert len(desk.store.sql("SELECT 1 FROM message WHERE kind = 'note'")) == 500


def test_what_the_server_had_before_a_kill_is_settled_in_turn(
    desk: ServerDesk, anna: Person
) -> None:
    """It knows of more than is asked for first: that does not count as settled here."""
    ticket = desk.ticket("Network")
    anna.sync()
    many = 2 * schema.PUSH_LIMIT + 20
    for n in range(many):
        anna.do(AddNote(ticket_id=ticket, html=f"<p>{n}</p>"))
    before = anna.profile.folder / "before.db"
    anna.store.db.execute_sql("VACUUM INTO ?", (str(before),))
    anna.cycle.push_all()
    anna.store.close()
    for kept in anna.profile.folder.glob("desk.db*"):
        kept.unlink()
    before.rename(anna.profile.database)
    anna.restart()
    assert states(anna) == ["queued"] * many
    assert anna.cycle.push_all() == many
    assert states(anna) == ["settled"] * many
    assert desk.count("mutation_seen") == many
