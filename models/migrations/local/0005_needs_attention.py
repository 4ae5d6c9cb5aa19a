"""What asks for its author's decision is found at once; a refusal keeps its code.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql('ALTER TABLE outbox ADD COLUMN "code" TEXT')
    db.execute_sql("CREATE INDEX message_held ON message (author_id) WHERE delivery = 'held'")
