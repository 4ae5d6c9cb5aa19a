"""The rows of the directory that imported tickets point at: found, or made on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from models.database import Store
from models.ids import new_id
from models.mail_domains import domain_of
from models.queries.companies import company_domains
from sync.server.imports.keys import known_keys
from sync.server.imports.ticket_lines import Draft, Person

Row = dict[str, Any]
CHUNK = 400


@dataclass
class References:
    """For one batch of drafts, read inside its transaction. ``fresh`` are rows to be inserted.

    ``fresh`` holds (kind, row, step); ``keys`` what goes into ``source_key``.
    """

    agents: dict[str, str]
    categories: dict[str, str]
    companies: dict[str, str]
    domains: dict[str, str]
    contacts: dict[str, tuple[str, str | None]]
    named: dict[tuple[str, str], str]
    fresh: list[tuple[str, Row, int]] = field(default_factory=list)
    keys: list[tuple[str, str, str, str]] = field(default_factory=list)

    @classmethod
    def read(cls, store: Store, drafts: list[Draft]) -> References:
        people = [draft.requester for draft in drafts if draft.requester]
        named = [(d.source, d.requester.name) for d in drafts if d.requester]
        return cls(
            agents=_agents(store),
            categories=dict(store.sql("SELECT key, id FROM category WHERE deleted = 0")),
            companies=_companies(store),
            domains=company_domains(store),
            contacts=contacts_by_email(store, {person.email.lower() for person in people} - {""}),
            named=known_keys(store, "contact", named),
        )

    def category(self, key: str, step: int) -> str | None:
        if key and key not in self.categories:
            self.categories[key] = self._add("category", {"key": key, "names": "{}"}, step)
        return self.categories.get(key)

    def company(self, name: str, source: str, step: int) -> str | None:
        folded = name.casefold()
        if name and folded not in self.companies:
            row = {"name": name, "domains": "[]", "source": source, "source_id": name}
            self.companies[folded] = self._add("company", row, step)
        return self.companies.get(folded)

    def contact(
        self, person: Person, draft: Draft, company_id: str | None, step: int
    ) -> tuple[str, str | None]:
        """(contact, their company): by e-mail, else by source and name."""
        if person.email:
            return self._by_email(person, draft, company_id, step)
        key = (draft.source, person.name)
        if key not in self.named:
            self.named[key] = self._new_contact(person, draft, company_id, step)
            self.keys.append((*key, "contact", self.named[key]))
        return self.named[key], company_id

    def _by_email(
        self, person: Person, draft: Draft, company_id: str | None, step: int
    ) -> tuple[str, str | None]:
        address = person.email.lower()
        if address not in self.contacts:
            company_id = company_id or self.domains.get(domain_of(address) or "")
            id = self._new_contact(person, draft, company_id, step)
            self.contacts[address] = (id, company_id)
        id, own = self.contacts[address]
        return id, company_id or own

    def _new_contact(self, person: Person, draft: Draft, company_id: str | None, step: int) -> str:
        row = {"name": person.name, "email": person.email, "phone": person.phone}
        row |= {"language": draft.ticket["language"], "role": "customer", "other_emails": "[]"}
        row |= {"source": draft.source, "source_id": person.email or person.name}
        return self._add("contact", {**row, "company_id": company_id}, step)

    def _add(self, kind: str, row: Row, step: int) -> str:
        id = new_id()
        self.fresh.append((kind, {**row, "id": id, "scope": "ws"}, step))
        return id


def _agents(store: Store) -> dict[str, str]:
    """Agents by name, login and e-mail, to know the authors of comments."""
    rows = store.sql("SELECT id, name, login, email FROM agent WHERE deleted = 0")
    return {word.casefold(): id for id, *words in rows for word in words if word}


def _companies(store: Store) -> dict[str, str]:
    rows = store.sql("SELECT id, short_name, name FROM company WHERE deleted = 0 ORDER BY id DESC")
    return {word.casefold(): id for id, *words in rows for word in words if word}


def contacts_by_email(store: Store, addresses: set[str]) -> dict[str, tuple[str, str | None]]:
    """The contacts of these addresses (lower case): id and company."""
    found: dict[str, tuple[str, str | None]] = {}
    for part in _chunks(sorted(addresses)):
        text = (
            "SELECT id, company_id, email, other_emails FROM contact WHERE deleted = 0 AND "
            f"(lower(email) IN ({', '.join('?' for _ in part)}) "
            "OR other_emails NOT IN ('', '[]')) ORDER BY id DESC"
        )
        for id, company_id, email, others in store.sql(text, part):
            for address in (*json.loads(others or "[]"), email):
                found[address.lower()] = (id, company_id)
    return found


def _chunks(items: list[str]) -> Iterable[list[str]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
