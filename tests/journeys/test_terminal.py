"""The commands without a window, against a real server."""

from __future__ import annotations

import json
import os
import resource
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.commands import FirstMessage, SetTicket
from models.commands.messages import insert_message
from sync.engine import door
from sync.engine.__main__ import main as run_engine
from sync.protocol.link import EngineExit
from sync.server.writer import ServerWriter
from tests.helpers.cli import Deskside
from tests.helpers.engine import engine
from tests.helpers.limits import as_ordinary_user
from tests.helpers.server import Served, served
from tests.helpers.strangers import another_version, html, stranger
from tests.helpers.waiting import until


@pytest.fixture
def server(store_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(store_url, tmp_path) as running:
        yield running


@pytest.fixture
def small_server(sqlite_url: str, tmp_path: Path) -> Iterator[Served]:
    """For what does not depend on the kind of store."""
    with served(sqlite_url, tmp_path) as running:
        yield running


def anna_at(server: Served) -> Deskside:
    return Deskside(server.folder / "anna", server.url, "anna")


def test_the_whole_contract(server: Served) -> None:
    anna = anna_at(server)
    ticket = server.desk.ticket("Network", "Printer")
    server.desk.queue("Vault")
    assert anna("list", code=2).err.startswith("The first call on a profile needs --server")
    said = anna("list", "--json", "--server", server.url, "--login", "anna")
    assert [row["subject"] for row in said.json] == ["Printer"]
    assert said.err == ""

    # Reading
    shown = anna("show", "1", "--json").json
    assert (shown["id"], shown["number"], shown["queue"]) == (ticket, "1", "Network")
    assert [message["kind"] for message in shown["messages"]] == ["customer"]
    assert "#1 Printer" in anna("show", "#1").out
    assert "Printer" in anna("list").out
    for view, count in (("all", 1), ("my_open", 0), ("unassigned", 1), ("queue:network", 1)):
        rows = anna("list", "--view", view, "--json").json
        assert len(rows) == count or view == "queue:network"
    assert anna("list", "--json", "--limit", "0").json == []
    assert anna("list", "--json", "--search", "printer").json[0]["id"] == ticket
    assert len(anna("list", "--json", "--search", "printer queue:network").json) == 1
    assert anna("list", "--json", "--search", "printer -queue:network").json == []
    assert "mood:angry" in anna("list", "--search", "mood:angry", code=2).err

    # Writing
    assert anna("note", "1", "checked the cable").out == ""
    anna("reply", "1", "Please try again.\n\nAnna")
    meeting = "meeting_link=https://meet.example/1"
    waiting = ("status=waiting", "waiting_for=customer", "tags=+vip,office", "assignee=me")
    anna("set", "1", *waiting, meeting)
    shown = anna("show", "1", "--json").json
    assert [(m["kind"], m["text"]) for m in shown["messages"][1:]] == [
        ("note", "checked the cable"),
        ("reply", "Please try again.\n\nAnna"),
    ]
    assert (shown["status"], shown["waiting_for"]) == ("waiting", "customer")
    assert (shown["tags"], shown["assignee"]) == (["office", "vip"], "anna")
    made = anna("new", "--subject", "Ключ потерян", "--text", "help", "--json").json
    assert (made["number"], made["status"]) == ("2", "new")
    assert made["messages"][0]["text"] == "help"
    other = anna("new", "--subject", "For the vault", "--queue", "vault", "--json").json
    assert other["queue"] == "Vault"
    anna("memo", "buy milk")
    assert anna("outbox", "--json").json == []
    settled = anna("outbox", "--all", "--json").json
    assert {row["state"] for row in settled} == {"settled"}
    assert list(settled[0]) == ["mid", "kind", "state", "ticket", "reason"]
    assert server.desk.store.sql("SELECT html FROM personal_note") == [("<p>buy milk</p>",)]
    row = server.desk.row("ticket", ticket)
    assert (row["status"], row["tags"]) == ("waiting", '["office", "vip"]')

    # Usage
    for words in (
        ("show", "99"),
        ("list", "--view", "nope"),
        ("list", "--view", "queue:Nope"),
        ("list", "--limit", "-1"),
        ("set", "1", "status=asleep"),
        ("set", "1", "colour=red"),
        ("set", "1", "meeting_link=http://meet.example/1"),
        ("set", "1", "status"),
        ("set", "1", "tier=²"),
        ("set", "1", "due_at_ms=99999999999999999999"),
        ("set", "1", "assignee=nobody"),
        ("set", "1", "queue=nowhere"),
        ("note", "1", "   "),
        ("new", "--subject", "x" * 1_001),
        ("new", "--subject", os.fsdecode(b"broken \xff")),
        ("new", "--subject", "s", "--queue", "nowhere"),
        ("dance",),
    ):
        said = anna(*words, code=None)
        assert (words, said.code) == (words, 2)
        assert said.err.strip(), words
        assert said.out == "", words
    assert anna("outbox", "--json").json == []

    # Refused by the server
    server.desk.path.run(lambda w: SetTicket(id=ticket, set={"status": "done"}).apply(w))
    server.desk.path.run(lambda w: w.update("ticket", ticket, {"deleted": 1}))
    said = anna("set", "1", "priority=high", code=3)
    assert "The server refused this: This ticket is no longer there." in said.err
    refused = anna("outbox", "--json").json
    assert [(row["kind"], row["state"]) for row in refused] == [("set_fields", "refused")]


def test_a_reply_to_what_was_not_the_last_word_says_that_it_is_held(server: Served) -> None:
    anna = anna_at(server)
    ticket = server.desk.ticket("Network", "Printer")
    anna.first()
    word = FirstMessage(kind="customer", html="<p>It burns!</p>")

    def step(writer: ServerWriter) -> None:
        row = writer.get("ticket", ticket)
        assert row
        insert_message(writer, word, row)

    server.desk.path.run(step)
    said = anna("reply", "1", "Please restart it.")
    assert "Held for your decision: Something was said here meanwhile." in said.err
    assert anna("outbox", "--json").json == []
    anna("sync", "--once")
    (shown,) = [m for m in anna("show", "1", "--json").json["messages"] if m["kind"] == "reply"]
    assert shown["text"] == "Please restart it."


def test_a_change_is_taken_back_or_tried_again(small_server: Served) -> None:
    anna = anna_at(small_server)
    ticket = small_server.desk.ticket("Network", "Printer")
    anna.first()
    small_server.kill()
    anna("note", "1", "a slip")
    anna("set", "1", "priority=high")
    note, change = anna("outbox", "--json").json
    anna("outbox", "withdraw", str(note["mid"]))
    assert len(anna("show", "1", "--json").json["messages"]) == 1
    assert "is not waiting any more" in anna("outbox", "withdraw", "99", code=2).err
    assert "needs the MID" in anna("outbox", "retry", code=2).err

    small_server.start()
    desk = small_server.desk
    desk.path.run(lambda w: w.update("ticket", ticket, {"deleted": 1}))
    anna("sync", "--once")
    (refused,) = anna("outbox", "--json").json
    assert (refused["mid"], refused["state"]) == (change["mid"], "refused")
    desk.path.run(lambda w: w.update("ticket", ticket, {"deleted": 0}))
    anna("sync", "--once")
    anna("outbox", "retry", str(refused["mid"]))
    assert anna("outbox", "--json").json == []
    assert anna("show", "1", "--json").json["priority"] == "high"
    assert notes_of(small_server, ticket) == 0


def notes_of(server: Served, ticket: str) -> int:
    text = "SELECT COUNT(*) FROM message WHERE ticket_id = ? AND kind = 'note'"
    return int(server.desk.store.sql(text, (ticket,))[0][0])


def test_offline_everything_is_kept_and_goes_out_later(server: Served) -> None:
    anna = anna_at(server)
    server.desk.ticket("Network", "Printer")
    anna.first()
    server.kill()
    for words in (
        ("note", "1", "first"),
        ("note", "1", "second"),
        ("set", "1", "priority=high", "status=done"),
        ("memo", "buy milk"),
    ):
        said = anna(*words)
        assert said.err.startswith("Kept on this computer."), said
        assert said.err.count("\n") == 1
        assert said.out == ""
    made = anna("new", "--subject", "Offline", "--json").json
    assert made["number"] == made["alias"]
    anna("note", made["alias"], "on a ticket with no number yet")
    waiting = anna("outbox", "--json").json
    assert [row["state"] for row in waiting] == ["queued"] * len(waiting) or "sending" in {
        row["state"] for row in waiting
    }
    assert len(waiting) == 6
    assert "Nothing answers" in anna("sync", "--once", code=4).err
    assert anna("list", "--view", "unassigned", "--json").json[0]["subject"] == "Offline"
    server.start()
    anna("sync", "--once")
    assert anna("outbox", "--json").json == []
    again = anna("show", made["alias"].lower(), "--json").json
    assert again["number"] == "2"
    assert again["messages"][0]["text"] == "on a ticket with no number yet"
    assert anna("show", "2", "--json").json == again
    shown = anna("show", "1", "--json").json
    assert [m["text"] for m in shown["messages"][1:]] == ["first", "second"]
    assert (shown["priority"], shown["status"]) == ("high", "done")


def test_beside_an_open_desktop_the_engine_is_poked(small_server: Served) -> None:
    anna = anna_at(small_server)
    ticket = small_server.desk.ticket("Network", "Printer")
    with engine(anna.folder) as desktop:
        desktop.sign_in(small_server.url, "anna")
        desktop.state("synced")
        said = anna("note", "1", "from the terminal")
        assert said.err == ""
        text = "SELECT html FROM message WHERE ticket_id = ? AND kind = 'note'"
        assert small_server.desk.store.sql(text, (ticket,)) == [("<p>from the terminal</p>",)]
        assert "was asked to sync" in anna("sync", "--once").err
        desktop.close()
    assert door.poke(anna.profile) is False


def test_the_exit_code_and_a_sentence_tell_what_is_wrong(small_server: Served) -> None:
    anna = anna_at(small_server)
    small_server.desk.ticket("Network", "Printer")
    anna.password = "guess guess"
    said = anna("list", "--server", small_server.url, "--login", "anna", code=3)
    assert said.err == "This login and password don't match.\n"
    anna.password = None
    said = anna("list", "--server", small_server.url, "--login", "anna", code=2)
    assert "DESKSIDE_PASSWORD" in said.err
    anna.password = Deskside.password
    with stranger(html) as site, stranger(another_version) as newer:
        for url, code, words in (
            (site, 3, "not a Deskside server"),
            (newer, 3, "speaks another protocol"),
            ("http://127.0.0.1:9", 4, "Nothing answers at http://127.0.0.1:9."),
            ("http://desk.example.com", 3, "would not be encrypted"),
            ("htp://desk", 3, "is not an address"),
        ):
            command = ("sync", "--once") if url == site else ("list",)
            said = anna(*command, "--server", url, "--login", "anna", code=code)
            assert words in said.err
            assert said.err.count("\n") == 1
    anna.first()
    small_server.kill()
    anna("note", "1", "safe")
    small_server.start()
    anna.password = "guess guess"
    said = anna("note", "1", "also safe")
    assert said.err == "Kept on this computer. This login and password don't match.\n"
    assert anna("sync", "--once", code=3).err == "This login and password don't match.\n"
    anna.password = Deskside.password
    anna("sync", "--once")
    shown = anna("show", "1", "--json").json
    assert [m["text"] for m in shown["messages"][1:]] == ["safe", "also safe"]


def test_a_broken_or_a_newer_file_is_left_alone(small_server: Served) -> None:
    anna = anna_at(small_server)
    anna.folder.mkdir()
    database = anna.profile.database
    database.write_bytes(b"Dear Anna " * 1_000)
    said = anna("list", "--server", small_server.url, "--login", "anna", code=5)
    assert "The local file can't be used" in said.err
    assert database.read_bytes() == b"Dear Anna " * 1_000
    database.unlink()
    anna.first()
    store = anna.store()
    store.sql("INSERT INTO migration_local (name, applied) VALUES ('0099_later', '2030-01-01')")
    store.close()
    assert "newer Deskside (0099_later)" in anna("list", code=5).err


def test_a_full_disk_is_told_and_loses_nothing(small_server: Served) -> None:
    anna = anna_at(small_server)
    small_server.desk.ticket("Network", "Printer")
    anna.first()
    anna("note", "1", "before")
    anna.own_process = True
    anna.prepare = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    said = anna("note", "1", "long " * 20_000, code=None)
    assert said.code == 5, said
    assert "The local file can't be used" in said.err
    anna.prepare = None
    shown = anna("show", "1", "--json").json
    assert [m["text"] for m in shown["messages"][1:]] == ["before"]
    anna("note", "1", "after")
    assert anna("outbox", "--json").json == []


def test_a_profile_that_can_not_be_written_is_told(small_server: Served) -> None:
    anna = anna_at(small_server)
    small_server.desk.ticket("Network", "Printer")
    anna.first()
    for part in (anna.folder, *anna.folder.parents):
        if part.stat().st_mode & stat.S_IXOTH == 0:
            part.chmod(0o755)
    for file in anna.folder.iterdir():
        file.chmod(0o444 if file.is_file() else 0o555)
    anna.folder.chmod(0o555)
    missing = Deskside(anna.folder / "sub", small_server.url, "anna")

    def act() -> None:
        for words in (("note", "1", "x"), ("list",)):
            assert "The local file can't be used" in anna(*words, code=5).err
        said = missing("list", "--server", small_server.url, "--login", "anna", code=5)
        assert "Can't make the folder" in said.err
        for profile in (anna, missing):
            ended = run_engine(["--profile", str(profile.folder), "--once"])
            assert ended == EngineExit.UNUSABLE

    as_ordinary_user(act)


def test_json_is_utf8_whatever_the_terminal_speaks(
    small_server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = anna_at(small_server)
    small_server.desk.ticket("Network", "Принтер 🖨 „x“")
    anna.first()
    anna.own_process = True
    for name, value in (("LC_ALL", "C"), ("PYTHONIOENCODING", "ascii"), ("PYTHONUTF8", "0")):
        monkeypatch.setenv(name, value)
    said = anna("list", "--json")
    assert json.loads(said.out)[0]["subject"] == "Принтер 🖨 „x“"


def test_a_sync_that_stays_on_wipes_when_the_server_says_so(
    small_server: Served,
) -> None:
    """The word comes over the live stream; what was never sent is saved first."""
    anna = anna_at(small_server)
    small_server.desk.ticket("Network", "Printer")
    anna.keep_session = True
    anna.first()
    anna.password = None
    with anna.started("sync") as running:
        until(lambda: "synced" in anna.log.read_text(), 30)
        client = anna.sql("SELECT value FROM profile WHERE key = 'client_id'")[0][0]
        small_server.desk.store.sql("UPDATE client SET revoked = 1 WHERE id = ?", (client,))
        assert running.wait(30) == EngineExit.REFUSED
    assert "This computer was signed out." in anna.log.read_text()
    assert anna.sql("SELECT COUNT(*) FROM ticket") == [(0,)]
    said = anna("sync", "--once", code=EngineExit.REFUSED)
    assert "sign in" in said.err.lower()
