"""How large text is and how close rows stand, chosen by whoever sits before the screen.

``theme.py`` makes fonts and the style sheet by it, delegates their rows. Layouts have room for
words 40 % longer than the English ones, and so for text that is larger by less than that; who
needs more sets the scale of the screen, which Qt follows with everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Density = Literal["comfortable", "compact"]
ZOOMS = (90, 100, 110, 125)
"""Per cent."""
USUAL = 100
_LINE_PX = 17


@dataclass
class Comfort:
    """What is chosen now; change it through ``theme.apply_comfort``, which dresses anew."""

    zoom: int = USUAL
    density: Density = "comfortable"


_now = Comfort()


def comfort() -> Comfort:
    """The one state of this process."""
    return _now


def scaled(size_px: int) -> int:
    """A size of text as it is shown."""
    return round(size_px * _now.zoom / 100)


def growth() -> int:
    """By how much a line of text is higher than usual, in pixels; negative for small text."""
    return scaled(_LINE_PX) - _LINE_PX


def is_compact() -> bool:
    return _now.density == "compact"


def restore(zoom: str, density: str) -> None:
    """Take over what was kept, before anything is dressed; anything else means the usual."""
    _now.zoom, _now.density = zoom_from(zoom), density_from(density)


def zoom_from(text: str) -> int:
    """A zoom that was kept as text; the usual one for anything else."""
    return int(text) if text.isdecimal() and int(text) in ZOOMS else USUAL


def density_from(text: str) -> Density:
    """The same of a density."""
    return "compact" if text == "compact" else "comfortable"


def zoom_by(by: int) -> int:
    """The zoom one step larger or smaller, or the last one there is."""
    place = ZOOMS.index(_now.zoom) + by
    return ZOOMS[max(0, min(place, len(ZOOMS) - 1))]
