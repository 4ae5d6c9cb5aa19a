"""What a person keeps about tickets for themselves: a place, a colour, and reminders of two kinds.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

STATEMENTS = (
    """
    CREATE TABLE "own_place" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "rank" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "highlight" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "colour" TEXT NOT NULL
    )
    """,
    """ALTER TABLE "reminder" ADD COLUMN "what" TEXT NOT NULL DEFAULT ''""",
    """CREATE INDEX pin_ticket ON pin (ticket_id)""",
    """CREATE INDEX own_place_ticket ON own_place (ticket_id)""",
    """CREATE INDEX highlight_ticket ON highlight (ticket_id)""",
    """CREATE INDEX reminder_ticket ON reminder (ticket_id)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over these so far
        db.execute_sql("UPDATE scope_cursor SET cursor = NULL WHERE scope LIKE 'u:%'")
