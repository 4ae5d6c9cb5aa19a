"""Which tickets have to be counted again after what a writer has done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models.database import Store
from models.promises.book import has_policies
from models.promises.counting import open_tickets

Row = Mapping[str, Any]
WATCHED = frozenset(
    (
        "status wake_at_ms priority queue_id category_id company_id due_at_ms first_reply_at_ms "
        "solved_at_ms customer_at_ms merged_into deleted"
    ).split()
)
"""Whatever is said between desk and customer writes one of them, a note none."""
SETTINGS: dict[str, frozenset[str]] = {
    "sla_policy": frozenset(("key", "calendar", "body", "deleted")),
    "calendar": frozenset(("key", "body", "deleted")),
    "category": frozenset(("key", "parent_id", "deleted")),
    "queue": frozenset(("name",)),
}


@dataclass
class Owing:
    """``tickets`` that changed; all open ones of ``companies``.

    ``made`` have no past to be counted, so that nothing is to be done where nothing is promised.
    ``everything``: the policies themselves are others now.
    """

    tickets: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(self.tickets or self.made or self.companies or self.everything)

    def note_new(self, kind: str, row: Row) -> None:
        """A row was made."""
        if kind == "ticket":
            (self.tickets if row["status"] == "done" else self.made).add(row["id"])
        elif kind in ("sla_policy", "calendar"):
            self.everything = True

    def note(self, kind: str, before: Row, changes: Row) -> None:
        """Columns of a row were written."""
        if kind == "ticket" and not WATCHED.isdisjoint(changes):
            into = (before["merged_into"], changes.get("merged_into"))
            self.tickets.update(filter(None, (before["id"], *into)))
        elif kind == "company" and changes.get("plan", before["plan"]) != before["plan"]:
            self.companies.add(before["id"])
        elif kind in SETTINGS and not SETTINGS[kind].isdisjoint(changes):
            self.everything = True

    def owed(self, store: Store) -> list[str]:
        """The tickets to be counted; ``everything`` is all open ones."""
        owed = set(self.tickets)
        if self.everything or self.companies:
            owed.update(open_tickets(store, None if self.everything else self.companies))
        if self.made and has_policies(store):
            owed |= self.made
        return sorted(owed)
