"""Late changes that met others, and approvals.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

TABLES = (
    """
    CREATE TABLE "approval" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "what" TEXT NOT NULL,
        "state" TEXT NOT NULL,
        "asked_id" TEXT,
        "asked_name" TEXT NOT NULL,
        "of_id" TEXT,
        "at_ms" BIGINT NOT NULL,
        "decided_id" TEXT,
        "decided_name" TEXT NOT NULL,
        "decided_at_ms" BIGINT,
        "why" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "conflict" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT,
        "entity" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "field" TEXT NOT NULL,
        "base" TEXT NOT NULL,
        "theirs" TEXT NOT NULL,
        "mine" TEXT NOT NULL,
        "applied" INTEGER NOT NULL,
        "theirs_id" TEXT,
        "theirs_name" TEXT NOT NULL,
        "theirs_at_ms" BIGINT,
        "mine_id" TEXT,
        "mine_name" TEXT NOT NULL,
        "mine_at_ms" BIGINT NOT NULL,
        "written_at_ms" BIGINT,
        "state" TEXT NOT NULL,
        "choice" TEXT,
        "resolved_id" TEXT,
        "resolved_name" TEXT NOT NULL,
        "resolved_at_ms" BIGINT
    )
    """,
    """CREATE INDEX approval_ticket ON approval (ticket_id)""",
    """CREATE INDEX conflict_ticket ON conflict (ticket_id)""",
    """CREATE INDEX conflict_open ON conflict (mine_id) WHERE state = 'open'""",
    """CREATE INDEX ticket_merged ON ticket (merged_into) WHERE merged_into IS NOT NULL""",
)


def up(migrator: object, db: Database) -> None:
    for statement in TABLES:
        db.execute_sql(statement)
