"""A second opinion on late changes: it watches what the server accepts, and keeps its own record.

I10: a value that was overwritten unseen is in exactly one conflict record, and no other is made.
I11: of two texts that were merged nothing is missing, and a text that lost can be found.
I10, too: a reply does not go out over a public message that its author had not seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from models.commands import (
    AddReply,
    Command,
    Decide,
    EditItem,
    EditMessage,
    Put,
    Release,
    ResolveConflict,
    SetTicket,
    Take,
    Transfer,
)
from models.commands.late import LOST_PAST
from models.commands.messages import PUBLIC_KINDS
from models.commands.records import MERGED
from models.commands.settling import change_of
from models.database import Store
from models.errors import Refused
from models.richtext import blocks, sanitize
from sync.protocol import schema
from sync.server import changes
from sync.server.changes import Change
from sync.server.writer import ServerWriter
from tests.soak.broken import hold

Row = dict[str, Any]
Place = tuple[str, str, str]
TAKEN = ("applied", "merged", "conflict", "held")


@dataclass(frozen=True)
class Wish:
    """What a command wants to be in fields of one row, and what its author saw there."""

    command: Command
    kind: str
    id: str
    fields: Row = field(default_factory=dict)
    base_rev: int | None = None
    base: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """One change as the server did it: the row that it is about before (None: it is new) and
    after. ``said`` is what a reply's ticket had then."""

    wish: Wish
    client_id: str
    actor_id: str
    before: Row | None
    after: Row
    said: list[Row]


@dataclass
class Oracle:
    """``writers`` are the last ones to change a field by name, with the row's revision then."""

    store: Store
    writers: dict[Place, tuple[int, str]] = field(default_factory=dict)

    @contextmanager
    def watching(self) -> Iterator[list[schema.Outcome]]:
        """A push happens inside; its outcomes are added to the list. Raises Broken."""
        acts: dict[int, Act] = {}
        outcomes: list[schema.Outcome] = []
        before = self._conflicts()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(changes, "_act", _watched(acts))
            yield outcomes
        expected: set[str] = set()
        for outcome in outcomes:
            act = acts.get(outcome.mid)
            if act is not None and outcome.s in TAKEN and not outcome.again:
                expected |= self._judge(act)
                self._replies(act)
        made = self._conflicts() - before
        untold = expected - made - before  # a file that was put back may do an act again
        hold("I10", not untold, f"nothing tells of {sorted(untold)}")
        hold("I10", not made - expected, f"{sorted(made - expected)} are about nothing")

    def _conflicts(self) -> set[str]:
        return {row[0] for row in self.store.sql("SELECT id FROM conflict")}

    def _judge(self, act: Act) -> set[str]:
        """The conflict records that this act must leave."""
        wish, before = act.wish, act.before
        if before is None:
            return set()
        expected = {
            wish.command.side_id(f"conflict.{wish.kind}.{name}")
            for name, value in wish.fields.items()
            if before[name] != value and self._is_unseen(act, before, name)
        }
        if "html" in wish.base:
            expected |= self._text(act, before)
        for name, value in wish.fields.items():
            if before[name] != act.after[name] == value:
                place = (wish.kind, wish.id, name)
                self.writers[place] = (act.after["rev"], act.client_id)
        return expected

    def _is_unseen(self, act: Act, before: Row, name: str) -> bool:
        wish = act.wish
        if wish.base_rev is None:
            return False
        if wish.base_rev == LOST_PAST or wish.base_rev > before["rev"]:
            return name in wish.base and before[name] != wish.base[name]
        rev, client_id = self.writers.get((wish.kind, wish.id, name), (0, ""))
        return rev > wish.base_rev and client_id != act.client_id

    def _text(self, act: Act, before: Row) -> set[str]:
        """I11, for a text with a base."""
        wish = act.wish
        base, mine = sanitize(wish.base["html"]), sanitize(_html(wish.command))
        theirs, now = before["html"], act.after["html"]
        if now != theirs and wish.kind == "message":
            text = "SELECT 1 FROM message_version WHERE message_id = ? AND html = ?"
            hold("I11", self.store.sql(text, (wish.id, theirs)), f"{theirs} is in no version")
        if theirs in (base, mine):
            hold("I11", now == mine, f"{mine} became {now}")
            return set()
        if now == theirs and not _new(base, mine) <= _new("", now):
            id = wish.command.side_id(f"conflict.{wish.kind}.html")
            kept = self.store.sql("SELECT mine FROM conflict WHERE id = ?", (id,))
            hold("I11", kept and json.loads(kept[0][0]) == mine, f"{mine} is nowhere")
            return {id}
        for written in (mine, theirs):
            lost = _new(base, written) - _new("", now)
            hold("I11", not lost, f"{sorted(lost)} of {written} is not in {now}")
        return set()

    def _replies(self, act: Act) -> None:
        seen = _answered(act)
        if seen is None or act.after["delivery"] != "kept":
            return
        order = {
            row["id"]: (row["at_ms"], row["id"])
            for row in act.said
            if row["kind"] in PUBLIC_KINDS
            and row["delivery"] != "held"
            and row["author_id"] != act.actor_id
        }
        if seen and seen not in order:
            return  # what its author saw was taken back since
        unseen = [id for id in order if not seen or order[id] > order[seen]]
        hold("I10", not unseen, f"a reply went out over {unseen}")


def _answered(act: Act) -> str | None:
    """The newest public message that the author of a reply had seen, if this act sends one."""
    match act.wish.command:
        case AddReply(seen=seen) if act.before is None:
            return seen
        case Release(act="send", seen=seen):
            return seen
    return None


def _watched(acts: dict[int, Act]) -> Any:
    """The server's way to do one change, which writes down what it was about."""
    whole = changes._act

    def watched(writer: ServerWriter, change: Change) -> schema.Outcome:
        acts.pop(change.mid, None)
        wish = None if isinstance(change.command, Refused) else _wish(writer, change.command)
        before = writer.get(wish.kind, wish.id) if wish else None
        outcome = whole(writer, change)
        after = writer.get(wish.kind, wish.id) if wish else None
        if wish and after:
            replies = isinstance(wish.command, AddReply | Release)
            said = writer.select("message", ticket_id=after["ticket_id"]) if replies else []
            acts[change.mid] = Act(wish, writer.client_id, writer.actor.id, before, after, said)
        return outcome

    return watched


def _wish(writer: ServerWriter, command: Command) -> Wish | None:
    match command:
        case ResolveConflict():
            return _choice(writer, command)
        case SetTicket():
            return _late(command, "ticket", command.set)
        case Take():
            row = writer.get("ticket", command.id)
            status = {"status": "open"} if row and row["status"] == "new" else {}
            return Wish(command, "ticket", command.id, {"assignee_id": writer.actor.id, **status})
        case Transfer():
            row = writer.get("ticket", command.id)
            queue_id = command.queue_id or (row["queue_id"] if row else "")
            wanted = {"queue_id": queue_id, "assignee_id": command.assignee_id}
            return _late(command, "ticket", wanted)
        case Decide():
            return _late(command, "approval", {"state": command.state})
        case EditItem():
            return _late(command, "checklist_item", {"text": command.text})
        case Put() if command.entity in MERGED:
            plain = {name: value for name, value in command.set.items() if name != "html"}
            return _late(command, command.entity, plain)
        case EditMessage():
            base = {} if command.base is None else {"html": command.base}
            return Wish(command, "message", command.id, base=base)
        case AddReply() | Release():
            return Wish(command, "message", command.id)
    return None


def _late(command: SetTicket | Transfer | Decide | EditItem | Put, kind: str, fields: Row) -> Wish:
    return Wish(command, kind, command.id, fields, command.base_rev, command.base)


def _choice(writer: ServerWriter, command: ResolveConflict) -> Wish | None:
    """The ordinary act that a choice is."""
    conflict = writer.get("conflict", command.id)
    if conflict is None:
        return None
    kept = conflict[command.choice] if command.choice in ("mine", "theirs") else command.value
    return _wish(writer, change_of(command, conflict, json.loads(kept or "null")))


def _html(command: Command) -> str:
    if isinstance(command, Put):
        return str(command.set["html"])
    assert isinstance(command, EditMessage)
    return command.html


def _new(base: str, text: str) -> set[str]:
    """The blocks of a text that are not in ``base``."""
    known = {block.html for block in blocks(base)}
    return {block.html for block in blocks(text)} - known
