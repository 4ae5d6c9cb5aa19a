"""Opening a store, and the few ways in which the rest of the program talks to it.

A ``Store`` is one SQLite file or one PostgreSQL database. It is opened here and nowhere else, so
that pragmas, the version of SQLite and the translation of errors stand in one place.
See sqlite.org/wal.html for the WAL-reset bug.
"""

from __future__ import annotations

import contextlib
import errno
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import peewee
import pysqlite3.dbapi2 as pysqlite3

from models import migrating
from models.errors import (
    DeskError,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreTooOld,
)

SQLITE_NEEDED = (3, 51, 3)
BUSY_TIMEOUT_MS = 10_000
INLINE_TAG = re.compile(r"</?(?:a|b|strong|i|em|u|s|code|span|mark|sub|sup)(?:\s[^>]*)?>")
TAG = re.compile(r"<[^>]*>")
Side = Literal["local", "server"]
Row = dict[str, Any]


class Store:
    """One database. Connections are per thread and opened on first use."""

    def __init__(self, db: peewee.Database, path: Path | None, side: Side) -> None:
        self.db = db
        self.path = path
        self.side = side
        self.is_sqlite = isinstance(db, peewee.SqliteDatabase)

    @classmethod
    def open(cls, url: str | Path, side: Side, *, migrate: bool = True) -> Store:
        """Open ``sqlite:///path``, a path, or ``postgresql://…``; bring its tables up to date.

        Raises StoreTooNew for a store of a newer program, StoreDamaged for a file that is no
        store, StoreReadOnly and StoreFull for what the file system says.
        """
        store = cls._connect(str(url), side)
        try:
            with store.errors():
                store.db.connect(reuse_if_open=True)
                if migrate:
                    migrating.bring_up_to_date(store.db, side, store.path)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def _connect(cls, url: str, side: Side) -> Store:
        if url.startswith(("postgresql://", "postgres://")):
            from playhouse.db_url import connect as connect_url  # 30 ms of a desktop's start

            return cls(connect_url(url), None, side)
        assert_sqlite()
        path = Path(url.removeprefix("sqlite:///") if url.startswith("sqlite:") else url)
        make_folder(path.parent)
        pragmas = {
            "journal_mode": "wal",
            "foreign_keys": 1,
            "synchronous": "full",
            "temp_store": "memory",
            "cache_size": -32_000,
            "mmap_size": 1 << 28,
        }
        db = peewee.SqliteDatabase(str(path), pragmas=pragmas, timeout=BUSY_TIMEOUT_MS / 1000)
        db.register_function(folded, "folded", 1, deterministic=True)
        db.register_function(folded_text, "folded_text", 1, deterministic=True)
        return cls(db, path, side)

    def close(self) -> None:
        """Close this thread's connection."""
        if not self.db.is_closed():
            self.db.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction that writes; on SQLite it takes the write lock at once."""
        with self.errors():
            if self.is_sqlite:
                with self.db.atomic("IMMEDIATE"):
                    yield
            else:
                with self.db.atomic():
                    yield

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """One read-only view of the store for several queries."""
        with self.errors():
            if self.is_sqlite:
                with self.db.atomic("DEFERRED"):
                    yield
            else:
                with self.db.atomic(isolation_level="REPEATABLE READ"):
                    yield

    @contextlib.contextmanager
    def relaxed(self) -> Iterator[None]:
        """Commits inside may be lost by a power cut (never by a crash): pulled pages only."""
        if self.is_sqlite:
            self.db.execute_sql("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            if self.is_sqlite:
                self.db.execute_sql("PRAGMA synchronous = FULL")

    def rows(self, query: peewee.Query) -> list[Row]:
        """All rows of a select, or of a write with RETURNING, as dicts."""
        with self.errors():
            return list(query.dicts().execute(self.db))

    def row(self, query: peewee.Query) -> Row | None:
        found = self.rows(query)
        return found[0] if found else None

    def tuples(self, query: peewee.Query) -> list[tuple[Any, ...]]:
        with self.errors():
            return list(query.tuples().execute(self.db))

    def value(self, query: peewee.Query) -> Any:
        """The first column of the first row, or None."""
        found = self.tuples(query)
        return found[0][0] if found else None

    def run(self, query: peewee.Query) -> int:
        """Execute a write; the number of rows it touched."""
        with self.errors():
            return int(query.execute(self.db) or 0)

    def sql(self, text: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Hand-written SQL with ``?`` placeholders, for both kinds of store."""
        with self.errors():
            cursor = self.db.execute_sql(self.dialect(text), tuple(params))
            return list(cursor.fetchall()) if cursor.description else []

    def answers(self, asked: Sequence[tuple[str, Sequence[Any]]]) -> list[list[tuple[Any, ...]]]:
        """What ``sql`` gives for each of these; PostgreSQL gets them all in one message."""
        if self.is_sqlite:
            return [self.sql(text, params) for text, params in asked]
        with self.unwaited():
            found = [self.db.execute_sql(self.dialect(text), tuple(p)) for text, p in asked]
        return [list(cursor.fetchall()) for cursor in found]

    @contextlib.contextmanager
    def unwaited(self) -> Iterator[None]:
        """Writes inside do not wait for each other's answers (PostgreSQL's pipeline mode).

        They have succeeded when it ends. What ``sql`` would read inside is not to be had.
        """
        with self.errors():
            if self.is_sqlite:
                yield
                return
            wrapped = peewee.ExceptionWrapper(peewee.EXCEPTIONS)  # type: ignore[attr-defined]
            connection: Any = self.db.connection()
            with wrapped, connection.pipeline():
                yield

    def among(self, values: Iterable[str]) -> tuple[str, str | list[str]]:
        """``IN`` any number of values: the words that follow the column, and their parameter."""
        if self.is_sqlite:
            return "IN (SELECT value FROM json_each(?))", json.dumps(list(values))
        return "= ANY(?)", list(values)

    def stream(
        self, text: str, params: Sequence[Any] = (), size: int = 500
    ) -> Iterator[list[tuple[Any, ...]]]:
        """What ``sql`` gives, ``size`` rows at a time, never all at once; inside ``snapshot``."""
        wrapped = peewee.ExceptionWrapper(peewee.EXCEPTIONS)  # type: ignore[attr-defined]
        with self.errors(), wrapped:
            connection = self.db.connection()
            cursor = connection.cursor() if self.is_sqlite else connection.cursor("stream")
            with contextlib.closing(cursor):
                cursor.execute(self.dialect(text), tuple(params))
                while rows := list(cursor.fetchmany(size)):
                    yield rows

    def many(self, text: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows; ten times faster than single inserts."""
        wrapped = peewee.ExceptionWrapper(peewee.EXCEPTIONS)  # type: ignore[attr-defined]
        with self.errors(), wrapped:
            self.db.connection().cursor().executemany(self.dialect(text), list(rows))

    def fold(self, text: str) -> str:
        """How a text compares with what ``folded`` gives in this store: capitals levelled."""
        return folded(text) or "" if self.is_sqlite else text.lower()

    def folded(self, expression: str, value: str) -> str:
        """SQL for an expression with its capitals levelled, to be held against this value.

        SQLite's own ``lower`` is ten times faster, and enough where the value is plain ASCII.
        """
        lower = not self.is_sqlite or value.isascii()
        return f"{'lower' if lower else 'folded'}({expression})"

    def contains(self, expression: str) -> str:
        """SQL that asks whether an expression has the parameter in it, letter by letter."""
        return f"{'instr' if self.is_sqlite else 'strpos'}({expression}, ?) > 0"

    def dialect(self, text: str) -> str:
        return text if self.is_sqlite else text.replace("%", "%%").replace("?", "%s")

    @contextlib.contextmanager
    def errors(self) -> Iterator[None]:
        """Database errors that a person can act on become ours; others pass unchanged."""
        try:
            yield
        except (peewee.DatabaseError, peewee.InterfaceError) as error:
            cut = self._is_cut()
            translated = StoreBusy("The connection was cut.") if cut else translate(error)
            if translated is None:
                raise
            raise translated from error
        except PermissionError as error:
            raise StoreReadOnly(f"Can't write {error.filename}") from error
        finally:
            if self._is_cut() and not self.db.in_transaction():
                self.db.close()  # the next call opens another

    def _is_cut(self) -> bool:
        """True when PostgreSQL has ended this thread's connection."""
        if self.is_sqlite or self.db.is_closed():
            return False
        return bool(self.db.connection().closed)


def folded(text: str | None) -> str | None:
    """A text as names are compared: SQLite's own ``lower`` knows no letters beyond ASCII."""
    if text is None or text.isascii():
        return text and text.lower()
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def folded_text(markup: str | None) -> str | None:
    """``folded`` of what HTML says, its lines joined by spaces."""
    if markup is None:
        return None
    return folded(" ".join(html.unescape(TAG.sub(" ", INLINE_TAG.sub("", markup))).split()))


def make_folder(folder: Path) -> None:
    """The folder, made when it is not there. Raises StoreReadOnly or StoreFull."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        kind = StoreFull if error.errno == errno.ENOSPC else StoreReadOnly
        raise kind(f"Can't make the folder {folder}: {error.strerror}.") from error


def assert_sqlite() -> None:
    """Refuse a SQLite with the WAL-reset bug, and one that peewee does not use."""
    version = pysqlite3.sqlite_version_info
    if peewee.sqlite3 is not pysqlite3:  # type: ignore[attr-defined]  # peewee picks it by itself
        raise StoreTooOld("peewee does not use the SQLite that comes with Deskside.")
    if version < SQLITE_NEEDED:
        needed = ".".join(map(str, SQLITE_NEEDED))
        have = ".".join(map(str, version))
        raise StoreTooOld(f"SQLite {needed} or newer is needed, this is {have}.")


MESSAGES: tuple[tuple[str, type[DeskError]], ...] = (
    ("database is locked", StoreBusy),
    ("database table is locked", StoreBusy),
    ("connection refused", StoreBusy),
    ("connection failed", StoreBusy),
    ("the database system is", StoreBusy),
    ("too many clients", StoreBusy),
    ("disk is full", StoreFull),
    ("disk i/o error", StoreFull),
    ("file too large", StoreFull),
    ("no space left", StoreFull),
    ("readonly database", StoreReadOnly),
    ("unable to open database file", StoreReadOnly),
    ("not a database", StoreDamaged),
    ("malformed", StoreDamaged),
)


def translate(error: BaseException) -> DeskError | None:
    """Our error for a database's words, or None when they tell of a fault of ours.

    On a full disk SQLite ends the transaction by itself and the rollback fails: then what came
    before counts (sqlite.org/lang_transaction.html, 3).
    """
    words = str(error).lower()
    for part, kind in MESSAGES:
        if part in words:
            return kind(str(error))
    return translate(error.__context__) if error.__context__ else None
