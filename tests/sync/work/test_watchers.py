"""Who watches a ticket, between computers that had not seen each other."""

from __future__ import annotations

from models.commands import Unwatch, Watch
from models.queries.relations import relations
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.work.team import agree, late


def test_two_who_make_the_same_person_a_watcher_agree(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket, vera = desk.ticket("Network", "one"), people["vera"].actor
    agree(desk, people)
    watch = [Watch(ticket_id=ticket, agent_id=vera.id) for _ in range(2)]
    late(desk, people, *watch)
    assert desk.count("watcher") == 1
    assert relations(people["vera"].store, ticket).watchers == ((vera.id, vera.name),)
    people["anna"].do(Unwatch(ticket_id=ticket, agent_id=vera.id))
    agree(desk, people)
    assert relations(people["carl"].store, ticket).watchers == ()
