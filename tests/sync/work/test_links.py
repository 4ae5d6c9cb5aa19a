"""Links between tickets, made and undone on computers that had not seen each other."""

from __future__ import annotations

import json

from models.commands import (
    Link,
    Unlink,
)
from models.queries.conversation import events
from models.queries.work import links_of
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.work.team import agree, last_state, late


def test_linking_twice_is_no_conflict(desk: ServerDesk, people: dict[str, Person]) -> None:
    a, b = desk.ticket("Network", "a"), desk.ticket("Network", "b")
    agree(desk, people)
    late(
        desk,
        people,
        Link(id=a, other_id=b, role="parent"),
        Link(id=b, other_id=a, role="child"),
    )
    assert [link.role for link in links_of(people["boris"].store, a)] == ["parent"]
    assert desk.count("link") == 2
    assert desk.count("conflict") == 0
    assert last_state(people["boris"]) == "settled"


def test_unlinking_loses_to_a_link_that_came_after(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    a, b = desk.ticket("Network", "a"), desk.ticket("Network", "b")
    agree(desk, people)
    people["anna"].do(Link(id=a, other_id=b, role="related"))
    agree(desk, people)
    again, away = (cls(id=a, other_id=b, role="related") for cls in (Link, Unlink))
    late(desk, people, again, away)
    assert links_of(people["boris"].store, a)
    people["boris"].do(Unlink(id=b, other_id=a, role="related"))
    agree(desk, people)
    assert not links_of(people["anna"].store, a)


def test_a_link_tells_nothing_of_a_ticket_in_another_queue(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    a, b = desk.ticket("Network", "a"), desk.ticket("1C", "secret")
    agree(desk, people)
    people["anna"].do(Link(id=a, other_id=b, role="duplicate"))
    agree(desk, people)
    assert [link.subject for link in links_of(people["anna"].store, a)] == ["secret"]
    boris = people["boris"].store
    assert links_of(boris, a) == []
    assert [(e.what, e.new) for e in events(boris, a)][-1] == ("linked_duplicate", None)
    number = str(desk.row("ticket", b)["number"])
    told = json.dumps([row for key, row in people["boris"].rows().items() if key[0] != "agent"])
    assert "secret" not in told
    assert f'"{number}"' not in told
    out = desk.device(people["boris"].actor).push(
        Link(id=a, other_id=b, role="related"), Unlink(id=a, other_id=b, role="duplicate")
    )
    assert [each.code for each in out] == ["forbidden", "forbidden"]
