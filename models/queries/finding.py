"""Conditions that find tickets by their words, through the full-text table of a local file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.database import Store
from models.search import fts5_match

NEWEST_HITS = 2_000
MOST_WORDS_APART = 4

# FTS5 walks backwards from the newest document; CROSS JOIN keeps it the outer loop.
_HITS = f"""SELECT d.ticket_id FROM search_index CROSS JOIN search_doc d
 ON d.doc = search_index.rowid
 WHERE search_index MATCH ? AND d.ticket_id IS NOT NULL
 ORDER BY search_index.rowid DESC LIMIT {NEWEST_HITS}"""
_MESSAGES = f"""SELECT d.ent FROM search_index CROSS JOIN search_doc d
 ON d.doc = search_index.rowid WHERE search_index MATCH ? AND d.kind = 'message'
 ORDER BY search_index.rowid DESC LIMIT {NEWEST_HITS}"""
_WITH_TICKETS = _HITS.replace("d.ticket_id FROM", "d.ticket_id, d.ent FROM").replace(
    "d.ticket_id IS NOT NULL", "d.kind = 'message'"
)
_NUMBERED = "SELECT id FROM ticket WHERE alias = ? UNION SELECT id FROM ticket WHERE number = ?"


def ticket_filter(store: Store, text: str) -> tuple[str, list[Any]]:
    """A condition over ``t``: its number or alias, or every word in it or in its messages.

    Words may stand in different messages of a ticket. Only the newest 2,000 hits of an expression
    are looked at: ranking all hits of a very common word takes hundreds of milliseconds. A
    server's store has no full-text table yet; there only numbers and aliases are found.
    """
    found, params = _NUMBERED, _numbers(text)
    for expressions in _expressions(text) if has_index(store) else ():
        hits = " INTERSECT ".join(f"SELECT * FROM ({_HITS})" for _ in expressions)
        found += f" UNION SELECT * FROM ({hits})"
        params += expressions
    return f"t.id IN ({found})", params


def message_hits(store: Store, text: str) -> tuple[str, list[Any]] | None:
    """A question for the newest messages that have all of these words, whole ones; None where
    there is no full-text table, or nothing to look for in it."""
    match = fts5_match(text, prefix=False)
    if not match or not has_index(store):
        return None
    return _MESSAGES, [match]


def hit_texts(store: Store, text: str, ids: Sequence[str]) -> dict[str, str]:
    """For each of these tickets the text of its newest message that has a word of ``text``.

    Only the newest 2,000 hits are looked at; a ticket without one among them is missing.
    """
    match = fts5_match(text, every_word=False)
    if not match or not ids or not has_index(store):
        return {}
    newest: dict[str, str] = {}
    for ticket_id, message_id in store.sql(_WITH_TICKETS, (match,)):
        if ticket_id in ids:
            newest.setdefault(ticket_id, message_id)
    marks = ", ".join("?" for _ in newest)
    text = f"SELECT ticket_id, html FROM message WHERE deleted = 0 AND id IN ({marks})"
    return dict(store.sql(text, tuple(newest.values())))


def has_index(store: Store) -> bool:
    """Whether this is a local file, which alone has full-text tables."""
    return store.is_sqlite and bool(store.db.table_exists("search_doc"))


def _numbers(text: str) -> list[Any]:
    typed = text.strip().lstrip("#№")
    return [typed.upper(), int(typed[:18]) if typed.isdecimal() else None]


def _expressions(text: str) -> list[list[str]]:
    """What to look for: all words in one document, or each word in some document of a ticket."""
    whole = fts5_match(text)
    if not whole:
        return []
    pieces = text.split()
    last = len(pieces) - 1
    typing = not text[-1].isspace()
    apart = [fts5_match(piece, prefix=typing and i == last) for i, piece in enumerate(pieces)]
    apart = [match for match in apart if match]
    return [[whole], apart] if 1 < len(apart) <= MOST_WORDS_APART else [[whole]]
