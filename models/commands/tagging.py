"""Tags of a ticket, as a set."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Self

from models.commands.base import Command, Row, Writer, add_event, need_root
from models.commands.late import Late
from models.errors import Refused
from models.merge.fields import Origin
from models.merge.tags import merge_tags
from models.values import is_text

TAG = "tag:"  # what a touch of one tag is called


class Tags(Late, frozen=True, kw_only=True, tag="tags"):
    """Adds and removes tags as a set, so that two people's tags never fight.

    A removal loses to an addition that its author had not seen.
    """

    id: str
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    @property
    def ticket(self) -> str:
        return self.id

    def based(self, writer: Writer) -> Self:
        return self.seeing(writer.get("ticket", self.id), ())

    def check(self, writer: Writer) -> None:
        need_root(writer, self.id)
        check_tags(self.add)

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_root(writer, self.id)
        have = set(json.loads(ticket["tags"] or "[]"))
        wanted = {tag.strip() for tag in self.add}
        add = sorted(wanted - have)
        remove = sorted(set(self.remove) & have - wanted - self._newer(writer, ticket))
        if add or remove:
            writer.change_tags(ticket["id"], add, remove)
        writer.touch("ticket", ticket["id"], [f"{TAG}{tag}" for tag in sorted(wanted)])
        if not add and not remove:
            return None
        old, new = (", ".join(tags) or None for tags in (remove, add))
        add_event(writer, self, ticket, "tags", old, new)
        return Tags(id=ticket["id"], add=tuple(remove), remove=tuple(add))

    def _newer(self, writer: Writer, ticket: Row) -> set[str]:
        """Tags that others added after what the author of this change saw."""
        if self.base_rev is None or ticket["rev"] <= self.base_rev:
            return set()
        touches = writer.touches("ticket", ticket["id"])
        adds = {
            name.removeprefix(TAG): touch[:2]
            for name, touch in touches.items()
            if name.startswith(TAG)
        }
        origin = Origin(writer.client_id, self.base_rev)
        change = ((), self.remove)
        return set(merge_tags(origin, ticket["rev"], change, ticket["tags"], adds).kept)


def check_tags(tags: Iterable[Any]) -> None:
    """Raises Refused for what can be no tag."""
    for tag in tags:
        if not is_text(tag) or not tag.strip() or len(tag) > 80 or "\n" in tag:
            raise Refused("invalid", "A tag is one line of at most 80 characters.")
