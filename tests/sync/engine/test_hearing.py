"""What the loop does with what it hears: whose word counts, and from when on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from models import window
from models.commands import SetTicket
from models.profile import Profile
from sync.engine.listener import Heard, Listener, Lost
from sync.engine.loop import MANY_HEARD, Engine, _now_s
from sync.protocol import link
from sync.protocol.live import Delta, Head, Online, Present
from sync.protocol.live import Person as Somebody
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.engine.test_deltas import Tap


class Heading:
    """An engine that never talks to a server, with a stream whose words the test chooses."""

    def __init__(self, folder: Path, desk: ServerDesk) -> None:
        self.desk = desk
        self.anna = Person.made(folder, desk, desk.agent("anna", "Network"))
        self.ticket = desk.ticket("Network", "Router")
        self.anna.sync()
        self.tap = Tap(desk, self.anna.actor)
        self.said: list[link.Line] = []
        self.engine = Engine(Profile(folder), self.anna.store, self.said.append)
        self.source = cast(Listener, object())
        self.engine._beside._listener = self.source

    def change(self, subject: str) -> list[Delta]:
        command = SetTicket(id=self.ticket, set={"subject": subject})
        self.desk.path.run(lambda writer: command.apply(writer))
        return self.tap.next()

    def subject(self) -> str:
        row = self.anna.row("ticket", self.ticket)
        assert row is not None
        return str(row["subject"])


@pytest.fixture
def heading(tmp_path: Path) -> Iterator[Heading]:
    desk = ServerDesk.made(f"sqlite:///{tmp_path / 'server.db'}", tmp_path)
    made = Heading(tmp_path / "anna", desk)
    yield made
    made.anna.store.close()
    desk.store.close()


def test_a_stream_counts_only_after_the_pull_that_it_begins_with(heading: Heading) -> None:
    engine, source = heading.engine, heading.source
    first = Heard(source, Head(heading.change("Switch")))
    assert engine._take(first), "nothing was pulled yet"
    assert heading.subject() == "Router"
    engine._beside.trusts_stream = True  # as after a pull
    assert not engine._take(first)
    assert heading.subject() == "Switch"
    assert any(isinstance(line, link.Changed) for line in heading.said)
    for begins_anew in (Heard(source, Head([])), Heard(source)):
        engine._beside.trusts_stream = True
        assert engine._take(begins_anew)
        assert engine._take(Heard(source, Head(heading.change("Hub"))))
        assert heading.subject() == "Switch"


def test_a_session_that_has_ended_is_not_heard(heading: Heading) -> None:
    heading.engine._beside.trusts_stream = True
    assert not heading.engine._take(Heard(object(), Head(heading.change("Switch"))))
    assert heading.subject() == "Router"


def test_changes_do_not_pile_up_while_the_loop_is_busy(heading: Heading) -> None:
    deltas = heading.change("Switch")
    for _ in range(MANY_HEARD + 2):
        heading.engine._overhear(Heard(heading.source, Head(deltas)))
    heard = [heading.engine.inbox.get() for _ in range(MANY_HEARD + 2)]
    assert heard[-1] == Heard(heading.source)


def test_one_is_never_told_of_oneself(heading: Heading) -> None:
    me = Somebody(heading.anna.actor.id, "Anna", "viewing")
    boris = Somebody("b", "Boris", "typing")
    assert not heading.engine._take(Heard(heading.source, Present("t", [me, boris])))
    assert heading.said == [link.Present(ticket="t", people=(boris,))]


def test_who_is_online_is_told_when_it_changes_and_never_of_oneself(heading: Heading) -> None:
    me = heading.anna.actor.id
    heard: list[Online | Lost] = [
        Online(["x"]),  # before the whole it means nothing
        Online([me, "b", "a"], whole=True),
        Online([me]),
        Online(["c"], ["a"], more=2),
        Lost(),
        Online(["d"]),
        Lost(),
    ]
    for event in heard:
        assert not heading.engine._take(Heard(heading.source, event))
    assert heading.said == [
        link.Online(people=("a", "b")),
        link.Online(people=("b", "c"), more=2),
        link.Online(),
    ]


def test_while_offline_nobody_is_said_to_be_online(heading: Heading) -> None:
    beside = heading.engine._beside
    heading.engine._take(Heard(heading.source, Online(["b"], whole=True)))
    for how, knows in (("stream", True), ("long_poll", False)):
        beside._listener = cast(Listener, SimpleNamespace(how=how))
        beside.see_nobody()
        assert (link.Online() not in heading.said) is knows


def test_letting_go_goes_on_after_a_message_that_asks_for_no_round(heading: Heading) -> None:
    engine, store = heading.engine, heading.anna.store
    long_ago = "status = 'done', solved_at_ms = 1, created_at_ms = 1, activity_at_ms = 1"
    store.sql(f"UPDATE ticket SET {long_ago}, assignee_id = NULL")
    window.set_keep_days(store, 30)
    engine._state, engine._due_s = "synced", _now_s() + 3_600
    engine.inbox.put(Heard(heading.source, Online(["b"], whole=True)))
    engine._let_go()
    assert heading.anna.row("ticket", heading.ticket) is not None
    engine._step()
    assert heading.anna.row("ticket", heading.ticket) is None
