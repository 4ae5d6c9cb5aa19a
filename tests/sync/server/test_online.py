"""Who is at work: told to everybody who is signed in, once, and never for longer than is true."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests

from models.clock import wall_ms
from models.database import Store
from sync.protocol import live as wire
from sync.protocol import schema
from sync.server import devices, roster
from sync.server.notices import PAYLOAD_BYTES, Notice, Notices, Sighting, Sign
from sync.server.online import LEFT_S, QUIET_S, Online
from sync.server.reader import QUEUE_BYTES, Reader
from sync.server.roster import Roster
from tests.helpers.desk import ServerDesk
from tests.helpers.live import Hosted, Listening, hosted, listening, session_of, signed_in
from tests.helpers.waiting import until
from tests.sync.server.live_room import NEVER_S, fill
from tests.sync.server.live_room import desk as desk

SOON = {"gather_s": 0.01, "left_s": 0.05}


def ids(desk: ServerDesk, *logins: str) -> set[str]:
    return {desk.actor(login).id for login in logins}


def asked(server: Hosted, token: str) -> wire.Online:
    headers = {"Authorization": f"Bearer {token}"}
    answer = requests.get(f"{server.url}/v1/online", headers=headers, timeout=10)
    answer.raise_for_status()
    return msgspec.json.decode(answer.content, type=wire.Online)


def polled(server: Hosted, session: schema.SessionAnswer) -> None:
    request = schema.PullRequest(schema.ClientInfo(session.client_id), {}, limit=1)
    answer = requests.post(
        f"{server.url}/v1/pull",
        msgspec.json.encode(request),
        headers={"Authorization": f"Bearer {session.token}"},
        timeout=10,
    )
    answer.raise_for_status()


def test_a_stream_hears_who_is_there_who_comes_and_who_leaves(desk: ServerDesk) -> None:
    with hosted(desk, **SOON) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "boris")]
        with listening(server.url, tokens[0]) as (anna,):
            until(lambda: anna.online() == ids(desk, "anna"))
            with listening(server.url, tokens[1]) as (boris,):
                until(lambda: anna.online() == ids(desk, "anna", "boris"))
                until(lambda: boris.online() == ids(desk, "anna", "boris"))
            until(lambda: anna.online() == ids(desk, "anna"))
        told = [event for event in anna.events if isinstance(event, wire.Online)]
        assert [event.whole for event in told] == [True] + [False] * (len(told) - 1)
        assert len(told) <= 4, "one event for each change"


def test_who_polls_is_there_and_hears_of_others_without_a_stream(desk: ServerDesk) -> None:
    with hosted(desk, **SOON) as server:
        boris = session_of(server.url, "boris")
        with listening(server.url, signed_in(server.url, "anna")) as (anna,):
            polled(server, boris)
            until(lambda: anna.online() == ids(desk, "anna", "boris"))
            answer = asked(server, boris.token)
            assert (set(answer.here), answer.whole) == (ids(desk, "anna", "boris"), True)
        assert requests.get(f"{server.url}/v1/online", timeout=10).status_code == 401


def test_a_line_that_is_dead_but_open_counts_for_nobody(
    desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer that lost its power: nothing closes the stream, and nothing is asked any more."""
    monkeypatch.setattr(roster, "LOOK_S", 0.05)
    with hosted(desk, gather_s=0.01, quiet_s=2.0, left_s=NEVER_S) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "boris")]
        with listening(server.url, *tokens) as (anna, boris):

            def only(*logins: str) -> bool:
                asked(server, tokens[0])  # anna goes on working
                return anna.online() == ids(desk, *logins)

            until(lambda: only("anna", "boris"))
            until(lambda: only("anna"))
            assert not boris.ended


@pytest.mark.parametrize("streams", [True, False])
def test_a_device_that_is_revoked_goes_at_once(desk: ServerDesk, streams: bool) -> None:
    with hosted(desk, gather_s=0.01, sessions_s=0.02, left_s=NEVER_S) as server:
        boris = session_of(server.url, "boris")
        with listening(server.url, signed_in(server.url, "anna")) as (anna,):
            polled(server, boris)
            opened = [boris.token] if streams else []
            with listening(server.url, *opened) as theirs:
                until(lambda: anna.online() == ids(desk, "anna", "boris"))
                desk.path.run(lambda writer: devices.revoke(desk.store, boris.client_id, wall_ms()))
                until(lambda: anna.online() == ids(desk, "anna"))
                for stream in theirs:
                    stream.until_ended()
                    assert b"online" not in stream.raw.rpartition(b"event: head")[2]


def test_who_signs_out_goes_at_once(desk: ServerDesk) -> None:
    with hosted(desk, gather_s=0.01, sessions_s=NEVER_S, left_s=NEVER_S) as server:
        boris = session_of(server.url, "boris")
        with listening(server.url, signed_in(server.url, "anna")) as (anna,):
            polled(server, boris)
            until(lambda: anna.online() == ids(desk, "anna", "boris"))
            headers = {"Authorization": f"Bearer {boris.token}"}
            assert requests.delete(f"{server.url}/v1/session", headers=headers, timeout=10).ok
            until(lambda: anna.online() == ids(desk, "anna"))


def test_who_is_no_agent_any_more_neither_hears_nor_is_told_of(desk: ServerDesk) -> None:
    with hosted(desk, **SOON, poll_s=NEVER_S) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "vera")]
        with listening(server.url, *tokens) as (anna, vera):
            until(lambda: anna.online() == ids(desk, "anna", "vera"))
            gone = desk.actor("vera").id
            desk.path.run(lambda writer: writer.update("agent", gone, {"active": 0}))
            server.loop.call_soon_threadsafe(server.desk.ring)
            vera.until_ended()
            until(lambda: anna.online() == ids(desk, "anna"))
            heard = len(vera.raw)
            with listening(server.url, signed_in(server.url, "boris")):
                until(lambda: anna.online() == ids(desk, "anna", "boris"))
            assert len(vera.raw) == heard


def test_processes_tell_each_other(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what was said before one of them began, and one that ends without a word."""
    monkeypatch.setattr(roster, "RENEW_S", NEVER_S)
    monkeypatch.setattr(roster, "LOOK_S", 0.05)
    desk = ServerDesk.made(postgres_url, tmp_path)
    fill(desk)
    other = ServerDesk(Store.open(postgres_url, "server"), desk.path, desk.folder)
    with hosted(desk, gather_s=0.01, quiet_s=2.0) as here:
        until(lambda: here.live._notices.works)
        token = signed_in(here.url, "anna")
        with listening(here.url, token) as (anna,):

            def only(*logins: str, told: Listening = anna) -> bool:
                asked(here, token)  # anna goes on working
                return told.online() == ids(desk, *logins)

            until(lambda: only("anna"))
            with hosted(other, gather_s=0.01, left_s=0.01) as there:
                tokens = [signed_in(there.url, login) for login in ("boris", "vera")]
                with listening(there.url, *tokens[1:]):
                    with listening(there.url, *tokens[:1]) as (boris,):
                        until(lambda: only("anna", "boris", "vera", told=boris))
                        until(lambda: only("anna", "boris", "vera"))
                    until(lambda: only("anna", "vera"))
            until(lambda: only("anna"))
    other.store.close()
    desk.store.close()


# the rules alone


def test_silence_means_gone_whatever_the_stream_seems_to_be() -> None:
    now = [0.0]
    known = Online(now_s=lambda: now[0])
    known.opened("s", "anna")
    now[0] = QUIET_S - 1
    assert not known.heard("s", "anna"), "no news"
    now[0] = 2 * QUIET_S - 2
    assert known.own() == {"anna"}
    now[0] += 1
    known.expire()
    assert known.own() == set()
    assert known.heard("s", "anna"), "the line lives after all"
    known.closed("s")
    now[0] += LEFT_S
    known.expire()
    assert not known, "nothing is kept"


def test_somebody_with_two_devices_leaves_with_the_last() -> None:
    now = [0.0]
    known = Online(now_s=lambda: now[0])
    for session in ("desk", "laptop"):
        known.opened(session, "anna")
    known.closed("desk")
    now[0] = LEFT_S
    assert known.own() == {"anna"}
    known.ended(["laptop"])
    known.closed("laptop")
    assert known.everybody() == set()


def test_what_another_process_says_is_kept_apart() -> None:
    now = [0.0]
    known = Online(now_s=lambda: now[0])
    for by in ("one", "two"):
        known.told(by, [Sign("anna", True)])
    known.told("one", [Sign("anna", False), Sign("vera", False)])
    assert (known.everybody(), known.own()) == ({"anna"}, set())
    now[0] = QUIET_S
    known.expire()
    assert not known


@pytest.fixture
def notices(sqlite_url: str, tmp_path: Path) -> Iterator[Notices]:
    store = Store.open(sqlite_url, "server")
    yield Notices(store, lambda act: act(), lambda notice: None)
    store.close()


def told_to(reader: Reader) -> list[wire.Online]:
    async def parts() -> bytes:
        return b"".join([part async for part in reader.parts()])

    reader.end()
    events = wire.Parser().feed(asyncio.run(parts()))
    return [event for event in events if isinstance(event, wire.Online)]


def test_events_are_bounded_and_none_is_sent_for_nothing(notices: Notices) -> None:
    readers = [Reader("agent0", "session0", frozenset(), 25.0)]
    made = Roster(Online(), readers, notices, 0.0)
    for number in range(wire.MOST_ONLINE + 7):
        made.heard(f"session{number}", f"agent{number}")
    made.opened(readers[0])
    for _ in range(3):
        made._tell()
    whole = made.whole()
    assert (len(whole.here), whole.more) == (wire.MOST_ONLINE, 7)
    made.ended({f"session{number}" for number in range(10)})
    made._tell()
    assert (len(made.whole().here), made.whole().more) == (wire.MOST_ONLINE - 3, 0)
    assert [event.whole for event in told_to(readers[0])] == [True, False, False], (
        "nothing changed in between"
    )


def test_a_stream_that_was_too_slow_hears_the_whole_again(notices: Notices) -> None:
    reader = Reader("agent", "session", frozenset(), 25.0)
    made = Roster(Online(), [reader], notices, 0.0)
    made.opened(reader)
    made._tell()
    reader.put(b"x" * QUEUE_BYTES)
    made.heard("another", "colleague")
    made._tell()
    assert told_to(reader) == [wire.Online(["agent", "colleague"], whole=True)]


def test_a_notice_of_many_people_is_never_too_large_for_the_database(notices: Notices) -> None:
    many = [Sign("a" * 36, True)] * 400
    notices._signs, notices._seen = list(many), [seen()] * 60
    said = 0
    while notices._waits():
        payload = notices._next()
        assert len(payload.encode()) <= PAYLOAD_BYTES
        said += payload.count('["aaa')
    assert said == len(many)


def seen() -> Sighting:
    return Sighting("t" * 36, "q:" + "q" * 36, False, "a" * 36, "Anna Bell", "c" * 36, "viewing")


class Told(Notices):
    """What a process says, kept instead of sent."""

    def say(self, **what: Any) -> None:
        self._signs += what["signs"]


def test_a_process_says_what_changed_and_now_and_then_everything(
    notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Told(notices._store, notices._work, lambda notice: None)
    made = Roster(Online(), [], kept, 0.0)

    def said() -> list[Sign]:
        made._announce()
        told, kept._signs = kept._signs, []
        return told

    made.heard("one", "anna")
    assert said() == [Sign("anna", True)]
    made.heard("two", "boris")
    assert said() == [Sign("boris", True)]
    made.ended(["one"])
    assert said() == [Sign("anna", False)]
    assert said() == []
    monkeypatch.setattr(roster, "RENEW_S", 0.0)
    made.noticed(Notice("another", hello=True))
    assert said() == [Sign("boris", True)], "a process that begins asks"
    assert said() == [Sign("boris", True)], "the others would forget"
