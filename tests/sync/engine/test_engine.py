"""The engine as a process: beside a desktop, alone, and in trouble."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote, SetTicket
from models.perform import perform
from models.profile import Profile
from sync.engine import door
from sync.protocol import link, schema
from sync.protocol.link import EngineExit
from tests.helpers.desk import PASSWORD
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.server import ROOT, Served, served, without_keyring
from tests.helpers.strangers import Answer, another_version, html, stranger
from tests.helpers.waiting import until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("server")
    with served(f"sqlite:///{folder / 'desk.db'}", folder) as running:
        yield running


def note(profile: Profile, ticket: str, text: str) -> None:
    """What a desktop does when somebody writes a note."""
    store = profile.open()
    actor = profiles.actor(store)
    assert actor is not None
    perform(store, AddNote(ticket_id=ticket, html=f"<p>{text}</p>"), actor, wall_ms())
    store.close()


def notes(server: Served, ticket: str) -> list[str]:
    text = "SELECT html FROM message WHERE ticket_id = ? AND kind = 'note' ORDER BY at_ms, id"
    return [row[0] for row in server.desk.store.sql(text, (ticket,))]


def test_it_signs_in_syncs_and_tells(server: Served, tmp_path: Path) -> None:
    ticket = server.desk.ticket("Network", "Router")
    with engine(tmp_path) as anna:
        anna.state("sign_in")
        anna.sign_in(server.url, "anna")
        signed = anna.heard(link.SignedIn)
        assert (signed.login, signed.remembered) == ("anna", False)
        synced = anna.state("synced")
        assert (synced.waiting, synced.attention) == (0, 0)
        assert synced.synced_at_ms is not None
        anna.heard(link.Changed, lambda line: "ticket" in line.kinds)
        anna.forget()
        # Somebody else writes: the long poll brings it at once.
        server.desk.path.run(lambda w: SetTicket(id=ticket, set={"priority": "high"}).apply(w))
        anna.heard(link.Changed, lambda line: ticket in line.tickets)
        # What is written here goes out with a poke.
        note(anna.profile, ticket, "from here")
        anna.say(link.Poke())
        until(lambda: notes(server, ticket) == ["<p>from here</p>"])
        assert anna.close() == 0


def test_a_wrong_password_a_stranger_and_silence_are_told(server: Served, tmp_path: Path) -> None:
    with engine(tmp_path) as anna, stranger(html) as site, stranger(another_version) as newer:
        for url, login, password, code in (
            (server.url, "anna", "guess guess", "wrong_password"),
            (server.url, "nobody", PASSWORD, "wrong_password"),
            (site, "anna", PASSWORD, "not_deskside"),
            (newer, "anna", PASSWORD, "version"),
            ("http://127.0.0.1:9", "anna", PASSWORD, "unreachable"),
            ("http://desk.example.com", "anna", PASSWORD, "insecure"),
            ("htp://typo", "anna", PASSWORD, "not_deskside"),
        ):
            anna.forget()
            anna.sign_in(url, login, password)
            failed = anna.heard(link.SignInFailed)
            assert (failed.code, bool(failed.sentence)) == (code, True)
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        anna.forget()
        anna.sign_in(server.url, "boris")
        assert anna.heard(link.SignInFailed).code == "other_person"
        assert anna.close() == 0


def test_it_outlives_a_server_that_dies_and_returns(server: Served, tmp_path: Path) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path) as anna:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        server.kill()
        note(anna.profile, ticket, "written offline")
        anna.forget()
        anna.say(link.Poke())
        offline = anna.state("offline", lambda told: told.waiting == 1)
        assert offline.code == "unreachable"
        assert server.url in offline.sentence
        server.start()
        anna.forget()
        anna.say(link.Poke())
        anna.state("synced", lambda state: state.waiting == 0)
        assert notes(server, ticket) == ["<p>written offline</p>"]
        assert anna.close() == 0


def test_a_server_that_hangs_is_said_not_to_answer(server: Served, tmp_path: Path) -> None:
    """It takes the connection and says nothing: the picture is old long before a time-out."""
    ticket = server.desk.ticket("Network")
    with engine(tmp_path) as anna:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        server.kill()
        anna.state("offline")
        port = int(server.url.rsplit(":", 1)[1])
        with socket.create_server(("127.0.0.1", port)):
            note(anna.profile, ticket, "late")
            anna.forget()
            anna.say(link.Poke())
            late = anna.state("unanswered")
            assert (late.waiting, late.synced_at_ms is None) == (1, False)
            states = [line.state for line in anna.said if isinstance(line, link.State)]
            assert states[-1] == "unanswered"
        server.start()
        anna.forget()
        anna.say(link.Poke())
        anna.state("synced", lambda state: not state.waiting)
        assert anna.close() == 0


def test_a_second_engine_is_refused_and_pokes_the_first(server: Served, tmp_path: Path) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path) as first:
        first.sign_in(server.url, "anna")
        first.state("synced")
        note(first.profile, ticket, "poked out")
        with engine(tmp_path) as second:
            assert second.heard(link.Failed).code == "held"
            assert second.close() == EngineExit.HELD
        until(lambda: notes(server, ticket) == ["<p>poked out</p>"])
        first.kill()
    with engine(tmp_path) as third:
        third.state("sign_in")  # the lock went with the process that had it


def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sync.engine", "--profile", str(tmp_path / "p")]
    parent = (
        "import subprocess, sys, signal\n"
        "child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "signal.pause()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent, *command],
        cwd=ROOT,
        env=without_keyring(),
        stdout=subprocess.PIPE,
    ) as desktop:
        assert desktop.stdout is not None
        engine_pid = int(desktop.stdout.readline())
        desktop.stdout.readline()  # its first state: it runs
        desktop.send_signal(signal.SIGKILL)
        until(lambda: not alive(engine_pid), 15)


def alive(pid: int) -> bool:
    try:
        return "sync.engine" in Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return False


def test_it_ends_in_the_middle_of_a_long_sync(server: Served, tmp_path: Path) -> None:
    """Pages that never end: quitting must not wait for the last one."""
    ack = schema.Ack(0, "")
    session = schema.SessionAnswer(
        token="t",
        client_id="c",
        epoch=1,
        agent=schema.AgentInfo("a", "anna", "Anna", "agent"),
        schema=schema.SchemaRange(1, 1, 1),
        limits=schema.Limits(),
        server_time_ms=0,
        last_mid=0,
        chain="",
    )
    page = schema.PullAnswer(1, True, 0, ack, {"ws": schema.ScopeState(cur="c")}, [], 0)

    def endless(path: str) -> Answer:
        answers = {
            "/v1/server": schema.ServerInfo("deskside", 1, "1"),
            "/v1/session": session,
            "/v1/pull": page,
        }
        return 200, {}, msgspec.json.encode(answers[path])

    with stranger(endless) as url, engine(tmp_path) as anna:
        anna.sign_in(url, "anna")
        anna.state("syncing")
        assert anna.close() == 0


NONSENSE: list[tuple[Answer, str]] = [
    ((200, {}, b"<html>Welcome</html>"), "stopped"),
    ((200, {}, b'{"epoch":1}'), "stopped"),
    ((302, {"Location": "http://127.0.0.1:1/"}, b""), "stopped"),
    ((500, {}, b"Traceback"), "offline"),
    ((200, {"Content-Length": "5000"}, b'{"epoch":1'), "offline"),
]


def test_nonsense_in_the_middle_of_a_session_is_a_state_and_passes(
    server: Served, tmp_path: Path
) -> None:
    """A proxy's page between engine and server for a while."""
    port = int(server.url.rpartition(":")[2])
    ticket = server.desk.ticket("Network")
    with engine(tmp_path) as anna:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        server.kill()
        note(anna.profile, ticket, "kept")
        for answer, state in NONSENSE:
            with stranger(lambda path, answer=answer: answer, port):  # type: ignore[misc]
                anna.forget()
                anna.say(link.Poke())
                told = anna.state(state)
                assert (told.waiting, bool(told.sentence)) == (1, True)
        server.start()
        anna.forget()
        anna.say(link.Poke())
        anna.state("synced", lambda told: told.waiting == 0)
        assert notes(server, ticket) == ["<p>kept</p>"]


def test_a_server_that_forgot_the_device_asks_for_a_sign_in_and_loses_nothing(
    server: Served, tmp_path: Path
) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path) as anna:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        note(anna.profile, ticket, "before")
        anna.say(link.Poke())
        until(lambda: notes(server, ticket) == ["<p>before</p>"])
        note(anna.profile, ticket, "after")
        anna.forget()
        with server.desk.store.transaction():
            server.desk.store.sql("DELETE FROM client")
        anna.say(link.Poke())
        assert anna.state("sign_in").waiting == 1
        anna.sign_in(server.url, "anna")
        anna.state("synced", lambda state: state.waiting == 0)
        until(lambda: notes(server, ticket) == ["<p>before</p>", "<p>after</p>"])


def test_changing_the_password_and_signing_out(server: Served, tmp_path: Path) -> None:
    server.person("petra", "Network")
    with engine(tmp_path) as petra:
        petra.say(link.ChangePassword(old=PASSWORD, new="another one"))
        assert petra.heard(link.Failed).code == "sign_in"
        petra.sign_in(server.url, "petra")
        petra.state("synced")
        for old, new, code in (
            ("guess guess", "another one", "wrong_password"),
            (PASSWORD, "short", "batch"),
        ):
            petra.forget()
            petra.say(link.ChangePassword(old=old, new=new))
            failed = petra.heard(link.Failed)
            assert (failed.code, bool(failed.sentence)) == (code, True)
        petra.say(link.ChangePassword(old=PASSWORD, new="another one"))
        petra.heard(link.PasswordChanged)
        petra.forget()
        petra.say(link.SignOut())
        petra.heard(link.SignedOut)
        petra.state("sign_in")
        petra.forget()
        petra.sign_in(server.url, "petra")
        assert petra.heard(link.SignInFailed).code == "wrong_password"
        petra.sign_in(server.url, "petra", "another one")
        petra.state("synced")


def test_a_line_that_is_no_message_is_passed_over(server: Served, tmp_path: Path) -> None:
    with engine(tmp_path) as anna:
        anna.state("sign_in")
        assert anna.process.stdin is not None
        anna.process.stdin.write(b'nonsense\n\xff\n{"type":"dance"}\n\n')
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        anna.say(link.Quit())
        assert anna.process.wait(15) == 0


def test_a_door_that_nobody_opens_is_no_poke(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    assert door.poke(profile) is False
    for content in ("", "{", "[]", '{"address": "/nowhere", "key": "00"}', '{"address": 5}'):
        profile.door.write_text(content)
        assert door.poke(profile) is False
    knocked: list[int] = []
    open_door = door.Door(profile, lambda: knocked.append(1))
    assert profile.door.stat().st_mode & 0o077 == 0
    assert door.poke(profile) is True
    until(lambda: knocked == [1])
    known = profile.door.read_text()
    profile.door.write_text(known.replace('"key": "', '"key": "ff'))
    assert door.poke(profile) is False
    profile.door.write_text(known)
    assert door.poke(profile) is True
    open_door.close()


def test_a_profile_that_can_not_be_used_ends_it_with_words(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"not a database " * 500)
    running = EngineProcess(Profile(tmp_path))
    failed = running.heard(link.Failed)
    assert failed.code == "store"
    assert running.close() == EngineExit.UNUSABLE


def test_it_reports_what_went_over_the_wire_and_what_went_wrong(
    server: Served, tmp_path: Path
) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path) as anna:
        anna.state("sign_in")
        anna.say(link.Inspect())
        before = anna.heard(link.Report)
        assert (before.requests, before.server_version, before.live) == (0, "", "")
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        anna.forget()
        anna.say(link.Inspect())
        first = anna.heard(link.Report)
        assert first.pages in (1, 2), "once more where the stream has begun meanwhile"
        assert first.rows > 0
        assert first.received_bytes > 0
        assert bool(first.server_version)
        assert first.trouble_at_ms is None
        until(lambda: how_news_comes(anna) == "stream")
        server.kill()
        note(anna.profile, ticket, "a note of some length, to be counted" * 20)
        anna.say(link.Poke())
        anna.state("offline")
        server.start()
        anna.forget()
        anna.say(link.Poke())
        anna.state("synced", lambda state: not state.waiting)
        anna.say(link.Inspect())
        second = anna.heard(link.Report)
        assert second.sent_bytes > first.sent_bytes + 720
        assert (second.trouble_code, second.trouble_at_ms is None) == ("unreachable", False)
        assert anna.close() == 0


def how_news_comes(anna: EngineProcess) -> str:
    anna.forget()
    anna.say(link.Inspect())
    return anna.heard(link.Report).live
