"""What the page of customers shows: rows of its list, its card, its timeline, its history."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from models.rows import TicketRow

CustomerKind = Literal["contact", "company"]


class CustomerKey(Struct, frozen=True):
    """The place of a row in the list: by name, then by id."""

    name: str
    id: str


class CustomerRow(Struct, frozen=True):
    """A line of the list; ``detail`` are title, company and ways to reach them, or domains."""

    kind: CustomerKind
    id: str
    name: str
    detail: str
    plan: str
    active: bool

    @property
    def key(self) -> CustomerKey:
        return CustomerKey(self.name, self.id)


class AssetRow(Struct, frozen=True):
    """A piece of equipment; ``of_company`` where the contact has it through the company."""

    id: str
    name: str
    serial: str
    note: str
    of_company: bool


class DoubleRow(Struct, frozen=True):
    """Who is perhaps the same: ``why`` is email, phone, name or domain, ``what`` both have."""

    id: str
    name: str
    detail: str
    why: str
    what: str


class NamedRow(Struct, frozen=True):
    id: str
    name: str


class CustomerCard(Struct, frozen=True, kw_only=True):
    """One contact or company. ``row`` has its columns, lists still in JSON.

    ``open_tickets`` and ``ticket_count`` are of all whose tickets these are: parts that were
    merged, and for a company its people too. ``conflict_id`` names the oldest open conflict.
    """

    kind: CustomerKind
    id: str
    row: dict[str, Any]
    company: NamedRow | None
    company_plan: str
    assets: tuple[AssetRow, ...]
    people: tuple[CustomerRow, ...]
    people_count: int
    parts: tuple[NamedRow, ...]
    doubles: tuple[DoubleRow, ...]
    open_tickets: tuple[TicketRow, ...]
    ticket_count: int
    conflict_id: str
    unsent: bool

    @property
    def name(self) -> str:
        return str(self.row["name"])


class BesideTicket(Struct, frozen=True):
    """What a ticket shows of its customer besides its head."""

    assets: tuple[AssetRow, ...] = ()
    note: str = ""
    contract: str = ""
    contract_until: str = ""


class TimelineKey(Struct, frozen=True):
    """The place of an entry: entries after it are older."""

    at_ms: int
    id: str


class TimelineRow(Struct, frozen=True):
    """Something that was said, or a ticket that was opened (``kind`` ticket)."""

    id: str
    kind: str
    channel: str
    at_ms: int
    who: str
    text: str
    ticket_id: str
    number: str
    subject: str

    @property
    def key(self) -> TimelineKey:
        return TimelineKey(self.at_ms, self.id)


class RecordEventRow(Struct, frozen=True):
    """A line of the history of a customer; ``thing`` names the equipment that it is about."""

    id: str
    at_ms: int
    who_name: str
    what: str
    old: str | None
    new: str | None
    thing: str
