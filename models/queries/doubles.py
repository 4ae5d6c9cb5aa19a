"""Customers who are perhaps the same: same address, same number, same name, same domain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from models.database import Store
from models.mail_domains import PUBLIC, normalised
from models.queries.customer_rows import CustomerKind, DoubleRow
from models.queries.like import escaped

AT_MOST = 5
NUMBER_DIGITS = 9
"""So many last digits tell a number: what comes before is the country or a trunk prefix."""
LIVE = "deleted = 0 AND merged_into IS NULL AND id <> ?"
Row = dict[str, Any]


def doubles(store: Store, kind: CustomerKind, row: Row) -> list[DoubleRow]:
    """At most ``AT_MOST``, each once, the surest reason first."""
    found = _of_contact(store, row) if kind == "contact" else _of_company(store, row)
    once: dict[str, DoubleRow] = {}
    for double in found:
        once.setdefault(double.id, double)
        if len(once) == AT_MOST:
            break
    return list(once.values())


def digits_of(phone: str) -> str:
    """The digits that tell a number from others; empty for too few."""
    digits = "".join(filter(str.isdecimal, phone))
    return digits[-NUMBER_DIGITS:] if len(digits) >= NUMBER_DIGITS - 2 else ""


def _of_contact(store: Store, row: Row) -> Iterator[DoubleRow]:
    columns = "SELECT id, name, email, phone FROM contact WHERE " + LIVE
    for address in filter(None, (row["email"], *json.loads(row["other_emails"] or "[]"))):
        text = f"{columns} AND (LOWER(email) = ? OR LOWER(other_emails) LIKE ? ESCAPE '!')"
        pattern = f'%"{escaped(address.lower())}"%'
        for id, name, email, _ in store.sql(text, (row["id"], address.lower(), pattern)):
            yield DoubleRow(id, name, email, "email", address)
    digits = digits_of(row["phone"])
    if digits:
        pattern = f"%{'%'.join(digits)}%"
        for id, name, email, phone in store.sql(
            f"{columns} AND phone LIKE ?", (row["id"], pattern)
        ):
            if digits_of(phone) == digits:
                yield DoubleRow(id, name, email or phone, "phone", phone)
    if row["name"].strip():
        text = f"{columns} AND name = ? ORDER BY id LIMIT {AT_MOST}"
        for id, name, email, phone in store.sql(text, (row["id"], row["name"])):
            yield DoubleRow(id, name, email or phone, "name", name)


def _of_company(store: Store, row: Row) -> Iterator[DoubleRow]:
    columns = "SELECT id, name, domains FROM company WHERE " + LIVE
    for domain in map(normalised, map(str, json.loads(row["domains"] or "[]"))):
        if domain and domain not in PUBLIC:
            text = f"{columns} AND LOWER(domains) LIKE ? ESCAPE '!'"
            pattern = f'%"{escaped(domain)}"%'
            for id, name, _ in store.sql(text, (row["id"], pattern)):
                yield DoubleRow(id, name, domain, "domain", domain)
    if row["name"].strip():
        text = f"{columns} AND name = ? ORDER BY id LIMIT {AT_MOST}"
        for id, name, _ in store.sql(text, (row["id"], row["name"])):
            yield DoubleRow(id, name, "", "name", name)
