"""Categories say by which channel to answer, and whether a screenshot helps.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

STATEMENTS = (
    """ALTER TABLE category ADD COLUMN "preferred_channel" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE category ADD COLUMN "ask_screenshot" INTEGER NOT NULL DEFAULT 0""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over these columns
        db.execute_sql("UPDATE scope_cursor SET cursor = NULL WHERE scope = 'ws'")
