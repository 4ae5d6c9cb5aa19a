"""The only way in which rows of the shared store change.

One transaction for a batch of steps: each step applies one command (or one imported record) and
gets one position ``seq`` in the order of changes. The counter row ``stream_head`` is updated by
the last statements, together with the change lines and a random mark, so that its lock is short
and positions follow the order of commits: a reader at head h has everything up to h. A plain
PostgreSQL sequence would let readers miss rows.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import peewee

from models import records
from models.clock import wall_ms
from models.database import Store
from models.errors import Refused
from models.ids import stable_id
from models.merge.fold import merged_tags
from models.rows import Actor
from models.server_only import Blob
from models.values import check_row
from sync.protocol.kinds import KINDS
from sync.server import bulk
from sync.server.rights import SYSTEM, Rights, may_read_file

Row = dict[str, Any]
T = TypeVar("T")
STREAM = "main"
CHILDREN = tuple(kind for kind in KINDS.values() if kind.parent)
LOCKED = ("ticket", "message")
RETRIES = 5
SHARES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Touched:
    """One change line to be written: which row, seen from which scope, by which step."""

    step: int
    op: str
    rev: int
    parent: str | None


@dataclass
class ServerWriter:
    """What commands write through on the server: revisions rise, every change leaves a line."""

    store: Store
    now_ms: int
    rights: Rights = SYSTEM
    step: int = 0
    lines: dict[tuple[str, str, str], Touched] = field(default_factory=dict)
    _own: dict[tuple[str, str], Row] = field(default_factory=dict)
    _shared: dict[str, list[str]] = field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        return self.rights.actor

    def get(self, kind: str, id: str) -> Row | None:
        """The row; what is decided by a ticket or message holds until the transaction ends."""
        own = self._own.get((kind, id))
        if own is not None:
            return dict(own)
        row = records.get(self.store, kind, id, lock=kind in LOCKED)
        if row is not None and kind in LOCKED:
            self._own[(kind, id)] = dict(row)
        return row

    @contextlib.contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the transaction that is taken back as a whole when it raises."""
        lines, own = dict(self.lines), dict(self._own)
        try:
            with self.store.db.atomic():
                yield
        except BaseException:
            self.lines, self._own = lines, own  # locks taken inside are gone, too
            self._shared.clear()
            raise

    def select(self, kind: str, **equal: Any) -> list[Row]:
        return records.select(self.store, kind, equal)

    def insert(self, kind: str, row: Row) -> None:
        check_row(kind, row)
        self.insert_many(kind, [row])
        self._own[(kind, row["id"])] = {**records.complete(kind, row), "rev": 1}
        if kind == "ticket" and not self.rights.holds(row["scope"]):
            self._share(row["id"], self.actor.id)  # who asks another queue for help sees it

    def insert_many(
        self, kind: str, rows: Sequence[Row], steps: Sequence[int] | None = None
    ) -> None:
        """New rows of one kind; ids that exist already are an error of the caller.

        ``steps`` tells for each row to which step it belongs (imports write the rows of many
        tickets at once); without it all belong to the present one.
        """
        whole = [{**records.complete(kind, row), "rev": 1} for row in rows]
        bulk.insert(self.store, kind, [records.values(kind, row) for row in whole])
        shared = self._shares(kind, whole)
        for row, step in zip(whole, steps or [self.step] * len(whole), strict=True):
            self._line(kind, row, step, shared)
        if kind in ("mention", "watcher"):
            for row in whole:
                self._share(row["ticket_id"], row["agent_id"])

    def update(self, kind: str, id: str, changes: Row) -> None:
        check_row(kind, changes)
        before = self._own.get((kind, id)) or records.get(self.store, kind, id, lock=True)
        if before is None:
            raise Refused("gone", "This is no longer there.")
        after = {**before, **changes, "rev": before["rev"] + 1}
        records.update(self.store, kind, id, {**changes, "rev": after["rev"]})
        self._own[(kind, id)] = after
        if after["scope"] != before["scope"]:
            self._leave(kind, before)
        self._line(kind, after)

    def change_tags(self, ticket_id: str, add: list[str], remove: list[str]) -> None:
        row = self.get("ticket", ticket_id)
        if row is not None:
            self.update("ticket", ticket_id, {"tags": merged_tags(row["tags"], add, remove)})

    def move_children(self, ticket_id: str, scope: str) -> None:
        """Children go with their ticket; in the old scope only the ticket's ``out`` line stays."""
        for kind in CHILDREN:
            if kind.name == "share":
                continue
            for row in records.children(self.store, kind.name, ticket_id):
                if row["scope"] == scope:
                    continue
                self._forget_line(kind.name, row)
                moved = {"scope": scope, "rev": row["rev"] + 1}
                records.update(self.store, kind.name, row["id"], moved)
                self._own.pop((kind.name, row["id"]), None)
                self._line(kind.name, {**row, **moved})

    def require_ticket(self, ticket: Row) -> None:
        if self.rights.holds(ticket["scope"]):
            return
        if self.get("share", share_id(ticket["id"], self.actor.id)) is None:
            raise Refused("forbidden", "This ticket is in a queue that is not yours.")

    def next_number(self) -> int | None:
        return self.next_numbers(1)[0]

    def next_numbers(self, count: int) -> list[int]:
        """The next ``count`` ticket numbers."""
        if not self.store.is_sqlite:
            text = "SELECT nextval('ticket_numbers') FROM generate_series(1, ?)"
            return [int(row[0]) for row in self.store.sql(text, (count,))]
        taken = self.store.sql(
            "UPDATE stream_head SET next_number = next_number + ? WHERE stream = ? "
            "RETURNING next_number",
            (count, STREAM),
        )
        return list(range(int(taken[0][0]) - count, int(taken[0][0])))

    def has_file(self, sha256: str) -> bool:
        """Whether the bytes are here; told only to those who may read them already."""
        if self.store.value(Blob.select(Blob.sha256).where(Blob.sha256 == sha256)) is None:
            return False
        return self.rights.everything or may_read_file(self.store, self.rights, sha256)

    def _line(
        self,
        kind: str,
        row: Row,
        step: int | None = None,
        shared: dict[str, list[str]] | None = None,
    ) -> None:
        """A change line in the row's scope and in those of the people its ticket is shared with."""
        parent = row.get("ticket_id") if KINDS[kind].parent else None
        at = self.step if step is None else step
        touched = Touched(at, "put", row["rev"], parent)
        self.lines[(kind, row["id"], row["scope"])] = touched
        known = self._shares(kind, [row]) if shared is None else shared
        for agent_id in known.get(row["id"] if kind == "ticket" else parent or "", ()):
            self.lines[(kind, row["id"], f"u:{agent_id}")] = touched

    def _leave(self, kind: str, before: Row) -> None:
        touched = Touched(self.step, "out", before["rev"], None)
        self.lines[(kind, before["id"], before["scope"])] = touched

    def _forget_line(self, kind: str, row: Row) -> None:
        self.lines.pop((kind, row["id"], row["scope"]), None)
        self.store.sql(
            "DELETE FROM change WHERE kind = ? AND ent = ? AND scope = ?",
            (kind, row["id"], row["scope"]),
        )

    def _shares(self, kind: str, rows: Sequence[Row]) -> dict[str, list[str]]:
        """For the tickets of these rows: who has them by a share."""
        if kind == "share" or not (kind == "ticket" or KINDS[kind].parent):
            return {}
        tickets = sorted({row["id"] if kind == "ticket" else row["ticket_id"] for row in rows})
        if len(tickets) == 1 and tickets[0] in self._shared:
            return {tickets[0]: self._shared[tickets[0]]}
        shared: dict[str, list[str]] = {}
        for start in range(0, len(tickets), SHARES_AT_ONCE):
            part = tickets[start : start + SHARES_AT_ONCE]
            text = (
                "SELECT ticket_id, agent_id FROM share WHERE deleted = 0 "
                f"AND ticket_id IN ({', '.join('?' for _ in part)})"
            )
            for ticket_id, agent_id in self.store.sql(text, part):
                shared.setdefault(ticket_id, []).append(agent_id)
        if len(tickets) == 1 and ("ticket", tickets[0]) in self._own:
            self._shared[tickets[0]] = shared.get(tickets[0], [])
        return shared

    def _share(self, ticket_id: str, agent_id: str) -> None:
        """Somebody outside the queue was brought in: they get the ticket and its children."""
        ticket = self.get("ticket", ticket_id)
        if ticket is None or self.get("agent", agent_id) is None:
            return
        if self._is_member(agent_id, ticket["queue_id"]):
            return
        id = share_id(ticket_id, agent_id)
        if self.get("share", id) is not None:
            return
        scope = f"u:{agent_id}"
        row = {"id": id, "scope": scope, "ticket_id": ticket_id, "agent_id": agent_id}
        self.insert("share", row)
        self._shared.pop(ticket_id, None)
        self._line("ticket", ticket)
        for kind in CHILDREN:
            for child in self.select(kind.name, ticket_id=ticket_id):
                self._line(kind.name, child)

    def _is_member(self, agent_id: str, queue_id: str) -> bool:
        found = self.store.sql(
            "SELECT 1 FROM agent a WHERE a.id = ? AND (a.role = 'admin' OR EXISTS (SELECT 1 "
            "FROM queue_member m WHERE m.agent_id = a.id AND m.queue_id = ? AND m.deleted = 0))",
            (agent_id, queue_id),
        )
        return bool(found)


def share_id(ticket_id: str, agent_id: str) -> str:
    """The id of the one row that shares a ticket with an agent."""
    return stable_id(f"share/{ticket_id}/{agent_id}")


class WritePath:
    """Runs batches of steps over one store."""

    def __init__(self, store: Store, now_ms: Callable[[], int] = wall_ms) -> None:
        self.store = store
        self.now_ms = now_ms

    def run(self, step: Callable[[ServerWriter], T], rights: Rights = SYSTEM) -> T:
        """One step in a transaction of its own."""
        return self.retried(lambda: self._run(step, rights))

    def _run(self, step: Callable[[ServerWriter], T], rights: Rights) -> T:
        with self.batch(rights) as writer:
            return step(writer)

    @contextlib.contextmanager
    def batch(self, rights: Rights = SYSTEM) -> Iterator[ServerWriter]:
        """A transaction; raise ``writer.step`` between steps. The order is given at its end."""
        with self.store.transaction():
            writer = ServerWriter(self.store, self.now_ms(), rights)
            yield writer
            self.finish(writer)

    def finish(self, writer: ServerWriter) -> int:
        """Last statements of a transaction: positions, lines, mark. The new head."""
        if not writer.lines:
            return self.head()
        steps = writer.step + 1
        advanced = self.store.sql(
            "UPDATE stream_head SET seq = seq + ? WHERE stream = ? RETURNING seq", (steps, STREAM)
        )
        head = int(advanced[0][0])
        first = head - steps + 1
        lines = [
            (*key, first + line.step, line.op, line.rev, line.parent)
            for key, line in writer.lines.items()
        ]
        bulk.upsert_changes(self.store, lines)
        mark = (head, secrets.token_hex(8), writer.now_ms)
        self.store.sql("INSERT INTO seq_mark (seq, nonce, at_ms) VALUES (?, ?, ?)", mark)
        return head

    def head(self) -> int:
        found = self.store.sql("SELECT seq FROM stream_head WHERE stream = ?", (STREAM,))
        return int(found[0][0])

    def retried(self, act: Callable[[], T]) -> T:
        """Run again what PostgreSQL broke off as deadlocked or unserialisable (40P01, 40001)."""
        for _ in range(RETRIES - 1):
            try:
                return act()
            except peewee.OperationalError as error:
                broken_off = getattr(getattr(error, "orig", None), "sqlstate", "")
                if broken_off not in ("40001", "40P01"):
                    raise
        return act()
