"""Kinds of rows that an older program passed over are read now, and failures are counted.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql("UPDATE scope_cursor SET cursor = NULL")
    db.execute_sql('ALTER TABLE outbox ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0')
    db.execute_sql('ALTER TABLE outbox ADD COLUMN "failing_since_ms" BIGINT')
