"""Filling local files with an invented desk, by plain SQL, with its search documents."""

from __future__ import annotations

import functools
import hashlib
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from models import profile, records
from models.clock import wall_ms
from models.database import Store
from models.indexing import STEP_MS
from models.richtext import to_plain
from models.search import TOKENS_VERSION, normalise
from tests.bench import desk_rows
from tests.bench.desk_rows import ME, Row, Size

AT_ONCE = 2_000
SCRIPTS = Path(__file__).resolve().parents[2] / "models" / "migrations"
MAKERS = (Path(__file__), Path(desk_rows.__file__))


def big_file(size: Size) -> Path:
    """A filled local file in the computer's folder for passing things, kept between runs.

    Made anew when the tables or the way of filling changed, or when it is older than a day.
    """
    sources = [*sorted(SCRIPTS.glob("*/*.py")), *MAKERS]
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / "deskside-bench"
    path = folder / f"{size.tickets}-{size.messages}-{mark}" / "desk.db"
    made = path.with_name("made")
    if made.exists() and time.time() - made.stat().st_mtime < 86_400:
        return path
    for old in path.parent.glob("*"):
        old.unlink()
    print(f"making a local file of {size.messages:,} messages in {path.parent}", file=sys.stderr)
    fill(path, size)
    made.touch()
    return path


def fill(path: Path, size: Size, *, searchable: bool = True) -> None:
    """Make the local file of "me" with a desk of this size, as if synced a moment ago."""
    store = Store.open(path, "local")
    with store.relaxed():
        _sign_in(store)
        _put(store, desk_rows.directory(size))
        source = desk_rows.tickets(size, desk_rows.demo_texts())
        documents: list[tuple[int, str, str, str]] = []
        while part := [row for ticket in islice(source, AT_ONCE) for row in ticket]:
            _put(store, part)
            documents += _documents(part) if searchable else []
        _index(store, sorted(documents))
    store.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()


def _sign_in(store: Store) -> None:
    with store.transaction():
        known = {"agent_id": ME.id, "login": ME.login, "agent_name": ME.name}
        for key, value in {**known, "agent_role": ME.role}.items():
            profile.put(store, key, value)
        profile.put(store, "synced_at_ms", str(wall_ms()))
        profile.put(store, "tokens_version", str(TOKENS_VERSION))


def _put(store: Store, rows: Iterable[tuple[str, Row]]) -> None:
    by_kind: dict[str, list[tuple[Any, ...]]] = {}
    for kind, row in rows:
        by_kind.setdefault(kind, []).append(values(kind, row))
    with store.transaction():
        for kind, found in by_kind.items():
            store.many(records.upsert_sql(kind, guard_rev=False), found)


def values(kind: str, row: Row) -> tuple[Any, ...]:
    """A whole row in the order of its columns."""
    return records.values(kind, {**records.defaults(kind), "rev": 1, **row})


def insert_sql(kind: str) -> str:
    """With names: columns that came later stand last in the file."""
    names = records.columns(kind)
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" for _ in names)
    return f'INSERT INTO "{kind}" ({listed}) VALUES ({marks})'


def _documents(rows: list[tuple[str, Row]]) -> list[tuple[int, str, str, str]]:
    """(time, id, ticket, words) of what can be searched."""
    found = []
    for kind, row in rows:
        if kind == "ticket":
            words = f"{_tokens(row['subject'])} {row['number']}"
            found.append((row["created_at_ms"], row["id"], row["id"], words))
        elif kind == "message":
            found.append((row["at_ms"], row["id"], row["ticket_id"], _tokens(row["html"])))
    return found


@functools.cache
def _tokens(html: str) -> str:
    return " ".join(normalise(to_plain(html, links=False)))


def _index(store: Store, documents: list[tuple[int, str, str, str]]) -> None:
    """What ``models.indexing`` would write one batch after another, here in the order of time."""
    place = 0
    for start in range(0, len(documents), 20 * AT_ONCE):
        docs, words = [], []
        for at_ms, ent, ticket_id, text in documents[start : start + 20 * AT_ONCE]:
            place = max(at_ms // STEP_MS, place + 1)
            kind = "ticket" if ent == ticket_id else "message"
            docs.append((place, kind, ent, ticket_id, at_ms, TOKENS_VERSION))
            words.append((place, text))
        with store.transaction():
            store.many("INSERT INTO search_doc VALUES (?, ?, ?, ?, ?, ?)", docs)
            store.many("INSERT INTO search_index (rowid, words) VALUES (?, ?)", words)
