"""The machine notices when a guard of the protocol is taken away.

Each guard is switched off in this process; the same examples that pass with it must then break
one of the invariants named beside it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from models import overlay
from models.database import Store
from sync.engine import apply
from sync.protocol import cursor, schema
from sync.server import changes, pull, push
from sync.server.changes import Apply, Change, ClientState
from sync.server.protest import Protest
from sync.server.pull import Found, Mark
from sync.server.writer import ServerWriter
from tests.soak.broken import Broken
from tests.soak.desks_machine import Machine, run
from tests.soak.in_process import furnished

EXAMPLES = 40
PASSING = 12
Patch = pytest.MonkeyPatch
IN_MEMORY = Path("/dev/shm")


def take_repeats_again(patch: Patch) -> None:
    """Changes that were taken are applied once more."""
    once = changes._one

    def again(
        writer: ServerWriter, client: ClientState, change: Change, how: Apply
    ) -> schema.Outcome:
        if change.mid <= client.last_mid:
            return how(writer, change)
        return once(writer, client, change, how)

    patch.setattr(changes, "_one", again)


def believe_every_chain(patch: Patch) -> None:
    """Neither the chain nor the bytes of a repeated change are compared."""

    def believed(store: Store, client: ClientState, change: Change) -> schema.Outcome:
        return schema.Outcome(change.mid, "duplicate")

    patch.setattr(push, "check_base", lambda *_: None)
    patch.setattr(changes, "_repeated", believed)
    patch.setattr(apply, "_check_chain", lambda *_: None)


def leave_children_behind(patch: Patch) -> None:
    """What ``out`` says of a ticket is not done to its children."""
    patch.setattr(apply, "CHILDREN", ())


def believe_every_nonce(patch: Patch) -> None:
    """A cursor of another past is only compared with the head."""

    def lenient(store: Store, place: cursor.Cursor, era: int, head: Mark) -> None:
        if place.seq > head.seq:
            raise Protest(409, "rewound")

    patch.setattr(pull, "_check_past", lenient)


def split_positions(patch: Patch) -> None:
    """A page ends in the middle of what one change did."""

    def cut(
        store: Store, starts: dict[str, int], limit: int, head_seq: int
    ) -> tuple[list[Found], int, bool]:
        lines = pull._lines(store, starts, limit + 1)
        if len(lines) <= limit:
            return lines, head_seq, False
        return lines[:limit], lines[limit - 1].seq, True

    patch.setattr(pull, "_page", cut)


def forget_what_waits(patch: Patch) -> None:
    """The server's state is shown without what is still to be sent."""
    patch.setattr(overlay, "fold", lambda row, effects: row)


def move_cursors_first(patch: Patch) -> None:
    """Cursors are committed before the rows of their page."""
    whole = apply.apply_pull

    def apart(store: Store, answer: schema.PullAnswer, now_ms: int) -> apply.News:
        with store.transaction():
            for scope, state in answer.scopes.items():
                store.sql(
                    "INSERT INTO scope_cursor (scope, cursor) VALUES (?, ?) "
                    "ON CONFLICT (scope) DO UPDATE SET cursor = excluded.cursor",
                    (scope, state.cur),
                )
        return whole(store, answer, now_ms)

    patch.setattr(apply, "apply_pull", apart)


def share_once(patch: Patch) -> None:
    """Later changes of a shared ticket leave no line for whom it is shared with."""
    patch.setattr(ServerWriter, "_shares", lambda *_: {})


def let_everybody_write(patch: Patch) -> None:
    """Rights are not looked at again when a change is applied."""
    patch.setattr(ServerWriter, "require_ticket", lambda *_: None)


def keep_lost_scopes(patch: Patch) -> None:
    """Rows of a scope that is gone stay."""
    patch.setattr(apply.Page, "purge", lambda *_: None)


def forget_pushed_scopes(patch: Patch) -> None:
    """A scope that only a push brought rows of is not asked for."""
    patch.setattr(apply, "_expect", lambda *_: None)


def drop_shared_rows(patch: Patch) -> None:
    """That a row came by a share is not remembered."""
    patch.setattr(apply.Page, "_hold", lambda *_: None)


@dataclass(frozen=True)
class Guard:
    """``breaks`` are the invariants by which its absence may show."""

    take_away: Callable[[Patch], None]
    breaks: frozenset[str]
    forks: bool = False
    restores: bool = False


def guard(
    take_away: Callable[[Patch], None], breaks: str, forks: bool = False, restores: bool = False
) -> Guard:
    return Guard(take_away, frozenset(breaks.split()), forks, restores)


GUARDS = [
    guard(take_repeats_again, "I2 I4"),
    guard(believe_every_chain, "I1 I2", forks=True),
    guard(leave_children_behind, "I4 I14"),
    guard(believe_every_nonce, "I3 I4", restores=True),
    guard(split_positions, "I3"),
    guard(forget_what_waits, "I7"),
    guard(move_cursors_first, "I3 I4"),
    guard(share_once, "I3"),
    guard(let_everybody_write, "I4"),
    guard(keep_lost_scopes, "I4"),
    guard(forget_pushed_scopes, "I4"),
    guard(drop_shared_rows, "I4 I3"),
]


@pytest.fixture(scope="module")
def machine() -> Iterator[type[Machine]]:
    where = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        template = Path(folder, "template")
        template.mkdir()
        people = furnished(template)
        yield type("Prepared", (Machine,), {"template": template, "people": people})


@pytest.mark.parametrize(("forks", "restores"), [(False, False), (True, False), (False, True)])
def test_with_every_guard_all_holds(machine: type[Machine], forks: bool, restores: bool) -> None:
    run(type("Whole", (machine,), {"forks": forks, "restores": restores}), PASSING)


@pytest.mark.parametrize("one", GUARDS, ids=lambda one: one.take_away.__name__)
def test_without_a_guard_an_invariant_breaks(
    machine: type[Machine], monkeypatch: pytest.MonkeyPatch, one: Guard
) -> None:
    one.take_away(monkeypatch)
    flags = {"forks": one.forks, "restores": one.restores}
    with pytest.raises(Broken) as broken:
        run(type("Unguarded", (machine,), flags), EXAMPLES)
    assert broken.value.invariant in one.breaks
