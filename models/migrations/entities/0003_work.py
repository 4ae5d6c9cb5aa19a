"""Work times and check lists of tickets.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

TABLES = (
    """
    CREATE TABLE "time_entry" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "who_id" TEXT,
        "who_name" TEXT NOT NULL,
        "minutes" INTEGER NOT NULL,
        "started_at_ms" BIGINT,
        "note" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "checklist_item" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "position" BIGINT NOT NULL,
        "text" TEXT NOT NULL,
        "done" INTEGER NOT NULL,
        "done_by" TEXT,
        "done_at_ms" BIGINT
    )
    """,
    """CREATE INDEX time_entry_ticket ON time_entry (ticket_id)""",
    """CREATE INDEX checklist_item_ticket ON checklist_item (ticket_id, position, id)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in TABLES:
        db.execute_sql(statement)
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over such rows so far
        db.execute_sql(
            "UPDATE scope_cursor SET cursor = NULL WHERE scope LIKE 'q:%' OR scope LIKE 'u:%'"
        )
