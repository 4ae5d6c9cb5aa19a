"""What is told, by a table and by what must hold for anything that can happen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.notices import KINDS, Decision, Happening, Moment, NoticeRules, decide
from models.notices.decide import MOST_AT_ONCE
from models.notices.rules import packed, unpacked

ME, OTHER = "maria", "alexey"
NOON = 12 * 60
NOW = Moment(now_ms=1_000_000, minute=NOON)
QUIET = NoticeRules(quiet_from_min=NOON - 60, quiet_until_min=NOON + 60)


def happening(kind: str, n: int = 1, **more: object) -> Happening:
    known = {"key": f"{kind}:{n}", "kind": kind, "at_ms": n, "ticket_id": f"t{n}"}
    return Happening(**{**known, "queue_id": "network", "by_id": OTHER, **more})  # type: ignore[arg-type]


def told(*found: Happening, rules: NoticeRules | None = None, now: Moment = NOW) -> list[str]:
    return [each.key for each in decide(found, (), rules or NoticeRules(), now, ME).told]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told(kind: str) -> None:
    assert told(happening(kind)) == [f"{kind}:1"]


@pytest.mark.parametrize(
    ("rules", "kind", "is_told"),
    [
        (NoticeRules(off_kinds=frozenset({"new"})), "new", False),
        (NoticeRules(off_kinds=frozenset({"new"})), "replied", True),
        (NoticeRules(off_kinds=frozenset({"mention"})), "mention", True),
        (NoticeRules(off_queues=frozenset({"network"})), "replied", False),
        (NoticeRules(off_queues=frozenset({"network"})), "mention", True),
        (NoticeRules(off_queues=frozenset({"access"})), "replied", True),
        (QUIET, "assigned", False),
        (QUIET, "call_back", False),
        (QUIET, "mention", True),
        (QUIET, "reminder", True),
        (NoticeRules(off_kinds=frozenset({"reminder"})), "reminder", True),
        (NoticeRules(paused_until_ms=NOW.now_ms + 1), "new", False),
        (NoticeRules(paused_until_ms=NOW.now_ms + 1), "mention", True),
        (NoticeRules(paused_until_ms=NOW.now_ms), "new", True),
    ],
)
def test_the_rules(rules: NoticeRules, kind: str, is_told: bool) -> None:
    assert bool(told(happening(kind), rules=rules)) is is_told


@pytest.mark.parametrize(
    ("start", "end", "minute", "is_quiet"),
    [
        (20 * 60, 8 * 60, 23 * 60, True),
        (20 * 60, 8 * 60, 7 * 60 + 59, True),
        (20 * 60, 8 * 60, 8 * 60, False),
        (20 * 60, 8 * 60, NOON, False),
        (13 * 60, 14 * 60, 13 * 60, True),
        (13 * 60, 14 * 60, 14 * 60, False),
        (None, None, 3 * 60, False),
    ],
)
def test_quiet_hours_may_lie_around_midnight(
    start: int | None, end: int | None, minute: int, is_quiet: bool
) -> None:
    rules = NoticeRules(quiet_from_min=start, quiet_until_min=end)
    assert rules.is_quiet(0, minute) is is_quiet


def test_what_is_quiet_still_stands_in_the_list() -> None:
    made = decide([happening("new")], (), QUIET, NOW, ME)
    assert (made.told, [each.key for each in made.listed]) == ((), ["new:1"])


def test_one_notice_for_one_ticket_the_weightiest() -> None:
    same = {"ticket_id": "t"}
    found = [happening(kind, n, **same) for n, kind in enumerate(reversed(KINDS))]
    last = len(KINDS) - 1
    assert told(*found) == [f"reminder:{last - 1}", f"mention:{last}"]


def test_many_at_once_are_one_sum() -> None:
    found = [happening("new", n) for n in range(MOST_AT_ONCE + 1)]
    made = decide(found, (), NoticeRules(), NOW, ME)
    assert (made.told, made.summed) == ((), {"new": MOST_AT_ONCE + 1})
    assert len(made.listed) == len(found)


def test_a_first_sync_is_one_sum_and_no_list() -> None:
    found = [happening("new", 1), happening("mention", 2), happening("new", 3, by_id=ME)]
    made = decide(found, (), NoticeRules(), replace(NOW, first=True), ME)
    assert made == Decision(
        summed={"new": 1, "mention": 1}, passed=frozenset({"new:1", "mention:2", "new:3"})
    )


def test_rules_are_kept_as_text() -> None:
    rules = NoticeRules(off_kinds=frozenset({"new", "woke"}), quiet_from_min=0, quiet_until_min=9)
    assert unpacked(packed(rules)) == rules
    assert unpacked(None) == unpacked("no JSON") == NoticeRules()


FOUND = st.lists(
    st.builds(
        happening,
        kind=st.sampled_from(KINDS),
        n=st.integers(0, 9),
        ticket_id=st.sampled_from([None, "a", "b", "c"]),
        queue_id=st.sampled_from([None, "network", "access"]),
        by_id=st.sampled_from([None, ME, OTHER]),
    ),
    max_size=12,
    unique_by=lambda each: each.key,
)
RULES = st.builds(
    NoticeRules,
    off_kinds=st.frozensets(st.sampled_from(KINDS)),
    off_queues=st.frozensets(st.sampled_from(["network", "access"])),
    quiet_from_min=st.none() | st.integers(0, 1439),
    quiet_until_min=st.none() | st.integers(0, 1439),
    paused_until_ms=st.sampled_from([0, NOW.now_ms + 1]),
)
MOMENTS = st.builds(
    Moment, now_ms=st.just(NOW.now_ms), minute=st.integers(0, 1439), first=st.booleans()
)


@given(FOUND, RULES, MOMENTS, st.frozensets(st.sampled_from([f"{k}:1" for k in KINDS])))
def test_whatever_happens(
    found: list[Happening], rules: NoticeRules, now: Moment, passed: frozenset[str]
) -> None:
    made = decide(found, passed, rules, now, ME)
    assert not [each for each in made.listed if each.by_id == ME or each.key in passed]
    assert set(made.told) <= set(made.listed)
    others = [each for each in made.told if each.kind != "reminder"]
    tickets = [each.ticket_id for each in others if each.ticket_id]
    assert len(tickets) == len(set(tickets))
    if rules.is_quiet(now.now_ms, now.minute):
        assert {each.kind for each in made.told} <= {"mention", "reminder"}
    if now.first:
        assert made.told == made.listed == ()
    assert not (made.told and made.summed)
    assert made.passed | passed >= {each.key for each in found}
    again = decide(found, passed | made.passed, rules, now, ME)
    assert again == Decision()


@given(FOUND, RULES, MOMENTS)
def test_a_mention_by_somebody_else_is_never_left_out(
    found: list[Happening], rules: NoticeRules, now: Moment
) -> None:
    made = decide(found, (), rules, now, ME)
    mentioned = {
        each.ticket_id or each.key for each in found if each.kind == "mention" and each.by_id != ME
    }
    if not now.first:
        assert mentioned <= {each.ticket_id or each.key for each in made.listed}
        assert bool(mentioned) <= bool(made.told or made.summed)


@given(FOUND, RULES, MOMENTS, st.randoms())
def test_the_order_in_which_they_are_found_does_not_matter(
    found: list[Happening], rules: NoticeRules, now: Moment, random: object
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decide(found, (), rules, now, ME) == decide(shuffled, (), rules, now, ME)
