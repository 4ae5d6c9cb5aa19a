"""Who calls: found by a number, an e-mail address, a domain, or the ticket that it is about."""

from __future__ import annotations

import re

from models.commands.checklists import TEXT_LIMIT
from models.database import Store
from models.errors import NotFound
from models.queries import people
from models.queries.companies import company_for_email
from models.queries.conversation import find_ticket, ticket_header
from models.richtext import blocks, to_plain
from models.rows import CallListRow, ContactRow, TicketHeader

TAIL_DIGITS = 9
"""Of a long number; country codes and the digits dialled before a number lie in front of it."""
_PHONE = re.compile(r"\+?[\d\s().‐-–/-]{7,24}\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z|\d\d?[./]\d\d?[./]\d{2,4}\Z")
_EMAIL = re.compile(r"[^\s@<>/:]+@[^\s@<>/:]+\.[^\s@<>/:]{2,}\Z")
_DOMAIN = re.compile(r"@?((?:[\w-]+\.)+[^\W\d_]{2,})\Z")
_TICKET = re.compile(r"[#№]\s?\d{1,18}\Z|[Nn]-[0-9A-Za-z]{4,12}\Z")
_MAY_BE_TICKET = re.compile(r"[#№]?\s?\d{3,9}\Z|[Nn]-[0-9A-Za-z]{4,12}\Z")
_BOX = re.compile(r"\[.\]\s*")
_CHECK_LIST = '<ul class="checklist"'


def callers(store: Store, text: str, limit: int = 5) -> list[ContactRow]:
    """Contacts that what was typed may mean; the requester of a ticket of that number first."""
    typed = text.strip()
    about = ticket_meant(store, typed)
    first = _requester(about) if about else None
    found = [first] if first else []
    found += people.contacts(store, phone_tail(typed) or typed, limit)
    if not found and (company := _company_name(store, typed)):
        found = people.contacts(store, company, limit)
    return list({row.id: row for row in found}.values())[:limit]


def ticket_meant(store: Store, text: str) -> TicketHeader | None:
    """The ticket whose number was typed, if it is on this computer."""
    typed = text.strip()
    ids = find_ticket(store, typed.lstrip("#№ ")) if _MAY_BE_TICKET.match(typed) else []
    try:
        return ticket_header(store, ids[0]) if ids else None
    except NotFound:
        return None


def caller_in(text: str) -> str:
    """What a clipboard says of a caller: a whole number, address or ticket; "" for other text."""
    line = text.strip().removeprefix("tel:").removeprefix("mailto:")
    is_phone = _PHONE.match(line) and not _DATE.match(line) and 7 <= len(_digits(line)) <= 15
    return line if is_phone or _EMAIL.match(line) or _TICKET.match(line) else ""


def phone_tail(text: str) -> str:
    """The end of a telephone number, alike in ``+7 495 …`` and ``8 (495) …``; "" for other text."""
    digits = _digits(text)
    if not _PHONE.match(text.strip()) or len(digits) < 7:
        return ""
    return digits[-TAIL_DIGITS:] if len(digits) > TAIL_DIGITS else digits.lstrip("0")


def call_lists(store: Store, language: str = "en") -> list[CallListRow]:
    """Templates that hold a check list, by name; one that is there in several languages once."""
    found = store.sql(
        "SELECT key, language, id, name, html FROM template "
        "WHERE deleted = 0 AND html LIKE ? ORDER BY id",
        (f"%{_CHECK_LIST}%",),
    )
    wanted = [language, "en"]
    found.sort(key=lambda row: wanted.index(row[1]) if row[1] in wanted else len(wanted))
    best: dict[str, CallListRow] = {}
    for key, _, id, name, html in found:
        best.setdefault(key or id, CallListRow(id, name, _lines(html)))
    return sorted(best.values(), key=lambda row: row.name)


def _lines(html: str) -> tuple[str, ...]:
    """The lines of the check lists in a text."""
    listed = (
        to_plain(block.html)
        for block in blocks(html)
        if block.kind == "item" and any(tag.startswith(_CHECK_LIST) for tag in block.path)
    )
    words = (" ".join(_BOX.sub("", line.strip(), count=1).split())[:TEXT_LIMIT] for line in listed)
    return tuple(filter(None, words))


def _requester(header: TicketHeader) -> ContactRow | None:
    if header.requester_id is None:
        return None
    return ContactRow(
        header.requester_id,
        header.requester_name,
        header.requester_email,
        header.requester_phone,
        header.requester_title,
        header.company_id,
        header.company_name,
    )


def _company_name(store: Store, typed: str) -> str:
    """Of the company whose domain was typed, or the domain of an address that nobody has."""
    domain = _DOMAIN.match(typed.rpartition("@")[2] if "@" in typed else typed)
    id = company_for_email(store, f"somebody@{domain[1]}") if domain else None
    found = store.sql("SELECT name FROM company WHERE id = ?", (id,)) if id else []
    return str(found[0][0]) if found else ""


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))
