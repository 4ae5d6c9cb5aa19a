from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.merge.fields import (
    FieldConflict,
    MergedFields,
    Origin,
    Touch,
    merge_fields,
    touched,
)

MARIA, IVAN = Origin("maria", 4), Origin("ivan", 4)


def set_priority(origin: Origin, value: str, touch: Touch | None) -> MergedFields:
    touches = {"priority": touch} if touch else {}
    present = {"priority": "high", "status": "open"}
    return merge_fields(origin, {"priority": value}, {"priority": "low"}, present, touches)


def test_a_field_nobody_touched_is_applied() -> None:
    assert set_priority(MARIA, "urgent", None) == MergedFields({"priority": "urgent"}, ())
    assert set_priority(MARIA, "urgent", (4, "ivan")) == MergedFields({"priority": "urgent"}, ())


def test_the_late_value_wins_and_the_lost_one_is_recorded() -> None:
    conflict = FieldConflict("priority", base="low", theirs="high", mine="urgent")
    merged = set_priority(MARIA, "urgent", (5, "ivan"))
    assert merged == MergedFields({"priority": "urgent"}, (conflict,))


def test_the_same_value_twice_is_neither_a_write_nor_a_conflict() -> None:
    assert set_priority(MARIA, "high", (5, "ivan")) == MergedFields({}, ())


def test_nobody_conflicts_with_himself() -> None:
    assert set_priority(MARIA, "urgent", (5, "maria")) == MergedFields({"priority": "urgent"}, ())


def test_fields_conflict_one_by_one() -> None:
    merged = merge_fields(
        IVAN,
        {"priority": "urgent", "status": "done"},
        {"priority": "low", "status": "open"},
        {"priority": "low", "status": "waiting"},
        {"priority": (3, "maria"), "status": (6, "maria")},
    )
    assert merged.applied == {"priority": "urgent", "status": "done"}
    assert merged.conflicts == (FieldConflict("status", "open", "waiting", "done"),)


def test_touches_stored_as_json_serve_too() -> None:
    touches = json.loads(json.dumps(touched({}, ["priority"], (5, "ivan"))))
    assert len(set_priority(MARIA, "urgent", touches["priority"]).conflicts) == 1


@dataclass
class Client:
    """A desk as its user knows it: which writes it has seen, and the values of its last pull."""

    name: str
    rev: int = 0
    base: dict[str, Any] = field(default_factory=lambda: {"a": 0, "b": 0})
    seen: set[int] = field(default_factory=set)


ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(
            st.just({}),  # pull
            st.dictionaries(st.sampled_from("ab"), st.integers(0, 2), min_size=1),
        ),
    ),
    max_size=25,
)


@given(ACTS)
def test_each_value_overwritten_unseen_has_exactly_one_record(
    acts: list[tuple[int, dict[str, int]]],
) -> None:
    clients = [Client(name) for name in ("desk 1", "desk 2", "desk 3")]
    present: dict[str, Any] = {"a": 0, "b": 0}
    writes = {"a": 0, "b": 0}  # the write that each value comes from
    touches: dict[str, Touch] = {}
    rev = last_write = 0
    for index, wanted in acts:
        client = clients[index]
        if not wanted:
            client.rev, client.base = rev, dict(present)
            client.seen |= set(writes.values())
            continue
        origin = Origin(client.name, client.rev)
        merged = merge_fields(origin, wanted, client.base, present, touches)
        unseen = {
            name: FieldConflict(name, client.base[name], present[name], value)
            for name, value in wanted.items()
            if present[name] != value and writes[name] and writes[name] not in client.seen
        }
        assert {conflict.field: conflict for conflict in merged.conflicts} == unseen
        assert len(merged.conflicts) == len(unseen)
        if merged.applied:
            rev += 1
            touches = touched(touches, merged.applied, (rev, client.name))
        for name, value in merged.applied.items():
            last_write += 1
            writes[name] = last_write
            client.seen.add(last_write)
            present[name] = value
        assert present == {**present, **wanted}  # the last arrival wins
