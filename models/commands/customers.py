"""Two contacts, or two companies, become one, and two again.

Nothing is moved: the one that was merged names the one that stands for it (``merged_into``), and
whatever points to it is read as pointing there. So it costs the same for ten tickets and for ten
thousand, what comes late on the merged one arrives at the other, and taking it back is exact.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable
from typing import Any, Self

import msgspec

from models.commands.base import MERGED_AT_MOST, Command, Row, Writer, need
from models.commands.late import Late, check_base, keep_clashes
from models.commands.record_checks import check_values
from models.commands.record_history import note_changes, note_record
from models.errors import Refused
from models.merge.fields import FieldConflict

JOINED = {"contact": "other_emails", "company": "domains"}
"""Kinds that can be merged, and the list of each that is united."""
FILLED = {
    "contact": (
        "email latin_name nickname patronymic login phone title role language company_id note"
    ).split(),
    "company": "short_name latin_name plan note contract contract_until".split(),
}
"""What the one that stays gets from the other where it has nothing of its own."""


class MergeRecords(Late, frozen=True, kw_only=True, tag="merge_records"):
    """Makes ``id`` a part of ``into_id``; ``set`` are the values that the one of both shall have.

    What ``set`` says nothing of and the one that stays lacks comes from the other.
    Of two people who merge at once the later one finds both where they are by then. A value that
    she chose without having seen the one that is there is a conflict, as everywhere.
    """

    entity: str
    id: str
    into_id: str
    set: dict[str, Any] = msgspec.field(default_factory=dict)

    def based(self, writer: Writer) -> Self:
        return self.seeing(writer.get(self.entity, self.into_id), self.set)

    def check(self, writer: Writer) -> None:
        check_base(self.base)
        check_mergeable(self.entity)
        for id in (self.id, self.into_id):
            need(writer, self.entity, id)
        if self.id == self.into_id:
            raise Refused("invalid", "Nothing can be merged with itself.")
        check_values(self.entity, self.set)

    def apply(self, writer: Writer) -> Command | None:
        source = stands_for(writer, self.entity, need(writer, self.entity, self.id))
        target = stands_for(writer, self.entity, need(writer, self.entity, self.into_id))
        wanted = {name: value for name, value in self.set.items() if target[name] != value}
        self._keep_clashes(writer, target, wanted)
        if source["id"] == target["id"]:
            write(writer, self, self.entity, target, wanted)
            return None
        wanted |= lacking(self.entity, source, target, self.set)
        changes = {**wanted, **united(self.entity, source, {**target, **wanted}, target)}
        write(writer, self, self.entity, target, changes)
        parts = [row["id"] for row in writer.select(self.entity, merged_into=source["id"])]
        for id in (source["id"], *parts):
            writer.update(self.entity, id, {"merged_into": target["id"]})
        note_record(writer, self, self.entity, target["id"], "merged", None, source["name"])
        note_record(writer, self, self.entity, source["id"], "merged_into", None, target["name"])
        before = {name: target[name] for name in changes}
        return UnmergeRecord(
            entity=self.entity, id=source["id"], parts=tuple(parts), was=before, wrote=changes
        )

    def _keep_clashes(self, writer: Writer, target: Row, wanted: Row) -> None:
        if target["id"] == self.into_id:
            clashes: Iterable[FieldConflict] = self.clashes(writer, self.entity, target, wanted)
        else:
            clashes = unseen(self.base, target, wanted)
        keep_clashes(writer, self, self.entity, target, clashes)


class UnmergeRecord(Command, frozen=True, kw_only=True, tag="unmerge_record"):
    """Makes a merged contact or company one of its own again.

    ``parts`` had been merged into it before. What the merge ``wrote`` becomes what it ``was``
    again, except where somebody has written something else since.
    """

    entity: str
    id: str
    parts: tuple[str, ...] = ()
    was: dict[str, Any] = msgspec.field(default_factory=dict)
    wrote: dict[str, Any] = msgspec.field(default_factory=dict)

    def check(self, writer: Writer) -> None:
        check_mergeable(self.entity)
        if not need(writer, self.entity, self.id)["merged_into"]:
            raise Refused("invalid", "This is not a part of another one.")
        for values in (self.was, self.wrote):
            check_values(self.entity, values)

    def apply(self, writer: Writer) -> Command | None:
        source = need(writer, self.entity, self.id)
        target = writer.get(self.entity, source["merged_into"])
        writer.update(self.entity, self.id, {"merged_into": None})
        if target is None:
            return None
        for id in self.parts:
            part = writer.get(self.entity, id)
            if part is not None and part["merged_into"] == target["id"]:
                writer.update(self.entity, id, {"merged_into": self.id})
        same = {name for name in self.was if target[name] == self.wrote.get(name)}
        write(writer, self, self.entity, target, {name: self.was[name] for name in same})
        note_record(writer, self, self.entity, target["id"], "unmerged", source["name"], None)
        note_record(writer, self, self.entity, self.id, "unmerged_from", target["name"], None)
        again = {name: self.wrote[name] for name in sorted(same)}
        return MergeRecords(entity=self.entity, id=self.id, into_id=target["id"], set=again)


def stands_for(writer: Writer, entity: str, row: Row) -> Row:
    """The row itself, or the one that it was merged into."""
    seen = row
    for _ in range(MERGED_AT_MOST):
        next_row = writer.get(entity, seen["merged_into"]) if seen.get("merged_into") else None
        if next_row is None:
            break
        seen = next_row
    return seen


def unseen(base: Row, row: Row, wanted: Row) -> list[FieldConflict]:
    """Wanted values that meet others on a row which their author did not look at."""
    return [
        FieldConflict(name, base[name], row[name], value)
        for name, value in wanted.items()
        if name in base and row[name] not in (base[name], value, "", None)
    ]


def lacking(entity: str, source: Row, target: Row, decided: Row) -> Row:
    """What the target has nothing in, nobody decided about, and the source knows."""
    open_fields = [name for name in FILLED[entity] if not target[name] and name not in decided]
    return {name: source[name] for name in open_fields if source[name]}


def united(entity: str, source: Row, shown: Row, target: Row) -> Row:
    """The addresses or domains of both, as far as ``shown`` has not got them already."""
    column = JOINED[entity]
    main = [row["email"] for row in (target, source)] if entity == "contact" else []
    lists = [json.loads(row[column] or "[]") for row in (shown, target, source)]
    known = [each for each in itertools.chain(*lists, main) if each and each != shown.get("email")]
    joined = list(dict.fromkeys(known))
    if joined == json.loads(target[column] or "[]"):
        return {}
    return {column: json.dumps(joined, ensure_ascii=False)}


def write(writer: Writer, command: Command, entity: str, row: Row, changes: Row) -> None:
    """Write fields of a row, with its history and the note who wrote them."""
    if not changes:
        return
    writer.update(entity, row["id"], changes)
    writer.touch(entity, row["id"], sorted(changes))
    note_changes(writer, command, entity, row, {**changes, "id": row["id"]})


def check_mergeable(entity: str) -> None:
    if entity not in JOINED:
        raise Refused("invalid", f"Rows of “{entity}” can't be merged.")
