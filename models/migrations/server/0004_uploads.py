"""Files that are on their way in pieces."""

from peewee import Database

STATEMENTS = (
    """
    CREATE TABLE "upload" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "agent_id" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "size_bytes" BIGINT NOT NULL,
        "offset_bytes" BIGINT NOT NULL,
        "verified" INTEGER NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """CREATE UNIQUE INDEX upload_file ON upload (agent_id, sha256)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
