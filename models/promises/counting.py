"""What is to be written on tickets whose promises have to be counted again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from models.database import Store
from models.promises.book import Book, read_book
from models.sla import History, history_of, measures_of, targets_of
from models.sla.history import ANSWERS, TOLD
from models.sla.measures import as_text

Row = dict[str, Any]
COLUMNS = (
    "id status wake_at_ms priority queue_id category_id company_id due_at_ms due_what warn_at_ms "
    "measures solved_at_ms created_at_ms waiting_for"
).split()
SPOKEN = ("customer", *ANSWERS)
DEEP = 50
OPEN = "deleted = 0 AND status <> 'done'"
BY_HAND: Row = {"due_what": None, "warn_at_ms": None}


def counted(store: Store, ids: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """For those of these tickets that it changes: what their row gets.

    A fixed number of questions, however many tickets there are. Reads what is written: a writer
    that gathers rows has to have settled them.
    """
    tickets = _tickets(store, ids)
    book = read_book(store, (row["company_id"] for row in tickets if row["company_id"]))
    for ticket, history in _histories(store, tickets):
        wanted = promise_of(book, ticket, history)
        changes = {name: value for name, value in wanted.items() if ticket[name] != value}
        if changes:
            yield ticket["id"], changes


def open_tickets(store: Store, companies: Iterable[str] | None = None) -> list[str]:
    """The tickets that are not done; of these companies, or all."""
    if companies is None:
        return [id for (id,) in store.sql(f"SELECT id FROM ticket WHERE {OPEN} ORDER BY id")]
    among, named = store.among(sorted(companies))
    text = f"SELECT id FROM ticket WHERE {OPEN} AND company_id {among} ORDER BY id"
    return [id for (id,) in store.sql(text, (named,))]


def promise_of(book: Book, ticket: Mapping[str, Any], history: History) -> Row:
    """The due time that counts now, which promise that is, and what the ticket has taken.

    A due time that no promise gave is a person's, and stays.
    """
    policy = book.policy_of(ticket)
    hours = book.hours_of(policy)
    measures: Row = {"measures": as_text(measures_of(policy, hours, history))}
    if ticket["due_at_ms"] is not None and ticket["due_what"] is None:
        return {**BY_HAND, **measures}
    coming = targets_of(policy, hours, history).coming if policy else None
    if coming is None:
        return {"due_at_ms": None, **BY_HAND, **measures}
    what, target = coming
    due = {"due_at_ms": target.due_at_ms, "warn_at_ms": target.warn_at_ms}
    return {**due, "due_what": what, **measures}


def histories(store: Store, ids: Sequence[str]) -> Iterator[tuple[Row, History]]:
    """These tickets, with what happened to them."""
    return _histories(store, _tickets(store, ids))


def _tickets(store: Store, ids: Iterable[str]) -> list[Row]:
    among, named = store.among(ids)
    text = f"SELECT {', '.join(COLUMNS)} FROM ticket WHERE id {among} ORDER BY id"
    return [dict(zip(COLUMNS, row, strict=True)) for row in store.sql(text, (named,))]


def _histories(store: Store, tickets: Sequence[Row]) -> Iterator[tuple[Row, History]]:
    """What was said on tickets that were merged into one counts as said on it."""
    roots = _roots(store, [row["id"] for row in tickets])
    said: dict[str, list[Row]] = {}
    for message in _rows(store, "message", "kind at_ms delivery", "kind", SPOKEN, list(roots)):
        for root in roots[message["ticket_id"]]:
            said.setdefault(root, []).append(message)
    told: dict[str, list[Row]] = {}
    own = [row["id"] for row in tickets]
    for event in _rows(store, "event", "what at_ms old new", "what", TOLD, own):
        told.setdefault(event["ticket_id"], []).append(event)
    for row in tickets:
        yield row, history_of(row, said.get(row["id"], ()), told.get(row["id"], ()))


def _roots(store: Store, ids: Sequence[str]) -> dict[str, set[str]]:
    """Each of these tickets and of all that were merged into them, to whose words theirs belong."""
    roots = {id: {id} for id in ids}
    layer = list(ids)
    for _ in range(DEEP):
        among, named = store.among(layer)
        text = f"SELECT id, merged_into FROM ticket WHERE merged_into {among} ORDER BY id"
        parts = store.sql(text, (named,)) if layer else []
        for part, into in parts:
            roots[part] = roots.get(part, {part} if part in ids else set()) | roots[into]
        layer = [part for part, _ in parts]
    return roots


def _rows(
    store: Store, table: str, names: str, by: str, among_these: Sequence[str], ids: Sequence[str]
) -> list[Row]:
    """The children of these tickets whose column ``by`` has one of these values, by time."""
    columns = ["ticket_id", "deleted", *names.split()]
    among, named = store.among(ids)
    marks = ", ".join("?" for _ in among_these)
    text = (
        f"SELECT {', '.join(columns)} FROM {table} "
        f"WHERE deleted = 0 AND ticket_id {among} AND {by} IN ({marks}) ORDER BY at_ms, id"
    )
    found = store.sql(text, (named, *among_these))
    return [dict(zip(columns, row, strict=True)) for row in found]
