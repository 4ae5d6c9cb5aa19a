"""Feeding the full-text tables of a local file from the rows that were marked as changed.

The engine calls this in idle times; a command without a window may call it after its own write.
Tickets, messages and personal notes go to ``search_index``, which is read newest first and never
ranked; articles go to ``article_index``, which is ranked. Both hold tokens of ``models.search``.

A document's row id is its time in steps of ten seconds (a little less where that is taken), so
that the newest hits of a common word are found by walking the index backwards, in whatever order
the rows arrived. Finer steps make the index twice as large.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models import profile
from models.classify.asked import read_known
from models.database import Store
from models.perform import INDEXED
from models.richtext import to_plain
from models.search import TOKENS_VERSION, normalise

STEP_MS = 10_000
ORIGIN = 1 << 32  # the row id of 1970: earlier ones stay positive
_VERSION_KEY = "tokens_version"

Key = tuple[str, str]
Row = tuple[Any, ...]

# What one is called and whatever was merged with it, whichever of them the ticket names.
_ROOT = "(SELECT COALESCE(o.merged_into, o.id) FROM {0} o WHERE o.id = {1})"
_FAMILY = f"(x.id = {_ROOT} OR x.merged_into = {_ROOT})"
_NAMES = (
    f"(SELECT group_concat(x.name || ' ' || x.latin_name{{2}}, ' ') FROM {{0}} x WHERE {_FAMILY})"
)
_NAMED_BY = {"contact": "requester_id", "company": "company_id"}

# id, ticket, time, then what the document is made from.
_SOURCES = {
    "ticket": f"""SELECT t.id, t.id, t.created_at_ms, t.subject, t.number, t.alias, t.tags, t.facts,
        {_NAMES.format("contact", "t.requester_id", " || ' ' || x.email")},
        {_NAMES.format("company", "t.company_id", "")}
        FROM ticket t WHERE t.deleted = 0 AND t.id""",
    "message": "SELECT id, ticket_id, at_ms, html FROM message WHERE deleted = 0 AND id",
    "article": "SELECT id, NULL, updated_at_ms, title, html FROM article WHERE deleted = 0 AND id",
    "personal_note": (
        "SELECT id, NULL, at_ms, title, html FROM personal_note WHERE deleted = 0 AND id"
    ),
}


@dataclass(frozen=True, slots=True)
class Document:
    """The tokens of one row, joined by spaces; ``title`` is ranked apart for articles only."""

    kind: str
    ent: str
    ticket_id: str | None
    at_ms: int
    title: str
    body: str


def is_outdated(store: Store) -> bool:
    """Whether the documents were made by other rules than today's."""
    return profile.number(store, _VERSION_KEY) != TOKENS_VERSION


def reindex_all(store: Store) -> None:
    """Mark every row; what is indexed stays searchable until ``index_dirty`` comes to it."""
    with store.transaction():
        for kind in INDEXED:
            store.sql(
                f"INSERT INTO search_dirty (key, kind, ent) SELECT '{kind}:' || id, '{kind}', id "
                f'FROM "{kind}" WHERE true ON CONFLICT (key) DO NOTHING'
            )
        profile.put(store, _VERSION_KEY, str(TOKENS_VERSION))


def index_dirty(store: Store, limit: int = 200) -> int:
    """Write the documents of at most ``limit`` marked rows, newest first; how many were settled.

    0 means that nothing waits. Tokens are made before the transaction starts; a row that changed
    meanwhile keeps its mark and comes again.
    """
    marked = store.sql("SELECT kind, ent FROM search_dirty ORDER BY ent DESC LIMIT ?", (limit,))
    keys: list[Key] = [(kind, ent) for kind, ent in marked]
    if customers := [key for key in keys if key[0] in _NAMED_BY]:
        return _mark_tickets(store, customers)
    if not keys:
        return 0
    rows = _read(store, keys)
    documents = [_document(kind, row) for (kind, _), row in rows.items()]
    with store.relaxed(), store.transaction():
        now = _read(store, keys)
        settled = {key for key in keys if rows.get(key) == now.get(key)}
        _write(store, settled, [each for each in documents if (each.kind, each.ent) in settled])
    return len(settled)


def _mark_tickets(store: Store, customers: Sequence[Key]) -> int:
    """Tickets say whom they are about, so they are indexed again after their customers changed."""
    with store.relaxed(), store.transaction():
        for kind, ent in customers:
            family = _FAMILY.format(kind, "?")
            store.sql(
                "INSERT INTO search_dirty (key, kind, ent) SELECT 'ticket:' || id, 'ticket', id "
                f"FROM ticket WHERE {_NAMED_BY[kind]} IN (SELECT x.id FROM {kind} x WHERE {family})"
                " ON CONFLICT (key) DO NOTHING",
                (ent, ent),
            )
        keys = [(f"{kind}:{ent}",) for kind, ent in customers]
        store.many("DELETE FROM search_dirty WHERE key = ?", keys)
    return len(customers)


def _read(store: Store, keys: Sequence[Key]) -> dict[Key, Row]:
    """What the documents of these rows are made from; rows that are gone are missing."""
    found: dict[Key, Row] = {}
    for kind, ids in _by_kind(keys):
        rows = store.sql(f"{_SOURCES[kind]} IN ({_marks(ids)})", ids)
        found.update({(kind, row[0]): row for row in rows})
    return found


def _by_kind(keys: Iterable[Key]) -> Iterator[tuple[str, list[str]]]:
    for kind, group in itertools.groupby(sorted(keys), key=lambda key: key[0]):
        yield kind, [ent for _, ent in group]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)


def _document(kind: str, row: Row) -> Document:
    ent, ticket_id, at_ms, *parts = row
    title, body = _texts(kind, parts)
    return Document(kind, ent, ticket_id, at_ms, _tokens(title), _tokens(body))


def _texts(kind: str, parts: list[Any]) -> tuple[str, str]:
    """Title and body in plain words."""
    if kind == "ticket":
        subject, number, alias, tags, facts, *people = parts
        told = read_known(facts).values()
        return "\n".join(map(str, (subject, number or "", alias, *json.loads(tags or "[]")))), (
            "\n".join(name or "" for name in (*people, *told))
        )
    *title, html = parts
    return "".join(title), to_plain(html, links=False)


def _tokens(text: str) -> str:
    return " ".join(normalise(text))


def _write(store: Store, settled: set[Key], documents: list[Document]) -> None:
    places = _places(store, settled)
    for table in ("search_index", "article_index"):
        gone = sorted((doc,) for (kind, _), doc in places.items() if _table(kind) == table)
        store.many(f"DELETE FROM {table} WHERE rowid = ?", gone)
    placed = [
        (places.pop((each.kind, each.ent), 0) or _new_place(store, each), each)
        for each in documents
    ]
    _insert(store, placed)
    store.many("DELETE FROM search_doc WHERE doc = ?", [(doc,) for doc in places.values()])
    keys = [(f"{kind}:{ent}",) for kind, ent in settled]
    store.many("DELETE FROM search_dirty WHERE key = ?", keys)


def _table(kind: str) -> str:
    return "article_index" if kind == "article" else "search_index"


def _places(store: Store, keys: set[Key]) -> dict[Key, int]:
    """Row ids of the documents that are there already."""
    found: dict[Key, int] = {}
    for kind, ids in _by_kind(keys):
        text = f"SELECT ent, doc FROM search_doc WHERE kind = ? AND ent IN ({_marks(ids)})"
        found.update({(kind, ent): doc for ent, doc in store.sql(text, (kind, *ids))})
    return found


def _new_place(store: Store, made: Document) -> int:
    """Take a row id at the document's time or, where many share a moment, some way before it."""
    last = ORIGIN + made.at_ms // STEP_MS
    for width in itertools.count():
        place = last - random.randrange(2**width)
        taken = store.sql(
            "INSERT INTO search_doc (doc, kind, ent, ticket_id, at_ms, tokens_version) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (doc) DO NOTHING RETURNING doc",
            (place, made.kind, made.ent, made.ticket_id, made.at_ms, TOKENS_VERSION),
        )
        if taken:
            return place
    raise AssertionError("the search never ends without a place")


def _insert(store: Store, placed: list[tuple[int, Document]]) -> None:
    """In the order of row ids: FTS5 writes a segment whenever one is not above the last."""
    placed.sort(key=lambda pair: pair[0])
    store.many(
        "INSERT INTO search_index (rowid, words) VALUES (?, ?)",
        [(place, f"{d.title} {d.body}") for place, d in placed if d.kind != "article"],
    )
    store.many(
        "INSERT INTO article_index (rowid, title, body) VALUES (?, ?, ?)",
        [(place, d.title, d.body) for place, d in placed if d.kind == "article"],
    )
    store.many(
        "UPDATE search_doc SET tokens_version = ? WHERE doc = ?",
        [(TOKENS_VERSION, place) for place, _ in placed],
    )
