"""What the ticket list shows, and how it is read. Runs on the reader's threads; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import BadFilter, DeskError, NotFound
from models.filters import Filter, Words, parse
from models.queries.columns import fixed_columns, read_columns, with_facts
from models.queries.inbox import ticket_rows
from models.queries.lists import list_page
from models.queries.pins_first import AS_THEY_STAND, pins_first
from models.queries.readings import also_read_as
from models.queries.saved_views import PREFIX, SavedView, saved_view
from models.queries.tastes import highlighted
from models.rows import Actor, Clock, PageKey, TicketRow

if TYPE_CHECKING:
    from models.database import Store

PAGE_ROWS = 100
MOST_SELECTED = 5_000


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A view, its order ("": the view's own), and the filter that narrows it, as it is typed."""

    view: str
    order: str
    text: str = ""

    @property
    def tree(self) -> Filter:
        """What the text says; nothing while that can't be understood."""
        try:
            return parse(self.text)
        except BadFilter:
            return Filter()

    @property
    def search(self) -> str:
        """The words that are searched."""
        return " ".join(part.text for part in self.tree.parts if isinstance(part, Words))

    def is_narrowed(self) -> bool:
        """Whether terms hide rows, or something can't be understood."""
        return bool(self.text) and any(
            not isinstance(part, Words) for part in self.tree.parts or (None,)
        )


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order, and the key to go on from; None when there is nothing more.

    ``from_end``: they were read from the end of the list, and what is missing stands above.
    A first page has ``also``, what a search was understood as besides, and the view if that is a
    ``saved`` one; ``columns`` are the facts that rows show, none for the usual row. With
    ``trouble`` there are no rows: a filter can't be understood, or the view is gone.
    """

    rows: tuple[TicketRow, ...]
    more: PageKey | None
    from_end: bool = False
    also: str = ""
    saved: SavedView | None = None
    columns: tuple[str, ...] = ()
    trouble: DeskError | None = None


def read_first_page(
    store: Store, me: Actor, clock: Clock, query: ListQuery, limit: int, language: str = "en"
) -> Page:
    """As ``read_page`` from the start, and how the search was understood."""
    page = read_page(store, me, clock, query, None, limit, language=language)
    words = query.tree.search()
    saved = None
    if query.view.startswith(PREFIX) and not isinstance(page.trouble, NotFound):
        saved = saved_view(store, query.view)
    return replace(page, also=also_read_as(store, words) if words else "", saved=saved)


def read_page(
    store: Store,
    me: Actor,
    clock: Clock,
    query: ListQuery,
    after: PageKey | None = None,
    limit: int = PAGE_ROWS,
    from_end: bool = False,
    language: str = "en",
) -> Page:
    """At most ``limit`` rows: those after a key, or before it ``from_end``.

    What its person pinned comes first, but for searches and their own views of such marks.
    Raises StoreBusy if the file stays locked.
    """
    try:
        read = list_page if query.search or query.view in AS_THEY_STAND else pins_first
        found = read(
            store,
            query.view,
            me,
            clock,
            filter=query.text,
            order=query.order or None,
            after=after,
            limit=limit,
            backwards=from_end,
        )
    except (BadFilter, NotFound) as error:
        return Page((), None, from_end, trouble=error)
    more = found[-1].key if len(found) == limit else None
    columns = _columns(store, me, query.view)
    found = with_facts(store, highlighted(store, found, me, clock), columns, language)
    rows = tuple(reversed(found) if from_end else found)
    return Page(rows, more, from_end, columns=columns)


def read_rows(
    store: Store,
    me: Actor,
    clock: Clock,
    ids: list[str],
    view: str,
    columns: tuple[str, ...] | None,
    language: str,
) -> Page:
    """These rows again, in no order; without ``columns`` with those that the view has now."""
    found = highlighted(store, ticket_rows(store, ids, me, clock), me, clock)
    if columns is None:
        columns = _columns(store, me, view)
    return Page(tuple(with_facts(store, found, columns, language)), None, columns=columns)


def _columns(store: Store, me: Actor, view: str) -> tuple[str, ...]:
    is_saved = view.startswith(PREFIX)
    kept = saved_view(store, view).columns if is_saved else fixed_columns(store, me, view)
    return read_columns(kept)


def all_ids(store: Store, me: Actor, clock: Clock, query: ListQuery) -> list[str]:
    """The tickets that the list would show to its end, in order; at most MOST_SELECTED."""
    page = read_page(store, me, clock, query, limit=MOST_SELECTED)
    return [row.id for row in page.rows]
