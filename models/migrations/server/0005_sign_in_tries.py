"""Counts of attempts to sign in, so that guessing gets slower and slower."""

from peewee import Database

STATEMENTS = (
    """
    CREATE TABLE "sign_in_try" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "count" INTEGER NOT NULL,
        "at_ms" BIGINT NOT NULL,
        "free_at_ms" BIGINT NOT NULL
    )
    """,
    """CREATE INDEX sign_in_try_at ON sign_in_try (at_ms)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
