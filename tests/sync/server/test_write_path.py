"""The order of changes, also with several writers at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from models.commands import AddNote, Put, SetTicket, Tags, Take, Transfer
from models.tables import ENTITIES
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.helpers.waiting import until

TRACE = """
CREATE FUNCTION traced() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO traced (kind, ent) VALUES (TG_TABLE_NAME, COALESCE(NEW.id, OLD.id));
  RETURN NULL;
END $$"""


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def postgres_desk(postgres_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(postgres_url, tmp_path / "files")
    yield made
    made.store.close()


def in_thread(desk: ServerDesk, act: Callable[[], None]) -> Callable[[], None]:
    """``act`` with a connection of its own, closed afterwards."""

    def whole() -> None:
        try:
            act()
        finally:
            desk.store.close()

    return whole


def trace_writes(desk: ServerDesk) -> None:
    """Note every row that is written to any table that travels."""
    desk.store.sql("CREATE TABLE traced (kind TEXT, ent TEXT)")
    if not desk.store.is_sqlite:
        desk.store.sql(TRACE)
    for kind in ENTITIES:
        for act in ("INSERT", "UPDATE", "DELETE"):
            body = "EXECUTE FUNCTION traced()"
            if desk.store.is_sqlite:
                row = "OLD" if act == "DELETE" else "NEW"
                body = f"BEGIN INSERT INTO traced VALUES ('{kind}', {row}.id); END"
            desk.store.sql(
                f'CREATE TRIGGER trace_{kind}_{act} AFTER {act} ON "{kind}" FOR EACH ROW {body}'
            )


def test_no_row_is_written_without_a_change_line(desk: ServerDesk) -> None:
    trace_writes(desk)
    anna = desk.device(desk.agent("anna", "Network"))
    boris = desk.agent("boris", "Access")
    ticket = desk.ticket("Network")
    mention = f'<p><span class="mention" data-id="{boris.id}">@Boris</span></p>'
    head = desk.path.head()
    desk.store.sql("DELETE FROM traced")
    outcomes = anna.push(
        AddNote(ticket_id=ticket, html=mention),
        Tags(id=ticket, add=("vip",)),
        Put(entity="company", set={"name": "Kontur"}),
        SetTicket(id=ticket, set={"status": "nonsense"}),
        Transfer(id=ticket, queue_id=desk.queue("Access")),
    )
    assert [outcome.s for outcome in outcomes] == ["applied"] * 3 + ["rejected", "applied"]
    written = set(desk.store.sql("SELECT DISTINCT kind, ent FROM traced"))
    lined = set(desk.store.sql("SELECT DISTINCT kind, ent FROM change WHERE seq > ?", (head,)))
    assert written
    assert written <= lined
    assert desk.path.head() == head + 5


def test_revisions_rise_by_one_with_each_change(desk: ServerDesk) -> None:
    anna = desk.device(desk.agent("anna", "Network"))
    ticket = desk.ticket("Network")
    for n, priority in enumerate(("high", "low", "low", "urgent")):
        anna.push(SetTicket(id=ticket, set={"priority": priority}))
        rev = desk.row("ticket", ticket)["rev"]
        line = desk.store.sql("SELECT rev FROM change WHERE ent = ?", (ticket,))
        assert line == [(rev,)]
        assert rev == 2 + n - (n >= 2)


def test_a_batch_that_fails_leaves_nothing(desk: ServerDesk) -> None:
    before = desk.store.sql("SELECT * FROM change"), desk.path.head()

    def step(writer: ServerWriter) -> None:
        writer.insert("tag", {"id": "t", "scope": "ws", "name": "x"})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        desk.path.run(step)
    assert (desk.store.sql("SELECT * FROM change"), desk.path.head()) == before
    assert desk.count("tag") == 0


def at_the_same_time(
    desk: ServerDesk, slow: Callable[[ServerWriter], object], quick: Callable[[], object]
) -> None:
    """``quick`` begins while the transaction of ``slow`` is still open."""
    done = threading.Event()

    def other() -> None:
        try:
            quick()
        finally:
            done.set()
            desk.store.close()

    with ThreadPoolExecutor(1) as pool:
        with desk.path.batch() as writer:
            slow(writer)
            running = pool.submit(other)
            until(lambda: done.is_set() or is_waiting(desk), what="the other to wait or to end")
        running.result(timeout=20)


def is_waiting(desk: ServerDesk) -> bool:
    return desk.store.sql("SELECT COUNT(*) FROM pg_locks WHERE NOT granted") != [(0,)]


def test_tags_of_two_people_at_once_are_both_there(postgres_desk: ServerDesk) -> None:
    desk = postgres_desk
    ticket = desk.ticket("Network")
    anna = desk.device(desk.agent("anna", "Network"))
    slow = Tags(id=ticket, add=("a",))
    at_the_same_time(desk, slow.apply, lambda: anna.push(Tags(id=ticket, add=("b",))))
    row = desk.row("ticket", ticket)
    assert (row["tags"], row["rev"]) == ('["a", "b"]', 3)


def test_only_one_of_two_at_once_takes(postgres_desk: ServerDesk) -> None:
    desk = postgres_desk
    ticket = desk.ticket("Network")
    anna, boris = (desk.device(desk.agent(name, "Network")) for name in ("anna", "boris"))
    states: list[str] = []
    at_the_same_time(
        desk,
        SetTicket(id=ticket, set={"assignee_id": boris.actor.id}).apply,
        lambda: states.append(anna.push(Take(id=ticket))[0].s),
    )
    assert states == ["rejected"]
    assert desk.row("ticket", ticket)["assignee_id"] == boris.actor.id


def test_the_same_row_made_twice_at_once_is_one(postgres_desk: ServerDesk) -> None:
    desk = postgres_desk
    anna = desk.device(desk.agent("anna", "Network"))
    row = {"id": "r", "scope": f"u:{anna.actor.id}", "ticket_id": "t", "read_at_ms": 5}
    put = Put(entity="read_state", id="r", set={"ticket_id": "t", "read_at_ms": 7})
    states: list[str] = []
    at_the_same_time(
        desk,
        lambda writer: writer.insert("read_state", row),
        lambda: states.append(anna.push(put)[0].s),
    )
    assert states == ["applied"]
    assert desk.row("read_state", "r")["read_at_ms"] == 7


def test_two_that_wait_for_each_other_are_both_done(postgres_desk: ServerDesk) -> None:
    desk = postgres_desk
    first, second = desk.ticket("Network"), desk.ticket("Network")
    desk.store.sql("ALTER SYSTEM SET deadlock_timeout = '50ms'")
    desk.store.sql("SELECT pg_reload_conf()")
    barrier = threading.Barrier(2)
    tries: list[str] = []

    def both(one: str, other: str, priority: str) -> None:
        def step(writer: ServerWriter) -> None:
            tries.append(priority)
            SetTicket(id=one, set={"priority": priority}).apply(writer)
            if tries.count(priority) == 1:
                barrier.wait(timeout=20)
            SetTicket(id=other, set={"priority": priority}).apply(writer)

        desk.path.run(step)

    with ThreadPoolExecutor(2) as pool:
        running = [
            pool.submit(in_thread(desk, lambda: both(first, second, "high"))),
            pool.submit(in_thread(desk, lambda: both(second, first, "low"))),
        ]
        for one in running:
            one.result(timeout=30)
    assert len(tries) >= 3
    rows = [desk.row("ticket", id) for id in (first, second)]
    assert rows[0]["priority"] == rows[1]["priority"]
    assert [row["rev"] for row in rows] == [3, 3]


def test_a_reader_skips_nothing_while_writers_dawdle(postgres_desk: ServerDesk) -> None:
    """Invariant 13: positions follow the order of commits."""
    desk = postgres_desk
    anna = desk.device(desk.agent("anna", "Network"))
    anna.pull()
    stop = threading.Event()
    found: list[str] = []

    def write(seed: int) -> None:
        chance = Random(seed)
        path = WritePath(desk.store)
        for n in range(40):

            def step(writer: ServerWriter, n: int = n) -> None:
                row = {"id": f"{seed}-{n}", "scope": "ws", "name": f"{seed}-{n}"}
                writer.insert("tag", row)
                if chance.random() < 0.3:
                    desk.store.sql("SELECT pg_sleep(?)", (chance.random() / 100,))

            path.run(step)

    def read() -> Iterator[str]:
        while True:
            last = stop.is_set()
            yield from (line.id for line in anna.pull() if line.kind == "tag")
            if last:
                return

    with ThreadPoolExecutor(5) as pool:
        reading = pool.submit(in_thread(desk, lambda: found.extend(read())))
        writing = [
            pool.submit(in_thread(desk, lambda seed=seed: write(seed)))  # type: ignore[misc]
            for seed in range(4)
        ]
        for one in writing:
            one.result(timeout=60)
        stop.set()
        reading.result(timeout=60)
    assert sorted(found) == sorted(f"{seed}-{n}" for seed in range(4) for n in range(40))


def test_numbers_are_given_once_to_several_at_once(postgres_desk: ServerDesk) -> None:
    desk = postgres_desk
    desk.queue("Network")

    def five() -> None:
        for _ in range(5):
            desk.ticket("Network")

    with ThreadPoolExecutor(4) as pool:
        for one in [pool.submit(in_thread(desk, five)) for _ in range(4)]:
            one.result(timeout=30)
    numbers = [row[0] for row in desk.store.sql("SELECT number FROM ticket")]
    assert len(set(numbers)) == len(numbers) == 20
