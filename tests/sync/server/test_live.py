"""The live stream over real sockets: who hears what, when, and what nobody hears."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from models.commands import AddNote, SetTicket
from models.database import Store
from models.ids import new_id
from sync.protocol import cursor
from sync.protocol.live import Head
from sync.server import live, news
from sync.server.reader import PULL, QUEUE_BYTES, Reader
from tests.helpers.desk import PASSWORD, Device, ServerDesk
from tests.helpers.live import Hosted, Listening, heard, hosted, listening, signed_in
from tests.helpers.server import served
from tests.helpers.waiting import until
from tests.sync.server.live_room import NEVER_S, person
from tests.sync.server.live_room import desk as desk


def change(server: Hosted, desk: ServerDesk, ticket: str, **values: str) -> None:
    """A change that this process commits, as a push does, and its bell."""
    desk.path.run(lambda writer: SetTicket(id=ticket, set=values).apply(writer))
    ring(server)


def ring(server: Hosted) -> None:
    server.loop.call_soon_threadsafe(server.desk.ring)


def test_a_change_comes_with_its_rows_to_those_who_hold_the_queue(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network", "Router")
    scope = desk.row("ticket", ticket)["scope"]
    with hosted(desk, poll_s=NEVER_S) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "boris", "vera")]
        with listening(server.url, *tokens) as (anna, boris, vera):
            before = desk.path.head()
            change(server, desk, ticket, priority="high")
            until(lambda: len(anna.heads()) == 2 and len(boris.heads()) == 2)
            (delta,) = anna.heads()[1].scopes
            assert delta.scope == scope
            assert {line.kind for line in delta.changes} == {"ticket", "event"}
            rows = {line.kind: line.row for line in delta.changes}
            assert rows["ticket"] is not None
            assert rows["ticket"]["priority"] == "high"
            held = cursor.encode(1, before, before, "a")
            assert cursor.fits(held, delta.prev or "", delta.cur) == "apply"
            assert anna.raw.partition(PULL)[2] == boris.raw.partition(PULL)[2]
            # Vera hears of the directory, so that we know what she did not hear of before it.
            desk.path.run(lambda w: w.insert("tag", {"id": new_id(), "scope": "ws", "name": "x"}))
            ring(server)
            until(lambda: "ws" in vera.scopes())
            assert vera.scopes() == ["ws"]


def test_one_commit_is_read_once_however_many_listen(
    desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = desk.ticket("Network")
    looks: list[int] = []
    read = news.read_news

    def counted(*given: object) -> object:
        looks.append(1)
        return read(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(live, "read_news", counted)
    with hosted(desk, poll_s=NEVER_S, blind_poll_s=NEVER_S, device_streams=20) as server:
        token = signed_in(server.url, "anna")
        with listening(server.url, *[token] * 20) as streams:
            until(lambda: looks)  # the first stream makes it look
            looks.clear()
            change(server, desk, ticket, priority="high")
            until(lambda: all(len(stream.heads()) == 2 for stream in streams))
            assert len(looks) == 1


def test_what_another_program_writes_is_found_by_the_poll(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    with heard(desk, "anna", poll_s=0.05, blind_poll_s=0.05) as (_server, anna):
        desk.path.run(lambda w: SetTicket(id=ticket, set={"priority": "low"}).apply(w))
        until(lambda: anna.scopes())


def test_a_large_change_is_only_named(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    with heard(desk, "anna", poll_s=NEVER_S) as (server, anna):
        words = "x" * 40_000
        desk.path.run(lambda w: AddNote(ticket_id=ticket, html=f"<p>{words}</p>").apply(w))
        ring(server)
        until(lambda: anna.scopes())
        assert (anna.heads()[1].scopes[0].prev, b"xxxx" in anna.raw) == (None, False)
        desk.path.run(
            lambda w: [AddNote(ticket_id=ticket, html=f"<p>{n}</p>").apply(w) for n in range(21)]
        )
        ring(server)
        until(lambda: len(anna.heads()) == 3)
        assert anna.heads()[2].scopes[0].prev is None


def test_a_flood_asks_everybody_to_pull(desk: ServerDesk) -> None:
    with heard(desk, "anna", poll_s=NEVER_S) as (server, anna):
        tags = [{"id": new_id(), "scope": "ws", "name": f"t{n}"} for n in range(2_001)]
        desk.path.run(lambda writer: writer.insert_many("tag", tags))
        ring(server)
        until(lambda: len(anna.heads()) == 2)
        assert anna.heads()[1] == Head([])


def test_nothing_of_a_queue_that_was_taken_away_is_sent(desk: ServerDesk) -> None:
    """Revocation and change are read together, and one after another."""
    ticket = desk.ticket("Network", "Router")
    scope = desk.row("ticket", ticket)["scope"].encode()
    with hosted(desk, poll_s=NEVER_S, blind_poll_s=NEVER_S) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "boris")]
        with listening(server.url, *tokens) as (anna, boris):
            desk.revoke("Network", desk.actor("anna"))
            change(server, desk, ticket, subject="Secret one")
            until(lambda: b"Secret one" in boris.raw)
            change(server, desk, ticket, subject="Secret two")
            until(lambda: b"Secret two" in boris.raw)
            until(lambda: "ws" in anna.scopes())
            assert Head([]) in anna.heads()[1:], "she is told to pull, which will say gone"
            assert b"Secret" not in anna.raw
            assert scope not in anna.raw.replace(b'"queue_id":"%s"' % scope[2:], b"")
            # Given back, it is hers again.
            desk.grant("Network", desk.actor("anna"))
            ring(server)
            until(lambda: anna.heads()[-1].scopes and anna.heads().count(Head([])) >= 3)
            change(server, desk, ticket, subject="Known again")
            until(lambda: b"Known again" in anna.raw)


def test_what_waits_for_a_reader_is_not_sent_after_it_was_taken_away() -> None:
    async def sent(take_away: Callable[[Reader], None]) -> list[bytes]:
        reader = Reader("a", "s", frozenset({"q:1"}), 25)
        reader.put(b"row of the queue")
        take_away(reader)
        reader.end()
        return [part async for part in reader.parts()][1:]

    assert asyncio.run(sent(Reader.end)) == [b"row of the queue"]
    assert asyncio.run(sent(Reader.cut)) == [PULL]
    assert asyncio.run(sent(Reader.only_pull)) == [PULL]


def test_a_slow_reader_gets_a_hint_instead_of_a_heap() -> None:
    reader = Reader("a", "s", frozenset(), 25)
    for _ in range(1_000):
        reader.put(bytes(1_000))
    assert reader._frames[0] == PULL
    assert sum(map(len, reader._frames)) <= QUEUE_BYTES


def test_a_new_queue_is_a_hint_to_pull(desk: ServerDesk) -> None:
    person(desk, "adam", role="admin")
    with heard(desk, "adam", poll_s=NEVER_S) as (server, adam):
        desk.queue("Printers")
        ring(server)
        until(lambda: Head([]) in adam.heads()[1:])
        ticket = desk.ticket("Printers")
        ring(server)
        until(lambda: ticket.encode() in adam.raw)


def test_the_stream_ends_with_the_session(desk: ServerDesk) -> None:
    with hosted(desk, sessions_s=NEVER_S) as server:
        tokens = [signed_in(server.url, "anna") for _ in range(3)]
        with listening(server.url, *tokens) as (out, changed, stays):
            headers = {"Authorization": f"Bearer {tokens[0]}"}
            requests.delete(f"{server.url}/v1/session", headers=headers, timeout=10)
            out.until_ended()
            assert not changed.ended
            requests.post(
                f"{server.url}/v1/password",
                json={"old": PASSWORD, "new": "another password"},
                headers={"Authorization": f"Bearer {tokens[2]}"},
                timeout=10,
            )
            changed.until_ended()
            assert not stays.ended


def test_a_device_that_is_revoked_elsewhere_hears_nothing_more(desk: ServerDesk) -> None:
    with heard(desk, "anna", sessions_s=0.05) as (_server, anna):
        desk.store.sql("UPDATE client SET revoked = 1")
        anna.until_ended()


def test_who_leaves_the_desk_hears_nothing_more(desk: ServerDesk) -> None:
    id = desk.actor("anna").id
    with heard(desk, "anna", poll_s=NEVER_S, sessions_s=NEVER_S) as (server, anna):
        desk.path.run(lambda writer: writer.update("agent", id, {"active": 0}))
        ring(server)
        anna.until_ended()
        assert anna.scopes() == []


def test_a_store_that_was_put_back_ends_every_stream(desk: ServerDesk) -> None:
    desk.ticket("Network")
    with heard(desk, "anna", poll_s=NEVER_S) as (server, anna):
        desk.store.sql("UPDATE seq_mark SET nonce = 'other'")
        ring(server)
        anna.until_ended()


def test_it_needs_a_session(desk: ServerDesk) -> None:
    with hosted(desk) as server:
        for headers in ({}, {"Authorization": "Bearer x"}):
            answer = requests.get(f"{server.url}/v1/live", headers=headers, timeout=10)
            assert (answer.status_code, answer.json()["code"]) == (401, "auth")


def test_a_heartbeat_shows_that_the_line_is_alive(desk: ServerDesk) -> None:
    with heard(desk, "anna", beat_s=0.02) as (_server, anna):
        until(lambda: anna.raw.count(b": beat\n\n") >= 3)
        assert anna.raw.startswith(b"retry: ")
        assert anna.heads() == [Head([])]


def test_too_many_streams_are_told_to_come_later_and_none_is_thrown_out(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    with hosted(desk, streams=2, poll_s=NEVER_S) as server:
        token = signed_in(server.url, "anna")
        with listening(server.url, token, token) as (first, second):
            headers = {"Authorization": f"Bearer {token}"}
            answer = requests.get(f"{server.url}/v1/live", headers=headers, timeout=10)
            assert (answer.status_code, answer.json()["code"]) == (503, "busy")
            assert int(answer.headers["Retry-After"]) >= 1
            change(server, desk, ticket, priority="low")
            until(lambda: first.scopes() and second.scopes())
            first.close()
            until(lambda: requests_ok(server.url, token))


def test_one_device_has_a_few_streams_and_the_others_all_theirs(desk: ServerDesk) -> None:
    """Its old lines may be half dead, so that it opens another one: none is thrown out."""
    ticket = desk.ticket("Network")
    with hosted(desk, poll_s=NEVER_S) as server:
        desktop, laptop = (signed_in(server.url, "anna") for _ in range(2))
        most = server.live.limits.device_streams
        with listening(server.url, *[desktop] * most) as streams:
            headers = {"Authorization": f"Bearer {desktop}"}
            answer = requests.get(f"{server.url}/v1/live", headers=headers, timeout=10)
            assert (answer.status_code, answer.json()["code"]) == (503, "busy")
            assert int(answer.headers["Retry-After"]) >= 1
            with listening(server.url, laptop) as (other,):
                change(server, desk, ticket, priority="low")
                until(lambda: all(stream.scopes() for stream in [*streams, other]))
            streams[0].close()
            until(lambda: requests_ok(server.url, desktop))


def requests_ok(url: str, token: str) -> bool:
    stream = Listening(url, token)
    stream.close()
    return stream.answer.status_code == 200


def test_a_server_that_ends_says_bye(desk: ServerDesk) -> None:
    with heard(desk, "anna") as (server, anna):
        server.drain()
        anna.until_bye()
        anna.until_ended()


def test_a_process_ends_in_time_though_streams_are_open(store_url: str, tmp_path: Path) -> None:
    with served(store_url, tmp_path) as server:
        tokens = [signed_in(server.url, "anna") for _ in range(5)]
        with listening(server.url, *tokens) as streams:
            started = time.monotonic()
            server.stop()
            assert time.monotonic() - started < 10
            for stream in streams:
                stream.until_bye()


def test_processes_of_one_store_hear_of_each_other(postgres_url: str, tmp_path: Path) -> None:
    """No poll here: only a notice can bring it, and the end of a session too."""
    limits = {"poll_s": NEVER_S, "blind_poll_s": NEVER_S, "sessions_s": NEVER_S}
    desk = ServerDesk.made(postgres_url, tmp_path)
    person(desk, "anna", "Network")
    ticket = desk.ticket("Network")
    other = ServerDesk(Store.open(postgres_url, "server"), desk.path, desk.folder)
    with hosted(desk, **limits) as here, hosted(other, **limits) as there:
        until(lambda: here.live._notices.works and there.live._notices.works)
        token = signed_in(here.url, "anna")
        with listening(there.url, token) as (anna,):
            change(here, desk, ticket, priority="high")
            until(lambda: anna.scopes())
            headers = {"Authorization": f"Bearer {token}"}
            requests.delete(f"{here.url}/v1/session", headers=headers, timeout=10)
            anna.until_ended()
    other.store.close()
    desk.store.close()


def test_a_push_reaches_everybody_whatever_process_took_it(
    postgres_url: str, tmp_path: Path
) -> None:
    with served(postgres_url, tmp_path, "--processes", "2") as server:
        ticket = server.desk.ticket("Network")
        tokens = [signed_in(server.url, "anna") for _ in range(8)]
        with listening(server.url, *tokens) as streams:
            push(server.url, server.desk, ticket)
            until(lambda: all(b"pushed words" in stream.raw for stream in streams))


def push(url: str, desk: ServerDesk, ticket: str) -> None:
    """A note over HTTP, as an engine sends it."""
    body = {"login": "boris", "password": PASSWORD}
    session = requests.post(f"{url}/v1/session", json=body, timeout=10).json()
    device = Device(desk, desk.actor("boris"), session["client_id"])
    (payload,) = device.payloads([AddNote(ticket_id=ticket, html="<p>pushed words</p>")])
    text = '{"client":{"id":"%s"},"base":{"mid":0,"chain":""},"muts":[%s]}'
    answer = requests.post(
        f"{url}/v1/push",
        data=text % (session["client_id"], payload.decode()),
        headers={"Authorization": f"Bearer {session['token']}"},
        timeout=10,
    )
    assert answer.json()["out"][0]["s"] == "applied", answer.text
