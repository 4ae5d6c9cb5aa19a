"""All tables by the name that the wire and the outbox use for them."""

from __future__ import annotations

from models import article, directory, local, personal, server_only, ticket
from models.fields import Replicated, Table

ENTITIES: dict[str, type[Replicated]] = {
    table._meta.table_name: table
    for module in (directory, ticket, article, personal)
    for table in vars(module).values()
    if isinstance(table, type) and issubclass(table, Replicated) and table is not Replicated
}

LOCAL_TABLES: tuple[type[Table], ...] = tuple(
    table
    for table in vars(local).values()
    if isinstance(table, type) and issubclass(table, Table) and table is not Table
)

SERVER_TABLES: tuple[type[Table], ...] = tuple(
    table
    for table in vars(server_only).values()
    if isinstance(table, type) and issubclass(table, Table) and table is not Table
)
