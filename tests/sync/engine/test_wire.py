"""Whatever answers: one of the errors of ``sync.protocol.errors``, never another."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
import zstandard

from models import profile as profiles
from models.profile import Profile
from sync.engine import account, secrets
from sync.engine.retry import Backoff
from sync.engine.wire import Server, clean_address
from sync.protocol import errors, schema
from tests.helpers.strangers import INFO, Answer, after_info, another_version, html, stranger

PULL = schema.PullRequest(schema.ClientInfo("c"), {})
SIGN_IN = schema.SessionRequest("anna", "password")
HUGE = zstandard.ZstdCompressor().compress(bytes(300 << 20))


def problem(status: int, code: str, **headers: str) -> Answer:
    body = f'{{"title":"{code}","status":{status},"code":"{code}","detail":"because"}}'
    return status, {"Content-Type": "application/problem+json", **headers}, body.encode()


CASES: list[tuple[str, Answer, type[errors.SyncError]]] = [
    ("html", (200, {}, b"<html>"), errors.NotDeskside),
    ("other json", (200, {}, b'{"a": 1}'), errors.NotDeskside),
    ("null", (200, {}, b"null"), errors.NotDeskside),
    ("empty", (200, {}, b""), errors.NotDeskside),
    ("no text", (200, {}, b"\xff\xfe\x00"), errors.NotDeskside),
    ("deep", (200, {}, b"[" * 200_000), errors.NotDeskside),
    ("redirect", (302, {"Location": "http://127.0.0.1:1/"}, b""), errors.NotDeskside),
    ("not found", (404, {}, b"<h1>404</h1>"), errors.NotDeskside),
    ("proxy in trouble", (502, {}, b"<h1>Bad gateway</h1>"), errors.ServerBusy),
    ("crash", (500, {}, b"Traceback"), errors.ServerBusy),
    ("our crash", problem(500, "internal"), errors.ServerBusy),
    ("busy", problem(503, "busy", **{"Retry-After": "7"}), errors.ServerBusy),
    ("signed out", problem(401, "auth"), errors.SignInNeeded),
    ("revoked", problem(403, "revoked"), errors.SignInNeeded),
    ("forked", problem(409, "client_forked"), errors.Forked),
    ("rewound", problem(409, "rewound"), errors.Rewound),
    ("too old", problem(426, "too_old"), errors.TooOld),
    ("too large", problem(413, "too_large"), errors.BatchRefused),
    ("never heard of", problem(418, "teapot"), errors.Malformed),
    ("cut body", (200, {"Content-Length": "5000"}, b'{"epoch": 1'), errors.Offline),
    ("cut zstd", (200, {"Content-Encoding": "zstd"}, HUGE[:9]), errors.SyncError),
    ("no zstd", (200, {"Content-Encoding": "zstd"}, b"plain"), errors.Offline),
    ("bomb", (200, {"Content-Encoding": "zstd"}, HUGE), errors.Malformed),
]


@pytest.mark.parametrize(
    ("answer", "kind"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_every_answer_is_understood(answer: Answer, kind: type[errors.SyncError]) -> None:
    with stranger(lambda path: answer) as address, pytest.raises(kind) as failure:
        Server(address, "token").pull(PULL)
    assert failure.value.sentence, "a person needs a sentence"


def test_a_busy_server_says_when_to_come_back() -> None:
    busy = problem(503, "busy", **{"Retry-After": "7"})
    with stranger(lambda path: busy) as address, pytest.raises(errors.ServerBusy) as failure:
        Server(address).pull(PULL)
    assert failure.value.retry_after_s == 7


def test_signing_in_looks_first_at_what_answers() -> None:
    asked: list[str] = []

    def listening(path: str) -> Answer:
        asked.append(path)
        return html(path)

    with stranger(listening) as address, pytest.raises(errors.NotDeskside):
        Server(address).sign_in(SIGN_IN)
    assert asked == ["/v1/server"], "no password for a stranger"
    with stranger(another_version) as address, pytest.raises(errors.OtherVersion, match=r"9\.9"):
        Server(address).sign_in(SIGN_IN)
    other = INFO.replace(b"deskside", b"whatever")
    with stranger(lambda path: (200, {}, other)) as address, pytest.raises(errors.NotDeskside):
        Server(address).sign_in(SIGN_IN)
    wrong = problem(401, "wrong_password")
    with stranger(after_info(wrong)) as address, pytest.raises(errors.WrongPassword):
        Server(address).sign_in(SIGN_IN)


def test_nothing_that_listens_is_offline() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        with pytest.raises(errors.Offline, match="Nothing answers at"):
            Server(address).pull(PULL)


def test_a_connection_that_is_dropped_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(f"http://127.0.0.1:{listener.getsockname()[1]}")
        listener.settimeout(10)

        def drop() -> None:
            connection, _ = listener.accept()
            connection.recv(10)
            connection.close()

        dropping = threading.Thread(target=drop)
        dropping.start()
        with pytest.raises(errors.Offline):
            server.pull(PULL)
        dropping.join()


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("localhost:8420", "http://localhost:8420"),
        (" desk.example.com ", "https://desk.example.com"),
        ("https://desk.example.com/", "https://desk.example.com"),
        ("[::1]:8420", "http://[::1]:8420"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
    ],
)
def test_an_address_is_read_as_it_is_meant(typed: str, url: str) -> None:
    assert clean_address(typed) == url


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "htp://desk",
        "http://",
        "desk:port",
        "https://desk:99999",
        "ftp://desk",
        "a b",
        "://",
    ],
)
def test_an_address_with_a_typo_is_told(typed: str) -> None:
    with pytest.raises(errors.NotDeskside, match="is not an address"):
        clean_address(typed)


def test_a_redirect_takes_no_token_along() -> None:
    asked: list[str] = []

    def listening(path: str) -> Answer:
        asked.append(path)
        return 200, {}, INFO

    with stranger(listening) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            moved = (status, {"Location": f"{elsewhere}/v1/server"}, b"")
            with (
                stranger(lambda path, moved=moved: moved) as address,  # type: ignore[misc]
                pytest.raises(errors.NotDeskside),
            ):
                Server(address, "token").info()
    assert asked == []


def test_no_proxy_stands_between_this_computer_and_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would read plain HTTP; to other computers it carries TLS that it can't read."""
    asked: list[str] = []

    def listening(path: str) -> Answer:
        asked.append(path)
        return html(path)

    with stranger(listening) as proxy, stranger(lambda path: (200, {}, INFO)) as address:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert Server(address, "token").info().product == "deskside"
    assert asked == []
    for far in ("https://desk.example.com", "https://[2001:db8::1]:8420"):
        assert Server(far).http.trust_env


def test_a_netrc_does_not_replace_the_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    asked: list[str | None] = []
    with stranger(lambda path: (200, {}, INFO)) as address:
        server = Server(address, "token")
        server.http.trust_env = True
        note = lambda answer, **_: asked.append(answer.request.headers.get("Authorization"))  # noqa: E731
        server.http.hooks["response"].append(note)
        server.info()
        server.token = ""
        server.info()
    assert asked == ["Bearer token", None]


@pytest.mark.parametrize(
    "address", ["http://desk.example.com", "http://[2001:db8::1]", "no address"]
)
def test_a_profile_with_an_address_in_plain_http_is_not_used(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a file that somebody changed by hand: the token stays here."""
    monkeypatch.setattr(secrets, "recall", lambda client_id: "token")
    store = Profile(tmp_path).open()
    profiles.put(store, "server", address)
    profiles.put(store, "client_id", "mine")
    assert account.resume(store) is None
    profiles.put(store, "server", "https://desk.example.com")
    resumed = account.resume(store)
    assert resumed is not None
    assert resumed.token == "token"
    store.close()


def test_plain_http_to_another_computer_is_refused() -> None:
    with pytest.raises(errors.Insecure, match="not be encrypted"):
        clean_address("http://desk.example.com")


def test_waits_grow_up_to_a_minute_and_start_again() -> None:
    backoff = Backoff()
    waits = [backoff.failed() for _ in range(50)]
    assert all(0.5 <= wait <= min(60.0, 2.0**n) for n, wait in enumerate(waits))
    assert max(waits[10:]) > 20
    assert backoff.failed(at_least_s=90) == 90
    backoff.worked()
    assert backoff.failed() <= 1.0
