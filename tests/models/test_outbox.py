from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import outbox
from models.commands import AddNote, CreateTicket, SetTicket, decode
from models.errors import Refused
from models.overlay import refold, release
from tests.helpers.local import LocalDesk

NOW = 1_790_000_100_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer")
    yield made
    made.store.close()


def states(desk: LocalDesk) -> list[tuple[str, str]]:
    return desk.store.sql("SELECT kind, state FROM outbox ORDER BY mid")


def put_state(desk: LocalDesk, mid: int, state: str) -> None:
    """As the engine leaves it: refused and held changes show nothing of themselves."""
    with desk.store.transaction():
        desk.store.sql("UPDATE outbox SET state = ? WHERE mid = ?", (state, mid))
        if state in ("refused", "held"):
            refold(desk.store, release(desk.store, [mid]))


def test_a_change_taken_back_leaves_its_number_alone(desk: LocalDesk) -> None:
    before = desk.row("ticket", "printer")
    done = desk.do(SetTicket(id="printer", set={"priority": "urgent"}))
    note = desk.do(AddNote(ticket_id="printer", html="<p>kept</p>"))
    outbox.withdraw(desk.store, done.mid)
    row = desk.row("ticket", "printer")
    assert row["priority"] == before["priority"]
    assert states(desk) == [("noop", "queued"), ("add_note", "queued")]
    assert desk.row("message", note.command.id)["html"] == "<p>kept</p>"  # type: ignore[attr-defined]


def test_what_may_have_left_can_not_be_taken_back(desk: LocalDesk) -> None:
    done = desk.do(SetTicket(id="printer", set={"priority": "urgent"}))
    put_state(desk, done.mid, "sending")
    with pytest.raises(Refused):
        outbox.withdraw(desk.store, done.mid)
    assert desk.row("ticket", "printer")["priority"] == "urgent"


def test_a_new_ticket_takes_what_waits_on_it_along(desk: LocalDesk) -> None:
    queue = desk.row("ticket", "printer")["queue_id"]
    made = CreateTicket(set={"subject": "New", "queue_id": queue})
    first = desk.do(made)
    desk.do(AddNote(ticket_id=made.id, html="<p>on it</p>"))
    outbox.withdraw(desk.store, first.mid)
    assert states(desk) == [("noop", "queued"), ("noop", "queued")]
    assert desk.store.sql("SELECT 1 FROM ticket WHERE id = ?", (made.id,)) == []
    assert desk.store.sql("SELECT COUNT(*) FROM pending_effect") == [(0,)]


@pytest.mark.parametrize("state", ["refused", "held"])
def test_a_refused_change_is_done_once_more_on_what_is_seen_now(
    desk: LocalDesk, state: str
) -> None:
    done = desk.do(SetTicket(id="printer", set={"priority": "urgent"}))
    put_state(desk, done.mid, state)
    assert desk.row("ticket", "printer")["priority"] != "urgent"
    again = outbox.retry(desk.store, done.mid, desk.me, NOW)
    assert desk.row("ticket", "printer")["priority"] == "urgent"
    assert states(desk) == [("set_fields", "withdrawn"), ("set_fields", "queued")]
    assert again.mid > done.mid


def test_a_waiting_note_is_written_anew(desk: LocalDesk) -> None:
    note = AddNote(ticket_id="printer", html="<p>tpyo</p>")
    done = desk.do(note)
    again = outbox.rewrite(desk.store, done.mid, "<p>typo</p>", desk.me, NOW)
    assert desk.row("message", note.id)["html"] == "<p>typo</p>"
    assert states(desk) == [("noop", "queued"), ("add_note", "queued")]
    payload = desk.store.sql("SELECT payload FROM outbox WHERE mid = ?", (again.mid,))[0][0]
    assert decode(payload).id == note.id  # type: ignore[union-attr]
    assert outbox.text_of(desk.store, again.mid) == "<p>typo</p>"
    assert outbox.text_of(desk.store, done.mid) is None


def test_only_text_can_be_written_anew(desk: LocalDesk) -> None:
    done = desk.do(SetTicket(id="printer", set={"priority": "urgent"}))
    with pytest.raises(Refused):
        outbox.rewrite(desk.store, done.mid, "<p>x</p>", desk.me, NOW)
    assert states(desk) == [("set_fields", "queued")]
    assert desk.row("ticket", "printer")["priority"] == "urgent"


@pytest.mark.parametrize("act", [outbox.withdraw, outbox.text_of])
def test_a_settled_change_is_over(desk: LocalDesk, act: object) -> None:
    done = desk.do(SetTicket(id="printer", set={"priority": "urgent"}))
    put_state(desk, done.mid, "settled")
    if act is outbox.text_of:
        assert outbox.text_of(desk.store, done.mid) is None
        return
    with pytest.raises(Refused) as refusal:
        outbox.withdraw(desk.store, done.mid)
    assert refusal.value.code == "gone"
