"""Numbers of the page that one begins the day with: the desk in front of one, and how fast it is.

Everything is counted over what is on this computer.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median_low

from msgspec import Struct

from models.database import Store
from models.promises import Book, read_book
from models.rows import Actor
from models.sla.measures import from_text

FIRST = "first_response"
OPEN = "t.deleted = 0 AND t.status <> 'done'"
COUNTS = f"""SELECT
 COUNT(*), COUNT(DISTINCT t.channel),
 SUM(CASE WHEN t.assignee_id = ? THEN 1 ELSE 0 END),
 SUM(CASE WHEN t.status = 'new' THEN 1 ELSE 0 END),
 MIN(CASE WHEN t.status = 'new' THEN NULLIF(t.created_at_ms, 0) END),
 SUM(CASE WHEN t.category_id IS NULL THEN 1 ELSE 0 END),
 SUM(CASE WHEN t.assignee_id IS NULL THEN 1 ELSE 0 END),
 COUNT(DISTINCT t.assignee_id)
 FROM ticket t WHERE {OPEN}"""
ANSWERED = """SELECT t.queue_id, t.priority, t.category_id, t.company_id, t.measures,
 (SELECT m.author_id FROM message m WHERE m.ticket_id = t.id AND m.deleted = 0
  AND (m.kind = 'call' OR m.kind = 'reply' AND COALESCE(m.delivery, '') <> 'held')
  ORDER BY m.at_ms, m.id LIMIT 1)
 FROM ticket t
 WHERE t.deleted = 0 AND t.activity_at_ms >= ? AND t.first_reply_at_ms >= ?
 AND t.measures IS NOT NULL"""
NAMES = "queue_id priority category_id company_id".split()


class FirstAnswers(Struct, frozen=True):
    """First answers to the tickets of one policy ("": without a promise), in working minutes.

    ``my_minutes`` and ``desk_minutes`` are medians; ``kept`` were in time.
    """

    policy: str
    promised: int | None
    mine: int
    my_minutes: int | None
    kept: int
    desk: int
    desk_minutes: int
    desk_kept: int


class HomeNumbers(Struct, frozen=True):
    """Open tickets on this computer, and the first answers of late."""

    open: int
    channels: int
    mine: int
    not_started: int
    oldest_at_ms: int | None
    """When the oldest one that is not started came; None also where nobody knows."""
    without_category: int
    unassigned: int
    people: int
    """Who has open tickets."""
    answers: tuple[FirstAnswers, ...]


def home_numbers(store: Store, me: Actor, since_ms: int) -> HomeNumbers:
    """Open work as it stands, and the first answers since then."""
    open_, channels, mine, new, oldest, unsorted_, free, people = store.sql(COUNTS, (me.id,))[0]
    return HomeNumbers(
        open=open_,
        channels=channels,
        mine=mine or 0,
        not_started=new or 0,
        oldest_at_ms=oldest,
        without_category=unsorted_ or 0,
        unassigned=free or 0,
        people=people,
        answers=tuple(_first_answers(store, me, since_ms)),
    )


def _first_answers(store: Store, me: Actor, since_ms: int) -> list[FirstAnswers]:
    """By policy, the one with most of mine first; those without a promise last."""
    found = store.sql(ANSWERED, (since_ms, since_ms))
    book = read_book(store, (row[3] for row in found if row[3]))
    taken: dict[str | None, list[tuple[int, bool]]] = {}
    for *traits, measures, author_id in found:
        measured = from_text(measures).taken.get(FIRST)
        if measured is not None:
            policy = book.policy_of(dict(zip(NAMES, traits, strict=True)))
            promised = policy is not None and FIRST in policy.minutes
            key = policy.key if policy and promised else None
            taken.setdefault(key, []).append((measured.working, author_id == me.id))
    rows = [_of_policy(book, key, answers) for key, answers in taken.items()]
    return sorted(rows, key=lambda row: (row.promised is None, -row.mine, row.policy))


def _of_policy(book: Book, key: str | None, answers: list[tuple[int, bool]]) -> FirstAnswers:
    promised = book.policies[key][0].minutes[FIRST] if key else None
    mine = [minutes for minutes, is_mine in answers if is_mine]
    everybodys = [minutes for minutes, _ in answers]
    return FirstAnswers(
        policy=book.names[key] if key else "",
        promised=promised,
        mine=len(mine),
        my_minutes=median_low(mine) if mine else None,
        kept=_kept(mine, promised),
        desk=len(everybodys),
        desk_minutes=median_low(everybodys),
        desk_kept=_kept(everybodys, promised),
    )


def _kept(minutes: Iterable[int], promised: int | None) -> int:
    return sum(promised is not None and each <= promised for each in minutes)
