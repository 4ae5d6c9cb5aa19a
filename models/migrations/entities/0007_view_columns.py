"""Saved views say which facts their rows show.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql("""ALTER TABLE "view" ADD COLUMN "columns" TEXT NOT NULL DEFAULT ''""")
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over this column
        db.execute_sql(
            "UPDATE scope_cursor SET cursor = NULL WHERE scope = 'ws' OR scope LIKE 'u:%'"
        )
