"""What a person did on this computer and can take back, step by step, also after a restart.

Taking back is an act like any other: the inverse command is checked, applied and sent, so it
does not matter whether the act itself was sent. What somebody else changed since is not written
over: such a ticket keeps its state, and ``Kept`` says what stands there. The rest of a step is
taken back all the same. See ``docs/undo.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from models.commands import Command, decode, encode
from models.database import Store
from models.errors import Refused
from models.perform import Performed, perform
from models.rows import Actor
from models.traces import ChangedSince, check_unchanged, traces_of

Side = Literal["undo", "redo", "kept"]
STEPS_KEPT = 100
AT_ONCE = 100
OTHER = {"undo": "redo", "redo": "undo", "kept": "redo"}


class Kept(msgspec.Struct, frozen=True):
    """An act that was not taken back, and why."""

    step: str
    command: Command
    error: Refused


class Turned(msgspec.Struct, frozen=True):
    """A part of a step that was taken back, or done again; ``more`` of it is left.

    ``kept`` acts can be insisted on with ``undo(…, side="kept", insist=True)``, as long as
    ``step`` is remembered.
    """

    step: str
    performed: tuple[Performed, ...] = ()
    kept: tuple[Kept, ...] = ()
    more: bool = False


class Step(msgspec.Struct, frozen=True):
    """A step that is remembered, with its newest act (None when a newer program wrote it)."""

    id: str
    newest: Command | None
    mids: tuple[int, ...]


class Steps(msgspec.Struct, frozen=True):
    """What can be taken back and done again, the newest last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


class _Act(msgspec.Struct, frozen=True):
    id: int
    command: Command
    inverse: Command
    traces: str


def can_undo(performed: Performed) -> bool:
    return performed.inverse is not None and performed.command.undoable


def remember(store: Store, acts: Iterable[Performed], step: str = "") -> None:
    """Note what was done as one step; call it in the transaction that did it.

    What was taken back before can't be done again from now on.
    """
    undoable = [act for act in acts if can_undo(act)]
    if not undoable:
        return
    with store.transaction():
        store.sql("DELETE FROM undo_act WHERE side = 'redo'")
        for act in undoable:
            _push(store, "undo", step or act.group or act.command.uid, act)
        _trim(store)


def steps(store: Store) -> Steps:
    """What earlier windows left."""
    return Steps(_steps(store, "undo"), _steps(store, "redo"))


def _steps(store: Store, side: Side) -> tuple[Step, ...]:
    found = store.sql(
        "SELECT s.step, s.mids, a.payload FROM (SELECT step, GROUP_CONCAT(mid) AS mids, "
        "MAX(id) AS id FROM undo_act WHERE side = ? GROUP BY step) s "
        "JOIN undo_act a ON a.id = s.id ORDER BY s.id",
        (side,),
    )
    return tuple(
        Step(id, _read(newest), tuple(map(int, mids.split(",")))) for id, mids, newest in found
    )


def turn(
    store: Store,
    actor: Actor,
    now_ms: int,
    side: Side = "undo",
    *,
    step: str = "",
    insist: bool = False,
) -> Turned | None:
    """Take back the newest step, do again what was taken back last, or insist on what was kept.

    At most ``AT_ONCE`` acts: call it again with the same ``step`` as long as there is ``more``.
    None when there is nothing.
    """
    with store.transaction():
        step = step or _newest(store, side)
        acts = _acts(store, side, step)
        performed: list[Performed] = []
        kept: list[Kept] = []
        for _, of_ticket in groupby(acts, lambda act: act.command.ticket):
            share = list(of_ticket)
            try:
                with store.transaction():
                    performed += _turn(store, share, actor, now_ms, insist)
            except Refused as error:
                kept.append(Kept(step, share[0].command, error))
                _keep(store, share, isinstance(error, ChangedSince))
            else:
                _drop(store, share)
        for act in performed:
            if can_undo(act):
                _push(store, OTHER[side], step, act)
        if not acts:
            return None
        return Turned(step, tuple(performed), tuple(kept), bool(_acts(store, side, step, 1)))


def forget(store: Store, mids: Iterable[int]) -> None:
    """These acts were taken back in the outbox: there is nothing to undo any more."""
    store.many("DELETE FROM undo_act WHERE mid = ?", [(mid,) for mid in mids])


def _turn(
    store: Store, share: Sequence[_Act], actor: Actor, now_ms: int, insist: bool
) -> list[Performed]:
    done: list[Performed] = []
    for act in share:
        if not insist:
            check_unchanged(store, act.inverse, act.traces, actor, now_ms)
        one = perform(store, act.inverse, actor, now_ms)
        done.append(one)
    return done


def _push(store: Store, side: str, step: str, act: Performed) -> None:
    assert act.inverse is not None
    store.sql(
        "INSERT INTO undo_act (step, side, mid, payload, inverse, traces) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            step,
            side,
            act.mid,
            encode(act.command).decode(),
            encode(act.inverse).decode(),
            traces_of(store, act.mid),
        ),
    )


def _newest(store: Store, side: str) -> str:
    found = store.sql("SELECT step FROM undo_act WHERE side = ? ORDER BY id DESC LIMIT 1", (side,))
    return str(found[0][0]) if found else ""


def _acts(store: Store, side: str, step: str, limit: int = AT_ONCE) -> list[_Act]:
    """The newest first."""
    found = store.sql(
        "SELECT id, payload, inverse, traces FROM undo_act WHERE side = ? AND step = ? "
        "ORDER BY id DESC LIMIT ?",
        (side, step, limit),
    )
    return [_Act(id, decode(done), decode(inverse), left) for id, done, inverse, left in found]


def _drop(store: Store, share: Sequence[_Act]) -> None:
    store.many("DELETE FROM undo_act WHERE id = ?", [(act.id,) for act in share])


def _keep(store: Store, share: Sequence[_Act], can_insist: bool) -> None:
    if not can_insist:
        _drop(store, share)
        return
    store.many("UPDATE undo_act SET side = 'kept' WHERE id = ?", [(act.id,) for act in share])


def _trim(store: Store) -> None:
    """Forget the oldest steps."""
    store.sql(
        "DELETE FROM undo_act WHERE step IN (SELECT step FROM undo_act GROUP BY step "
        "ORDER BY MAX(id) DESC LIMIT -1 OFFSET ?)",
        (STEPS_KEPT,),
    )


def _read(payload: str) -> Command | None:
    """None when a newer program wrote it."""
    try:
        return decode(payload)
    except Refused:
        return None
