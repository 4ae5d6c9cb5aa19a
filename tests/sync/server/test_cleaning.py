from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import files
from models.clock import wall_ms
from models.commands import (
    AddNote,
    Delete,
    DeleteTicket,
    Put,
    RestoreTicket,
    SetTicket,
    Transfer,
)
from models.commands.messages import FileRef
from sync.server import cleaning
from sync.server.check import faults
from sync.server.marks import newest_mark
from sync.server.news import read_news
from sync.server.push import complete_file
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows

DAY_MS = cleaning.DAY_MS


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


def later(desk: ServerDesk, days: int) -> None:
    """The server's clock says so many days more."""
    desk.path.now_ms = lambda: wall_ms() + days * DAY_MS


def clean(desk: ServerDesk) -> cleaning.Cleaned:
    return cleaning.clean(desk.path, desk.folder)


def test_the_trash_is_emptied_after_thirty_days(desk: ServerDesk, anna: Person) -> None:
    gone, back = desk.ticket("Network", "gone"), desk.ticket("Network", "back")
    anna.sync()
    for ticket in (gone, back):
        anna.do(AddNote(ticket_id=ticket, html="<p>x</p>"))
        anna.do(DeleteTicket(id=ticket))
    anna.sync()
    anna.do(RestoreTicket(id=back))
    anna.sync()
    later(desk, 29)
    assert clean(desk).rows == 0
    later(desk, 31)
    assert clean(desk).rows == 1
    assert desk.store.sql("SELECT id FROM ticket") == [(back,)]
    assert desk.store.sql("SELECT DISTINCT ticket_id FROM message") == [(back,)]
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)
    assert anna.store.sql("SELECT 1 FROM ticket WHERE id = ?", (gone,)) == []
    assert anna.store.sql("SELECT 1 FROM message WHERE ticket_id = ?", (gone,)) == []


def test_it_is_emptied_for_whom_the_ticket_was_shared_with_as_well(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    vera = Person.made(tmp_path / "vera", desk, desk.agent("vera", "Vault"))
    ticket = desk.ticket("Network", "gone")
    name = f'<span class="mention" data-id="{vera.actor.id}">@Vera</span>'
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html=f"<p>for {name}</p>"))
    anna.sync()
    desk.grant("Network", vera.actor)
    vera.sync()
    assert len(vera.texts(ticket)) == 2
    anna.do(DeleteTicket(id=ticket))
    anna.sync()
    later(desk, 31)
    assert clean(desk).rows == 1
    vera.sync()
    assert vera.rows() == held_rows(desk, vera.actor)
    assert vera.store.sql("SELECT 1 FROM ticket") == []
    vera.store.close()


def test_a_cursor_that_is_too_old_says_so_and_a_younger_one_stays_right(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    desk.queue("Access")
    moved = desk.ticket("Network", "moves away")
    old = Person.made(tmp_path / "old", desk, anna.actor)
    for person in (anna, old):
        person.sync()
    anna.do(Transfer(id=moved, queue_id=desk.queue("Access")))
    anna.sync()
    later(desk, 100)
    desk.ticket("Network", "in between")
    anna.sync()
    later(desk, 121)
    assert clean(desk).lines > 0
    assert desk.store.sql("SELECT 1 FROM change WHERE op = 'out'") == []
    expired = old.line.pull(old.cycle._request()).scopes
    assert expired[f"q:{desk.queue('Network')}"].expired
    young = anna.line.pull(anna.cycle._request()).scopes
    assert not any(state.expired for state in young.values())
    for person in (anna, old):
        for _ in range(2):
            person.sync()
        assert person.rows() == held_rows(desk, person.actor)
        assert person.row("ticket", moved) is None
    old.store.close()


def test_what_is_typed_on_a_computer_that_was_off_for_months_arrives(
    desk: ServerDesk, anna: Person
) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    note = AddNote(ticket_id=ticket, html="<p>from the cellar</p>")
    anna.do(note)
    later(desk, 90)
    desk.ticket("Network")
    later(desk, 211)
    desk.ticket("Network")
    clean(desk)
    for _ in range(2):
        anna.sync()
    assert desk.row("message", note.id)["html"] == "<p>from the cellar</p>"
    assert anna.rows() == held_rows(desk, anna.actor)


def test_outcomes_are_kept_for_half_a_year_and_the_last_one_for_ever(
    desk: ServerDesk, anna: Person
) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    for n in range(3):
        anna.do(AddNote(ticket_id=ticket, html=f"<p>{n}</p>"))
    anna.sync()
    later(desk, 179)
    assert clean(desk).outcomes == 0
    later(desk, 181)
    assert clean(desk).outcomes == 2
    assert desk.count("mutation_seen") == 1


def test_bytes_that_nothing_names_go_after_ninety_days(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    named, alone = (files.keep(desk.folder, data) for data in (b"named", b"alone"))
    for sha256 in (named, alone):
        complete_file(desk.path, anna.actor, sha256, 5)
    file = FileRef(id="f1", sha256=named, name="a.txt", media_type="text/plain", size_bytes=5)
    anna.do(AddNote(ticket_id=ticket, html="<p>see</p>", files=(file,)))
    anna.sync()
    later(desk, 89)
    assert clean(desk).files == 0
    later(desk, 91)
    assert clean(desk).files == 1
    assert not files.path(desk.folder, alone).exists()
    assert hashlib.sha256(files.path(desk.folder, named).read_bytes()).hexdigest() == named


def test_it_runs_once_an_hour_whoever_asks(desk: ServerDesk) -> None:
    assert cleaning.clean_if_due(desk.path, desk.folder) is not None
    assert cleaning.clean_if_due(desk.path, desk.folder) is None
    desk.path.now_ms = lambda: wall_ms() + 2 * cleaning.EVERY_MS
    assert cleaning.clean_if_due(desk.path, desk.folder) is not None


def test_who_listens_hears_nothing_of_it(desk: ServerDesk) -> None:
    desk.ticket("Network")
    later(desk, 121)
    desk.ticket("Network")
    seen = newest_mark(desk.store)
    later(desk, 242)
    assert clean(desk).lines > 0
    assert read_news(desk.store, seen, ["ws"], []) is None


def test_whom_a_ticket_names_stays_and_goes_to_new_computers(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    anna.sync()
    for id in ("named", "nobody"):
        anna.do(Put(entity="contact", id=id, set={"name": id}))
    anna.sync()
    ticket = desk.ticket("Network", requester_id="named")
    anna.sync()
    anna.do(SetTicket(id=ticket, set={"status": "done"}))
    for id in ("named", "nobody"):
        anna.do(Delete(entity="contact", id=id))
    anna.sync()
    later(desk, 400)
    clean(desk)
    assert desk.store.sql("SELECT id FROM contact") == [("named",)]
    boris = Person.made(tmp_path / "boris", desk, desk.agent("boris", "Network"))
    boris.sync()
    assert boris.store.sql("SELECT id, deleted FROM contact") == [("named", 1)]
