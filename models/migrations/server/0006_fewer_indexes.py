"""Indexes of tickets that only a desktop's lists read: the server answers no list.

A note moves its ticket's activity; on PostgreSQL an indexed column that changes writes every index
of the row anew. A desktop keeps them in its own file.

A frozen copy: later changes of the table come as later scripts, never as edits here.
"""

from peewee import Database

LISTS = (
    "ticket_open_assignee ticket_open_queue ticket_open_due ticket_open_risk ticket_done "
    "ticket_postponed ticket_activity ticket_by_due ticket_by_waiting ticket_by_priority "
    "ticket_requester ticket_company"
).split()
KEPT = (
    "CREATE INDEX ticket_requester ON ticket (requester_id)",
    "CREATE INDEX ticket_company ON ticket (company_id)",
    """CREATE INDEX ticket_open_queue ON ticket (queue_id, assignee_id)
       WHERE deleted = 0 AND status <> 'done'""",
)


def up(migrator: object, db: Database) -> None:
    for name in LISTS:
        db.execute_sql(f"DROP INDEX {name}")
    for text in KEPT:
        db.execute_sql(text)
