"""Conditions that find tickets by their words, through the full-text table of a local file."""

from __future__ import annotations

from typing import Any

from models.database import Store
from models.search.match import fts5_match

NEWEST_HITS = 2_000


def ticket_filter(store: Store, text: str) -> tuple[str, list[Any]]:
    """A condition over ``t``: its number or alias, or words in it or in its messages.

    Only the newest hits of a very common word are looked at; bm25 over all of them takes
    hundreds of milliseconds.
    """
    typed = text.strip().lstrip("#")
    by_number = "t.alias = ?" if not typed.isdigit() else "(t.alias = ? OR t.number = ?)"
    params: list[Any] = [typed.upper()] if not typed.isdigit() else [typed, int(typed[:18])]
    match = fts5_match(text)
    if not match:
        return by_number, params
    hits = (
        "SELECT d.ticket_id FROM search_index JOIN search_doc d ON d.doc = search_index.rowid "
        "WHERE search_index MATCH ? AND d.ticket_id IS NOT NULL "
        f"ORDER BY search_index.rowid DESC LIMIT {NEWEST_HITS}"
    )
    return f"({by_number} OR t.id IN ({hits}))", [*params, match]
