"""What happened, the rules and the hour: what is told now, what only stands in the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from models.notices.happening import KINDS, Happening
from models.notices.rules import ALWAYS, NoticeRules

MOST_AT_ONCE = 4
"""More than that at one look are told in one sum."""


@dataclass(frozen=True)
class Moment:
    """``minute`` of the local day. ``first``: everything came just now, with a first sync."""

    now_ms: int
    minute: int
    first: bool = False


@dataclass(frozen=True)
class Decision:
    """``told`` one by one now, or ``summed`` by kind; ``listed`` is all that is news.

    ``passed`` are the keys that are never to be looked at again.
    """

    told: tuple[Happening, ...] = ()
    summed: Mapping[str, int] = field(default_factory=dict)
    listed: tuple[Happening, ...] = ()
    passed: frozenset[str] = frozenset()


def decide(
    found: Iterable[Happening],
    passed: Collection[str],
    rules: NoticeRules,
    moment: Moment,
    me_id: str,
) -> Decision:
    """Nothing twice, nothing of one's own, one for a ticket (its reminder aside),
    nothing in quiet hours but ALWAYS.

    After a first sync nothing is told one by one, and nothing is listed: it is one sum.
    """
    news = [each for each in found if each.key not in passed]
    keys = frozenset(each.key for each in news)
    wanted = [
        each for each in news if each.by_id != me_id and rules.wants(each.kind, each.queue_id)
    ]
    listed = _one_of_each_ticket(wanted)
    loud = listed
    if rules.is_quiet(moment.now_ms, moment.minute):
        loud = [each for each in listed if each.kind in ALWAYS]
    if moment.first:
        return Decision(summed=_sum(loud), passed=keys)
    if len(loud) > MOST_AT_ONCE:
        return Decision(summed=_sum(loud), listed=tuple(listed), passed=keys)
    return Decision(told=tuple(loud), listed=tuple(listed), passed=keys)


def _one_of_each_ticket(found: Iterable[Happening]) -> list[Happening]:
    """The weightiest thing of each ticket, in the order in which they happened.

    What somebody asked to be reminded of is never left out for the sake of something else.
    """
    best: dict[str, Happening] = {}
    for each in sorted(found, key=_weight):
        about = each.key if each.kind == "reminder" else each.ticket_id
        best.setdefault(about or each.key, each)
    return sorted(best.values(), key=lambda each: (each.at_ms, each.key))


def _weight(each: Happening) -> tuple[int, int, str]:
    """The newest of a kind first."""
    known = KINDS.index(each.kind) if each.kind in KINDS else len(KINDS)
    return (known, -each.at_ms, each.key)


def _sum(found: Iterable[Happening]) -> dict[str, int]:
    return dict(Counter(each.kind for each in found))
