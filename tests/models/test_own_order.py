"""Ranks of one's own order: whatever is moved where, the list stands as it was asked for."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from models.own_order import DIGITS, between, moved

NEVER_MOVED = st.integers(0, 99).map(lambda due: f"~{due:02}x")
RANKS = st.text(DIGITS, max_size=4).filter(lambda rank: rank and not rank.endswith("0"))


NEW = ("~1a", "~1b", "~2c", "~30", "~31", "~3f")
"""Six that were never moved."""


def shown(ranks: dict[str, str]) -> list[tuple[str, str]]:
    """As the list has them: by rank or key, then by id."""
    return sorted(ranks.items(), key=lambda each: (each[1], each[0]))


@given(RANKS, RANKS)
@example("1", "11")
@example("z", "zz")
@example("zzz", "zzzz")
def test_there_is_room_between_any_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    assert between("", low) < low
    assert high < between(high, "")
    if low != high:
        assert low < between(low, high) < high
    assert all(not made.endswith("0") for made in (between("", low), between(low, "")))


def test_a_long_list_keeps_short_ranks() -> None:
    rank, back = between("", ""), between("", "")
    for _ in range(2_000):
        rank, back = between(rank, ""), between("", back)
    assert max(len(rank), len(back)) <= 4


@given(st.dictionaries(st.sampled_from("abcdefgh"), RANKS | NEVER_MOVED, min_size=1), st.data())
def test_a_move_does_just_what_it_says(ranks: dict[str, str], data: st.DataObject) -> None:
    order = shown(ranks)
    id = data.draw(st.sampled_from([each for each, _ in order]))
    to = data.draw(st.integers(0, len(order) - 1))
    wanted = [each for each, _ in order if each != id]
    wanted.insert(to, id)
    written = moved(order, id, to)
    assert [each for each, _ in shown({**ranks, **written})] == wanted
    assert id in written


@given(st.data())
def test_what_two_devices_moved_apart_keeps_both_places(data: st.DataObject) -> None:
    """Each moves one ticket to an end; later all of it is on both."""
    keys = data.draw(st.sampled_from([("A", "B", "C", "D", "E", "F"), NEW]))
    ranks = dict(zip("abcdef", keys, strict=True))
    first, last = data.draw(st.permutations("abcdef"))[:2]
    up, down = moved(shown(ranks), first, 0), moved(shown(ranks), last, 5)
    assert (set(up), set(down)) == ({first}, {last})
    merged = [each for each, _ in shown({**ranks, **up, **down})]
    assert merged == shown_ids(ranks, first, last)


def test_what_is_moved_on_and_on_writes_one_rank_each_time() -> None:
    ranks = {f"t{n}": f"~{n:02}{n}0" for n in range(20)}
    for n in range(300):
        order = shown(ranks)
        written = moved(order, order[n * 7 % 20][0], n * 11 % 20)
        assert len(written) == 1
        ranks |= written


def shown_ids(ranks: dict[str, str], first: str, last: str) -> list[str]:
    between_them = [each for each in sorted(ranks) if each not in (first, last)]
    return [first, *between_them, last]
