"""What a bulk act says before and after: numbers, reasons, one line a ticket."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.code_words import words_for_code
from desktop.ticket_words import number_words, subject_words
from models.bulk import Fate, Result


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("BulkWords", text, None, number)


def counted(results: Sequence[Result], fate: Fate) -> int:
    return sum(result.fate == fate for result in results)


def foreseen(results: Sequence[Result]) -> list[str]:
    """Before: how many would change, need nothing, or can't be changed and why."""
    change, same = counted(results, "done"), counted(results, "same")
    lines = [_tr("%n tickets will change", change)]
    if same:
        lines.append(_tr("%n tickets need no change", same))
    return lines + _refusals(results)


def happened(results: Sequence[Result], wanted: int) -> list[str]:
    """After: the same, and how many were left when it was stopped."""
    change, same = counted(results, "done"), counted(results, "same")
    lines = [_tr("%n tickets changed", change)]
    if same:
        lines.append(_tr("%n tickets needed no change", same))
    if wanted > len(results):
        lines.append(_tr("%n tickets left as they were", wanted - len(results)))
    return lines + _refusals(results)


def line(result: Result, *, before: bool) -> str:
    """A ticket with what becomes of it, or what did."""
    fate = fate_words(result, before=before)
    return f"{number_words(result.number)} · {fate} — {subject_words(result.subject)}"


def fate_words(result: Result, *, before: bool) -> str:
    if result.fate == "refused":
        return words_for_code(result.code, result.sentence)
    if result.fate == "same":
        return _tr("No change needed")
    return _tr("Will change") if before else _tr("Changed")


def _refusals(results: Sequence[Result]) -> list[str]:
    reasons = Counter(
        words_for_code(result.code, result.sentence)
        for result in results
        if result.fate == "refused"
    )
    return [f"{number} · {reason}" for reason, number in reasons.most_common()]
