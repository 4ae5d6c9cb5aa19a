"""What the corpus asks of the product, in the shapes of its own runner.

``DATA/tools/run_fixtures.py`` loads this file by its path (``HD_ADAPTER``) and skips the sets whose
functions are missing here; the tests beside it use the same functions. Everything goes the way that
a desk's data goes: through the server's imports, and for articles on into a local file.
"""

from __future__ import annotations

import atexit
import functools
import io
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from models import records, sla
from models.database import Store
from models.perform import mark_for_search
from models.queries import people, search
from models.richtext import sanitize
from sync.engine.index import drain
from sync.server.imports.articles import import_articles
from sync.server.imports.people import import_people
from sync.server.imports.report import Report
from sync.server.imports.tickets import import_tickets as import_ticket_file

__all__ = [
    "company_for_email",
    "find_mention",
    "import_directory",
    "import_kb",
    "import_tickets",
    "sanitize",
    "search_kb",
    "sla_between",
    "sla_due",
    "sla_open",
    "sla_ticket",
]

EVERYBODY = 10_000


def import_directory(people: list[dict[str, Any]], companies: list[dict[str, Any]]) -> None:
    import_people(server(), _file("directory", [*companies, *people]), _report("people"))


def find_mention(query: str, context: dict[str, str] | None) -> list[str]:
    """Ids of the corpus; ``ticket_company`` in ``context`` is one of them, too."""
    company = (context or {}).get("ticket_company")
    around: people.Around = {"ticket_company": _ids("company").get(company or "")}
    sources = {id: source for source, id in _ids("contact").items()}
    return [sources[row.id] for row in people.find(server(), query, around, EVERYBODY)]


def company_for_email(email: str) -> str | None:
    found = people.company_for_email(server(), email)
    return next((source for source, id in _ids("company").items() if id == found), None)


def import_kb(articles: list[dict[str, Any]]) -> None:
    import_articles(server(), _file("articles", articles), _report("articles"))
    rows = records.select(server(), "article", {})
    with local().transaction():
        records.put_many(local(), "article", rows, guard_rev=False)
        mark_for_search(local(), [("article", row["id"]) for row in rows])
    drain(local(), lambda: False)


def search_kb(query: str, language: str) -> list[str]:
    sources = {id: source for source, id in _ids("article").items()}
    return [sources[row.id] for row in search.articles(local(), query, language)]


def sla_due(
    calendar: dict[str, Any], start: str, minutes: int, pauses: Sequence[Sequence[str]] = ()
) -> str | None:
    spans = [(at_ms(begin), at_ms(end)) for begin, end in pauses]
    return _moment(sla.due_at(calendar, at_ms(start), minutes, spans))


def sla_between(calendar: dict[str, Any], start: str, end: str) -> int:
    return sla.minutes_between(calendar, at_ms(start), at_ms(end))


def sla_open(calendar: dict[str, Any], at: str) -> bool:
    return sla.is_open(calendar, at_ms(at))


STATUS = {"pending": "waiting", "closed": "done"}


def sla_ticket(calendar: dict[str, Any], case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """After each step of a ticket's history: due times, minutes taken and minutes left."""
    promised = {name: minutes for name, minutes in case["sla"].items() if minutes is not None}
    policy, hours = sla.read_policy("corpus", "", promised), sla.read_hours(calendar)
    ticket = case["ticket"]
    created = at_ms(ticket["created_at"])
    first = (created, STATUS.get(ticket["initial_state"], ticket["initial_state"]))
    history = sla.History(created, statuses=(first,))
    for step in case["steps"]:
        history = _after(history, step)
        yield _shown(sla.targets_of(policy, hours, history))


def _after(history: sla.History, step: dict[str, Any]) -> sla.History:
    at = at_ms(step["to" if "set" in step else "at"])
    what = step.get("set") or step["event"]
    if what == "state":
        status = STATUS.get(step["to"], step["to"])
        return replace(history, statuses=(*history.statuses, (at, status)))
    if what == "first_response_at":
        return replace(history, first_reply_at_ms=at)
    if what == "close_at":
        return replace(history, solved_at_ms=at)
    word = sla.Word(at, by_customer="customer" in what)
    first = at if what == "agent_message" else None  # a contact that is set says nothing of it
    first = history.first_reply_at_ms if history.first_reply_at_ms is not None else first
    return replace(history, words=(*history.words, word), first_reply_at_ms=first)


def _shown(targets: sla.Targets) -> dict[str, Any]:
    shown: dict[str, Any] = {"next_due": _moment(targets.next_due_at_ms)}
    for name, done in (
        ("first_response", "first_response"),
        ("update", "update"),
        ("solution", "close"),
    ):
        target = getattr(targets, name)
        shown[f"{name}_due"] = _moment(target and target.due_at_ms)
        shown[f"{done}_minutes"] = target and target.taken
        shown[f"{done}_diff"] = target and target.left
    return shown


def _moment(at_ms: int | None) -> str | None:
    return None if at_ms is None else iso(at_ms)


def at_ms(moment: str) -> int:
    return round(datetime.fromisoformat(moment).timestamp() * 1000)


def iso(at_ms: int) -> str:
    """In UTC, as the corpus writes it: 2026-03-02T07:00:00Z."""
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"


def import_tickets(path: str) -> int:
    report = _report("tickets")
    import_ticket_file(server(), Path(path), report)
    return report.added


@functools.cache
def server() -> Store:
    return _opened("server.db", "server")


@functools.cache
def local() -> Store:
    return _opened("local.db", "local")


def _opened(name: str, side: Any) -> Store:
    store = Store.open(_folder() / name, side)
    atexit.register(store.close)
    return store


@functools.cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="deskside-corpus-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


@functools.cache
def _ids(kind: str) -> dict[str, str]:
    """Our ids by those of the corpus; read once, when everything of the kind is there."""
    rows = server().sql(f'SELECT source_id, id FROM "{kind}" WHERE source_id IS NOT NULL')
    return dict(rows)


def _file(name: str, objects: Iterable[dict[str, Any]]) -> Path:
    path = _folder() / f"{name}.ndjson"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in objects), "utf-8")
    return path


def _report(what: str) -> Report:
    return Report(what, stream=io.StringIO())
