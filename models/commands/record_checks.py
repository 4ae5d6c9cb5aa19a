"""What the columns of rows that people write themselves may hold."""

from __future__ import annotations

from typing import Any, cast

from models.classify import MOST_CHOICES, has_room
from models.commands.base import Row, Writer
from models.errors import Refused
from models.queries.customer_rows import CustomerKind
from models.queries.customers import open_count
from models.rows import CHANNELS
from models.values import check_row

HOUSEKEEPING = ("id", "scope", "rev", "deleted")
OWN_COMMANDS = ("merged_into",)
"""Columns that only a command of their own writes."""
PEOPLE = ("company", "contact", "asset")
LINE_LETTERS, NOTE_LETTERS = 300, 20_000
HAS_OPEN = "There are open tickets of theirs. Close them, or merge this one with another."
TOO_LONG = "A line may have 300 letters at most. Put the rest into the note."
NO_CHANNEL = f"A preferred channel is one of {', '.join(CHANNELS)}, or none."
NOTE_TOO_LONG = "A note here may have 20000 letters at most."


def check_values(entity: str, given: dict[str, Any]) -> None:
    """Raises Refused for columns that are not to be written, and values that don't fit."""
    if given.keys() & {*HOUSEKEEPING, *OWN_COMMANDS}:
        raise Refused("invalid", "These columns are the store's own.")
    check_row(entity, given)
    if entity == "category":
        check_hints(given)
    if entity not in PEOPLE:
        return
    for name, value in given.items():
        if not isinstance(value, str):
            continue
        if name == "note" and len(value) > NOTE_LETTERS:
            raise Refused("too_large", NOTE_TOO_LONG)
        if name not in ("note", "other_emails", "domains") and len(value) > LINE_LETTERS:
            raise Refused("too_large", TOO_LONG)


def check_hints(given: Row) -> None:
    """Refused for a channel that there is not, and for a "perhaps"."""
    if given.get("preferred_channel", "") not in ("", *CHANNELS):
        raise Refused("invalid", NO_CHANNEL)
    if given.get("ask_screenshot", 0) not in (0, 1):
        raise Refused("invalid", "ask_screenshot is 0 or 1.")


def check_orphans(writer: Writer, kind: str, id: str) -> None:
    """Refused while tickets of this customer are open: they would be nobody's."""
    if writer.ask(lambda store: open_count(store, cast(CustomerKind, kind), id)):
        raise Refused("open_tickets", HAS_OPEN)


def check_room(writer: Writer, id: str, given: Row) -> None:
    """Refused where a category would be the tenth below another one, or at the top."""
    before = writer.get("category", id) or {"parent_id": None, "names": "{}"}
    row = {**before, **given, "id": id}
    if has_room(writer.select("category"), row):
        return
    above = writer.get("category", row["parent_id"]) if row["parent_id"] else None
    where = f"“{above['key']}” has" if above else "The top level has"
    raise Refused("crowded", f"{where} {MOST_CHOICES} categories already. Put one below another.")
