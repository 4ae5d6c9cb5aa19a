"""``import people``: contacts and companies as NDJSON, in any order, in one file or two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from models.database import Store
from models.ids import new_id
from models.richtext.clean import storable
from sync.server.imports.decoding import ShortText, batches, structs
from sync.server.imports.keys import keep_keys, known_keys, one_import_at_a_time
from sync.server.imports.reader import Refusal
from sync.server.imports.references import contacts_by_email
from sync.server.imports.report import Report
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter

Row = dict[str, Any]
BATCH = 500
SOURCE = "directory"


class DirectoryLine(msgspec.Struct):
    """A company (it has ``domains``, ``domain`` or ``domain_assignment``) or a person."""

    id: Annotated[str, Meta(min_length=1, max_length=500)]
    source: Annotated[str, Meta(max_length=200)] = SOURCE
    name: ShortText | None = None
    display_name: ShortText | None = None
    first_name: ShortText | None = None
    last_name: ShortText | None = None
    short_name: ShortText | None = None
    latin_name: ShortText | None = None
    nickname: ShortText | None = None
    patronymic: ShortText | None = None
    email: ShortText | None = None
    other_emails: list[ShortText] | None = None
    login: ShortText | None = None
    phone: ShortText | None = None
    title: ShortText | None = None
    job: ShortText | None = None
    role: ShortText | None = None
    language: ShortText | None = None
    company: ShortText | None = None
    active: bool = True
    domains: list[ShortText] | None = None
    domain: ShortText | None = None
    domain_assignment: bool | None = None
    plan: ShortText | None = None
    sla: ShortText | None = None
    note: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        return storable(self.source), storable(self.id)

    @property
    def is_company(self) -> bool:
        return any(x is not None for x in (self.domains, self.domain, self.domain_assignment))

    def called(self) -> str:
        """The name people see. Raises Refusal when there is none."""
        whole = f"{self.first_name or ''} {self.last_name or ''}".strip()
        name = self.display_name or self.name or whole or self.email
        if not name or not name.strip():
            raise Refusal("no name")
        return name


def import_people(store: Store, path: Path, report: Report) -> None:
    """Add the people and companies of a file that are not here yet.

    Somebody who is known by e-mail from a ticket becomes the person of the file. Raises
    Unreadable when the file can't be opened.
    """
    write = WritePath(store)
    for batch in batches(_named(path, report), BATCH):
        added = write.retried(lambda: _keep(write, batch))  # noqa: B023 (called at once)
        report.added += added
        report.known += len(batch) - added
        report.progress()


def _named(path: Path, report: Report) -> Iterator[DirectoryLine]:
    """The lines that have a name."""
    for number, line in structs(path, DirectoryLine, report):
        try:
            line.called()
            yield line
        except Refusal as refusal:
            report.refuse(number, str(refusal))


def _keep(write: WritePath, batch: list[DirectoryLine]) -> int:
    with write.batch() as writer:
        one_import_at_a_time(writer.store)
        return keep_directory(writer, batch)


def keep_directory(writer: ServerWriter, batch: list[DirectoryLine]) -> int:
    """Write what is not here yet, a step each; how many that were."""
    people = Directory.read(writer, batch)
    added = 0
    for line in batch:
        writer.step += 1
        added += people.keep_company(line) if line.is_company else people.keep_person(line)
    keep_keys(writer.store, people.new_keys)
    return added


@dataclass
class Directory:
    """What a batch needs to know: keys imported before, and who can be adopted."""

    writer: ServerWriter
    companies: dict[tuple[str, str], str]
    contacts: dict[tuple[str, str], str]
    here: set[str]
    unkeyed_companies: dict[str, str]
    unkeyed_contacts: dict[str, str]
    new_keys: list[tuple[str, str, str, str]]

    @classmethod
    def read(cls, writer: ServerWriter, batch: list[DirectoryLine]) -> Directory:
        store = writer.store
        named = [(line.key[0], storable(line.company)) for line in batch if line.company]
        own = [line.key for line in batch]
        addresses = {line.email.strip().lower() for line in batch if line.email}
        by_email = contacts_by_email(store, addresses)
        keyed = _keyed(store, "contact")
        return cls(
            writer=writer,
            companies=known_keys(store, "company", [*named, *own]),
            contacts=known_keys(store, "contact", own),
            here={row[0] for row in store.sql("SELECT id FROM company")},
            unkeyed_companies=_unkeyed_companies(store),
            unkeyed_contacts={
                address: id for address, (id, _) in by_email.items() if id not in keyed
            },
            new_keys=[],
        )

    def keep_company(self, line: DirectoryLine) -> bool:
        """True when it was not here before."""
        known = self.companies.get(line.key)
        if known in self.here:
            return False
        row = company_row(line)
        adopted = None if known else self.unkeyed_companies.pop(row["name"].casefold(), None)
        id = known or adopted or new_id()
        self._write("company", id, row, new=adopted is None)
        self.here.add(id)
        if known is None:
            self._remember("company", line.key, id, self.companies)
        return True

    def keep_person(self, line: DirectoryLine) -> bool:
        """True when they were not here before."""
        if line.key in self.contacts:
            return False
        row = {**contact_row(line), "company_id": self._company_of(line)}
        adopted = self.unkeyed_contacts.pop(row["email"].lower(), None) if row["email"] else None
        id = adopted or new_id()
        self._write("contact", id, row, new=adopted is None)
        self._remember("contact", line.key, id, self.contacts)
        return True

    def _company_of(self, line: DirectoryLine) -> str | None:
        """The company's id; a company that is still to come gets its id now."""
        if not line.company:
            return None
        key = (line.key[0], storable(line.company))
        if key not in self.companies:
            self._remember("company", key, new_id(), self.companies)
        return self.companies[key]

    def _write(self, kind: str, id: str, row: Row, new: bool) -> None:
        if new:
            self.writer.insert(kind, {**row, "id": id, "scope": "ws"})
        else:
            self.writer.update(kind, id, row)

    def _remember(
        self, kind: str, key: tuple[str, str], id: str, known: dict[tuple[str, str], str]
    ) -> None:
        known[key] = id
        self.new_keys.append((*key, kind, id))


def company_row(line: DirectoryLine) -> Row:
    """The columns of a company."""
    domains = line.domains if line.domains is not None else [line.domain] if line.domain else []
    return {
        "name": storable(line.called()),
        "short_name": storable(line.short_name or ""),
        "latin_name": storable(line.latin_name or ""),
        "domains": json.dumps([storable(domain) for domain in domains], ensure_ascii=False),
        "by_domain": 0 if line.domain_assignment is False else 1,
        "plan": storable(line.plan or line.sla or ""),
        "note": storable(line.note or ""),
        "source": line.key[0],
        "source_id": line.key[1],
    }


def contact_row(line: DirectoryLine) -> Row:
    """The columns of a person."""
    others = [storable(address) for address in line.other_emails or []]
    return {
        "name": storable(line.called()),
        "latin_name": storable(line.latin_name or ""),
        "nickname": storable(line.nickname or ""),
        "patronymic": storable(line.patronymic or ""),
        "email": storable(line.email or "").strip(),
        "other_emails": json.dumps(others, ensure_ascii=False),
        "login": storable(line.login or ""),
        "phone": storable(line.phone or ""),
        "title": storable(line.title or line.job or ""),
        "role": storable(line.role or "customer"),
        "language": storable(line.language or ""),
        "active": int(line.active),
        "source": line.key[0],
        "source_id": line.key[1],
    }


def _keyed(store: Store, kind: str) -> set[str]:
    """Rows that came from an import under a key of their own."""
    return {row[0] for row in store.sql("SELECT ent FROM source_key WHERE kind = ?", (kind,))}


def _unkeyed_companies(store: Store) -> dict[str, str]:
    """Companies that tickets named, by folded name."""
    keyed = _keyed(store, "company")
    rows = store.sql("SELECT id, name FROM company WHERE deleted = 0")
    return {name.casefold(): id for id, name in rows if id not in keyed}
