"""What the rules of a desk say about a ticket."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field, replace

from models.classify.priority import priority_of
from models.classify.rules import Asks, Rule, Settings

BY_RULE, MATRIX = "rule “", "impact and urgency"
"""How history begins to name a rule; and why there is a priority that no rule gave."""


@dataclass(frozen=True)
class Facts:
    """What rules look at. ``category`` is its key and those above, the nearest first; ``text``
    gives the words of subject and first message, and is called only when a rule asks for them."""

    text: Callable[[], str] = str
    category: tuple[str, ...] = ()
    product: str = ""
    impact: str = ""
    urgency: str = ""
    queue: str = ""
    channel: str = ""
    senders: frozenset[str] = frozenset()
    plan: str = ""


@dataclass(frozen=True)
class Decided:
    """``values`` by category, priority, queue, tier and skill; ``why`` has the words for each, also
    for ``tags``, as history tells them."""

    values: dict[str, str | int] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


def decide(
    settings: Settings,
    facts: Facts,
    chosen: Set[str],
    above: Callable[[str], tuple[str, ...]] = lambda key: (key,),
) -> Decided:
    """What the first rule that fits says about each thing, and the matrix about the priority.

    Nothing is said about what is ``chosen``: a person's word stands. A category that a rule gives
    counts for all of them; ``above`` are its key and those above it.
    """
    values: dict[str, str | int] = {}
    why: dict[str, str] = {}
    tags: list[str] = []
    for rule in settings.rules if "category" not in chosen else ():
        if rule.gives.category and fits(rule.asks, facts):
            facts = replace(facts, category=above(rule.gives.category))
            values["category"], why["category"] = rule.gives.category, words_of(rule)
            break
    for rule in settings.rules:
        if not fits(rule.asks, facts):
            continue
        for name, value in _given(rule):
            if name not in chosen and name not in values:
                values[name], why[name] = value, words_of(rule)
        if rule.gives.tags:
            tags += rule.gives.tags
            why.setdefault("tags", words_of(rule))
    priority = priority_of(settings.matrix, facts.impact, facts.urgency)
    if priority and "priority" not in chosen and "priority" not in values:
        values["priority"], why["priority"] = priority, MATRIX
    return Decided(values, why, tuple(dict.fromkeys(tags)))


def words_of(rule: Rule) -> str:
    """How the history names a rule."""
    return f"{BY_RULE}{rule.name}”"


def fits(asks: Asks, facts: Facts) -> bool:
    """Whether all that a rule asks for is so."""
    have = {
        "category": facts.category,
        "product": (facts.product,),
        "impact": (facts.impact,),
        "urgency": (facts.urgency,),
        "queue": (facts.queue,),
        "channel": (facts.channel,),
        "sender": facts.senders,
        "plan": (facts.plan,),
    }
    for name, wanted in asks.names.items():
        if wanted.isdisjoint(own.strip().casefold() for own in have[name]):
            return False
    return asks.words is None or asks.words.search(facts.text().casefold()) is not None


def _given(rule: Rule) -> list[tuple[str, str | int]]:
    """All that a rule gives besides category and tags."""
    gives = rule.gives
    named = {
        "priority": gives.priority,
        "queue": gives.queue,
        "tier": gives.tier,
        "skill": gives.skill,
    }
    return [(name, value) for name, value in named.items() if value is not None]
