"""Many rows are written at once, and only what differs in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models import records
from models.database import Store
from tests.models.queries.local_desk import LocalDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path / "desk.db")
    yield made
    made.store.close()


def put(store: Store, *rows: dict[str, Any], guard_rev: bool = True) -> set[str]:
    with store.transaction():
        whole = [records.complete("ticket", row) for row in rows]
        return records.put_many(store, "ticket", whole, guard_rev=guard_rev)


def seen(store: Store, id: str) -> tuple[Any, ...]:
    return store.sql("SELECT rev, subject, priority FROM ticket WHERE id = ?", (id,))[0]


def test_those_are_told_that_are_new_or_differ_in_more_than_their_revision(
    desk: LocalDesk,
) -> None:
    a, b = {"id": "a", "rev": 1, "subject": "vpn"}, {"id": "b", "rev": 1, "subject": "printer"}
    a, b = {**a, "priority": "low"}, {**b, "priority": "low"}
    assert put(desk.store, a, b) == {"a", "b"}
    assert put(desk.store, a, b) == set()
    later = {**a, "rev": 2}, {**b, "rev": 2, "priority": "high"}
    assert put(desk.store, *later) == {"b"}
    assert seen(desk.store, "a") == (2, "vpn", "low")
    assert seen(desk.store, "b") == (2, "printer", "high")


@pytest.mark.parametrize("revs", [(3, 5), (5, 3)])
def test_of_one_row_that_comes_twice_the_newer_stays(
    desk: LocalDesk, revs: tuple[int, int]
) -> None:
    for known in (0, 1):
        id = f"t{known}"
        if known:
            put(desk.store, {"id": id, "rev": 1, "subject": "1"})
        put(desk.store, *({"id": id, "rev": rev, "subject": str(rev)} for rev in revs))
        assert seen(desk.store, id)[:2] == (5, "5")


def test_what_is_older_is_written_only_without_the_guard(desk: LocalDesk) -> None:
    put(desk.store, {"id": "a", "rev": 5, "subject": "new"})
    assert put(desk.store, {"id": "a", "rev": 4, "subject": "old"}) == set()
    assert seen(desk.store, "a")[1] == "new"
    assert put(desk.store, {"id": "a", "rev": 4, "subject": "old"}, guard_rev=False) == {"a"}
    assert seen(desk.store, "a")[:2] == (4, "old")


def test_only_columns_that_differ_are_named(
    desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(desk.store, {"id": "a", "rev": 1, "subject": "vpn"}, {"id": "b", "rev": 1})
    whole, written = Store.many, list[str]()

    def many(store: Store, text: str, rows: list[Any]) -> None:
        written.extend([text] * bool(rows))
        whole(store, text, rows)

    monkeypatch.setattr(Store, "many", many)
    put(desk.store, {"id": "a", "rev": 2, "subject": "vpn"}, {"id": "b", "rev": 2})
    assert written == ['UPDATE "ticket" SET "rev" = ? WHERE id = ?']
