"""What a person's rules make of a row, in the colours of one theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from desktop.icons import icon_names
from desktop.theme import Theme
from desktop.widgets.contrast import MARK_RATIO, TEXT_RATIO, THEMES, ratio, shown
from models.taste import Highlight, Pair

_BY_NAME = {theme.name: theme for theme in THEMES}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as ``#rrggbb``, "" for the usual one; ``icon`` is one of ours, or ""."""

    ground: str = ""
    ink: str = ""
    strip: str = ""
    icon: str = ""
    icon_colour: str = ""


PLAIN = Look()


@lru_cache(maxsize=1024)
def look_of(highlight: Highlight | None, theme_name: str) -> Look:
    """Cheap enough for a paint handler.

    Rules are checked one by one when they are made; where two of them meet in a row, one's ink on
    the other's ground is left out if it could not be read there.
    """
    if highlight is None:
        return PLAIN
    theme = _BY_NAME[theme_name]  # type: ignore[index] # a Theme's own name
    icon = highlight.icon if highlight.icon in _known_icons() else ""
    return Look(
        ground=shown(highlight.ground, theme) if highlight.ground else "",
        ink=_seen(highlight.ink, highlight.ground, theme, TEXT_RATIO),
        strip=_seen(highlight.strip, highlight.ground, theme, MARK_RATIO),
        icon=icon,
        icon_colour=_seen(highlight.icon_colour, highlight.ground, theme, MARK_RATIO),
    )


def _seen(pair: Pair | None, ground: Pair | None, theme: Theme, needed: float) -> str:
    if pair is None:
        return ""
    colour = shown(pair, theme)
    under = shown(ground, theme) if ground else theme.panel_and_card_background
    return colour if ratio(colour, under) >= needed else ""


@lru_cache(maxsize=1)
def _known_icons() -> frozenset[str]:
    return frozenset(icon_names())
