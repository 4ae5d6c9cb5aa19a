"""Rows that are asked for by name: a whole ticket, any rows, tickets by their number.

What somebody may see is what a pull of all their scopes would bring: the lines of the order of
changes decide, so that a row of others and one that never was are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from models.database import Store
from models.queries.conversation import find_ticket
from models.queries.conversation import whole_ticket as parts_of
from sync.protocol import schema
from sync.protocol.kinds import KINDS
from sync.server import pull
from sync.server.marks import newest_mark
from sync.server.protest import Protest
from sync.server.pull import RawLine
from sync.server.rights import Rights

CHILDREN = tuple(kind.name for kind in KINDS.values() if kind.parent)
PAGE_ROWS = schema.PULL_LIMIT


class RawRows(msgspec.Struct, frozen=True, omit_defaults=True):
    """``schema.RowsAnswer`` with rows that are JSON already."""

    epoch: int
    seq: int
    rows: list[RawLine]
    next: str | None = None


def rows(store: Store, rights: Rights, keys: Iterable[tuple[str, str]]) -> RawRows:
    """Those of these rows that this person may see, deleted ones too."""
    wanted: dict[str, list[str]] = {}
    for kind, id in keys:
        if kind in KINDS:
            wanted.setdefault(kind, []).append(id)
    with store.snapshot():
        head = newest_mark(store)
        return RawRows(head.epoch, head.seq, _shown(store, rights, wanted, set()))


def whole_ticket(store: Store, rights: Rights, ticket_id: str, after: str) -> RawRows:
    """A ticket, what was merged into it, and their children; on from ``after`` of the last page.

    Raises Protest (404).
    """
    with store.snapshot():
        head = newest_mark(store)
        if not _sees(store, rights, ticket_id):
            raise Protest(404, "not_found", "There is no such ticket.")
        family = [id for id in parts_of(store, ticket_id) if _sees(store, rights, id)]
        wanted, rest = _page(store, family, after)
        shown = _shown(store, rights, wanted, rights.scopes)
    return RawRows(head.epoch, head.seq, shown, rest)


def find_tickets(store: Store, rights: Rights, number: str) -> schema.TicketsFound:
    """By number or alias."""
    with store.snapshot():
        found = find_ticket(store, number)
        return schema.TicketsFound([id for id in found if _sees(store, rights, id)])


def _sees(store: Store, rights: Rights, ticket_id: str) -> bool:
    return bool(_shown(store, rights, {"ticket": [ticket_id]}, rights.scopes))


def _page(
    store: Store, family: Sequence[str], after: str
) -> tuple[dict[str, list[str]], str | None]:
    """Ids by kind, the tickets first, and where the next page begins."""
    last_kind, _, last_id = after.partition(":")
    if after and last_kind not in CHILDREN:
        raise Protest(422, "malformed", "That is no place in a ticket.")
    wanted: dict[str, list[str]] = {} if after else {"ticket": list(family)}
    left = PAGE_ROWS
    among, named = store.among(family)
    for kind in CHILDREN[CHILDREN.index(last_kind) if after else 0 :]:
        text = (
            f'SELECT id FROM "{kind}" WHERE ticket_id {among} AND deleted = 0 AND id > ? '
            "ORDER BY id LIMIT ?"
        )
        found = store.sql(text, (named, last_id if kind == last_kind else "", left + 1))
        wanted[kind] = [id for (id,) in found[:left]]
        if len(found) > left:
            return wanted, f"{kind}:{wanted[kind][-1] if left else ''}"
        left -= len(found)
    return wanted, None


def _shown(
    store: Store, rights: Rights, wanted: dict[str, list[str]], fresh: frozenset[str] | set[str]
) -> list[RawLine]:
    """The rows; without the deleted ones of the scopes in ``fresh``."""
    lines = [
        line
        for kind, ids in wanted.items()
        if ids
        for line in pull.lines_of(store, rights, kind, ids)
    ]
    return pull.with_rows(store, lines, fresh)
