"""``deskside-server check`` finds what a store must not have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import files
from models.database import Store
from sync.server.admin import files_folder
from sync.server.push import complete_file
from sync.server.rights import SYSTEM
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter
from tests.helpers.server_cli import Cli

BREAKS = {
    "I5": "UPDATE ticket SET rev = rev + 1 WHERE number = 1",
    "I13": "UPDATE stream_head SET seq = seq - 1",
    "I14": "UPDATE message SET scope = 'q:elsewhere' WHERE id = (SELECT MIN(id) FROM message)",
    "I19": "UPDATE ticket SET number = 2 WHERE number = 1",
    "I20": "UPDATE blob SET sha256 = 'ab' || substr(sha256, 3)",
    "I2": "UPDATE client SET last_mid = 7, chain = 'another'",
}


@pytest.fixture
def desk(cli: Cli, tmp_path: Path) -> Iterator[Store]:
    """Two tickets, a file and a client, as work leaves them."""
    lines = [{"id": id, "source": "s", "subject": id, "body": "b"} for id in ("one", "two")]
    file = tmp_path / "tickets.ndjson"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert cli("import", "tickets", file) == 0
    with cli.store() as store:
        sha256 = files.keep(files_folder(cli.url, str(cli.files)), b"bytes")
        complete_file(WritePath(store), SYSTEM.actor, sha256, 5)
        with store.transaction():
            store.sql(
                "INSERT INTO client (id, agent_id, device, last_mid, chain, revoked, seen_at_ms) "
                "VALUES ('c', 'a', '', 0, '', 0, 0)"
            )
        yield store


def check(cli: Cli) -> int:
    return cli("check", "--files", cli.files)


def test_store_as_work_leaves_it_keeps_every_invariant(cli: Cli, desk: Store) -> None:
    assert check(cli) == 0
    assert cli.out == ""


@pytest.mark.parametrize("name", list(BREAKS))
def test_broken_invariant_is_named(cli: Cli, desk: Store, name: str) -> None:
    with desk.transaction():
        desk.sql(BREAKS[name])
    assert check(cli) == 5
    assert f"{name}:" in cli.out


def test_a_field_that_no_act_wrote_is_named(cli: Cli, desk: Store) -> None:
    with desk.transaction():
        desk.sql("UPDATE ticket SET priority = 'urgent' WHERE number = 1")
    assert check(cli) == 5
    told = "ticket 1 has priority 'urgent', its history tells 'normal'"
    assert cli.out == f"timeline: {told}\n"


def test_a_category_with_ten_below_it_is_named(cli: Cli, desk: Store) -> None:
    def add(writer: ServerWriter) -> None:
        writer.insert("category", {"id": "top", "scope": "ws", "key": "hardware"})
        for n in range(10):
            below = {"key": f"c{n}", "parent_id": "top"}
            writer.insert("category", {"id": f"c{n}", "scope": "ws", **below})

    WritePath(desk).run(add)
    assert check(cli) == 5
    assert "category hardware has 10 right below it; at most 9 can be chosen from" in cli.out


def test_share_for_nobody_is_named(cli: Cli, desk: Store) -> None:
    with desk.transaction():
        desk.sql(
            "INSERT INTO share (id, scope, rev, deleted, ticket_id, agent_id) "
            "SELECT 's', 'u:x', 1, 0, MIN(id), 'x' FROM ticket"
        )
    assert check(cli) == 5
    assert "I4:" in cli.out
