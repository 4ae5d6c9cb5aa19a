"""Who has a ticket open: told to those who have it open too, and forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import requests

from models.database import Store
from models.ids import new_id
from sync.protocol.live import PRESENCE_S, Person
from sync.server import presence
from sync.server.notices import PAYLOAD_BYTES, Notices, Sighting
from sync.server.presence import Presence
from tests.helpers.desk import ServerDesk
from tests.helpers.live import hosted, listening, signed_in
from tests.helpers.waiting import until
from tests.sync.server.live_room import NEVER_S, fill
from tests.sync.server.live_room import desk as desk


def say(url: str, token: str, ticket: str, state: str) -> requests.Response:
    return requests.post(
        f"{url}/v1/presence",
        json={"ticket": ticket, "state": state},
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )


def doing(people: list[Any]) -> list[tuple[str, str]]:
    return [(person["name"], person["state"]) for person in people]


def test_those_who_have_it_open_hear_of_each_other(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    with hosted(desk) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "boris", "boris")]
        with listening(server.url, *tokens) as (anna, boris, elsewhere):
            url, (a, b, _) = server.url, tokens
            assert doing(say(url, a, ticket, "viewing").json()["people"]) == [("Anna", "viewing")]
            answer = say(url, b, ticket, "typing").json()
            assert doing(answer["people"]) == [("Anna", "viewing"), ("Boris", "typing")]
            until(lambda: anna.present() and len(anna.present()[-1].people) == 2)
            told = len(anna.present())
            say(url, b, ticket, "typing")
            say(url, b, ticket, "gone")
            until(lambda: len(anna.present()[-1].people) == 1)
            assert len(anna.present()) == told + 1, "a renewal is no news"
            assert [len(each.people) for each in boris.present()] == [2]
            assert elsewhere.present() == boris.present(), "every device of the same person"
            assert desk.count("message") == 1, "nothing of it is stored"


def test_nobody_tells_or_hears_of_a_ticket_that_is_not_theirs(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    with hosted(desk, poll_s=NEVER_S) as server:
        tokens = [signed_in(server.url, login) for login in ("anna", "boris", "vera")]
        with listening(server.url, *tokens) as (_, boris, vera):
            assert say(server.url, tokens[2], ticket, "viewing").status_code == 404
            assert say(server.url, tokens[0], new_id(), "viewing").status_code == 404
            assert say(server.url, tokens[0], ticket, "staring").status_code == 422
            say(server.url, tokens[1], ticket, "viewing")
            desk.revoke("Network", desk.actor("boris"))
            server.loop.call_soon_threadsafe(server.desk.ring)
            until(lambda: "ws" in boris.scopes())
            heard = len(boris.present())
            say(server.url, tokens[0], ticket, "viewing")
            assert say(server.url, tokens[1], ticket, "viewing").status_code == 404
            assert len(boris.present()) == heard
            assert not vera.present()


def test_who_falls_silent_is_forgotten_though_nobody_listens(
    desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "PRESENCE_S", 0.05)
    ticket = desk.ticket("Network")
    with hosted(desk, poll_s=0.02, blind_poll_s=0.02) as server:
        assert say(server.url, signed_in(server.url, "anna"), ticket, "viewing").ok
        until(lambda: not server.live.presence)


def test_a_share_is_enough(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    watcher = {"id": new_id(), "ticket_id": ticket, "agent_id": desk.actor("vera").id}
    watcher["scope"] = desk.row("ticket", ticket)["scope"]
    desk.path.run(lambda writer: writer.insert("watcher", watcher))
    with hosted(desk) as server:
        tokens = [signed_in(server.url, login) for login in ("vera", "anna")]
        with listening(server.url, tokens[0]) as (vera,):
            assert say(server.url, tokens[0], ticket, "viewing").status_code == 200
            say(server.url, tokens[1], ticket, "viewing")
            until(lambda: vera.present() and len(vera.present()[-1].people) == 2)


def test_processes_tell_each_other(postgres_url: str, tmp_path: Path) -> None:
    desk = ServerDesk.made(postgres_url, tmp_path)
    fill(desk)
    ticket = desk.ticket("Network")
    other = ServerDesk(Store.open(postgres_url, "server"), desk.path, desk.folder)
    with hosted(desk, poll_s=NEVER_S) as here, hosted(other, poll_s=NEVER_S) as there:
        until(lambda: here.live._notices.works and there.live._notices.works)
        anna, boris = signed_in(here.url, "anna"), signed_in(there.url, "boris")
        with listening(there.url, boris) as (stream,):
            say(there.url, boris, ticket, "viewing")
            say(here.url, anna, ticket, "typing")
            until(lambda: stream.present() and len(stream.present()[-1].people) == 2)

            def both() -> list[tuple[str, str]]:
                found = doing(say(here.url, anna, ticket, "viewing").json()["people"])
                return found if len(found) == 2 else []

            assert until(both) == [("Anna", "viewing"), ("Boris", "viewing")]
    other.store.close()
    desk.store.close()


def sighting(agent: str, state: str, client: str = "c", ticket: str = "t") -> Sighting:
    return Sighting(ticket, "q:1", False, agent, agent.capitalize(), client, state)


def test_silence_means_gone() -> None:
    now = [0.0]
    known = Presence(lambda: now[0])
    assert known.note(sighting("anna", "viewing"))
    now[0] = PRESENCE_S - 1
    assert not known.note(sighting("anna", "viewing")), "said again"
    known.note(sighting("boris", "viewing"))
    now[0] = 2 * PRESENCE_S - 1
    assert known.expire() == ["t"]
    assert known.people("t") == []
    assert known.expire() == []
    assert not known, "nothing is kept"


def test_a_person_with_two_devices_is_one_and_types_on_either() -> None:
    known = Presence(lambda: 0.0)
    known.note(sighting("anna", "typing", "desk"))
    known.note(sighting("anna", "viewing", "laptop"))
    assert known.people("t") == [Person("anna", "Anna", "typing")]
    known.note(sighting("anna", "gone", "desk"))
    assert known.people("t") == [Person("anna", "Anna", "viewing")]


def test_a_notice_is_never_too_large_for_the_database(desk: ServerDesk) -> None:
    notices = Notices(desk.store, lambda act: act(), lambda notice: None)
    many = [sighting(f"agent{n}", "viewing", "c" * 36, "t" * 36) for n in range(100)]
    notices._seen = list(many)
    sent = 0
    while notices._seen:
        assert len(notices._next().encode()) <= PAYLOAD_BYTES
        sent += 1
    assert sent > 1
