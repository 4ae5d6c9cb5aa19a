"""What the sync details say about the local file: what is kept alike, and what still waits."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from models import profile
from models.database import Store
from models.queries.status import sync_status

ScopeKind = Literal["directory", "queue", "knowledge", "personal"]


class ScopeRow(Struct, frozen=True):
    """A part of the shared store that is kept here. ``name`` is a queue's; ``begun`` is False
    until the first page of it came."""

    kind: ScopeKind
    name: str
    begun: bool


class LocalReport(Struct, frozen=True):
    """Numbers of the local file. Times are None until they are known."""

    scopes: tuple[ScopeRow, ...]
    server: str
    synced_at_ms: int | None
    waiting: int
    attention: int
    files_waiting: int
    index_waiting: int
    tickets: int
    messages: int


def local_report(store: Store) -> LocalReport:
    """All parts are of one moment."""
    with store.snapshot():
        now = sync_status(store)
        files, index, messages = store.sql(
            "SELECT (SELECT COUNT(*) FROM file_transfer WHERE state IN ('waiting', 'paused')), "
            "(SELECT COUNT(*) FROM search_dirty), (SELECT COUNT(*) FROM message)"
        )[0]
        return LocalReport(
            scopes=tuple(_scopes(store)),
            server=profile.get(store, "server") or "",
            synced_at_ms=now.synced_at_ms,
            waiting=now.waiting,
            attention=now.attention,
            files_waiting=files,
            index_waiting=index,
            tickets=now.tickets_here,
            messages=messages,
        )


def _scopes(store: Store) -> list[ScopeRow]:
    """The directory first, then queues by name; a scope that nobody knows yet is left out."""
    found = store.sql(
        "SELECT s.scope, s.cursor IS NOT NULL, COALESCE(q.name, '') FROM scope_cursor s "
        "LEFT JOIN queue q ON 'q:' || q.id = s.scope ORDER BY q.name, s.scope"
    )
    rows = [
        ScopeRow(kind, name, bool(begun))
        for scope, begun, name in found
        if (kind := _kind(scope)) is not None
    ]
    order: tuple[ScopeKind, ...] = ("directory", "queue", "knowledge", "personal")
    return sorted(rows, key=lambda row: order.index(row.kind))


def _kind(scope: str) -> ScopeKind | None:
    kinds: dict[str, ScopeKind] = {
        "ws": "directory",
        "q": "queue",
        "kb": "knowledge",
        "u": "personal",
    }
    return kinds.get(scope.split(":")[0])
