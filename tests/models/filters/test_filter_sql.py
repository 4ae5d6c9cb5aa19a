"""What SQL finds for a filter is what the plain rules of ``plain.py`` say."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models import records
from models.clock import clock_at
from models.database import Store
from models.filters import FIELDS, Filter, Term, Words, condition, open_only, parse, write
from models.perform import mark_for_search
from models.queries.inbox import tickets
from models.rows import COLOURS
from sync.engine.index import drain
from tests.helpers.local import ANNA, NOW, LocalDesk
from tests.models.filters.plain import Rows

HOUR, DAY = 3_600_000, 86_400_000
CLOCK = clock_at(NOW)
TICKETS, FILTERS = 120, 400
NAMES = {
    "queue": ("network", "Access Rights", "nowhere"),
    "tag": ("vip", "VIP", "важно", 'a"b', "vi"),
    "category": ("network", "СЕТЬ", "vpn", "none", "nothing"),
    "requester": ("hale", "ИРИНА", "@north", "none", "zz"),
    "company": ("North", "ветер", "none", "zz"),
    "plan": ("premium", "Standard", "gold"),
    "assignee": ("me", "none", "boris", "Boris Petrov", "zed"),
    "subject": ("принтер", "VPN", "%", "zz"),
}
SPANS = ("0m", "90m", "2h", "1d", "3d", "2w")
MOMENTS = (
    "<2h",
    ">1d",
    "<=1d",
    ">=3d",
    "today",
    ">today",
    "<=2026-09-20",
    "2026-09-21",
    ">2026-09-18",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path_factory.mktemp("filters"))
    fill(made, random.Random(4))
    drain(made.store, lambda: False)
    yield made
    made.store.close()


def fill(desk: LocalDesk, chance: random.Random) -> None:
    for id, parent, names in (
        ("c-net", None, {"en": "Network", "ru": "Сеть"}),
        ("c-vpn", "c-net", {"en": "VPN"}),
        ("c-hw", None, {"en": "Hardware"}),
    ):
        key = id.removeprefix("c-")
        desk.put("category", id=id, parent_id=parent, key=key, names=json.dumps(names))
    desk.put("company", id="k-1", name="Northwind", plan="Premium")
    desk.put("company", id="k-2", name="Северный Ветер", plan="standard")
    desk.put("contact", id="p-1", name="Peter Hale", email="p@northwind.example")
    desk.put("contact", id="p-2", name="Ирина Лаптева", email="i@veter.example")
    desk.put("contact", id="p-3", name="Zoe", email="zoe@else.example")
    for n in range(TICKETS):
        one_ticket(desk, chance, f"t{n:03}")
    own_marks(desk, random.Random(5))


def own_marks(desk: LocalDesk, chance: random.Random) -> None:
    """Anna's pins, colours and reminders, and some of Boris that she must not find."""
    moments = (NOW - HOUR, NOW + HOUR // 2, NOW + 2 * DAY)
    for n in range(TICKETS):
        for kind, fields in (
            ("pin", {}),
            ("highlight", {"colour": chance.choice(COLOURS)}),
            ("reminder", {"at_ms": chance.choice(moments)}),
        ):
            scope = f"u:{chance.choice((ANNA.id, ANNA.id, 'agent-boris'))}"
            if chance.random() < 0.4:
                desk.put(kind, id=f"{kind}{n}", ticket_id=f"t{n:03}", scope=scope, **fields)
    desk.put("reminder", id="of-none", ticket_id=None, at_ms=NOW, scope=f"u:{ANNA.id}")


def one_ticket(desk: LocalDesk, chance: random.Random, id: str) -> None:
    pick, ago = chance.choice, chance.randrange(6 * DAY)
    status = pick(("new", "open", "waiting", "postponed", "done"))
    desk.ticket(
        id,
        subject=pick(("VPN drops", "Принтер полосит", "100 % CPU", "Plain")),
        status=status,
        waiting_for=pick(("customer", "vendor", "colleague")) if status == "waiting" else None,
        wake_at_ms=pick((None, NOW - HOUR, NOW + HOUR)) if status == "postponed" else None,
        priority=pick(("low", "normal", "high", "urgent")),
        tier=pick((1, 1, 2)),
        queue_id=pick(("network", "access")),
        category_id=pick((None, "c-net", "c-vpn", "c-hw")),
        assignee_id=pick((None, ANNA.id, "agent-boris")),
        requester_id=pick((None, "p-1", "p-2", "p-3")),
        company_id=pick((None, "k-1", "k-2")),
        channel=pick(("email", "phone", "chat")),
        tags=json.dumps(sorted(chance.sample(["vip", "важно", 'a"b', "x"], 2)), ensure_ascii=False),
        created_at_ms=NOW - ago,
        activity_at_ms=NOW - ago // 2,
        customer_at_ms=pick((None, NOW - ago // 2)),
        due_at_ms=pick((None, NOW - HOUR, NOW + HOUR // 2, NOW + 3 * HOUR, NOW + 2 * DAY)),
        solved_at_ms=NOW - ago // 3 if status == "done" else None,
    )
    scope = {"scope": f"u:{ANNA.id}"}
    if chance.random() < 0.5:
        said = pick(("<p>The <b>gateway</b> was rebooted</p>", "<p>Привет, всё работает</p>"))
        message = desk.put("message", id=f"m-{id}", ticket_id=id, kind="note", html=said, at_ms=NOW)
        media = pick(("image/png", "application/pdf"))
        desk.put("message_file", id=f"f-{id}", ticket_id=id, message_id=message, media_type=media)
        with desk.store.transaction():
            mark_for_search(desk.store, [("message", message)])
    if chance.random() < 0.3:
        desk.put("read_state", id=f"r-{id}", ticket_id=id, read_at_ms=NOW - ago // 3, **scope)
    if chance.random() < 0.2:
        desk.put("mention", id=f"n-{id}", ticket_id=id, message_id="x", agent_id=ANNA.id)
    if chance.random() < 0.2:
        desk.put("draft", id=f"d-{id}", ticket_id=id, kind="note", **scope)


def rows_of(store: Store) -> Rows:
    kinds = (
        "ticket queue agent contact company category message message_file mention draft read_state "
        "pin highlight reminder"
    )
    return Rows({kind: records.select(store, kind, {}) for kind in kinds.split()}, CLOCK)


def found(desk: LocalDesk, filter: Filter) -> set[str]:
    where, params = condition(desk.store, filter, ANNA, CLOCK)
    source = tickets(desk.store, open_only=open_only([filter]))
    rows = desk.store.sql(f"SELECT t.id FROM {source} WHERE t.deleted = 0 AND {where}", params)
    return {row[0] for row in rows}


def some_value(name: str, chance: random.Random) -> str:
    field = FIELDS[name]
    if field.kind == "name":
        return chance.choice(NAMES[name])
    if field.kind == "span":
        return chance.choice(SPANS)
    if field.kind == "moment":
        return chance.choice((*MOMENTS, *field.choices))
    return chance.choice(field.choices)


def some_term(chance: random.Random) -> Term:
    name = chance.choice(sorted(FIELDS))
    values = tuple(dict.fromkeys(some_value(name, chance) for _ in range(chance.choice((1, 1, 2)))))
    return Term(name, values, chance.random() < 0.4)


def test_sql_and_plain_rules_find_the_same_tickets(desk: LocalDesk) -> None:
    chance, rows = random.Random(11), rows_of(desk.store)
    sizes = set()
    for _ in range(FILTERS):
        tree = Filter(tuple(some_term(chance) for _ in range(chance.choice((1, 1, 2, 3)))))
        expected = rows.passing(tree)
        sizes.add(len(expected))
        assert found(desk, tree) == expected, write(tree)
    assert {0, TICKETS} < sizes


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_name_finds_some_tickets_and_leaves_others(desk: LocalDesk, name: str) -> None:
    chance = random.Random(name)
    sizes = {
        len(found(desk, Filter((Term(name, (some_value(name, chance),)),)))) for _ in range(60)
    }
    assert any(0 < size < TICKETS for size in sizes)


@pytest.mark.parametrize(
    "text", ["gateway was", "ВСЁ работает", "принтер", "was gateway", "ateway"]
)
def test_exact_words_stand_there_letter_by_letter(desk: LocalDesk, text: str) -> None:
    """Half a word is found in subjects alone: messages are looked for by whole words first."""
    tree = Filter((Words(text, exact=True),))
    expected = set() if text == "ateway" else rows_of(desk.store).passing(tree)
    assert found(desk, tree) == expected
    assert bool(expected) == (text not in ("was gateway", "ateway"))
    everything = found(desk, Filter())
    assert found(desk, Filter((Words(text, exact=True, negated=True),))) == everything - expected


def test_free_words_and_terms_narrow_together(desk: LocalDesk) -> None:
    words, high = found(desk, parse("rebooted")), found(desk, parse("priority:high"))
    both = words & high
    assert both not in (set(), words, high)
    assert found(desk, parse("rebooted priority:high")) == both


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("is:open", True),
        ("is:unread,overdue tag:vip", True),
        ("status:new,waiting", True),
        ("waiting:customer", True),
        ("-status:done", True),
        ("-is:done,open", True),
        ("status:new,done", False),
        ("is:open,done", False),
        ("-is:open", False),
        ("-waiting:customer", False),
        ("is:first-time", False),
        ("", False),
    ],
)
def test_a_filter_that_leaves_out_what_is_done_is_known(text: str, is_open: bool) -> None:
    assert open_only([parse(text)]) == is_open


def test_the_same_filters_are_understood_by_postgresql(postgres_url: str) -> None:
    store = Store.open(postgres_url, "server")
    try:
        rows: list[tuple[Any, ...]] = []
        for name in sorted(FIELDS):
            chance = random.Random(name)
            tree = Filter((Term(name, (some_value(name, chance), some_value(name, chance))),))
            where, params = condition(store, tree, ANNA, CLOCK)
            if "own_draft" not in where:
                rows += store.sql(f"SELECT t.id FROM ticket t WHERE {where}", params)
        where, params = condition(store, parse('"exact words"'), ANNA, CLOCK)
        rows += store.sql(f"SELECT t.id FROM ticket t WHERE {where}", params)
        assert rows == []
    finally:
        store.close()


@pytest.mark.parametrize("text", ["requester:hale", "requester:pete", "company:north", "plan:gold"])
def test_a_merged_customer_is_found_as_what_it_became(tmp_path: Path, text: str) -> None:
    desk = LocalDesk.made(tmp_path)
    desk.put("company", id="k1", name="Old", plan="free", merged_into="k2")
    desk.put("company", id="k2", name="North", plan="Gold")
    desk.put("contact", id="p1", name="Pete", merged_into="p2")
    desk.put("contact", id="p2", name="Peter Hale")
    desk.ticket("theirs", requester_id="p1", company_id="k1")
    desk.ticket("other")
    assert found(desk, parse(text)) == {"theirs"}
    desk.store.close()
