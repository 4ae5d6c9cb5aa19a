"""What a command is, and what it may do to a store.

A command is one act of a person: a frozen struct that is applied to the local file at once, put
into the outbox, sent as it stands, and applied by the server with the same code. ``check`` says
whether it may be done (raises Refused), ``apply`` does it through a ``Writer`` and returns the
command that undoes it, or None where there is nothing to undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, Self, TypeVar

import msgspec

from models.errors import Refused
from models.ids import derived_id, new_id
from models.rows import Actor
from models.values import check_text

if TYPE_CHECKING:
    from models.database import Store

T = TypeVar("T")
Row = dict[str, Any]
SUBJECT_LIMIT = 1_000
HTML_LIMIT_BYTES = 4 << 20
MERGED_AT_MOST = 50
DESK = "Deskside"


class Heard(NamedTuple):
    """A message, and when it came."""

    id: str
    at_ms: int


class FieldTouch(NamedTuple):
    """The revision of a row that was made by writing a field, and who wrote it."""

    rev: int
    client_id: str
    agent_id: str
    at_ms: int


class Writer(Protocol):
    """The only way in which a command reads and changes rows.

    On the desktop it notes every effect, so that the guess can be taken back; on the server it
    raises revisions and writes the change lines. Rows are dicts of column to value.
    """

    @property
    def actor(self) -> Actor: ...

    @property
    def now_ms(self) -> int: ...

    @property
    def client_id(self) -> str:
        """The device that the change comes from."""

    @property
    def decides(self) -> bool:
        """Whether what is done here holds (on the server), or is a guess (on a desktop)."""

    def get(self, kind: str, id: str) -> Row | None:
        """The row, deleted ones too, or None."""

    def select(self, kind: str, **equal: Any) -> list[Row]:
        """Rows not deleted whose columns equal what is given, by id."""

    def ask(self, question: Callable[[Store], T]) -> T:
        """What a query of ``models.queries`` answers, all done so far included."""

    def insert(self, kind: str, row: Row) -> None: ...

    def update(self, kind: str, id: str, changes: Row) -> None: ...

    def change_tags(self, ticket_id: str, add: list[str], remove: list[str]) -> None: ...

    def move_children(self, ticket_id: str, scope: str) -> None:
        """Give the children of a ticket its new home (the server's business alone)."""

    def require_ticket(self, ticket: Row) -> None:
        """Refused unless the actor may write on this ticket."""

    def next_number(self) -> int | None:
        """The next ticket number, or None where only the server can tell."""

    def has_file(self, sha256: str) -> bool: ...

    def heard(self, ticket_id: str, kinds: tuple[str, ...], but_by: str) -> Heard | None:
        """The newest message of these kinds that everybody can read, by anybody but this agent."""

    def touches(self, kind: str, id: str) -> dict[str, FieldTouch]:
        """Who wrote which field of a row last; only the server knows."""

    def touch(self, kind: str, id: str, fields: Iterable[str]) -> None:
        """Remember that the actor wrote these fields of the row just now."""

    def report(self, state: str, code: str = "", sentence: str = "") -> None:
        """Tell the author what became of the change: merged, conflict or held."""


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """Base of all commands. ``uid`` names this one act; ids of side rows derive from it."""

    v: int = 1
    uid: str = msgspec.field(default_factory=new_id)
    at_client_ms: int = 0

    undoable: ClassVar[bool] = True

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)

    @property
    def ticket(self) -> str | None:
        """The ticket that this is about, if any."""
        return None

    def reads(self) -> list[tuple[str, str]]:
        """(kind, id) of rows that it will ask for, so that a batch can read them in one go."""
        return [("ticket", self.ticket)] if self.ticket else []

    def based(self, writer: Writer) -> Self:
        """The same act with what its author sees just now, to be held against it later."""
        return self

    def check(self, writer: Writer) -> None:
        raise TypeError(f"{type(self).__name__} has no check")

    def apply(self, writer: Writer) -> Command | None:
        raise TypeError(f"{type(self).__name__} has no apply")

    def side_id(self, name: str) -> str:
        return derived_id(self.uid, name)


def need(writer: Writer, kind: str, id: str) -> Row:
    """The live row, or Refused as gone."""
    row = writer.get(kind, id)
    if row is None or row["deleted"]:
        raise Refused("gone", f"This {kind.replace('_', ' ')} is no longer there.")
    return row


def need_ticket(writer: Writer, id: str) -> Row:
    """The live ticket, in a queue where the actor may write."""
    row = need(writer, "ticket", id)
    writer.require_ticket(row)
    return row


def need_root(writer: Writer, id: str) -> Row:
    """The ticket, or the one that it was merged into.

    What somebody wrote who had not seen that the ticket is in the trash is not lost: the server
    takes it.
    """
    row = writer.get("ticket", id)
    for _ in range(MERGED_AT_MOST):
        if row is None or not row["merged_into"]:
            break
        row = writer.get("ticket", row["merged_into"])
    if row is None or (row["deleted"] and not writer.decides):
        raise Refused("gone", "This ticket is no longer there.")
    writer.require_ticket(row)
    return row


def need_unmerged(writer: Writer, id: str) -> Row:
    """The live ticket as ``need_ticket`` finds it; Refused when it is a part of another one now."""
    row = need_ticket(writer, id)
    if row["merged_into"]:
        raise Refused("merged", "This ticket was merged into another one.")
    return row


def newer_word(
    writer: Writer, ticket_id: str, kinds: tuple[str, ...], seen: str | None
) -> Heard | None:
    """A message of others that came after ``seen`` ("": after none; None: nobody can tell)."""
    newest = writer.heard(ticket_id, kinds, writer.actor.id) if seen is not None else None
    if newest is None or newest.id == seen:
        return None
    known = writer.get("message", seen) if seen else None
    if known is not None and (known["at_ms"], known["id"]) >= (newest.at_ms, newest.id):
        return None
    return newest


def newest_word(writer: Writer, ticket_id: str, kinds: tuple[str, ...]) -> str:
    """What the actor sees as the newest message of others, as ``newer_word`` asks for it."""
    newest = writer.heard(ticket_id, kinds, writer.actor.id)
    return newest.id if newest else ""


def event_id(uid: str, what: str, ticket_id: str = "") -> str:
    """The id of the line that the command ``uid`` writes; ``ticket_id`` where it is one of each."""
    return derived_id(uid, f"event.{what}" + (f".{ticket_id}" if ticket_id else ""))


def was_done(writer: Writer, command: Command, *whats: str) -> bool:
    """Whether this very act has one of these lines: a copy of the file may send it once more."""
    return any(writer.get("event", event_id(command.uid, what)) is not None for what in whats)


def line_of(
    writer: Writer, ticket_id: str, what: str, who_id: str | None, at_ms: int | None
) -> Row | None:
    """The line of history that says that somebody did this then: nobody can claim it for them."""
    if who_id is None or at_ms is None:
        return None
    same = {"what": what, "who_id": who_id, "at_ms": at_ms}
    found = writer.select("event", ticket_id=ticket_id, **same)
    return found[0] if found else None


def add_event(
    writer: Writer,
    command: Command,
    ticket: Row,
    what: str,
    old: str | None,
    new: str | None,
    why: str | None = None,
    *,
    each: bool = False,
    by_desk: bool = False,
) -> None:
    """One line of the immutable history, with the same id on both sides.

    ``each``: the command writes such a line on several tickets. ``by_desk``: not what its person
    did, but what the desk's rules did thereupon.
    """
    writer.insert(
        "event",
        {
            "id": event_id(command.uid, what, ticket["id"] if each else ""),
            "scope": ticket["scope"],
            "ticket_id": ticket["id"],
            "at_ms": writer.now_ms,
            "who_id": None if by_desk else writer.actor.id,
            "who_name": DESK if by_desk else writer.actor.name,
            "what": what,
            "old": old,
            "new": new,
            "why": why,
        },
    )


def check_html(html: str) -> None:
    """Raises Refused for text that is too long or that no store can keep."""
    check_text(html)
    if len(html.encode()) > HTML_LIMIT_BYTES:
        raise Refused("too_large", "This text is larger than 4 MB. Attach it as a file instead.")
