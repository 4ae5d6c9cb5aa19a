"""What the inline styles of foreign HTML mean in our terms (Word, Outlook, Gmail, Qt use them)."""

import re
from functools import lru_cache
from typing import NamedTuple

MAX_STYLE_CHARS = 2_000


class StyleChange(NamedTuple):
    """The effect of one style attribute."""

    add: frozenset[str] = frozenset()
    remove: frozenset[str] = frozenset()
    keep_space: bool | None = None
    no_margin: bool = False
    highlight: bool = False


_NONE = StyleChange()
_NUMBER = re.compile(r"-?\d*\.?\d+")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_MARKER_COLOURS = frozenset(
    "yellow gold orange lime aqua cyan magenta fuchsia pink lightgreen lightblue".split()
)


@lru_cache(maxsize=4096)
def style_change(style: str) -> StyleChange:
    """Reads weight, slant, decoration, raised text, typewriter font, white space and margins."""
    if not style or len(style) > MAX_STYLE_CHARS:
        return _NONE
    css = _declarations(style)
    add: set[str] = set()
    remove: set[str] = set()
    _weight_and_slant(css, add, remove)
    decoration = css.get("text-decoration", "") + css.get("text-decoration-line", "")
    add.update(m for word, m in (("underline", "u"), ("line-through", "s")) if word in decoration)
    raised = {"sub": "sub", "super": "sup"}.get(css.get("vertical-align", ""))
    if raised:
        add.add(raised)
    if "monospace" in css.get("font-family", ""):
        add.add("code")
    background = css.get("background-color") or css.get("background", "")
    return StyleChange(
        frozenset(add), frozenset(remove), _keep_space(css), _no_margin(css), _is_marker(background)
    )


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _weight_and_slant(css: dict[str, str], add: set[str], remove: set[str]) -> None:
    weight = css.get("font-weight", "")
    if weight in ("bold", "bolder", "600", "700", "800", "900"):
        add.add("b")
    elif weight:
        remove.add("b")
    slant = css.get("font-style", "")
    if slant in ("italic", "oblique"):
        add.add("i")
    elif slant:
        remove.add("i")


def _keep_space(css: dict[str, str]) -> bool | None:
    value = css.get("white-space")
    return value.startswith(("pre", "break-spaces")) if value else None


def _no_margin(css: dict[str, str]) -> bool:
    sides = css.get("margin", "").split()
    top = css.get("margin-top") or (sides[0] if sides else "")
    bottom = css.get("margin-bottom") or (sides[2 if len(sides) > 2 else 0] if sides else "")
    return _is_zero(top) and _is_zero(bottom)


def _is_zero(length: str) -> bool:
    number = _NUMBER.match(length)
    return number is not None and abs(float(number[0])) < 0.01


def _is_marker(colour: str) -> bool:
    """A bright, clearly coloured background; white, grey and dark ones are only decoration."""
    if colour in _MARKER_COLOURS:
        return True
    if rgb := _RGB.match(colour):
        channels = [int(v) for v in rgb.groups()]
    elif code := _HEX.match(colour):
        digits = code[1] if len(code[1]) == 6 else "".join(2 * c for c in code[1])
        channels = [int(digits[i : i + 2], 16) for i in (0, 2, 4)]
    else:
        return False
    return max(channels) >= 200 and max(channels) - min(channels) >= 64
