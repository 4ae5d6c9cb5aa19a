"""A large file on its way up and down while engine and server are killed again and again.

What each death cost is what went over the line less what was gained by it: at most one piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from models import files
from models.commands import FileRef
from models.profile import Profile
from sync.protocol import link
from sync.server.check import faults
from tests.helpers.attached import MB, PIECE, has, queued, reference, signed_in, stored, write
from tests.helpers.engine import EngineProcess
from tests.helpers.line import Line, line
from tests.helpers.server import Served, served
from tests.helpers.waiting import until
from tests.soak.broken import hold

ENGINE, SERVER = "engine", "server"
ROUND_BYTES = 64 << 10
"""Sign-in, pull and heads of requests after a death."""
MOST_BYTES = PIECE + ROUND_BYTES
PATIENCE_S = 60.0
HANGS = 0.5


@dataclass
class Trip:
    """One way of one file; ``costs`` has for each death what was sent for nothing."""

    server: Served
    way: Line
    profile: Profile
    file: FileRef
    chance: Random
    direction: str
    costs: list[tuple[str, int]] = field(default_factory=list)
    engine: EngineProcess | None = None
    abandoned: set[Path] = field(default_factory=set)
    moved_before: int = 0

    @property
    def moved(self) -> int:
        """Bytes on the line since the trip began."""
        total = self.way.sent if self.direction == "up" else self.way.received
        return total - self.moved_before

    @property
    def there(self) -> int:
        """How much of the file need not be sent again."""
        if self.target.exists():
            return self.file.size_bytes
        if self.direction == "down":
            part = self.target.with_name(f"{self.target.name}.part")
            return part.stat().st_size if part.exists() else 0
        text = "SELECT offset_bytes FROM upload WHERE sha256 = ?"
        found = self.server.desk.store.sql(text, (self.file.sha256,))
        return int(found[0][0]) if found else 0

    @property
    def target(self) -> Path:
        home = self.server.desk.folder if self.direction == "up" else self.profile.files
        return files.path(home, self.file.sha256)

    def run(self, deaths: list[str]) -> None:
        """Die as often and in this order, then arrive."""
        self.moved_before = self.moved
        self.abandoned = self._pieces()
        for number, who in enumerate(deaths):
            self._die(who, self._next_point(len(deaths) - number))
        self._start()
        until(self._is_done, PATIENCE_S, "the file is there")
        assert self.engine is not None
        assert self.engine.close() == 0
        self.engine = None
        self._check()

    def end(self) -> None:
        """Whatever became of it."""
        if self.engine is not None:
            self.engine.kill()

    def _next_point(self, deaths: int) -> int:
        """After how many more bytes the next one dies; so that some are left for the others."""
        left = self.file.size_bytes - self.there
        return self.chance.randrange(max(1, 2 * left // (deaths + 1)))

    def _die(self, who: str, after: int) -> None:
        moved, there = self.moved, self.there
        hangs = self.engine is None and who == ENGINE and self.chance.random() < HANGS
        if hangs:  # at exactly this byte; else wherever it is when we see that it came so far
            self.way.limit(**{self.direction: after})
        self._start()
        until(lambda: self._came(after, moved, hangs), PATIENCE_S, f"{after} bytes more")
        if self.direction == "down":  # the system may hold more than a piece that nobody read yet
            self.way.limit(down=0)
            until(lambda: self.moved - moved - (self.there - there) < MOST_BYTES, PATIENCE_S)
        self._kill(who)
        self.way.cut()
        until(self._is_at_rest)
        if who == SERVER:
            self.abandoned = self._pieces()
            self.server.start()
        self.costs.append((who, self.moved - moved - (self.there - there)))

    def _came(self, after: int, moved: int, hangs: bool) -> bool:
        """Whether it is time; also when it arrived, with what was on its way at the last death."""
        return (self.way.stuck if hangs else self.moved - moved >= after) or self.target.exists()

    def _start(self) -> None:
        if self.engine is None:
            self.engine = EngineProcess(self.profile)
            self.engine.sign_in(self.way.url, "anna")
            if self.direction == "down":
                self.engine.say(link.FetchFile(sha256=self.file.sha256))
        else:
            self.engine.say(link.Poke())

    def _kill(self, who: str) -> None:
        if who == SERVER:
            self.server.kill()
        elif self.engine is not None:
            self.engine.kill()
            self.engine = None

    def _is_at_rest(self) -> bool:
        """No piece that came whole is being added any more; those of a dead server stay."""
        return not self.server.runs or self._pieces() <= self.abandoned

    def _pieces(self) -> set[Path]:
        return set(self.server.desk.folder.glob("uploads/*.piece"))

    def _is_done(self) -> bool:
        return queued(self.profile, self.file, self.direction)[0] == "done"

    def _check(self) -> None:
        """Raises Broken."""
        hold("I20", files.hash_of(self.target) == self.file.sha256, "other bytes arrived")
        hold("I20", has(self.server, self.file), "the file is not complete for the others")
        for folder in (self.server.desk.folder, self.profile.files):
            left = [str(path) for path in folder.rglob("*.part")]
            hold("I20", not left, f"{left} was left over")
        dear = [cost for cost in self.costs if cost[1] > MOST_BYTES]
        hold("I20", not dear, f"more than a piece was sent again: {dear}")
        found = list(faults(self.server.desk.store, self.server.desk.folder))
        hold("I20", not found, "; ".join(found))

    def told(self) -> Iterator[str]:
        """For people."""
        whole, total = self.file.size_bytes / MB, sum(cost for _, cost in self.costs) / MB
        yield f"{self.direction}: {whole:.0f} MiB, {self.moved / MB:.1f} MiB on the line"
        yield f"  {total:.1f} MiB sent again in all"
        for who in (ENGINE, SERVER):
            own = sorted(cost / MB for name, cost in self.costs if name == who)
            if own:
                middle = own[len(own) // 2]
                spread = f"{middle:.2f} in the middle, {own[-1]:.2f} at most"
                yield f"  {len(own)} kills of the {who}: {spread}"


@contextmanager
def trips(
    store_url: str, folder: Path, size_bytes: int, chance: Random
) -> Iterator[Callable[[str], Trip]]:
    """Makes the trip ``up`` or ``down`` of a new file."""
    with served(store_url, folder) as server, line(server.url) as way:
        profile, ticket = signed_in(server, way, folder)
        begun: list[Trip] = []

        def trip(direction: str) -> Trip:
            if direction == "up":
                file = reference(profile, size_bytes)
                write(profile, ticket, file)
            else:
                file = stored(server, size_bytes)
            begun.append(Trip(server, way, profile, file, chance, direction))
            return begun[-1]

        try:
            yield trip
        finally:
            for one in begun:
                one.end()


def deaths(chance: Random, engine: int, server: int) -> list[str]:
    """Who dies when."""
    found = [ENGINE] * engine + [SERVER] * server
    chance.shuffle(found)
    return found
