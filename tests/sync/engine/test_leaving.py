"""What leaves a person's sight goes from their computer; what they wrote stays."""

from __future__ import annotations

from models import drafts
from models.commands import (
    AddNote,
    CreateTicket,
    DeleteTicket,
    Transfer,
)
from sync.engine import apply
from sync.protocol import schema
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows
from tests.sync.engine.apply_room import HELD, MENTION, anna, answer, boris, desk, ticket_line

__all__ = ["anna", "boris", "desk"]


def test_a_ticket_that_leaves_takes_its_children_with_it(desk: ServerDesk, anna: Person) -> None:
    ticket, stays = desk.ticket("Network"), desk.ticket("Network")
    anna.sync()
    vault = desk.queue("Vault")
    desk.path.run(lambda w: Transfer(id=ticket, queue_id=vault).apply(w))
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)
    assert anna.row("ticket", ticket) is None
    assert anna.texts(ticket) == []
    assert anna.texts(stays) != []


def test_children_whose_ticket_was_never_here_go_too(anna: Person) -> None:
    child = schema.Line(
        1, "put", "message", "m", "q:n", 1, {"ticket_id": "t", "scope": "q:n", "html": "x"}
    )
    apply.apply_pull(anna.store, answer(child, scopes=HELD), 0)
    assert anna.texts("t") == ["x"]
    apply.apply_pull(anna.store, answer(ticket_line(2, "", "out"), scopes=HELD), 0)
    assert anna.texts("t") == []


def test_unsent_text_on_a_ticket_that_left_is_kept_in_the_outbox(
    desk: ServerDesk, anna: Person
) -> None:
    ticket, vault = desk.ticket("Network"), desk.queue("Vault")
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>half an hour of work</p>"))
    desk.path.run(lambda w: Transfer(id=ticket, queue_id=vault).apply(w))
    anna.cycle.pull_all()
    assert anna.states() == [(1, "queued")]
    anna.sync()
    assert anna.states() == [(1, "refused")]
    assert "half an hour" in anna.store.sql("SELECT payload FROM outbox")[0][0]
    assert desk.store.sql("SELECT COUNT(*) FROM undelivered") == [(1,)]
    assert anna.rows() == held_rows(desk, anna.actor)


def test_a_queue_that_is_taken_away_leaves_unsent_changes_and_drafts(
    desk: ServerDesk, anna: Person
) -> None:
    ticket = desk.ticket("Network")
    anna.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>x</p>"))
    drafts.save_draft(anna.store, ticket, "reply", "<p>half</p>", 5)
    desk.revoke("Network", anna.actor)
    anna.cycle.pull_all()
    assert anna.row("ticket", ticket) is None
    assert anna.states() == [(1, "queued")]
    assert anna.store.sql("SELECT html FROM own_draft") == [("<p>half</p>",)]
    anna.sync()
    assert anna.states() == [(1, "refused")]
    assert anna.rows() == held_rows(desk, anna.actor)
    desk.grant("Network", anna.actor)
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)
    assert anna.row("ticket", ticket) is not None


def test_a_right_that_went_before_it_was_ever_pulled_leaves_nothing(
    desk: ServerDesk, anna: Person
) -> None:
    desk.queue("Vault")
    anna.sync()
    desk.grant("Vault", anna.actor)
    anna.do(CreateTicket(set={"subject": "s", "queue_id": desk.queue("Vault")}))
    anna.cycle.push_all()
    desk.revoke("Vault", anna.actor)
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)


def test_what_was_deleted_before_its_scope_was_ever_pulled_goes(
    desk: ServerDesk, anna: Person
) -> None:
    desk.queue("Vault")
    anna.sync()
    desk.grant("Vault", anna.actor)
    create = CreateTicket(set={"subject": "s", "queue_id": desk.queue("Vault")})
    anna.do(create)
    anna.cycle.push_all()
    desk.path.run(DeleteTicket(id=create.id).apply)
    anna.sync()
    assert anna.rows() == held_rows(desk, anna.actor)


def test_a_ticket_on_its_way_to_another_queue_goes_with_the_queue_where_it_still_is(
    desk: ServerDesk, anna: Person
) -> None:
    desk.queue("Access")
    ticket = desk.ticket("Network")
    anna.sync()
    desk.grant("Access", anna.actor)
    anna.sync()
    anna.do(Transfer(id=ticket, queue_id=desk.queue("Access")))
    desk.revoke("Network", anna.actor)
    anna.cycle.pull_all()
    assert anna.row("ticket", ticket) is None
    anna.sync()
    assert anna.states() == [(1, "refused")]
    assert anna.rows() == held_rows(desk, anna.actor)


def test_a_shared_ticket_stays_when_its_queue_goes(
    desk: ServerDesk, anna: Person, boris: Person
) -> None:
    ticket, other = desk.ticket("Network"), desk.ticket("Network")
    anna.sync()
    boris.sync()
    anna.do(AddNote(ticket_id=ticket, html=MENTION.format(boris.actor.id)))
    anna.sync()
    boris.sync()
    assert boris.rows() == held_rows(desk, boris.actor)
    assert boris.row("ticket", ticket) is not None
    desk.grant("Network", boris.actor)
    boris.sync()
    anna.do(AddNote(ticket_id=ticket, html="<p>while a member</p>"))
    anna.sync()
    boris.sync()
    desk.revoke("Network", boris.actor)
    boris.sync()
    assert boris.row("ticket", other) is None
    assert boris.texts(ticket)[-1] == "<p>while a member</p>"
    anna.do(Transfer(id=ticket, queue_id=desk.queue("Access")))
    anna.do(AddNote(ticket_id=ticket, html="<p>moved</p>"))
    anna.sync()
    boris.sync()
    assert boris.texts(ticket)[-1] == "<p>moved</p>"
    assert boris.rows() == held_rows(desk, boris.actor)


def test_a_ticket_made_for_a_foreign_queue_stays(desk: ServerDesk, anna: Person) -> None:
    desk.queue("Vault")
    anna.sync()
    create = CreateTicket(set={"subject": "Key", "queue_id": desk.queue("Vault")})
    anna.do(create)
    anna.cycle.push_all()
    row = anna.row("ticket", create.id)
    assert row is not None
    assert row["number"] == 1
    anna.cycle.pull_all()
    assert anna.rows() == held_rows(desk, anna.actor)
