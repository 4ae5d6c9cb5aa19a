"""Tickets that are about the same thing: likely duplicates, and many alike at once.

Two subjects are alike by how much of their words they share, in any form of a word. Looked at are
the newest tickets, those of the same requester, and the newest that full-text search finds, so
that the answer comes while somebody types, in a file of any size.
"""

from __future__ import annotations

from msgspec import Struct

from models.database import Store
from models.queries.finding import has_index
from models.search import fts5_match, normalise

DAY_MS = 24 * 60 * 60_000
WINDOW_MS = 30 * DAY_MS
BURST_MS, BURST_AT_LEAST = 30 * 60_000, 5
"""So many alike within that time are a problem of many."""
_LOOKED_AT = 300
_ENOUGH, _ENOUGH_OF_REQUESTER, _ENOUGH_OF_COMPANY = 0.55, 0.25, 0.4
_SHORT_WORD, _SHORT_WEIGHT = 2, 0.4

_NEWEST = "SELECT id FROM ticket WHERE deleted = 0 AND activity_at_ms >= ? ORDER BY activity_at_ms"
_OF_REQUESTER = "SELECT id FROM ticket WHERE requester_id = ? AND activity_at_ms >= ?"
_FOUND = """SELECT d.ticket_id FROM search_index CROSS JOIN search_doc d
 ON d.doc = search_index.rowid
 WHERE search_index MATCH ? AND d.kind = 'ticket' ORDER BY search_index.rowid DESC"""
_CANDIDATES = """SELECT t.id, COALESCE(CAST(t.number AS TEXT), t.alias), t.subject, t.status,
 COALESCE(c.name, ''), t.created_at_ms, t.requester_id, t.company_id
 FROM ticket t LEFT JOIN contact c0 ON c0.id = t.requester_id
 LEFT JOIN contact c ON c.id = COALESCE(c0.merged_into, c0.id)
 WHERE t.deleted = 0 AND t.merged_into IS NULL AND t.activity_at_ms >= ? AND t.id {among}"""


class AlikeRow(Struct, frozen=True):
    """A ticket that is like another one; ``score`` is about 1 where all words are the same."""

    id: str
    number: str
    subject: str
    status: str
    requester_name: str
    created_at_ms: int
    score: float


def alike(
    store: Store,
    subject: str,
    now_ms: int,
    *,
    requester_id: str | None = None,
    company_id: str | None = None,
    but: str = "",
    limit: int = 3,
) -> list[AlikeRow]:
    """Tickets of the last 30 days that are probably about the same, the likeliest first.

    Of the same requester or company fewer common words are enough. ``but`` is left out.
    """
    words, since_ms = _weights(subject), now_ms - WINDOW_MS
    found = []
    for candidate in _candidates(store, subject, requester_id, since_ms):
        id, number, named, status, requester, created_at_ms, of_requester, of_company = candidate
        share = _share(words, _weights(named))
        same = requester_id is not None and of_requester == requester_id
        near = company_id is not None and of_company == company_id
        least = _ENOUGH_OF_REQUESTER if same else _ENOUGH_OF_COMPANY if near else _ENOUGH
        if id != but and share >= least:
            bonus = (0.2 if same else 0.1 if near else 0) + (0.1 if status != "done" else 0)
            score = share + bonus
            found.append(AlikeRow(id, number, named, status, requester, created_at_ms, score))
    return sorted(found, key=lambda row: (-row.score, -row.created_at_ms, row.id))[:limit]


def burst(store: Store, ticket_id: str) -> list[AlikeRow]:
    """Open tickets alike that came within half an hour of this one, it among them; else none.

    None too when it is a problem's incident, or the problem, already.
    """
    text = (
        "SELECT subject, created_at_ms, status FROM ticket t WHERE id = ? AND deleted = 0 AND "
        "merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM link l WHERE l.ticket_id = t.id "
        "AND l.deleted = 0 AND l.kind IN ('parent', 'child'))"
    )
    known = store.sql(text, (ticket_id,))
    if not known or known[0][2] == "done":
        return []
    subject, at_ms, _ = known[0]
    near = [
        row
        for row in alike(store, subject, at_ms, limit=_LOOKED_AT)
        if abs(row.created_at_ms - at_ms) <= BURST_MS and row.status != "done"
    ]
    return near if len(near) >= BURST_AT_LEAST else []


def _candidates(
    store: Store, subject: str, requester_id: str | None, since_ms: int
) -> list[tuple[str, str, str, str, str, int, str | None, str | None]]:
    limit = f" LIMIT {_LOOKED_AT}"
    ids = {row[0] for row in store.sql(f"{_NEWEST} DESC{limit}", (since_ms,))}
    if requester_id is not None:
        ids |= {row[0] for row in store.sql(_OF_REQUESTER + limit, (requester_id, since_ms))}
    match = fts5_match(subject, every_word=False, prefix=False)
    if match and has_index(store):
        ids |= {row[0] for row in store.sql(_FOUND + limit, (match,))}
    among, named = store.among(ids)
    return store.sql(_CANDIDATES.format(among=among), (since_ms, named))


def _weights(subject: str) -> dict[str, float]:
    """What each word of a subject counts: short ones, which are mostly "in" and "не", little."""
    return {word: _SHORT_WEIGHT if len(word) <= _SHORT_WORD else 1.0 for word in normalise(subject)}


def _share(one: dict[str, float], other: dict[str, float]) -> float:
    """How much of both they have in common, from 0 to 1."""
    whole = sum(one.values()) + sum(other.values())
    both = sum(weight for word, weight in one.items() if word in other)
    return 2 * both / whole if whole else 0.0
