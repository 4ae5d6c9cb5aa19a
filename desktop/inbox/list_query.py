"""What the ticket list shows, and how it is read. Runs on the reader's threads; no Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from models.queries.inbox import inbox_page
from models.queries.readings import also_read_as
from models.rows import Actor, Clock, PageKey, TicketRow

if TYPE_CHECKING:
    from models.database import Store

PAGE_ROWS = 100
PAGES_A_QUESTION = 20


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A view, its order, what is searched in it, and the chips that are on."""

    view: str
    order: str
    search: str = ""
    unread_only: bool = False
    high_only: bool = False
    not_started_only: bool = False

    def is_narrowed(self) -> bool:
        """Whether a chip hides rows of the view."""
        return self.unread_only or self.high_only or self.not_started_only

    def fits(self, row: TicketRow) -> bool:
        return (
            (row.unread or not self.unread_only)
            and (row.priority in ("high", "urgent") or not self.high_only)
            and (row.status == "new" or not self.not_started_only)
        )


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order, and the key to go on from; None when there is nothing more.

    ``from_end``: they were read from the end of the list, and what is missing stands above.
    ``also`` is what a search was understood as besides; a first page has it.
    """

    rows: tuple[TicketRow, ...]
    more: PageKey | None
    from_end: bool = False
    also: str = ""


def read_first_page(store: Store, me: Actor, clock: Clock, query: ListQuery, limit: int) -> Page:
    """As ``read_page`` from the start, and how the search was understood."""
    also = also_read_as(store, query.search) if query.search else ""
    return replace(read_page(store, me, clock, query, None, limit), also=also)


def read_page(
    store: Store,
    me: Actor,
    clock: Clock,
    query: ListQuery,
    after: PageKey | None = None,
    limit: int = PAGE_ROWS,
    from_end: bool = False,
) -> Page:
    """About ``limit`` rows that pass the chips: those after a key, or before it ``from_end``.

    With a chip on, at most 20 pages are looked through; then the page may hold fewer rows and
    still have more to come. Raises StoreBusy if the file stays locked.
    """
    rows: list[TicketRow] = []
    pages = _pages(store, me, clock, query, after, limit, from_end)
    for found in islice(pages, PAGES_A_QUESTION):
        rows += filter(query.fits, found)
        more = found[-1].key if len(found) == limit else None
        if more is None or len(rows) >= limit:
            break
    return Page(tuple(reversed(rows) if from_end else rows), more, from_end)


def _pages(
    store: Store,
    me: Actor,
    clock: Clock,
    query: ListQuery,
    after: PageKey | None,
    limit: int,
    backwards: bool,
) -> Iterator[list[TicketRow]]:
    """Pages as they stand, at least one; the last one is shorter than ``limit``."""
    while True:
        found = inbox_page(
            store,
            query.view,
            me,
            clock,
            order=query.order,
            after=after,
            limit=limit,
            search=query.search,
            backwards=backwards,
        )
        yield found
        if len(found) < limit:
            return
        after = found[-1].key
