"""The colours that are offered for rows, and words for what a person's own rules say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.widgets.contrast import Aspect, Faint
from models.taste import Pair

_INKS = {
    "red": Pair("#c02b2b", "#f08585"),
    "amber": Pair("#8f5200", "#e6ab57"),
    "green": Pair("#177046", "#5cc592"),
    "blue": Pair("#2f5fd0", "#7ba0f5"),
    "violet": Pair("#6a3fc0", "#b79cf2"),
    "grey": Pair("#5b6579", "#9ca6b5"),
}
PRESETS: dict[Aspect, dict[str, Pair]] = {
    "ground": {
        "red": Pair("#fdeaea", "#3d1f21"),
        "amber": Pair("#fdf0d9", "#3a2c14"),
        "green": Pair("#e3f5ec", "#173227"),
        "blue": Pair("#e0f0fb", "#17303f"),
        "violet": Pair("#f1eafc", "#2c2340"),
        "grey": Pair("#eceff4", "#262c36"),
    },
    "ink": _INKS,
    "strip": _INKS,
}
"""Every one can be seen in every theme, and every ink on every ground."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TasteWords", text)


def aspect_words(aspect: Aspect) -> str:
    return {"ground": _tr("Background"), "ink": _tr("Subject"), "strip": _tr("Strip and icon")}[
        aspect
    ]


def colour_words(name: str) -> str:
    """A colour that is offered."""
    return {
        "red": _tr("red"),
        "amber": _tr("amber"),
        "green": _tr("green"),
        "blue": _tr("blue"),
        "violet": _tr("violet"),
        "grey": _tr("grey"),
    }[name]


def sound_words(sound: str) -> str:
    return {
        "once": _tr("Signal once"),
        "twice": _tr("Signal twice"),
        "thrice": _tr("Signal three times"),
    }.get(sound, _tr("No sound"))


def faint_words(aspect: Aspect, faint: Faint) -> str:
    """Why a colour is refused, and which one would do."""
    theme = {"light": _tr("light theme"), "dark": _tr("dark theme")}.get(
        faint.theme, _tr("high contrast theme")
    )
    reason = _tr("%1, %2: the contrast is %3 to 1, and it has to be %4 to 1.")
    least = _number(int(faint.ratio * 100) / 100, 2)
    told = (aspect_words(aspect), theme, least, _number(faint.needed, 1))
    for place, words in enumerate(told, 1):
        reason = reason.replace(f"%{place}", words)
    if faint.nearest is None:
        return f"{reason} {_tr('No colour has that on this background.')}"
    return f"{reason} {_tr('The nearest colour that has: {0}.').format(faint.nearest)}"


def _number(value: float, digits: int) -> str:
    return QLocale().toString(value, "f", digits)
