"""The meeting of a ticket on everybody's computer."""

from __future__ import annotations

from models.commands import AddTime, SetTicket
from models.commands.times import MEETING
from models.queries.work import meeting_link_of, time_entries
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.work.team import agree

LINK = "https://meet.example.com/abc"


def test_link_and_time_of_a_meeting_come_to_everybody(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    people["anna"].do(SetTicket(id=ticket, set={"meeting_link": LINK}))
    people["anna"].do(AddTime(ticket_id=ticket, minutes=25, entry_kind=MEETING))
    agree(desk, people)
    for store in (desk.store, people["boris"].store):
        assert meeting_link_of(store, ticket) == LINK
        assert [(each.minutes, each.kind) for each in time_entries(store, ticket)] == [
            (25, MEETING)
        ]


def test_the_server_takes_no_link_that_may_not_be_opened(
    desk: ServerDesk, people: dict[str, Person]
) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    forged = SetTicket(id=ticket, set={"meeting_link": "https://a@b.example/"})
    (told,) = desk.device(people["anna"].actor).push(forged)
    assert told.code == "invalid"
    assert meeting_link_of(desk.store, ticket) == ""
