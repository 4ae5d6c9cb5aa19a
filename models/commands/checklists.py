"""A ticket's check list, line by line."""

from __future__ import annotations

from typing import Self

import msgspec

from models.commands.base import (
    Command,
    Row,
    Writer,
    add_event,
    line_of,
    need,
    need_root,
    need_ticket,
)
from models.commands.late import Late, check_base, keep_clashes
from models.errors import Refused
from models.ids import new_id
from models.values import check_row, is_text

KIND = "checklist_item"
TEXT_LIMIT = 500
ROOM = 1 << 16
"""Between two lines when they are numbered anew; half of it stays with each line between them."""


class AddItem(Command, frozen=True, kw_only=True, tag="checklist_add"):
    """A new last line. On a ticket that was merged it goes to where that is now, as a note does."""

    ticket_id: str
    text: str
    id: str = msgspec.field(default_factory=new_id)

    @property
    def ticket(self) -> str:
        return self.ticket_id

    def check(self, writer: Writer) -> None:
        need_root(writer, self.ticket_id)
        check_line(self.text)

    def apply(self, writer: Writer) -> Command | None:
        if writer.get(KIND, self.id):
            return None
        ticket = need_root(writer, self.ticket_id)
        last = max((item["position"] for item in _lines(writer, ticket["id"])), default=0)
        line = {"ticket_id": ticket["id"], "text": self.text, "position": last + ROOM}
        writer.insert(KIND, {**line, "id": self.id, "scope": ticket["scope"]})
        add_event(writer, self, ticket, "checklist_added", None, self.text)
        return RemoveItem(id=self.id)


class OfItem(Late, frozen=True, kw_only=True):
    """About one line; whoever may write on its ticket may do it."""

    id: str

    def reads(self) -> list[tuple[str, str]]:
        return [(KIND, self.id)]

    def check(self, writer: Writer) -> None:
        need_ticket(writer, need(writer, KIND, self.id)["ticket_id"])

    def note(self, writer: Writer, item: Row, what: str, old: str | None = None) -> None:
        """A line of history with the text that ``item`` has now."""
        add_event(writer, self, need_ticket(writer, item["ticket_id"]), what, old, item["text"])


class EditItem(OfItem, frozen=True, kw_only=True, tag="checklist_edit"):
    """Changes the text of a line; what somebody else wrote unseen is kept in a conflict."""

    text: str

    def based(self, writer: Writer) -> Self:
        return self.seeing(writer.get(KIND, self.id), ("text",))

    def check(self, writer: Writer) -> None:
        super().check(writer)
        check_base(self.base)
        check_line(self.text)

    def apply(self, writer: Writer) -> Command | None:
        item = need(writer, KIND, self.id)
        if item["text"] == self.text:
            return None
        clashes = self.clashes(writer, KIND, item, {"text": self.text})
        writer.update(KIND, self.id, {"text": self.text})
        keep_clashes(writer, self, KIND, item, clashes)
        writer.touch(KIND, self.id, ["text"])
        self.note(writer, {**item, "text": self.text}, "checklist_edited", item["text"])
        return EditItem(id=self.id, text=item["text"])


class TickItem(OfItem, frozen=True, kw_only=True, tag="checklist_tick"):
    """Ticks a line off, or (``done`` false) opens it again; the last one wins.

    Ticking what is ticked is no conflict: who did it first stays. ``by`` and ``at_ms`` say who had
    ticked it off when, if this takes an opening back.
    """

    done: bool = True
    by: str | None = None
    at_ms: int | None = None

    def check(self, writer: Writer) -> None:
        super().check(writer)
        check_row(KIND, {"done_by": self.by, "done_at_ms": self.at_ms})

    def apply(self, writer: Writer) -> Command | None:
        item = need(writer, KIND, self.id)
        if bool(item["done"]) == self.done:
            return None
        who, at_ms = (writer.actor.id, writer.now_ms) if self.done else (None, None)
        if self.done and line_of(writer, item["ticket_id"], "checklist_done", self.by, self.at_ms):
            who, at_ms = self.by, self.at_ms
        changes = {"done": int(self.done), "done_by": who, "done_at_ms": at_ms}
        writer.update(KIND, self.id, changes)
        self.note(writer, item, "checklist_done" if self.done else "checklist_reopened")
        return TickItem(
            id=self.id, done=not self.done, by=item["done_by"], at_ms=item["done_at_ms"]
        )


class MoveItem(OfItem, frozen=True, kw_only=True, tag="checklist_move"):
    """Puts a line behind another one (None: first); the last arrival wins.

    One that was removed meanwhile still says where that is. ``position`` is where it was, if this
    takes a move back: there it has the same neighbours, removed ones too.
    """

    after: str | None = None
    position: int | None = None

    def check(self, writer: Writer) -> None:
        super().check(writer)
        item = need(writer, KIND, self.id)
        after = writer.get(KIND, self.after) if self.after is not None else item
        if after is None or after["ticket_id"] != item["ticket_id"] or self.after == self.id:
            raise Refused("gone", "The line before it is no longer there.")
        if self.position is not None:
            check_row(KIND, {"position": self.position})

    def apply(self, writer: Writer) -> Command | None:
        item = need(writer, KIND, self.id)
        lines = _lines(writer, item["ticket_id"])
        others = [line for line in lines if line["id"] != self.id]
        before = [line for line in others if _place(line) < _place(item)]
        after = writer.get(KIND, self.after) if self.after is not None else None
        first = [line for line in others if after and _place(line) <= _place(after)]
        if len(first) == len(before):
            return None
        self._put(writer, item, first, others[len(first) :])
        last = before[-1]["id"] if before else None
        return MoveItem(id=self.id, after=last, position=item["position"])

    def _put(self, writer: Writer, item: Row, before: list[Row], behind: list[Row]) -> None:
        low = before[-1]["position"] if before else behind[0]["position"] - 2 * ROOM
        high = behind[0]["position"] if behind else low + 2 * ROOM
        if self.position is not None and _fits(self.position, before, behind):
            writer.update(KIND, self.id, {"position": self.position})
            return
        if high - low > 1:
            writer.update(KIND, self.id, {"position": (low + high) // 2})
            return
        for number, line in enumerate((*before, item, *behind), start=1):
            writer.update(KIND, line["id"], {"position": number * ROOM})


class RemoveItem(OfItem, frozen=True, kw_only=True, tag="checklist_remove"):
    """Removes a line."""

    def apply(self, writer: Writer) -> Command | None:
        item = need(writer, KIND, self.id)
        writer.update(KIND, self.id, {"deleted": 1})
        self.note(writer, item, "checklist_removed")
        return ReturnItem(id=self.id)


class ReturnItem(OfItem, frozen=True, kw_only=True, tag="checklist_return"):
    """Brings a line back that was removed."""

    def check(self, writer: Writer) -> None:
        item = writer.get(KIND, self.id)
        if item is None:
            raise Refused("gone", "This checklist item is no longer there.")
        need_ticket(writer, item["ticket_id"])

    def apply(self, writer: Writer) -> Command | None:
        item = writer.get(KIND, self.id)
        if item is None or not item["deleted"]:
            return None
        writer.update(KIND, self.id, {"deleted": 0})
        self.note(writer, item, "checklist_returned")
        return RemoveItem(id=self.id)


def _fits(position: int, before: list[Row], behind: list[Row]) -> bool:
    low = before[-1]["position"] if before else position - 1
    high = behind[0]["position"] if behind else position + 1
    return bool(low < position < high)


def check_line(text: str) -> None:
    """Raises Refused for what can be no line."""
    if not is_text(text) or not text.strip() or len(text) > TEXT_LIMIT or "\n" in text:
        raise Refused("invalid", "A checklist item is one line of at most 500 characters.")


def _lines(writer: Writer, ticket_id: str) -> list[Row]:
    return sorted(writer.select(KIND, ticket_id=ticket_id), key=_place)


def _place(item: Row) -> tuple[int, str]:
    return item["position"], item["id"]
