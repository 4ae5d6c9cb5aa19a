"""Pages of the inbox, counts, an opened ticket and searches, by hand and through the queries.

The limit is the same SQL with the same parameters on a bare pysqlite3 connection. Everything is
warm: each question was asked once before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as pysqlite3

from models.clock import clock_at, wall_ms
from models.database import Store, folded
from models.queries.conversation import conversation, requester_tickets, ticket_header
from models.queries.inbox import inbox_page, ticket_rows, view_counts
from models.queries.lists import list_page
from models.queries.next_ticket import next_choice
from models.queries.orders import ORDERS
from models.queries.saved_views import SavedView, saved_counts
from models.queries.status import sync_status
from models.rows import Clock, PageKey
from tests.bench.desk_rows import ME, QUEUES, Size, time_id
from tests.bench.figures import Figure, by_turns, rounds, timed_ms
from tests.bench.local_file import big_file

WHOLE, SMALL = (200_000, 1_000_000), (20_000, 100_000)
VIEWS = ("all my_open mentions unassigned not_started at_risk postponed drafts done_today").split()
WORDS = ("printer", "принтер", "pass", "vpn не работает", "the", "anna petrova", "10432")
FILTERS = [
    "assignee:me is:open priority:high,urgent",
    "tag:vip is:open",
    "waiting:customer",
    "is:unread is:open",
    "has:screenshot is:open",
    f"queue:{QUEUES[0]} status:new",
    *(f"{part} is:open" for part in ("is:overdue", "is:at-risk", "channel:email", "older:3d")),
    *(f"{part} is:open" for part in ("idle:1d", "due:<2h", "created:today", "assignee:none")),
    *(f"{part} is:open" for part in ("requester:anna", "company:north", "plan:premium")),
    *(f"{part} is:open" for part in ("is:first-time", "subject:printer", "-tag:vip")),
]
PAGE, PAGES_BEFORE = 100, 15
REPEATS = 5
Question = Callable[[Store], object]


class Listening(Store):
    """A store that writes down what is asked."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.db, store.path, store.side)
        self.heard: list[tuple[str, tuple[Any, ...]]] = []

    def sql(self, text: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self.heard.append((text, tuple(params)))
        return super().sql(text, params)


def run(quick: bool) -> list[Figure]:
    """One figure for each question; milliseconds."""
    now_ms = wall_ms() // 86_400_000 * 86_400_000
    tickets, messages = SMALL if quick else WHOLE
    path = big_file(Size(tickets, messages, now_ms))
    store = Listening(Store.open(path, "local"))
    raw = raw_connection(path)
    clock = clock_at(now_ms + 60_000)
    found = [
        _figure(name, store, raw, question, quick)
        for name, question in _questions(store, clock).items()
    ]
    raw.close()
    store.close()
    return found


def raw_connection(path: Path) -> Any:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    for pragma in ("temp_store = memory", "cache_size = -32000", "mmap_size = 268435456"):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("folded", 1, folded, deterministic=True)
    return connection


def _figure(name: str, store: Listening, raw: Any, question: Question, quick: bool) -> Figure:
    store.heard.clear()
    question(store)
    heard = list(store.heard)

    def by_hand() -> None:
        for text, params in heard:
            raw.execute(text, params).fetchall()

    ours, limit = by_turns(
        rounds(quick) * REPEATS,
        lambda: timed_ms(lambda: question(store)),
        lambda: timed_ms(by_hand),
    )
    return Figure(name, "ms", ours, limit)


def _questions(store: Store, clock: Clock) -> dict[str, Question]:
    """What a person asks for by a key or a click."""
    found: dict[str, Question] = {}
    for view in [*VIEWS, f"queue:{QUEUES[0]}"]:
        found[f"{view}, first page"] = _page(view, clock, None, None)
        key = _key_after(store, view, clock)
        if key:
            found[f"{view}, after {PAGE * PAGES_BEFORE} rows"] = _page(view, clock, None, key)
    for order in ORDERS:
        found[f"my_open by {order}"] = _page("my_open", clock, order, None)
        found[f"all by {order}"] = _page("all", clock, order, None)
        key = _key_after(store, "all", clock, order)
        found[f"all by {order}, after {PAGE * PAGES_BEFORE} rows"] = _page("all", clock, order, key)
    found["counts of all views"] = lambda store: view_counts(store, ME, clock)
    views = [SavedView(f"{n}", "", "", text, "", True) for n, text in enumerate(FILTERS)]
    found[f"counts of {len(views)} saved views"] = lambda store: saved_counts(
        store, ME, clock, views
    )
    for text in FILTERS[:6]:
        found[f"all, {text}"] = _filtered(text, clock)
    found["next ticket of my_open"] = lambda store: next_choice(store, "my_open", "", ME, clock)
    found["numbers of the status bar"] = sync_status
    found |= _ticket_questions(store, clock)
    for words in WORDS:
        found[f"search “{words}”"] = _search(words, clock)
    return found


def _page(view: str, clock: Clock, order: str | None, after: PageKey | None) -> Question:
    return lambda store: inbox_page(store, view, ME, clock, order=order, after=after, limit=PAGE)


def _filtered(text: str, clock: Clock) -> Question:
    return lambda store: list_page(store, "all", ME, clock, filter=text, limit=PAGE)


def _search(words: str, clock: Clock) -> Question:
    return lambda store: inbox_page(store, "all", ME, clock, limit=PAGE, search=words)


def _ticket_questions(store: Store, clock: Clock) -> dict[str, Question]:
    rows = inbox_page(store, "my_open", ME, clock, limit=PAGE)
    id, ids = rows[0].id, [row.id for row in rows]
    return {
        "opened ticket: head": lambda store: ticket_header(store, id),
        "opened ticket: conversation": lambda store: conversation(store, id),
        "opened ticket: others of requester": lambda store: requester_tickets(
            store, time_id(3, 1), ME, clock
        ),
        f"{PAGE} rows again": lambda store: ticket_rows(store, ids, ME, clock),
    }


def _key_after(store: Store, view: str, clock: Clock, order: str | None = None) -> PageKey | None:
    """Where the page after 1,500 rows begins; None for a shorter view."""
    key: PageKey | None = None
    for _ in range(PAGES_BEFORE):
        rows = inbox_page(store, view, ME, clock, order=order, after=key, limit=PAGE)
        if len(rows) < PAGE:
            return None
        key = rows[-1].key
    return key
