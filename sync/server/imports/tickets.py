"""``import tickets``: NDJSON of the uniform form, a few hundred tickets per transaction."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.clock import wall_ms
from models.database import Store
from models.ids import new_id, ticket_alias
from sync.server.admin import queue_named
from sync.server.imports.decoding import batches, structs
from sync.server.imports.keys import keep_keys, known_keys, one_import_at_a_time
from sync.server.imports.reader import Refusal
from sync.server.imports.references import References
from sync.server.imports.report import Report
from sync.server.imports.ticket_lines import Draft, TicketLine, drafted
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter

Row = dict[str, Any]
BATCH = 200
INBOX = "Inbox"


def import_tickets(
    store: Store,
    path: Path,
    report: Report,
    queue: str = INBOX,
    zone: datetime.tzinfo = datetime.UTC,
) -> None:
    """Add the tickets of a file that are not here yet, into one queue (made when missing).

    Each batch is a transaction: what was imported stays when the file breaks off. Raises
    Unreadable when the file can't be opened.
    """
    write = WritePath(store)
    for batch in batches(drafts(path, zone, report), BATCH):
        added = write.retried(lambda: _keep(write, batch, queue))  # noqa: B023 (called at once)
        report.added += added
        report.known += len(batch) - added
        report.progress()


def drafts(path: Path, zone: datetime.tzinfo, report: Report) -> Iterator[Draft]:
    for number, line in structs(path, TicketLine, report):
        try:
            yield drafted(line, zone, wall_ms())
        except Refusal as refusal:
            report.refuse(number, str(refusal))


def _keep(write: WritePath, batch: list[Draft], queue: str) -> int:
    """Write what is not here yet; how many that were."""
    with write.batch() as writer:
        one_import_at_a_time(writer.store)
        fresh = _not_here(writer.store, batch)
        if fresh:
            _insert(writer, fresh, queue_named(writer, queue))
    return len(fresh)


def _not_here(store: Store, batch: list[Draft]) -> list[Draft]:
    """The drafts that were never imported; of two with one key the first."""
    keyed = {draft.key: draft for draft in reversed(batch)}
    here = known_keys(store, "ticket", keyed)
    return [draft for draft in batch if keyed[draft.key] is draft and draft.key not in here]


def _insert(writer: ServerWriter, drafts: list[Draft], queue_id: str) -> None:
    """Each ticket is one step: one position in the order of changes."""
    writer.step += 1
    first = writer.step
    references = References.read(writer.store, drafts)
    rows: dict[str, list[Row]] = {"ticket": [], "message": [], "event": []}
    steps: dict[str, list[int]] = {"ticket": [], "message": [], "event": []}
    numbers = writer.next_numbers(len(drafts))
    for step, (draft, number) in enumerate(zip(drafts, numbers, strict=True), first):
        for kind, made in _rows(draft, number, queue_id, references, step).items():
            rows[kind] += made
            steps[kind] += [step] * len(made)
    for kind, row, step in references.fresh:
        rows.setdefault(kind, []).append(row)
        steps.setdefault(kind, []).append(step)
    for kind in rows:
        writer.insert_many(kind, rows[kind], steps[kind])
    writer.step = first + len(drafts) - 1
    keys = [(row["source"], row["source_id"], "ticket", row["id"]) for row in rows["ticket"]]
    keep_keys(writer.store, [*keys, *references.keys])


def _rows(
    draft: Draft, number: int, queue_id: str, references: References, step: int
) -> dict[str, list[Row]]:
    """The rows of one ticket, with the ids of what they point at."""
    company_id = references.company(draft.company, draft.source, step)
    requester_id = None
    if draft.requester:
        requester_id, company_id = references.contact(draft.requester, draft, company_id, step)
    id, scope = new_id(), f"q:{queue_id}"
    ticket = {
        **draft.ticket,
        "id": id,
        "scope": scope,
        "number": number,
        "alias": ticket_alias(id),
        "queue_id": queue_id,
        "tags": json.dumps(draft.ticket["tags"], ensure_ascii=False),
        "category_id": references.category(draft.category, step),
        "assignee_id": references.agents.get(draft.assignee.casefold()),
        "requester_id": requester_id,
        "company_id": company_id,
    }
    return {
        "ticket": [ticket],
        "message": _messages(draft, ticket, references.agents),
        "event": _events(draft, ticket, references.agents),
    }


def _messages(draft: Draft, ticket: Row, agents: dict[str, str]) -> list[Row]:
    """A customer's message is the requester's; other authors are agents where a name fits."""
    asked = ticket["requester_id"]
    return [
        {
            **row,
            "id": new_id(),
            "scope": ticket["scope"],
            "ticket_id": ticket["id"],
            "author_id": asked if row["kind"] == "customer" else agents.get(_folded(row)),
            "channel": ticket["channel"] if row["kind"] == "customer" else "",
            "source": draft.source,
            "source_id": f"{draft.source_id}#{index}",
        }
        for index, row in enumerate(draft.messages)
    ]


def _events(draft: Draft, ticket: Row, agents: dict[str, str]) -> list[Row]:
    child = {"scope": ticket["scope"], "ticket_id": ticket["id"]}
    opened, *others = draft.events
    rows = [{**opened, "who_id": ticket["requester_id"]}]
    rows += [{**row, "who_id": agents.get(row["who_name"].casefold())} for row in others]
    return [{**row, **child, "id": new_id()} for row in rows]


def _folded(row: Row) -> str:
    return str(row["author_name"]).casefold()
