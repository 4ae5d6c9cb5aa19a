"""Random and broken bodies against every call: no 5xx, nothing of others leaks, the store holds.

The caller is signed in and works in one queue; another queue holds tickets that they may not see.
Half of the bodies are good ones with a few values changed, so that they get past the first check.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import pytest
from litestar.testing import TestClient

from models.commands import Mutation
from models.commands.links import REVERSE
from models.ids import new_id
from sync.protocol.kinds import KINDS
from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.http_desk import bearer, cheap_desk, client_of, person, session

SECRET = "The vault opens at noon"
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1, 1 << 31, 1 << 63, -(1 << 64), 1e308, "", "\x00", "x" * 300, "<p>ü</p>",
    "\U0001f600", "ws", [], {}, [[]], {"": None}, "2024-01-01", "' OR 1=1 --", "%s", "9" * 400,
)  # fmt: skip


class Fault(AssertionError):
    """A request, and what of its answer may not be."""


@dataclass
class Fuzz:
    """One run; ``counts`` of answers by path and status."""

    desk: ServerDesk
    http: TestClient[Any]
    chance: random.Random
    foreign: list[str]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.me = session(self.http, "boris")
        self.headers = bearer(self.me["token"])
        self.mid, self.chain = 0, ""
        marks = ", ".join("?" for _ in self.foreign)
        text = f"SELECT id FROM message WHERE ticket_id IN ({marks})"
        self.never_named = [row[0] for row in self.desk.store.sql(text, self.foreign)]
        self.own = [self.desk.ticket("Network", f"own {n}") for n in range(5)]
        marks = ", ".join("?" for _ in self.own)
        text = f"SELECT id FROM message WHERE ticket_id IN ({marks})"
        self.messages = [row[0] for row in self.desk.store.sql(text, self.own)]
        self.calls: list[tuple[str, Callable[[], Any]]] = [
            ("/v1/push", self._push),
            ("/v1/push", self._push),
            ("/v1/pull", self._pull),
            ("/v1/blobs", lambda: {"sha256": "a" * 64, "size_bytes": 5}),
            ("/v1/blobs/check", lambda: {"sha256": ["a" * 64]}),
            ("/v1/rows", lambda: {"ids": [["ticket", id] for id in (*self.foreign, *self.own)]}),
            ("/v1/session", lambda: {"login": "boris", "password": "x", "device": "d"}),
            ("/v1/password", lambda: {"old": "x", "new": "short"}),
        ]

    def run(self, bodies: int) -> None:
        """Raises Fault."""
        for _ in range(bodies):
            path, make = self.chance.choice(self.calls)
            self._one(path, self._body(make()))
        found = list(faults(self.desk.store, self.desk.folder))
        if found:
            raise Fault(f"the store: {found}")

    def _one(self, path: str, body: bytes) -> None:
        answer = self.http.post(path, content=body, headers=self.headers)
        key = (path, answer.status_code)
        self.counts[key] = self.counts.get(key, 0) + 1
        leaked = any(secret in answer.text for secret in (SECRET, *self.never_named))
        if answer.status_code >= 500 or leaked:
            what = "a leak" if leaked else answer.status_code
            raise Fault(f"{what}: {path} {body!r}: {answer.text[:500]}")
        if answer.status_code >= 400 and not answer.json().get("code"):
            raise Fault(f"{path} {body!r}: no code in {answer.text[:500]}")
        if path == "/v1/push" and answer.status_code == 200:
            ack = answer.json()["ack"]
            self.mid, self.chain = ack["mid"], ack["chain"]

    def _body(self, good: Any) -> bytes:
        """As it is, with some values changed, or with some bytes changed."""
        for _ in range(self.chance.choice((0, 1, 1, 2, 4))):
            good = self._changed(good)
        data = bytearray(msgspec.json.encode(good))
        if self.chance.random() < 0.1:
            for _ in range(self.chance.randint(1, 5)):
                data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        if self.chance.random() < 0.02:
            del data[self.chance.randrange(len(data)) :]
        return bytes(data)

    def _changed(self, value: Any) -> Any:
        """The same with one value somewhere inside replaced, taken out or doubled."""
        if isinstance(value, dict) and value and self.chance.random() < 0.9:
            key = self.chance.choice(list(value))
            if self.chance.random() < 0.05:
                return {name: each for name, each in value.items() if name != key}
            return {**value, key: self._changed(value[key])}
        if isinstance(value, list) and value and self.chance.random() < 0.9:
            place = self.chance.randrange(len(value))
            if self.chance.random() < 0.05:
                return [*value, value[place]]
            return [*value[:place], self._changed(value[place]), *value[place + 1 :]]
        return self.chance.choice((*ODD, *self.own, *self.foreign, new_id()))

    def _pull(self) -> dict[str, Any]:
        scopes = {"ws": None, f"q:{self.desk.queue('Vault')}": None}
        return {"client": {"id": self.me["client_id"]}, "scopes": scopes, "limit": 20}

    def _push(self) -> dict[str, Any]:
        kinds = get_args(Mutation)
        changes = [
            {"mid": self.mid + number, **self._change(self.chance.choice(kinds))}
            for number in range(1, self.chance.randint(1, 3) + 1)
        ]
        base = {"mid": self.mid, "chain": self.chain}
        return {"client": {"id": self.me["client_id"]}, "base": base, "muts": changes}

    def _change(self, kind: type[msgspec.Struct]) -> dict[str, Any]:
        """A command whose fields hold something of their name's sort."""
        told = msgspec.structs.fields(kind)
        config = kind.__struct_config__
        made: dict[str, Any] = {str(config.tag_field): config.tag}
        for one in told:
            if one.required or self.chance.random() < 0.5:
                made[one.encode_name] = self._value(one.name, one.type)
        return made

    def _value(self, name: str, kind: Any) -> Any:
        if name == "entity":
            return self.chance.choice(list(KINDS))
        if name == "id" or name.endswith("_id"):
            return self.chance.choice((*self.own, *self.foreign, self.me["agent"]["id"], new_id()))
        if name == "set":
            return self._columns()
        if name == "role":
            return self.chance.choice(sorted(REVERSE))
        if name == "messages":
            return self._moves(kind)
        if name == "html":
            return self.chance.choice(("<p>one</p>", "", "<script>x</script>", "plain"))
        if kind is int or "at_ms" in name:
            return self.chance.choice((0, 1, 5_000_000_000))
        return self.chance.choice(ODD)

    def _moves(self, kind: Any) -> Any:
        """What a split takes along, or brings back to where."""
        ids = self.chance.sample(self.messages, self.chance.randint(0, 2))
        homes = (*self.own, *self.foreign)
        return {id: self.chance.choice(homes) for id in ids} if get_origin(kind) is dict else ids

    def _columns(self) -> dict[str, Any]:
        names = "subject status priority queue_id name title html assignee_id tags role".split()
        values = (*ODD, "open", "high", self.desk.queue("Vault"), self.me["agent"]["id"])
        return {
            name: self.chance.choice(values)
            for name in self.chance.sample(names, self.chance.randint(0, 3))
        }


@contextmanager
def fuzz(store_url: str, folder: Path, seed: int) -> Iterator[Fuzz]:
    """Boris works in Network; what is in Vault is none of his business."""
    with pytest.MonkeyPatch.context() as patch:
        desk = cheap_desk(store_url, folder, patch)
        person(desk, "boris", "Network")
        person(desk, "vera", "Vault")
        foreign = [desk.ticket("Vault", SECRET) for _ in range(5)]
        with client_of(desk) as http:
            yield Fuzz(desk, http, random.Random(seed), foreign)
        desk.store.close()
