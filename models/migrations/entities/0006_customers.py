"""Contracts, equipment, merges and the history of customers.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

STATEMENTS = (
    """ALTER TABLE "company" ADD COLUMN "contract" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "company" ADD COLUMN "contract_until" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "company" ADD COLUMN "merged_into" TEXT""",
    """ALTER TABLE "contact" ADD COLUMN "note" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "contact" ADD COLUMN "merged_into" TEXT""",
    """
    CREATE TABLE "asset" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "serial" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "contact_id" TEXT,
        "company_id" TEXT
    )
    """,
    """
    CREATE TABLE "record_event" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "entity" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL,
        "who_id" TEXT,
        "who_name" TEXT NOT NULL,
        "what" TEXT NOT NULL,
        "old" TEXT,
        "new" TEXT
    )
    """,
    """CREATE INDEX asset_contact ON asset (contact_id)""",
    """CREATE INDEX asset_company ON asset (company_id)""",
    """CREATE INDEX record_event_ent ON record_event (ent, at_ms, id)""",
    """CREATE INDEX contact_name ON contact (name, id)
       WHERE deleted = 0 AND merged_into IS NULL""",
    """CREATE INDEX company_name ON company (name, id)
       WHERE deleted = 0 AND merged_into IS NULL""",
    """CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL""",
    """CREATE INDEX company_merged ON company (merged_into) WHERE merged_into IS NOT NULL""",
    """CREATE INDEX ticket_company ON ticket (company_id, activity_at_ms)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
    if "scope_cursor" in db.get_tables():  # a desktop's file: it has passed over this so far
        db.execute_sql("UPDATE scope_cursor SET cursor = NULL WHERE scope = 'ws'")
