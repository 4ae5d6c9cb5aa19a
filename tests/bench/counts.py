"""The numbers beside twenty saved views after a change, by hand and as the sidebar reads them.

The window reads them on a reader's thread whenever something changed; the limit is the same SQL
with the same parameters on a bare pysqlite3 connection, after the same change.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from models.clock import clock_at, wall_ms
from models.commands import SetTicket
from models.database import Store
from models.perform import perform
from models.queries.inbox import inbox_page, view_counts
from models.queries.saved_views import SavedView, saved_counts
from tests.bench.desk_rows import ME, Size
from tests.bench.figures import Figure, by_turns, rounds, timed_ms
from tests.bench.local_file import big_file
from tests.bench.pages import FILTERS, SMALL, WHOLE, Listening, raw_connection
from tests.bench.processes import scratch

REPEATS = 3
TWENTY = [*FILTERS, "is:open -assignee:me"][:20]


def run(quick: bool) -> list[Figure]:
    """Milliseconds of counting, the change itself apart."""
    tickets, messages = SMALL if quick else WHOLE
    now_ms = wall_ms() // 86_400_000 * 86_400_000
    with scratch() as folder:
        path = folder / "desk.db"
        shutil.copyfile(big_file(Size(tickets, messages, now_ms)), path)
        return [_figure(path, now_ms + 60_000, quick)]


def _figure(path: Path, now_ms: int, quick: bool) -> Figure:
    store, clock = Listening(Store.open(path, "local")), clock_at(now_ms)
    raw, changes = raw_connection(path), _changes(store, now_ms)
    views = [SavedView(f"{n}", "", "", text, "", True) for n, text in enumerate(TWENTY)]

    def counts() -> None:
        view_counts(store, ME, clock)
        saved_counts(store, ME, clock, views)

    counts()
    store.heard.clear()
    counts()
    heard = list(store.heard)

    def by_hand() -> None:
        for text, params in heard:
            raw.execute(text, params).fetchall()

    ours, limit = by_turns(
        rounds(quick) * REPEATS,
        lambda: (next(changes), timed_ms(counts))[1],
        lambda: (next(changes), timed_ms(by_hand))[1],
    )
    raw.close()
    store.close()
    title = f"{len(views)} saved views and those of the sidebar counted"
    return Figure(title, "ms", ours, limit, extra={"p99": ours.share(0.99)})


def _changes(store: Store, now_ms: int) -> Iterator[None]:
    """Each time another ticket gets another priority."""
    rows = inbox_page(store, "all", ME, clock_at(now_ms), limit=100)
    for n in count():
        priority = "high" if n // len(rows) % 2 == 0 else "low"
        row = rows[n % len(rows)]
        perform(store, SetTicket(id=row.id, set={"priority": priority}), ME, now_ms + n)
        yield
