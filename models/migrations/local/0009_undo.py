"""What can be taken back outlives the window in which it was done; SQLite."""

from peewee import Database

STATEMENTS = (
    """
    CREATE TABLE "undo_act" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "step" TEXT NOT NULL,
        "side" TEXT NOT NULL,
        "mid" BIGINT NOT NULL,
        "payload" TEXT NOT NULL,
        "inverse" TEXT NOT NULL,
        "traces" TEXT NOT NULL
    )
    """,
    """CREATE INDEX undo_act_step ON undo_act (side, step)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
