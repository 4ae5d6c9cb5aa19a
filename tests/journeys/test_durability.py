"""What somebody committed is on the disk: written with synchronous=FULL, and still there when the
process is killed at any moment."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models import outbox
from models.clock import wall_ms
from models.commands import AddNote
from models.database import Store
from models.drafts import drop_draft, save_draft
from models.perform import perform
from models.profile import Profile
from sync.engine.apply import apply_pushes
from sync.protocol import schema
from tests.helpers.local import ANNA, LocalDesk
from tests.helpers.server import ROOT

FULL = (2,)
COMMITS = 1_000
KILLS = 6


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A profile's file, opened as the program opens it, with a ticket and a note that waits."""
    desk = LocalDesk.made(tmp_path / "anna")
    desk.ticket("vpn")
    desk.store.close()
    opened = desk.profile.open()
    perform(opened, AddNote(ticket_id="vpn", html="<p>first</p>"), ANNA, wall_ms())
    yield opened
    opened.close()


def settle(store: Store) -> None:
    answer = schema.PushAnswer(1, schema.Ack(1, "c"), [schema.Outcome(1, "applied")], [], wall_ms())
    apply_pushes(store, [(answer, [1])], wall_ms())


@pytest.mark.parametrize(
    "act",
    [
        lambda store: perform(store, AddNote(ticket_id="vpn", html="<p>x</p>"), ANNA, wall_ms()),
        lambda store: outbox.withdraw(store, 1),
        lambda store: outbox.rewrite(store, 1, "<p>better</p>", ANNA, wall_ms()),
        lambda store: save_draft(store, "vpn", "reply", "<p>half a sent</p>", wall_ms()),
        lambda store: drop_draft(store, "vpn", "reply"),
        settle,
    ],
    ids=["a change", "taken back", "rewritten", "a draft", "a dropped draft", "a settlement"],
)
def test_what_is_committed_is_written_in_full(
    store: Store, monkeypatch: pytest.MonkeyPatch, act: Callable[[Store], object]
) -> None:
    found: list[tuple[int]] = []
    whole = Store.transaction

    @contextmanager
    def watched(self: Store) -> Iterator[None]:
        with whole(self):
            yield
            found.extend(self.sql("PRAGMA synchronous"))

    monkeypatch.setattr(Store, "transaction", watched)
    act(store)
    assert found
    assert set(found) == {FULL}


def write(folder: str, first: int) -> None:
    """In a process of its own: commit note after note, and say the number of each afterwards."""
    store = Profile(Path(folder)).open()
    for number in range(first, COMMITS):
        note = AddNote(ticket_id="vpn", html=f"<p>{number}</p>")
        perform(store, note, ANNA, wall_ms())
        print(number, flush=True)


def killed_writer(folder: Path, first: int, after: int) -> int:
    """The last number that a writer said which was killed some time after ``after`` commits."""
    program = f"from tests.journeys.test_durability import write; write({str(folder)!r}, {first})"
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout if line.endswith("\n")]
    return said[-1]


def test_every_commit_that_was_acknowledged_survives_kills(store: Store) -> None:
    assert store.path
    chance = random.Random(7)
    first, ends = 0, []
    for _ in range(KILLS):
        last = killed_writer(store.path.parent, first, chance.randint(5, COMMITS // KILLS - 50))
        kept = {html for (html,) in store.sql("SELECT html FROM message")}
        lost = [n for n in range(first, last + 1) if f"<p>{n}</p>" not in kept]
        assert lost == []
        assert store.sql("SELECT COUNT(*) FROM outbox") == [(len(kept),)]
        assert store.sql("PRAGMA integrity_check") == [("ok",)]
        first = last + 2  # one more may be there that was not said any more
        ends.append(last)
    assert len(set(ends)) == KILLS
