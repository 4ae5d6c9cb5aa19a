"""What the chips under a ticket's head call its relations to other tickets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ticket_words import number_words, status_words, subject_words
from models.queries.relations import INTO, PART
from models.rows import LinkRow

CHURN_HANDOVERS, CHURN_REOPENINGS = 3, 2
"""From here on a ticket is marked as one that goes round: a fourth person has it, or a third
time it was not solved."""
_SHORT_CHARS = 34


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Relations", text, "", n)


def role_words(role: str) -> str:
    """The label of a chip with tickets of this role."""
    return {
        INTO: _tr("Merged into"),
        PART: _tr("Merged here"),
        "original": _tr("Duplicate of"),
        "duplicate": _tr("Duplicates"),
        "parent": _tr("Part of"),
        "child": _tr("Incidents"),
        "related": _tr("Related"),
    }.get(role, role)


def short_words(link: LinkRow) -> str:
    """Number and as much of the subject as a chip has room for."""
    words = f"{number_words(link.number)} {subject_words(link.subject)}"
    return words if len(words) <= _SHORT_CHARS else f"{words[:_SHORT_CHARS].rstrip()}…"


def line_words(link: LinkRow) -> str:
    """Number, subject and state, for a line of a menu."""
    return f"{short_words(link)} · {status_words(link.status)}"


def remove_words(link: LinkRow) -> str:
    """What takes this relation away again."""
    if link.role == INTO:
        return _tr("Take it out of %1 again").replace("%1", number_words(link.number))
    if link.role == PART:
        return _tr("Take %1 out again").replace("%1", number_words(link.number))
    return _tr("Remove the link to %1").replace("%1", number_words(link.number))


def churn_words(handovers: int, reopenings: int) -> str:
    """That a ticket goes round and round; empty for any other."""
    handed = _tr("handed over %n times", handovers) if handovers >= CHURN_HANDOVERS else ""
    opened = _tr("reopened %n times", reopenings) if reopenings >= CHURN_REOPENINGS else ""
    return ", ".join(filter(None, (handed, opened)))
