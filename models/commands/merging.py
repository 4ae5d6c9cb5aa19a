"""Two tickets about one thing become one, and two again.

What was said keeps the ticket that it was said on, so that a merge can be taken back. Whoever
writes on the merged ticket later, without having seen that, writes on where it is now.
"""

from __future__ import annotations

from models.commands.base import (
    MERGED_AT_MOST,
    Command,
    Row,
    Writer,
    add_event,
    need,
    need_root,
    need_ticket,
)
from models.commands.told import NOTHING, Told, check_told, retold, told_by
from models.errors import Refused
from models.rows import STATUSES
from models.values import check_row


class MergeTickets(Command, frozen=True, kw_only=True, tag="merge"):
    """Makes the ticket ``id`` a part of ``into_id``; both stand for what they are merged into.

    ``at_ms``: when they were merged first, if this takes an unmerge back. Then they are merged as
    they were, also where the other one is a part itself by now or in the trash; it tells again what
    it ``told``.
    """

    id: str
    into_id: str
    at_ms: int | None = None
    told: Told = NOTHING

    @property
    def ticket(self) -> str:
        return self.into_id

    def reads(self) -> list[tuple[str, str]]:
        return [("ticket", self.id), ("ticket", self.into_id)]

    def check(self, writer: Writer) -> None:
        source = need_ticket(writer, self.id)
        check_row("ticket", {"solved_at_ms": self.at_ms})
        if not self._was_merged(writer, source):
            need_ticket(writer, self.into_id)
        check_told(self.told)

    def apply(self, writer: Writer) -> Command | None:
        source = need_root(writer, self.id)
        again = self._was_merged(writer, source)
        target = self._other(writer) if again else need_root(writer, self.into_id)
        if source["id"] in _whole_of(writer, target):
            return None
        now = self.at_ms if again and self.at_ms else writer.now_ms
        told = told_by(writer, target)
        ended = {"merged_into": target["id"], "status": "done", "solved_at_ms": now}
        move(writer, source, target["queue_id"], target["scope"], ended)
        joined = self._joined(writer, source, target, now)
        writer.update("ticket", target["id"], joined)
        moved = {**source, "scope": target["scope"]}
        add_event(writer, self, moved, "merged_into", None, shown(target))
        add_event(writer, self, target, "merged", None, shown(source))
        return UnmergeTicket(
            id=source["id"],
            status=source["status"],
            queue_id=source["queue_id"],
            solved_at_ms=source["solved_at_ms"],
            told=told,
        )

    def _other(self, writer: Writer) -> Row:
        """Also in the trash: taking back what was done there must not end at that."""
        row = writer.get("ticket", self.into_id)
        if row is None:
            raise Refused("gone", "This ticket is no longer there.")
        writer.require_ticket(row)
        return row

    def _joined(self, writer: Writer, source: Row, target: Row, now_ms: int) -> Row:
        if now_ms == self.at_ms and self.told != NOTHING:
            said = _said(writer, target)
            joined = retold(writer, said, self.told, "customer_at_ms", "activity_at_ms")
            last = max(joined["activity_at_ms"] or 0, target["activity_at_ms"])
            return {**joined, "activity_at_ms": last}
        heard = [at for at in (source["customer_at_ms"], target["customer_at_ms"]) if at]
        return {"activity_at_ms": now_ms, "customer_at_ms": max(heard, default=None)}

    def _was_merged(self, writer: Writer, source: Row) -> bool:
        """Whether history tells of a merge at that time."""
        if self.at_ms is None:
            return False
        same = {"what": "merged_into", "at_ms": self.at_ms}
        return bool(writer.select("event", ticket_id=source["id"], **same))


class UnmergeTicket(Command, frozen=True, kw_only=True, tag="unmerge"):
    """Makes a merged ticket one of its own again, as it was before.

    ``told`` is what the other one told before, as ``told_by`` gives it.
    """

    id: str
    status: str = "open"
    queue_id: str | None = None
    solved_at_ms: int | None = None
    told: Told = NOTHING

    @property
    def ticket(self) -> str:
        return self.id

    def check(self, writer: Writer) -> None:
        ticket = need_ticket(writer, self.id)
        if not ticket["merged_into"]:
            raise Refused("invalid", "This ticket is not a part of another one.")
        if self.status not in STATUSES:
            raise Refused("invalid", f"“{self.status}” is no status.")
        if self.queue_id is not None:
            need(writer, "queue", self.queue_id)
        check_row("ticket", {"solved_at_ms": self.solved_at_ms})
        check_told(self.told)

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_ticket(writer, self.id)
        into = writer.get("ticket", ticket["merged_into"])
        queue_id = self.queue_id or ticket["queue_id"]
        was_solved = self.solved_at_ms or ticket["solved_at_ms"]
        solved = was_solved if self.status == "done" else None
        alone = {"merged_into": None, "status": self.status, "solved_at_ms": solved}
        move(writer, ticket, queue_id, f"q:{queue_id}", alone)
        moved = {**ticket, "scope": f"q:{queue_id}"}
        add_event(writer, self, moved, "unmerged_from", shown(into) if into else None, None)
        if into is None:
            return None
        told = told_by(writer, into)
        self._tell(writer, ticket, into)
        add_event(writer, self, into, "unmerged", shown(ticket), None)
        at_ms = ticket["solved_at_ms"]
        return MergeTickets(id=self.id, into_id=into["id"], at_ms=at_ms, told=told)

    def _tell(self, writer: Writer, ticket: Row, into: Row) -> None:
        """Take from the other ticket what it has from this one alone."""
        brought = {
            "customer_at_ms": ticket["customer_at_ms"],
            "activity_at_ms": ticket["solved_at_ms"],  # both are the moment of the merge
        }
        names = [name for name, at_ms in brought.items() if at_ms and into[name] == at_ms]
        if not names:
            return
        changes = retold(writer, _said(writer, into), self.told, *names)
        if "activity_at_ms" in changes:
            changes["activity_at_ms"] = changes["activity_at_ms"] or into["created_at_ms"]
        writer.update("ticket", into["id"], changes)


def _whole_of(writer: Writer, ticket: Row) -> list[str]:
    """A ticket, and what it is a part of, one in the other."""
    ids = [ticket["id"]]
    for _ in range(MERGED_AT_MOST):
        if not ticket["merged_into"]:
            break
        ids.append(ticket["merged_into"])
        ticket = writer.get("ticket", ids[-1]) or {"merged_into": None}
    return ids


def _said(writer: Writer, ticket: Row) -> list[Row]:
    """The messages of a ticket and of what was merged into it."""
    whole = [ticket, *writer.select("ticket", merged_into=ticket["id"])]
    return [message for part in whole for message in writer.select("message", ticket_id=part["id"])]


def move(writer: Writer, ticket: Row, queue_id: str, scope: str, changes: Row) -> None:
    """Change a ticket and give it a queue; what was merged into it before goes with it."""
    writer.update("ticket", ticket["id"], {**changes, "queue_id": queue_id, "scope": scope})
    if ticket["scope"] == scope:
        return
    writer.move_children(ticket["id"], scope)
    for part in writer.select("ticket", merged_into=ticket["id"]):
        move(writer, part, queue_id, scope, {})


def shown(ticket: Row) -> str:
    """The number that people see, or the temporary one."""
    return str(ticket["number"] or ticket["alias"])
