from __future__ import annotations

from models.commands import AddCall, AddNote, CreateTicket, FirstMessage, Take
from models.perform import perform
from models.queries.absence import Absence, absence
from models.rows import Actor
from tests.models.queries.local_desk import ANNA, NOON_MS, LocalDesk

BORIS = Actor("boris", "boris", "Boris Ivanov", "agent")
HOUR = 3_600_000


def test_four_numbers_of_what_others_did(desk: LocalDesk) -> None:
    desk.write("agent", BORIS.id, login=BORIS.login, name=BORIS.name, role=BORIS.role)
    desk.write("queue_member", "m1", queue_id="support", agent_id=ANNA.id)
    first = FirstMessage(kind="customer", html="<p>Hello</p>")

    def created(at_ms: int, who: Actor = BORIS, **fields: object) -> str:
        command = CreateTicket(set={"queue_id": "support", **fields}, message=first)
        perform(desk.store, command, who, at_ms)
        return command.id

    before = NOON_MS - 5 * 24 * HOUR
    mine = created(before - 1, due_at_ms=NOON_MS - HOUR)
    perform(desk.store, Take(id=mine), ANNA, before - 1)
    for n in range(2):
        perform(desk.store, AddCall(ticket_id=mine, html="<p>Well?</p>"), BORIS, before + 1 + n)
    name = f'<p><span class="mention" data-id="{ANNA.id}">@Anna</span></p>'
    perform(desk.store, AddNote(ticket_id=mine, html=name), BORIS, before + 3)
    for n in range(3):
        created(before + 4 + n)
    created(before + 9, who=ANNA)

    told = absence(desk.store, ANNA, before, NOON_MS)
    assert told == Absence(new=3, replied=1, mention=1, overdue=1)
    assert absence(desk.store, ANNA, NOON_MS - HOUR, NOON_MS).is_empty()
