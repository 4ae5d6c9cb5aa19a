"""What the tests of late changes look at, and the customer's word."""

from __future__ import annotations

from typing import Any

from models.commands import (
    FirstMessage,
)
from models.commands.messages import insert_message
from models.database import Store
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

Row = dict[str, Any]


def rows(store: Store, table: str) -> list[Row]:
    names = [column.name for column in store.db.get_columns(table)]
    listed = ", ".join(f'"{name}"' for name in names)
    found = store.sql(f'SELECT {listed} FROM "{table}" WHERE deleted = 0 ORDER BY id')
    return [dict(zip(names, row, strict=True)) for row in found]


def outcome(person: Person) -> tuple[str, str]:
    text = "SELECT state, outcome FROM outbox ORDER BY mid DESC LIMIT 1"
    state, kept = person.store.sql(text)[0]
    return state, kept


def customer(desk: ServerDesk, ticket: str, text: str = "<p>Still broken!</p>") -> str:
    """The customer writes; the id of the message."""
    message = FirstMessage(kind="customer", html=text)

    def step(writer: ServerWriter) -> None:
        row = writer.get("ticket", ticket)
        assert row
        insert_message(writer, message, row)
        writer.update("ticket", ticket, {"customer_at_ms": writer.now_ms})

    desk.path.run(step)
    return message.id
