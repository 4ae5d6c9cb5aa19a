"""A person's own rules: kept, ordered, undone, and for which tickets they hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from playhouse.test_utils import assert_query_count

from models.preferences import put_preference
from models.queries.inbox import inbox_page
from models.queries.tastes import delete_rule, heard, highlighted, matched, put_rule, taste_rules
from models.rows import Clock
from models.taste import Pair, TasteRule, highlight, moved, packed, unpacked
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR = 3_600_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)
RED, BLUE = Pair("#fdeaea", "#3d1f21"), Pair("#e0f0fb", "#17303f")


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.ticket("urgent", priority="urgent", queue_id="network")
    made.ticket("vip", priority="low", tags='["vip"]', queue_id="access")
    made.ticket("both", priority="urgent", tags='["vip"]', queue_id="network")
    made.ticket("plain", queue_id="access")
    return made


def keep(desk: LocalDesk, id: str, filter: str, **looks: object) -> TasteRule:
    rule = TasteRule(id=id, filter=filter, place=len(taste_rules(desk.store, ANNA)), **looks)  # type: ignore[arg-type]
    desk.do(put_rule(ANNA, rule))
    return rule


def test_a_rule_is_kept_for_its_person_and_comes_back_as_it_was(desk: LocalDesk) -> None:
    rule = keep(desk, "r1", "priority:urgent", ground=RED, icon="bolt", sound="twice")
    assert taste_rules(desk.store, ANNA) == [rule]
    desk.put("preference", id="x", scope="u:agent-boris", key="taste:b", value=packed(rule))
    desk.do(put_preference(ANNA, "keys", "{}"))
    assert taste_rules(desk.store, ANNA) == [rule]


def test_making_changing_and_removing_a_rule_are_undone(desk: LocalDesk) -> None:
    rule = TasteRule(id="r1", filter="priority:urgent", ground=RED)
    made = desk.do(put_rule(ANNA, rule))
    changed = desk.do(put_rule(ANNA, replace(rule, ground=BLUE)))
    assert changed.inverse is not None
    assert made.inverse is not None
    desk.do(changed.inverse)
    assert taste_rules(desk.store, ANNA) == [rule]
    gone = desk.do(delete_rule(ANNA, rule))
    assert taste_rules(desk.store, ANNA) == []
    assert gone.inverse is not None
    desk.do(gone.inverse)
    assert taste_rules(desk.store, ANNA) == [rule]
    desk.do(made.inverse)
    assert taste_rules(desk.store, ANNA) == []


def test_what_only_a_newer_program_knows_stays() -> None:
    rule = unpacked("taste:a", '{"filter": "tag:vip", "place": 2, "blink": true}')
    assert rule is not None
    assert '"blink": true' in packed(replace(rule, filter="tag:gold"))
    assert unpacked("taste:a", packed(rule)) == rule


@pytest.mark.parametrize("value", ["", "[]", "{", '{"ground": "red"}', '{"place": "first"}'])
def test_a_value_that_is_no_rule_is_left_out(value: str) -> None:
    assert unpacked("taste:a", value) is None or unpacked("taste:a", value) == TasteRule(id="a")


def test_rules_hold_for_the_rows_of_a_page_by_one_question(desk: LocalDesk) -> None:
    urgent = keep(desk, "r1", "priority:urgent", ground=RED)
    vip = keep(desk, "r2", "tag:vip", icon="star")
    broken = keep(desk, "r3", "prioritee:urgent", icon="bolt")
    empty = keep(desk, "r4", "", icon="bolt")
    rules = [urgent, vip, broken, empty]
    with assert_query_count(1):
        found = matched(desk.store, rules, ["urgent", "vip", "both"], ANNA, CLOCK)
    assert found == {"urgent": [urgent], "vip": [vip], "both": [urgent, vip]}


def test_more_rules_than_fit_into_one_question_all_hold(desk: LocalDesk) -> None:
    rules = [keep(desk, f"r{n:02}", "tag:vip", icon="star") for n in range(30)]
    assert matched(desk.store, rules, ["vip", "plain"], ANNA, CLOCK)["vip"] == rules


def test_rows_bear_what_the_first_rule_says_in_each_respect(desk: LocalDesk) -> None:
    keep(desk, "r1", "priority:urgent", ground=RED, strip=BLUE)
    keep(desk, "r2", "tag:vip", ground=BLUE, icon="star")
    page = inbox_page(desk.store, "all", ANNA, CLOCK)
    rows = {row.id: row.taste for row in highlighted(desk.store, page, ANNA, CLOCK)}
    assert rows["plain"] is None
    both = rows["both"]
    assert both is not None
    assert (both.ground, both.icon, both.icon_colour, both.strip) == (RED, "star", None, BLUE)


def test_without_rules_rows_cost_one_small_question(desk: LocalDesk) -> None:
    page = inbox_page(desk.store, "all", ANNA, CLOCK)
    with assert_query_count(1):
        assert highlighted(desk.store, page, ANNA, CLOCK) == page


def test_a_sound_alone_is_no_look() -> None:
    assert highlight([TasteRule(id="r", sound="once")]) is None


def test_a_rule_moves_and_only_what_has_another_place_is_written() -> None:
    rules = [TasteRule(id=id, place=n) for n, id in enumerate("abcd")]
    assert [(rule.id, rule.place) for rule in moved(rules, "c", -1)] == [("b", 2), ("c", 1)]
    assert moved(rules, "a", -1) == []
    assert moved(rules, "gone", 1) == []


def test_what_customers_bring_is_heard_and_ones_own_is_not(desk: LocalDesk) -> None:
    keep(desk, "r1", "priority:urgent", sound="twice")
    keep(desk, "r2", "tag:vip", sound="once")
    for id, ticket, kind, who in (
        ("m1", "both", "customer", None),
        ("m2", "vip", "call", ANNA.id),
        ("m3", "plain", "customer", None),
        ("m4", "vip", "note", "agent-boris"),
    ):
        desk.put("message", id=id, ticket_id=ticket, kind=kind, author_id=who, at_ms=NOW)
    desk.put("event", id="e1", ticket_id="vip", what="created", who_id="agent-boris", at_ms=NOW)
    found = heard(desk.store, ANNA, CLOCK, NOW - HOUR)
    assert found == {"message:m1": "twice", "message:m3": "", "event:e1": "once"}
    assert heard(desk.store, ANNA, CLOCK, NOW + 1) == {}
