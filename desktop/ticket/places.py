"""How far some tickets were read, so that coming back to them shows the same lines."""

from __future__ import annotations

from collections.abc import Iterable

Anchor = tuple[str, int]
"""A row of the conversation, and how far below the top it stood."""


class Places:
    """Only of the tickets that are to be kept; the others open at their end."""

    def __init__(self) -> None:
        self._places: dict[str, Anchor | None] = {}

    def keep(self, ticket_ids: Iterable[str]) -> None:
        """These alone."""
        self._places = {id: self._places.get(id) for id in ticket_ids}

    def note(self, ticket_id: str, anchor: Anchor | None) -> None:
        """None: at the end."""
        if ticket_id in self._places:
            self._places[ticket_id] = anchor

    def of(self, ticket_id: str) -> Anchor | None:
        return self._places.get(ticket_id)
