"""Two computers of one person and one of somebody else, with real engines and a real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from models import own
from models import profile as profiles
from models.clock import clock_at, wall_ms
from models.commands import AddNote, Command
from models.database import Store
from models.own import Marks
from models.perform import perform
from models.profile import Profile
from models.queries.pins_first import pins_first
from models.rows import Actor, TicketRow
from sync.protocol import link
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

SECRET = "Vault key is with Peter"
HOUR = 3_600_000


@pytest.fixture
def server(store_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(store_url, tmp_path) as running:
        yield running


class Computer:
    """An engine, and the window's part of the file."""

    def __init__(self, running: EngineProcess, me: Actor) -> None:
        self.engine, self.me = running, me
        self.profile: Profile = running.profile

    def store(self) -> Store:
        return self.profile.open()

    def do(self, *commands: Command) -> None:
        store = self.store()
        for command in commands:
            perform(store, command, self.me, wall_ms())
        store.close()
        self.engine.say(link.Poke())

    def rows(self) -> list[TicketRow]:
        store = self.store()
        found = pins_first(store, "my_open", self.me, clock_at(wall_ms()), order="own")
        store.close()
        return found

    def marks(self) -> list[tuple[str, Marks]]:
        """The list in its person's own order, with all that they alone see of it."""
        ids = [row.id for row in self.rows()]
        store = self.store()
        found = [(id, own.marks(store, self.me, id)) for id in ids]
        store.close()
        return found

    def move(self, id: str, to: int) -> None:
        order = [(row.id, str(row.key.value)) for row in self.rows() if row.key.band == 0]
        self.do(*own.move(self.me, order, id, to))

    def notes(self, ticket: str) -> object:
        store = self.store()
        found = store.sql(
            "SELECT COUNT(*) FROM message WHERE ticket_id = ? AND kind = 'note'", (ticket,)
        )
        store.close()
        return found[0][0]


def test_what_two_computers_did_apart_is_one_and_nobody_else_has_it(
    server: Served, tmp_path: Path
) -> None:
    anna, boris = server.people["anna"], server.people["boris"]
    mine = {"assignee_id": anna.id}
    tickets = [server.desk.ticket("Network", f"T{n}", due_at_ms=n, **mine) for n in range(1, 7)]
    a, b, c, d, e, f = tickets
    with ExitStack() as stack:
        people = (("desk", anna), ("laptop", anna), ("boris", boris))
        one, two, other = (
            Computer(stack.enter_context(engine(tmp_path / name)), who) for name, who in people
        )
        for each in (one, two, other):
            each.engine.sign_in(server.url, each.me.login)
            each.engine.state("synced")
        server.kill()
        at_ms = wall_ms() + HOUR
        one.do(own.pin(anna, d, on=True), own.give_colour(anna, e, "red"))
        one.do(own.remind(anna, f, at_ms, SECRET))
        one.move(c, 0)
        two.do(own.pin(anna, b, on=True), own.give_colour(anna, a, "blue"))
        two.do(own.pin(anna, d, on=True), own.remind(anna, a, at_ms))
        two.move(a, 3)
        server.start()
        for each in (one, two, other):
            each.engine.say(link.Poke())
        wanted = [b, d, c, e, f, a]
        until(lambda: [id for id, _ in one.marks()] == wanted, 60)
        until(lambda: one.marks() == two.marks(), 60)
        assert dict(one.marks()) == {
            a: Marks(colour="blue", remind_at_ms=at_ms),
            b: Marks(pinned=True),
            c: Marks(),
            d: Marks(pinned=True),
            e: Marks(colour="red"),
            f: Marks(remind_at_ms=at_ms, words=SECRET),
        }
        one.do(AddNote(ticket_id=f, html="<p>For everybody</p>"))
        until(lambda: other.notes(f) == 1, 60)
        store = other.store()
        kinds = ("pin", "own_place", "highlight", "reminder")
        held = [store.sql(f"SELECT COUNT(*) FROM {kind}")[0][0] for kind in kinds]
        assert held == [0, 0, 0, 0]
        assert profiles.get(store, "agent_id") == boris.id
        store.close()
        assert other.engine.close() == 0
    for file in (tmp_path / "boris").rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()
