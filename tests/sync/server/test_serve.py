"""Real server processes: readiness, request ids, ending, several processes."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests

from sync.server.__main__ import main
from tests.helpers.server_cli import Cli, serving
from tests.helpers.waiting import until

PASSWORD = "a long password"


@pytest.fixture
def desk(cli: Cli) -> Cli:
    """A store with one admin."""
    arguments = ("user", "add", "anna", "--name", "Anna", "--role", "admin", "--password-stdin")
    assert cli(*arguments, stdin=PASSWORD) == 0
    return cli


def signed_in(url: str) -> tuple[dict[str, str], dict[str, Any]]:
    """Headers with the token, and what a pull says of this client."""
    body = {"login": "anna", "password": PASSWORD}
    answer = requests.post(f"{url}/v1/session", json=body, timeout=10).json()
    client = {"client": {"id": answer["client_id"], "schema": 1}, "scopes": {}, "limit": 500}
    return {"authorization": f"Bearer {answer['token']}"}, client


def pull(url: str, headers: dict[str, str], body: dict[str, Any]) -> requests.Response:
    return requests.post(f"{url}/v1/pull", json=body, headers=headers, timeout=40)


def test_it_accepts_when_it_says_so(desk: Cli, tmp_path: Path) -> None:
    with serving(desk.url, tmp_path) as server:
        assert requests.get(f"{server.url}/healthz", timeout=5).text == "ok\n"
        assert requests.get(f"{server.url}/readyz", timeout=5).status_code == 200
        assert "deskside" in requests.get(f"{server.url}/metrics", timeout=5).text
        assert server.end() == 0


def test_a_request_id_comes_back_and_is_in_the_log(sqlite_url: str, tmp_path: Path) -> None:
    assert main(["init", "--store", sqlite_url]) == 0
    with serving(sqlite_url, tmp_path) as server:
        given = requests.get(
            f"{server.url}/v1/server", headers={"X-Request-ID": "desk-7.a"}, timeout=5
        )
        assert given.headers["X-Request-ID"] == "desk-7.a"
        forged = requests.get(
            f"{server.url}/v1/server?x=%0Aforged", headers={"X-Request-ID": "a b"}, timeout=5
        )
        own = forged.headers["X-Request-ID"]
        assert own != "a b"
        lines = until(lambda: _lines(server.log, 2))
    assert "desk-7.a" in lines[0]
    assert "GET /v1/server 200" in lines[0]
    assert own in lines[1]


def _lines(log: Path, count: int) -> list[str]:
    found = [line for line in log.read_text().splitlines() if "deskside.request" in line]
    return found if len(found) >= count else []


def test_sigterm_ends_it_though_a_long_poll_waits(desk: Cli, tmp_path: Path) -> None:
    with serving(desk.url, tmp_path) as server, ThreadPoolExecutor(1) as pool:
        headers, body = signed_in(server.url)
        first = pull(server.url, headers, body).json()
        body |= {"scopes": {name: s["cur"] for name, s in first["scopes"].items()}, "wait": 25}
        waiting = pool.submit(pull, server.url, headers, body)
        until(lambda: _connected(server.process.pid))
        started = time.monotonic()
        assert server.end(10) == 0
        assert waiting.result(5).status_code == 200
        assert time.monotonic() - started < 10


def _connected(pid: int) -> bool:
    states = [found.status for found in psutil.Process(pid).net_connections("tcp")]
    return psutil.CONN_ESTABLISHED in states


def test_a_token_survives_a_restart(desk: Cli, tmp_path: Path) -> None:
    with serving(desk.url, tmp_path) as server:
        headers, body = signed_in(server.url)
    with serving(desk.url, tmp_path) as server:
        assert pull(server.url, headers, body).status_code == 200


def test_several_processes_share_the_socket(postgres_url: str, tmp_path: Path) -> None:
    assert main(["init", "--store", postgres_url]) == 0
    with serving(postgres_url, tmp_path, "--processes", "2") as server:
        workers = psutil.Process(server.process.pid).children(recursive=True)
        assert requests.get(f"{server.url}/readyz", timeout=5).status_code == 200
        metrics = requests.get(f"{server.url}/metrics", timeout=5)
        assert 'path="/readyz"' in metrics.text, "counted over all processes"
        victim = next(worker for worker in workers if "spawn_main" in str(worker.cmdline()))
        victim.kill()
        until(lambda: "starting another" in server.log.read_text())
        assert requests.get(f"{server.url}/readyz", timeout=10).status_code == 200
        assert server.end() == 0
        psutil.wait_procs(workers, timeout=10)
        assert not [worker for worker in workers if worker.is_running()]


def test_workers_end_with_their_parent(postgres_url: str, tmp_path: Path) -> None:
    assert main(["init", "--store", postgres_url]) == 0
    with serving(postgres_url, tmp_path, "--processes", "2") as server:
        workers = psutil.Process(server.process.pid).children(recursive=True)
        server.process.kill()
        _, alive = psutil.wait_procs(workers, timeout=10)
        assert not alive


def test_sqlite_is_served_by_one_process(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "--store", sqlite_url]) == 0
    assert main(["serve", "--store", sqlite_url, "--processes", "2"]) == 2
    assert "one process" in capsys.readouterr().err


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "192.0.2.7", "[::]", "[fe80::1]", "[::ffff:127.0.0.1]", "localhost.example.com"],
)
def test_plain_http_is_not_offered_to_other_computers(
    host: str, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "--store", sqlite_url]) == 0
    assert main(["serve", "--store", sqlite_url, "--listen", f"{host}:0"]) == 2
    assert "--behind-tls" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--store", sqlite_url]) == 0
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--store", sqlite_url, "--listen", f"127.0.0.1:{port}"]) == 2
    assert f"Can't listen on http://127.0.0.1:{port}" in capsys.readouterr().err
