"""``set NUMBER field=value …``: words of a person into commands."""

from __future__ import annotations

from typing import Any

from desktop.terminal.ended import Ended
from models.commands import Command, SetTicket, Tags, Transfer
from models.database import Store
from models.queries import directory, people
from models.rows import Actor

PLAIN = tuple(
    "status priority waiting_for subject impact urgency product channel meeting_link".split()
)
TIMES = ("due_at_ms", "wake_at_ms")
NAMES = (*PLAIN, *TIMES, "tier", "queue", "assignee", "category", "requester", "tags")


def commands_for(store: Store, me: Actor, ticket_id: str, given: list[str]) -> list[Command]:
    """One command for all plain fields, others where a field is an act of its own.

    Raises Ended with 2 for an unknown field or value. An empty value clears a field;
    ``tags=+vip,-old`` adds and removes.
    """
    values = dict(_pair(text) for text in given)
    made: list[Command] = []
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if name in PLAIN:
            plain[name] = value or None if name in ("waiting_for", "impact", "urgency") else value
        elif name in TIMES or name == "tier":
            plain[name] = _number(name, value)
        elif name == "category":
            plain["category_id"] = _category(store, value)
        elif name == "assignee":
            plain["assignee_id"] = _agent(store, me, value)
        elif name == "requester":
            plain["requester_id"] = _contact(store, value)
        elif name == "tags":
            made.append(_tags(ticket_id, value))
        elif name == "queue":
            made.append(Transfer(id=ticket_id, queue_id=queue_id(store, me, value)))
    if plain:
        made.insert(0, SetTicket(id=ticket_id, set=plain))
    return made


def queue_id(store: Store, me: Actor, name: str) -> str:
    """A queue by its name, in any letter case."""
    queues = people.queues(store, me)
    for queue in queues:
        if queue.name.casefold() == name.casefold():
            return queue.id
    known = ", ".join(queue.name for queue in queues) or "none yet"
    raise Ended(2, f"There is no queue “{name}”. Queues: {known}.")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or name not in NAMES:
        raise Ended(2, f"“{text}” is not field=value. Fields: {', '.join(NAMES)}.")
    return name, value


def _number(name: str, value: str) -> int | None:
    if not value:
        return None
    try:
        return int(value)
    except ValueError as error:
        raise Ended(2, f"{name} is a whole number.") from error


def _category(store: Store, value: str) -> str | None:
    if not value:
        return None
    for row in directory.categories(store):
        if value.casefold() in (row.name.casefold(), " / ".join(row.path).casefold()):
            return row.id
    raise Ended(2, f"There is no category “{value}”.")


def _agent(store: Store, me: Actor, value: str) -> str | None:
    if not value:
        return None
    if value == "me":
        return me.id
    for row in people.agents(store):
        if value.casefold() in (row.login.casefold(), row.name.casefold()):
            return row.id
    raise Ended(2, f"There is no agent “{value}”.")


def _contact(store: Store, value: str) -> str | None:
    if not value:
        return None
    found = people.contacts(store, value, limit=2)
    if len(found) != 1:
        raise Ended(2, f"“{value}” is {'nobody' if not found else 'more than one person'}.")
    return found[0].id


def _tags(ticket_id: str, value: str) -> Tags:
    words = [word.strip() for word in value.split(",") if word.strip()]
    add = tuple(word.removeprefix("+") for word in words if not word.startswith("-"))
    remove = tuple(word[1:] for word in words if word.startswith("-"))
    return Tags(id=ticket_id, add=add, remove=remove)
