"""What its person was told of on this computer.

A frozen copy: later changes of the table come as later scripts, never as edits here.
"""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql(
        """
        CREATE TABLE "notice" (
            "key" TEXT PRIMARY KEY NOT NULL,
            "kind" TEXT NOT NULL,
            "ticket_id" TEXT,
            "number" TEXT NOT NULL,
            "subject" TEXT NOT NULL,
            "who" TEXT NOT NULL,
            "words" TEXT NOT NULL,
            "at_ms" BIGINT NOT NULL,
            "listed" INTEGER NOT NULL,
            "seen" INTEGER NOT NULL
        )
        """
    )
    db.execute_sql("CREATE INDEX notice_listed ON notice (at_ms) WHERE listed = 1")
