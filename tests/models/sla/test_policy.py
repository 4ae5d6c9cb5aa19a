"""Which promise a ticket has, and what a policy can say."""

from __future__ import annotations

from typing import Any

import pytest

from models.errors import BadSetting
from models.sla import Policy, Traits, policy_for, read_policy

TICKET = Traits("Network", "high", ("vpn", "network", "it"), "gold")


def chosen(traits: Traits, **bodies: dict[str, Any]) -> str | None:
    policies = [read_policy(key, "office", body) for key, body in bodies.items()]
    found = policy_for(policies, traits)
    assert found == policy_for(policies[::-1], traits)
    return found.key if found else None


def test_a_policy_that_asks_for_nothing_is_for_every_ticket() -> None:
    assert chosen(TICKET, all={}) == "all"
    assert chosen(Traits(), all={}) == "all"


def test_without_a_policy_nothing_is_promised() -> None:
    assert chosen(TICKET) is None


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("plan", "silver"), ("category", "printer"), ("queue", "Print"), ("priority", "low")],
)
def test_all_that_a_policy_asks_for_must_be_so(name: str, wrong: str) -> None:
    right = {"plan": "gold", "category": "vpn", "queue": "Network", "priority": "high"}

    assert chosen(TICKET, a=right) == "a"
    assert chosen(TICKET, a={**right, name: wrong}) is None


def test_one_of_several_words_is_enough_and_no_word_fits_none() -> None:
    assert chosen(TICKET, a={"priority": ["urgent", "high"]}) == "a"
    assert chosen(TICKET, a={"priority": []}) is None
    assert chosen(Traits(plan=""), a={"plan": "gold"}) is None


def test_capitals_make_no_difference() -> None:
    assert chosen(Traits(queue="СЕТЬ", plan="Gold"), a={"queue": "Сеть", "plan": "GOLD"}) == "a"


def test_what_asks_for_more_wins() -> None:
    asked_two = {"queue": "Network", "priority": "high"}

    assert chosen(TICKET, a={}, b={"plan": "gold"}, c=asked_two) == "c"


def test_of_as_many_the_plan_then_category_queue_and_priority_win() -> None:
    one = {
        "d": {"plan": "gold"},
        "c": {"category": "it"},
        "b": {"queue": "Network"},
        "a": {"priority": "high"},
    }
    while one:
        assert chosen(TICKET, **one) == next(iter(one))
        del one[next(iter(one))]


def test_the_nearer_category_wins() -> None:
    assert chosen(TICKET, a={"category": "it"}, b={"category": "network"}) == "b"
    both = {"category": ["it", "vpn"]}
    assert chosen(TICKET, a={"category": "network"}, b=both) == "b"


def test_of_equal_ones_the_first_key_wins() -> None:
    assert chosen(TICKET, b={"plan": "gold"}, a={"plan": ["gold", "silver"]}) == "a"


def test_what_is_not_said_has_its_usual_meaning() -> None:
    assert read_policy("a", "", {"note": "ours", "solution": 480}) == Policy(
        key="a",
        calendar="",
        asks={},
        minutes={"solution": 480},
        wall_clock=frozenset(),
        paused_by=frozenset(("waiting", "postponed")),
    )


def test_nothing_may_stop_the_clock() -> None:
    assert read_policy("a", "", {"paused_by": []}).paused_by == frozenset()


BAD: list[tuple[dict[str, Any], str]] = [
    ({"first_reply": 60}, "first_reply: a policy has no such word; known are plan, category,"),
    ({"first_response": "60"}, "first_response: expected whole minutes from 1 to 5270400"),
    ({"update": 1.5}, "update: expected whole minutes"),
    ({"update": True}, "update: expected whole minutes"),
    ({"solution": 0}, "solution: expected whole minutes"),
    ({"solution": 5_270_401}, "solution: expected whole minutes"),
    ({"queue": 7}, "queue: expected text or an array of texts"),
    ({"plan": ["gold", 7]}, "plan: expected text or an array of texts"),
    ({"priority": "highest"}, "priority: there is no “highest”; known are low, normal, high"),
    ({"wall_clock": ["close"]}, "wall_clock: there is no “close”; known are first_response,"),
    ({"paused_by": ["pending"]}, "paused_by: there is no “pending”; known are new, open,"),
]


@pytest.mark.parametrize(("body", "sentence"), BAD)
def test_what_can_not_be_has_a_sentence(body: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadSetting) as caught:
        read_policy("a", "office", body)

    assert str(caught.value).startswith(sentence)
