"""Tickets keep what their category asks for, lines of history what they changed.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql("""ALTER TABLE ticket ADD COLUMN "facts" TEXT NOT NULL DEFAULT ''""")
    db.execute_sql("""ALTER TABLE event ADD COLUMN "changed" TEXT NOT NULL DEFAULT ''""")
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over this so far
        db.execute_sql(
            "UPDATE scope_cursor SET cursor = NULL WHERE scope LIKE 'q:%' OR scope LIKE 'u:%'"
        )
