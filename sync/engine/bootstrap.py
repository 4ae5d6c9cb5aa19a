"""The first sync of large scopes, and a new start of expired ones, from the server's snapshots.

While one part is written into the local file, the next one is fetched. What came stays: a process
killed anywhere goes on with the same snapshot as long as the server has it, else with another one,
which replaces what the first one brought. Afterwards an ordinary pull brings what changed since.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from models import window
from models.database import Store
from sync.engine import landing, parts
from sync.engine.apply import News
from sync.engine.landing import Landing
from sync.engine.part_files import PartFiles, Stopped
from sync.engine.wire import Server
from sync.protocol import errors, schema

FOLDER = "first-sync"
TELL_EVERY_S = 0.5
ASKS = 300
PAUSE_S = 1.0
LISTEN_S = 0.02
TRIES = 3


@dataclass
class Bootstrap:
    """``told`` hears of kinds that changed, ``progress`` of rows that are here of all rows."""

    store: Store
    server: Server
    told: Callable[[News], None]
    stop: Callable[[], bool]
    progress: Callable[[int, int], None]
    _news: News = field(default_factory=News)
    _told_at: float = 0.0
    _done: int = 0
    _total: int = 0

    def __post_init__(self) -> None:
        home = self.store.path.parent if self.store.path else Path()
        self._files = PartFiles(home / FOLDER, self.server, self.stop)

    def bring(self, scopes: Sequence[str], head: int) -> list[str]:
        """Write these scopes' snapshots and set their cursors; those without one are given back.

        ``head`` is the server's newest position: a scope that has rows here needs a snapshot that
        is no older. Raises a SyncError, an error of the store, or Stopped.
        """
        landings = {scope: self._landing(scope, head) for scope in scopes}
        begun = [each for each in landings.values() if each]
        self._total = sum(each.snapshot.rows for each in begun)
        self._done = sum(each.rows_done for each in begun)
        self._tell(News())
        landed = {each.scope for each in begun if self._land(each, head)}
        self._files.forget_all()
        self._told_at = 0.0
        self._tell(News())
        return [scope for scope in scopes if scope not in landed]

    def _landing(self, scope: str, head: int) -> Landing | None:
        """The one that was begun before, or a new one; None when the server has none."""
        resumed = Landing.resumed(self.store, scope)
        if resumed is not None:
            return resumed
        at_least = head if landing.has_rows(self.store, scope) else 0
        try:
            return Landing.begin(self.store, self._snapshot(scope, at_least))
        except errors.NotThere:
            return None

    def _snapshot(self, scope: str, at_least: int) -> schema.Snapshot:
        for _ in range(ASKS):
            found = self.server.snapshot(scope, at_least, window.keep_days(self.store))
            if self.stop():
                raise Stopped
            if found is not None:
                _check(found, scope)
                return found
            self._pause()
        raise errors.ServerBusy("The server takes long to get the first sync ready.")

    def _pause(self) -> None:
        """A moment between two questions, which an end cuts short."""
        until = time.monotonic() + PAUSE_S
        while time.monotonic() < until:
            if self.stop():
                raise Stopped
            time.sleep(LISTEN_S)

    def _land(self, one: Landing, head: int) -> bool:
        """False when the server has no snapshot of this scope any more."""
        for _ in range(TRIES):
            try:
                with self._forgotten_if_wrong(one):
                    self._write_parts(one)
            except errors.NotThere:  # this one is no longer kept there
                one.forget()
            else:
                self._tell(one.finish())
                return True
            self._done -= one.rows_done
            self._total -= one.snapshot.rows
            another = self._landing(one.scope, head)
            if another is None:
                return False
            one = another
            self._total += one.snapshot.rows
        raise errors.ServerBusy("The server's snapshots go before they can be read.")

    @contextmanager
    def _forgotten_if_wrong(self, one: Landing) -> Iterator[None]:
        """What can't be read is not asked for again: the next try takes a new snapshot."""
        try:
            yield
        except errors.Malformed:
            one.forget()
            raise

    def _write_parts(self, one: Landing) -> None:
        with ThreadPoolExecutor(1, "parts") as ahead:
            numbers = range(one.place.part, len(one.snapshot.parts))
            coming = [ahead.submit(self._files.fetch, one.snapshot, n) for n in numbers[:1]]
            for number in numbers:
                path = coming.pop().result()
                if number + 1 in numbers:
                    coming.append(ahead.submit(self._files.fetch, one.snapshot, number + 1))
                self._write_part(one, path, number)

    def _write_part(self, one: Landing, path: Path, number: int) -> None:
        part = one.snapshot.parts[number]
        passed, known = 0, one.place.row
        for rows in parts.read(path, part.rows):
            passed += rows.count
            if passed <= known:
                continue
            if self.stop():
                raise Stopped
            fresh = rows.after(max(0, known - (passed - rows.count)))
            self._done += fresh.count
            self._tell(one.write(fresh))
        self._files.forget(part)

    def _tell(self, news: News) -> None:
        """Gathered: screens read again twice a second at most."""
        self._news.kinds |= news.kinds
        now = time.monotonic()
        if now - self._told_at < TELL_EVERY_S:
            return
        self._told_at = now
        self.progress(self._done, self._total)
        if self._news:
            self.told(News(self._news.kinds, many=True))
            self._news = News()


def _check(found: schema.Snapshot, scope: str) -> None:
    """Raises Malformed for a snapshot that contradicts itself or is another one's."""
    if found.scope != scope or sum(part.rows for part in found.parts) != found.rows:
        raise errors.Malformed("The server's answer about the first sync contradicts itself.")
