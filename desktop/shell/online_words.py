"""How it is said who is online."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

NAMED = 2


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Online", text, "", n)


def online_words(names: Sequence[str], more: int = 0) -> str:
    """ "Alexey, Pavel and 4 others online"; ``more`` have no names. Empty for nobody."""
    shown = _first_names(names)
    rest = more + max(0, len(shown) - NAMED)
    if not rest:
        words = (_tr("{0} online"), _tr("{0} and {1} online"))
        return words[len(shown) - 1].format(*shown) if shown else ""
    if len(shown) < NAMED:
        return _tr("%n people online", rest + len(shown))
    return _tr("{0}, {1} and %n others online", rest).format(*shown)


def nobody_words(is_known: bool) -> str:
    """What stands where nobody can be named."""
    return _tr("Nobody else is online") if is_known else _tr("Offline: nobody knows who is online")


def _first_names(names: Sequence[str]) -> list[str]:
    """As long as they tell people apart."""
    first = [name.partition(" ")[0] for name in names]
    return [
        name if first.count(short) > 1 else short for name, short in zip(names, first, strict=True)
    ]
