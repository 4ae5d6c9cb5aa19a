"""A row whose change was settled by the answer to the push."""

from __future__ import annotations

import pytest

from models.commands import Put
from models.outbox import withdraw
from sync.engine import apply
from sync.protocol import schema
from tests.helpers.person import Person
from tests.sync.engine.apply_room import HELD, anna, answer, desk

__all__ = ["anna", "desk"]


def note_line(anna: Person, rev: int, title: str) -> schema.Line:
    row = {"title": title, "html": "", "files": "[]", "scope": f"u:{anna.actor.id}"}
    return schema.Line(rev, "put", "personal_note", "n", row["scope"], rev, row)


def retitle(anna: Person, title: str) -> int:
    return anna.do(Put(entity="personal_note", id="n", set={"title": title})).mid


def settle(anna: Person, mid: int, *lines: schema.Line, on_the_way: int = 0) -> None:
    outcome, ack = schema.Outcome(mid, "applied"), schema.Ack(mid, "")
    pushed = schema.PushAnswer(1, ack, [outcome], list(lines), 0)
    apply.apply_pushes(anna.store, [(pushed, [mid])], 0, on_the_way)


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


def below(anna: Person) -> list[tuple[str, int]]:
    """What the server said, and how many changes lie over it."""
    changes = "(SELECT COUNT(*) FROM pending_effect)"
    return anna.store.sql(f"SELECT row ->> 'title', {changes} FROM shadow")


def test_a_row_that_comes_again_stays_as_it_is_seen(anna: Person) -> None:
    scopes = {**HELD, f"u:{anna.actor.id}": HELD["ws"]}
    apply.apply_pull(anna.store, answer(note_line(anna, 5, "first"), scopes=scopes), 0)
    first, second, third = (retitle(anna, title) for title in ("one", "two", "three"))
    settle(anna, first, note_line(anna, 6, "one"), on_the_way=second)
    assert titles(anna) == [("three", 5)]
    assert below(anna) == [("first", 3)]
    settle(anna, second, note_line(anna, 7, "two"))
    assert titles(anna) == [("three", 7)]
    assert below(anna) == [("two", 1)]
    settle(anna, third, note_line(anna, 8, "three"))
    assert titles(anna) == [("three", 8)]
    assert below(anna) == []


def test_where_a_line_was_cut_the_pull_brings_what_had_been_left(anna: Person) -> None:
    scopes = {**HELD, f"u:{anna.actor.id}": HELD["ws"]}
    apply.apply_pull(anna.store, answer(note_line(anna, 5, "first"), scopes=scopes), 0)
    first, second = retitle(anna, "one"), retitle(anna, "two")
    settle(anna, first, note_line(anna, 6, "one"), on_the_way=second)
    withdraw(anna.store, second)
    assert titles(anna) == [("one", 5)]
    apply.apply_pull(anna.store, answer(note_line(anna, 7, "theirs"), scopes=scopes), 0)
    assert titles(anna) == [("theirs", 7)]
    assert below(anna) == []


def test_nothing_is_left_for_later_where_a_row_leaves(anna: Person) -> None:
    scopes = {**HELD, f"u:{anna.actor.id}": HELD["ws"]}
    apply.apply_pull(anna.store, answer(note_line(anna, 5, "first"), scopes=scopes), 0)
    first, second = retitle(anna, "one"), retitle(anna, "two")
    gone = schema.Line(6, "out", "personal_note", "another", f"u:{anna.actor.id}", 6, None)
    settle(anna, first, note_line(anna, 6, "one"), gone, on_the_way=second)
    assert below(anna) == [("one", 1)]
