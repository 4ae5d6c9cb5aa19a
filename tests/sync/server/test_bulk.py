"""Few rows and many go the same way in."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import peewee
import pytest

from models import records
from models.database import Store
from models.ids import new_id
from sync.server.write_path import WritePath

MANY = 50
ODD = "tab\t line\n back\\slash \\N quote' “ü” \u2028 🙂"


@pytest.mark.parametrize("count", [1, 3 * MANY])
def test_rows_come_back_as_they_went_in(store_url: str, count: int) -> None:
    with closing(Store.open(store_url, "server")) as store:
        rows: list[dict[str, Any]] = [
            {"id": new_id(), "scope": "q:1", "subject": ODD, "number": n, "due_at_ms": None}
            for n in range(count)
        ]
        with WritePath(store).batch() as writer:
            writer.step = count - 1
            writer.insert_many("ticket", rows, range(count))
        found = records.select(store, "ticket", {"scope": "q:1"})
        assert [row["number"] for row in found] == list(range(count))
        assert {row["subject"] for row in found} == {ODD}
        assert {(row["due_at_ms"], row["rev"]) for row in found} == {(None, 1)}
        lines = store.sql("SELECT ent, seq, rev FROM change WHERE kind = 'ticket' ORDER BY seq")
        assert lines == [(row["id"], n + 1, 1) for n, row in enumerate(rows)]


def test_a_row_that_is_there_already_breaks_the_batch_off(store_url: str) -> None:
    with closing(Store.open(store_url, "server")) as store:
        rows = [{"id": new_id(), "scope": "ws", "name": str(n)} for n in range(2 * MANY)]
        path = WritePath(store)
        with path.batch() as writer:
            writer.insert_many("tag", rows[:MANY])
        with pytest.raises(peewee.IntegrityError), path.batch() as writer:
            writer.insert_many("tag", rows)
        assert len(records.select(store, "tag", {})) == MANY


def test_a_row_that_changes_twice_in_a_batch_has_one_line(store_url: str) -> None:
    with closing(Store.open(store_url, "server")) as store:
        ids = [new_id() for _ in range(2 * MANY)]
        path = WritePath(store)
        with path.batch() as writer:
            writer.insert_many("tag", [{"id": id, "scope": "ws", "name": "a"} for id in ids])
            for id in ids:
                writer.step += 1
                writer.update("tag", id, {"name": "b"})
        assert store.sql("SELECT COUNT(*), MIN(rev), MAX(rev) FROM change") == [(2 * MANY, 2, 2)]
