"""What is typed on this computer has a table of its own: "draft" travels from now on; SQLite."""

from peewee import Database

STATEMENTS = (
    """
    CREATE TABLE "own_draft" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "updated_at_ms" BIGINT NOT NULL
    )
    """,
    """
    INSERT OR REPLACE INTO own_draft (key, ticket_id, kind, html, updated_at_ms)
    SELECT ticket_id || ':' || kind, ticket_id, kind, html, updated_at_ms FROM draft
    WHERE deleted = 0 ORDER BY updated_at_ms
    """,
    """DELETE FROM draft""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
