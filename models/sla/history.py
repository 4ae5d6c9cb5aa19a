"""What happened to a ticket, as far as promises are concerned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from models.sla.clock import Pause

DONE = "done"
POSTPONED = "postponed"
AWAKE = "open"
HELD = "held"
ANSWERS = ("reply", "call")
TOLD = ("status", "wake_at_ms")

Row = Mapping[str, Any]
Stretch = tuple[int, int | None]
"""From when to when something was open; None: it is so still."""


@dataclass(frozen=True)
class Word:
    """Something said between desk and customer."""

    at_ms: int
    by_customer: bool


@dataclass(frozen=True)
class History:
    """``words`` and ``statuses`` are in the order of time; a status holds until the next one.

    ``told_at_ms`` is when its status was changed last: what comes after that is not sure yet.
    """

    created_at_ms: int
    first_reply_at_ms: int | None = None
    solved_at_ms: int | None = None
    words: tuple[Word, ...] = ()
    statuses: tuple[tuple[int, str], ...] = ()
    told_at_ms: int = 0

    def dwelt_ms(self) -> dict[str, int]:
        """How long it was in each status that it has left again, by the clock on the wall."""
        found: dict[str, int] = {}
        for (begin, status), (end, _) in pairwise(self.statuses):
            if end <= self.told_at_ms and end > begin:
                found[status] = found.get(status, 0) + end - begin
        return found

    def questions(self) -> list[Stretch]:
        """From when to when the customer waited for an answer.

        Asking again does not begin anew. Done ends a question that had no answer: what the
        customer writes later is another one.
        """
        ends = [(at_ms, None) for at_ms, status in self.statuses if status == DONE]
        said = [(word.at_ms, word.by_customer) for word in self.words]
        found: list[Stretch] = []
        asked: int | None = None
        for at_ms, by_customer in sorted([*said, *ends], key=lambda moment: moment[0]):
            if by_customer:
                asked = at_ms if asked is None else asked
                continue
            if asked is not None and by_customer is False:
                found.append((asked, at_ms))
            asked = None
        return found if asked is None else [*found, (asked, None)]

    def stretches(self, what: str) -> list[Stretch]:
        """From when to when a promise, by its name, was open."""
        if what == "update":
            return self.questions()
        end = self.first_reply_at_ms if what == "first_response" else self.solved_at_ms
        return [(self.created_at_ms, end)]

    def open_since(self, what: str) -> int | None:
        """Since when a promise is open; None when it is not."""
        if self.solved_at_ms is not None:
            return None
        return next((begin for begin, end in self.stretches(what) if end is None), None)

    def pauses(self, statuses: frozenset[str]) -> list[Pause]:
        """When the ticket was in one of ``statuses`` or done; the last may have no end."""
        ends = [*(at_ms for at_ms, _ in self.statuses[1:]), None]
        return [
            (begin, end)
            for (begin, status), end in zip(self.statuses, ends, strict=False)
            if status in statuses or status == DONE
        ]


def history_of(ticket: Row, messages: Iterable[Row], events: Iterable[Row]) -> History:
    """The history in a ticket's row, its messages and events, in any order.

    An answer is a public reply that is not held, or a call. A ticket that was postponed is awake
    from its ``wake_at_ms`` on, though nobody writes that down.
    """
    written = sorted((m for m in messages if not m["deleted"]), key=lambda m: int(m["at_ms"]))
    words = [_word(message) for message in written]
    said = tuple(word for word in words if word is not None)
    told = [event for event in events if event["what"] in TOLD]
    return History(
        created_at_ms=ticket["created_at_ms"],
        first_reply_at_ms=next((word.at_ms for word in said if not word.by_customer), None),
        solved_at_ms=ticket["solved_at_ms"],
        words=said,
        statuses=tuple(_statuses(ticket, told)),
        told_at_ms=max((int(event["at_ms"]) for event in told), default=0),
    )


def _word(message: Row) -> Word | None:
    if message["kind"] == "customer":
        return Word(message["at_ms"], by_customer=True)
    if message["kind"] in ANSWERS and message["delivery"] != HELD:
        return Word(message["at_ms"], by_customer=False)
    return None


def _statuses(ticket: Row, told: list[Row]) -> Iterator[tuple[int, str]]:
    """From when on the ticket had which status; waking up is told like a change.

    Of what was told at one moment only what it came to counts, in whichever order it is told:
    changes that come in one batch have one time.
    """
    told = sorted(told, key=lambda event: int(event["at_ms"]))
    status, wake_at_ms = _at_first(ticket, told, "status"), _at_first(ticket, told, "wake_at_ms")
    yield ticket["created_at_ms"], status
    for at_ms, together in groupby(told, key=lambda event: int(event["at_ms"])):
        if status == POSTPONED and wake_at_ms and int(wake_at_ms) <= at_ms:
            yield int(wake_at_ms), AWAKE
        moment = list(together)
        status = _last(status, [event for event in moment if event["what"] == "status"])
        wake_at_ms = _last(wake_at_ms, [event for event in moment if event["what"] != "status"])
        yield at_ms, status
    if status == POSTPONED and wake_at_ms:
        yield int(wake_at_ms), AWAKE


def _last(value: Any, moment: list[Row]) -> Any:
    """What a field came to by changes of one moment that make a chain from its ``value``."""
    ends = _loose(moment, "new", "old")
    return ends[0] if len(ends) == 1 else moment[-1]["new"] if ends else value


def _at_first(ticket: Row, told: list[Row], field: str) -> Any:
    """What a field was before it was first changed; what it is, if it never was."""
    own = [event for event in told if event["what"] == field]
    if not own:
        return ticket[field]
    moment = [event for event in own if event["at_ms"] == own[0]["at_ms"]]
    begins = _loose(moment, "old", "new")
    if not begins:  # it came back to where it was
        return _at_first(ticket, own[len(moment) :], field)
    return begins[0] if len(begins) == 1 else own[0]["old"]


def _loose(moment: list[Row], side: str, other: str) -> list[Any]:
    """The values at one end of a chain of changes; none where it goes in a ring."""
    left = Counter(event[side] for event in moment)
    left.subtract(event[other] for event in moment)
    return [value for value, count in left.items() if count > 0]
