"""What a command would do here: checked and applied to nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.merge.fold import merged_tags
from models.perform import LocalWriter
from models.values import check_row

Row = dict[str, Any]


class Change(NamedTuple):
    """A column that would be written: what is there now (None in a new row), and what would be."""

    kind: str
    id: str
    field: str
    was: Any
    becomes: Any


@dataclass
class LookingWriter(LocalWriter):
    """Collects ``changes`` and writes none; a command reads the rows as if they were made."""

    changes: list[Change] = field(default_factory=list)
    _over: dict[tuple[str, str], Row] = field(default_factory=dict)

    def get(self, kind: str, id: str) -> Row | None:
        over = self._over.get((kind, id))
        return super().get(kind, id) if over is None else dict(over)

    def insert(self, kind: str, row: Row) -> None:
        check_row(kind, row)
        self._note(kind, row["id"], {}, row)

    def update(self, kind: str, id: str, changes: Row) -> None:
        check_row(kind, changes)
        self._note(kind, id, self.get(kind, id) or {}, changes)

    def change_tags(self, ticket_id: str, add: list[str], remove: list[str]) -> None:
        row = self.get("ticket", ticket_id) or {}
        tags = merged_tags(row.get("tags") or "[]", add, remove)
        self._note("ticket", ticket_id, row, {"tags": tags})

    def _note(self, kind: str, id: str, row: Row, changes: Row) -> None:
        for name, value in changes.items():
            self.changes.append(Change(kind, id, name, row.get(name), value))
        self._over[kind, id] = {"deleted": 0, **row, **changes}
