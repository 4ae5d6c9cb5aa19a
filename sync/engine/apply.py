"""Writing what the server says into the local file.

Rows without unsent effects are simply replaced, guarded by their revision. For the others the
server's state goes into ``shadow`` and the visible row is folded again. A page, its cursors and
what it took away are one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from models import indexing, profile, records
from models.commands import decode
from models.commands.messages import AddMessage, FileRef
from models.commands.records import Put
from models.commands.tickets import CreateTicket
from models.database import Store
from models.errors import Refused
from models.local import FileTransfer
from models.overlay import refold, release
from models.perform import INDEXED, mark_for_search
from sync.protocol import errors, schema
from sync.protocol.kinds import KINDS

Row = dict[str, Any]
Key = tuple[str, str]
HELD_ON_SERVER = ("add_reply", "release")
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
        self.shadowed = {tuple(row) for row in store.sql("SELECT kind, ent FROM shadow")}
        self.refold: set[Key] = set()
        self._puts: dict[str, list[Row]] = {}
        self._dirty: list[Key] = []

    def apply(self, lines: Sequence[schema.Line]) -> None:
        """Lines in the order of ``seq``; puts come before outs of the same position."""
        for line in lines:
            if line.kind not in KINDS:
                continue  # a newer server; it is asked for after an upgrade
            if line.op == "put" and line.row is not None:
                self._put(line, line.row)
            elif line.op in ("out", "del"):
                self._flush()
                self._out(line)
        self._flush()
        refold(self.store, self.refold)

    def put_values(self, kind: str, scope: str, rows: Sequence[Values]) -> None:
        """Rows of a snapshot of ``scope``, in the order of ``records.columns``."""
        names = records.columns(kind)
        at_home = names.index("scope")
        self.news.kinds.add(kind)
        shadowed = {ent for known, ent in self.shadowed if known == kind}
        plain = [row for row in rows if row[0] not in shadowed] if shadowed else rows
        for values in rows if len(plain) < len(rows) else ():
            if values[0] in shadowed:
                self._put_shadow(kind, dict(zip(names, values, strict=True)))
        for values in rows if scope.startswith("u:") else ():
            if values[at_home] != scope:
                self._hold(kind, dict(zip(names, values, strict=True)))
        self.store.many(records.upsert_sql(kind, guard_rev=True), plain)
        if kind in INDEXED and not indexing.is_outdated(self.store):  # else all are marked anyway
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
        refold(self.store, self.refold)
        self.refold.clear()

    def purge(self, scope: str) -> None:
        """Take away the rows of a scope that is no longer held; unsent text and drafts stay."""
        for kind in KINDS:
            if kind == "draft":
                continue
            for id in self._ids_in(kind, scope):
                self.news.add(kind, id, None)
                self._drop(kind, id, scope, shared=False)
        forget_landing(self.store, scope)
        refold(self.store, self.refold)

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
        if line.kind in INDEXED:
            self._dirty.append((line.kind, line.id))
        if (line.kind, line.id) in self.shadowed:
            self._flush()
            self._put_shadow(line.kind, row)
        else:
            self._puts.setdefault(line.kind, []).append(row)

    def _put_shadow(self, kind: str, row: Row) -> None:
        key = f"{kind}:{row['id']}"
        known = self.store.sql("SELECT row FROM shadow WHERE key = ?", (key,))[0][0]
        if known and json.loads(known)["rev"] > row["rev"]:
            return
        text = json.dumps(row, ensure_ascii=False)
        self.store.sql("UPDATE shadow SET row = ? WHERE key = ?", (text, key))
        self.refold.add((kind, row["id"]))

    def _hold(self, kind: str, row: Row) -> None:
        ticket_id = row["id"] if kind == "ticket" else row.get("ticket_id", "")
        self.store.sql(
            "INSERT INTO shared_hold (key, kind, ent, ticket_id) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO NOTHING",
            (f"{kind}:{row['id']}", kind, row["id"], ticket_id),
        )

    def _flush(self) -> None:
        for kind, rows in self._puts.items():
            records.put_many(self.store, kind, rows, guard_rev=True)
        self._puts.clear()
        mark_for_search(self.store, self._dirty)
        self._dirty = []

    def _out(self, line: schema.Line) -> None:
        """The row left this scope; its children in the same scope go with it, orphans too."""
        self.news.add(line.kind, line.id, None)
        shared = line.scope.startswith("u:") and line.kind == "ticket"
        if shared:
            self.store.sql("DELETE FROM shared_hold WHERE ticket_id = ?", (line.id,))
        self._drop(line.kind, line.id, line.scope, shared)
        if line.kind == "ticket":
            for kind in CHILDREN:
                ids = self.store.sql(f'SELECT id FROM "{kind}" WHERE ticket_id = ?', (line.id,))
                for (id,) in ids:
                    self._drop(kind, id, line.scope, shared)

    def _drop(self, kind: str, id: str, scope: str, shared: bool) -> None:
        row = self._server_row(kind, id)
        if row is None or self._still_held(kind, id, row, scope, shared):
            return
        if (kind, id) in self.shadowed:
            self.store.sql("UPDATE shadow SET row = NULL WHERE key = ?", (f"{kind}:{id}",))
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

    def _server_row(self, kind: str, id: str) -> Row | None:
        if (kind, id) not in self.shadowed:
            return records.get(self.store, kind, id)
        text = self.store.sql("SELECT row FROM shadow WHERE key = ?", (f"{kind}:{id}",))[0][0]
        return json.loads(text) if text else None


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
        move_cursor(store, scope, None)
    return page.news


def settled_mids(store: Store) -> list[int]:
    """Changes whose rows are here by now: they were settled before this pull was asked for."""
    found = store.sql(
        "SELECT DISTINCT e.mid FROM pending_effect e JOIN outbox o ON o.mid = e.mid "
        "WHERE o.state IN ('settled', 'refused', 'held')"
    )
    return [mid for (mid,) in found]


def forget_all(store: Store) -> None:
    """Take away what a server said, for a fresh start; unsent changes and drafts stay."""
    for kind in KINDS.keys() - {"draft"}:
        known = f'FROM "{kind}" WHERE id NOT IN (SELECT ent FROM shadow WHERE kind = ?)'
        gone = store.sql(f"SELECT id {known}", (kind,))
        mark_for_search(store, [(kind, id) for (id,) in gone])
        store.sql(f"DELETE {known}", (kind,))
    for table in ("scope_cursor", "shared_hold"):
        store.sql(f"DELETE FROM {table}")
    store.sql("DELETE FROM profile WHERE key LIKE 'snapshot%'")  # see ``landing``
    store.sql("UPDATE shadow SET row = NULL")
    refold(store, store.sql("SELECT kind, ent FROM shadow"))


def apply_push(store: Store, answer: schema.PushAnswer, sent: Sequence[int], now_ms: int) -> News:
    """Settle what was sent, with the rows as they stand now; in one durable transaction.

    Raises Forked when the server's chain is not this outbox's.
    """
    with store.transaction():
        _check_chain(store, answer.ack)
        for outcome in answer.out:
            _settle(store, outcome, now_ms)
        early = _before_its_rows(store, answer)
        touched = release(store, [mid for mid in sent if mid not in early])
        _expect(store, {line.scope for line in answer.rows})
        held = {row[0] for row in store.sql("SELECT scope FROM scope_cursor")}
        page = Page(store, held)
        page.refold |= touched
        page.apply(answer.rows)
        for kind, id in touched:
            page.news.add(kind, id, records.get(store, kind, id))
        profile.put(store, "acked_mid", str(answer.ack.mid))
        profile.put(store, "acked_chain", answer.ack.chain)
    return page.news


def _before_its_rows(store: Store, answer: schema.PushAnswer) -> set[int]:
    """Changes that are settled and whose rows the next pull alone brings: they stay in sight.

    They were taken before, from this client or from another one that this file was then.
    """
    again = {each.mid for each in answer.out if each.again or each.s == "duplicate"}
    done = [each.mid for each in answer.out if settled_state(store, each) == "settled"]
    shown = {(line.kind, line.id) for line in answer.rows}
    marks = ", ".join("?" for _ in done)
    effects = store.sql(f"SELECT mid, kind, ent FROM pending_effect WHERE mid IN ({marks})", done)
    return again | {mid for mid, kind, id in effects if (kind, id) not in shown}


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


def settled_state(store: Store, outcome: schema.Outcome) -> str:
    """What an outcome makes of its outbox row: settled, refused, or held for a decision.

    A held reply is a message of its own by now; it carries its state itself.
    """
    if outcome.s == "rejected":
        return "refused"
    kind = store.sql("SELECT kind FROM outbox WHERE mid = ?", (outcome.mid,))
    if outcome.s == "held" and kind and kind[0][0] not in HELD_ON_SERVER:
        return "held"
    return "settled"


def _settle(store: Store, outcome: schema.Outcome, now_ms: int) -> None:
    state = settled_state(store, outcome)
    store.sql(
        "UPDATE outbox SET state = ?, outcome = ?, reason = ?, code = ?, settled_at_ms = ? "
        "WHERE mid = ? AND state IN ('queued', 'sending')",
        (
            state,
            outcome.s,
            outcome.sentence or outcome.code or None,
            outcome.code or None,
            now_ms,
            outcome.mid,
        ),
    )
    if state == "settled":
        _queue_files(store, outcome.mid)


def _queue_files(store: Store, mid: int) -> None:
    """The text is there; now the bytes that it names may follow."""
    payload = store.sql("SELECT payload FROM outbox WHERE mid = ?", (mid,))[0][0]
    for file in _named_files(payload):
        key = f"up:{file.sha256}"
        row = {"key": key, "direction": "up", "sha256": file.sha256, "state": "waiting"}
        insert = FileTransfer.insert(**row, size_bytes=file.size_bytes)
        again = {"state": "waiting", "tries": 0, "reason": None}
        store.run(insert.on_conflict(conflict_target=[FileTransfer.key], update=again))


def _named_files(payload: str) -> Sequence[FileRef]:
    try:
        command = decode(payload)
    except Refused:
        return ()
    if isinstance(command, AddMessage):
        return command.files
    if isinstance(command, CreateTicket) and command.message:
        return command.message.files
    if isinstance(command, Put) and command.entity == "personal_note":
        listed = json.loads(command.set.get("files") or "[]")
        return [FileRef(**file) for file in listed]
    return ()
