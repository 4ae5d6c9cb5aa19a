"""Writing a scope's snapshot into the local file, and knowing how far that came.

Each page of rows and the place after it are one transaction, so that a process killed anywhere
goes on there. Where the scope had rows before, those that the snapshot does not have go: rows of a
kind come in the order of their ids, so that each page says what is no more between its ends.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import TypeVar

import msgspec
import peewee

from models import profile, records
from models.database import Store
from sync.engine import apply
from sync.engine.apply import News, Page, Values
from sync.engine.parts import Rows
from sync.protocol import errors, schema
from sync.protocol.kinds import KINDS


class Begun(msgspec.Struct, frozen=True):
    """What is landing. ``replaces``: there were rows of this scope before.

    ``acked_mid`` is the last change of this device that the snapshot is sure to know.
    """

    snapshot: schema.Snapshot
    replaces: bool
    acked_mid: int


class Place(msgspec.Struct, frozen=True):
    """At ``row`` of part number ``part``, after ``last`` of the last of these kinds."""

    part: int = 0
    row: int = 0
    last: str = ""
    kinds: tuple[str, ...] = ()


class Landing:
    """One scope. What it remembers is in the local file."""

    def __init__(self, store: Store, begun: Begun) -> None:
        self.store = store
        self.snapshot = begun.snapshot
        self.scope = begun.snapshot.scope
        self._replaces = begun.replaces
        self.place = _read(store, apply.place_key(self.scope), Place) or Place()

    @classmethod
    def begin(cls, store: Store, snapshot: schema.Snapshot) -> Landing:
        """A new one. It is remembered that rows may have to be replaced."""
        begun = Begun(snapshot, has_rows(store, snapshot.scope), _acked(store))
        with store.relaxed(), store.transaction():
            apply.forget_landing(store, snapshot.scope)
            profile.put(
                store, apply.landing_key(snapshot.scope), msgspec.json.encode(begun).decode()
            )
        return cls(store, begun)

    @classmethod
    def resumed(cls, store: Store, scope: str) -> Landing | None:
        """The one that was not finished, if there is one that can be.

        One that would take away what was sent since, until the next pull, can't.
        """
        begun = _read(store, apply.landing_key(scope), Begun)
        if begun is None or (begun.replaces and begun.acked_mid != _acked(store)):
            return None
        return cls(store, begun)

    def write(self, rows: Rows) -> News:
        """The page at ``place``. Raises Malformed, and errors of the store."""
        with self.store.relaxed(), self.store.transaction():
            page = Page(self.store, _held(self.store))
            try:
                if rows.values:
                    self._land(page, rows)
            except (peewee.IntegrityError, peewee.InterfaceError) as error:
                raise errors.Malformed(f"A row can't be kept: {error}") from error
            self._go_to(self._after(rows))
        return page.news

    @property
    def rows_done(self) -> int:
        before = self.snapshot.parts[: self.place.part]
        return sum(part.rows for part in before) + self.place.row

    def finish(self) -> News:
        """After the last row: what is left of before goes, and the cursor moves here."""
        with self.store.relaxed(), self.store.transaction():
            page = Page(self.store, _held(self.store))
            if self._replaces:
                self._sweep_tail(page)
                for kind in KINDS.keys() - set(self.place.kinds):
                    page.drop(kind, self._known(kind, ""), self.scope)
            apply.begin_at(self.store, self.scope, self.snapshot.cur, self.snapshot.floor)
            self.store.sql(  # whatever the snapshot has of a ticket, it has all of it
                "DELETE FROM old_ticket WHERE ticket_id IN (SELECT id FROM ticket WHERE scope = ?)",
                (self.scope,),
            )
            apply.forget_landing(self.store, self.scope)
        return page.news

    def forget(self) -> None:
        """It can't be finished; what was written stays until another one replaces it."""
        with self.store.relaxed(), self.store.transaction():
            apply.forget_landing(self.store, self.scope)

    def _land(self, page: Page, rows: Rows) -> None:
        values: Sequence[Values] = rows.values
        if self._replaces:
            if rows.kind not in self.place.kinds[-1:]:
                self._sweep_tail(page)
            self._sweep(page, rows)
            values = self._changed(rows)
        page.put_values(rows.kind, self.scope, values)

    def _sweep(self, page: Page, rows: Rows) -> None:
        """Drop what lies between the rows of this page."""
        first = self.place.last if rows.kind in self.place.kinds[-1:] else ""
        ids = [values[0] for values in rows.values]
        again = rows.kind in self.place.kinds[:-1]
        if again or any(b <= a for a, b in zip([first, *ids], ids, strict=False)):
            raise errors.Malformed("Rows of the first sync come in no order.")
        gone = set(self._known(rows.kind, first, ids[-1])).difference(ids)
        page.drop(rows.kind, sorted(gone), self.scope)

    def _sweep_tail(self, page: Page) -> None:
        """Drop what lies after the last row of the kind that has ended."""
        for kind in self.place.kinds[-1:]:
            page.drop(kind, self._known(kind, self.place.last), self.scope)

    def _known(self, kind: str, after: str, upto: str | None = None) -> list[str]:
        """Ids of the local rows that came with this scope."""
        ends, params = "> ?", [after]
        if upto is not None:
            ends, params = "BETWEEN ? AND ?", [after, upto]
        found = self.store.sql(
            f'SELECT id FROM "{kind}" WHERE scope = ? AND id {ends} '
            f"UNION SELECT ent FROM shadow WHERE kind = ? AND row ->> 'scope' = ? AND ent {ends} "
            f"UNION SELECT ent FROM shared_hold WHERE ? AND kind = ? AND ent {ends}",
            (
                *(self.scope, *params),
                *(kind, self.scope, *params),
                *(self.scope.startswith("u:"), kind, *params),
            ),
        )
        return [row[0] for row in found if row[0] > after]

    def _changed(self, rows: Rows) -> list[Values]:
        """Without the rows that are here already: few changed since."""
        at_rev = records.columns(rows.kind).index("rev")
        ids = [values[0] for values in rows.values]
        known = {row["id"]: row["rev"] for row in records.get_many(self.store, rows.kind, ids)}
        shared = self.scope.startswith("u:")
        return [v for v in rows.values if shared or v[at_rev] != known.get(v[0])]

    def _after(self, rows: Rows) -> Place:
        """Where the next page begins."""
        part, row = self.place.part, self.place.row + rows.count
        if row >= self.snapshot.parts[part].rows:
            part, row = part + 1, 0
        last, kinds = self.place.last, self.place.kinds
        if rows.values:
            last = rows.values[-1][0]
            kinds = kinds if rows.kind in kinds[-1:] else (*kinds, rows.kind)
        return Place(part, row, last, kinds)

    def _go_to(self, place: Place) -> None:
        profile.put(self.store, apply.place_key(self.scope), msgspec.json.encode(place).decode())
        self.place = place


def has_rows(store: Store, scope: str) -> bool:
    """Whether anything of this scope is here."""
    return any(
        store.sql(f'SELECT 1 FROM "{kind}" WHERE scope = ? LIMIT 1', (scope,)) for kind in KINDS
    )


def _acked(store: Store) -> int:
    return profile.number(store, "acked_mid") or 0


def _held(store: Store) -> list[str]:
    return [row[0] for row in store.sql("SELECT scope FROM scope_cursor")]


T = TypeVar("T", Begun, Place)


def _read(store: Store, key: str, kind: type[T]) -> T | None:
    """What was remembered, or None for nothing or what an older version wrote."""
    text = profile.get(store, key)
    with contextlib.suppress(msgspec.MsgspecError):
        return msgspec.json.decode(text, type=kind) if text else None
    return None
