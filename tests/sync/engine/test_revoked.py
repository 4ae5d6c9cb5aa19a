"""A computer that was signed out for good: nothing unsent is lost, and everything else goes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest

from models import drafts, form_drafts, wiping
from models import files as kept_files
from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote, FileRef, Put
from models.database import Store
from models.errors import DeskError
from models.ids import new_id
from models.local import Profile as ProfileRow
from models.perform import perform
from models.profile import Profile
from models.rows import FormDraftRow
from models.tables import ENTITIES, LOCAL_TABLES
from sync.engine import account, secrets
from sync.engine.wire import Server
from sync.protocol import errors, link
from sync.protocol.link import EngineExit
from sync.server import devices
from tests.helpers.engine import EngineProcess, engine, sync_once
from tests.helpers.proxy import Proxy
from tests.helpers.server import ROOT, Served, served, with_keyring
from tests.helpers.strangers import Answer, stranger
from tests.helpers.waiting import until

SUBJECT = "Router in rack four"
TEXTS = ("a waiting note", "a half reply", "a form's words", "a memo of mine")
PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("server")
    with served(f"sqlite:///{folder / 'desk.db'}", folder) as running:
        yield running


@pytest.fixture
def line(server: Served) -> Iterator[Proxy]:
    """Between an engine and the server; while it is cut, nothing of what is written goes out."""
    made = Proxy(server.url)
    yield made
    made.close()


def write_everywhere(profile: Profile, ticket: str) -> None:
    """TEXTS, one in each place where a text can wait; the note has a file."""
    store, now_ms = profile.open(), wall_ms()
    actor = profiles.actor(store)
    assert actor is not None
    sha256 = kept_files.keep(profile.files, PNG)
    file = FileRef(new_id(), sha256, "../rack.png", "image/png", len(PNG))
    note = AddNote(ticket_id=ticket, html=f"<p>{TEXTS[0]}</p>", files=(file,))
    perform(store, note, actor, now_ms)
    drafts.save_draft(store, ticket, "reply", f"<p>{TEXTS[1]}</p>", now_ms)
    form_drafts.save(store, FormDraftRow("f", "new", TEXTS[2], '{"subject": "x"}', now_ms))
    memo = {"title": "", "html": "<p>an earlier memo</p>"}
    put = Put(entity="personal_note", set=memo)
    perform(store, put, actor, now_ms)
    later = Put(entity="personal_note", id=put.id, set={"html": f"<p>{TEXTS[3]}</p>"})
    perform(store, later, actor, now_ms)
    store.close()


def revoke(server: Served, profile: Profile) -> None:
    store = profile.open()
    id = profiles.get(store, "client_id")
    store.close()
    assert id is not None
    assert devices.revoke(server.desk.store, id, wall_ms())


def write_and_revoke(server: Served, line: Proxy, running: EngineProcess, ticket: str) -> None:
    """The engine hears of it, and had no chance to send anything before."""
    line.cut()
    write_everywhere(running.profile, ticket)
    revoke(server, running.profile)
    line.heal()
    running.say(link.Poke())


def assert_saved(folder: Path) -> None:
    page = (folder / "unsent.html").read_text("utf-8")
    assert all(page.count(text) == 1 for text in TEXTS)
    assert SUBJECT in page
    assert "an earlier memo" not in page
    assert [path.read_bytes() for path in folder.glob("*rack.png")] == [PNG]
    assert not list(folder.parent.glob("*.part"))


def assert_forgotten(profile: Profile) -> None:
    """No row, no file, and no byte of a text in what is left of the store."""
    for path in profile.folder.glob("desk.db*"):
        data = path.read_bytes()
        assert not [text for text in (*TEXTS, SUBJECT) if text.encode() in data], path
    assert not [path for path in profile.files.rglob("*") if path.is_file()]
    assert not list(profile.folder.glob("desk.db.before-*"))
    store = profile.open()
    full = {
        table._meta.table_name: count
        for table in (*ENTITIES.values(), *LOCAL_TABLES)
        if table is not ProfileRow
        and (count := store.sql(f'SELECT COUNT(*) FROM "{table._meta.table_name}"')[0][0])
    }
    assert not full
    kept = {key for (key,) in store.sql("SELECT key FROM profile")}
    assert kept <= {"tokens_version"}, "the search's own"
    store.close()


def test_what_was_not_sent_is_saved_before_everything_goes(
    server: Served, line: Proxy, tmp_path: Path
) -> None:
    ticket = server.desk.ticket("Network", SUBJECT)
    with engine(tmp_path / "anna") as anna:
        anna.sign_in(line.url, "anna")
        anna.state("synced")
        (anna.profile.folder / "desk.db.before-0004").write_text(TEXTS[0])
        write_and_revoke(server, line, anna, ticket)
        assert anna.heard(link.Revoked).texts == 4
        anna.state("revoked")
        anna.say(link.SignIn(server=server.url, login="anna", password="x"))
        not_yet = tmp_path / "a file"
        not_yet.touch()
        anna.say(link.Wipe(folder=str(not_yet)))
        assert anna.heard(link.Failed).code == "wipe"
        assert_nothing_gone(anna.profile)
        anna.say(link.Wipe(folder=str(tmp_path)))
        saved = Path(anna.heard(link.Wiped).folder)
        assert saved.parent == tmp_path
        assert_saved(saved)
        assert_forgotten(anna.profile)
        anna.forget()
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        assert anna.close() == 0


def assert_nothing_gone(profile: Profile) -> None:
    store = profile.open()
    assert store.sql("SELECT COUNT(*) FROM outbox")[0][0] == 3
    assert store.sql("SELECT COUNT(*) FROM own_draft")[0][0] == 1
    store.close()


def test_the_next_start_wipes_also_after_a_kill_in_the_middle(
    server: Served, line: Proxy, tmp_path: Path
) -> None:
    ticket = server.desk.ticket("Network", SUBJECT)
    with engine(tmp_path) as anna:
        anna.sign_in(line.url, "anna")
        anna.state("synced")
        write_and_revoke(server, line, anna, ticket)
        anna.heard(link.Revoked)
        anna.kill()
    begun = EngineProcess(Profile(tmp_path))
    until(lambda: list(tmp_path.glob("unsent-*")))
    begun.kill()
    with engine(tmp_path) as again:
        again.state("sign_in")
        assert_forgotten(again.profile)
        saved = [folder for folder in tmp_path.glob("unsent-*") if folder.suffix != ".part"]
        assert_saved(saved[0])


@pytest.mark.parametrize("step", ["_forget_files", "_forget_rows", "shutil.rmtree"])
def test_every_step_may_be_the_last_one(
    server: Served, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(tmp_path)
    ticket = server.desk.ticket("Network", SUBJECT)
    assert sync_once(profile, "--server", server.url, "--login", "anna") == EngineExit.DONE
    write_everywhere(profile, ticket)
    store = profile.open()
    wiping.mark(store)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"models.wiping.{step}", killed)
        with pytest.raises(KeyboardInterrupt):
            wiping.wipe(profile, store)
    assert wiping.is_marked(store)
    assert wiping.wipe(profile, store) is None, "it is saved already"
    store.close()
    assert_forgotten(profile)
    (saved,) = tmp_path.glob("unsent-*")
    assert_saved(saved)


def test_nothing_goes_while_it_could_not_be_saved(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(tmp_path)
    ticket = server.desk.ticket("Network", SUBJECT)
    assert sync_once(profile, "--server", server.url, "--login", "anna") == EngineExit.DONE
    write_everywhere(profile, ticket)
    store = profile.open()
    wiping.mark(store)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("models.unsent._write", full)
        with pytest.raises(DeskError, match="No space left"):
            wiping.wipe(profile, store)
    store.close()
    assert_nothing_gone(profile)
    assert profile.open().sql("SELECT COUNT(*) FROM ticket")[0][0] > 0


def test_without_a_window_it_is_saved_and_wiped_at_once(server: Served, tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    ticket = server.desk.ticket("Network", SUBJECT)
    with engine(tmp_path) as anna:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        anna.close()
    write_everywhere(profile, ticket)
    revoke(server, profile)
    store = profile.open()
    token = _token_of(server, store)
    assert token is None, "the store keeps only its hash: the next round signs in anew"
    wiping.mark(store)
    store.close()
    assert sync_once(profile, "--server", server.url, "--login", "anna") == EngineExit.DONE
    (saved,) = tmp_path.glob("unsent-*")
    assert_saved(saved)


def once(profile: Profile) -> tuple[int, list[link.FromEngine]]:
    """A round with the session in the keyring: its exit code, and what it said."""
    command = [sys.executable, "-m", "sync.engine", "--profile", str(profile.folder), "--once"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=with_keyring(profile.folder),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode, [link.decode_from_engine(one) for one in done.stdout.splitlines()]


def test_a_round_that_hears_it_from_the_server_saves_and_wipes(
    server: Served, tmp_path: Path
) -> None:
    """The session is still in the keyring; the server answers its first request with 403."""
    ticket = server.desk.ticket("Network", SUBJECT)
    anna = EngineProcess(Profile(tmp_path), with_keyring(tmp_path))
    try:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
    finally:
        anna.kill()
    write_everywhere(anna.profile, ticket)
    revoke(server, anna.profile)
    code, said = once(anna.profile)
    assert code == EngineExit.REFUSED
    wiped, failed = said[-2:]
    assert isinstance(wiped, link.Wiped)
    assert isinstance(failed, link.Failed)
    assert (failed.code, wiped.folder in failed.sentence) == ("revoked", True)
    assert_saved(Path(wiped.folder))
    assert_forgotten(anna.profile)
    assert not list(tmp_path.glob("deskside-*")), "the keyring's entry too"
    code, said = once(anna.profile)
    assert code == EngineExit.REFUSED
    assert isinstance(said[-1], link.Failed)
    assert said[-1].code == "sign_in"
    assert sync_once(anna.profile, "--server", server.url, "--login", "anna") == EngineExit.DONE


def _token_of(server: Served, store: Store) -> str | None:
    return secrets.recall(profiles.get(store, "client_id") or "")


def revoked(device: str, status: int = 403, form: str = "application/problem+json") -> Answer:
    body = f'{{"title":"x","status":{status},"code":"revoked","detail":"x","device":"{device}"}}'
    return status, {"Content-Type": form}, body.encode()


@pytest.mark.parametrize(
    ("answer", "token"),
    [
        (revoked(""), "token"),
        (revoked("c", status=401), "token"),
        (revoked("c", form="text/html"), "token"),
        (revoked("c"), ""),
    ],
)
def test_nobody_else_is_believed(answer: Answer, token: str) -> None:
    with stranger(lambda path: answer) as url, pytest.raises(errors.SyncError) as failure:
        Server(url, token).devices()
    assert not isinstance(failure.value, errors.Revoked)


def test_only_this_device_at_its_own_server_is_meant(tmp_path: Path) -> None:
    store = Profile(tmp_path).open()
    profiles.put(store, "server", "http://127.0.0.1:1")
    profiles.put(store, "client_id", "mine")
    own, other = Server("http://127.0.0.1:1"), Server("http://127.0.0.1:2")
    said = errors.Revoked("x", "mine")
    assert account.is_revoked(store, own, said)
    assert not account.is_revoked(store, other, said)
    assert not account.is_revoked(store, own, errors.Revoked("x", "another"))
    assert not account.is_revoked(store, own, errors.SignInNeeded("x"))
    store.close()


def test_a_stranger_at_the_servers_address_wipes_nothing(
    server: Served, line: Proxy, tmp_path: Path
) -> None:
    """Another program took the port: it knows no device of ours."""
    ticket = server.desk.ticket("Network", SUBJECT)
    with engine(tmp_path) as anna:
        anna.sign_in(line.url, "anna")
        anna.state("synced")
        line.cut()
        write_everywhere(anna.profile, ticket)
        other = server.desk.device(server.desk.agent(new_id()))
        token_owner = "UPDATE session SET client_id = ? WHERE client_id = ?"
        store = anna.profile.open()
        own = profiles.get(store, "client_id")
        store.close()
        server.desk.store.sql(token_owner, (other.id, own))
        assert devices.revoke(server.desk.store, other.id, wall_ms())
        anna.forget()
        line.heal()
        anna.say(link.Poke())
        anna.state("sign_in", lambda state: state.code == "revoked")
        assert_nothing_gone(anna.profile)


class Memory(keyring.backend.KeyringBackend):
    """A keyring in this process."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_the_token_goes_too(tmp_path: Path) -> None:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    try:
        profile = Profile(tmp_path)
        store = profile.open()
        profiles.put(store, "client_id", "mine")
        secrets.remember("mine", "token")
        wiping.mark(store)
        assert account.wipe(profile, store) is None, "nothing was unsent"
        assert not memory.kept
        assert not list(tmp_path.glob("unsent-*"))
        store.close()
    finally:
        keyring.set_keyring(before)


def test_devices_are_told_and_signed_out(server: Served, tmp_path: Path) -> None:
    assert sync_once(Profile(tmp_path / "b"), "--server", server.url, "--login", "vera") == 0
    with engine(tmp_path / "a") as vera:
        vera.sign_in(server.url, "vera")
        vera.state("synced")
        vera.say(link.ListDevices())
        told = vera.heard(link.Devices)
        (other,) = [one.id for one in told.devices if one.id != told.current]
        vera.forget()
        vera.say(link.RevokeDevice(id=other))
        assert [one.id for one in vera.heard(link.Devices).devices] == [told.current]
        vera.forget()
        vera.say(link.RevokeDevice(id="nothing/of ours"))
        assert vera.heard(link.Failed).code == "not_found"
        assert vera.close() == 0
