"""What has to be agreed to on a ticket, for the open ticket."""

from __future__ import annotations

from models.database import Store
from models.rows import ApprovalRow

APPROVALS = """SELECT p.id, p.ticket_id, p.what, p.state, p.asked_name, p.of_id,
 COALESCE(a.name, ''), p.at_ms, p.decided_name, p.decided_at_ms, p.why
 FROM approval p LEFT JOIN agent a ON a.id = p.of_id
 WHERE p.deleted = 0 AND p.ticket_id = ? ORDER BY p.at_ms, p.id"""


def approvals(store: Store, ticket_id: str) -> list[ApprovalRow]:
    """All of a ticket, oldest first."""
    return [ApprovalRow(*row) for row in store.sql(APPROVALS, (ticket_id,))]
