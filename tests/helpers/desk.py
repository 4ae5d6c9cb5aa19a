"""A shared store in this process, and devices that talk to it without HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models import records
from models.commands import Command, CreateTicket, FirstMessage, encode
from models.database import Store
from models.ids import new_id
from models.rows import Actor
from sync.protocol import schema
from sync.server import pull, push
from sync.server.protest import Protest
from sync.server.rights import Rights, rights_of
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter
from tests.helpers.promises import make_promises

PASSWORD = "correct horse"


@dataclass
class ServerDesk:
    """People and queues are made straight through the write path, without slow passwords."""

    store: Store
    path: WritePath
    folder: Path

    @classmethod
    def made(cls, url: str, folder: Path) -> ServerDesk:
        store = Store.open(url, "server")
        return cls(store, WritePath(store), folder)

    def agent(self, login: str, *queues: str, role: str = "agent") -> Actor:
        """An agent who works in these queues; queues are made when they are missing."""
        actor = Actor(new_id(), login, login.capitalize(), role)
        row = {"id": actor.id, "scope": "ws", "login": login, "name": actor.name, "role": role}
        self.path.run(lambda writer: writer.insert("agent", row))
        for name in queues:
            self.grant(name, actor)
        return actor

    def actor(self, login: str) -> Actor:
        """Somebody who was made before."""
        text = "SELECT id, login, name, role FROM agent WHERE login = ?"
        return Actor(*self.store.sql(text, (login,))[0])

    def queue(self, name: str) -> str:
        def step(writer: ServerWriter) -> str:
            for row in writer.select("queue", name=name):
                return str(row["id"])
            id = new_id()
            writer.insert("queue", {"id": id, "scope": "ws", "name": name})
            return id

        return self.path.run(step)

    def grant(self, name: str, actor: Actor) -> None:
        row = {"id": new_id(), "scope": "ws", "queue_id": self.queue(name), "agent_id": actor.id}
        self.path.run(lambda writer: writer.insert("queue_member", row))

    def revoke(self, name: str, actor: Actor) -> None:
        queue_id = self.queue(name)

        def step(writer: ServerWriter) -> None:
            for row in writer.select("queue_member", queue_id=queue_id, agent_id=actor.id):
                writer.update("queue_member", row["id"], {"deleted": 1})

        self.path.run(step)

    def rights(self, actor: Actor) -> Rights:
        found = rights_of(self.store, actor.id)
        assert found is not None
        return found

    def device(self, actor: Actor) -> Device:
        id = new_id()
        self.store.sql(
            "INSERT INTO client (id, agent_id, device, last_mid, chain, revoked, seen_at_ms) "
            "VALUES (?, ?, '', 0, '', 0, 0)",
            (id, actor.id),
        )
        return Device(self, actor, id)

    def ticket(self, queue: str, subject: str = "Printer", **values: Any) -> str:
        """A ticket with one customer message, made by the store itself."""
        command = CreateTicket(
            set={"subject": subject, "queue_id": self.queue(queue), **values},
            message=FirstMessage(kind="customer", html=f"<p>{subject}</p>"),
        )
        self.path.run(lambda writer: command.apply(writer))
        return command.id

    def promise(self, **more: dict[str, Any]) -> None:
        """Office hours, and policies for normal, urgent and ``more`` tickets."""

        def put(kind: str, **row: Any) -> None:
            self.path.run(lambda writer: writer.insert(kind, {"scope": "ws", **row}))

        make_promises(put, **more)

    def forget_what_went(self) -> None:
        """As when old lines of what went away are dropped: every cursor is too old now."""
        with self.store.transaction():
            self.store.sql("DELETE FROM change WHERE op <> 'put'")
            self.store.sql("UPDATE stream_head SET seq = seq + 1")
            self.store.sql("UPDATE stream_head SET gc_seq = seq")
            self.store.sql(
                "INSERT INTO seq_mark (seq, nonce, at_ms) SELECT seq, ?, 0 FROM stream_head",
                (new_id(),),
            )

    def row(self, kind: str, id: str) -> dict[str, Any]:
        found = records.get(self.store, kind, id)
        assert found is not None, f"no {kind} {id}"
        return found

    def count(self, table: str) -> int:
        return int(self.store.sql(f'SELECT COUNT(*) FROM "{table}"')[0][0])


@dataclass
class Device:
    """One client: its numbers and chain, its cursors, and what it pulled."""

    desk: ServerDesk
    actor: Actor
    id: str
    mid: int = 0
    chain: str = ""

    def __post_init__(self) -> None:
        self.cursors: dict[str, str | None] = {}
        self.rows: dict[tuple[str, str], dict[str, Any]] = {}

    def payloads(self, commands: Sequence[Command]) -> list[bytes]:
        """The commands as they go over the wire, numbered on from the last settled one."""
        return [
            b'{"mid":%d,' % number + encode(command)[1:]
            for number, command in enumerate(commands, start=self.mid + 1)
        ]

    def send(self, payloads: Sequence[bytes], base: schema.Base | None = None) -> schema.PushAnswer:
        """These bytes, as they are. The numbers move on when the answer says so."""
        request = schema.PushRequest(
            schema.ClientInfo(self.id),
            base or schema.Base(self.mid, self.chain),
            [msgspec.Raw(payload) for payload in payloads],
        )
        answer = push.push(self.desk.path, self.desk.rights(self.actor), request)
        self.mid, self.chain = answer.ack.mid, answer.ack.chain
        return answer

    def push(self, *commands: Command) -> list[schema.Outcome]:
        return self.send(self.payloads(commands)).out

    def page(self, limit: int = 500) -> schema.PullAnswer:
        """One page; the cursors move on."""
        request = schema.PullRequest(schema.ClientInfo(self.id), dict(self.cursors), limit)
        raw = pull.pull(self.desk.store, self.desk.rights(self.actor), request, 0)
        answer = msgspec.json.decode(msgspec.json.encode(raw), type=schema.PullAnswer)
        for scope, state in answer.scopes.items():
            if state.cur:
                self.cursors[scope] = state.cur
            else:
                self.cursors.pop(scope, None)
        return answer

    def pages(self, limit: int = 500) -> Iterator[schema.PullAnswer]:
        while True:
            answer = self.page(limit)
            yield answer
            if not answer.more:
                return

    def pull(self, limit: int = 500) -> list[schema.Line]:
        """Everything that is missing."""
        return [line for answer in self.pages(limit) for line in answer.changes]


@contextmanager
def refused_with(code: str) -> Iterator[None]:
    """The request as a whole is refused with this code."""
    with pytest.raises(Protest) as protest:
        yield
    assert protest.value.code == code
