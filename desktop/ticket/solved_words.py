"""What the card of a solved ticket says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.field_words import time_words
from desktop.promise_words import duration_words
from desktop.ticket_words import number_words, subject_words
from models.queries.solved import SolvedRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("SolvedWords", text)


def solved_title(row: SolvedRow) -> str:
    return f"{number_words(row.number)} {subject_words(row.subject)}"


def solved_words(row: SolvedRow) -> str:
    """ "Done in 25 min · Alexey Novak · 12 Nov", as far as it is known."""
    took = _tr("Done in %1").replace("%1", duration_words(row.took_ms)) if row.took_ms else ""
    when = time_words(row.solved_at_ms) if row.solved_at_ms else ""
    return " · ".join(filter(None, (took or _tr("Done"), row.solver_name, when)))
