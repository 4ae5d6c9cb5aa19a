"""A team without processes: fast, the same each time, and its guards can be switched off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import msgspec
import pytest

from models import profile, window
from models.commands import CreateTicket, decode
from models.commands.messages import AddMessage
from models.database import Store
from models.errors import Refused
from models.profile import Profile
from models.rows import Actor
from sync.engine import apply
from sync.engine.cycle import cursors
from sync.engine.deltas import apply_deltas
from sync.engine.evicting import evict
from sync.engine.recovery import recovering
from sync.engine.wire import Server
from sync.protocol import errors, schema
from sync.protocol.live import Delta
from sync.server import push
from sync.server.protest import Protest
from sync.server.write_path import WritePath
from sync.server.writer import share_id
from tests.helpers.desk import ServerDesk
from tests.helpers.person import PROTESTS, Line, Person
from tests.soak.broken import Broken, hold
from tests.soak.copies import copy_file, forget_what_is_lost, forget_what_the_disk_lost
from tests.soak.device import Device
from tests.soak.local import STUBS, Seen
from tests.soak.oracle import Oracle
from tests.soak.own_team import OwnTeam
from tests.soak.settled import check_all, check_same, is_quiet
from tests.soak.team import HOMES, QUEUES

LOGINS = ("anna", "anna", "boris", "vera")
ROUNDS = 6
MOST_DEVICES = 6
KEEP_NOTHING = -1


class Killed(Exception):
    """The process ended here."""


@dataclass
class Wire(Line):
    """Requests may also arrive ``twice``; every push is kept to be sent again later."""

    old: list[schema.PushRequest] = field(default_factory=list)
    oracle: Oracle = field(kw_only=True)
    recovered: set[str] = field(default_factory=set)
    """What the engine did because somebody was put back: asked for a new ``client``, read
    ``anew``."""

    def push(self, request: schema.PushRequest) -> schema.PushAnswer:
        fault = self._fault()
        sent = msgspec.json.decode(msgspec.json.encode(request), type=schema.PushRequest)
        self.old.append(sent)
        try:
            answers = [self.taken(sent) for _ in range(2 if fault == "twice" else 1)]
        except Protest as protest:
            raise PROTESTS[protest.code](protest.detail) from protest
        return self._back(answers[-1], schema.PushAnswer, fault)

    def taken(self, sent: schema.PushRequest) -> schema.PushAnswer:
        """As the server answers, with a look at who wrote where (I4)."""
        named = {mid: self._foreign(raw) for mid, raw in _numbered(sent)}
        with self.oracle.watching() as outcomes:
            answer = push.push(self.desk.path, self.desk.rights(self.actor), sent)
            outcomes += answer.out
        for outcome in answer.out:
            wrote = outcome.s == "applied" and named[outcome.mid]
            hold("I4", not wrote, f"{self.actor.login} wrote on {named[outcome.mid]}")
        return answer

    def renew_client(self, request: schema.ClientRequest) -> str:
        self.recovered.add("client")
        return super().renew_client(request)

    def _foreign(self, payload: bytes) -> str | None:
        """The ticket that this change is about, when the person has no right to it now."""
        with suppress(Refused):
            command = decode(payload)
            ticket_id = command.ticket
            if isinstance(command, AddMessage | CreateTicket) and self._has(command.id):
                return None  # a file that was put back sends it again, which changes nothing
            found = self.desk.store.sql("SELECT scope FROM ticket WHERE id = ?", (ticket_id,))
            shared = (share_id(ticket_id or "", self.actor.id),)
            if (
                found
                and not self.desk.rights(self.actor).holds(found[0][0])
                and not self.desk.store.sql("SELECT 1 FROM share WHERE id = ?", shared)
            ):
                return ticket_id
        return None

    def _has(self, id: str) -> bool:
        text = "SELECT 1 FROM message WHERE id = ? UNION ALL SELECT 1 FROM ticket WHERE id = ?"
        return bool(self.desk.store.sql(text, (id, id)))


def _numbered(sent: schema.PushRequest) -> list[tuple[int, bytes]]:
    heads = [msgspec.json.decode(raw, type=schema.MutationHead) for raw in sent.muts]
    return [(head.mid, bytes(raw)) for head, raw in zip(heads, sent.muts, strict=True)]


@dataclass
class Member(Device):
    """A device whose engine runs here, when the test says so."""

    person: Person = field(kw_only=True)

    @property
    def wire(self) -> Wire:
        assert isinstance(self.person.line, Wire)
        return self.person.line

    @property
    def kept(self) -> Path:
        """An older copy of its file."""
        return self.person.profile.folder / "kept.db"


def furnished(folder: Path) -> dict[str, Actor]:
    """A store and four profiles that have read it, to be copied for each run; who is who."""
    desk = ServerDesk.made(f"sqlite:///{folder / 'desk.db'}", folder / "blobs")
    people = {login: desk.agent(login, queue) for login, queue in HOMES.items()}
    for name in QUEUES:
        desk.queue(name)
    desk.promise()
    for number in range(3):
        desk.ticket("Network", f"ticket {number}")
    for number, login in enumerate(LOGINS):
        person = Person.made(folder / str(number), desk, people[login])
        person.sync()
        person.store.close()
    desk.store.close()
    return people


class Desks(OwnTeam):
    """A copy of ``template`` in ``folder``."""

    def __init__(self, template: Path, folder: Path, people: dict[str, Actor]) -> None:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        self._file, self._backup = folder / "desk.db", folder / "backup.db"
        store = Store.open(f"sqlite:///{self._file}", "server")
        desk = ServerDesk(store, WritePath(store), folder / "blobs")
        self.oracle, self._kept_oracle = Oracle(store), Oracle(store)
        self.members = [
            _member(desk, folder / str(n), f"d{n}", people[login], self.oracle)
            for n, login in enumerate(LOGINS)
        ]
        super().__init__(desk, folder, self.members)
        self.tickets = [row[0] for row in store.sql("SELECT id FROM ticket ORDER BY id")]
        self.restored = False
        self._kept_grants: set[tuple[str, str]] = set()

    def close(self) -> None:
        for one in self.members:
            one.person.store.close()
        self.desk.store.close()

    def member(self, number: int) -> Member:
        return self.members[number % len(self.members)]

    def touched(self, device: int | None) -> list[Device]:
        return [] if device is None else [self.device(device)]  # no other file changes meanwhile

    def sync(self, device: int, part: str, limit: int, faults: list[str]) -> None:
        """A round or a half of it, in pages of ``limit``, with faults for its first requests."""
        self._sync(self.member(device), part, limit, faults)

    def _sync(self, one: Member, part: str, limit: int, faults: list[str]) -> None:
        one.wire.limit, one.wire.faults = limit, list(faults)
        cycle = one.person.cycle
        acts = {"both": cycle.exchange, "push": cycle.push_all, "pull": cycle.pull_all}
        try:
            with _seeing_who_begins_anew(one.wire):
                recovering(one.store, cast(Server, one.wire), acts[part])
            one.seen.rereads &= part == "push"
        except errors.Offline:
            hold("I12", faults, "offline without a fault")
        finally:
            self._recovered(one)
        one.wire.faults = []

    def _recovered(self, one: Member) -> None:
        """Nobody begins anew without a reason; whoever does so reads everything again."""
        asked, one.wire.recovered = one.wire.recovered, set()
        if "anew" in asked:
            hold("I15", self.restored, f"{one.name} takes the store for one that was put back")
            one.seen = Seen(unsteady=one.seen.unsteady, rereads=True)
        elif "client" in asked:
            hold("I16", one.copied or self.restored, f"{one.name} takes itself for a copy")

    def overtake(self, device: int) -> None:
        """What the live stream has to say is written after the answer to a push that came later."""
        one = self.member(device)
        one.wire.limit, held = 500, cursors(one.store)
        client = schema.ClientInfo(profile.get(one.store, "client_id") or "")
        try:
            early = one.wire.pull(schema.PullRequest(client, held))
        except errors.SyncError:
            return
        self._sync(one, "push", 500, [])
        one.sample()
        deltas = [
            Delta(scope, state.cur, held[scope], [e for e in early.changes if e.scope == scope])
            for scope, state in early.scopes.items()
            if state.cur and held.get(scope)
        ]
        if not early.more:
            apply_deltas(one.store, deltas)

    def crash(self, device: int, part: str) -> None:
        """The engine is killed while it writes what came; nothing of the page may be there."""

        def dying(page: apply.Page, lines: list[schema.Line]) -> None:
            whole(page, lines)
            raise Killed

        whole = apply.Page.apply
        with pytest.MonkeyPatch.context() as patch, suppress(Killed):
            patch.setattr(apply.Page, "apply", dying)
            self.sync(device, part, 500, [])
        one = self.member(device)
        one.person.restart()
        one.store = one.person.store

    def let_go(self, device: int) -> None:
        """This device keeps nothing that is done, from now on."""
        one = self.member(device)
        window.set_keep_days(one.store, KEEP_NOTHING)
        floor_ms = window.floor_ms(one.store, window.server_now_ms(one.store))
        one.floor_ms = max(one.floor_ms, floor_ms)
        evict(one.store, floor_ms, lambda: False)

    def fetch(self, device: int, ticket: int, faults: list[str]) -> None:
        """Somebody opens a ticket that is not here, or in part."""
        one = self.member(device)
        one.wire.faults = list(faults)
        with suppress(errors.NotThere, errors.Offline, errors.Rewound):
            one.person.fetcher.ticket(self.tickets[ticket % len(self.tickets)])
        one.wire.faults = []

    def repeat(self, device: int, number: int) -> None:
        """A push of old comes once more, from somewhere on the way."""
        wire = self.member(device).wire
        if wire.old:
            with suppress(Protest):
                wire.taken(wire.old[number % len(wire.old)])

    def keep(self, device: int) -> None:
        """Somebody makes a copy of this device's file."""
        one = self.member(device)
        copy_file(one.store, one.kept)

    def put_back(self, device: int) -> None:
        """The file is what it was when the copy was made."""
        one = self.member(device)
        if not one.kept.exists():
            return
        one.copied = True
        one.person.store.close()
        shutil.copy(one.kept, one.person.profile.database)
        one.person.store = one.store = one.person.profile.open()
        forget_what_the_disk_lost(self.desk, one, self.restored)

    def clone(self, device: int) -> None:
        """The whole profile is copied to another computer, which goes on beside the first."""
        one = self.member(device)
        if len(self.members) >= MOST_DEVICES:
            return
        folder = self.folder / f"copy{len(self.members)}"
        folder.mkdir()
        copy_file(one.store, Profile(folder).database)
        two = _member(self.desk, folder, f"{one.name}c{len(self.members)}", one.actor, self.oracle)
        one.copied = two.copied = True
        one.copies += 1
        two.seen.unsteady |= one.seen.unsteady
        two.seen.rereads = one.seen.rereads
        two.wandered |= one.wandered
        self.members.append(two)
        self.devices.append(two)

    def keep_store(self) -> None:
        """A backup of the shared store."""
        copy_file(self.desk.store, self._backup)
        self._kept_oracle.writers = dict(self.oracle.writers)
        self._kept_grants = set(self._granted)

    def restore_store(self) -> None:
        """The shared store is what it was at the backup. Who was ahead of it finds out later."""
        if not self._backup.exists():
            return
        self.desk.store.close()
        shutil.copy(self._backup, self._file)
        self.desk.store.db.connect()
        self.restored = True
        self.oracle.writers = dict(self._kept_oracle.writers)
        self._granted = set(self._kept_grants)
        for one in self.members:
            forget_what_is_lost(self.desk, one)
            scopes = {f"q:{self.desk.queue(queue)}" for queue in QUEUES}
            one.seen = Seen(unsteady=one.seen.unsteady | scopes, rereads=True)

    def desk_acts(self) -> None:
        """A ticket comes in by another way."""
        self.tickets.append(self.desk.ticket("Network", "mail"))

    def settle(self) -> None:
        """Everybody syncs until all is said, then everything must hold; also without guests."""
        self._settle()
        self.send_home()
        self._settle()

    def _settle(self) -> None:
        for _ in range(ROUNDS):
            for one in self.members:
                self._sync(one, "both", 500, [])
            if all(is_quiet(self.desk, one) for one in self.members):
                break
        else:
            raise Broken("I12", "it does not come to rest")
        check_all(self.desk, self.members, self.folder / "blobs", self.restored)
        for one in self.members:
            self._open_all(one)

    def _open_all(self, one: Member) -> None:
        """I23: of whatever ticket is here in part, all is here when somebody has opened it."""
        for (id,) in one.store.sql(STUBS):
            with suppress(errors.NotThere):  # it is in the trash
                one.person.fetcher.ticket(id)
        in_trash = "SELECT id FROM ticket WHERE deleted = 1"
        left = {id for (id,) in one.store.sql(f"{STUBS} AND ticket_id NOT IN ({in_trash})")}
        hold("I23", not left, f"{one.name} has {left} in part though it was opened")
        check_same(self.desk, one)


@contextmanager
def _seeing_who_begins_anew(wire: Wire) -> Iterator[None]:
    """Whoever throws away what the server said is noted there."""
    whole = apply.forget_all

    def noted(store: Store) -> None:
        wire.recovered.add("anew")
        whole(store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apply, "forget_all", noted)
        yield


def _member(desk: ServerDesk, folder: Path, name: str, actor: Actor, oracle: Oracle) -> Member:
    profile = Profile(folder)
    store = profile.open()
    person = Person(profile, store, actor, Wire(desk, actor, oracle=oracle))
    return Member(name, actor, store, person=person)
