"""What the card of a conflict says about who wrote what, and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.field_words import came_from_offline, time_words
from desktop.ticket_words import number_words
from models.rows import ConflictRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConflictDialog", text)


def heading_words(conflicts: Sequence[ConflictRow], me_id: str) -> str:
    """What two people changed."""
    first = conflicts[0]
    about = number_words(first.number) if first.number else f"“{first.title}”"
    mine = any(row.mine_id == me_id and came_from_offline(row) for row in conflicts)
    words = (
        _tr("Two people changed %1 while you were offline")
        if mine
        else _tr("Two people changed %1 at the same time")
    )
    return words.replace("%1", about)


def late_words(row: ConflictRow, me_id: str) -> str:
    """Above the value that came late, e.g. "Yours, 12:10 (offline)"."""
    at = time_words(row.written_at_ms or row.mine_at_ms)
    if came_from_offline(row):
        words = _tr("Yours, %2 (offline)") if row.mine_id == me_id else _tr("%1, %2 (offline)")
    else:
        words = _tr("Yours, %2 (later)") if row.mine_id == me_id else _tr("%1, %2 (later)")
    return words.replace("%2", at).replace("%1", row.mine_name)


def there_words(row: ConflictRow, me_id: str) -> str:
    """Above the value that was there, e.g. "Alexey Novak, 12:24 (on the server)"."""
    if row.theirs_at_ms is None:
        return _tr("On the server")
    mine = row.theirs_id == me_id
    words = _tr("Yours, %2 (on the server)") if mine else _tr("%1, %2 (on the server)")
    return words.replace("%2", time_words(row.theirs_at_ms)).replace("%1", row.theirs_name)


def author_words(row: ConflictRow, hand: str, me_id: str) -> str:
    """Whose a stretch of text is, in one or two words."""
    id, name = (row.mine_id, row.mine_name) if hand == "mine" else (row.theirs_id, row.theirs_name)
    return _tr("Yours") if id == me_id else name or _tr("On the server")
