"""The facts that a category asks for, and which of them a ticket lacks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, get_args

import msgspec

from models.errors import BadSetting

FactType = Literal["text", "choice", "date", "image"]
MOST_FACTS, KEY_LETTERS, VALUE_LETTERS = 12, 80, 1_000
Known = Mapping[str, str]
"""Key to value; what is not known is missing or empty."""


class AskedFact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``must``: without it no ticket is done. An image is a picture among the ticket's files."""

    key: str
    names: dict[str, str] = {}
    type: FactType = "text"
    choices: tuple[str, ...] = ()
    must: bool = False

    def name(self, language: str = "en") -> str:
        return self.names.get(language) or self.names.get("en") or self.key


def read_asked(rows: Iterable[Any]) -> tuple[AskedFact, ...]:
    """The facts in a category's list: texts are facts of their own, tables say more.

    Raises BadSetting for one that can't be asked for.
    """
    found = [_read(each) for each in rows]
    keys = [fact.key.casefold() for fact in found]
    if len(set(keys)) < len(keys):
        raise BadSetting("required: two facts have the same key")
    if len(found) > MOST_FACTS:
        raise BadSetting(f"required: at most {MOST_FACTS} facts")
    return tuple(found)


def asked_by(lists: Iterable[str]) -> tuple[AskedFact, ...]:
    """The facts of categories' ``required`` columns, each key once; a bad list asks for nothing."""
    found: dict[str, AskedFact] = {}
    for text in lists:
        try:
            facts = read_asked(json.loads(text or "[]"))
        except (BadSetting, ValueError):
            continue
        for fact in facts:
            found.setdefault(fact.key, fact)
    return tuple(found.values())


def lacking(asked: Iterable[AskedFact], known: Known, *, has_image: bool) -> tuple[AskedFact, ...]:
    """Those that nobody has told yet."""
    return tuple(
        fact
        for fact in asked
        if not (has_image if fact.type == "image" else known.get(fact.key, "").strip())
    )


def fault(fact: AskedFact, value: str) -> bool:
    """Whether a value can't be that of the fact."""
    if not value or fact.type in ("text", "image"):
        return False
    if fact.type == "choice":
        return value not in fact.choices
    try:
        date.fromisoformat(value)
    except ValueError:
        return True
    return len(value) != len("2026-11-24")


def read_known(text: str) -> dict[str, str]:
    """A ticket's ``facts`` column."""
    return {str(key): str(value) for key, value in json.loads(text or "{}").items()}


def write_known(known: Known) -> str:
    """The column for these facts; the same facts are always the same text."""
    told = {key: value for key, value in sorted(known.items()) if value}
    return json.dumps(told, ensure_ascii=False) if told else ""


def _read(given: Any) -> AskedFact:
    if isinstance(given, str):
        given = {"key": given}
    if isinstance(given, dict) and isinstance(given.get("name"), str):
        given = {**given, "names": {"en": given["name"]}}
        del given["name"]
    try:
        fact = msgspec.convert(given, AskedFact)
    except msgspec.ValidationError as error:
        known = ", ".join(get_args(FactType))
        raise BadSetting(f"required: {error} (types are {known})") from error
    if not fact.key.strip() or len(fact.key) > KEY_LETTERS or "\n" in fact.key:
        raise BadSetting(f"required: a key is a line of at most {KEY_LETTERS} characters")
    if (fact.type == "choice") != bool(fact.choices):
        raise BadSetting(f"required.{fact.key}: a choice has choices, and nothing else has")
    if any(not choice or len(choice) > VALUE_LETTERS for choice in fact.choices):
        raise BadSetting(f"required.{fact.key}: a choice is a text of at most {VALUE_LETTERS}")
    return fact
