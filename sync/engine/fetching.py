"""Asking the server for single tickets: old ones, and what came without its ticket."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from models import profile, window
from models.database import Store
from sync.engine import apply
from sync.engine.apply import News
from sync.engine.evicting import IN_USE
from sync.engine.wire import Server
from sync.protocol import errors, schema

WANTED = f"""SELECT ticket_id FROM ({IN_USE}) WHERE ticket_id > ''
 AND ticket_id NOT IN (SELECT id FROM ticket)"""
STUBS_IN_USE = f"""SELECT ticket_id FROM old_ticket WHERE children_complete = 0
 AND ticket_id IN (SELECT ticket_id FROM ({IN_USE}) WHERE ticket_id IS NOT NULL)
 AND ticket_id IN (SELECT id FROM ticket WHERE deleted = 0)"""
LACKING = "SELECT ticket_id FROM old_ticket WHERE ticket_id NOT IN (SELECT id FROM ticket)"
MOST = 20


def is_lacking(store: Store) -> bool:
    """Whether something came whose ticket is not here: the next round fetches it."""
    return bool(store.sql(f"{LACKING} LIMIT 1"))


@dataclass
class Fetcher:
    """``in_vain``: tickets that the server does not give; they are not asked for again."""

    store: Store
    server: Server
    told: Callable[[News], None]
    stop: Callable[[], bool] = lambda: False
    in_vain: set[str] = field(default_factory=set)

    def ticket(self, id: str) -> None:
        """The whole of it. Raises NotThere, also from servers that can't do this."""
        after, tickets = "", set[str]()
        while True:
            answer = self.server.ticket(id, after)
            tickets |= {line.id for line in answer.rows if line.kind == "ticket"}
            self._write(answer, tickets if answer.next is None else ())
            if answer.next is None:
                return
            if answer.next == after:
                raise errors.Malformed("The server says the same page again and again.")
            after = answer.next

    def by_number(self, number: str) -> list[str]:
        """The tickets with this number or alias, which are whole here now."""
        ids = self.server.tickets(number)
        for id in ids:
            self.ticket(id)
        return ids

    def complete(self) -> None:
        """After a pull: tickets of which only something came, and those that are in use here."""
        if not window.is_partial(self.store):
            return
        try:
            self._bring_tickets()
            self._bring_used()
        except errors.NotThere:  # an older server
            return

    def _bring_tickets(self) -> None:
        lacking = self._ids(LACKING)
        wanted = sorted({*lacking, *self._ids(WANTED)} - self.in_vain)[: schema.ROWS_LIMIT]
        if wanted:
            answer = self.server.rows([("ticket", id) for id in wanted])
            self._write(answer, ())
            self.in_vain |= set(wanted) - {line.id for line in answer.rows}
            gone = "DELETE FROM old_ticket WHERE ticket_id = ?"
            with self.store.relaxed(), self.store.transaction():
                self.store.many(gone, [(id,) for id in self.in_vain & set(lacking)])

    def _bring_used(self) -> None:
        for id in sorted(set(self._ids(STUBS_IN_USE)) - self.in_vain)[:MOST]:
            if self.stop():
                return
            self.ticket(id)

    def _ids(self, text: str) -> list[str]:
        return [id for (id,) in self.store.sql(text)]

    def _write(self, answer: schema.RowsAnswer, whole: Iterable[str]) -> None:
        """Raises Rewound when the server's past is another one."""
        if str(answer.epoch) != (profile.get(self.store, "epoch") or str(answer.epoch)):
            raise errors.Rewound("The server's store was put back.")
        news = apply.apply_rows(self.store, answer.rows, whole)
        if news:
            self.told(news)
