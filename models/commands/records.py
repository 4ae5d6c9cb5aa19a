"""Putting and deleting whole rows: personal ones, the directory's, articles."""

from __future__ import annotations

from typing import Any, Self

import msgspec

from models.commands.base import Command, Row, Writer, check_html
from models.commands.customers import JOINED, stands_for, unseen
from models.commands.late import Late, check_base, keep_clashes, late_text
from models.commands.messages import FileRef, check_files
from models.commands.record_checks import (
    HOUSEKEEPING,
    OWN_COMMANDS,
    check_orphans,
    check_room,
    check_values,
)
from models.commands.record_history import RECORDED, note_changes, note_record
from models.errors import BadSetting, Refused
from models.ids import new_id
from models.promises.book import check_setting
from models.richtext import sanitize

PERSONAL = tuple(
    "draft personal_note pin own_place highlight reminder read_state notification "
    "preference".split()
)
DIRECTORY = ("company", "contact", "asset", "tag")
MANAGED = ("agent", "team", "queue", "queue_member", "category", "template", "macro")
SAVED = ("view",)
"""Personal with an ``owner_id``, everybody's without; which of both never changes."""
SETTINGS = ("calendar", "sla_policy", "rule")
CLOCKS = {"calendar": {"body"}, "sla_policy": {"calendar", "body"}}
KNOWLEDGE = ("article",)
MERGED = (*DIRECTORY, *MANAGED, *SETTINGS, *KNOWLEDGE, "personal_note")
"""What somebody else, or oneself on another device, may write at the same time."""


class Put(Late, frozen=True, kw_only=True, tag="put"):
    """Writes columns of one row, making it when it is not there yet.

    Anybody may write personal rows of their own, companies, contacts, equipment, tags, views and
    articles; the rest of the directory is for leads and admins. What was merged meanwhile is
    written where it is now.
    """

    entity: str
    id: str = msgspec.field(default_factory=new_id)
    set: dict[str, Any]

    def based(self, writer: Writer) -> Self:
        if self.entity not in MERGED:
            return self
        row = writer.get(self.entity, self.id)
        if row is None:  # if it is there by then, somebody made it whom the author does not know of
            nothing = {"html": ""} if "html" in self.set else {}
            return msgspec.structs.replace(self, base_rev=0, base=nothing)
        return self.seeing(row, self.set)

    def check(self, writer: Writer) -> None:
        check_base(self.base)
        check_right(writer, self.entity, self.id)
        check_values(self.entity, self.set)
        check_html(self.set.get("html", ""))
        self._check_setting(writer)
        if self.entity == "personal_note":
            check_files(named_files(self.set.get("files", "")))
        if self.entity in SAVED:
            check_owner(writer, self.entity, self.id, self.set)
        if self.entity == "category":
            check_room(writer, self.id, self.set)
        if self.entity == "agent" and "role" in self.set and writer.actor.role != "admin":
            raise Refused("forbidden", "Only an admin can change what somebody may do.")

    def _check_setting(self, writer: Writer) -> None:
        """A calendar or policy that can't be is refused: everybody would count by it."""
        if self.entity not in CLOCKS or self.set.keys().isdisjoint(CLOCKS[self.entity]):
            return
        before = writer.get(self.entity, self.id) or {"key": "", "calendar": "", "body": ""}
        keys = [row["key"] for row in writer.select("calendar")]
        try:
            check_setting(self.entity, {**before, **self.set}, keys)
        except BadSetting as error:
            raise Refused("invalid", str(error)) from error

    def apply(self, writer: Writer) -> Command | None:
        row = self._row(writer)
        changes = dict(self.set)
        if "html" in changes:
            changes["html"] = sanitize(changes["html"])
        if row is not None and row["id"] != self.id:
            changes = {name: value for name, value in changes.items() if self._means(name, value)}
        if row is not None and self.entity in MERGED:
            changes = self._late(writer, row, changes)
        if row is None:
            scope = home_scope(self.entity, writer.actor.id, self.set.get("owner_id"))
            made = {**changes, "id": self.id, "scope": scope}
            writer.insert(self.entity, made)
            note_changes(writer, self, self.entity, None, made)
            return Delete(entity=self.entity, id=self.id)
        before = {column: row[column] for column in changes}
        if before == changes and not row["deleted"]:
            return None
        if not changes and not row["deleted"]:
            return None
        id = row["id"]
        writer.update(self.entity, id, {**changes, "deleted": 0})
        if self.entity in MERGED:
            written = sorted(name for name in changes if changes[name] != before[name])
            writer.touch(self.entity, id, written)
        note_changes(writer, self, self.entity, row, {**changes, "id": id})
        if row["deleted"]:
            if self.entity in RECORDED:
                note_record(writer, self, self.entity, id, "restored")
            return Delete(entity=self.entity, id=id)
        return Put(entity=self.entity, id=id, set=before)

    def _row(self, writer: Writer) -> Row | None:
        """What is there, or what stands for it now."""
        row = writer.get(self.entity, self.id)
        if row is None or self.entity not in JOINED:
            return row
        return stands_for(writer, self.entity, row)

    def _means(self, name: str, value: Any) -> bool:
        """False for what the author saw already: at the one that was merged, not at this one."""
        return name not in self.base or self.base[name] != value

    def _late(self, writer: Writer, row: Row, changes: Row) -> Row:
        """What is to be written, after what its author had not seen was noticed."""
        fields = {
            name: value
            for name, value in changes.items()
            if name != "html" and row.get(name) != value
        }
        if row["id"] == self.id:
            clashes = self.clashes(writer, self.entity, row, fields)
        else:
            clashes = unseen(self.base, row, fields)
        keep_clashes(writer, self, self.entity, row, clashes)
        if "html" not in changes:
            return changes
        base = self.base.get("html")
        html = late_text(writer, self, self.entity, row, base, changes["html"])
        others = {name: value for name, value in changes.items() if name != "html"}
        return others if html is None else {**others, "html": html}


class Delete(Command, frozen=True, kw_only=True, tag="delete"):
    """Deletes one row of those that Put serves (softly); nobody whose tickets are open."""

    entity: str
    id: str

    def check(self, writer: Writer) -> None:
        check_right(writer, self.entity, self.id)
        if self.entity in JOINED:
            check_orphans(writer, self.entity, self.id)

    def apply(self, writer: Writer) -> Command | None:
        row = writer.get(self.entity, self.id)
        if row is None or row["deleted"]:
            return None
        writer.update(self.entity, self.id, {"deleted": 1})
        if self.entity in RECORDED:
            note_record(writer, self, self.entity, self.id, "deleted")
        unkept = (*HOUSEKEEPING, *OWN_COMMANDS)
        kept = {column: value for column, value in row.items() if column not in unkept}
        return Put(entity=self.entity, id=self.id, set=kept)


class MarkRead(Command, frozen=True, kw_only=True, tag="mark_read"):
    """How far the actor has read a ticket; the later of two marks wins."""

    id: str
    ticket_id: str
    read_at_ms: int

    undoable = False

    def check(self, writer: Writer) -> None:
        check_right(writer, "read_state", self.id)

    def apply(self, writer: Writer) -> Command | None:
        row = writer.get("read_state", self.id)
        if row is None:
            mark = {"ticket_id": self.ticket_id, "read_at_ms": self.read_at_ms}
            scope = home_scope("read_state", writer.actor.id)
            writer.insert("read_state", {**mark, "id": self.id, "scope": scope})
        elif row["read_at_ms"] < self.read_at_ms:
            writer.update("read_state", self.id, {"read_at_ms": self.read_at_ms})
        return None


class Noop(Command, frozen=True, kw_only=True, tag="noop"):
    """What is sent in place of a change that was taken back before it was sent: its number."""

    undoable = False

    def check(self, writer: Writer) -> None:
        """Anybody may do nothing."""

    def apply(self, writer: Writer) -> Command | None:
        return None


def home_scope(entity: str, agent_id: str, owner_id: str | None = None) -> str:
    """Where a row of this entity lives."""
    if entity in PERSONAL or (entity in SAVED and owner_id):
        return f"u:{agent_id}"
    return "kb" if entity in KNOWLEDGE else "ws"


def named_files(files: str) -> list[FileRef]:
    """The files of a note's JSON list. Raises Refused for anything else."""
    try:
        return msgspec.json.decode(files or "[]", type=list[FileRef])
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Refused("invalid", "files is a list of files.") from error


def check_owner(writer: Writer, entity: str, id: str, given: Row) -> None:
    """Whose a view is, is said when it is made, and can only be oneself or everybody."""
    row = writer.get(entity, id)
    owner_id = given.get("owner_id", row["owner_id"] if row else None)
    if owner_id not in (None, writer.actor.id):
        raise Refused("forbidden", "This belongs to somebody else.")
    if row is not None and owner_id != row["owner_id"]:
        raise Refused("invalid", "A view stays whose it is.")


def check_right(writer: Writer, entity: str, id: str) -> None:
    if entity not in (*PERSONAL, *DIRECTORY, *SAVED, *MANAGED, *SETTINGS, *KNOWLEDGE):
        raise Refused("invalid", f"Rows of “{entity}” can't be written this way.")
    if entity in (*MANAGED, *SETTINGS) and writer.actor.role not in ("lead", "admin"):
        raise Refused("forbidden", "Only a lead or an admin can change this.")
    row = writer.get(entity, id)
    owner_id = row["owner_id"] if row is not None and entity in SAVED else None
    scope = home_scope(entity, writer.actor.id, owner_id)
    if row is not None and row["scope"] != scope:
        raise Refused("forbidden", "This belongs to somebody else.")
