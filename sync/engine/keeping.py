"""The engine's side of a window of the work: old tickets go in idle times and come when opened."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from models import window
from models.database import Store
from models.errors import DeskError
from sync.engine.apply import News
from sync.engine.evicting import evict
from sync.engine.fetching import Fetcher
from sync.engine.wire import Server
from sync.protocol import errors, link

log = logging.getLogger("deskside.engine")
EVERY_S = 3_600.0


class Keeper:
    """``told`` hears of rows that came or went."""

    def __init__(self, store: Store, told: Callable[[News], None]) -> None:
        self._store, self._told = store, told
        self._days = 0
        self._due_s = 0.0

    def let_go(self, now_ms: int, stop: Callable[[], bool]) -> bool:
        """Once an hour, and when less is to be kept; call it when all that there is was read.

        True when something went.
        """
        days = window.keep_days(self._store)
        if not days or (days == self._days and time.monotonic() < self._due_s):
            return False
        try:
            news = evict(self._store, window.floor_ms(self._store, now_ms), stop)
        except DeskError as error:
            log.warning("old tickets stay for now: %s", error)
            return False
        if not stop():
            self._days, self._due_s = days, time.monotonic() + EVERY_S
        if news:
            self._told(news)
        return bool(news)

    def keep(self, days: int) -> bool:
        """The person has chosen how much is kept here; True when a sync should follow."""
        try:
            window.set_keep_days(self._store, days)
        except DeskError as error:
            log.warning("what is kept stays as it was: %s", error)
            return False
        return True

    def fetched(self, server: Server | None, asked: link.FetchTicket) -> link.TicketFetched:
        """Ask for a ticket, and say how that went."""
        ids: list[str] = []
        code = "" if server else "sign_in"
        try:
            if server is not None:
                ids = fetch(Fetcher(self._store, server, self._told), asked.ticket, asked.number)
        except errors.SyncError as error:
            code = error.code
        except DeskError as error:
            log.warning("a ticket was not written: %s", error)
            code = "store"
        return link.TicketFetched(
            ticket=asked.ticket, number=asked.number, ids=tuple(ids), code=code
        )


def fetch(fetcher: Fetcher, ticket: str, number: str) -> list[str]:
    """The tickets that came; none when there are none. Raises a SyncError."""
    try:
        if not ticket:
            return fetcher.by_number(number)
        fetcher.ticket(ticket)
    except errors.NotThere:
        return []
    return [ticket]
