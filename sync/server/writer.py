"""What commands write through on the server: revisions rise, every change leaves a line.

``write_path.WritePath`` makes a writer for each transaction and gives the order at its end.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from models import records
from models.commands.base import FieldTouch, Heard
from models.database import Store
from models.errors import Refused
from models.ids import stable_id
from models.merge.fold import merged_tags
from models.promises import Owing
from models.queries.heard import newest_heard
from models.rebuild import TOLD_OF
from models.rows import Actor
from models.server_only import Blob
from models.values import check_row, is_text
from sync.protocol.kinds import KINDS
from sync.server import bulk
from sync.server.pending import Pending, Touched
from sync.server.rights import SYSTEM, Rights, claim_file, may_read_file

T = TypeVar("T")
Row = dict[str, Any]
STREAM = "main"
CHILDREN = tuple(kind for kind in KINDS.values() if kind.parent)
WITH_MESSAGES = ("conflict", "mention", "message", "message_file", "message_version")
"""Children that can go from one ticket to another, see ``models.commands.splitting``."""
LOCKED = ("checklist_item", "message", "ticket")
WEIGHTS = {"applied": 0, "merged": 1, "conflict": 2, "held": 3}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a change; the weightiest of what its command reported."""

    state: str = "applied"
    code: str = ""
    sentence: str = ""

    @property
    def weight(self) -> int:
        return WEIGHTS[self.state]


APPLIED = Verdict()


@dataclass
class ServerWriter:
    """Commands change rows through it. ``gathers``: rows are written together, at ``settle``."""

    store: Store
    now_ms: int
    rights: Rights = SYSTEM
    step: int = 0
    gathers: bool = False
    client_id: str = ""
    verdict: Verdict = field(default_factory=lambda: APPLIED)
    pending: Pending = field(default_factory=Pending)
    owing: Owing = field(default_factory=Owing)

    @property
    def actor(self) -> Actor:
        return self.rights.actor

    @property
    def decides(self) -> bool:
        return True

    @contextlib.contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the transaction that is taken back as a whole when it raises."""
        before = self.pending.copy()
        try:
            with self.store.db.atomic():
                yield
                self.settle()
        except BaseException:
            self.pending = before  # what was read and locked inside is not known any more
            raise

    def settle(self, *kinds: str) -> None:
        """Write what waits, when it concerns one of these kinds (none named: any)."""
        if not kinds or self.pending.concerns(kinds):
            self.pending.write(self.store)

    def prefetch(
        self, keys: Iterable[tuple[str, str]], also: Sequence[records.Question] = ()
    ) -> list[list[tuple[Any, ...]]]:
        """Lock and read rows in one go, in the order that every transaction keeps to.

        ``also`` are questions that go first in the same message; their answers.
        """
        wanted: dict[str, list[str]] = {}
        for kind, id in sorted(set(keys)):
            if kind in LOCKED and is_text(id) and (kind, id) not in self.pending.known:
                wanted.setdefault(kind, []).append(id)
        rows = [records.question(self.store, kind, ids, lock=True) for kind, ids in wanted.items()]
        tickets = wanted.get("ticket", [])
        found = self.store.answers([*also, *rows, self._who_shares(tickets)])
        for (kind, ids), got in zip(wanted.items(), found[len(also) :], strict=False):
            self.pending.known.update(dict.fromkeys((kind, id) for id in ids))
            for row in records.rows_of(kind, got):
                self.pending.known[(kind, row["id"])] = row
        shared = _by_ticket(found[-1])
        here = [id for id in tickets if self.pending.known[("ticket", id)]]
        self.pending.shared.update({id: shared.get(id, []) for id in here})
        return found[: len(also)]

    def get(self, kind: str, id: str) -> Row | None:
        """The row; what is decided by a ticket or message holds until the transaction ends."""
        key = (kind, id)
        if not is_text(id):
            return None
        if key not in self.pending.known:
            row = records.get(self.store, kind, id, lock=kind in LOCKED)
            if kind not in LOCKED or row is None:
                return row
            self.pending.known[key] = row
        known = self.pending.known[key]
        return dict(known) if known is not None else None

    def select(self, kind: str, **equal: Any) -> list[Row]:
        self.settle(kind)
        return records.select(self.store, kind, equal)

    def ask(self, question: Callable[[Store], T]) -> T:
        self.settle()
        return question(self.store)

    def insert(self, kind: str, row: Row) -> None:
        check_row(kind, row)
        whole = self._with_steps(kind, {**records.complete(kind, row), "rev": 1})
        self.pending.insert(kind, whole)
        if not self.gathers:
            self.settle()
        self._line(kind, whole)
        self.owing.note_new(kind, whole)
        if kind in ("mention", "watcher"):
            self._share(row["ticket_id"], row["agent_id"])
        if kind == "ticket" and not self.rights.holds(row["scope"]):
            self._share(row["id"], self.actor.id)  # who asks another queue for help sees it
        if kind == "message_file" and row.get("state") == "pending":
            claim_file(self.store, row["id"], row["sha256"], self.actor.id)

    def insert_many(
        self, kind: str, rows: Sequence[Row], steps: Sequence[int] | None = None
    ) -> None:
        """New rows of one kind, written at once; ids that exist already are the caller's error.

        ``steps`` tells for each row to which step it belongs (imports write the rows of many
        tickets at once); without it all belong to the present one.
        """
        self.settle()
        whole = [self._with_steps(kind, {**records.complete(kind, row), "rev": 1}) for row in rows]
        bulk.insert(self.store, kind, [records.values(kind, row) for row in whole])
        shared = self._shares(kind, whole)
        for row, step in zip(whole, steps or [self.step] * len(whole), strict=True):
            self._line(kind, row, step, shared)
            if row.get("status") != "done":
                self.owing.note_new(kind, row)
        if kind in ("mention", "watcher"):
            for row in whole:
                self._share(row["ticket_id"], row["agent_id"])

    def update(self, kind: str, id: str, changes: Row) -> None:
        check_row(kind, changes)
        before = self.pending.known.get((kind, id))
        if before is None:
            before = records.get(self.store, kind, id, lock=True)
        if before is None:
            raise Refused("gone", "This is no longer there.")
        risen = {**changes, "rev": before["rev"] + 1}
        after = {**before, **risen}
        self.pending.update(kind, after, risen)
        if kind == "ticket" and not TOLD_OF.isdisjoint(changes):
            self.pending.note_ticket(before, after)
        if not self.gathers:
            self.settle()
        self.owing.note(kind, before, changes)
        if after["scope"] != before["scope"]:
            self._leave(kind, before)
        moved = kind in WITH_MESSAGES and after["ticket_id"] != before["ticket_id"]
        if moved:
            self._leave_ticket(kind, before)
        self._line(kind, after)
        if moved and kind == "mention":
            self._share(after["ticket_id"], after["agent_id"])

    def _with_steps(self, kind: str, row: Row) -> Row:
        """A new row; a line of history keeps what its ticket was not told of yet."""
        if kind == "ticket":
            self.pending.note_ticket(None, row)
        return self.pending.told(row) if kind == "event" else row

    def amend(self, kind: str, id: str, changes: Row) -> None:
        """What follows from this transaction's own changes, with the revision that they gave.

        A new one where the row has the revision of an earlier transaction: somebody has seen that.
        """
        row = self.pending.known.get((kind, id))
        line = self.pending.lines.get((kind, id, row["scope"])) if row else None
        if row is None or line is None or (line.op, line.rev) != ("put", row["rev"]):
            self.update(kind, id, changes)
            return
        self.pending.update(kind, {**row, **changes}, changes)
        if not self.gathers:
            self.settle()

    def remove(self, kind: str, row: Row) -> None:
        """Take a row out for good: whoever had it is told to drop it."""
        self.settle()
        held = self.store.sql(
            "SELECT scope FROM change WHERE kind = ? AND ent = ? AND op = 'put'", (kind, row["id"])
        )
        self.step += 1
        for (scope,) in held:
            gone = Touched(self.step, "del", row["rev"], None)
            self.pending.lines[(kind, row["id"], scope)] = gone
        records.remove(self.store, kind, [row["id"]])
        self.store.sql("DELETE FROM field_touch WHERE kind = ? AND ent = ?", (kind, row["id"]))
        self.pending.known[(kind, row["id"])] = None

    def change_tags(self, ticket_id: str, add: list[str], remove: list[str]) -> None:
        row = self.get("ticket", ticket_id)
        if row is not None:
            self.update("ticket", ticket_id, {"tags": merged_tags(row["tags"], add, remove)})

    def move_children(self, ticket_id: str, scope: str) -> None:
        """Children go with their ticket; in the old scope only the ticket's ``out`` line stays.

        And those of what was on another ticket before: somebody may have it there still.
        """
        self.settle()
        for kind in CHILDREN:
            if kind.name == "share":
                continue
            wandered = self.wandered(kind.name, ticket_id)
            for row in records.children(self.store, kind.name, ticket_id):
                if row["scope"] == scope:
                    continue
                if row["id"] in wandered:
                    self._leave(kind.name, row)
                else:
                    self._forget_line(kind.name, row)
                moved = {"scope": scope, "rev": row["rev"] + 1}
                records.update(self.store, kind.name, row["id"], moved)
                self.pending.known.pop((kind.name, row["id"]), None)
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
        self.settle("message_file", "share")
        if self.store.value(Blob.select(Blob.sha256).where(Blob.sha256 == sha256)) is None:
            return False
        return self.rights.everything or may_read_file(self.store, self.rights, sha256)

    def heard(self, ticket_id: str, kinds: tuple[str, ...], but_by: str) -> Heard | None:
        self.settle("message")
        return newest_heard(self.store, ticket_id, kinds, but_by)

    def touches(self, kind: str, id: str) -> dict[str, FieldTouch]:
        found = self.store.sql(
            "SELECT field, rev, client_id, agent_id, at_ms FROM field_touch "
            "WHERE kind = ? AND ent = ?",
            (kind, id),
        )
        kept = {name: FieldTouch(*touch) for name, *touch in found}
        return kept | self.pending.touches.get((kind, id), {})

    def touch(self, kind: str, id: str, fields: Iterable[str]) -> None:
        row = self.get(kind, id)
        rev = row["rev"] if row else 0
        mine = FieldTouch(rev, self.client_id, self.actor.id, self.now_ms)
        before = self.pending.touches.get((kind, id), {})
        self.pending.touches[(kind, id)] = {**before, **dict.fromkeys(fields, mine)}

    def report(self, state: str, code: str = "", sentence: str = "") -> None:
        if self.verdict.weight <= WEIGHTS[state]:
            self.verdict = Verdict(state, code, sentence)

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
        lines = self.pending.lines
        lines[(kind, row["id"], row["scope"])] = touched
        known = self._shares(kind, [row]) if shared is None else shared
        for agent_id in known.get(row["id"] if kind == "ticket" else parent or "", ()):
            lines[(kind, row["id"], f"u:{agent_id}")] = touched

    def _leave(self, kind: str, before: Row) -> None:
        touched = Touched(self.step, "out", before["rev"], None)
        self.pending.lines[(kind, before["id"], before["scope"])] = touched

    def _leave_ticket(self, kind: str, before: Row) -> None:
        """Who has the old ticket by a share alone loses the row, unless the new one is shared."""
        self.touch(kind, before["id"], ["ticket_id"])
        touched = Touched(self.step, "out", before["rev"], None)
        for agent_id in self._shares(kind, [before]).get(before["ticket_id"], ()):
            self.pending.lines[(kind, before["id"], f"u:{agent_id}")] = touched
        for scope in self._left_by(before["ticket_id"]):
            self.pending.lines[(kind, before["id"], scope)] = touched

    def _left_by(self, ticket_id: str) -> set[str]:
        """Where only the ticket's ``out`` line takes its children away: it may come back alone."""
        text = "SELECT scope FROM change WHERE kind = 'ticket' AND ent = ? AND op = 'out'"
        found = {scope for (scope,) in self.store.sql(text, (ticket_id,))}
        for (kind, id, scope), line in self.pending.lines.items():
            if (kind, id, line.op) == ("ticket", ticket_id, "out"):
                found.add(scope)
        return found

    def wandered(self, kind: str, ticket_id: str) -> set[str]:
        """Children of a ticket that were on another one before."""
        if kind not in WITH_MESSAGES:
            return set()
        found = self.store.sql(
            f'SELECT r.id FROM "{kind}" r JOIN field_touch f ON f.kind = ? AND f.ent = r.id '
            "AND f.field = 'ticket_id' WHERE r.ticket_id = ?",
            (kind, ticket_id),
        )
        return {id for (id,) in found}

    def _forget_line(self, kind: str, row: Row) -> None:
        self.pending.lines.pop((kind, row["id"], row["scope"]), None)
        self.store.sql(
            "DELETE FROM change WHERE kind = ? AND ent = ? AND scope = ?",
            (kind, row["id"], row["scope"]),
        )

    def _shares(self, kind: str, rows: Sequence[Row]) -> dict[str, list[str]]:
        """For the tickets of these rows: who has them by a share."""
        if kind == "share" or not (kind == "ticket" or KINDS[kind].parent):
            return {}
        tickets = sorted({row["id"] if kind == "ticket" else row["ticket_id"] for row in rows})
        if len(tickets) == 1 and tickets[0] in self.pending.shared:
            return {tickets[0]: self.pending.shared[tickets[0]]}
        shared = self._shared_with(tickets)
        if len(tickets) == 1 and ("ticket", tickets[0]) in self.pending.known:
            self.pending.shared[tickets[0]] = shared.get(tickets[0], [])
        return shared

    def _shared_with(self, tickets: Sequence[str]) -> dict[str, list[str]]:
        """By ticket, the agents that it is shared with."""
        self.settle("share")
        return _by_ticket(self.store.sql(*self._who_shares(tickets)))

    def _who_shares(self, tickets: Sequence[str]) -> records.Question:
        among, wanted = self.store.among(tickets)
        text = f"SELECT ticket_id, agent_id FROM share WHERE deleted = 0 AND ticket_id {among}"
        return text, (wanted,)

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
        self.pending.shared.pop(ticket_id, None)
        self._line("ticket", ticket)
        for kind in CHILDREN:
            for child in self.select(kind.name, ticket_id=ticket_id):
                self._line(kind.name, child)

    def _is_member(self, agent_id: str, queue_id: str) -> bool:
        self.settle("agent", "queue_member")
        found = self.store.sql(
            "SELECT 1 FROM agent a WHERE a.id = ? AND (a.role = 'admin' OR EXISTS (SELECT 1 "
            "FROM queue_member m WHERE m.agent_id = a.id AND m.queue_id = ? AND m.deleted = 0))",
            (agent_id, queue_id),
        )
        return bool(found)


def _by_ticket(shares: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ticket_id, agent_id in shares:
        found.setdefault(ticket_id, []).append(agent_id)
    return found


def share_id(ticket_id: str, agent_id: str) -> str:
    """The id of the one row that shares a ticket with an agent."""
    return stable_id(f"share/{ticket_id}/{agent_id}")
