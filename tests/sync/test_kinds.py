from __future__ import annotations

from models.commands import records as writing
from models.tables import ENTITIES
from sync.protocol.kinds import HOUSEKEEPING, KINDS


def test_the_registry_names_every_table_and_its_columns() -> None:
    tables = {
        name: tuple(field.column_name for field in table._meta.sorted_fields)
        for name, table in ENTITIES.items()
    }
    assert {kind.name: (*HOUSEKEEPING, *kind.columns) for kind in KINDS.values()} == tables


def test_rows_live_where_put_puts_them() -> None:
    scopes = {"workspace": "ws", "knowledge": "kb", "person": "u:anna"}
    groups = (writing.PERSONAL, writing.DIRECTORY, writing.MANAGED, writing.SETTINGS)
    for name in (*(name for group in groups for name in group), *writing.KNOWLEDGE):
        assert writing.home_scope(name, "anna") == scopes[KINDS[name].scope], name
    assert writing.home_scope("view", "anna") == "ws"
    assert writing.home_scope("view", "anna", "anna") == "u:anna"


def test_children_of_a_ticket_name_it() -> None:
    for kind in KINDS.values():
        assert (kind.parent == "ticket_id") == (kind.scope == "queue" and kind.name != "ticket")
