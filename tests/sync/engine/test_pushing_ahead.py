from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from models.clock import wall_ms
from models.commands import AddNote
from sync.engine.pushing import Line, NotSent, Pusher, Sending, Sent
from sync.engine.wire import Server
from sync.protocol import errors, schema
from tests.bench.watched import Watch
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows

FULL = schema.PUSH_LIMIT
MANY = 2 * FULL + 5


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(sqlite_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, anna: Person) -> Person:
    ticket = desk.ticket("Network")
    anna.sync()
    with anna.store.transaction():
        for number in range(MANY):
            anna.do(AddNote(ticket_id=ticket, html=f"<p>{number}</p>"))
    return anna


class Requests:
    """What a server is asked, one request after another; ``fail`` says which of them fail."""

    def __init__(self, person: Person, fail: dict[int, errors.SyncError] | None = None) -> None:
        self.sizes: list[int] = []
        self.second = threading.Event()
        self._person, self._fail = person, fail or {}

    def push(self, request: schema.PushRequest) -> schema.PushAnswer:
        self.sizes.append(len(request.muts))
        if len(self.sizes) == 2:
            self.second.set()
        failure = self._fail.get(len(self.sizes))
        if failure is not None:
            raise failure
        try:
            return self._person.line.push(request)
        finally:
            if threading.current_thread() is not threading.main_thread():
                self._person.line.desk.store.close()  # this thread's connection


def pusher(person: Person, requests: Requests) -> Pusher:
    server = cast(Server, requests)
    return Pusher(person.store, server, lambda news: None, lambda at_ms: at_ms, wall_ms)


def states(person: Person) -> list[str]:
    return [state for _, state in person.states()]


def test_many_changes_all_arrive_and_leave_nothing_behind(desk: ServerDesk, anna: Person) -> None:
    requests = Requests(anna)
    assert pusher(anna, requests).push_all(lambda: False) == MANY
    assert requests.sizes == [FULL, FULL, 5]
    assert set(states(anna)) == {"settled"}
    for table in ("shadow", "pending_effect"):
        assert anna.store.sql(f"SELECT COUNT(*) FROM {table}") == [(0,)]
    anna.cycle.pull_all()
    assert anna.rows() == held_rows(desk, anna.actor)


def test_the_next_changes_are_sent_before_an_answer_is_written(anna: Person) -> None:
    requests = Requests(anna)
    seen: list[tuple[bool, str]] = []
    pushing = pusher(anna, requests)

    def heard(at_ms: int) -> int:
        seen.append((requests.second.wait(10), states(anna)[0]))
        return at_ms

    pushing.heard = heard
    pushing.push_all(lambda: False)
    assert seen[0] == (True, "sending")


def test_what_never_left_behind_a_settled_push_waits_as_before(anna: Person) -> None:
    requests = Requests(anna, {2: errors.Offline("cut", reached=False)})
    with pytest.raises(errors.Offline):
        pusher(anna, requests).push_all(lambda: False)
    assert states(anna) == ["settled"] * FULL + ["queued"] * (MANY - FULL)


def test_a_batch_that_is_refused_behind_another_is_sent_in_parts(anna: Person) -> None:
    requests = Requests(anna, {2: errors.BatchRefused("too large")})
    assert pusher(anna, requests).push_all(lambda: False) == MANY
    assert requests.sizes == [FULL, FULL, FULL // 5, FULL + 5 - FULL // 5]


def test_nothing_more_is_sent_once_it_shall_stop(anna: Person) -> None:
    requests = Requests(anna)
    assert pusher(anna, requests).push_all(lambda: bool(requests.sizes)) == FULL
    assert requests.sizes == [FULL]
    assert states(anna)[FULL:] == ["queued"] * (MANY - FULL)


def test_a_full_push_takes_no_more_statements_than_five_changes(anna: Person) -> None:
    watch = Watch(anna.store)

    def push() -> int:
        requests = Requests(anna)
        return pusher(anna, requests).push_all(lambda: bool(requests.sizes))

    settled = [push()]  # the first one also asks for scopes
    taken = []
    for _ in range(2):
        taken.append(watch.count(lambda: settled.append(push())))
    assert settled == [FULL, FULL, 5]
    assert taken[0] <= taken[1] + 15, "more: what waits behind is claimed, and given back"


def three_on_a_line(chains: list[str]) -> Line:
    """Three changes of one push each, answered by a server with these chains after them."""
    answers = iter(enumerate(chains, 1))

    def push(request: schema.PushRequest) -> schema.PushAnswer:
        mid, chain = next(answers)
        return schema.PushAnswer(1, schema.Ack(mid, chain), [], [], 0)

    line = Line(push, lambda: False)
    for mid in (1, 2, 3):
        request = schema.PushRequest(schema.ClientInfo(""), schema.Base(mid - 1, ""), [], "")
        line.waiting.append(Sending([Sent(mid, b"{}")], request, schema.Base(mid, f"c{mid}")))
    return line


def test_answers_that_came_meanwhile_are_taken_together() -> None:
    line = three_on_a_line(["c1", "c2", "c3"])
    line.go()
    line.waiting[-1].answer.result(10)
    assert [each.batch[0].mid for each in line.take()] == [1, 2, 3]
    assert line.settled == 3
    assert line.end() == []


def test_nothing_follows_a_push_that_settled_something_else() -> None:
    line = three_on_a_line(["c1", "another", "c3"])
    line.go()
    with pytest.raises(NotSent):
        line.waiting[-1].answer.result(10)
    assert [each.batch[0].mid for each in line.take()] == [1, 2]
    assert [sent.mid for sent in line.end()] == [3]
