"""``deskside-server backup`` and ``restore``: the whole desk in a folder, and back.

A backup is one view of a live store, in a form of its own that both kinds of store read: a file
of JSON lines for each table, the bytes of files beside them, and ``manifest.json``, which is
written last and names the hash of everything. A restore raises the store's epoch: clients that
are ahead of it notice and send again what it has lost (protocol.md, 2.13).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import peewee
import zstandard

from models import files, migrating
from models.clock import wall_ms
from models.database import Store
from models.errors import Refused, StoreDamaged, StoreTooNew
from sync.protocol import schema
from sync.protocol.product import product_version
from sync.server.admin import sqlite_path
from sync.server.marks import epoch
from sync.server.writer import STREAM

FORMAT = 1
MANIFEST = "manifest.json"
BESIDE = ("-wal", "-shm")
ROWS_AT_ONCE = 2_000
NUMBERS_LEFT_OUT = 1_000
PASSED_OVER = ("upload",)  # pieces that came and are not yet a file
Rows = list[tuple[Any, ...]]
Progress = Callable[[str], None]


class Part(msgspec.Struct, frozen=True):
    """A table in the backup."""

    table: str
    columns: list[str]
    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds. ``migrations`` are the scripts that its tables had seen."""

    product: str
    format: int
    version: str
    at_ms: int
    epoch: int
    next_number: int
    migrations: dict[str, list[str]]
    tables: list[Part]
    files: list[str]


def back_up(store: Store, folder: Path, target: Path, tell: Progress) -> Manifest:
    """Write a backup into ``target``, which must not exist yet.

    The store may be in use. Raises Refused when the target is taken, StoreDamaged when the bytes
    of a file are missing, StoreFull or StoreReadOnly when it can't be written.
    """
    if target.exists():
        raise Refused("invalid", f"{target} is there already. Name a new folder.")
    with _becoming(target) as building:
        return _write_all(store, folder, building, tell)


@contextlib.contextmanager
def _becoming(target: Path) -> Iterator[Path]:
    """A new folder that gets this name when all went well, and goes otherwise."""
    building = target.with_name(f"{target.name}.part")
    shutil.rmtree(building, ignore_errors=True)
    try:
        with files.disk_errors():
            building.mkdir(parents=True)
            yield building
            building.rename(target)
            files.sync_folder(target.parent)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write_all(store: Store, folder: Path, building: Path, tell: Progress) -> Manifest:
    with store.snapshot():
        era, number = epoch(store), _next_number(store)
        names = [name for name in _tables(store) if name not in PASSED_OVER]
        parts = [_write_table(store, name, building, tell) for name in names]
        held = sorted(row[0] for row in store.sql("SELECT sha256 FROM blob"))
    for sha256 in held:
        _take_file(folder, building, sha256)
    tell(f"{len(held)} files")
    manifest = Manifest(
        product=schema.PRODUCT,
        format=FORMAT,
        version=product_version(),
        at_ms=wall_ms(),
        epoch=era,
        next_number=number,
        migrations=_migrations(store),
        tables=parts,
        files=held,
    )
    _write_durably(building / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def _next_number(store: Store) -> int:
    """The number that the next ticket would get."""
    source = "stream_head" if store.is_sqlite else "ticket_numbers"
    column = "next_number" if store.is_sqlite else "last_value + 1"
    return int(store.sql(f"SELECT {column} FROM {source}")[0][0])


def _tables(store: Store) -> list[str]:
    found = [name for name in store.db.get_tables() if not name.startswith("migration_")]
    return sorted(name for name in found if not name.startswith("sqlite_"))


def _migrations(store: Store) -> dict[str, list[str]]:
    return {
        part: [row[0] for row in store.sql(f"SELECT name FROM migration_{part} ORDER BY name")]
        for part in ("entities", "server")
    }


def _write_table(store: Store, table: str, building: Path, tell: Progress) -> Part:
    columns = [column.name for column in store.db.get_columns(table)]
    path = building / f"{table}.ndjson.zst"
    digest, count = hashlib.sha256(), 0
    encode = msgspec.json.Encoder().encode
    with path.open("wb") as file, zstandard.ZstdCompressor(level=3).stream_writer(file) as out:
        for rows in _read(store, table, columns):
            text = b"".join(encode(row) + b"\n" for row in rows)
            digest.update(text)
            out.write(text)
            count += len(rows)
        out.flush(zstandard.FLUSH_FRAME)
        os.fsync(file.fileno())
    tell(f"{table}: {count} rows")
    return Part(table, columns, count, digest.hexdigest())


def _read(store: Store, table: str, columns: Sequence[str]) -> Iterator[Rows]:
    """All rows of the present view, without holding them all."""
    listed = ", ".join(f'"{name}"' for name in columns)
    text = f'SELECT {listed} FROM "{table}"'
    if store.is_sqlite:
        cursor: Any = store.db.execute_sql(text)
    else:
        cursor = store.db.connection().cursor(name=f"backup_{table}")
        cursor.execute(text)
    with contextlib.closing(cursor):
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield rows


def _take_file(folder: Path, building: Path, sha256: str) -> None:
    source, target = files.path(folder, sha256), files.path(building / "files", sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        try:
            os.link(source, target)  # bytes under a hash never change
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copyfile(source, target)
    except FileNotFoundError as error:
        raise StoreDamaged(f"The bytes of {sha256} are missing in {folder}.") from error


def restore(source: Path, url: str, folder: Path, tell: Progress) -> Manifest:
    """Make the desk of a backup in an empty store.

    Everything is read and checked before the store is touched, and written in one transaction.
    Raises Refused for a store with something in it, StoreDamaged for a broken backup,
    StoreTooNew for one of a newer program.
    """
    manifest = read_manifest(source)
    for part in manifest.tables:
        _check_part(source, part)
    for sha256 in manifest.files:
        _check_file(source, sha256)
    path = sqlite_path(url)
    if path is not None and path.exists():
        raise Refused("invalid", f"{path} is there already. Move it away, or name another store.")
    try:
        _fill_store(source, url, folder, manifest, tell)
    except BaseException:
        if path is not None:
            for half in (path, *(path.with_name(f"{path.name}{end}") for end in BESIDE)):
                half.unlink(missing_ok=True)
        raise
    tell(f"{len(manifest.files)} files")
    return manifest


def _fill_store(source: Path, url: str, folder: Path, manifest: Manifest, tell: Progress) -> None:
    """The files come before the commit: a desk that is there has them all."""
    store = Store.open(url, "server", migrate=False)
    try:
        with store.errors():
            _require_empty(store)
            if not store.db.table_exists("stream_head"):
                migrating.bring_up_to(store.db, "server", manifest.migrations)
            with store.transaction():
                for part in manifest.tables:
                    _fill(store, source, part)
                    tell(f"{part.table}: {part.rows} rows")
                for sha256 in manifest.files:
                    files.keep_copy(folder, files.path(source / "files", sha256))
                _begin_another_past(store, manifest)
            migrating.bring_up_to_date(store.db, "server", None)
    finally:
        store.close()


def read_manifest(source: Path) -> Manifest:
    """Raises StoreDamaged for a folder that is no whole backup."""
    try:
        manifest = msgspec.json.decode((source / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise StoreDamaged(f"{source} holds no whole backup (no {MANIFEST}).") from error
    except msgspec.MsgspecError as error:
        raise StoreDamaged(f"{source / MANIFEST} can't be read: {error}.") from error
    if manifest.format > FORMAT:
        raise StoreTooNew(f"This backup was made by a newer Deskside ({manifest.version}).")
    return manifest


def _check_part(source: Path, part: Part) -> None:
    digest = hashlib.sha256()
    try:
        for block in _blocks(source, part):
            digest.update(block)
    except (OSError, zstandard.ZstdError) as error:
        raise StoreDamaged(f"The table {part.table} of this backup can't be read.") from error
    if digest.hexdigest() != part.sha256:
        raise StoreDamaged(f"The table {part.table} of this backup was changed or cut.")


def _check_file(source: Path, sha256: str) -> None:
    kept = files.path(source / "files", sha256)
    if not kept.exists() or files.hash_of(kept) != sha256:
        raise StoreDamaged(f"The bytes of {sha256} are missing or others in this backup.")


def _blocks(source: Path, part: Part) -> Iterator[bytes]:
    with (source / f"{part.table}.ndjson.zst").open("rb") as file:
        reader = zstandard.ZstdDecompressor().stream_reader(file)
        while block := reader.read(1 << 20):
            yield block


def _rows(source: Path, part: Part) -> Iterator[Rows]:
    decode = msgspec.json.Decoder(tuple[Any, ...]).decode
    rest, rows = b"", []
    for block in _blocks(source, part):
        *lines, rest = (rest + block).split(b"\n")
        rows += [decode(line) for line in lines]
        if len(rows) >= ROWS_AT_ONCE:
            yield rows
            rows = []
    if rows:
        yield rows


def _require_empty(store: Store) -> None:
    """A store that was only initialised may be filled."""
    if not store.db.table_exists("stream_head"):
        return
    if store.sql("SELECT 1 FROM stream_head WHERE seq > 0") or store.sql("SELECT 1 FROM agent"):
        raise Refused("invalid", "There is a desk in this store. Restore into an empty one.")


def _fill(store: Store, source: Path, part: Part) -> None:
    store.sql(f'DELETE FROM "{part.table}"')  # what the migrations put there
    names = ", ".join(f'"{name}"' for name in part.columns)
    marks = ", ".join("?" for _ in part.columns)
    for rows in _rows(source, part):
        if store.is_sqlite:
            store.many(f'INSERT INTO "{part.table}" ({names}) VALUES ({marks})', rows)
            continue
        wrapped = peewee.ExceptionWrapper(peewee.EXCEPTIONS)  # type: ignore[attr-defined]
        cursor = store.db.connection().cursor()
        with wrapped, cursor.copy(f'COPY "{part.table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def _begin_another_past(store: Store, manifest: Manifest) -> None:
    """From here on cursors of the old past are told apart, also if this backup is used twice.

    Some numbers are left out: people may have told customers numbers that were lost.
    """
    store.sql("UPDATE meta SET value = ? WHERE key = 'epoch'", (str(manifest.epoch + 1),))
    advanced = store.sql(
        "UPDATE stream_head SET seq = seq + 1, next_number = ? WHERE stream = ? RETURNING seq",
        (manifest.next_number + NUMBERS_LEFT_OUT, STREAM),
    )
    mark = (advanced[0][0], secrets.token_hex(8), wall_ms())
    store.sql("INSERT INTO seq_mark (seq, nonce, at_ms) VALUES (?, ?, ?)", mark)
    if not store.is_sqlite:
        store.sql("SELECT setval('ticket_numbers', (SELECT next_number FROM stream_head), false)")


def _write_durably(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        os.fsync(file.fileno())
