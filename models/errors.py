"""What can go wrong with a store or a command.

DeskError
├── NotFound        the row is not here                                  (trying again: no)
├── Refused         a rule says no; ``code`` and a sentence              (no)
│   └── Held        what its author had not seen asks for a second look  (his decision)
├── BadSetting      a calendar, a policy or a rule says what can't be    (once it is put right)
├── BadFilter       a filter has a word that can't be understood         (once it is put right)
├── StoreBusy       another program holds the file for too long          (yes)
├── StoreFull       the disk or a size limit leaves no room to write     (after making room)
├── StoreReadOnly   the file or its folder can't be written              (with other rights)
├── StoreDamaged    the file is not a store or is broken                 (no)
├── StoreTooNew     the file was made by a newer Deskside                (after an upgrade)
└── StoreTooOld     the SQLite in use is older than 3.51.3               (no)
"""

from __future__ import annotations


class DeskError(Exception):
    """Base of every error that a person can be told about."""

    retryable = False


class NotFound(DeskError):
    """The row asked for is not in this store."""


class Refused(DeskError):
    """A rule says no. ``code`` is one of category, forbidden, gone, invalid, merged,
    too_large, taken."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Held(Refused):
    """Nothing was done: something came meanwhile. ``code`` is one of customer_wrote, woken."""


class BadSetting(DeskError):
    """A calendar, an SLA policy or a rule says what can't be; the sentence begins with where."""


class BadFilter(DeskError):
    """A filter that can't be read; ``word`` is the part of it that is wrong.

    ``code`` is unknown, missing, choice (``choices`` are what may stand there), span, moment, long.
    """

    def __init__(self, code: str, word: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(filter_sentences()[code].format(word, ", ".join(choices)))
        self.code, self.word, self.choices = code, word, choices


def filter_sentences() -> dict[str, str]:
    """English sentences by the code of a BadFilter: {0} is the word, {1} the choices."""
    return {
        "unknown": "There is no filter “{0}”. Put it in quotes to search for these words.",
        "missing": "“{0}” has no value yet.",
        "choice": "“{0}” can't be: the values are {1}.",
        "span": "“{0}” can't be: write a length of time such as 30m, 2h, 3d or 1w.",
        "moment": "“{0}” can't be: write a day or a length of time, as in >2026-11-01, today, <2h.",
        "long": "“{0}” is too long for a filter.",
    }


class StoreBusy(DeskError):
    """The file stayed locked for the whole busy timeout."""

    retryable = True


class StoreFull(DeskError):
    """There is no room to write; nothing of the transaction was kept, nothing older was lost."""

    retryable = True


class StoreReadOnly(DeskError):
    """The file or its folder can't be written by this user."""


class StoreDamaged(DeskError):
    """The file is not a Deskside store, or SQLite reports it as broken."""


class StoreTooNew(DeskError):
    """The store carries migrations that this program does not know."""


class StoreTooOld(DeskError):
    """The SQLite library lacks the fix of the WAL-reset bug (sqlite.org/wal.html)."""
