"""Anna, who works in two queues, and Boris in a third, over a desk in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol import schema
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

MENTION = '<p><span class="mention" data-id="{}">@</span></p>'


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(sqlite_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "anna", desk, desk.agent("anna", "Network", "Access"))
    yield made
    made.store.close()


@pytest.fixture
def boris(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "boris", desk, desk.agent("boris", "Vault"))
    yield made
    made.store.close()


def answer(*lines: schema.Line, scopes: dict[str, schema.ScopeState]) -> schema.PullAnswer:
    return schema.PullAnswer(1, False, 0, schema.Ack(0, ""), scopes, list(lines), 0)


HELD = {"q:n": schema.ScopeState(cur="c"), "ws": schema.ScopeState(cur="c")}


def ticket_line(rev: int, subject: str, op: str = "put") -> schema.Line:
    row = {"subject": subject, "scope": "q:n", "tags": "[]"} if op == "put" else None
    return schema.Line(rev, op, "ticket", "t", "q:n", rev, row)
