"""A person's own rules for how rows of the list look and sound: condition → colours, icon, sound.

Each rule is a setting of its own, so that two devices that make one each keep both.
"""

from __future__ import annotations

import json
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

PREFIX = "taste:"
MOST_RULES = 40
SOUNDS = ("once", "twice", "thrice")
"""How often the computer's own signal is given."""
Colour = Annotated[str, Meta(pattern="^#[0-9a-f]{6}$")]


class Pair(Struct, frozen=True):
    """One colour as the bright themes show it, and as the dark one does."""

    bright: Colour
    dark: Colour


class TasteRule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``filter`` is a condition in the words of the filter language; a small ``place`` comes first.

    ``rest`` is what only a newer program knows; it stays.
    """

    id: str
    filter: str = ""
    place: int = 0
    ground: Pair | None = None
    ink: Pair | None = None
    strip: Pair | None = None
    icon: str = ""
    sound: str = ""
    rest: dict[str, Any] = {}


class Highlight(Struct, frozen=True):
    """What the rules make of one row; ``icon_colour`` is the strip's of the icon's own rule."""

    ground: Pair | None = None
    ink: Pair | None = None
    strip: Pair | None = None
    icon: str = ""
    icon_colour: Pair | None = None


_KEPT = frozenset(TasteRule.__struct_fields__) - {"id", "rest"}


def packed(rule: TasteRule) -> str:
    """A rule as the value of its setting."""
    known = msgspec.to_builtins(rule)
    told = {name: value for name, value in known.items() if name in _KEPT}
    return json.dumps({**rule.rest, **told}, sort_keys=True)


def unpacked(key: str, value: str) -> TasteRule | None:
    """The rule of a setting; None for what can't be understood."""
    try:
        read = json.loads(value)
        known = {name: read[name] for name in _KEPT if name in read}
        rest = {name: kept for name, kept in read.items() if name not in _KEPT}
        return msgspec.convert(
            {**known, "id": key.removeprefix(PREFIX), "rest": rest}, type=TasteRule
        )
    except (ValueError, TypeError, AttributeError):
        return None


def highlight(matched: list[TasteRule]) -> Highlight | None:
    """The first rule wins in each respect; None where none says anything about looks."""
    iconic = next((rule for rule in matched if rule.icon), None)
    found = Highlight(
        ground=next((rule.ground for rule in matched if rule.ground), None),
        ink=next((rule.ink for rule in matched if rule.ink), None),
        strip=next((rule.strip for rule in matched if rule.strip), None),
        icon=iconic.icon if iconic else "",
        icon_colour=iconic.strip if iconic else None,
    )
    return None if found == Highlight() else found


def moved(rules: list[TasteRule], id: str, by: int) -> list[TasteRule]:
    """The rules that have another place when one goes up or down among all of them."""
    order = [rule.id for rule in rules]
    if id not in order:
        return []
    place = order.index(id)
    other = max(0, min(place + by, len(order) - 1))
    order.insert(other, order.pop(place))
    places = {id: n for n, id in enumerate(order)}
    return [
        msgspec.structs.replace(rule, place=places[rule.id])
        for rule in rules
        if rule.place != places[rule.id]
    ]
