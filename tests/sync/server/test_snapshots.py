"""Snapshots of scopes: what is in them, how long they are kept, and how they are given out."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard

from models import records
from models.commands import AddNote, DeleteTicket, Put, Transfer
from sync.protocol import schema
from sync.protocol.kinds import KINDS
from sync.server import parts, pull, snapshots
from sync.server.snapshots import Snapshots
from tests.helpers.desk import Device, ServerDesk

Row = dict[str, Any]


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def kept(desk: ServerDesk, tmp_path: Path) -> Snapshots:
    return Snapshots(desk.store, tmp_path / "snapshots", lambda: False)


@pytest.fixture
def anna(desk: ServerDesk) -> Device:
    return desk.device(desk.agent("anna", "Network", "Access"))


def made(kept: Snapshots, scope: str) -> schema.Snapshot:
    kept.build(scope)
    found = kept.find(scope, 0)
    assert found is not None
    return found


def rows_of(kept: Snapshots, snapshot: schema.Snapshot) -> list[tuple[str, Row]]:
    """Every row in the order of the parts, after checking what the manifest says of each."""
    found: list[tuple[str, Row]] = []
    for number, part in enumerate(snapshot.parts):
        data = kept.part(snapshot.scope, snapshot.name, number).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (part.bytes, part.sha256)
        rows = list(read(data))
        assert len(rows) == part.rows
        found += rows
    assert len(found) == snapshot.rows
    return found


def read(data: bytes) -> Iterator[tuple[str, Row]]:
    with zstandard.ZstdDecompressor().stream_reader(data) as reader:
        lines = reader.read().splitlines()
    for line in map(json.loads, lines):
        if isinstance(line, dict):
            head = line
        else:
            yield head["kind"], dict(zip(head["columns"], line, strict=True))


def scope_of(desk: ServerDesk, queue: str) -> str:
    return f"q:{desk.queue(queue)}"


def keys(rows: list[tuple[str, Row]]) -> set[tuple[str, str]]:
    return {(kind, row["id"]) for kind, row in rows}


def test_a_snapshot_holds_the_live_rows_of_a_scope(
    desk: ServerDesk, anna: Device, kept: Snapshots
) -> None:
    ticket = desk.ticket("Network", 'Принтер «HP» \\ "x"\n', tier=2)
    desk.ticket("Vault")
    gone, moved = desk.ticket("Network"), desk.ticket("Network")
    anna.pull()
    anna.push(DeleteTicket(id=gone), Transfer(id=moved, queue_id=desk.queue("Access")))
    scope = scope_of(desk, "Network")
    rows = rows_of(kept, made(kept, scope))
    live = {
        (kind, row["id"])
        for kind in KINDS
        for row in records.select(desk.store, kind, {"scope": scope})
    }
    assert keys(rows) == live
    assert ("ticket", ticket) in live
    assert ("ticket", gone) not in live
    for kind, row in rows:
        assert row == desk.row(kind, row["id"])
    ids = [(list(KINDS).index(kind), row["id"].encode()) for kind, row in rows]
    assert ids == sorted(ids), "by kind, then by the bytes of the id"


def test_parts_stay_below_their_limit_and_each_can_be_read_by_itself(
    desk: ServerDesk, kept: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 60_000
    monkeypatch.setattr(schema, "PART_LIMIT_BYTES", limit)
    monkeypatch.setattr(parts, "BLOCK_BYTES", 5_000)
    monkeypatch.setattr(parts, "SPARE_BYTES", 500)
    for n in range(40):
        desk.ticket("Network", str(n), source_text=os.urandom(4_000).hex())
    snapshot = made(kept, scope_of(desk, "Network"))
    assert len(snapshot.parts) > 2
    assert all(part.bytes <= limit for part in snapshot.parts)
    assert len(keys(rows_of(kept, snapshot))) == snapshot.rows == 40 * 3


def test_a_persons_scope_holds_what_is_shared_with_them(
    desk: ServerDesk, anna: Device, kept: Snapshots
) -> None:
    ticket = desk.ticket("Network")
    vera = desk.device(desk.agent("vera", "Vault"))
    vera.push(Put(entity="personal_note", set={"html": "<p>mine</p>"}))
    anna.push(Put(entity="personal_note", set={"html": "<p>hers</p>"}))
    mention = f'<p><span class="mention" data-id="{vera.actor.id}">@</span></p>'
    anna.push(AddNote(ticket_id=ticket, html=mention))
    scope = f"u:{vera.actor.id}"
    rows = rows_of(kept, made(kept, scope))
    assert ("ticket", ticket) in keys(rows)
    vera.pull()
    pulled = {
        (line.kind, line.id) for line in desk.device(vera.actor).pull() if line.scope == scope
    }
    assert keys(rows) == pulled
    assert not any("hers" in str(row) for _, row in rows)


def test_a_cursor_of_a_snapshot_reads_on_from_there(
    desk: ServerDesk, anna: Device, kept: Snapshots
) -> None:
    desk.ticket("Network")
    scope = scope_of(desk, "Network")
    snapshot = made(kept, scope)
    later = desk.ticket("Network")
    anna.cursors = {scope: snapshot.cur}
    lines = [line for line in anna.pull() if line.scope == scope]
    assert {line.id for line in lines if line.kind == "ticket"} == {later}


def test_one_is_used_as_long_as_it_can_be(
    desk: ServerDesk, kept: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    scope = scope_of(desk, "Network")
    desk.ticket("Network")
    first = made(kept, scope)
    desk.ticket("Network")
    assert kept.find(scope, 0) == first, "an older one does"
    assert kept.find(scope, first.seq + 1) is None, "but not when a newer one is asked for"
    assert kept.find(scope, first.seq) == first
    monkeypatch.setattr(snapshots, "FRESH_S", -1)
    assert kept.find(scope, 0) is None, "too old"
    second = made(kept, scope)
    assert second.seq > first.seq
    assert kept.find(scope, 1 << 60) == second, "nothing is newer than the newest"
    monkeypatch.undo()
    monkeypatch.setattr(parts, "form", lambda: "ffffffff")
    assert kept.find(scope, 0) is None, "rows of another version"


def test_one_that_is_older_than_what_is_forgotten_is_not_used(
    desk: ServerDesk, kept: Snapshots
) -> None:
    scope = scope_of(desk, "Network")
    first = made(kept, scope)
    desk.forget_what_went()
    assert kept.find(scope, 0) is None
    assert made(kept, scope).seq > first.seq


def test_one_of_another_past_of_the_store_is_not_used(desk: ServerDesk, kept: Snapshots) -> None:
    scope = scope_of(desk, "Network")
    desk.ticket("Network")
    snapshot = made(kept, scope)
    desk.store.sql("UPDATE seq_mark SET nonce = 'another' WHERE seq = ?", (snapshot.seq,))
    assert kept.find(scope, 0) is None


@pytest.mark.parametrize("harm", ["cut", "gone", "manifest"])
def test_a_damaged_one_is_not_used(desk: ServerDesk, kept: Snapshots, harm: str) -> None:
    desk.ticket("Network")
    scope = scope_of(desk, "Network")
    snapshot = made(kept, scope)
    part = kept.part(scope, snapshot.name, 0)
    if harm == "cut":
        part.write_bytes(part.read_bytes()[:-1])
    elif harm == "gone":
        part.unlink()
    else:
        part.with_name(snapshots.MANIFEST).write_text("{")
    assert kept.find(scope, 0) is None
    assert made(kept, scope) == snapshot, "another takes its place"


def test_two_are_kept_and_nothing_is_left_over(desk: ServerDesk, kept: Snapshots) -> None:
    scope = scope_of(desk, "Network")
    names = []
    for _ in range(4):
        desk.ticket("Network")
        names.append(made(kept, scope).name)
    other = made(kept, "ws")
    home = kept.part(scope, names[-1], 0).parent.parent  # that of "ws" has one of the same name
    assert sorted(path.name for path in home.iterdir()) == sorted(names[-2:])
    unfinished, young = home / ".begun", home / ".young"
    for folder in (unfinished, young):
        folder.mkdir()
    long_ago = unfinished.stat().st_mtime - snapshots.FORGOTTEN_S - 1
    for path in (unfinished, home / names[-2]):
        os.utime(path, (long_ago, long_ago))
    kept.build("ws")
    assert sorted(path.name for path in home.iterdir()) == sorted([".young", names[-1]])
    assert kept.find("ws", 0) == other


def test_a_server_that_ends_leaves_nothing_unfinished(desk: ServerDesk, kept: Snapshots) -> None:
    desk.ticket("Network")
    kept.ended = lambda: True
    with pytest.raises(parts.Ended):
        kept.build(scope_of(desk, "Network"))
    assert [path for path in kept.folder.rglob("*") if path.is_file()] == []


def test_servers_over_one_folder_do_not_harm_each_other(desk: ServerDesk, kept: Snapshots) -> None:
    for _ in range(5):
        desk.ticket("Network")
    scope = scope_of(desk, "Network")
    together = threading.Barrier(4)

    def build() -> None:
        together.wait(10)
        try:
            Snapshots(desk.store, kept.folder, lambda: False).build(scope)
        finally:
            desk.store.close()

    builders = [threading.Thread(target=build) for _ in range(4)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    found = kept.find(scope, 0)
    assert found is not None
    assert found.rows == len(rows_of(kept, found)) == 15
    assert len(list(kept.folder.glob("*/*"))) == 1


def test_a_large_new_scope_is_only_named_to_who_reads_snapshots(
    desk: ServerDesk, anna: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.ticket("Network")
    monkeypatch.setattr(schema, "SNAPSHOT_LINES", 2)
    scope, small = scope_of(desk, "Network"), scope_of(desk, "Access")

    def scopes(**more: Any) -> dict[str, schema.ScopeState]:
        request = schema.PullRequest(schema.ClientInfo(anna.id), {}, **more)
        return pull.pull(desk.store, desk.rights(anna.actor), request, 0).scopes

    named = scopes(snapshots=True)
    assert (named[scope].new, named[scope].cur) == (True, None)
    assert named[small].cur
    assert scopes()[scope].cur, "others read it as they always did"


def test_a_cursor_before_what_is_forgotten_is_expired(desk: ServerDesk, anna: Device) -> None:
    desk.ticket("Network")
    anna.pull()
    assert all(state.cur for state in anna.page().scopes.values())
    desk.forget_what_went()
    states = anna.page().scopes
    assert all(state.expired and not state.cur for state in states.values())
    anna.cursors = {}
    anna.pull()
    assert all(state.cur for state in anna.page().scopes.values())
