"""A computer may keep a window of the work: what lies outside of it, and what came back.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

STATEMENTS = (
    """ALTER TABLE scope_cursor ADD COLUMN "floor_ms" BIGINT NOT NULL DEFAULT 0""",
    """
    CREATE TABLE "old_ticket" (
        "ticket_id" TEXT PRIMARY KEY NOT NULL,
        "children_complete" INTEGER NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """CREATE INDEX old_ticket_stub ON old_ticket (ticket_id) WHERE children_complete = 0""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
