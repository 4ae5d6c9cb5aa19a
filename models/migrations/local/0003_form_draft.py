"""Forms that somebody began to fill in; SQLite."""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql(
        """
        CREATE TABLE "form_draft" (
            "id" TEXT PRIMARY KEY NOT NULL,
            "form" TEXT NOT NULL,
            "title" TEXT NOT NULL,
            "content" TEXT NOT NULL,
            "at_ms" BIGINT NOT NULL
        )
        """
    )
