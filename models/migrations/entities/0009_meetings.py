"""Tickets have a link to their meeting, and work times say whether they were one.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

STATEMENTS = (
    """ALTER TABLE ticket ADD COLUMN "meeting_link" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE time_entry ADD COLUMN "kind" TEXT NOT NULL DEFAULT ''""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over these columns
        db.execute_sql(
            "UPDATE scope_cursor SET cursor = NULL WHERE scope LIKE 'q:%' OR scope LIKE 'u:%'"
        )
