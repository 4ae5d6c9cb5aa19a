"""Acts on a ticket: made, changed, taken, transferred."""

from __future__ import annotations

import json
from typing import Any, Self

import msgspec

from models.classify.asked import read_known
from models.commands.base import (
    SUBJECT_LIMIT,
    Command,
    Row,
    Writer,
    add_event,
    event_id,
    need,
    need_ticket,
    need_unmerged,
    newer_word,
    newest_word,
    was_done,
)
from models.commands.closing import check_closing
from models.commands.facts import check_facts
from models.commands.late import Late, check_base, keep_clashes
from models.commands.merging import move
from models.commands.messages import FirstMessage, check_first, insert_message
from models.commands.routing import (
    TRAITS,
    Back,
    Routed,
    check_back,
    for_change,
    for_new,
    taken_back,
    tell,
)
from models.commands.tagging import check_tags
from models.commands.told import SPOKEN_KINDS
from models.commands.trash import DeleteTicket
from models.errors import Held, Refused
from models.ids import new_id, ticket_alias
from models.meeting_link import meeting_link
from models.merge.fold import merged_tags
from models.rows import PRIORITIES, STATUSES, WAITING_FOR
from models.values import check_row, check_text

FIELDS = frozenset(
    (
        "subject status waiting_for wake_at_ms priority impact urgency product category_id "
        "assignee_id requester_id company_id channel tier due_at_ms meeting_link"
    ).split()
)
DUE = {"due_at_ms", "due_what", "warn_at_ms"}
ENDING = ("done", "postponed")
OF_STATUS = {"wake_at_ms": "postponed", "waiting_for": "waiting"}
"""What a ticket loses when it leaves this status, unless the act itself says otherwise."""
NAMED = {"assignee_id": "agent", "category_id": "category", "requester_id": "contact"}
CHOICES: dict[str, tuple[str | None, ...]] = {
    "status": STATUSES,
    "priority": PRIORITIES,
    "waiting_for": (*WAITING_FOR, None),
}
NEW_TICKET: Row = {
    "number": None,
    "subject": "",
    "status": "new",
    "priority": "normal",
    "product": "",
    "meeting_link": "",
    "channel": "desk",
    "language": "",
    "tags": "[]",
    "facts": "",
    "activity_at_ms": 0,
    "created_at_ms": 0,
    "tier": 1,
    "date_guessed": 0,
    "reopen_count": 0,
    "handover_count": 0,
}


class CreateTicket(Command, frozen=True, kw_only=True, tag="create_ticket"):
    """A new ticket with its first message. ``set`` holds any of FIELDS, queue_id, tags and facts.

    Rules classify it: they leave what is in ``set``, and the queue if a person chose that.
    """

    id: str = msgspec.field(default_factory=new_id)
    set: dict[str, Any]
    message: FirstMessage | None = None
    queue_chosen: bool = False

    @property
    def ticket(self) -> str:
        return self.id

    def check(self, writer: Writer) -> None:
        unknown = self.set.keys() - FIELDS - {"queue_id", "tags", "facts"}
        if unknown:
            raise Refused("invalid", f"A ticket has no field {sorted(unknown)[0]}.")
        check_values({name: value for name, value in self.set.items() if name != "tags"})
        tags = self.set.get("tags", [])
        if not isinstance(tags, list):
            raise Refused("invalid", "tags is a list.")
        check_tags(tags)
        check_facts(read_known(self.set.get("facts", "")))
        need(writer, "queue", self.set.get("queue_id", ""))
        check_closing(writer, {"status": "new", "category_id": None}, self.set)
        if self.message:
            check_first(self.message)

    def apply(self, writer: Writer) -> Command | None:
        if writer.get("ticket", self.id):
            return None
        given = self._given()
        html = self.message.html if self.message else ""
        routed = for_new(writer, given, html, queue_chosen=self.queue_chosen)
        row = self.row(writer, routed)
        writer.insert("ticket", row)
        add_event(writer, self, row, "created", None, row["channel"])
        if self.queue_chosen:
            add_event(writer, self, row, "queue", None, _name(writer, "queue_id", row["queue_id"]))
        tell(writer, self, row, routed, NEW_TICKET | given, _name)
        if self.message:
            insert_message(writer, self.message, row)
        return DeleteTicket(id=self.id)

    def _given(self) -> Row:
        tags = sorted({tag.strip() for tag in self.set.get("tags", [])})
        return {**self.set, "tags": json.dumps(tags)}

    def row(self, writer: Writer, routed: Routed) -> Row:
        now = writer.now_ms
        given = self._given() | routed.changes
        if routed.add:
            given["tags"] = merged_tags(given["tags"], routed.add, ())
        customer_spoke = self.message is not None and self.message.kind in SPOKEN_KINDS
        return {
            **NEW_TICKET,
            **given,
            "id": self.id,
            "scope": f"q:{given['queue_id']}",
            "number": writer.next_number(),
            "alias": ticket_alias(self.id),
            "activity_at_ms": now,
            "created_at_ms": now,
            "customer_at_ms": now if customer_spoke else None,
            "solved_at_ms": now if given.get("status") == "done" else None,
        }


class Undone(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a change of status takes back: the act ``uid`` and what else that one had changed.

    ``reopened`` is added to the count of reopens; ``solved_at_ms`` is what was there before.
    """

    uid: str
    reopened: int = 0
    solved_at_ms: int | None = None


class SetTicket(Late, frozen=True, kw_only=True, tag="set_fields"):
    """Changes fields of a ticket; what did not change leaves no trace. ``why`` goes to history.

    With ``undone`` a change of status is no new act: it neither solves nor reopens. ``seen`` is
    the customer's newest message for its author: nobody closes or postpones over an unread one.
    Rules look again when what they ask for changes, unless ``back`` says what becomes of that.
    """

    id: str
    set: dict[str, Any]
    seen: str | None = None
    why: str | None = None
    undone: Undone | None = None
    back: Back | None = None

    @property
    def ticket(self) -> str:
        return self.id

    def check(self, writer: Writer) -> None:
        unknown = self.set.keys() - FIELDS
        if unknown:
            raise Refused("invalid", f"A ticket has no field {sorted(unknown)[0]}.")
        check_values(self.set)
        check_undone(self.undone)
        check_base(self.base)
        check_back(writer, self.back)
        ticket = need_unmerged(writer, self.id)
        if not (self.undone and self._takes_back(writer, ticket)):
            check_closing(writer, ticket, self.set)

    def based(self, writer: Writer) -> Self:
        based = self.seeing(writer.get("ticket", self.id), self.set)
        if self.set.get("status") not in ENDING:
            return based
        return msgspec.structs.replace(based, seen=newest_word(writer, self.id, SPOKEN_KINDS))

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_unmerged(writer, self.id)
        self._hold(writer, ticket)
        changes = implied_changes(ticket, self.set, writer.now_ms)
        if self.undone and "status" in changes and self._takes_back(writer, ticket):
            changes |= restored(ticket, self.undone)
        routed = self._routed(writer, ticket, changes)
        if not changes and not routed:
            return None
        written = sorted(changes.keys() & self.set.keys())
        clashes = self.clashes(writer, "ticket", ticket, {name: self.set[name] for name in written})
        moved = self._write(writer, ticket, changes | routed.fields, routed)
        keep_clashes(writer, self, "ticket", moved, clashes)
        writer.touch("ticket", self.id, written)
        for field in sorted(changes.keys() & FIELDS):
            old, new = (_name(writer, field, row[field]) for row in (ticket, changes))
            add_event(writer, self, moved, field.removesuffix("_id"), old, new, self.why)
        tell(writer, self, moved, routed, ticket, _name)
        changes |= routed.fields
        names = (changes.keys() & FIELDS) | (OF_STATUS.keys() if "status" in changes else set())
        before = {field: set_by_hand(ticket, field) for field in sorted(names)}
        back = self._back(ticket, changes, routed)
        return SetTicket(id=self.id, set=before, undone=self._undone(ticket, changes), back=back)

    def _routed(self, writer: Writer, ticket: Row, changes: Row) -> Routed:
        if self.back is not None:
            return taken_back(ticket, self.back)
        return for_change(writer, ticket, changes, self.set)

    def _write(self, writer: Writer, ticket: Row, changes: Row, routed: Routed) -> Row:
        """The ticket as it was, in the home that it has now."""
        if changes or routed.home:
            writer.update("ticket", self.id, {**changes, **routed.home})
        if routed.home:
            writer.move_children(self.id, routed.home["scope"])
        if routed.add or routed.remove:
            writer.change_tags(self.id, list(routed.add), list(routed.remove))
        return {**ticket, **routed.home}

    def _back(self, ticket: Row, changes: Row, routed: Routed) -> Back | None:
        if self.back is None and changes.keys().isdisjoint(TRAITS):
            return None
        return routed.back(ticket)

    def _hold(self, writer: Writer, ticket: Row) -> None:
        wanted = self.set.get("status")
        if wanted not in ENDING or wanted == ticket["status"]:
            return
        if newer_word(writer, self.id, SPOKEN_KINDS, self.seen):
            code = "customer_wrote" if wanted == "done" else "woken"
            raise Held(code, "The customer wrote meanwhile.")

    def _takes_back(self, writer: Writer, ticket: Row) -> bool:
        """Whether the actor himself brought the ticket from the wanted status into its present."""
        assert self.undone
        line = writer.get("event", event_id(self.undone.uid, "status"))
        return line is not None and (
            (line["ticket_id"], line["who_id"], line["old"], line["new"])
            == (self.id, writer.actor.id, self.set["status"], ticket["status"])
        )

    def _undone(self, ticket: Row, changes: Row) -> Undone | None:
        if "status" not in changes:
            return None
        count = ticket["reopen_count"]
        return Undone(self.uid, count - changes.get("reopen_count", count), ticket["solved_at_ms"])


class Take(Command, frozen=True, kw_only=True, tag="take"):
    """Makes the actor the assignee; the first one wins."""

    id: str

    @property
    def ticket(self) -> str:
        return self.id

    def check(self, writer: Writer) -> None:
        ticket = need_unmerged(writer, self.id)
        if ticket["assignee_id"] not in (None, writer.actor.id):
            owner = _name(writer, "assignee_id", ticket["assignee_id"])
            raise Refused("taken", f"{owner} took this ticket first.")

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_ticket(writer, self.id)
        wanted: dict[str, Any] = {"assignee_id": writer.actor.id}
        if ticket["status"] == "new":
            wanted["status"] = "open"
        return SetTicket(uid=self.uid, id=self.id, set=wanted).apply(writer)


class Transfer(Late, frozen=True, kw_only=True, tag="transfer"):
    """Hands a ticket to a queue, a person, or both; ``note`` says why.

    With ``undone``, the uid of the act that it takes back, it is no new handover.
    """

    id: str
    queue_id: str | None = None
    assignee_id: str | None = None
    note: str = ""
    undone: str | None = None

    @property
    def ticket(self) -> str:
        return self.id

    def based(self, writer: Writer) -> Self:
        return self.seeing(writer.get("ticket", self.id), ("queue_id", "assignee_id"))

    def check(self, writer: Writer) -> None:
        need_unmerged(writer, self.id)
        check_base(self.base)
        check_text(self.undone or "")
        if self.queue_id is not None:
            need(writer, "queue", self.queue_id)
        if self.assignee_id is not None:
            need(writer, "agent", self.assignee_id)

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_ticket(writer, self.id)
        queue_id = self.queue_id or ticket["queue_id"]
        wanted = {"queue_id": queue_id, "assignee_id": self.assignee_id}
        changes = {field: value for field, value in wanted.items() if ticket[field] != value}
        if not changes:
            return None
        scope = f"q:{queue_id}"
        clashes = self.clashes(writer, "ticket", ticket, changes)
        undoes = self._takes_back(writer, ticket, changes)
        step = -1 if undoes else 0 if was_done(writer, self, "queue", "assignee") else 1
        count = max(0, ticket["handover_count"] + step)
        writer.update("ticket", self.id, {**changes, "handover_count": count, "scope": scope})
        if "queue_id" in changes:
            writer.move_children(self.id, scope)
            for part in writer.select("ticket", merged_into=self.id):
                move(writer, part, queue_id, scope, {})
        moved = {**ticket, "scope": scope}
        keep_clashes(writer, self, "ticket", moved, clashes)
        writer.touch("ticket", self.id, changes)
        for field, value in changes.items():
            old, new = (_name(writer, field, known) for known in (ticket[field], value))
            what = field.removesuffix("_id")
            add_event(writer, self, moved, what, old, new, self.note or None)
        return Transfer(
            id=self.id,
            queue_id=ticket["queue_id"],
            assignee_id=ticket["assignee_id"],
            undone=None if undoes else self.uid,
        )

    def _takes_back(self, writer: Writer, ticket: Row, changes: Row) -> bool:
        """Whether the actor himself brought the ticket from there to where it is now."""
        if self.undone is None:
            return False
        for field, value in changes.items():
            what = field.removesuffix("_id")
            line = writer.get("event", event_id(self.undone, what))
            names = (_name(writer, field, known) for known in (value, ticket[field]))
            if line is None or (
                (line["ticket_id"], line["who_id"], line["old"], line["new"])
                != (self.id, writer.actor.id, *names)
            ):
                return False
        return True


def check_undone(undone: Undone | None) -> None:
    """Raises Refused for what no act can have changed."""
    if undone is None:
        return
    check_text(undone.uid)
    check_row("ticket", {"solved_at_ms": undone.solved_at_ms})
    if undone.reopened not in (-1, 0, 1):
        raise Refused("invalid", "One act reopens a ticket at most once.")


def check_values(given: dict[str, Any]) -> None:
    """Raises Refused for a value that a ticket can't have."""
    for field, choices in CHOICES.items():
        if field in given and given[field] not in choices:
            known = ", ".join(str(choice) for choice in choices if choice)
            raise Refused("invalid", f"“{given[field]}” is no {field}; it is one of {known}.")
    check_row("ticket", given)
    if len(given.get("subject", "")) > SUBJECT_LIMIT:
        raise Refused("too_large", f"A subject has at most {SUBJECT_LIMIT} characters.")
    link = given.get("meeting_link", "")
    if link != meeting_link(link):
        raise Refused("invalid", "A meeting link begins with https:// and names a host.")


def implied_changes(ticket: Row, wanted: dict[str, Any], now_ms: int) -> Row:
    """What really changes, with what follows from a change of status."""
    changes = {field: value for field, value in wanted.items() if ticket[field] != value}
    if "due_at_ms" in changes:
        changes |= {"due_what": None, "warn_at_ms": None}
        if set_by_hand(ticket, "due_at_ms") == changes["due_at_ms"]:  # a promise's stays
            changes = {name: value for name, value in changes.items() if name not in DUE}
    status = changes.get("status")
    if status is None:
        return changes
    if status == "done":
        changes["solved_at_ms"] = now_ms
    elif ticket["status"] == "done":
        changes["solved_at_ms"] = None
        changes["reopen_count"] = ticket["reopen_count"] + 1
    for field, kept_by in OF_STATUS.items():
        if status != kept_by and field not in wanted and ticket[field] is not None:
            changes[field] = None
    return changes


def set_by_hand(ticket: Row, field: str) -> Any:
    """What a person gave a field; a due time may be that of a promise instead."""
    return None if field == "due_at_ms" and ticket["due_what"] else ticket[field]


def restored(ticket: Row, undone: Undone) -> Row:
    """What a change of status brings back when it takes an act back."""
    count = max(ticket["reopen_count"] + undone.reopened, 0)
    return {"solved_at_ms": undone.solved_at_ms, "reopen_count": count}


def _name(writer: Writer, field: str, value: Any) -> str | None:
    """What history shows for a value: names instead of ids."""
    if value is None:
        return None
    kind = {**NAMED, "queue_id": "queue", "company_id": "company"}.get(field)
    if kind is None:
        return str(value)
    row = writer.get(kind, value)
    return str(row.get("name") or row.get("key") or value) if row else str(value)
