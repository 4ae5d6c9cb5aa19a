"""What the window says of an act that could not be taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.code_words import words_for_code
from desktop.field_words import value_words, what_words
from desktop.ticket_words import number_words
from models.traces import ChangedSince
from models.undoing import Kept

NAMELESS = ("deleted", "merged_into", "ticket_id", "done", "state", "choice", "kind", "text")
"""Fields that people have no name for."""
LONG = ("html",)


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("UndoWords", text, None, number)


def kept_words(kept: Kept, number: int) -> str:
    """Of ``number`` acts that stay, ``kept`` is the first."""
    error = kept.error
    if isinstance(error, ChangedSince):
        said = _changed(error)
    else:
        said = words_for_code(error.code, error.sentence)
    if number > 1:
        said += " " + _tr("%n more changes could not be undone either.", number - 1)
    return said


def _changed(error: ChangedSince) -> str:
    ticket = number_words(error.number)
    if error.field in NAMELESS:
        said = words_for_code(error.code, error.sentence)
        return f"{ticket}: {said}" if ticket else said
    value = "" if error.field in LONG else value_words(error.field, error.now)
    if error.who and value:
        said = _tr("%1: %2 is “%3” now, changed by %4 meanwhile. It was not undone.")
    elif error.who:
        said = _tr("%1: %2 was changed by %4 meanwhile. It was not undone.")
    else:
        said = _tr("%1: %2 was changed meanwhile. It was not undone.")
    what = what_words(error.field.removesuffix("_id"))
    for place, words in (("%1", ticket), ("%2", what), ("%3", value), ("%4", error.who)):
        said = said.replace(place, words)
    return said
