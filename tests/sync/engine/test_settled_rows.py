"""A row whose change was settled by the answer to the push."""

from __future__ import annotations

import pytest

from models.commands import (
    Put,
)
from sync.engine import apply
from sync.protocol import schema
from tests.helpers.person import Person
from tests.sync.engine.test_apply import HELD, answer
from tests.sync.engine.test_apply import anna as anna
from tests.sync.engine.test_apply import desk as desk


def note_line(anna: Person, rev: int, title: str) -> schema.Line:
    row = {"title": title, "html": "", "files": "[]", "scope": f"u:{anna.actor.id}"}
    return schema.Line(rev, "put", "personal_note", "n", row["scope"], rev, row)


def retitle(anna: Person, title: str) -> int:
    return anna.do(Put(entity="personal_note", id="n", set={"title": title})).mid


def settle(anna: Person, mid: int, line: schema.Line) -> None:
    outcome, ack = schema.Outcome(mid, "applied"), schema.Ack(mid, "")
    pushed = schema.PushAnswer(1, ack, [outcome], [line], 0)
    apply.apply_pushes(anna.store, [(pushed, [mid])], 0)


def titles(anna: Person) -> list[tuple[str, int]]:
    return anna.store.sql("SELECT title, rev FROM personal_note")


@pytest.mark.parametrize(("rev", "seen"), [(6, ("theirs", 7)), (8, ("of the push", 8))])
def test_a_settled_row_is_what_is_known_newest_of_it(
    anna: Person, rev: int, seen: tuple[str, int]
) -> None:
    scopes = {**HELD, f"u:{anna.actor.id}": HELD["ws"]}
    apply.apply_pull(anna.store, answer(note_line(anna, 5, "first"), scopes=scopes), 0)
    mid = retitle(anna, "mine")
    apply.apply_pull(anna.store, answer(note_line(anna, 7, "theirs"), scopes=scopes), 0)
    assert titles(anna) == [("mine", 7)]
    settle(anna, mid, note_line(anna, rev, "of the push"))
    assert titles(anna) == [seen]
    assert anna.store.sql("SELECT COUNT(*) FROM shadow") == [(0,)]


def test_what_is_still_unsent_stays_over_a_settled_row(anna: Person) -> None:
    scopes = {**HELD, f"u:{anna.actor.id}": HELD["ws"]}
    apply.apply_pull(anna.store, answer(note_line(anna, 5, "first"), scopes=scopes), 0)
    mid = retitle(anna, "mine")
    retitle(anna, "mine, later")
    settle(anna, mid, note_line(anna, 6, "mine"))
    assert titles(anna) == [("mine, later", 6)]
