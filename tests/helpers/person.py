"""Somebody's profile; its engine talks to a store in this process through a line that can fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from models import profile as profiles
from models import records
from models.clock import ServerClock, wall_ms
from models.commands import Command
from models.database import Store
from models.perform import Performed, perform
from models.profile import Profile
from models.rows import Actor
from models.tables import ENTITIES
from sync.engine import recovery
from sync.engine.apply import News
from sync.engine.cycle import Cycle
from sync.engine.fetching import Fetcher
from sync.engine.wire import FilePart, Server
from sync.protocol import errors, schema
from sync.server import aggregates, pull, push, sessions
from sync.server.parts import View
from sync.server.protest import Protest
from sync.server.snapshots import Snapshots, require
from tests.helpers.desk import ServerDesk

T = TypeVar("T")


@dataclass
class Line:
    """What ``sync.engine.wire.Server`` does, without HTTP. Faults are used up one by one."""

    desk: ServerDesk
    actor: Actor
    faults: list[str] = field(default_factory=list)
    """``cut``: nothing arrives there; ``lost``: the answer does not arrive here."""
    limit: int = 500

    def __post_init__(self) -> None:
        folder = self.desk.folder.with_name("snapshots")
        self.kept = Snapshots(self.desk.store, folder, lambda: False)

    def push(self, request: schema.PushRequest) -> schema.PushAnswer:
        fault = self._fault()
        sent = msgspec.json.decode(msgspec.json.encode(request), type=schema.PushRequest)
        try:
            answer = push.push(self.desk.path, self.desk.rights(self.actor), sent)
        except Protest as protest:
            raise PROTESTS[protest.code](protest.detail) from protest
        return self._back(answer, schema.PushAnswer, fault)

    token = ""

    def renew_client(self, request: schema.ClientRequest) -> str:
        fault = self._fault()
        answer = sessions.renew_client(self.desk.store, self._caller(), request, "", wall_ms())
        return self._back(answer, schema.ClientAnswer, fault).client_id

    def known_clients(self, request: schema.KnownRequest) -> schema.KnownAnswer:
        fault = self._fault()
        answer = sessions.known_clients(self.desk.store, self._caller(), request)
        return self._back(answer, schema.KnownAnswer, fault)

    def _caller(self) -> sessions.Caller:
        return sessions.Caller(self.desk.rights(self.actor), "")

    def pull(self, request: schema.PullRequest) -> schema.PullAnswer:
        fault = self._fault()
        asked = msgspec.structs.replace(request, limit=self.limit)
        try:
            answer = pull.pull(self.desk.store, self.desk.rights(self.actor), asked, wall_ms())
        except Protest as protest:
            raise PROTESTS[protest.code](protest.detail) from protest
        return self._back(answer, schema.PullAnswer, fault)

    def ticket(self, id: str, after: str) -> schema.RowsAnswer:
        fault = self._fault()
        try:
            found = aggregates.whole_ticket(
                self.desk.store, self.desk.rights(self.actor), id, after
            )
        except Protest as protest:
            raise errors.NotThere(protest.detail) from protest
        return self._back(found, schema.RowsAnswer, fault)

    def tickets(self, number: str) -> list[str]:
        fault = self._fault()
        found = aggregates.find_tickets(self.desk.store, self.desk.rights(self.actor), number)
        return self._back(found, schema.TicketsFound, fault).ids

    def rows(self, ids: list[tuple[str, str]]) -> schema.RowsAnswer:
        fault = self._fault()
        found = aggregates.rows(self.desk.store, self.desk.rights(self.actor), ids)
        return self._back(found, schema.RowsAnswer, fault)

    def snapshot(self, scope: str, at_least: int, days: int = 0) -> schema.Snapshot | None:
        self._fault()
        view = View.of(scope, days, wall_ms())
        try:
            require(self.desk.rights(self.actor), scope)
        except Protest as protest:
            raise errors.NotThere(protest.detail) from protest
        if self.kept.find(scope, at_least, view) is None:
            self.kept.build(scope, view)
        return self.kept.find(scope, at_least, view)

    @contextmanager
    def reading_part(self, scope: str, name: str, number: int, start: int) -> Iterator[FilePart]:
        self._fault()
        try:
            data = self.kept.part(scope, name, number).read_bytes()
        except Protest as protest:
            raise errors.NotThere(protest.detail) from protest
        yield FilePart(start, 0, iter([data[start:]]))

    def _fault(self) -> str:
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "cut":
            raise errors.Offline("cut")
        return fault

    def _back(self, answer: Any, kind: type[T], fault: str) -> T:
        if fault == "lost":
            raise errors.Offline("lost")
        return msgspec.json.decode(msgspec.json.encode(answer), type=kind)


PROTESTS: dict[str, type[errors.SyncError]] = {
    "client_forked": errors.Forked,
    "rewound": errors.Rewound,
    "revoked": errors.SignInNeeded,
    "mid_gap": errors.Malformed,
}


@dataclass
class Person:
    profile: Profile
    store: Store
    actor: Actor
    line: Line

    @classmethod
    def made(cls, folder: Path, desk: ServerDesk, actor: Actor) -> Person:
        """A new device of this agent."""
        profile = Profile(folder)
        store = profile.open()
        store.db.execute_sql("PRAGMA synchronous = OFF")  # no test cuts the power
        known = {
            "agent_id": actor.id,
            "login": actor.login,
            "agent_name": actor.name,
            "agent_role": actor.role,
            "client_id": desk.device(actor).id,
        }
        with store.transaction():
            for key, value in known.items():
                profiles.put(store, key, value)
        return cls(profile, store, actor, Line(desk, actor))

    @property
    def fetcher(self) -> Fetcher:
        return Fetcher(self.store, cast(Server, self.line), self._told)

    @property
    def cycle(self) -> Cycle:
        server = cast(Server, self.line)
        return Cycle(self.store, server, ServerClock(), self._told, lambda: False)

    def _told(self, news: News) -> None:
        self.news = news

    def do(self, command: Command) -> Performed:
        return perform(self.store, command, self.actor, wall_ms())

    def sync(self) -> None:
        """A round, also after somebody was put back."""
        recovery.recovering(self.store, cast(Server, self.line), self.cycle.exchange)

    def row(self, kind: str, id: str) -> dict[str, Any] | None:
        """The visible row, or None when it is not here or deleted."""
        found = records.get(self.store, kind, id)
        return None if found is None or found["deleted"] else found

    def rows(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Every live row that travels."""
        return live_rows(self.store)

    def texts(self, ticket: str) -> list[str]:
        text = "SELECT html FROM message WHERE ticket_id = ? AND deleted = 0 ORDER BY at_ms, id"
        return [row[0] for row in self.store.sql(text, (ticket,))]

    def states(self) -> list[tuple[int, str]]:
        return [(mid, s) for mid, s in self.store.sql("SELECT mid, state FROM outbox ORDER BY mid")]

    def restart(self) -> None:
        """As after a crash: only what is in the file is left."""
        self.store.close()
        self.store = self.profile.open()


def live_rows(store: Store) -> dict[tuple[str, str], dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for kind in ENTITIES:
        for row in records.select(store, kind, {}):
            found[(kind, row["id"])] = row
    return found


def held_rows(desk: ServerDesk, actor: Actor) -> dict[tuple[str, str], dict[str, Any]]:
    """What this person's devices should hold: rows of their scopes, and what is shared."""
    scopes = desk.rights(actor).scopes
    shared = {
        row[0]
        for row in desk.store.sql(
            "SELECT ticket_id FROM share WHERE deleted = 0 AND agent_id = ?", (actor.id,)
        )
    }
    return {
        (kind, id): row
        for (kind, id), row in live_rows(desk.store).items()
        if row["scope"] in scopes
        or (kind == "ticket" and id in shared)
        or (row.get("ticket_id") in shared and row["scope"].startswith("q:"))
    }
