"""Agents, queues and requesters, and the people that an ``@`` may mean."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypedDict
from weakref import WeakKeyDictionary

from models.database import Store
from models.queries.companies import company_for_email as company_for_email
from models.queries.people_index import PeopleIndex, Person, ranges
from models.queries.people_index import word_test as word_test
from models.rows import Actor, AgentRow, ContactRow, QueueRow


class Around(TypedDict, total=False):
    """Where people are looked for: ``ticket_company`` is the id of the ticket's company."""

    ticket_company: str | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who can be mentioned; ``kind`` is agent or contact.

    ``detail`` is the second line: title, company and e-mail. ``matches`` are (start, end) in code
    points of ``name``, to be marked; empty when the hit lies elsewhere.
    """

    id: str
    kind: str
    name: str
    detail: str
    company_id: str | None
    matches: tuple[tuple[int, int], ...]


@dataclass
class _Known:
    """What was last read of a store; ``find`` reads again and compares."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    index: PeopleIndex = field(default_factory=PeopleIndex)
    lock: Lock = field(default_factory=Lock)


_known: WeakKeyDictionary[Store, _Known] = WeakKeyDictionary()
_PEOPLE = """SELECT 'agent', id, name, '', '', email, '[]', login, title, NULL, '', '', ''
 FROM agent WHERE deleted = 0 AND active = 1 UNION ALL
 SELECT 'contact', c.id, c.name, c.nickname || ' ' || c.patronymic, c.latin_name, c.email,
 c.other_emails, c.login, c.title, k.id, COALESCE(k.name, ''), k.short_name, k.latin_name
 FROM contact c LEFT JOIN company k0 ON k0.id = c.company_id AND k0.deleted = 0
 LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id)
 WHERE c.deleted = 0 AND c.active = 1 AND c.merged_into IS NULL"""


def find(
    store: Store, query: str, context: Around | None = None, limit: int = 10
) -> list[PersonRow]:
    """Active agents and contacts that the words of ``query`` may mean, nearest first.

    Each word is the beginning of a name, nickname, patronymic, login, e-mail address, ``@domain``
    or company, in any order, in Cyrillic or Latin letters or typed in another keyboard layout.
    People of the ticket's company come first. The first call on a store reads everybody (about
    0.3 s for 5,000 people), later ones only who has changed; so ask once before it is needed.
    """
    known = _known.setdefault(store, _Known())
    company_id = (context or {}).get("ticket_company")
    with known.lock:
        rows = store.sql(_PEOPLE)
        if rows != known.rows:
            known.index.show([_person(row) for row in rows])
            known.rows = rows
        hits = known.index.find(query, company_id, limit)
    return [_person_row(hit.person, hit.readings) for hit in hits]


def _person(row: tuple[Any, ...]) -> Person:
    kind, id, name, others, latin, email, more, login, title, company_id, company, *words = row
    emails = " ".join(filter(None, (email, *json.loads(more or "[]"))))
    company_words = " ".join(filter(None, (company, *words)))
    return Person(
        kind, id, name, others, latin, emails, login, title, company_id, company, company_words
    )


def _person_row(person: Person, readings: tuple[str, ...]) -> PersonRow:
    email = person.emails.partition(" ")[0]
    detail = " · ".join(filter(None, (person.title, person.company, email)))
    matches = ranges(person.name, readings)
    return PersonRow(person.id, person.kind, person.name, detail, person.company_id, matches)


def agents(store: Store) -> list[AgentRow]:
    """Active agents by name, each with how many tickets not done are theirs."""
    text = (
        "SELECT a.id, a.login, a.name, a.email, a.role, a.title, COUNT(t.id), a.skills, "
        "a.absent_until_ms FROM agent a "
        "LEFT JOIN ticket t ON t.assignee_id = a.id AND t.deleted = 0 AND t.status <> 'done' "
        "WHERE a.deleted = 0 AND a.active = 1 "
        "GROUP BY a.id, a.login, a.name, a.email, a.role, a.title, a.skills, a.absent_until_ms "
        "ORDER BY a.name"
    )
    return [AgentRow(*row) for row in store.sql(text)]


def names_of(store: Store, ids: Iterable[str]) -> list[str]:
    """The names of active agents among these, by name."""
    among, wanted = store.among(ids)
    text = f"SELECT name FROM agent WHERE deleted = 0 AND active = 1 AND id {among} ORDER BY name"
    return [name for (name,) in store.sql(text, (wanted,))]


def queues(store: Store, me: Actor) -> list[QueueRow]:
    """All queues in their order; ``mine`` where tickets of the queue reach this person."""
    text = (
        "SELECT q.id, q.name, q.icon, COUNT(m.id) FROM queue q "
        "LEFT JOIN queue_member m ON m.queue_id = q.id AND m.deleted = 0 AND m.agent_id = ? "
        "WHERE q.deleted = 0 GROUP BY q.id, q.name, q.icon, q.position ORDER BY q.position, q.name"
    )
    admin = me.role == "admin"
    return [
        QueueRow(id, name, icon, admin or n > 0) for id, name, icon, n in store.sql(text, (me.id,))
    ]


def contacts(store: Store, text: str, limit: int = 20) -> list[ContactRow]:
    """Active contacts whose name, e-mail, company or phone contains what was typed.

    First those that hold it as it stands, then those that hold it in other letters or in another
    keyboard layout; by name.
    """
    found = store.sql(
        "SELECT c.id, c.name, c.email, c.phone, c.title, k.id, COALESCE(k.name, '') "
        "FROM contact c LEFT JOIN company k0 ON k0.id = c.company_id "
        "LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id) "
        "WHERE c.deleted = 0 AND c.active = 1 AND c.merged_into IS NULL ORDER BY c.name"
    )
    digits = _digits(text)
    holds, holds_respelt = word_test(text, respelt=False), word_test(text, respelt=True)
    as_typed = (row for row in found if _has_number(row, digits) or holds(_words_of(row)))
    respelt = (row for row in found if holds_respelt(_words_of(row)))
    hits = _unlike(itertools.chain(as_typed, respelt))
    return [ContactRow(*row) for row in itertools.islice(hits, limit)]


def _unlike(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Each row once, by its id."""
    seen = set()
    for row in rows:
        if row[0] not in seen:
            seen.add(row[0])
            yield row


def _has_number(row: tuple[Any, ...], digits: str) -> bool:
    return len(digits) >= 4 and digits in _digits(row[3])


def _words_of(row: tuple[Any, ...]) -> str:
    _, name, email, _, _, _, company = row
    return f"{name} {email} {company}"


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
