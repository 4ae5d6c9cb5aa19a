"""Guessing passwords gets slower and slower, and keeps nobody else out."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from litestar.testing import TestClient

from models.database import Store
from sync.protocol import schema
from sync.server import sessions, sign_ins, tries
from sync.server.protest import Protest
from tests.helpers.desk import PASSWORD, ServerDesk
from tests.helpers.http_desk import bearer, cheap_desk, client_of, person, session
from tests.helpers.server_cli import Cli, serving

HERE, THERE = "192.0.2.1", "198.51.100.7"
MINUTE_MS = 60_000


@pytest.fixture
def desk(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    made = cheap_desk(store_url, tmp_path / "files", monkeypatch)
    for login in ("anna", "boris"):
        person(made, login, "Network")
    yield made
    made.store.close()


def wait_s(store: Store, login: str, address: str, now_ms: int, client_id: str = "") -> int:
    """A wrong try; for how many seconds it is put off, 0 when it was looked at."""
    try:
        tries.count_try(store, login, address, client_id, now_ms)
    except Protest as error:
        return int(error.extra["retry_after_s"])
    return 0


def test_after_five_free_tries_each_wait_is_longer(desk: ServerDesk) -> None:
    store, now_ms, waits = desk.store, 0, []
    assert [wait_s(store, "anna", HERE, 0) for _ in range(5)] == [0] * 5
    for _ in range(12):
        waits.append(wait_s(store, "anna", HERE, now_ms))
        now_ms += waits[-1] * 1_000
        assert wait_s(store, "anna", HERE, now_ms) == 0
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


def test_being_put_off_is_not_counted(desk: ServerDesk) -> None:
    for _ in range(50):
        wait_s(desk.store, "anna", HERE, 0)
    assert wait_s(desk.store, "anna", HERE, 0) == 2


def test_who_waited_for_somebody_elses_try_is_not_put_off(desk: ServerDesk) -> None:
    """Two come together from one place, and the clock of the second one was read first."""
    assert wait_s(desk.store, "anna", HERE, 1_000) == 0
    assert wait_s(desk.store, "boris", HERE, 999) == 0


def test_a_stranger_elsewhere_keeps_nobody_out(desk: ServerDesk) -> None:
    for second in range(900):
        wait_s(desk.store, "anna", THERE, second * 1_000)
    assert wait_s(desk.store, "anna", THERE, 900_000) > 60
    assert wait_s(desk.store, "anna", HERE, 900_000) == 0
    assert wait_s(desk.store, "boris", THERE, 900_000) == 0


def test_many_strangers_keep_nobody_out_for_long(desk: ServerDesk) -> None:
    """Not at all where the person was signed in before."""
    anna = desk.device(desk.agent("anna.b", "Network"))
    boris = desk.device(desk.agent("boris.b", "Network"))
    for number in range(400):
        wait_s(desk.store, "anna.b", f"10.0.{number // 200}.{number % 200}", number * 100)
    assert 0 < wait_s(desk.store, "anna.b", HERE, 40_000) <= 30
    assert wait_s(desk.store, "anna.b", HERE, 40_000, boris.id) > 0
    assert wait_s(desk.store, "anna.b", HERE, 40_000, anna.id) == 0


def test_who_tries_many_accounts_waits_too(desk: ServerDesk) -> None:
    waits = [wait_s(desk.store, f"guess{number}", THERE, 0) for number in range(120)]
    assert waits[:100] == [0] * 100
    assert min(waits[100:]) > 0
    assert wait_s(desk.store, "anna", HERE, 0) == 0


def test_the_right_password_starts_afresh(desk: ServerDesk) -> None:
    for _ in range(4):
        tries.count_try(desk.store, "anna", HERE, None, 0)
    tries.uncount(desk.store, tries.count_try(desk.store, " Anna ", HERE, None, 0))
    assert [wait_s(desk.store, "anna", HERE, 0) for _ in range(5)] == [0] * 5


def test_time_forgives(desk: ServerDesk) -> None:
    for _ in range(5):
        tries.count_try(desk.store, "anna", HERE, None, 0)
    assert [wait_s(desk.store, "anna", HERE, 61 * MINUTE_MS) for _ in range(3)] == [0, 0, 2]
    wait_s(desk.store, "boris", THERE, 100 * 86_400_000)
    assert desk.count("sign_in_try") == 3, "old counts go"


def test_another_process_knows_the_counts(desk: ServerDesk, store_url: str) -> None:
    for _ in range(5):
        tries.count_try(desk.store, "anna", HERE, None, 0)
    other = Store.open(store_url, "server")
    assert wait_s(other, "anna", HERE, 0) == 2
    other.close()


def test_many_at_once_are_no_way_around(desk: ServerDesk) -> None:
    together = threading.Barrier(8)

    def guess(_: int) -> int:
        together.wait(timeout=10)
        try:
            return sum(wait_s(desk.store, "anna", HERE, 0) == 0 for _ in range(5))
        finally:
            desk.store.close()

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(guess, range(8))) == 5


def test_an_ipv6_network_is_one_place() -> None:
    assert tries.place_of("2001:db8::1") == tries.place_of("2001:db8::ffff")
    assert tries.place_of("2001:db8::1") != tries.place_of("2001:db8:0:1::1")
    assert tries.place_of("::ffff:192.0.2.1") == tries.place_of("192.0.2.1")
    assert tries.place_of("fe80::1%eth0") == tries.place_of("fe80::2%eth0")
    assert tries.place_of("a unix socket") == "a unix socket"


@pytest.fixture
def http(desk: ServerDesk) -> Iterator[TestClient[Any]]:
    with client_of(desk) as client:
        yield client


def test_too_many_sign_ins_are_a_429_with_a_time(http: TestClient[Any], desk: ServerDesk) -> None:
    device = session(http)["client_id"]
    wrong = {"login": "anna", "password": "guess guess"}
    answers = [http.post("/v1/session", json=wrong) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert answers[-1].json()["code"] == "too_many"
    assert answers[-1].headers["retry-after"] == "2"
    right = http.post("/v1/session", json={"login": "anna", "password": PASSWORD})
    assert right.status_code == 429, "the right one is not told from a wrong one"
    assert session(http, client_id=device)["client_id"] == device
    assert session(http, "boris")
    kept = str(desk.store.sql("SELECT * FROM sign_in_try"))
    assert "anna" not in kept, "what was typed may have been a password"


def test_guessing_the_old_password_is_slow_too(http: TestClient[Any]) -> None:
    one = session(http)
    body = {"old": "guess guess", "new": "another password"}
    headers = bearer(one["token"])
    answers = [http.post("/v1/password", json=body, headers=headers) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [403] * 5 + [429]


def test_few_passwords_are_hashed_at_once(
    desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, most, may_end = 0, 0, threading.Event()
    lock = threading.Lock()

    def slow(known: sessions.Credential, password: str) -> None:
        nonlocal running, most
        with lock:
            running, most = running + 1, max(most, running + 1)
        may_end.wait(10)
        with lock:
            running -= 1

    async def work(act: Any) -> Any:
        return act()

    async def everybody() -> list[Any]:
        door = sign_ins.SignIns(desk.store, work)
        asks = [
            asyncio.create_task(door.sign_in(schema.SessionRequest(f"x{n}", "guess"), HERE))
            for n in range(20)
        ]
        done, waiting = await asyncio.wait(asks, timeout=10, return_when="FIRST_COMPLETED")
        assert (len(done), len(waiting)) == (10, 10), "turned away at once, not left waiting"
        may_end.set()
        return await asyncio.gather(*asks, return_exceptions=True)

    monkeypatch.setattr(sessions, "verified", slow)
    codes = [error.code for error in asyncio.run(everybody())]
    assert sorted(codes) == ["busy"] * 10 + ["wrong_password"] * 10
    assert most == sign_ins.AT_ONCE


def test_only_a_proxy_in_front_says_where_a_request_comes_from(
    sqlite_cli: Cli, tmp_path: Path
) -> None:
    wrong = {"login": "anna", "password": "guess guess"}

    def tried(url: str, address: str) -> int:
        headers = {"X-Forwarded-For": address}
        answer = requests.post(f"{url}/v1/session", json=wrong, headers=headers, timeout=20)
        return answer.status_code

    with serving(sqlite_cli.url, tmp_path) as server:
        answers = [tried(server.url, f"10.0.0.{number}") for number in range(6)]
        assert answers == [401] * 5 + [429], "a header alone is no other place"
    with serving(sqlite_cli.url, tmp_path, "--behind-tls") as server:
        assert tried(server.url, "10.0.0.8") == 401
        forged = [tried(server.url, f"10.1.1.{number}, 10.0.0.9") for number in range(6)]
        assert forged == [401] * 5 + [429], "what the client wrote itself is not believed"


@pytest.fixture
def sqlite_cli(
    sqlite_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cli:
    cli = Cli(sqlite_url, tmp_path / "files", capsys, monkeypatch)
    assert cli("init") == 0
    return cli


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--trusted-proxy", "10.0.0.1"), "--behind-tls"),
        (("--behind-tls", "--trusted-proxy", "proxy.example.com"), "not an IP address"),
        (("--behind-tls", "--trusted-proxy", "*"), "not an IP address"),
    ],
)
def test_a_proxy_is_named_plainly(sqlite_cli: Cli, options: tuple[str, ...], words: str) -> None:
    assert sqlite_cli("serve", *options) == 2
    assert words in sqlite_cli.err
