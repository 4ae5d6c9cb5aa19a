"""Files given to a text that is being written; SQLite."""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql(
        """
        CREATE TABLE "draft_files" (
            "key" TEXT PRIMARY KEY NOT NULL,
            "files" TEXT NOT NULL
        )
        """
    )
