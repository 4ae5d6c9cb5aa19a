"""The server or a computer is put back to an earlier state: what was typed is there in the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest

from models import profile
from models.commands import AddNote, CreateTicket, Put, SetTicket, Transfer
from sync.engine.recovery import recovering
from sync.engine.wire import Server
from sync.protocol import errors
from sync.server.check import faults
from sync.server.write_path import WritePath
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.engine.secrets.remember", lambda *_: False)
    monkeypatch.setattr("sync.engine.secrets.forget", lambda *_: None)


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(sqlite_url, tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


def copy(source: Path, target: Path) -> None:
    """A copy of an open SQLite file as a backup would make it."""
    for suffix in ("", "-wal"):
        kept = Path(f"{source}{suffix}")
        other = Path(f"{target}{suffix}")
        other.unlink(missing_ok=True)
        if kept.exists():
            shutil.copyfile(kept, other)


def put_server_back(desk: ServerDesk, backup: Path) -> None:
    """The store as it was, silently: no new epoch tells of it."""
    assert desk.store.path
    path = desk.store.path
    desk.store.close()
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    copy(backup, path)
    desk.store = type(desk.store).open(f"sqlite:///{path}", "server")
    desk.path = WritePath(desk.store)


def put_file_back(person: Person, backup: Path) -> None:
    path = person.profile.database
    person.store.close()
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    copy(backup, path)
    person.store = person.profile.open()


def note(person: Person, ticket: str, text: str) -> str:
    made = AddNote(ticket_id=ticket, html=f"<p>{text}</p>")
    person.do(made)
    return made.id


def texts(desk: ServerDesk) -> list[str]:
    found = desk.store.sql("SELECT html FROM message WHERE kind = 'note' ORDER BY html")
    return [html.removeprefix("<p>").removesuffix("</p>") for (html,) in found]


def all_agree(desk: ServerDesk, *people: Person) -> None:
    for _ in range(2):
        for person in people:
            person.sync()
    for person in people:
        assert person.rows() == held_rows(desk, person.actor)
        assert person.store.sql("SELECT 1 FROM shadow") == []
        assert {state for _, state in person.states()} <= {"settled"}


def test_what_the_server_lost_is_sent_again(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "kept")
    anna.sync()
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    note(anna, ticket, "lost by the server")
    made = CreateTicket(set={"subject": "New", "queue_id": desk.queue("Network")})
    boris.do(made)
    for person in (anna, boris):
        person.sync()
    note(anna, ticket, "written meanwhile")
    put_server_back(desk, tmp_path / "backup.db")
    all_agree(desk, anna, boris)
    assert texts(desk) == ["kept", "lost by the server", "written meanwhile"]
    assert desk.row("ticket", made.id)["subject"] == "New"


def test_a_server_that_went_on_after_it_was_put_back_is_noticed(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    for n in range(3):
        note(anna, ticket, f"anna {n}")
    anna.sync()
    put_server_back(desk, tmp_path / "backup.db")
    for n in range(5):
        note(boris, ticket, f"boris {n}")
    boris.sync()
    all_agree(desk, anna, boris)
    assert texts(desk) == [*(f"anna {n}" for n in range(3)), *(f"boris {n}" for n in range(5))]


def test_a_device_newer_than_the_backup_sends_all_that_it_ever_sent(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    phone = Person.made(tmp_path / "second", desk, anna.actor)
    phone.sync()
    note(phone, ticket, "from the second device")
    phone.sync()
    put_server_back(desk, tmp_path / "backup.db")
    all_agree(desk, phone, anna)
    assert texts(desk) == ["from the second device"]
    phone.store.close()


def test_what_was_typed_after_the_file_was_put_back_is_kept(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "first")
    anna.sync()
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    before = profile.get(anna.store, "client_id")
    note(anna, ticket, "third")
    all_agree(desk, anna, boris)
    assert texts(desk) == ["first", "second", "third"]
    assert profile.get(anna.store, "client_id") != before


def test_a_file_that_was_put_back_and_has_nothing_to_say_catches_up(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    all_agree(desk, anna)
    assert texts(desk) == ["second"]


def test_a_file_with_a_past_that_was_put_back_and_has_nothing_to_say_catches_up(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "first")
    anna.sync()
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    all_agree(desk, anna)
    assert texts(desk) == ["first", "second"]


def test_what_another_client_sent_stays_in_sight_until_its_row_comes(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "first")
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    note(anna, ticket, "third")
    recovering(anna.store, cast(Server, anna.line), anna.cycle.push_all)
    assert anna.texts(ticket)[1:] == ["<p>first</p>", "<p>third</p>"]
    all_agree(desk, anna)


def test_a_note_of_an_old_file_does_not_replace_what_was_sent_later(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    first = Put(entity="personal_note", set={"html": "<p>first</p>"})
    anna.do(first)
    copy(anna.profile.database, tmp_path / "old.db")
    anna.do(Put(entity="personal_note", id=first.id, set={"html": "<p>second</p>"}))
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    note(anna, ticket, "third")
    all_agree(desk, anna)
    assert desk.row("personal_note", first.id)["html"] == "<p>second</p>"
    assert desk.store.sql("SELECT mine FROM conflict") == [('"<p>first</p>"',)]


def test_a_note_of_an_old_file_on_a_ticket_that_moved_away_is_not_refused(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "first")
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    vault = desk.queue("Vault")
    boris.sync()
    boris.do(Transfer(id=ticket, queue_id=vault))
    boris.sync()
    put_file_back(anna, tmp_path / "old.db")
    note(anna, ticket, "third")
    anna.sync()
    assert texts(desk) == ["first", "second"]
    assert anna.states() == [(1, "settled"), (2, "refused")]


def test_a_conflict_that_an_old_file_sends_again_is_told_once(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    other = Person.made(tmp_path / "second", desk, anna.actor)
    memo = Put(entity="personal_note", set={"html": "<p>base</p>"})
    anna.do(memo)
    for person in (anna, other):
        person.sync()
    for person, text in ((other, "<p>theirs</p>"), (anna, "<p>mine</p>")):
        person.do(Put(entity="personal_note", id=memo.id, set={"html": text}))
    other.sync()
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    note(anna, ticket, "third")
    all_agree(desk, anna, other)
    assert desk.store.sql("SELECT mine FROM conflict") == [('"<p>mine</p>"',)]
    other.store.close()


def test_two_copies_of_one_profile_both_go_on(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "in both")
    twin = Person.made(tmp_path / "twin", desk, anna.actor)
    copy(anna.profile.database, tmp_path / "copy.db")
    put_file_back(twin, tmp_path / "copy.db")
    for person, text in ((anna, "anna's"), (twin, "the twin's")):
        note(person, ticket, text)
    all_agree(desk, anna, twin)
    assert texts(desk) == ["anna's", "in both", "the twin's"]
    ids = {profile.get(person.store, "client_id") for person in (anna, twin)}
    assert len(ids) == 2
    twin.store.close()


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("has_read", [True, False])
def test_what_a_copy_sent_on_a_server_that_was_put_back_is_not_taken_for_ones_own(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path, count: int, has_read: bool
) -> None:
    """Both went on as the same client: in the place of the lost change stands the copy's."""
    twin = Person.made(tmp_path / "twin", desk, anna.actor)
    copy(anna.profile.database, tmp_path / "copy.db")
    put_file_back(twin, tmp_path / "copy.db")
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    note(anna, ticket, "lost by the server")
    anna.cycle.push_all()
    if has_read:
        anna.sync()
    put_server_back(desk, tmp_path / "backup.db")
    for n in range(count):
        note(twin, ticket, f"of the copy {n}")
    twin.sync()
    all_agree(desk, anna, twin)
    assert texts(desk) == ["lost by the server", *(f"of the copy {n}" for n in range(count))]
    twin.store.close()


def test_what_was_refused_goes_on_with_the_client_that_tells_of_it(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    """Its number is sent again as nothing, among what the store lost."""
    moved, vault = desk.ticket("Network"), desk.queue("Vault")
    for person in (anna, boris):
        person.sync()
    twin = Person.made(tmp_path / "twin", desk, anna.actor)
    copy(anna.profile.database, tmp_path / "copy.db")
    put_file_back(twin, tmp_path / "copy.db")
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    boris.do(Transfer(id=moved, queue_id=vault))
    boris.sync()
    note(anna, ticket, "lost by the server")
    note(anna, moved, "refused")
    anna.sync()
    assert anna.states() == [(1, "settled"), (2, "refused")]
    put_server_back(desk, tmp_path / "backup.db")
    anna.line.faults[:] = ["", "", "cut"]
    with suppress(errors.Offline):
        anna.sync()
    note(twin, ticket, "of the copy")
    for person in (twin, anna):
        person.sync()
    assert texts(desk) == ["lost by the server", "of the copy"]
    senders = anna.store.sql("SELECT DISTINCT client_id FROM outbox")
    assert senders == [(profile.get(anna.store, "client_id"),)]
    twin.store.close()


def test_a_copy_that_has_gone_further_makes_nobody_send_again(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    note(anna, ticket, "in both")
    anna.sync()
    twin = Person.made(tmp_path / "twin", desk, anna.actor)
    copy(anna.profile.database, tmp_path / "copy.db")
    put_file_back(twin, tmp_path / "copy.db")
    for n in range(2):
        note(twin, ticket, f"of the copy {n}")
    twin.sync()
    note(anna, ticket, "one's own")
    first = profile.get(anna.store, "client_id")
    all_agree(desk, anna, twin)
    sent = anna.store.sql("SELECT client_id = ? FROM outbox ORDER BY mid", (first,))
    assert sent == [(1,), (0,)]
    twin.store.close()


def test_a_lost_answer_in_the_middle_of_the_recovery_loses_nothing(
    desk: ServerDesk, anna: Person, ticket: str, tmp_path: Path
) -> None:
    copy(anna.profile.database, tmp_path / "old.db")
    note(anna, ticket, "second")
    anna.sync()
    put_file_back(anna, tmp_path / "old.db")
    note(anna, ticket, "third")
    for _ in range(6):
        anna.line.faults[:] = ["", "lost"]
        with suppress(errors.Offline):
            anna.sync()
    anna.line.faults.clear()
    all_agree(desk, anna)
    assert texts(desk) == ["second", "third"]


def test_a_late_value_on_a_server_that_was_put_back_is_not_lost_silently(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    for value in ("high", "low"):
        anna.do(SetTicket(id=ticket, set={"priority": value}))
        anna.sync()
    boris.sync()
    boris.do(SetTicket(id=ticket, set={"priority": "urgent"}))
    put_server_back(desk, tmp_path / "backup.db")
    boris.sync()
    all_agree(desk, anna, boris)
    kept = desk.store.sql("SELECT theirs, mine FROM conflict ORDER BY id")
    assert kept
    assert '"urgent"' in {value for pair in kept for value in pair}


def test_a_value_of_the_lost_past_never_wins_silently(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str, tmp_path: Path
) -> None:
    """Also when the row's revision has passed the lost one meanwhile."""
    vera = desk.agent("vera", "Network")
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    for subject in ("a", "b", "c"):
        anna.do(SetTicket(id=ticket, set={"subject": subject}))
        anna.sync()
    boris.sync()
    boris.do(SetTicket(id=ticket, set={"priority": "low"}))
    put_server_back(desk, tmp_path / "backup.db")
    other = Person.made(tmp_path / "vera", desk, vera)
    other.sync()
    other.do(SetTicket(id=ticket, set={"priority": "urgent"}))
    other.sync()
    all_agree(desk, anna, boris, other)
    assert desk.row("ticket", ticket)["priority"] == "low"
    kept = desk.store.sql("SELECT theirs, mine FROM conflict WHERE field = 'priority'")
    assert kept == [('"urgent"', '"low"')]
    other.store.close()
