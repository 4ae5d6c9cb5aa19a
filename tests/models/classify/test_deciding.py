"""What the rules of a desk say: one table of rules, one row of it for each thing they can do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from models.classify import (
    BY_IMPACT,
    Facts,
    crowded,
    decide,
    priority_of,
    read_rule,
    read_settings,
    sender_types,
)
from models.errors import BadSetting

TABLE = {
    "01-vpn": {"when": {"words": ["VPN", "впн*"]}, "then": {"queue": "Network", "tier": 2}},
    "02-password": {
        "name": "password words",
        "when": {"words": ["password", "парол*", "sign  in"]},
        "then": {"queue": "Access", "priority": "low", "category": "access.password"},
    },
    "03-access": {"when": {"category": "access"}, "then": {"tags": ["access"]}},
    "04-outage": {"when": {"impact": "high", "words": "down"}, "then": {"priority": "urgent"}},
    "05-gold": {"when": {"plan": ["gold"]}, "then": {"priority": "high"}},
    "06-supplier": {
        "when": {"sender": "supplier"},
        "then": {"queue": "Suppliers", "tags": ["supplier"]},
    },
    "07-phone": {"when": {"channel": "phone"}, "then": {"tags": "call"}},
    "08-1c": {"when": {"product": "1C"}, "then": {"skill": "1c", "queue": "ERP"}},
    "09-inbox": {
        "when": {"queue": "Inbox", "urgency": "high"},
        "then": {"queue": "First line"},
    },
}
ACCESS = {
    "queue": "Access",
    "priority": "low",
    "category": "access.password",
    "tags": ("access",),
}
CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("nothing fits", {"text": "hello"}, {}),
    ("a word", {"text": "my vPn is gone"}, {"queue": "Network", "tier": 2}),
    ("a beginning", {"text": "нет ВПНа"}, {"queue": "Network", "tier": 2}),
    ("no part of a word", {"text": "ovpnx"}, {}),
    (
        "a category by words, and what hangs on it",
        {"text": "Забыл пароль"},
        ACCESS,
    ),
    ("several words, any space", {"text": "can't sign\n in"}, ACCESS),
    ("a category above", {"category": ("access.folder", "access")}, {"tags": ("access",)}),
    ("all of a rule", {"text": "all is down", "impact": "High"}, {"priority": "urgent"}),
    ("not a half of it", {"text": "all is down", "impact": "low"}, {}),
    ("the first of two", {"text": "vpn password"}, {**ACCESS, "queue": "Network", "tier": 2}),
    (
        "sender and channel",
        {"senders": frozenset(["supplier"]), "channel": "phone"},
        {"queue": "Suppliers", "tags": ("supplier", "call")},
    ),
    ("plan before the matrix", {"plan": "Gold", "impact": "low"}, {"priority": "high"}),
    ("the matrix", {"impact": "high", "urgency": "medium"}, {"priority": "high"}),
    ("product and skill", {"product": "1c"}, {"skill": "1c", "queue": "ERP"}),
]
CHOSEN_CASE = {"text": "vpn password", "impact": "high", "urgency": "high"}


def settings(rules: dict[str, Any]) -> Any:
    rows = [{"key": key, "position": 0, "body": json.dumps(body)} for key, body in rules.items()]
    return read_settings(reversed(rows))


def facts(given: dict[str, Any]) -> Facts:
    text = given.pop("text", "")
    return Facts(text=lambda: text, **given)


def above(key: str) -> tuple[str, ...]:
    parts = key.split(".")
    return tuple(".".join(parts[:n]) for n in range(len(parts), 0, -1))


@pytest.mark.parametrize(
    ("given", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_table_of_rules(given: dict[str, Any], expected: dict[str, Any]) -> None:
    decided = decide(settings(TABLE), facts(dict(given)), frozenset(), above)
    got = {**decided.values, **({"tags": decided.tags} if decided.tags else {})}
    assert got == expected
    assert decided.why.keys() == got.keys()


def test_what_a_person_chose_stands() -> None:
    chosen = {"priority", "queue", "category"}
    decided = decide(settings(TABLE), facts(dict(CHOSEN_CASE)), chosen, above)
    assert decided.values == {"tier": 2}


def test_history_names_the_rule() -> None:
    decided = decide(settings(TABLE), facts({"text": "password"}), frozenset(), above)
    assert decided.why["priority"] == "rule “password words”"
    by_matrix = decide(
        settings({}), facts({"impact": "low", "urgency": "high"}), frozenset(), above
    )
    assert by_matrix.why == {"priority": "impact and urgency"}


def test_text_is_read_only_for_words() -> None:
    def never() -> str:
        raise AssertionError("nobody asked for words")

    rules = {"a": {"when": {"channel": "phone"}, "then": {"priority": "low"}}}
    assert decide(settings(rules), Facts(text=never, channel="phone"), frozenset()).values


@pytest.mark.parametrize("impact", BY_IMPACT)
@pytest.mark.parametrize("urgency", BY_IMPACT)
def test_more_impact_or_urgency_is_never_less_priority(impact: str, urgency: str) -> None:
    order = ("low", "normal", "high", "urgent")
    levels = ("low", "medium", "high")
    here = order.index(str(priority_of(BY_IMPACT, impact, urgency)))
    for more in levels[levels.index(impact) :]:
        assert order.index(str(priority_of(BY_IMPACT, more, urgency))) >= here
        assert priority_of(BY_IMPACT, impact, urgency) == priority_of(BY_IMPACT, urgency, impact)


def test_a_desk_may_have_its_own_matrix() -> None:
    own = settings({"p": {"matrix": {"1": {"A": "urgent"}}}})
    decided = decide(own, Facts(impact="1", urgency="a"), frozenset())
    assert decided.values == {"priority": "urgent"}
    assert not decide(own, Facts(impact="high", urgency="high"), frozenset()).values


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "when": ({"when": [], "then": {"tier": 2}}, "when: expected a table"),
    "word": ({"when": {"colour": "red"}, "then": {"tier": 2}}, "when.colour: there is no such"),
    "empty": ({"when": {"words": ["*"]}, "then": {"tier": 2}}, "has no letters"),
    "blank": ({"when": {"words": [" "]}, "then": {"tier": 2}}, "expected a line of text"),
    "lines": ({"then": {"tags": ["a\nb"]}}, "then.tags: expected a line of text"),
    "nul": ({"name": "a\x00", "then": {"tier": 2}}, "name: expected a line of text"),
    "long": ({"then": {"tags": ["x" * 81]}}, "at most 80 characters"),
    "true": ({"then": {"tier": True}}, "expected 1 or 2"),
    "nothing": ({"when": {"words": "a"}}, "a rule gives something"),
    "priority": ({"then": {"priority": "huge"}}, "it is one of low"),
    "tier": ({"then": {"tier": 3}}, "expected 1 or 2"),
    "queue": ({"then": {"queue": 5}}, "then.queue: expected a line of text"),
    "name": ({"name": 5, "then": {"tier": 1}}, "name: expected a line of text"),
    "matrix": ({"matrix": {"high": "urgent"}}, "matrix: expected a table"),
    "priorities": ({"matrix": {"high": {"high": "huge"}}}, "“huge” is none of low"),
    "senders": ({"senders": {"supplier": ["@"]}}, "“@” is no domain"),
    "days": ({"same_owner_days": -1}, "a whole number up to 366"),
    "catch_all": ({"catch_all": 5}, "catch_all: expected text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_rule_that_can_not_be_is_refused_and_counts_for_nothing(name: str) -> None:
    body, sentence = BAD[name]
    with pytest.raises(BadSetting, match=sentence.replace(".", r"\.")):
        read_rule("a", body)
    assert settings({"a": body}) == settings({})


def test_rules_of_other_kinds_are_left_alone() -> None:
    assert read_rule("welcome", {"on": "ticket_saved", "do": [{"mail": "x"}]}) == (None, {})


def test_a_supplier_is_known_by_the_contact_or_its_domain() -> None:
    types = settings({"s": {"senders": {"supplier": ["Vendor.com", "пример.бг"]}}}).senders
    assert sender_types(types, "Supplier", "") == {"supplier"}
    assert sender_types(types, "customer", "sales@eu.vendor.com") == {"customer", "supplier"}
    assert sender_types(types, "", "иван@ПРИМЕР.бг") == {"supplier"}
    assert sender_types(types, "", "a@notvendor.com") == frozenset()


def test_a_tenth_choice_is_one_too_many() -> None:
    def row(id: str, parent: str | None = "top", names: str = '{"en": "x"}') -> dict[str, Any]:
        return {"id": id, "parent_id": parent, "names": names, "deleted": 0}

    nine = [row(str(n)) for n in range(9)]
    assert crowded(nine) == {}
    assert crowded([*nine, row("9")]) == {"top": 10}
    assert crowded([*nine, {**row("9"), "deleted": 1}]) == {}
    imported = [row(str(n), None, "{}") for n in range(20)]
    assert crowded(imported) == {}
    assert crowded([row(str(n), None) for n in range(10)]) == {None: 10}
