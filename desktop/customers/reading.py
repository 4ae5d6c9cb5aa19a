"""What the page of customers reads, in one go each, on a reader's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import NotFound
from models.queries.customer_rows import (
    CustomerCard,
    CustomerKind,
    CustomerRow,
    RecordEventRow,
    TimelineRow,
)
from models.queries.customers import (
    customer_card,
    customer_count,
    customer_page,
    record_history,
)
from models.queries.timeline import PAGE, timeline
from models.rows import Actor, Clock

if TYPE_CHECKING:
    from models.database import Store


@dataclass(frozen=True)
class ListRead:
    """The first rows of the list; ``count`` is of all, whatever is searched for."""

    rows: tuple[CustomerRow, ...]
    count: int
    limit: int

    @property
    def has_more(self) -> bool:
        return len(self.rows) >= self.limit


@dataclass(frozen=True)
class CustomerRead:
    """One customer whole: card, first entries of the timeline, history."""

    card: CustomerCard
    entries: tuple[TimelineRow, ...]
    history: tuple[RecordEventRow, ...]
    limit: int = PAGE

    @property
    def has_more(self) -> bool:
        return len(self.entries) >= self.limit


def read_list(store: Store, kind: CustomerKind, words: str, limit: int, deleted: bool) -> ListRead:
    rows = customer_page(store, kind, words=words, limit=limit, deleted=deleted)
    return ListRead(tuple(rows), customer_count(store, kind, deleted=deleted), limit)


def read_customer(
    store: Store, kind: CustomerKind, id: str, me: Actor, clock: Clock, limit: int = PAGE
) -> CustomerRead | None:
    """None when there is no such customer here (any more)."""
    try:
        card = customer_card(store, kind, id, me, clock)
    except NotFound:
        return None
    entries = timeline(store, kind, card.id, limit=limit)
    return CustomerRead(card, tuple(entries), tuple(record_history(store, kind, card.id)), limit)


def read_two(
    store: Store, kind: CustomerKind, id: str, other_id: str, me: Actor, clock: Clock
) -> tuple[CustomerCard, CustomerCard] | None:
    """Both sides of a merge; None when one of them is gone, or they are one already."""
    try:
        one, other = (customer_card(store, kind, each, me, clock) for each in (id, other_id))
    except NotFound:
        return None
    gone = one.row["deleted"] or other.row["deleted"]
    return (one, other) if one.id != other.id and not gone else None
