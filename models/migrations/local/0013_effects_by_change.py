"""What waits on a row is looked up by its change, also where thousands wait on one ticket.

A frozen copy: later changes of the table come as later scripts, never as edits here.
"""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql("DROP INDEX pending_effect_ent")
    db.execute_sql("CREATE INDEX pending_effect_ent ON pending_effect (kind, ent, mid)")
