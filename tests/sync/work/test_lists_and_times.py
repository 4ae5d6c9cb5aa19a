"""Work times and check lists of several people at once."""

from __future__ import annotations

import json

from models.commands import (
    AddItem,
    AddTime,
    EditItem,
    MoveItem,
    ResolveConflict,
    TickItem,
    Transfer,
    WithdrawTime,
)
from models.queries.work import checklist, minutes_spent
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.work.team import agree, late


def test_work_times_of_everybody_add_up(desk: ServerDesk, people: dict[str, Person]) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    late(
        desk,
        people,
        AddTime(ticket_id=ticket, minutes=30),
        AddTime(ticket_id=ticket, minutes=12, started_at_ms=1, note="called"),
    )
    stores = [desk.store, *(people[login].store for login in ("anna", "boris", "carl"))]
    assert [minutes_spent(store, ticket) for store in stores] == [42] * 4
    (theirs,) = desk.store.sql("SELECT id FROM time_entry WHERE minutes = 30")
    refused = desk.device(people["boris"].actor).push(WithdrawTime(id=theirs[0]))
    assert refused[0].code == "forbidden"
    people["anna"].do(WithdrawTime(id=theirs[0]))
    people["anna"].do(Transfer(id=ticket, queue_id=desk.queue("1C")))
    agree(desk, people)
    assert minutes_spent(people["anna"].store, ticket) == 12
    assert people["boris"].store.sql("SELECT 1 FROM time_entry") == []


def test_a_line_of_a_check_list_that_two_wrote_keeps_both(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    item = AddItem(ticket_id=ticket, text="cable")
    people["anna"].do(item)
    agree(desk, people)
    late(desk, people, EditItem(id=item.id, text="red cable"), EditItem(id=item.id, text="socket"))
    assert [line.text for line in checklist(people["carl"].store, ticket)] == ["socket"]
    (conflict,) = desk.store.sql("SELECT id, base, theirs, mine FROM conflict")
    assert [json.loads(text) for text in conflict[1:]] == ["cable", "red cable", "socket"]
    people["anna"].do(ResolveConflict(id=conflict[0], choice="theirs"))
    agree(desk, people)
    assert [line.text for line in checklist(people["boris"].store, ticket)] == ["red cable"]
    assert desk.count("conflict") == 1


def test_ticking_twice_is_no_conflict(desk: ServerDesk, people: dict[str, Person]) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    items = [AddItem(ticket_id=ticket, text=text) for text in "abc"]
    for item in items:
        people["anna"].do(item)
    agree(desk, people)
    late(desk, people, TickItem(id=items[0].id), TickItem(id=items[0].id))
    assert desk.row("checklist_item", items[0].id)["done_by"] == people["anna"].actor.id
    late(desk, people, TickItem(id=items[1].id), EditItem(id=items[1].id, text="B"))
    late(desk, people, MoveItem(id=items[2].id), MoveItem(id=items[2].id, after=items[0].id))
    assert [(line.text, line.done) for line in checklist(people["carl"].store, ticket)] == [
        ("a", True),
        ("c", False),
        ("B", True),
    ]
    assert desk.count("conflict") == 0
