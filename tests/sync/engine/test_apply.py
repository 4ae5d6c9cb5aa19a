from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from models import profile
from models.commands import (
    AddNote,
    CreateTicket,
    DeleteTicket,
    FileRef,
    Put,
    SetTicket,
    Tags,
    Take,
)
from models.ids import new_id
from sync.engine import account, apply, cycle, recovery
from sync.protocol import errors, schema
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows
from tests.sync.engine.apply_room import HELD, anna, answer, boris, desk, ticket_line

__all__ = ["anna", "boris", "desk"]

DAY_MS = 86_400_000


def test_an_older_revision_never_replaces_a_newer_one(anna: Person) -> None:
    for rev, subject, seen in ((5, "new", "new"), (4, "old", "new"), (5, "again", "again")):
        apply.apply_pull(anna.store, answer(ticket_line(rev, subject), scopes=HELD), 0)
        assert anna.store.sql("SELECT subject, rev FROM ticket") == [(seen, 5)]
    anna.do(SetTicket(id="t", set={"priority": "high"}))
    for rev, subject in ((4, "old"), (6, "newer"), (5, "old")):
        apply.apply_pull(anna.store, answer(ticket_line(rev, subject), scopes=HELD), 0)
    assert anna.store.sql("SELECT subject, rev, priority FROM ticket") == [("newer", 6, "high")]


def test_kinds_and_columns_of_a_newer_server_are_left_out(anna: Person) -> None:
    later = schema.Line(1, "put", "hologram", "h", "ws", 1, {"scope": "ws"})
    line = ticket_line(1, "x")
    assert line.row is not None
    line.row["later"] = 1
    apply.apply_pull(anna.store, answer(later, line, scopes=HELD), 7)
    assert anna.store.sql("SELECT subject FROM ticket") == [("x",)]
    assert profile.number(anna.store, "synced_at_ms") == 7


def common(rows: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """Without what belongs to one person alone."""
    return {key: row for key, row in rows.items() if not row["scope"].startswith("u:")}


def test_ones_own_change_stays_on_top_of_what_others_do(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    other = Person.made(tmp_path / "olga", desk, desk.agent("olga", "Network"))
    ticket = desk.ticket("Network")
    for one in (anna, other):
        one.sync()
    anna.do(SetTicket(id=ticket, set={"priority": "high"}))
    anna.do(Tags(id=ticket, add=("mine",)))
    other.do(SetTicket(id=ticket, set={"priority": "low", "subject": "theirs"}))
    other.do(Tags(id=ticket, add=("theirs",)))
    other.sync()
    anna.cycle.pull_all()
    row = anna.row("ticket", ticket)
    assert row is not None
    assert (row["priority"], row["subject"], row["tags"]) == (
        "high",
        "theirs",
        '["mine", "theirs"]',
    )
    anna.sync()
    other.sync()
    assert common(anna.rows()) == common(other.rows()) == common(held_rows(desk, other.actor))
    assert anna.store.sql("SELECT COUNT(*) FROM shadow") == [(0,)]
    assert anna.store.sql("SELECT COUNT(*) FROM pending_effect") == [(0,)]
    other.store.close()


def test_a_refused_change_goes_back_and_keeps_its_text(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    desk.path.run(lambda w: SetTicket(id=ticket, set={"assignee_id": "somebody"}).apply(w))
    anna.do(Take(id=ticket))
    anna.do(AddNote(ticket_id=ticket, html="<p>mine now</p>"))
    row = anna.row("ticket", ticket)
    assert row is not None
    assert row["assignee_id"] == anna.actor.id
    anna.sync()
    row = anna.row("ticket", ticket)
    assert row is not None
    assert row["assignee_id"] == "somebody"
    assert anna.states() == [(1, "refused"), (2, "settled")]
    assert anna.texts(ticket)[-1] == "<p>mine now</p>"
    reason = anna.store.sql("SELECT reason, payload FROM outbox WHERE mid = 1")[0]
    assert "took this ticket first" in reason[0]
    assert ticket in reason[1]


def test_what_was_written_never_flickers_when_an_answer_is_lost(
    desk: ServerDesk, anna: Person
) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>once</p>"))
    anna.do(SetTicket(id=ticket, set={"priority": "high"}))
    anna.line.faults = ["lost"]
    with pytest.raises(errors.Offline):
        anna.cycle.push_all()
    anna.restart()
    anna.cycle.push_all()
    assert [state for _, state in anna.states()] == ["settled", "settled"]
    row = anna.row("ticket", ticket)
    assert row is not None
    assert (row["priority"], anna.texts(ticket)[1:]) == ("high", ["<p>once</p>"])
    anna.cycle.pull_all()
    assert anna.texts(ticket)[1:] == ["<p>once</p>"]
    assert anna.store.sql("SELECT COUNT(*) FROM pending_effect") == [(0,)]
    assert anna.store.sql("SELECT COUNT(*) FROM shadow") == [(0,)]
    assert anna.rows() == held_rows(desk, anna.actor)


def test_a_ticket_born_offline_gets_its_number_and_keeps_its_alias(
    desk: ServerDesk, anna: Person
) -> None:
    anna.sync()
    create = CreateTicket(set={"subject": "VPN", "queue_id": desk.queue("Network")})
    anna.do(create)
    born = anna.row("ticket", create.id)
    anna.sync()
    row = anna.row("ticket", create.id)
    assert born is not None
    assert row is not None
    assert (born["number"], row["number"], row["alias"]) == (None, 1, born["alias"])


def test_deleted_elsewhere_is_deleted_here(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    desk.path.run(lambda w: DeleteTicket(id=ticket).apply(w))
    anna.do(SetTicket(id=ticket, set={"priority": "high"}))
    anna.sync()
    assert anna.row("ticket", ticket) is None
    assert anna.states() == [(1, "refused")]


def test_an_outbox_of_another_past_is_noticed(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>1</p>"))
    anna.sync()
    anna.store.sql("UPDATE profile SET value = 'other' WHERE key = 'acked_chain'")
    anna.do(AddNote(ticket_id=ticket, html="<p>2</p>"))
    with pytest.raises(errors.Forked):
        anna.cycle.push_all()
    assert anna.states()[1][1] == "sending"


def sign_in_again(person: Person, desk: ServerDesk) -> None:
    """What the engine does after the server forgot this device."""
    client = desk.device(person.actor)
    begins = recovery.next_mid(person.store) - 1
    desk.store.sql("UPDATE client SET last_mid = ? WHERE id = ?", (begins, client.id))
    who = person.actor
    account._remember(
        person.store,
        "http://127.0.0.1:1",
        schema.SessionAnswer(
            token="t",
            client_id=client.id,
            epoch=1,
            agent=schema.AgentInfo(who.id, who.login, who.name, who.role),
            schema=schema.SchemaRange(1, 1, 1),
            limits=schema.Limits(),
            server_time_ms=0,
            last_mid=0,
            chain="",
        ),
    )


@pytest.mark.parametrize("lost", [False, True])
def test_a_device_that_the_server_forgot_starts_anew(
    desk: ServerDesk, anna: Person, lost: bool
) -> None:
    ticket, gone = desk.ticket("Network"), desk.ticket("Network", "gone meanwhile")
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>before</p>"))
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>waits 1</p>"))
    anna.do(SetTicket(id=ticket, set={"priority": "high"}))
    anna.do(Tags(id=ticket, add=("vip",)))
    if lost:
        anna.line.faults = ["lost"]
        with pytest.raises(errors.Offline):
            anna.sync()
    desk.store.sql("DELETE FROM client")
    desk.path.run(lambda w: DeleteTicket(id=gone).apply(w))
    with pytest.raises(errors.Forked):
        anna.cycle.exchange()
    for _ in range(2):
        sign_in_again(anna, desk)
        assert [state for _, state in anna.states()] == ["settled", *["queued"] * 3]
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)
    assert anna.texts(ticket)[1:] == ["<p>before</p>", "<p>waits 1</p>"]
    row = anna.row("ticket", ticket)
    assert row is not None
    assert (row["priority"], row["tags"]) == ("high", '["vip"]')
    assert [state for _, state in anna.states()] == ["settled"] * 4
    anna.do(AddNote(ticket_id=ticket, html="<p>goes on</p>"))
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)


def test_bytes_follow_once_their_text_is_there(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    refused, note, memo = (FileRef(new_id(), c * 64, "a", "image/png", 5) for c in "abc")
    listed = msgspec.json.encode([memo]).decode()
    anna.do(AddNote(ticket_id=ticket, html="<p>x</p>", files=(note,)))
    anna.do(Put(entity="personal_note", set={"html": "", "files": listed}))
    other = desk.ticket("Access")
    anna.cycle.pull_all()
    anna.do(AddNote(ticket_id=other, html="<p>x</p>", files=(refused,)))
    desk.revoke("Access", anna.actor)
    assert anna.store.sql("SELECT * FROM file_transfer") == []
    anna.sync()
    queued = anna.store.sql("SELECT sha256, direction, state FROM file_transfer ORDER BY sha256")
    assert queued == [(note.sha256, "up", "waiting"), (memo.sha256, "up", "waiting")]


def test_settled_changes_are_kept_for_thirty_days(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    for n in range(3):
        anna.do(AddNote(ticket_id=ticket, html=f"<p>{n}</p>"))
    anna.sync()
    settled_ms = anna.store.sql("SELECT MIN(settled_at_ms) FROM outbox")[0][0]
    cycle.age_out(anna.store, settled_ms + 29 * DAY_MS)
    assert len(anna.states()) == 3
    cycle.age_out(anna.store, settled_ms + 31 * DAY_MS)
    assert anna.states() == [(3, "settled")]  # the newest holds the chain
    anna.do(AddNote(ticket_id=ticket, html="<p>more</p>"))
    anna.sync()
    assert anna.states()[-1] == (4, "settled")


@pytest.mark.parametrize("limit", [1, 3])
def test_small_pages_give_the_same(desk: ServerDesk, anna: Person, limit: int) -> None:
    for n in range(4):
        desk.ticket("Network", str(n))
    anna.line.limit = limit
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)


def test_a_large_outbox_goes_in_batches(desk: ServerDesk, anna: Person) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    for n in range(120):
        anna.do(AddNote(ticket_id=ticket, html=f"<p>{n}</p>"))
    big = "<p>" + "x" * 3_000_000 + "</p>"
    for _ in range(2):
        anna.do(AddNote(ticket_id=ticket, html=big))
    anna.sync()
    assert desk.store.sql("SELECT COUNT(*) FROM message") == [(123,)]
    assert {state for _, state in anna.states()} == {"settled"}


def test_nobody_but_the_owner_gets_personal_rows(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    second = Person.made(tmp_path / "second", desk, anna.actor)
    eve = Person.made(tmp_path / "eve", desk, desk.agent("eve", role="admin"))
    anna.sync()
    anna.do(Put(entity="personal_note", id="n", set={"html": "<p>mine</p>"}))
    for one in (anna, second, eve):
        one.sync()
    assert second.row("personal_note", "n") is not None
    assert eve.row("personal_note", "n") is None
    for one in (second, eve):
        one.store.close()
