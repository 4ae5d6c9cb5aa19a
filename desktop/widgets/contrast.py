"""Whether colours that a person chose for rows can be seen in every theme. Pure.

Ratios are those of WCAG 2.2: 4.5 to 1 for words, 3 to 1 for a strip and an icon.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from desktop.theme import CONTRAST, DARK, LIGHT, Theme
from models.taste import Pair

Aspect = Literal["ground", "ink", "strip"]
THEMES = (LIGHT, DARK, CONTRAST)
TEXT_RATIO, MARK_RATIO = 4.5, 3.0
NEEDED: dict[Aspect, float] = {"ground": TEXT_RATIO, "ink": TEXT_RATIO, "strip": MARK_RATIO}
_STEPS = 100


@dataclass(frozen=True)
class Faint:
    """A colour that is refused: where it reaches least, how much, and what would be enough.

    ``nearest`` is the colour nearest to it that passes in every theme of its side, if any does.
    """

    theme: str
    ratio: float
    needed: float
    nearest: str | None

    def is_dark(self) -> bool:
        """Whether it is the colour for the dark theme."""
        return self.theme == DARK.name


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """How much two colours stand out from each other, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shown(pair: Pair, theme: Theme) -> str:
    """The colour of a pair in a theme."""
    return pair.dark if theme.name == DARK.name else pair.bright


def faint(aspect: Aspect, pair: Pair, ground: Pair | None = None) -> Faint | None:
    """What is wrong with a pair, the worst of it; None when it is seen in every theme.

    ``ground`` is what the rule lays under the words, for ``ink`` and ``strip``.
    """
    needed = NEEDED[aspect]
    reached = [(_reached(aspect, shown(pair, theme), ground, theme), theme) for theme in THEMES]
    least, worst = min(reached, key=lambda each: each[0])
    if least >= needed:
        return None
    side = [theme for theme in THEMES if (theme is DARK) == (worst is DARK)]

    def lowest(colour: str) -> float:
        return min(_reached(aspect, colour, ground, theme) for theme in side)

    return Faint(worst.name, least, needed, nearest(shown(pair, worst), lowest, needed))


def nearest(colour: str, lowest: Callable[[str], float], needed: float) -> str | None:
    """The colour of the same hue, lighter or darker, that is least away and reaches enough."""
    for step in range(_STEPS + 1):
        for end in ("#000000", "#ffffff"):
            mixed = mix(end, colour, step / _STEPS)
            if lowest(mixed) >= needed:
                return mixed
    return None


def mix(front: str, back: str, share: float) -> str:
    """``share`` of the front colour over the back one."""
    parts = zip(_parts(front), _parts(back), strict=True)
    return "#" + "".join(f"{round(share * f + (1 - share) * b):02x}" for f, b in parts)


def _reached(aspect: Aspect, colour: str, ground: Pair | None, theme: Theme) -> float:
    if aspect == "ground":
        return _ground_ratio(colour, theme)
    own = shown(ground, theme) if ground else theme.panel_and_card_background
    return min(ratio(colour, each) for each in (own, theme.hovered_row, theme.selected_row))


def _ground_ratio(colour: str, theme: Theme) -> float:
    """The least of all words that a row shows on it, also in a pill that one sees through."""
    words = (theme.text, theme.secondary_text, theme.at_risk, theme.overdue_or_failed)
    pill = theme.neutral_pill
    under_pill = mix(f"#{pill[3:]}", colour, int(pill[1:3], 16) / 255)
    return min(*(ratio(word, colour) for word in words), ratio(theme.secondary_text, under_pill))


def _parts(colour: str) -> Sequence[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
