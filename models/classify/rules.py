"""The settings that classify: rows of ``rule``, read and checked.

A row may have ``when`` and ``then``, a rule; and tables that hold for the whole desk. What other
rows say is none of this module's business.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from models.classify.priority import BY_IMPACT, Matrix
from models.errors import BadSetting
from models.mail_domains import normalised
from models.rows import PRIORITIES

ASKS = tuple("words category product impact urgency queue channel sender plan".split())
GIVES = ("category", "priority", "queue", "tier", "tags", "skill")
TABLES = ("matrix", "catch_all", "senders", "same_owner_days", "offer_above")
MOST_DAYS, MOST_OFFERED, LONGEST_TAG = 366, 100_000, 80


@dataclass(frozen=True)
class Asks:
    """What a rule looks at; all that it names must be so. Texts are in small letters."""

    words: re.Pattern[str] | None = None
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Gives:
    """What a ticket gets by a rule; None: nothing. Names and keys, not ids."""

    category: str | None = None
    priority: str | None = None
    queue: str | None = None
    tier: int | None = None
    tags: tuple[str, ...] = ()
    skill: str | None = None


@dataclass(frozen=True)
class Rule:
    """``name`` is what the history calls it."""

    name: str
    asks: Asks
    gives: Gives


@dataclass(frozen=True)
class Settings:
    """All that classifies. ``same_owner_days`` 0: whoever had a contact last gets nothing by it;
    ``offer_above`` 0: nothing is offered to others."""

    rules: tuple[Rule, ...] = ()
    matrix: Matrix = field(default_factory=lambda: BY_IMPACT)
    catch_all: frozenset[str] = frozenset()
    senders: Mapping[str, str] = field(default_factory=dict)
    same_owner_days: int = 0
    offer_above: int = 0


def read_settings(rows: Iterable[Mapping[str, Any]]) -> Settings:
    """What the live rows of ``rule`` say, in their order.

    One that can't be read counts for nothing: a newer program wrote it. Of a table that several
    rows have, the first one's holds.
    """
    ordered = sorted(rows, key=lambda row: (row["position"], row["key"]))
    return _read(tuple((row["key"], row["body"]) for row in ordered))


@lru_cache(maxsize=8)
def _read(bodies: tuple[tuple[str, str], ...]) -> Settings:
    rules: list[Rule] = []
    tables: dict[str, Any] = {}
    for key, text in bodies:
        try:
            body = json.loads(text or "{}")
            rule, own = read_rule(key, body if isinstance(body, dict) else {})
        except (BadSetting, ValueError, RecursionError):
            continue
        rules += [rule] if rule else []
        tables = {**own, **tables}
    return Settings(rules=tuple(rules), **tables)


def read_rule(key: str, body: Mapping[str, Any]) -> tuple[Rule | None, dict[str, Any]]:
    """The rule and the tables of a row. Raises BadSetting with a sentence for what can't be."""
    tables = {name: _READERS[name](name, body[name]) for name in TABLES if name in body}
    if "when" not in body and "then" not in body:
        return None, tables
    name = _text("name", body.get("name", key))
    asks, gives = _known(body, "when", ASKS), _known(body, "then", GIVES)
    if not gives:
        raise BadSetting("then: a rule gives something")
    return Rule(name, _asks(asks), _gives(gives)), tables


def _known(body: Mapping[str, Any], part: str, words: tuple[str, ...]) -> Mapping[str, Any]:
    found = body.get(part, {})
    if not isinstance(found, dict):
        raise BadSetting(f"{part}: expected a table")
    unknown = sorted(found.keys() - set(words))
    if unknown:
        known = ", ".join(words)
        raise BadSetting(f"{part}.{unknown[0]}: there is no such word; known are {known}")
    return found


def _asks(part: Mapping[str, Any]) -> Asks:
    names = {
        name: frozenset(text.casefold() for text in _texts(f"when.{name}", value))
        for name, value in part.items()
        if name != "words"
    }
    words = _texts("when.words", part["words"]) if "words" in part else ()
    return Asks(_pattern(words) if words else None, names)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, in any case; ``*`` at the end of one stands for any ending."""
    parts = []
    for word in words:
        stem = word.strip().removesuffix("*").casefold().split()
        if not stem:
            raise BadSetting(f"when.words: “{word}” has no letters")
        parts.append(r"\s+".join(map(re.escape, stem)) + (r"\w*" if word.endswith("*") else ""))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _gives(part: Mapping[str, Any]) -> Gives:
    texts = [name for name in GIVES if name in part and name not in ("tier", "tags")]
    given: dict[str, Any] = {name: _text(f"then.{name}", part[name]) for name in texts}
    if given.get("priority", "normal") not in PRIORITIES:
        raise BadSetting(f"then.priority: it is one of {', '.join(PRIORITIES)}")
    if "tier" in part:
        given["tier"] = _tier(part["tier"])
    if "tags" in part:
        given["tags"] = _texts("then.tags", part["tags"])
        if any(len(tag) > LONGEST_TAG for tag in given["tags"]):
            raise BadSetting(f"then.tags: a tag has at most {LONGEST_TAG} characters")
    return Gives(**given)


def _tier(value: Any) -> int:
    if type(value) is not int or value not in (1, 2):
        raise BadSetting("then.tier: expected 1 or 2")
    return value


def _text(name: str, value: Any) -> str:
    """One line that every store can keep."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise BadSetting(f"{name}: expected a line of text")
    return value.strip()


def _texts(name: str, value: Any) -> tuple[str, ...]:
    """One text or an array of them."""
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not texts:
        raise BadSetting(f"{name}: expected text or an array of texts")
    return tuple(_text(name, text) for text in texts)


def _read_matrix(name: str, value: Any) -> Matrix:
    if not isinstance(value, dict) or not all(isinstance(row, dict) for row in value.values()):
        raise BadSetting(f"{name}: expected a table of impact, each with a table of urgency")
    for row in value.values():
        unknown = [priority for priority in row.values() if priority not in PRIORITIES]
        if unknown:
            raise BadSetting(f"{name}: “{unknown[0]}” is none of {', '.join(PRIORITIES)}")
    return {
        impact.casefold(): {urgency.casefold(): priority for urgency, priority in row.items()}
        for impact, row in value.items()
    }


def _read_senders(name: str, value: Any) -> dict[str, str]:
    """Type of sender to its domains, turned round."""
    if not isinstance(value, dict):
        raise BadSetting(f"{name}: expected a table of types, each with its domains")
    found = {}
    for kind, domains in value.items():
        for domain in _texts(f"{name}.{kind}", domains):
            bare = normalised(domain)
            if bare is None:
                raise BadSetting(f"{name}.{kind}: “{domain}” is no domain")
            found[bare] = kind
    return found


def _read_number(most: int) -> Any:
    def read(name: str, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise BadSetting(f"{name}: expected a whole number up to {most}")
        return value

    return read


_READERS: dict[str, Any] = {
    "matrix": _read_matrix,
    "catch_all": lambda name, value: frozenset(map(str.casefold, _texts(name, value))),
    "senders": _read_senders,
    "same_owner_days": _read_number(MOST_DAYS),
    "offer_above": _read_number(MOST_OFFERED),
}
