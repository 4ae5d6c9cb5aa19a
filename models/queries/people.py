"""Agents, queues and requesters."""

from __future__ import annotations

from models.database import Store
from models.rows import Actor, AgentRow, ContactRow, QueueRow


def agents(store: Store) -> list[AgentRow]:
    """Active agents by name, each with how many tickets not done are theirs."""
    text = (
        "SELECT a.id, a.login, a.name, a.email, a.role, a.title, COUNT(t.id) FROM agent a "
        "LEFT JOIN ticket t ON t.assignee_id = a.id AND t.deleted = 0 AND t.status <> 'done' "
        "WHERE a.deleted = 0 AND a.active = 1 "
        "GROUP BY a.id, a.login, a.name, a.email, a.role, a.title ORDER BY a.name"
    )
    return [AgentRow(*row) for row in store.sql(text)]


def queues(store: Store, me: Actor) -> list[QueueRow]:
    """All queues in their order; ``mine`` where tickets of the queue reach this person."""
    text = (
        "SELECT q.id, q.name, q.icon, COUNT(m.id) FROM queue q "
        "LEFT JOIN queue_member m ON m.queue_id = q.id AND m.deleted = 0 AND m.agent_id = ? "
        "WHERE q.deleted = 0 GROUP BY q.id, q.name, q.icon, q.position ORDER BY q.position, q.name"
    )
    admin = me.role == "admin"
    return [
        QueueRow(id, name, icon, admin or n > 0) for id, name, icon, n in store.sql(text, (me.id,))
    ]


def contacts(store: Store, text: str, limit: int = 20) -> list[ContactRow]:
    """Active contacts whose name, e-mail or phone contains what was typed, in any letter case."""
    typed = text.strip().casefold()
    found = store.sql(
        "SELECT c.id, c.name, c.email, c.phone, c.title, c.company_id, k.name FROM contact c "
        "LEFT JOIN company k ON k.id = c.company_id "
        "WHERE c.deleted = 0 AND c.active = 1 ORDER BY c.name"
    )
    rows = [ContactRow(*(*row[:6], row[6] or "")) for row in found]
    return [row for row in rows if _matches(row, typed)][:limit]


def _matches(row: ContactRow, typed: str) -> bool:
    digits = "".join(letter for letter in typed if letter.isdigit())
    phone = "".join(letter for letter in row.phone if letter.isdigit())
    if len(digits) >= 4 and digits in phone:
        return True
    words = f"{row.name} {row.email} {row.company_name}".casefold()
    return all(part in words for part in typed.split())
