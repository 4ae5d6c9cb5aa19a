"""What can be done with many tickets: its words, and the command for each ticket."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.commands import Command, MergeTickets, SetTicket, Tags, Take, Transfer


@dataclass(frozen=True, slots=True)
class BulkAct:
    """``title`` says what is done, as the heading of a preview."""

    title: str
    make: Callable[[str], Command]

    def commands(self, ids: list[str]) -> list[tuple[str, Command]]:
        return [(id, self.make(id)) for id in ids]


def setting(title: str, **values: Any) -> BulkAct:
    return BulkAct(title, lambda id: SetTicket(id=id, set=dict(values)))


def taking(title: str) -> BulkAct:
    return BulkAct(title, lambda id: Take(id=id))


def moving(title: str, queue_id: str) -> BulkAct:
    return BulkAct(title, lambda id: Transfer(id=id, queue_id=queue_id))


def handing(title: str, transfer: Transfer) -> BulkAct:
    """As a transfer of one ticket says."""
    queue_id, assignee_id, note = transfer.queue_id, transfer.assignee_id, transfer.note
    return BulkAct(
        title,
        lambda id: Transfer(id=id, queue_id=queue_id, assignee_id=assignee_id, note=note),
    )


def tagging(title: str, add: list[str], remove: list[str]) -> BulkAct:
    return BulkAct(title, lambda id: Tags(id=id, add=tuple(add), remove=tuple(remove)))


def merging(title: str, into_id: str) -> BulkAct:
    return BulkAct(title, lambda id: MergeTickets(id=id, into_id=into_id))
