"""A person's choice between two values of which neither author had seen the other."""

from __future__ import annotations

import json
from typing import Any, Self

from models.commands.approvals import Decide
from models.commands.base import Command, Row, Writer, need, need_ticket
from models.commands.checklists import EditItem
from models.commands.facts import FIELD, SetFacts, chosen, present
from models.commands.late import Late, check_base
from models.commands.records import Put
from models.commands.texts import EditMessage
from models.commands.tickets import SetTicket, Transfer
from models.errors import Refused
from models.values import check_text

CHOICES = ("mine", "theirs", "other")
REOPENED = "open"


class ResolveConflict(Late, frozen=True, kw_only=True, tag="resolve_conflict"):
    """Says what the row shows from now on: ``mine``, ``theirs``, or an ``other`` value (JSON).

    ``open`` takes a choice back, the act ``undone``; then ``value`` is what was there before.
    """

    id: str
    choice: str
    value: str | None = None
    undone: str | None = None

    def based(self, writer: Writer) -> Self:
        conflict = writer.get("conflict", self.id)
        row = writer.get(conflict["entity"], conflict["ent"]) if conflict else None
        return self.seeing(row, [conflict["field"]]) if conflict else self

    def check(self, writer: Writer) -> None:
        conflict = need(writer, "conflict", self.id)
        if self.choice not in (*CHOICES, REOPENED):
            raise Refused("invalid", f"A conflict is settled by {', '.join(CHOICES)}.")
        if conflict["ticket_id"]:
            need_ticket(writer, conflict["ticket_id"])
        check_text(self.value or "")
        check_text(self.undone or "")
        check_base(self.base)
        self._change(conflict).check(writer)

    def apply(self, writer: Writer) -> Command | None:
        conflict = need(writer, "conflict", self.id)
        row = need(writer, conflict["entity"], conflict["ent"])
        texts = (conflict["theirs"], conflict["mine"])
        before = json.dumps(present(row, conflict["field"], texts), ensure_ascii=False)
        self._change(conflict).apply(writer)
        settled = self.choice != REOPENED
        writer.update(
            "conflict",
            self.id,
            {
                "state": "resolved" if settled else "open",
                "choice": self.choice if settled else None,
                "resolved_id": writer.actor.id if settled else None,
                "resolved_name": writer.actor.name if settled else "",
                "resolved_at_ms": writer.now_ms if settled else None,
            },
        )
        return ResolveConflict(id=self.id, choice=REOPENED, value=before, undone=self.uid)

    def _change(self, conflict: Row) -> Command:
        """The ordinary act that writes the chosen value, under this act's own name."""
        text = conflict[self.choice] if self.choice in ("mine", "theirs") else self.value
        try:
            value = json.loads(text or "null")
        except (ValueError, RecursionError) as error:
            raise Refused("invalid", "The chosen value can't be read.") from error
        return change_of(self, conflict, value)


def change_of(command: ResolveConflict, conflict: Row, value: Any) -> Command:
    """How a field of the row that a conflict is about gets a value."""
    id, field = conflict["ent"], conflict["field"]
    base_rev, base, uid = command.base_rev, command.base, command.uid
    late = {"uid": uid, "id": id, "base_rev": base_rev, "base": base}
    match conflict["entity"]:
        case "ticket" if field == "queue_id":
            return Transfer(**late, queue_id=_word(value), undone=command.undone)
        case "ticket" if field == FIELD:
            return SetFacts(uid=uid, id=id, base_rev=base_rev, set=chosen(value))
        case "ticket":
            return SetTicket(**late, set={field: value})
        case "message":
            return EditMessage(uid=uid, id=id, html=_word(value), base=base.get("html"))
        case "approval":
            return Decide(**late, state=_word(value))
        case "checklist_item":
            return EditItem(**late, text=_word(value))
        case entity:
            return Put(**late, entity=entity, set={field: value})


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("invalid", "The chosen value can't be read.")
    return value
