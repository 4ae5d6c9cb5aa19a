"""Which tickets are open in the window, in which order: what the tab bar shows, without Qt.

At most one tab is loose: it follows the list. The others were kept, and stay until they are closed.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

MOST_CLOSED = 20


class OpenTabs:
    """``ids`` from left to right; ``loose`` and ``current`` are "" for none."""

    def __init__(self, kept: Sequence[str] = (), closed: Sequence[str] = ()) -> None:
        self.ids = list(dict.fromkeys(kept))
        self.loose = self.current = ""
        self._closed = list(closed)[-MOST_CLOSED:]

    def kept(self) -> list[str]:
        return [id for id in self.ids if id != self.loose]

    def follow(self, ticket_id: str) -> None:
        """The list, or a link, shows this ticket: in its tab, or in the loose one."""
        if ticket_id not in self.ids:
            position = self.ids.index(self.loose) if self.loose else 0
            self.ids[position : position + bool(self.loose)] = [ticket_id]
            self.loose = ticket_id
        self.current = ticket_id

    def follow_nothing(self) -> str:
        """The list shows no ticket: gives back what is to be shown instead, "" for nothing."""
        self.take_out(self.loose)
        if not self.current and self.ids:
            self.current = self.ids[0]
        return self.current

    def keep(self, ticket_id: str) -> None:
        """A tab of its own; the current one stays the current one."""
        if ticket_id == self.loose:
            self.loose = ""
        elif ticket_id and ticket_id not in self.ids:
            self.ids.append(ticket_id)
        if ticket_id in self._closed:
            self._closed.remove(ticket_id)

    def close(self, ticket_id: str) -> str:
        """Its tab goes; gives back what is to be shown then, "" when nothing is left."""
        beside = self.take_out(ticket_id)
        if len(self.ids) == 1:
            self.loose = self.ids[0]  # a single ticket follows the list as ever
        self._closed = [*(id for id in self._closed if id != ticket_id), ticket_id][-MOST_CLOSED:]
        return beside

    def take_out(self, ticket_id: str) -> str:
        """The same without remembering it: the ticket is open elsewhere."""
        if ticket_id in self.ids:
            position = self.ids.index(ticket_id)
            self.ids.remove(ticket_id)
            if ticket_id == self.loose:
                self.loose = ""
            if ticket_id == self.current:
                self.current = self.ids[min(position, len(self.ids) - 1)] if self.ids else ""
        return self.current

    def reopen(self) -> str:
        """The tab that was closed last, kept again; "" for none."""
        ticket_id = self._closed.pop() if self._closed else ""
        self.keep(ticket_id)
        return ticket_id

    def can_reopen(self) -> bool:
        return bool(self._closed)

    def beside(self, by: int) -> str:
        """The tab so many to the right of the current one, round the ends."""
        if not self.ids:
            return ""
        here = self.ids.index(self.current) if self.current in self.ids else 0
        return self.ids[(here + by) % len(self.ids)]

    def order(self, ids: Sequence[str]) -> None:
        """They were dragged into another order."""
        if sorted(ids) == sorted(self.ids):
            self.ids = list(ids)

    def closed(self) -> list[str]:
        return list(self._closed)


class KeptWindow(msgspec.Struct, frozen=True):
    """A ticket's own window, and where it stands: Qt's geometry in base64."""

    ticket_id: str
    place: str = ""


class KeptTabs(msgspec.Struct, frozen=True):
    """What a restart brings back."""

    kept: list[str] = []
    current: str = ""
    closed: list[str] = []
    windows: list[KeptWindow] = []


def read_kept(text: str) -> KeptTabs:
    """What ``window_state`` holds; nothing when it can't be read."""
    try:
        return msgspec.json.decode(text, type=KeptTabs) if text else KeptTabs()
    except msgspec.DecodeError:
        return KeptTabs()
