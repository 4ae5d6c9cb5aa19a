"""The list, the card and the timeline of customers, on both kinds of store where it differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models import records
from models.clock import clock_at
from models.commands import MergeRecords
from models.database import Store
from models.errors import NotFound
from models.queries import people
from models.queries.conversation import requester_tickets, ticket_header
from models.queries.customers import customer_card, customer_count, customer_page
from models.queries.timeline import timeline
from tests.helpers.local import ANNA, NOW, LocalDesk

MINUTE = 60_000


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    made = Store.open(store_url, "server")
    yield made
    made.close()


def put(store: Store, kind: str, **row: Any) -> None:
    with store.transaction():
        records.put(store, kind, records.complete(kind, {"scope": "ws", "rev": 1, **row}))


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path / "anna")
    made.put("company", id="north", name="Northwind", domains='["northwind.example"]', plan="gold")
    made.put("contact", id="peter", name="Peter Hale", email="p@x.example", company_id="north")
    made.put("contact", id="pete", name="Pete Hale", phone="+49 30 1234567", other_emails="[]")
    made.put("asset", id="laptop", name="Laptop", serial="X1", contact_id="peter")
    made.put("asset", id="printer", name="Printer", serial="P9", company_id="north")
    return made


def names(store: Store, words: str, kind: Any = "contact") -> list[str]:
    return [row.name for row in customer_page(store, kind, words=words)]


def test_people_are_found_in_other_letters_and_cases(store: Store) -> None:
    put(store, "company", id="k", name="Рога и Копыта")
    put(store, "contact", id="1", name="Пётр Ковалёв", email="pk@x.example", company_id="k")
    put(store, "contact", id="2", name="Anna Petrova", phone="+7 912 555-01-01")
    put(store, "contact", id="3", name="100% Hale_", nickname="Пит")
    assert names(store, "петр ков") == names(store, "КОВАЛЕВ") == ["Пётр Ковалёв"]
    assert names(store, "петр") == ["Anna Petrova", "Пётр Ковалёв"]
    assert names(store, "копыта пётр") == ["Пётр Ковалёв"]
    assert "Пётр Ковалёв" in names(store, "petr")
    assert names(store, "anna 912") == ["Anna Petrova"]
    assert names(store, "100%") == names(store, "hale_") == ["100% Hale_"]
    assert names(store, "пит") == ["100% Hale_"]
    assert names(store, "рога", "company") == ["Рога и Копыта"]
    assert names(store, "qqqq") == []


def test_pages_join_without_a_gap(store: Store) -> None:
    for n in range(25):
        put(store, "contact", id=f"{n:02}", name=f"Name {n // 3}")
    seen, after = [], None
    while page := customer_page(store, "contact", after=after, limit=4):
        seen += [row.id for row in page]
        after = page[-1].key
    assert seen == sorted(seen, key=lambda id: (f"Name {int(id) // 3}", id))
    assert len(seen) == customer_count(store, "contact") == 25


def test_the_card_has_everything_of_a_contact(desk: LocalDesk) -> None:
    desk.ticket("vpn", requester_id="peter", company_id="north")
    desk.ticket("old", requester_id="peter", company_id="north", status="done")
    card = customer_card(desk.store, "contact", "peter", ANNA, clock_at(NOW))
    assert (card.name, card.company_plan) == ("Peter Hale", "gold")
    assert card.company is not None
    assert card.company.name == "Northwind"
    assert [(a.name, a.of_company) for a in card.assets] == [("Laptop", False), ("Printer", True)]
    assert [row.id for row in card.open_tickets] == ["vpn"]
    assert card.ticket_count == 2
    firm = customer_card(desk.store, "company", "north", ANNA, clock_at(NOW))
    assert [row.name for row in firm.people] == ["Peter Hale"]
    assert [a.name for a in firm.assets] == ["Printer"]
    with pytest.raises(NotFound):
        customer_card(desk.store, "contact", "nobody", ANNA, clock_at(NOW))


def test_after_a_merge_everything_is_the_survivors(desk: LocalDesk) -> None:
    desk.ticket("vpn", requester_id="pete")
    desk.put("asset", id="phone", name="Phone", contact_id="pete")
    assert people.contacts(desk.store, "Pete Hale")
    desk.do(MergeRecords(entity="contact", id="pete", into_id="peter"))
    card = customer_card(desk.store, "contact", "pete", ANNA, clock_at(NOW))
    assert (card.id, [part.name for part in card.parts]) == ("peter", ["Pete Hale"])
    assert [asset.name for asset in card.assets] == ["Laptop", "Phone", "Printer"]
    header = ticket_header(desk.store, "vpn")
    assert (header.requester_id, header.requester_name) == ("peter", "Peter Hale")
    rows = requester_tickets(desk.store, "peter", ANNA, clock_at(NOW))
    assert [(row.id, row.requester_name) for row in rows] == [("vpn", "Peter Hale")]
    assert names(desk.store, "hale") == ["Peter Hale"]
    assert [row.id for row in people.contacts(desk.store, "hale")] == ["peter"]
    assert [row.id for row in people.find(desk.store, "hale")] == ["peter"]


def test_a_merged_company_keeps_its_people_and_tickets(desk: LocalDesk) -> None:
    desk.put("company", id="nw", name="NW Ltd", domains="[]")
    desk.ticket("vpn", requester_id="peter", company_id="north")
    desk.do(MergeRecords(entity="company", id="north", into_id="nw"))
    firm = customer_card(desk.store, "company", "nw", ANNA, clock_at(NOW))
    assert [row.name for row in firm.people] == ["Peter Hale"]
    assert [row.id for row in firm.open_tickets] == ["vpn"]
    assert ticket_header(desk.store, "vpn").company_name == "NW Ltd"
    card = customer_card(desk.store, "contact", "peter", ANNA, clock_at(NOW))
    assert card.company is not None
    assert card.company.id == "nw"


def test_one_timeline_over_all_channels_in_pages(desk: LocalDesk) -> None:
    for n, channel in enumerate(("email", "phone", "chat")):
        at = NOW + n * MINUTE
        id = desk.ticket(
            f"t{n}", requester_id="peter", company_id="north", channel=channel, created_at_ms=at
        )
        for m, kind in enumerate(("customer", "note", "call")):
            said = {"kind": kind, "html": f"<p>{kind}</p>", "author_name": "Peter"}
            when = at + (m + 1) * 1000
            desk.put("message", id=f"m{n}{m}", ticket_id=id, at_ms=when, **said)
    desk.ticket("other", requester_id="pete", created_at_ms=NOW)
    for kind, id in (("contact", "peter"), ("company", "north")):
        seen, after = [], None
        while page := timeline(desk.store, kind, id, after=after, limit=5):  # type: ignore[arg-type]
            seen += page
            after = page[-1].key
        assert [row.at_ms for row in seen] == sorted((row.at_ms for row in seen), reverse=True)
        assert [row.id for row in seen][:4] == ["m22", "m21", "m20", "t2"]
        assert len(seen) == 12
        assert {row.channel for row in seen} == {"email", "phone", "chat"}
        assert seen[0].text == "call"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"email": "P@x.example"}, "email"),
        ({"other_emails": '["p@X.example"]'}, "email"),
        ({"phone": "030 / 123 45 67", "id": "zeta"}, ""),
        ({"name": "Peter Hale"}, "name"),
    ],
)
def test_who_is_perhaps_the_same_is_offered(
    desk: LocalDesk, other: dict[str, str], why: str
) -> None:
    desk.put("contact", **{"id": "zeta", "name": "Z", "other_emails": "[]", **other})
    card = customer_card(desk.store, "contact", "peter", ANNA, clock_at(NOW))
    assert [(row.id, row.why) for row in card.doubles] == ([("zeta", why)] if why else [])


def test_the_same_number_written_otherwise_is_the_same(desk: LocalDesk) -> None:
    desk.put("contact", id="zeta", name="Z", phone="0049-30-123 45 67", other_emails="[]")
    card = customer_card(desk.store, "contact", "pete", ANNA, clock_at(NOW))
    assert [(row.id, row.why, row.what) for row in card.doubles] == [
        ("zeta", "phone", "0049-30-123 45 67")
    ]
