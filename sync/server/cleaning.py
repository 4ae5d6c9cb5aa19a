"""Taking away what nobody needs any more (protocol.md, 2.16, 2.6, 2.11).

Cursors older than what was taken away are told that they have expired; a younger one never goes
wrong. Rows come out of the trash for good after 30 days; files that nothing names after 90.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models import files, records
from models.database import Store
from sync.protocol.kinds import KEPT, KINDS
from sync.server.write_path import WritePath
from sync.server.writer import CHILDREN, STREAM, ServerWriter

DAY_MS = 86_400_000
MARKS_MS = 120 * DAY_MS
TRASH_MS = 30 * DAY_MS
OUTCOMES_MS = 180 * DAY_MS
FILES_MS = 90 * DAY_MS
EVERY_MS = 3_600_000
AT_ONCE = 100
DUE = "cleaned_at_ms"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How much went: rows out of the trash, lines and marks, outcomes, files."""

    rows: int
    lines: int
    outcomes: int
    files: int


def clean_if_due(path: WritePath, folder: Path) -> Cleaned | None:
    """At most once an hour, whichever process comes first."""
    now_ms = path.now_ms()
    with path.store.transaction():
        path.store.sql(
            "INSERT INTO meta (key, value) VALUES (?, '0') ON CONFLICT (key) DO NOTHING", (DUE,)
        )
        taken = path.store.sql(
            "UPDATE meta SET value = ? WHERE key = ? AND CAST(value AS BIGINT) <= ? RETURNING key",
            (str(now_ms), DUE, now_ms - EVERY_MS),
        )
    return clean(path, folder) if taken else None


def clean(path: WritePath, folder: Path) -> Cleaned:
    """All of it, in short transactions."""
    now_ms = path.now_ms()
    rows = sum(_empty_trash(path, kind, now_ms - TRASH_MS) for kind in KINDS)
    return Cleaned(
        rows=rows,
        lines=_forget_lines(path.store, now_ms - MARKS_MS),
        outcomes=_forget_outcomes(path.store, now_ms - OUTCOMES_MS),
        files=_drop_files(path.store, folder, now_ms - FILES_MS),
    )


def _position(store: Store, before_ms: int) -> int:
    """The newest position that is older than this moment; 0 when there is none."""
    found = store.sql("SELECT MAX(seq) FROM seq_mark WHERE at_ms < ?", (before_ms,))
    return int(found[0][0] or 0)


def _empty_trash(path: WritePath, kind: str, before_ms: int) -> int:
    """Rows of a kind that were deleted before that moment, and children of such tickets."""
    upto, count = _position(path.store, before_ms), 0
    text = (
        f'SELECT r.id FROM "{kind}" r JOIN change c ON c.kind = ? AND c.ent = r.id '
        f"AND c.scope = r.scope WHERE r.deleted = 1 AND c.seq <= ?{_not_named(kind)} "
        "ORDER BY r.id LIMIT ?"
    )
    while found := [row[0] for row in path.store.sql(text, (kind, upto, AT_ONCE))]:
        path.run(lambda writer, ids=tuple(found): _remove(writer, kind, ids))  # type: ignore[misc]
        count += len(found)
    return count


def _not_named(kind: str) -> str:
    """Keeps whom a ticket names, or somebody who was merged into them."""
    if kind not in KEPT:
        return ""
    return (
        f" AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.{KEPT[kind]} = r.id) "
        f'AND NOT EXISTS (SELECT 1 FROM "{kind}" p WHERE p.merged_into = r.id)'
    )


def _remove(writer: ServerWriter, kind: str, ids: tuple[str, ...]) -> None:
    for id in ids:
        row = writer.get(kind, id)
        if row is None or not row["deleted"]:
            continue  # somebody has just brought it back
        if kind == "ticket":
            for child in CHILDREN:
                _remove_children(writer, child.name, id)
        writer.remove(kind, row)


def _remove_children(writer: ServerWriter, kind: str, ticket_id: str) -> None:
    """They have no lines of their own: whoever drops the ticket drops them with it.

    But for what was on another ticket before: somebody may have it there still.
    """
    wandered = writer.wandered(kind, ticket_id)
    for row in records.children(writer.store, kind, ticket_id):
        if row["id"] in wandered:
            writer.remove(kind, row)
            continue
        writer.store.sql("DELETE FROM change WHERE kind = ? AND ent = ?", (kind, row["id"]))
        records.remove(writer.store, kind, [row["id"]])


def _forget_lines(store: Store, before_ms: int) -> int:
    """Lines of what left, and marks, up to the newest position that is old enough."""
    upto = _position(store, before_ms)
    with store.transaction():
        head, gone = store.sql("SELECT seq, gc_seq FROM stream_head WHERE stream = ?", (STREAM,))[0]
        upto = min(upto, head - 1)  # the head's own mark stays
        if upto <= gone:
            return 0
        lines = store.sql(
            "DELETE FROM change WHERE op <> 'put' AND seq <= ? RETURNING seq", (upto,)
        )
        marks = store.sql("DELETE FROM seq_mark WHERE seq < ? RETURNING seq", (upto,))
        store.sql("UPDATE stream_head SET gc_seq = ? WHERE stream = ?", (upto, STREAM))
    return len(lines) + len(marks)


def _forget_outcomes(store: Store, before_ms: int) -> int:
    """Outcomes that nobody will ask for again; each client's last one stays."""
    with store.transaction():
        gone = store.sql(
            "DELETE FROM mutation_seen WHERE at_ms < ? AND mid < (SELECT last_mid FROM client c "
            "WHERE c.id = mutation_seen.client_id) RETURNING mid",
            (before_ms,),
        )
    return len(gone)


def _drop_files(store: Store, folder: Path, before_ms: int) -> int:
    """Bytes that no row names any more."""
    old = [row[0] for row in store.sql("SELECT sha256 FROM blob WHERE at_ms < ?", (before_ms,))]
    return sum(_drop_file(store, folder, sha256) for sha256 in old if not _named(store, sha256))


def _drop_file(store: Store, folder: Path, sha256: str) -> int:
    with store.transaction():
        if _named(store, sha256):
            return 0
        for table in ("blob", "blob_holder"):
            store.sql(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))
        files.path(folder, sha256).unlink(missing_ok=True)
    return 1


def _named(store: Store, sha256: str) -> bool:
    if store.sql("SELECT 1 FROM message_file WHERE sha256 = ? LIMIT 1", (sha256,)):
        return True
    texts = (
        ("personal_note", "files"),
        ("personal_note", "html"),
        ("draft", "html"),
        ("article", "html"),
        ("article_version", "html"),
        ("template", "html"),
        ("message", "html"),
        ("conflict", "mine"),
    )
    return any(
        store.sql(f'SELECT 1 FROM "{kind}" WHERE "{name}" LIKE ? LIMIT 1', (f"%{sha256}%",))
        for kind, name in texts
    )
