"""One act on many tickets: what would become of each of them, and what did.

A ticket that refuses holds nobody else up, and one that needs nothing is left alone, so nothing
is sent for it. Each is checked by the same rules as if it were done by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

import msgspec

from models.commands import Command
from models.database import Store
from models.errors import Refused
from models.looking import LookingWriter
from models.perform import Performed, perform
from models.rows import Actor
from models.undoing import remember

Fate = Literal["done", "same", "refused"]
AT_ONCE = 100
"""How many are done in one transaction: others get their turn in between."""


class Result(msgspec.Struct, frozen=True):
    """What becomes of one ticket. ``same``: it was so already; ``code`` and ``sentence`` are
    Refused's. ``number`` is as in TicketRow."""

    ticket_id: str
    number: str
    subject: str
    fate: Fate
    code: str = ""
    sentence: str = ""
    performed: Performed | None = None


class Part(msgspec.Struct, frozen=True):
    """What became of some of the tickets of one step, and the acts that did it."""

    results: tuple[Result, ...]
    performed: tuple[Performed, ...]


class Nothing(Exception):
    """Takes back what changed nothing, before it is queued."""


def preview(
    store: Store, commands: Sequence[tuple[str, Command]], actor: Actor, now_ms: int
) -> list[Result]:
    """What would become of each of these tickets, in their order. Writes nothing."""
    with store.snapshot():
        names = _names(store, [id for id, _ in commands])
        return [
            _result(id, names, *_foreseen(store, command, actor, now_ms))
            for id, command in commands
        ]


def perform_each(
    store: Store, commands: Sequence[tuple[str, Command]], actor: Actor, now_ms: int, step: str
) -> Part:
    """Do what can be done, in one transaction; give it ``AT_ONCE`` of them at a time.

    All that is done under one ``step`` is taken back as one.
    """
    with store.transaction():
        names = _names(store, [id for id, _ in commands])
        results = tuple(
            _result(id, names, *_done(store, command, actor, now_ms)) for id, command in commands
        )
        acts = [replace(each.performed, group=step) for each in results if each.performed]
        remember(store, acts, step)
    return Part(results, tuple(acts))


Outcome = tuple[Fate, Refused | None, Performed | None]


def _foreseen(store: Store, command: Command, actor: Actor, now_ms: int) -> Outcome:
    looking = LookingWriter(store, actor, now_ms)
    try:
        looking.do(command)
    except Refused as error:
        return "refused", error, None
    return ("done" if looking.changes else "same"), None, None


def _done(store: Store, command: Command, actor: Actor, now_ms: int) -> Outcome:
    try:
        with store.transaction():
            performed = perform(store, command, actor, now_ms)
            if not performed.touched:
                raise Nothing
    except Refused as error:
        return "refused", error, None
    except Nothing:
        return "same", None, None
    return "done", None, performed


def _names(store: Store, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    among, wanted = store.among(ids)
    found = store.sql(f"SELECT id, number, alias, subject FROM ticket WHERE id {among}", (wanted,))
    return {id: (str(number or alias), subject) for id, number, alias, subject in found}


def _result(
    id: str,
    names: dict[str, tuple[str, str]],
    fate: Fate,
    error: Refused | None,
    performed: Performed | None,
) -> Result:
    number, subject = names.get(id, ("", ""))
    code, sentence = (error.code, error.sentence) if error else ("", "")
    return Result(id, number, subject, fate, code, sentence, performed)
