"""Which words a person reads for which error, and the hook for what nobody caught.

What happened, what is safe, what to do; details go to the log.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from desktop.code_words import words_for_code
from models.errors import (
    BadFilter,
    BadSetting,
    DeskError,
    NotFound,
    Refused,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
    StoreTooOld,
)

log = logging.getLogger(__name__)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Errors", text)


def words_for(error: BaseException) -> str:
    """One or two whole sentences for the message bar."""
    if isinstance(error, Refused):
        return words_for_code(error.code, error.sentence)
    for kind, sentence in _sentences():
        if isinstance(error, kind):
            return sentence
    return _tr(
        "Something went wrong inside Deskside. What was saved before is safe; the details are in "
        "the log."
    )


def _sentences() -> list[tuple[type[DeskError], str]]:
    return [
        (NotFound, _tr("This is no longer on this computer.")),
        (BadFilter, _tr("A word of this filter can't be understood.")),
        (
            BadSetting,
            _tr("A calendar or an SLA policy can't be understood. Ask whoever keeps the settings."),
        ),
        (
            StoreFull,
            _tr(
                "There is no room left on the disk, so this was not saved. Everything before it "
                "is safe. Make room and try again."
            ),
        ),
        (
            StoreBusy,
            _tr("Another program holds the local file, so this was not saved. Try again."),
        ),
        (
            StoreReadOnly,
            _tr("The local file can't be written, so this was not saved. Check its rights."),
        ),
        (StoreDamaged, _tr("The local file is damaged and can't be read.")),
        (StoreTooNew, _tr("The local file was made by a newer Deskside. Please update.")),
        (StoreTooOld, _tr("The SQLite in use is too old. Please install Deskside anew.")),
    ]


def log_unless_told(error: BaseException) -> None:
    """Write a fault of ours into the log with its stack; what the world did needs none."""
    if not isinstance(error, DeskError):
        log.error("Unexpected error", exc_info=error)


def install_hook(show: Callable[[str], None]) -> Hook:
    """Have exceptions that nobody caught, in slots too, logged and told through ``show``.

    Returns the hook, which tests call. KeyboardInterrupt keeps its old meaning.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log_unless_told(error)
        show(words_for(error))

    sys.excepthook = hook
    return hook
