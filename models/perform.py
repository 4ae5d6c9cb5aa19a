"""Doing a command on the local file: at once, with its outbox row, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from models import files, profile, records
from models.commands import Command, encode
from models.commands.base import FieldTouch, Heard
from models.database import Store
from models.errors import Refused
from models.local import Outbox
from models.merge.fold import merged_tags
from models.promises import Owing, counted
from models.queries.conversation import is_whole
from models.queries.heard import newest_heard
from models.rows import Actor
from models.values import check_row

T = TypeVar("T")
Row = dict[str, Any]
INDEXED = ("ticket", "message", "article", "personal_note")
MARKED = frozenset((*INDEXED, "contact", "company"))
"""Tickets are found by the names of their customers, so those are marked too."""


@dataclass(frozen=True, slots=True)
class Performed:
    """A command that was applied here and waits in the outbox as ``mid``.

    ``inverse`` undoes it (None: nothing to undo); ``touched`` are (kind, id) of changed rows.
    Those of one ``group`` were one step of their person ("": by itself).
    """

    mid: int
    command: Command
    inverse: Command | None
    touched: tuple[tuple[str, str], ...]
    group: str = ""


def perform(store: Store, command: Command, actor: Actor, now_ms: int) -> Performed:
    """Check, apply and queue a command.

    Raises Refused when a rule says no, StoreFull, StoreBusy or StoreReadOnly when the file can't
    take it; then nothing at all has changed.
    """
    with store.transaction():
        writer = LocalWriter(store, actor, now_ms)
        command, inverse = writer.do(command)
        mid = (profile.number(store, "last_mid") or 0) + 1
        profile.put(store, "last_mid", str(mid))
        _queue(store, mid, command, inverse, now_ms)
        writer.note_effects(mid)
    return Performed(mid, command, inverse, tuple(writer.touched))


def perform_together(
    store: Store, commands: Sequence[Command], actor: Actor, now_ms: int
) -> list[Performed]:
    """Several commands as one step, in their order: when one is refused, none is done."""
    with store.transaction():
        done = [perform(store, command, actor, now_ms) for command in commands]
    group = done[0].command.uid if len(done) > 1 else ""
    return [replace(each, group=group) for each in done]


@dataclass(frozen=True, slots=True)
class NotDone:
    """A step of many that was refused, while others of them were done."""

    ticket_id: str
    error: Refused


def perform_each(
    store: Store, steps: Sequence[Sequence[Command]], actor: Actor, now_ms: int
) -> list[Performed | NotDone]:
    """Many steps alike as one act of their person: each is done whole or not, whatever others are.

    All that was done is one group.
    """
    group = steps[0][0].uid if steps else ""
    done: list[Performed | NotDone] = []
    for step in steps:
        try:
            made = perform_together(store, step, actor, now_ms)
        except Refused as error:
            done.append(NotDone(step[0].ticket or "", error))
        else:
            done += [replace(each, group=group) for each in made]
    return done


def _queue(store: Store, mid: int, command: Command, inverse: Command | None, now_ms: int) -> None:
    store.run(
        Outbox.insert(
            mid=mid,
            client_id=profile.get(store, "client_id") or "",
            kind=command.kind,
            payload=encode(command).decode(),
            ticket_id=command.ticket,
            inverse=encode(inverse).decode() if inverse else None,
            state="queued",
            at_ms=now_ms,
        )
    )


@dataclass
class LocalWriter:
    """Applies effects to the local rows and remembers them, so that they can be folded again."""

    store: Store
    actor: Actor
    now_ms: int
    touched: dict[tuple[str, str], None] = field(default_factory=dict)
    owing: Owing = field(default_factory=Owing)
    _effects: list[tuple[str, str, str, str]] = field(default_factory=list)

    def do(self, command: Command) -> tuple[Command, Command | None]:
        """Check and apply a command: as it is to be sent, and what undoes it."""
        command = msgspec.structs.replace(command.based(self), at_client_ms=self.now_ms)
        command.check(self)
        inverse = command.apply(self)
        self._count_promises()
        return command, inverse

    def _count_promises(self) -> None:
        """As the server will; not what a change of the policies themselves means, nor for tickets
        of which a part is not here."""
        owing, self.owing = self.owing, Owing()
        owing.everything = False
        here = [id for id in owing.owed(self.store) if is_whole(self.store, id)] if owing else []
        for id, changes in counted(self.store, here) if here else ():
            self.update("ticket", id, changes)
        self.owing = Owing()

    def get(self, kind: str, id: str) -> Row | None:
        return records.get(self.store, kind, id)

    def select(self, kind: str, **equal: Any) -> list[Row]:
        return records.select(self.store, kind, equal)

    def ask(self, question: Callable[[Store], T]) -> T:
        return question(self.store)

    def insert(self, kind: str, row: Row) -> None:
        check_row(kind, row)
        whole = records.complete(kind, row)
        self._remember(kind, whole["id"], None)
        records.put(self.store, kind, whole)
        self._effect(kind, whole["id"], "insert", whole)
        self.owing.note_new(kind, whole)

    def update(self, kind: str, id: str, changes: Row) -> None:
        check_row(kind, changes)
        before = self.get(kind, id)
        self._remember(kind, id, before)
        records.update(self.store, kind, id, changes)
        self._effect(kind, id, "set", changes)
        if before is not None:
            self.owing.note(kind, before, changes)

    def change_tags(self, ticket_id: str, add: list[str], remove: list[str]) -> None:
        row = self.get("ticket", ticket_id)
        self._remember("ticket", ticket_id, row)
        tags = merged_tags(row["tags"] if row else "[]", add, remove)
        records.update(self.store, "ticket", ticket_id, {"tags": tags})
        self._effect("ticket", ticket_id, "tags", {"add": add, "remove": remove})

    def move_children(self, ticket_id: str, scope: str) -> None:
        """Only the server moves children: it alone knows who still holds the old scope."""

    def require_ticket(self, ticket: Row) -> None:
        """The server checks rights; here everything that is visible may be tried."""

    def next_number(self) -> int | None:
        return None

    def has_file(self, sha256: str) -> bool:
        folder = self.store.path.parent / "files" if self.store.path else Path("files")
        return files.path(folder, sha256).exists()

    @property
    def decides(self) -> bool:
        return False

    @property
    def client_id(self) -> str:
        return profile.get(self.store, "client_id") or ""

    def heard(self, ticket_id: str, kinds: tuple[str, ...], but_by: str) -> Heard | None:
        return newest_heard(self.store, ticket_id, kinds, but_by)

    def touches(self, kind: str, id: str) -> dict[str, FieldTouch]:
        return {}

    def touch(self, kind: str, id: str, fields: Iterable[str]) -> None:
        """The server alone keeps who wrote what."""

    def report(self, state: str, code: str = "", sentence: str = "") -> None:
        """The server alone decides."""

    def note_effects(self, mid: int) -> None:
        """Write down what was done, under the outbox row's number."""
        rows = [(mid, *effect) for effect in self._effects]
        self.store.many(
            "INSERT INTO pending_effect (mid, kind, ent, op, data) VALUES (?, ?, ?, ?, ?)", rows
        )

    def _remember(self, kind: str, id: str, row: Row | None) -> None:
        """Keep the server's state of a row before the first unsent effect on it."""
        key = (kind, id)
        already = key in self.touched or bool(
            self.store.sql("SELECT 1 FROM pending_effect WHERE kind = ? AND ent = ? LIMIT 1", key)
        )
        self.touched[key] = None
        mark_for_search(self.store, [key])
        if already:
            return
        kept = None if row is None else msgspec.json.encode(row).decode()
        self.store.sql(
            "INSERT INTO shadow (key, kind, ent, row) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (f"{kind}:{id}", *key, kept),
        )

    def _effect(self, kind: str, id: str, op: str, data: Row) -> None:
        self._effects.append((kind, id, op, msgspec.json.encode(data).decode()))


def mark_for_search(store: Store, ents: list[tuple[str, str]]) -> None:
    """Note rows whose words are to be indexed again."""
    store.many(
        "INSERT INTO search_dirty (key, kind, ent) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
        [(f"{kind}:{id}", kind, id) for kind, id in ents if kind in MARKED],
    )
