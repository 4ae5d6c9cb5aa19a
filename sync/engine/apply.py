"""Writing what the server says into the local file.

Rows without unsent effects are simply replaced, guarded by their revision. For the others the
server's state goes into ``shadow`` and the visible row is folded again. A page, its cursors and
what it took away are one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from models import indexing, profile, records
from models.database import Store
from models.overlay import refold, release, release_rows, uncover, unsent_after
from models.perform import MARKED, mark_for_search
from sync.engine.arrivals import note_arrivals, note_whole
from sync.engine.settling import settle
from sync.protocol import errors, schema
from sync.protocol.kinds import KINDS

Row = dict[str, Any]
Key = tuple[str, str]
Values = tuple[Any, ...]
CHILDREN = tuple(kind.name for kind in KINDS.values() if kind.parent)


@dataclass
class News:
    """What changed in the local file: kinds, and the tickets concerned (``many``: any)."""

    kinds: set[str] = field(default_factory=set)
    tickets: set[str] = field(default_factory=set)
    many: bool = False

    def add(self, kind: str, id: str, row: Row | None) -> None:
        self.kinds.add(kind)
        if kind == "ticket":
            self.tickets.add(id)
        elif row and row.get("ticket_id"):
            self.tickets.add(row["ticket_id"])

    def __bool__(self) -> bool:
        return bool(self.kinds)


class Page:
    """Applies lines in order, inside a transaction of the caller."""

    def __init__(self, store: Store, held: Iterable[str]) -> None:
        self.store = store
        self.held = set(held)
        self.news = News()
        self.refold: set[Key] = set()
        self._shadowed: set[Key] = set()
        self._homes: dict[Key, str | None] | None = None
        self._puts: dict[str, list[Row]] = {}
        self._shadow_puts: dict[Key, Row] = {}

    def apply(self, lines: Sequence[schema.Line]) -> None:
        """Lines in the order of ``seq``; puts come before outs of the same position."""
        note_arrivals(self.store, lines)
        among, named = self.store.among(f"{line.kind}:{line.id}" for line in lines)
        shadowed = f"SELECT kind, ent FROM shadow WHERE key {among}"
        self._shadowed = {(kind, ent) for kind, ent in self.store.sql(shadowed, (named,))}
        for line in lines:
            if line.kind not in KINDS:
                continue  # a newer server; it is asked for after an upgrade
            if line.op == "put" and line.row is not None:
                self._put(line, line.row)
            elif line.op in ("out", "del"):
                self._flush()
                self._out(line)
        self._flush()
        self._refold()

    def put_values(self, kind: str, scope: str, rows: Sequence[Values]) -> None:
        """Rows of a snapshot of ``scope``, in the order of ``records.columns``."""
        names = records.columns(kind)
        at_home = names.index("scope")
        self.news.kinds.add(kind)
        shadowed = {
            ent for (ent,) in self.store.sql("SELECT ent FROM shadow WHERE kind = ?", (kind,))
        }
        plain = [row for row in rows if row[0] not in shadowed] if shadowed else rows
        if len(plain) < len(rows):
            theirs = [row for row in rows if row[0] in shadowed]
            self._put_shadows((kind, dict(zip(names, row, strict=True))) for row in theirs)
        for values in rows if scope.startswith("u:") else ():
            if values[at_home] != scope:
                self._hold(kind, dict(zip(names, values, strict=True)))
        self.store.many(records.upsert_sql(kind, guard_rev=True), plain)
        if kind in MARKED and not indexing.is_outdated(self.store):  # else all are marked anyway
            mark_for_search(self.store, [(kind, values[0]) for values in plain])
        self._refold()

    def drop(self, kind: str, ids: Sequence[str], scope: str) -> None:
        """Rows that a snapshot of ``scope`` has no more; those that another scope holds stay."""
        for id in ids:
            shared = self._end_hold(kind, id) if scope.startswith("u:") else False
            self._drop(kind, id, scope, shared)
        if ids:
            self.news.kinds.add(kind)
        self._refold()

    def _end_hold(self, kind: str, id: str) -> bool:
        """Whether the row came by a share; it does not any more."""
        text = "DELETE FROM shared_hold WHERE key = ? RETURNING key"
        return bool(self.store.sql(text, (f"{kind}:{id}",)))

    def _refold(self) -> None:
        for (kind, id), row in refold(self.store, self.refold).items():
            self.news.add(kind, id, row)
        self.refold.clear()

    def purge(self, scope: str) -> None:
        """Take away the rows of a scope that is no longer held; unsent text stays."""
        for kind in KINDS:
            for id in self._ids_in(kind, scope):
                self.news.add(kind, id, None)
                self._drop(kind, id, scope, shared=False)
        forget_landing(self.store, scope)
        self._refold()

    def _ids_in(self, kind: str, scope: str) -> list[str]:
        """Rows of a scope, those too that an unsent change shows in another one."""
        found = self.store.sql(
            f'SELECT id FROM "{kind}" WHERE scope = ? UNION '
            "SELECT ent FROM shadow WHERE kind = ? AND json_extract(row, '$.scope') = ?",
            (scope, kind, scope),
        )
        return [id for (id,) in found]

    def _put(self, line: schema.Line, data: Row) -> None:
        row = records.complete(line.kind, {**data, "id": line.id, "rev": line.rev})
        self.news.add(line.kind, line.id, row)
        if line.scope != row["scope"]:  # by a share; it stays when the queue is taken away
            self._hold(line.kind, row)
        if (line.kind, line.id) in self._shadowed:
            known = self._shadow_puts.get((line.kind, line.id))
            if known is None or known["rev"] <= row["rev"]:
                self._shadow_puts[line.kind, line.id] = row
        else:
            self._puts.setdefault(line.kind, []).append(row)

    def _put_shadows(self, rows: Iterable[tuple[str, Row]]) -> None:
        """The server's state of rows with unsent effects, unless a newer one is known."""
        found = []
        for kind, row in rows:
            text = msgspec.json.encode(row).decode()
            found.append((text, f"{kind}:{row['id']}", row["rev"]))
            self.refold.add((kind, row["id"]))
        if found:
            self._homes = None
        self.store.many(
            "UPDATE shadow SET row = ? WHERE key = ? "
            "AND COALESCE(json_extract(row, '$.rev'), 0) <= ?",
            found,
        )

    def _hold(self, kind: str, row: Row) -> None:
        ticket_id = row["id"] if kind == "ticket" else row.get("ticket_id", "")
        self.store.sql(
            "INSERT INTO shared_hold (key, kind, ent, ticket_id) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET ticket_id = excluded.ticket_id",
            (f"{kind}:{row['id']}", kind, row["id"], ticket_id),
        )

    def _flush(self) -> None:
        for kind, rows in self._puts.items():
            told = records.put_many(self.store, kind, rows, guard_rev=True)
            mark_for_search(self.store, [(kind, id) for id in told])
        self._puts.clear()
        self._put_shadows((kind, row) for (kind, _), row in self._shadow_puts.items())
        self._shadow_puts.clear()

    def _out(self, line: schema.Line) -> None:
        """The row left this scope; its children in the same scope go with it, orphans too.

        ``del``: it is gone for good, whatever other scope it came by.
        """
        self.news.add(line.kind, line.id, None)
        shared = line.scope.startswith("u:") and (
            line.kind == "ticket" or self._end_hold(line.kind, line.id)
        )
        if line.kind == "ticket" and shared:
            self.store.sql("DELETE FROM shared_hold WHERE ticket_id = ?", (line.id,))
        gone = line.op == "del"
        self._drop(line.kind, line.id, line.scope, shared, gone)
        if line.kind == "ticket":
            for kind, id in list(self._children(line.id)):
                self._drop(kind, id, line.scope, shared, gone)

    def _children(self, ticket_id: str) -> Iterator[Key]:
        """What the server has on this ticket; an unsent split may show it on another one."""
        if self._homes is None:
            found = self.store.sql("SELECT kind, ent, row ->> 'ticket_id' FROM shadow")
            self._homes = {(kind, id): home for kind, id, home in found}
        for kind in CHILDREN:
            seen = self.store.sql(f'SELECT id FROM "{kind}" WHERE ticket_id = ?', (ticket_id,))
            yield from ((kind, id) for (id,) in seen if (kind, id) not in self._homes)
        for (kind, id), home in self._homes.items():
            if home == ticket_id and kind in CHILDREN:
                yield kind, id

    def _drop(self, kind: str, id: str, scope: str, shared: bool, gone: bool = False) -> None:
        key = f"{kind}:{id}"
        shadow = self.store.sql("SELECT row FROM shadow WHERE key = ?", (key,))
        row = _read(shadow[0][0]) if shadow else records.get(self.store, kind, id)
        if row is None or (not gone and self._still_held(kind, id, row, scope, shared)):
            return
        if kind == "ticket":
            self.store.sql("DELETE FROM old_ticket WHERE ticket_id = ?", (id,))
        if shadow:
            self.store.sql("UPDATE shadow SET row = NULL WHERE key = ?", (key,))
            self.refold.add((kind, id))
        else:
            records.remove(self.store, kind, [id])
            mark_for_search(self.store, [(kind, id)])

    def _still_held(self, kind: str, id: str, row: Row, scope: str, shared: bool) -> bool:
        if shared:
            return row["scope"] in self.held
        if row["scope"] != scope:
            return True
        hold = self.store.sql("SELECT 1 FROM shared_hold WHERE key = ?", (f"{kind}:{id}",))
        return bool(hold)


def _read(text: str | None) -> Row | None:
    row: Row | None = msgspec.json.decode(text) if text else None
    return row


def apply_pull(store: Store, answer: schema.PullAnswer, now_ms: int) -> News:
    """A page of changes with its cursors; scopes that are gone are purged.

    Those that wait for their snapshot keep what they have: see ``awaited``.
    """
    with store.relaxed(), store.transaction():
        page = Page(store, {scope for scope, state in answer.scopes.items() if not state.gone})
        page.apply(answer.changes)
        waiting = awaited(answer)
        _expect(store, waiting)
        for scope, state in answer.scopes.items():
            if state.gone:
                page.purge(scope)
                store.sql("DELETE FROM scope_cursor WHERE scope = ?", (scope,))
            elif scope not in waiting:
                if state.new:  # from its beginning: nothing of it is missing
                    begin_at(store, scope, state.cur, 0)
                move_cursor(store, scope, state.cur)
        if not answer.more and not waiting:
            refold(store, release(store, settled_mids(store)))
            profile.put(store, "synced_at_ms", str(now_ms))
    return page.news


def awaited(answer: schema.PullAnswer) -> list[str]:
    """Scopes that begin with their snapshot: large ones that are new, and expired ones."""
    return sorted(
        scope
        for scope, state in answer.scopes.items()
        if state.expired or (state.new and not state.cur)
    )


def begin_at(store: Store, scope: str, cursor: str | None, floor_ms: int) -> None:
    """A scope is here as a snapshot with this floor had it, or is to be read from nothing."""
    move_cursor(store, scope, cursor)
    store.sql("UPDATE scope_cursor SET floor_ms = ? WHERE scope = ?", (floor_ms, scope))


def move_cursor(store: Store, scope: str, cursor: str | None) -> None:
    """Inside the transaction that writes the rows up to there."""
    store.sql(
        "INSERT INTO scope_cursor (scope, cursor) VALUES (?, ?) "
        "ON CONFLICT (scope) DO UPDATE SET cursor = excluded.cursor",
        (scope, cursor),
    )


def landing_key(scope: str) -> str:
    """Where ``landing`` remembers which snapshot of a scope it writes."""
    return f"snapshot:{scope}"


def place_key(scope: str) -> str:
    """Where ``landing`` remembers how far it came."""
    return f"snapshot_at:{scope}"


def forget_landing(store: Store, scope: str) -> None:
    """No snapshot of this scope is under way."""
    for key in (landing_key(scope), place_key(scope)):
        profile.put(store, key, None)


def forget_scope(store: Store, scope: str) -> News:
    """Take a scope's rows away, to be pulled from the beginning."""
    with store.relaxed(), store.transaction():
        page = Page(store, {row[0] for row in store.sql("SELECT scope FROM scope_cursor")})
        page.purge(scope)
        begin_at(store, scope, None, 0)
    return page.news


def settled_mids(store: Store) -> list[int]:
    """Changes whose rows are here by now: they were settled before this pull was asked for."""
    found = store.sql(
        "SELECT DISTINCT e.mid FROM pending_effect e JOIN outbox o ON o.mid = e.mid "
        "WHERE o.state IN ('settled', 'refused', 'held')"
    )
    return [mid for (mid,) in found]


def forget_all(store: Store) -> None:
    """Take away what a server said, for a fresh start; unsent changes stay."""
    for kind in KINDS:
        known = f'FROM "{kind}" WHERE id NOT IN (SELECT ent FROM shadow WHERE kind = ?)'
        gone = store.sql(f"SELECT id {known}", (kind,))
        mark_for_search(store, [(kind, id) for (id,) in gone])
        store.sql(f"DELETE {known}", (kind,))
    for table in ("scope_cursor", "shared_hold", "old_ticket"):
        store.sql(f"DELETE FROM {table}")
    store.sql("DELETE FROM profile WHERE key LIKE 'snapshot%'")  # see ``landing``
    store.sql("UPDATE shadow SET row = NULL")
    refold(store, store.sql("SELECT kind, ent FROM shadow"))


Pushed = tuple[schema.PushAnswer, Sequence[int]]
"""An answer, and the numbers of the changes that were sent for it."""


def apply_pushes(store: Store, pushed: Sequence[Pushed], now_ms: int, on_the_way: int = 0) -> News:
    """Settle what was sent, with the rows as they stand now; in one durable transaction.

    A row that a change up to number ``on_the_way`` touches too stays as it is seen: the answer
    to that one brings it again. Where a row leaves its scope, all are written: others go with it.
    Raises Forked when the server's chain is not this outbox's.
    """
    with store.transaction():
        over: set[int] = set()
        for answer, sent in pushed:
            _check_chain(store, answer.ack)
            over |= _over_without_rows(sent, settle(store, answer.out, now_ms))
        last = pushed[-1][1][-1]
        rows = [line for answer, _ in pushed for line in answer.rows]
        unsent = unsent_after(store, {(line.kind, line.id) for line in rows}, last)
        if all(line.op == "put" for line in rows):
            again = {key for key, mid in unsent.items() if mid <= on_the_way}
            rows = [line for line in rows if (line.kind, line.id) not in again]
        here = [line for line in rows if line.op == "put"]
        release_rows(store, {(line.kind, line.id) for line in here}, last)
        touched = release(store, sorted(over)) if over else set()
        plain = (line for line in here if (line.kind, line.id) not in unsent)
        uncover(store, ((line.kind, line.id, line.rev) for line in plain))
        _expect(store, {line.scope for line in rows})
        held = {row[0] for row in store.sql("SELECT scope FROM scope_cursor")}
        page = Page(store, held)
        page.refold |= touched
        page.apply(rows)
        answer, sent = pushed[-1]
        _note_acked(store, answer.ack, sent)
    return page.news


def apply_rows(store: Store, rows: Sequence[schema.Line], whole: Iterable[str]) -> News:
    """Rows that were asked for by name. All that belongs to the tickets in ``whole`` is here."""
    with store.relaxed(), store.transaction():
        _expect(store, {line.scope for line in rows})
        page = Page(store, [row[0] for row in store.sql("SELECT scope FROM scope_cursor")])
        page.apply(rows)
        note_whole(store, whole)
    page.news.tickets.update(whole)
    return page.news


def _note_acked(store: Store, ack: schema.Ack, sent: Sequence[int]) -> None:
    """Settled is what was sent just now, also where the server has more of it from before.

    After a kill it may know changes whose outcomes never came here: they are asked for in turn.
    """
    mid, chain = ack.mid, ack.chain
    if sent and sent[-1] < mid:
        newest = "SELECT mid, chain FROM outbox WHERE mid <= ? ORDER BY mid DESC LIMIT 1"
        mid, chain = store.sql(newest, (sent[-1],))[0]
    profile.put(store, "acked_mid", str(mid))
    profile.put(store, "acked_chain", chain)


def _over_without_rows(sent: Sequence[int], settled: Iterable[int]) -> set[int]:
    """Changes whose effects go at once: the server took nothing of them.

    Those of a settled one go with a row that holds them, and stay in sight until it comes: it may
    have been taken before, from this client or from another one that this file was then. Where
    the row left, they stay until a pull: what the stream says late of it must not bring it back.
    """
    return set(sent) - set(settled)


def _expect(store: Store, scopes: Iterable[str]) -> None:
    """Ask for these scopes from now on: if one is taken away before the pull, it says so."""
    store.many(
        "INSERT INTO scope_cursor (scope, cursor) VALUES (?, NULL) ON CONFLICT DO NOTHING",
        [(scope,) for scope in scopes],
    )


def check_ack(store: Store, ack: schema.Ack) -> None:
    """What the server says of this client's changes must be what this file knows of them.

    Raises Forked when the server has changes that this file never made: it was copied, or put
    back. Raises Rewound when the server has lost some.
    """
    if ack.mid > (profile.number(store, "last_mid") or 0):
        raise errors.Forked("This computer's file was copied or put back.")
    if ack.mid < (profile.number(store, "acked_mid") or 0):
        raise errors.Rewound("The server's store was put back.")
    _check_chain(store, ack)


def _check_chain(store: Store, ack: schema.Ack) -> None:
    """Of this client's changes: those before belong to the client that this file had then."""
    found = store.sql(
        "SELECT chain FROM outbox WHERE mid = ? AND client_id = ?",
        (ack.mid, profile.get(store, "client_id") or ""),
    )
    if found and found[0][0] and found[0][0] != ack.chain:
        raise errors.Forked("This outbox is not the one that the server knows.")
