"""Who wrote which field last.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

TABLE = """
    CREATE TABLE "field_touch" (
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "field" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "client_id" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL,
        PRIMARY KEY ("kind", "ent", "field")
    )
"""


def up(migrator: object, db: Database) -> None:
    db.execute_sql(TABLE)
