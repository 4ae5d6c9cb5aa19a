"""The machine notices when a guard of the protocol is taken away.

Each guard is switched off in this process; the same examples that pass with it must then break
one of the invariants named beside it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from models import overlay, records
from models.commands import messages, texts
from models.commands import records as command_records
from models.commands.late import Late
from models.database import Store
from sync.engine import apply, evicting, fetching, recovery
from sync.protocol import schema
from sync.server import aggregates, changes, pull, push, write_path
from sync.server.changes import Apply, Change, ClientState
from sync.server.pull import Found
from sync.server.writer import ServerWriter
from tests.soak.broken import Broken
from tests.soak.desks_machine import Machine, run
from tests.soak.in_process import furnished
from tests.soak.windows_machine import WindowsMachine

EXAMPLES = 600  # most are found within ten
PASSING = 12
Patch = pytest.MonkeyPatch
IN_MEMORY = Path("/dev/shm")


def believed(store: Store, client: ClientState, change: Change) -> schema.Outcome:
    """A change with a number that was there is that change."""
    return schema.Outcome(change.mid, "duplicate")


def take_repeats_again(patch: Patch) -> None:
    """Changes that were taken are applied once more."""
    once = changes._one

    def again(
        writer: ServerWriter, client: ClientState, change: Change, how: Apply
    ) -> schema.Outcome:
        if change.mid <= client.last_mid:
            return how(writer, change)
        return once(writer, client, change, how)

    patch.setattr(changes, "_one", again)


def believe_every_chain(patch: Patch) -> None:
    """Neither the chain nor the bytes of a repeated change are compared."""
    patch.setattr(push, "check_base", lambda *_: None)
    patch.setattr(changes, "_repeated", believed)
    patch.setattr(apply, "_check_chain", lambda *_: None)


def leave_children_behind(patch: Patch) -> None:
    """What ``out`` says of a ticket is not done to its children."""
    patch.setattr(apply, "CHILDREN", ())


def believe_every_nonce(patch: Patch) -> None:
    """A cursor of another past is only compared with the head."""

    patch.setattr(pull, "knows", lambda _, place, head: place.seq <= head.seq)


def split_positions(patch: Patch) -> None:
    """A page ends in the middle of what one change did."""

    def cut(
        store: Store, starts: dict[str, int], limit: int, head_seq: int
    ) -> tuple[list[Found], int, bool]:
        lines = pull._lines(store, starts, limit + 1)
        if len(lines) <= limit:
            return lines, head_seq, False
        return lines[:limit], lines[limit - 1].seq, True

    patch.setattr(pull, "_page", cut)


def forget_what_waits(patch: Patch) -> None:
    """The server's state is shown without what is still to be sent."""
    patch.setattr(overlay, "fold", lambda row, effects: row)


def move_cursors_first(patch: Patch) -> None:
    """Cursors are committed before the rows of their page."""
    whole = apply.apply_pull

    def apart(store: Store, answer: schema.PullAnswer, now_ms: int) -> apply.News:
        with store.transaction():
            for scope, state in answer.scopes.items():
                store.sql(
                    "INSERT INTO scope_cursor (scope, cursor) VALUES (?, ?) "
                    "ON CONFLICT (scope) DO UPDATE SET cursor = excluded.cursor",
                    (scope, state.cur),
                )
        return whole(store, answer, now_ms)

    patch.setattr(apply, "apply_pull", apart)


def share_once(patch: Patch) -> None:
    """Later changes of a shared ticket leave no line for whom it is shared with."""
    patch.setattr(ServerWriter, "_shares", lambda *_: {})


def let_everybody_write(patch: Patch) -> None:
    """Rights are not looked at again when a change is applied."""
    patch.setattr(ServerWriter, "require_ticket", lambda *_: None)


def keep_lost_scopes(patch: Patch) -> None:
    """Rows of a scope that is gone stay."""
    patch.setattr(apply.Page, "purge", lambda *_: None)


def forget_pushed_scopes(patch: Patch) -> None:
    """A scope that only a push brought rows of is not asked for."""
    patch.setattr(apply, "_expect", lambda *_: None)


def drop_shared_rows(patch: Patch) -> None:
    """That a row came by a share is not remembered."""
    patch.setattr(apply.Page, "_hold", lambda *_: None)


def forget_who_wrote(patch: Patch) -> None:
    """Nobody writes down who wrote which field, but only what went to another ticket."""
    whole = ServerWriter.touch

    def moves_alone(writer: ServerWriter, kind: str, id: str, fields: Iterable[str]) -> None:
        if "ticket_id" in fields:
            whole(writer, kind, id, fields)

    patch.setattr(ServerWriter, "touch", moves_alone)


def overwrite_silently(patch: Patch) -> None:
    """What the author had not seen is not looked at."""
    patch.setattr(Late, "clashes", lambda *_: [])


def replace_late_texts(patch: Patch) -> None:
    """The last text replaces the others whole."""
    for module in (texts, command_records):
        patch.setattr(module, "late_text", lambda *given: given[-1])


def reply_over_everything(patch: Patch) -> None:
    """A reply goes out whatever was said meanwhile."""
    patch.setattr(messages, "newer_word", lambda *_: None)
    patch.setattr(texts, "newer_word", lambda *_: None)


def forget_what_has_wandered(patch: Patch) -> None:
    """Messages that were on another ticket before leave with their new one, without a word."""
    patch.setattr(ServerWriter, "wandered", lambda *_: set())


def count_no_promises(patch: Patch) -> None:
    """Changes leave the due time as it was."""
    for module in (push, write_path):
        patch.setattr(module, "count_promises", lambda _: None)


def split_for_everybody(patch: Patch) -> None:
    """Whom the old ticket was shared with is not told that messages left it."""
    patch.setattr(ServerWriter, "_leave_ticket", lambda *_: None)


def believe_every_ack(patch: Patch) -> None:
    """What a pull says of this client's changes is not compared."""
    patch.setattr(apply, "check_ack", lambda *_: None)


def believe_the_last_change(patch: Patch) -> None:
    """Where a copy went further as the same client, what it sent is taken for one's own."""

    def trusting(store: Store, id: str, ack: schema.Ack, known: schema.KnownAnswer) -> bool:
        return whole(store, id, ack, schema.KnownAnswer(known.epoch, known.clients))

    whole = recovery._agrees
    patch.setattr(recovery, "_agrees", trusting)


def show_the_server_early(patch: Patch) -> None:
    """A guess is taken back with the answer, also when its row does not come along."""
    patch.setattr(apply, "_over_without_rows", lambda sent, _: set(sent))


def take_older_rows(patch: Patch) -> None:
    """A row replaces a newer one."""
    whole = records.put_many

    def careless(store: Store, kind: str, rows: list[dict[str, object]], **_: bool) -> set[str]:
        return whole(store, kind, rows, guard_rev=False)

    patch.setattr(records, "put_many", careless)


def forget_stubs(patch: Patch) -> None:
    """Nobody notes that older messages of a ticket are not here."""
    patch.setattr(apply, "note_arrivals", lambda *_: None)


def let_everything_go(patch: Patch) -> None:
    """A ticket goes though somebody has something to do with it."""
    nothing = evicting.OLD.replace(evicting.IN_USE, "SELECT NULL AS ticket_id")
    patch.setattr(evicting, "OLD", nothing)


def let_go_unnoticed(patch: Patch) -> None:
    """It is not remembered below which age tickets may be missing."""
    patch.setattr(evicting, "RAISE_FLOORS", "SELECT ?")


def leave_parts_behind(patch: Patch) -> None:
    """Of what is let go only the ticket goes."""
    patch.setattr(evicting, "CHILDREN", ())


def believe_in_one_page(patch: Patch) -> None:
    """A ticket counts as whole after the first page of it."""
    whole = fetching.Fetcher.ticket
    patch.setattr(aggregates, "PAGE_ROWS", 1)

    def hasty(one: fetching.Fetcher, id: str) -> None:
        def page(id: str, after: str) -> schema.RowsAnswer:
            return msgspec.structs.replace(once(id, after), next=None)

        once = one.server.ticket
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(one.server, "ticket", page)
            whole(one, id)

    patch.setattr(fetching.Fetcher, "ticket", hasty)


@dataclass(frozen=True)
class Guard:
    """``breaks`` are the invariants by which its absence may show, the others what it is about."""

    take_away: Callable[[Patch], None]
    breaks: frozenset[str]
    flags: dict[str, bool]
    machine: type[Machine]


def guard(
    take_away: Callable[[Patch], None],
    breaks: str,
    *,
    late: bool = False,
    forks: bool = False,
    restores: bool = False,
    windows: bool = False,
) -> Guard:
    flags = {"late": late, "forks": forks, "restores": restores}
    machine = WindowsMachine if windows else Machine
    return Guard(take_away, frozenset(breaks.split()), flags, machine)


GUARDS = [
    guard(take_repeats_again, "I2 I4"),
    guard(believe_every_chain, "I1 I2", forks=True),
    guard(leave_children_behind, "I4 I14"),
    guard(believe_every_nonce, "I3 I4", restores=True),
    guard(split_positions, "I3 I14"),
    guard(forget_what_waits, "I7"),
    guard(count_no_promises, "promises"),
    guard(move_cursors_first, "I3 I4 I8"),
    guard(share_once, "I3"),
    guard(let_everybody_write, "I4"),
    guard(keep_lost_scopes, "I4"),
    guard(forget_pushed_scopes, "I4"),
    guard(drop_shared_rows, "I4 I3"),
    guard(forget_who_wrote, late=True, breaks="I10"),
    guard(overwrite_silently, late=True, breaks="I10"),
    guard(replace_late_texts, late=True, breaks="I10 I11"),
    guard(reply_over_everything, late=True, breaks="I10"),
    guard(forget_what_has_wandered, late=True, breaks="I3 I4 I14"),
    guard(split_for_everybody, late=True, breaks="I3 I4 I14"),
    guard(believe_every_ack, "I1 I3", restores=True),
    guard(believe_the_last_change, "I1 I2", forks=True, restores=True),
    guard(show_the_server_early, "I8"),
    guard(take_older_rows, "I6"),
    guard(forget_stubs, "I3 I8", windows=True),
    guard(let_everything_go, "I1 I3 I7", windows=True),
    guard(let_go_unnoticed, "I3 I8", windows=True),
    guard(leave_parts_behind, "I14", windows=True),
    guard(believe_in_one_page, "I3 I8", windows=True),
]


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.engine.secrets.remember", lambda *_: False)
    monkeypatch.setattr("sync.engine.secrets.forget", lambda *_: None)


@pytest.fixture(scope="module")
def prepared() -> Iterator[dict[str, object]]:
    where = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        template = Path(folder, "template")
        template.mkdir()
        people = furnished(template)
        yield {"template": template, "people": people}


@pytest.mark.parametrize("restores", [False, True])
@pytest.mark.parametrize("forks", [False, True])
def test_with_every_guard_all_holds(
    prepared: dict[str, object], forks: bool, restores: bool
) -> None:
    flags = {"forks": forks, "restores": restores}
    run(type("Whole", (Machine,), {**prepared, **flags}), PASSING)


@pytest.mark.parametrize("restores", [False, True])
@pytest.mark.parametrize("forks", [False, True])
def test_with_windows_all_holds(prepared: dict[str, object], forks: bool, restores: bool) -> None:
    flags = {"forks": forks, "restores": restores}
    run(type("Windows", (WindowsMachine,), {**prepared, **flags}), PASSING)


@pytest.mark.parametrize("one", GUARDS, ids=lambda one: one.take_away.__name__)
def test_without_a_guard_an_invariant_breaks(
    prepared: dict[str, object], monkeypatch: pytest.MonkeyPatch, one: Guard
) -> None:
    one.take_away(monkeypatch)
    with pytest.raises(Broken) as broken:
        run(type("Unguarded", (one.machine,), {**prepared, **one.flags}), EXAMPLES)
    assert broken.value.invariant in one.breaks
