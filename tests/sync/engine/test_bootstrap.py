"""The first sync from snapshots: it ends where pulling everything ends, whatever comes between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from models import drafts, indexing, profile, records
from models.commands import (
    AddNote,
    CreateTicket,
    Delete,
    DeleteTicket,
    Put,
    RestoreTicket,
    SetTicket,
    Transfer,
    WithdrawMessage,
)
from sync.engine import apply, bootstrap, index, landing, parts
from sync.engine.part_files import Stopped
from sync.protocol import errors, schema
from tests.helpers.desk import Device, ServerDesk
from tests.helpers.person import Person, held_rows

MENTION = '<p><span class="mention" data-id="{}">@</span></p>'


@pytest.fixture(autouse=True)
def large_scopes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every scope with something in it is a large one; pages are small."""
    monkeypatch.setattr(schema, "SNAPSHOT_LINES", 0)
    monkeypatch.setattr(parts, "ROWS_AT_ONCE", 3)


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def person(desk: ServerDesk, tmp_path: Path) -> Iterator[Callable[[str], Person]]:
    """A new device of Anna (Network and Access) or Boris (Vault)."""
    actors = {
        "anna": desk.agent("anna", "Network", "Access"),
        "boris": desk.agent("boris", "Vault"),
    }
    made: list[Person] = []

    def another(login: str = "anna") -> Person:
        made.append(Person.made(tmp_path / f"{login}{len(made)}", desk, actors[login]))
        return made[-1]

    yield another
    for each in made:
        each.store.close()


def network(desk: ServerDesk) -> str:
    return f"q:{desk.queue('Network')}"


def agree(desk: ServerDesk, *people: Person) -> None:
    for one in people:
        here, held = one.rows(), held_rows(desk, one.actor)
        assert here.keys() == held.keys()
        assert here == held
        assert not (one.profile.folder / bootstrap.FOLDER).exists()
        assert one.store.sql("SELECT key FROM profile WHERE key LIKE 'snapshot%'") == []


def something(desk: ServerDesk, dice: Random, writers: list[Device]) -> None:
    """One act of somebody."""
    tickets = [row[0] for row in desk.store.sql("SELECT id FROM ticket ORDER BY id")]
    notes = [row[0] for row in desk.store.sql("SELECT id FROM message WHERE kind = 'note'")]
    one, other = dice.sample(writers, 2)
    ticket = dice.choice(tickets)
    queue = desk.queue(dice.choice(["Network", "Access", "Vault"]))
    word = dice.choice(["", MENTION.format(other.actor.id)])
    acts = [
        CreateTicket(set={"subject": str(dice.random()), "queue_id": queue}),
        SetTicket(id=ticket, set={"priority": dice.choice(["low", "high"])}),
        AddNote(ticket_id=ticket, html=f"<p>text</p>{word}"),
        Transfer(id=ticket, queue_id=queue),
        DeleteTicket(id=ticket),
        RestoreTicket(id=ticket),
        Put(entity="personal_note", id=f"note-{one.actor.login}-{dice.randrange(3)}",
            set={"html": f"<p>{dice.random()}</p>"}),
        WithdrawMessage(id=dice.choice(notes or [ticket])),
    ]  # fmt: skip
    one.push(dice.choice(acts))


@pytest.mark.parametrize("seed", range(4))
def test_an_old_snapshot_and_what_came_since_are_the_same_as_a_fresh_pull(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = Random(seed)
    anna, boris, other = person("anna"), person("boris"), person("anna")
    writers = [desk.device(anna.actor), desk.device(boris.actor)]
    for queue in ("Network", "Access", "Vault"):
        for _ in range(3):
            desk.ticket(queue)
    for _ in range(25):
        something(desk, dice, writers)
    scopes = desk.rights(anna.actor).scopes | desk.rights(boris.actor).scopes
    for scope in sorted(scopes):
        anna.line.kept.build(scope)
        something(desk, dice, writers)  # so that no two are of the same moment
    for _ in range(25):
        something(desk, dice, writers)
    anna.sync()
    boris.sync()
    monkeypatch.setattr(schema, "SNAPSHOT_LINES", 1 << 40)
    other.sync()
    agree(desk, anna, boris, other)
    assert anna.rows() == other.rows()
    assert held_by_share(anna) == held_by_share(other)


def held_by_share(one: Person) -> set[tuple[str, str]]:
    found = one.store.sql("SELECT kind, ent FROM shared_hold")
    return {(kind, ent) for kind, ent in found} & one.rows().keys()


def test_what_went_meanwhile_goes_when_a_scope_begins_anew(
    desk: ServerDesk, person: Callable[[str], Person]
) -> None:
    anna, writer = person("anna"), desk.device(person("boris").actor)
    stays, goes, moves = (desk.ticket("Network", name) for name in ("stays", "goes", "moves"))
    shared = desk.ticket("Vault", "shared")
    writer.push(AddNote(ticket_id=shared, html=MENTION.format(anna.actor.id)))
    note = Put(entity="personal_note", set={"html": "<p>mine</p>"})
    elsewhere = desk.device(anna.actor)
    elsewhere.push(note)
    anna.sync()
    index.drain(anna.store, lambda: False)
    assert {stays, goes, moves, shared} <= {id for kind, id in anna.rows() if kind == "ticket"}
    elsewhere.push(DeleteTicket(id=goes), Transfer(id=moves, queue_id=desk.queue("Vault")))
    elsewhere.push(Delete(entity="personal_note", id=note.id))
    newer = desk.ticket("Network", "newer")
    desk.forget_what_went()
    anna.sync()
    agree(desk, anna)
    tickets = {id for kind, id in anna.rows() if kind == "ticket"}
    assert (newer in tickets, stays in tickets, shared in tickets) == (True, True, True)
    assert tickets.isdisjoint({goes})
    marked = {row[0] for row in anna.store.sql("SELECT ent FROM search_dirty")}
    assert {goes, newer} <= marked
    assert stays not in marked, "what is the same as before is not indexed again"


def test_what_was_written_here_outlives_a_new_start(
    desk: ServerDesk, person: Callable[[str], Person]
) -> None:
    anna = person("anna")
    ticket, goes = desk.ticket("Network"), desk.ticket("Network")
    anna.sync()
    born = anna.do(CreateTicket(set={"subject": "offline", "queue_id": desk.queue("Network")}))
    anna.do(AddNote(ticket_id=ticket, html="<p>unsent</p>"))
    anna.do(SetTicket(id=ticket, set={"priority": "urgent"}))
    anna.do(SetTicket(id=goes, set={"priority": "urgent"}))
    drafts.save_draft(anna.store, ticket, "reply", "<p>half</p>", 1)
    before = anna.store.sql("SELECT mid, payload, state FROM outbox ORDER BY mid")
    desk.path.run(lambda writer: DeleteTicket(id=goes).apply(writer))
    desk.path.run(lambda writer: SetTicket(id=ticket, set={"subject": "theirs"}).apply(writer))
    desk.forget_what_went()
    anna.cycle.pull_all()
    assert anna.store.sql("SELECT mid, payload, state FROM outbox ORDER BY mid") == before
    assert [html for _, html in drafts_of(anna)] == ["<p>half</p>"]
    row = anna.row("ticket", ticket)
    assert row is not None
    assert (row["subject"], row["priority"]) == ("theirs", "urgent")
    assert "<p>unsent</p>" in anna.texts(ticket)
    assert anna.row("ticket", born.touched[0][1]) is not None
    assert anna.row("ticket", goes) is None
    anna.sync()
    agree(desk, anna)


def drafts_of(one: Person) -> list[tuple[str, str]]:
    return list(one.store.sql("SELECT ticket_id, html FROM own_draft"))


def test_a_snapshot_that_is_older_than_what_is_here_sets_nothing_back(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, ticket = person("anna"), desk.ticket("Network", "old")
    scope = network(desk)
    old = anna.line.snapshot(scope, 0)
    assert old is not None
    desk.path.run(lambda writer: SetTicket(id=ticket, set={"subject": "new"}).apply(writer))
    anna.sync()
    with monkeypatch.context() as patch:
        patch.setattr(landing, "has_rows", lambda store, scope: False)
        one = landing.Landing.begin(anna.store, old)
    for rows in parts.read(anna.line.kept.part(scope, old.name, 0), old.rows):
        one.write(rows)
    one.finish()
    row = anna.row("ticket", ticket)
    assert row is not None
    assert row["subject"] == "new"


def test_what_was_just_sent_does_not_flicker_away(
    desk: ServerDesk, person: Callable[[str], Person]
) -> None:
    """A device that has rows of a scope asks for a snapshot that knows them."""
    anna, ticket = person("anna"), desk.ticket("Network")
    anna.sync()
    anna.line.kept.build(network(desk))
    desk.forget_what_went()
    anna.line.kept.build(network(desk))
    anna.do(AddNote(ticket_id=ticket, html="<p>sent</p>"))
    cycle, seen = anna.cycle, []
    cycle.told = lambda news: seen.append("<p>sent</p>" in anna.texts(ticket))
    cycle.push_all()
    cycle.pull_all()
    assert seen
    assert all(seen)


def steps(anna: Person) -> Iterator[int]:
    """Sync again and again, each time only some pages further, as if killed there."""
    for _ in range(200):
        if a_few_pages(anna):
            return
        anna.restart()
        yield anna.store.sql("SELECT COUNT(*) FROM ticket")[0][0]
    raise AssertionError("it never ends")


def a_few_pages(anna: Person) -> bool:
    """Whether that was all."""
    cycle, heard = anna.cycle, []
    cycle.progress = lambda done, total: heard.append(done)
    cycle.stop = lambda: len(heard) > 3
    return cycle.pull_all()


def test_what_was_sent_between_two_tries_does_not_flicker_away(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "TELL_EVERY_S", 0)
    anna, tickets = person("anna"), [desk.ticket("Network", str(n)) for n in range(9)]
    anna.sync()
    desk.forget_what_went()
    assert not a_few_pages(anna)
    anna.do(AddNote(ticket_id=tickets[0], html="<p>sent</p>"))
    cycle, seen = anna.cycle, []
    cycle.told = lambda news: seen.append("<p>sent</p>" in anna.texts(tickets[0]))
    cycle.push_all()
    cycle.pull_all()
    assert len(seen) > 3
    assert all(seen)


def test_it_goes_on_where_it_was_and_fetches_nothing_twice(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "TELL_EVERY_S", 0)
    for n in range(20):
        desk.ticket("Network", str(n))
    anna, fetched = person("anna"), []
    reading = anna.line.reading_part

    def counted(scope: str, name: str, number: int, start: int) -> object:
        fetched.append((scope, number))
        return reading(scope, name, number, start)

    monkeypatch.setattr(anna.line, "reading_part", counted)
    counts = list(steps(anna))
    assert len(counts) > 5
    assert counts == sorted(counts)
    assert len(fetched) == len(set(fetched)), "each part once"
    agree(desk, anna)


def test_a_snapshot_that_is_gone_is_replaced_by_another(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "TELL_EVERY_S", 0)
    goes = [desk.ticket("Network", str(n)) for n in range(20)]
    anna = person("anna")
    for done in steps(anna):
        if done > 5:
            break
    for ticket in goes:
        desk.path.run(DeleteTicket(id=ticket).apply)
    desk.forget_what_went()
    for scope in desk.rights(anna.actor).scopes:
        for _ in range(3):
            desk.ticket("Vault")
            anna.line.kept.build(scope)
    for path in (anna.profile.folder / bootstrap.FOLDER).glob("*"):
        path.unlink()
    anna.sync()
    agree(desk, anna)
    assert not any(kind == "ticket" for kind, _ in anna.rows())


def test_a_server_without_snapshots_is_pulled(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, goes = person("anna"), desk.ticket("Network")
    anna.sync()
    desk.path.run(lambda writer: DeleteTicket(id=goes).apply(writer))
    desk.ticket("Network")
    desk.forget_what_went()

    def none(scope: str, at_least: int, days: int) -> None:
        raise errors.NotThere("no such address")

    monkeypatch.setattr(anna.line, "snapshot", none)
    anna.sync()
    agree(desk, anna)


def test_a_right_that_goes_in_between_leaves_nothing(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "TELL_EVERY_S", 0)
    for n in range(10):
        desk.ticket("Network", str(n))
    anna = person("anna")
    for done in steps(anna):
        if done > 2:
            break
    desk.revoke("Network", anna.actor)
    anna.sync()
    agree(desk, anna)
    assert not any(kind == "ticket" for kind, _ in anna.rows())


def test_a_snapshot_that_takes_long_is_asked_for_again(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "PAUSE_S", 0)
    anna, asked = person("anna"), []
    snapshot = anna.line.snapshot

    def later(scope: str, at_least: int, days: int) -> schema.Snapshot | None:
        asked.append(scope)
        return snapshot(scope, at_least) if asked.count(scope) > 3 else None

    monkeypatch.setattr(anna.line, "snapshot", later)
    anna.sync()
    agree(desk, anna)
    monkeypatch.setattr(anna.line, "snapshot", lambda *_: None)
    desk.forget_what_went()
    with pytest.raises(errors.ServerBusy) as busy:
        anna.sync()
    assert busy.value.retryable


def test_progress_tells_how_far_it_is(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "TELL_EVERY_S", 0)
    for n in range(10):
        desk.ticket("Network", str(n))
    anna = person("anna")
    heard: list[tuple[int, int]] = []
    cycle = anna.cycle
    cycle.progress = lambda done, total: heard.append((done, total))
    cycle.pull_all()
    assert heard == sorted(heard)
    assert heard[0][0] == 0
    assert heard[-1][0] == heard[-1][1] == len(anna.rows())
    assert anna.news.many


def test_synced_is_said_only_when_nothing_is_missing(
    desk: ServerDesk, person: Callable[[str], Person]
) -> None:
    desk.ticket("Network")
    anna = person("anna")
    request = schema.PullRequest(cycle_client(anna), {}, snapshots=True)
    answer = anna.line.pull(request)
    assert network(desk) in apply.awaited(answer)
    apply.apply_pull(anna.store, answer, 5)
    assert profile.get(anna.store, "synced_at_ms") is None
    assert dict(anna.store.sql("SELECT scope, cursor FROM scope_cursor"))[network(desk)] is None
    anna.sync()
    assert profile.get(anna.store, "synced_at_ms") is not None


def cycle_client(one: Person) -> schema.ClientInfo:
    return schema.ClientInfo(profile.get(one.store, "client_id") or "")


def test_words_are_found_afterwards(desk: ServerDesk, person: Callable[[str], Person]) -> None:
    desk.ticket("Network", "Теплообменник")
    new, old = person("anna"), person("anna")
    indexing.reindex_all(old.store)  # as if it had been used before
    for one in (new, old):
        one.sync()
        index.drain(one.store, lambda: False)
        count = one.store.sql("SELECT COUNT(*) FROM search_doc")
        assert count == [(2,)]


def test_an_engine_that_ends_stops_at_once(
    desk: ServerDesk, person: Callable[[str], Person]
) -> None:
    anna = person("anna")
    cycle = anna.cycle
    cycle.stop = lambda: True
    first = bootstrap.Bootstrap(
        anna.store, cycle.server, cycle.told, cycle.stop, lambda done, total: None
    )
    with pytest.raises(Stopped):
        first.bring(["ws"], 0)
    assert records.select(anna.store, "agent", {}) == []


def test_an_end_does_not_wait_for_a_snapshot_that_takes_long(
    desk: ServerDesk, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "PAUSE_S", 2)
    anna, asked = person("anna"), 0
    cycle = anna.cycle

    def none_yet(scope: str, at_least: int, days: int) -> None:
        nonlocal asked
        asked += 1

    looks = iter([False, False])
    monkeypatch.setattr(anna.line, "snapshot", none_yet)
    first = bootstrap.Bootstrap(
        anna.store,
        cycle.server,
        cycle.told,
        lambda: next(looks, True),
        lambda done, total: None,
    )
    with pytest.raises(Stopped):
        first.bring(["ws"], 0)
    assert asked == 1
    assert list(looks) == [], "it was asked for once, paused, and heard the end"
