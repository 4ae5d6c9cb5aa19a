"""Held replies are found by their ticket, for the lists."""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql(
        "CREATE INDEX message_held_ticket ON message (ticket_id) WHERE delivery = 'held'"
    )
