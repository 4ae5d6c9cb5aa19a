"""The tickets of the sample desk, with their conversations, history and pictures."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from typing import Any

from models.ids import derived_id, new_id, stable_id, ticket_alias
from models.richtext import from_plain, sanitize
from sync.server.imports.keys import keep_keys
from sync.server.writer import ServerWriter

Row = dict[str, Any]
BATCH = 200
PROMISED_FROM_MIN = -320
"""Open tickets since then have the due times of promises, older ones those of the desk before."""
MINUTE_MS = 60_000
DATE = re.compile(r"\{\{(iso|dmy):(-?\d+)\}\}")
MENTION = re.compile(r'(<span class="mention" data-id=")([\w.-]+)(")')
MENTIONED = re.compile(r'<span class="mention" data-id="([^"]+)"')
KINDS = ("ticket", "message", "message_file", "event", "read_state")
ASKED = ("customer", "call")
WHAT = {"tag": "tags", "due": "due_at_ms"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the sample data, kept among the files."""

    sha256: str
    size_bytes: int
    media_type: str

    def ref(self, name: str) -> Row:
        """As messages and notes name a file."""
        about = {"sha256": self.sha256, "name": name, "media_type": self.media_type}
        return {"id": new_id(), **about, "size_bytes": self.size_bytes}


@dataclass(frozen=True)
class Here:
    """What tickets point at: from names in the files to ids in the store."""

    now_ms: int
    agents: dict[str, str]
    agent_names: dict[str, str]
    queues: dict[str, str]
    people: dict[str, str]
    people_names: dict[str, str]
    companies: dict[str, str]
    categories: dict[str, str]
    pictures: dict[str, Picture]

    def who(self, name: str) -> tuple[str | None, str]:
        """(id, name) of a login, a person's id or ``system``."""
        if name in self.agents:
            return self.agents[name], self.agent_names[name]
        if name in self.people:
            return self.people[name], self.people_names[name]
        return None, "Deskside"

    def dated(self, text: str) -> str:
        """Dates of ``{{iso:-3}}`` and ``{{dmy:-3}}``: days from the day of making."""
        today = datetime.datetime.fromtimestamp(self.now_ms / 1000).astimezone().date()

        def date(found: re.Match[str]) -> str:
            day = today + datetime.timedelta(days=int(found[2]))
            return day.isoformat() if found[1] == "iso" else f"{day:%d.%m.%Y}"

        return DATE.sub(date, text)

    def html(self, text: str, form: str) -> str:
        """The canonical HTML of a body; mentions name agents by their ids."""
        text = self.dated(text)
        if form == "text":
            return from_plain(text)
        named = MENTION.sub(lambda m: f"{m[1]}{self.agents.get(m[2], m[2])}{m[3]}", text)
        return sanitize(named)

    def at(self, minute: int | None) -> int | None:
        return None if minute is None else minutes(self.now_ms, minute)


def minutes(now_ms: int, minute: int) -> int:
    """The moment that many minutes from now, on the full minute."""
    return (now_ms // MINUTE_MS + minute) * MINUTE_MS


class DemoTickets:
    """Writes tickets, each as a step of its own, some hundreds of rows with one statement."""

    def __init__(self, writer: ServerWriter, here: Here, source: str) -> None:
        self._writer = writer
        self._here = here
        self._source = source
        self._rows: dict[str, list[Row]] = {}
        self._steps: dict[str, list[int]] = {}
        self._mentions: list[tuple[Row, int]] = []

    def keep(self, rows: list[Row]) -> None:
        """The oldest first; numbers follow that order."""
        for start in range(0, len(rows), BATCH):
            part = rows[start : start + BATCH]
            self._rows = {kind: [] for kind in KINDS}
            self._steps = {kind: [] for kind in KINDS}
            self._mentions = []
            numbers = self._writer.next_numbers(len(part))
            for row, number in zip(part, numbers, strict=True):
                self._writer.step += 1
                self._ticket(row, number)
            self._write()

    def _write(self) -> None:
        for kind in KINDS:
            self._writer.insert_many(kind, self._rows[kind], self._steps[kind])
        # Done ones, too: what they took is told.
        self._writer.owing.tickets.update(ticket["id"] for ticket in self._rows["ticket"])
        for row, step in self._mentions:
            self._writer.insert_many("mention", [row], [step])
        keys = [
            (self._source, row["source_id"], "ticket", row["id"]) for row in self._rows["ticket"]
        ]
        keep_keys(self._writer.store, keys)

    def _add(self, kind: str, row: Row) -> None:
        self._rows[kind].append(row)
        self._steps[kind].append(self._writer.step)

    def _ticket(self, row: Row, number: int) -> None:
        ticket = self._ticket_row(row, number)
        self._add("ticket", ticket)
        first = {"kind": "customer", "author": row["requester"], "min": row["created_min"]}
        self._message({**first, **{k: row[k] for k in ("body", "body_format", "files")}}, ticket)
        for message in row["messages"]:
            self._message(message, ticket)
        for event in row["events"]:
            self._event(event, ticket)
        for login in row["read_by"]:
            self._read(login, ticket)

    def _ticket_row(self, row: Row, number: int) -> Row:
        here, id = self._here, new_id()
        spoken = [row["created_min"], *(m["min"] for m in row["messages"] if m["kind"] in ASKED)]
        acts = [row["created_min"], *(act["min"] for act in (*row["messages"], *row["events"]))]
        queue_id = here.queues[row["queue"]]
        changed = [event["what"] for event in row["events"]]
        promised = row["status"] != "done" and row["created_min"] >= PROMISED_FROM_MIN
        names = ("language", "channel", "priority", "status", "waiting_for")
        return {
            **{name: row[name] for name in names},
            "id": id,
            "scope": f"q:{queue_id}",
            "number": number,
            "alias": ticket_alias(id),
            "subject": here.dated(row["subject"]),
            "queue_id": queue_id,
            "category_id": here.categories[row["category"]] if row["category"] else None,
            "assignee_id": here.agents[row["assignee"]] if row["assignee"] else None,
            "requester_id": here.people[row["requester"]],
            "company_id": here.companies[row["company"]] if row["company"] else None,
            "tags": json.dumps(sorted(row["tags"]), ensure_ascii=False),
            "wake_at_ms": here.at(row["wake_min"]),
            "due_at_ms": None if promised else here.at(row["due_min"]),
            "first_reply_at_ms": here.at(row["first_reply_min"]),
            "solved_at_ms": here.at(row["solved_min"]),
            "customer_at_ms": here.at(max(spoken)),
            "activity_at_ms": here.at(max(acts)),
            "created_at_ms": here.at(row["created_min"]),
            "reopen_count": sum(
                event["what"] == "status" and event["old"] == "done" for event in row["events"]
            ),
            "handover_count": max(0, changed.count("assignee") + changed.count("queue") - 1),
            "source": self._source,
            "source_id": row["id"],
        }

    def _message(self, row: Row, ticket: Row) -> None:
        author_id, author = self._here.who(row["author"])
        html = self._here.html(row["body"], row["body_format"])
        message = {
            **self._child(ticket),
            "kind": row["kind"],
            "author_id": author_id,
            "author_name": author,
            "channel": ticket["channel"] if row["kind"] == "customer" else "",
            "html": html,
            "at_ms": self._here.at(row["min"]),
        }
        self._add("message", message)
        for position, name in enumerate(row["files"]):
            file = {**self._child(ticket), **self._here.pictures[name].ref(name)}
            shown = {"message_id": message["id"], "position": position, "state": "complete"}
            self._add("message_file", {**file, **shown})
        for agent_id in sorted(set(MENTIONED.findall(html))):
            mention = {**self._child(ticket), "id": derived_id(message["id"], agent_id)}
            known = {"message_id": message["id"], "agent_id": agent_id, "at_ms": message["at_ms"]}
            self._mentions.append(({**mention, **known}, self._writer.step))

    def _event(self, row: Row, ticket: Row) -> None:
        who_id, who = self._here.who(row["who"])
        what = row["what"]
        old, new = (self._value(what, row[side]) for side in ("old", "new"))
        event = {
            **self._child(ticket),
            "at_ms": self._here.at(row["min"]),
            "who_id": who_id,
            "who_name": who,
            "what": WHAT.get(what, what),
            "old": old,
            "new": ticket["channel"] if what == "created" else new,
            "why": row.get("why"),
        }
        self._add("event", event)

    def _value(self, what: str, value: Any) -> str | None:
        """As history shows it: names instead of logins, moments instead of minutes."""
        if value is None:
            return None
        if what == "due":
            return str(self._here.at(value))
        return self._here.agent_names.get(value, value) if what == "assignee" else str(value)

    def _read(self, login: str, ticket: Row) -> None:
        agent_id = self._here.agents[login]
        id = stable_id(f"read_state/{agent_id}/{ticket['id']}")
        mark = {"ticket_id": ticket["id"], "read_at_ms": ticket["activity_at_ms"]}
        self._add("read_state", {**mark, "id": id, "scope": f"u:{agent_id}"})

    def _child(self, ticket: Row) -> Row:
        return {"id": new_id(), "scope": ticket["scope"], "ticket_id": ticket["id"]}
