from __future__ import annotations

from pathlib import Path

from models import profile
from models.commands import SetTicket
from models.queries.inspecting import ScopeRow, local_report
from tests.helpers.local import LocalDesk


def test_the_report_names_what_is_kept_alike_and_counts_what_waits(tmp_path: Path) -> None:
    desk = LocalDesk.made(tmp_path)
    desk.ticket("printer")
    desk.do(SetTicket(id="printer", set={"priority": "high"}))
    scopes = (("u:agent-anna", "c"), ("q:network", "c"), ("q:access", None), ("kb", "c"))
    desk.store.many(
        "INSERT INTO scope_cursor (scope, cursor) VALUES (?, ?)",
        [*scopes, ("ws", "c"), ("later", "c")],
    )
    desk.store.sql(
        "INSERT INTO file_transfer (key, direction, sha256, size_bytes, state, tries) "
        "VALUES ('up:a', 'up', 'a', 1, 'waiting', 0), ('up:b', 'up', 'b', 1, 'done', 0)"
    )
    profile.put(desk.store, "server", "https://desk.example.com")
    report = local_report(desk.store)
    assert report.scopes == (
        ScopeRow("directory", "", True),
        ScopeRow("queue", "Access rights", False),
        ScopeRow("queue", "Network", True),
        ScopeRow("knowledge", "", True),
        ScopeRow("personal", "", True),
    )
    assert report.server == "https://desk.example.com"
    assert (report.waiting, report.files_waiting, report.index_waiting) == (1, 1, 1)
    assert (report.tickets, report.messages) == (1, 0)
    desk.store.close()
