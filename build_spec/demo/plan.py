"""Which of the source's tickets are finished, and where the others stand today."""

from __future__ import annotations

from collections.abc import Callable

from build_spec.demo import clock, history
from build_spec.demo.builder import TicketBuilder
from build_spec.demo.history import Desk
from build_spec.demo.scenarios import SCENARIOS
from build_spec.demo.source import SourceTicket

OPEN_SHARE = 0.205
WAITING_FOR = {
    "First line": ("customer",),
    "Network": ("customer", "vendor"),
    "Workplaces": ("customer", "vendor"),
    "1C and ERP": ("customer", "vendor"),
    "Access rights": ("customer", "colleague"),
}
UNASSIGNED_DUE = (170, 940, 1490)
AT_RISK = ((-300, -64), (-170, -15), (-90, 26), (-120, 45))
DONE_TODAY = ["maria"] * 9 + ["alexey"] * 3 + ["pavel"] * 2 + ["rwells", "obelova", "gnikolov"]
HISTORY_DAYS = 90


def lives(desk: Desk, sources: list[SourceTicket]) -> list[TicketBuilder]:
    """One ticket for each source ticket, today's picture first."""
    shuffled = desk.rng.sample(sources, len(sources))
    tickets = _done_today(desk, shuffled)
    tickets += [_unassigned(desk, shuffled, due) for due in UNASSIGNED_DUE]
    tickets += [_at_risk(desk, shuffled, created, due) for created, due in AT_RISK]
    tickets += [
        _away(desk, shuffled, "alexey", 1440 * 2 + 60),
        _away(desk, shuffled, "pavel", 1440 + 180),
    ]
    still_open = int(len(sources) * OPEN_SHARE)
    for index, source in enumerate(shuffled):
        tickets.append(_open(desk, source) if index < still_open else _done(desk, source))
    return tickets


def _take(shuffled: list[SourceTicket], suits: Callable[[SourceTicket], bool]) -> SourceTicket:
    """Remove and return the first source ticket that suits."""
    index = next(i for i, source in enumerate(shuffled) if suits(source))
    return shuffled.pop(index)


def _done_today(desk: Desk, shuffled: list[SourceTicket]) -> list[TicketBuilder]:
    """Different scenarios, each with an agent who has its queue and speaks its language."""
    seen: set[str] = set()
    tickets = []
    for number, agent in enumerate(DONE_TODAY):

        def suits(source: SourceTicket, agent: str = agent) -> bool:
            return (
                source.scenario not in seen
                and source.language in history.SPEAKS[agent]
                and agent in desk.members[SCENARIOS[source.scenario].queue]
            )

        source = _take(shuffled, suits)
        seen.add(source.scenario)
        solved = round(history.TODAY_FROM + number * 13.3)
        tickets.append(history.done_today(desk, source, solved, agent))
    return tickets


def _unassigned(desk: Desk, shuffled: list[SourceTicket], due_min: int) -> TicketBuilder:
    feature = "no_subject" if due_min > 1000 else "plain"
    source = _take(
        shuffled,
        lambda s: s.raw["extra"]["feature"] == feature and s.raw["priority"] in ("normal", "high"),
    )
    return history.unassigned(desk, source, -desk.rng.randint(20, 150), due_min)


def _at_risk(desk: Desk, shuffled: list[SourceTicket], created: int, due_min: int) -> TicketBuilder:
    source = _take(shuffled, lambda s: s.raw["priority"] in ("high", "urgent"))
    return _before_now(lambda: history.in_work(desk, source, created - 60, due_min))


def _away(desk: Desk, shuffled: list[SourceTicket], agent: str, wake: int) -> TicketBuilder:
    source = _take(
        shuffled,
        lambda s: (
            agent in desk.members[SCENARIOS[s.scenario].queue]
            and s.language in history.SPEAKS[agent]
            and s.raw["priority"] in ("low", "normal")
        ),
    )
    return history.postponed(desk, source, -4 * clock.DAY - 90, wake, agent)


def _open(desk: Desk, source: SourceTicket) -> TicketBuilder:
    """A third wait for somebody, the others are in work and due later."""
    rng = desk.rng
    if rng.random() < 0.36:
        whom = rng.choice(WAITING_FOR[SCENARIOS[source.scenario].queue])
        return _before_now(lambda: history.waiting(desk, source, _created(desk, 16, 1), whom))
    days = {"urgent": 1, "high": 3, "normal": 6, "low": 14}[source.raw["priority"]]
    due_min = clock.add_work(0, rng.randint(150, 200 + days * 380))
    return _before_now(lambda: history.in_work(desk, source, _created(desk, days, 0), due_min))


def _done(desk: Desk, source: SourceTicket) -> TicketBuilder:
    """Finished before yesterday noon, so that "done today" holds at any hour of the demo."""
    while True:
        ticket = history.done(desk, source, _created(desk, HISTORY_DAYS, 1))
        solved_min = ticket.row()["solved_min"]
        if isinstance(solved_min, int) and solved_min < -clock.DAY:
            return ticket


def _created(desk: Desk, first_day: int, last_day: int) -> int:
    last = -last_day * clock.DAY if last_day else -30
    return clock.created_between(desk.rng, -first_day * clock.DAY, last)


def _before_now(make: Callable[[], TicketBuilder]) -> TicketBuilder:
    """Make it again until everything in it has already happened."""
    while True:
        ticket = make()
        happened = [row["min"] for row in (*ticket.events, *ticket.messages)]
        if all(isinstance(minute, int) and minute < -1 for minute in happened):
            return ticket
