"""Tickets keep which promise is due, when it begins to be at risk, and what they took.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

STATEMENTS = (
    """ALTER TABLE ticket ADD COLUMN "due_what" TEXT""",
    """ALTER TABLE ticket ADD COLUMN "warn_at_ms" BIGINT""",
    """ALTER TABLE ticket ADD COLUMN "measures" TEXT""",
    """CREATE INDEX ticket_open_risk ON ticket (COALESCE(warn_at_ms, due_at_ms - 3600000), id)
       WHERE deleted = 0 AND status <> 'done' AND due_at_ms IS NOT NULL""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over these columns
        db.execute_sql(
            "UPDATE scope_cursor SET cursor = NULL WHERE scope LIKE 'q:%' OR scope LIKE 'u:%'"
        )
