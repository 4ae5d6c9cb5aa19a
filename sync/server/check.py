"""``deskside-server check``: walks the invariants that a store at rest must keep.

Everything is read in one snapshot, so a live store can be checked. Each fault is one line; the
numbers are those of protocol.md, section 3.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from models import files, records
from models.classify import MOST_CHOICES, crowded
from models.database import Store
from models.rebuild import differences
from sync.protocol.kinds import KINDS
from sync.server.rights import rights_of

SHOWN = 20
LOOKED_AT = 300
"""Tickets whose timeline is gone through, of the newest and of any: it is read whole."""
OF_MESSAGES = ("mention", "message_file", "message_version")
CHILDREN = tuple(kind.name for kind in KINDS.values() if kind.parent and kind.name != "share")


def faults(store: Store, folder: Path) -> Iterator[str]:
    """What is wrong, in words; nothing when all is well."""
    with store.snapshot():
        yield from _order(store)
        for kind in KINDS:
            yield from _lines_of(store, kind)
        for kind in CHILDREN:
            yield from _homes_of(store, kind)
        for kind in OF_MESSAGES:
            yield from _messages_of(store, kind)
        yield from _numbers(store)
        yield from _clients(store)
        yield from _rights(store)
        yield from _categories(store)
        yield from _timelines(store)
        named = store.sql("SELECT sha256 FROM blob WHERE state = 'complete'")
    for (sha256,) in named:
        yield from _bytes_of(folder, sha256)


def _order(store: Store) -> Iterator[str]:
    """I13: nothing stands behind the head, and the head carries a mark."""
    head, marked = store.sql(
        "SELECT seq, (SELECT MAX(seq) FROM seq_mark) FROM stream_head WHERE stream = 'main'"
    )[0]
    if marked != head:
        yield f"I13: the newest mark is {marked}, the head is {head}"
    beyond = store.sql("SELECT COUNT(*) FROM change WHERE seq > ?", (head,))[0][0]
    if beyond:
        yield f"I13: {beyond} change lines stand after the head {head}"


def _lines_of(store: Store, kind: str) -> Iterator[str]:
    """I3, I5: each row has a line in its home scope, of its own revision."""
    found = store.sql(
        f'SELECT r.id, r.scope, r.rev, c.rev, c.op FROM "{kind}" r LEFT JOIN change c '
        "ON c.kind = ? AND c.ent = r.id AND c.scope = r.scope "
        "WHERE c.ent IS NULL OR c.rev <> r.rev OR c.op <> 'put' LIMIT ?",
        (kind, SHOWN),
    )
    for id, scope, rev, line_rev, op in found:
        yield f"I5: {kind} {id} of revision {rev} in {scope} has the line {op or '–'} {line_rev}"


def _homes_of(store: Store, kind: str) -> Iterator[str]:
    """I14: children live where their ticket lives."""
    found = store.sql(
        f'SELECT r.id, r.scope, t.scope FROM "{kind}" r LEFT JOIN ticket t ON t.id = r.ticket_id '
        "WHERE r.ticket_id IS NOT NULL AND (t.id IS NULL OR t.scope <> r.scope) LIMIT ?",
        (SHOWN,),
    )
    for id, scope, home in found:
        yield f"I14: {kind} {id} is in {scope}, its ticket in {home or 'no scope'}"


def _messages_of(store: Store, kind: str) -> Iterator[str]:
    """I14: what belongs to a message is on its ticket."""
    found = store.sql(
        f'SELECT r.id, r.ticket_id, m.ticket_id FROM "{kind}" r JOIN message m '
        "ON m.id = r.message_id WHERE r.deleted = 0 AND m.ticket_id <> r.ticket_id LIMIT ?",
        (SHOWN,),
    )
    for id, here, there in found:
        yield f"I14: {kind} {id} is on {here}, its message on {there}"


def _numbers(store: Store) -> Iterator[str]:
    """I19: a number belongs to one ticket."""
    found = store.sql(
        "SELECT number, COUNT(*) FROM ticket WHERE number IS NOT NULL "
        "GROUP BY number HAVING COUNT(*) > 1 LIMIT ?",
        (SHOWN,),
    )
    for number, count in found:
        yield f"I19: number {number} belongs to {count} tickets"
    unnumbered = store.sql("SELECT COUNT(*) FROM ticket WHERE number IS NULL")[0][0]
    if unnumbered:
        yield f"I19: {unnumbered} tickets have no number"


def _clients(store: Store) -> Iterator[str]:
    """I2: what was taken from a client has no gap, and its chain is the newest one."""
    found = store.sql(
        "SELECT c.id, c.last_mid, c.chain, m.chain FROM client c LEFT JOIN mutation_seen m "
        "ON m.client_id = c.id AND m.mid = c.last_mid "
        "WHERE c.chain <> '' AND (m.chain IS NULL OR m.chain <> c.chain) LIMIT ?",
        (SHOWN,),
    )
    for id, last_mid, _, _ in found:
        yield f"I2: client {id} stands at {last_mid}, which is not among its changes"


def _rights(store: Store) -> Iterator[str]:
    """I4: a shared ticket is shared with somebody who may sign in."""
    for id, agent_id in store.sql("SELECT id, agent_id FROM share WHERE deleted = 0"):
        if rights_of(store, agent_id) is None:
            yield f"I4: share {id} is for {agent_id}, who is no active agent"


def _categories(store: Store) -> Iterator[str]:
    """Nobody chooses well among too many."""
    rows = records.select(store, "category", {})
    keys = {row["id"]: row["key"] for row in rows}
    for id, count in sorted(crowded(rows).items(), key=lambda one: one[0] or ""):
        where = f"category {keys.get(id, id)}" if id else "the top level of categories"
        yield f"{where} has {count} right below it; at most {MOST_CHOICES} can be chosen from"


def _timelines(store: Store) -> Iterator[str]:
    """A ticket is what its history tells; so far as that tells, see ``models.rebuild``."""
    newest = store.sql("SELECT MAX(number) FROM ticket")[0][0] or 0
    starts = {max(1, newest - LOOKED_AT + 1), random.randint(1, max(1, newest))}
    text = "SELECT id FROM ticket WHERE number >= ? ORDER BY number LIMIT ?"
    ids = {id for start in starts for (id,) in store.sql(text, (start, LOOKED_AT))}
    among, named = store.among(sorted(ids))
    steps: dict[str, list[str]] = {}
    for ticket_id, changed in store.sql(
        f"SELECT ticket_id, changed FROM event WHERE changed <> '' AND ticket_id {among}", (named,)
    ):
        steps.setdefault(ticket_id, []).append(changed)
    for row in records.get_many(store, "ticket", sorted(steps)):
        for field, told in differences(row, steps[row["id"]]).items():
            here = f"{field} {row[field]!r}"
            yield f"timeline: ticket {row['number']} has {here}, its history tells {told!r}"


def _bytes_of(folder: Path, sha256: str) -> Iterator[str]:
    """I20: a complete file has bytes of just that hash."""
    path = files.path(folder, sha256)
    if not path.exists():
        yield f"I20: the bytes of {sha256} are missing"
    elif files.hash_of(path) != sha256:
        yield f"I20: the bytes of {sha256} are others"
