"""The list of customers and one of them whole, for the page of customers and the ticket's panel.

Whoever was merged into somebody is a part of them here: found by them, counted with them.
"""

from __future__ import annotations

from typing import Any

from models import records
from models.database import Store
from models.errors import NotFound
from models.queries import inbox
from models.queries.customer_rows import (
    AssetRow,
    BesideTicket,
    CustomerCard,
    CustomerKey,
    CustomerKind,
    CustomerRow,
    NamedRow,
    RecordEventRow,
)
from models.queries.doubles import doubles
from models.queries.like import holds_words
from models.rows import Actor, Clock, TicketRow

PAGE = 200
OPEN_SHOWN, PEOPLE_SHOWN, HISTORY_SHOWN = 20, 50, 200
CONTACT_WORDS = (
    "c.name || ' ' || c.latin_name || ' ' || c.nickname || ' ' || c.patronymic || ' ' || c.email "
    "|| ' ' || c.other_emails || ' ' || c.login || ' ' || c.phone || ' ' || COALESCE(k.name, '')"
)
COMPANY_WORDS = (
    "c.name || ' ' || c.short_name || ' ' || c.latin_name || ' ' || c.domains || ' ' || c.contract"
)
LIVE = "c.deleted = 0 AND c.merged_into IS NULL"
GONE = "c.deleted = 1 AND c.merged_into IS NULL"
SPELT: dict[CustomerKind, str] = {
    "contact": "WITH spelt AS MATERIALIZED (SELECT c.id AS id, LOWER("
    f"{CONTACT_WORDS}) AS words FROM contact c LEFT JOIN company k ON k.id = c.company_id "
    "WHERE {which}) ",
    "company": "WITH spelt AS MATERIALIZED (SELECT c.id AS id, LOWER("
    f"{COMPANY_WORDS}) AS words FROM company c WHERE {{which}}) ",
}
"""Each text is put together once, however many spellings are looked for in it."""
CONTACTS = """SELECT c.id, c.name, c.title, COALESCE(k.name, ''), c.email, c.phone,
 COALESCE(k.plan, ''), c.active FROM contact c
 LEFT JOIN company k0 ON k0.id = c.company_id
 LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id)"""
COMPANIES = """SELECT c.id, c.name, c.short_name, c.contract,
 REPLACE(REPLACE(REPLACE(REPLACE(c.domains, '[', ''), ']', ''), '"', ''), ',', ', '),
 '', c.plan, 1 FROM company c"""
ROOT = 'SELECT COALESCE(merged_into, id) FROM "{kind}" WHERE id = ?'
PARTS = 'SELECT id FROM "{kind}" WHERE id = ? OR merged_into = ?'
OF_CONTACT = f"t.requester_id IN ({PARTS.format(kind='contact')})"
OF_COMPANY = f"t.company_id IN ({PARTS.format(kind='company')})"


def customer_page(
    store: Store,
    kind: CustomerKind,
    *,
    words: str = "",
    after: CustomerKey | None = None,
    limit: int = PAGE,
    deleted: bool = False,
) -> list[CustomerRow]:
    """At most ``limit`` contacts or companies by name in which every word occurs; those that were
    ``deleted`` instead.

    ``after`` is the key of the last row on screen. Words are found anywhere, in other letters and
    typed in another keyboard layout too.
    """
    held, given = holds_words("words", words)
    which = GONE if deleted else LIVE
    where = [which]
    if held:
        where.append(f"c.id IN (SELECT id FROM spelt WHERE {' AND '.join(held)})")
    if after is not None:
        where.append("(c.name, c.id) > (?, ?)")
        given += [after.name, after.id]
    source = f"{SPELT[kind].format(which=which) if held else ''}{_of(kind)}"
    text = f"{source} WHERE {' AND '.join(where)} ORDER BY c.name, c.id LIMIT ?"
    return [_row(kind, row) for row in store.sql(text, (*given, limit))]


def customer_count(store: Store, kind: CustomerKind, *, deleted: bool = False) -> int:
    """All of them, whatever is searched for."""
    which = GONE if deleted else LIVE
    return int(store.sql(f'SELECT COUNT(*) FROM "{kind}" c WHERE {which}')[0][0])


def customer_card(
    store: Store, kind: CustomerKind, id: str, me: Actor, clock: Clock
) -> CustomerCard:
    """The customer, or who stands for it since a merge; also one that was deleted. Raises
    NotFound."""
    root = store.sql(ROOT.format(kind=kind), (id,))
    row = records.get(store, kind, root[0][0]) if root else None
    if row is None:
        raise NotFound("This customer is not on this computer.")
    id = row["id"]
    company = _company(store, row.get("company_id"))
    return CustomerCard(
        kind=kind,
        id=id,
        row=row,
        company=NamedRow(company[0], company[1]) if company else None,
        company_plan=company[2] if company else "",
        assets=tuple(assets(store, kind, id, company[0] if company else None)),
        people=tuple(_people(store, id)) if kind == "company" else (),
        people_count=_people_count(store, id) if kind == "company" else 0,
        parts=tuple(_parts(store, kind, id)),
        doubles=tuple(doubles(store, kind, row)),
        open_tickets=tuple(_open_tickets(store, kind, id, me, clock)),
        ticket_count=_ticket_count(store, kind, id),
        conflict_id=_conflict(store, kind, id),
        unsent=_is_unsent(store, kind, id),
    )


def assets(
    store: Store, kind: CustomerKind, id: str, company_id: str | None = None
) -> list[AssetRow]:
    """Equipment of a contact and then of their company, or of a company, by name."""
    contact = id if kind == "contact" else None
    company = company_id if kind == "contact" else id
    mine = PARTS.format(kind="contact")
    theirs = PARTS.format(kind="company")
    text = (
        f"SELECT a.id, a.name, a.serial, a.note, a.contact_id IS NULL FROM asset a "
        f"WHERE a.deleted = 0 AND (a.contact_id IN ({mine}) OR "
        f"(a.contact_id IS NULL AND a.company_id IN ({theirs}))) ORDER BY 5, a.name, a.id"
    )
    found = store.sql(text, (contact, contact, company, company))
    through = kind == "contact"
    return [
        AssetRow(id, name, serial, note, through and bool(other))
        for id, name, serial, note, other in found
    ]


def beside_ticket(store: Store, contact_id: str | None, company_id: str | None) -> BesideTicket:
    """Equipment, the note about the contact, and the contract of the company."""
    noted = store.sql("SELECT note FROM contact WHERE id = ?", (contact_id,))
    bound = store.sql("SELECT contract, contract_until FROM company WHERE id = ?", (company_id,))
    if contact_id:
        owned = assets(store, "contact", contact_id, company_id)
    else:
        owned = assets(store, "company", company_id) if company_id else []
    note = noted[0][0] if noted else ""
    return BesideTicket(tuple(owned), note, *(bound[0] if bound else ("", "")))


def record_history(store: Store, kind: CustomerKind, id: str) -> list[RecordEventRow]:
    """Who changed what of a customer, of its parts and of its equipment, newest first."""
    column = "contact_id" if kind == "contact" else "company_id"
    whole = PARTS.format(kind=kind)
    found = store.sql(
        "SELECT e.id, e.at_ms, e.who_name, e.what, e.old, e.new, COALESCE(a.name, '') "
        "FROM record_event e LEFT JOIN asset a ON e.entity = 'asset' AND a.id = e.ent "
        f"WHERE e.deleted = 0 AND (e.ent IN ({whole}) OR "
        f"e.ent IN (SELECT id FROM asset WHERE {column} IN ({whole}))) "
        "ORDER BY e.at_ms DESC, e.id DESC LIMIT ?",
        (id, id, id, id, HISTORY_SHOWN),
    )
    return [RecordEventRow(*row) for row in found]


def _of(kind: CustomerKind) -> str:
    return CONTACTS if kind == "contact" else COMPANIES


def _row(kind: CustomerKind, row: tuple[Any, ...]) -> CustomerRow:
    id, name, title, company, email, phone, plan, active = row
    detail = " · ".join(filter(None, (title, company, email, "" if email else phone)))
    return CustomerRow(kind, id, name, detail, plan, bool(active))


def _company(store: Store, id: str | None) -> tuple[str, str, str] | None:
    text = (
        "SELECT k.id, k.name, k.plan FROM company k0 JOIN company k "
        "ON k.id = COALESCE(k0.merged_into, k0.id) WHERE k0.id = ? AND k.deleted = 0"
    )
    found = store.sql(text, (id,)) if id else []
    return (found[0][0], found[0][1], found[0][2]) if found else None


def _people(store: Store, company_id: str) -> list[CustomerRow]:
    text = (
        f"{CONTACTS} WHERE {LIVE} AND c.company_id IN ({PARTS.format(kind='company')}) "
        "ORDER BY c.name, c.id LIMIT ?"
    )
    found = store.sql(text, (company_id, company_id, PEOPLE_SHOWN))
    return [_row("contact", (*row[:3], "", *row[4:])) for row in found]


def _people_count(store: Store, company_id: str) -> int:
    whole = PARTS.format(kind="company")
    text = f"SELECT COUNT(*) FROM contact c WHERE {LIVE} AND c.company_id IN ({whole})"
    return int(store.sql(text, (company_id, company_id))[0][0])


def _parts(store: Store, kind: CustomerKind, id: str) -> list[NamedRow]:
    text = f'SELECT id, name FROM "{kind}" WHERE merged_into = ? ORDER BY name, id'
    return [NamedRow(*row) for row in store.sql(text, (id,))]


def _open_tickets(
    store: Store, kind: CustomerKind, id: str, me: Actor, clock: Clock
) -> list[TicketRow]:
    text = (
        f"SELECT t.id FROM ticket t WHERE t.deleted = 0 AND t.status <> 'done' "
        f"AND t.merged_into IS NULL AND {whose(kind)} "
        "ORDER BY t.activity_at_ms DESC, t.id DESC LIMIT ?"
    )
    ids = [row[0] for row in store.sql(text, (id, id, OPEN_SHOWN))]
    rows = {row.id: row for row in inbox.ticket_rows(store, ids, me, clock)}
    return [rows[id] for id in ids if id in rows]


def open_count(store: Store, kind: CustomerKind, id: str) -> int:
    """How many tickets of a customer, and of its parts, are not done."""
    text = (
        "SELECT COUNT(*) FROM ticket t WHERE t.deleted = 0 AND t.status <> 'done' "
        f"AND t.merged_into IS NULL AND {whose(kind)}"
    )
    return int(store.sql(text, (id, id))[0][0])


def _ticket_count(store: Store, kind: CustomerKind, id: str) -> int:
    text = f"SELECT COUNT(*) FROM ticket t WHERE t.deleted = 0 AND {whose(kind)}"
    return int(store.sql(text, (id, id))[0][0])


def whose(kind: CustomerKind) -> str:
    """Which tickets ``t`` are a customer's; takes the id twice."""
    return OF_CONTACT if kind == "contact" else OF_COMPANY


def _conflict(store: Store, kind: CustomerKind, id: str) -> str:
    text = (
        "SELECT id FROM conflict WHERE deleted = 0 AND state = 'open' AND entity = ? AND ent = ? "
        "ORDER BY mine_at_ms, id LIMIT 1"
    )
    found = store.sql(text, (kind, id))
    return str(found[0][0]) if found else ""


def _is_unsent(store: Store, kind: CustomerKind, id: str) -> bool:
    if store.side == "server":
        return False
    text = "SELECT 1 FROM pending_effect WHERE kind = ? AND ent = ? LIMIT 1"
    return bool(store.sql(text, (kind, id)))
