"""Earlier versions of messages are found by their ticket, for whoever asks for a whole one."""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    db.execute_sql("CREATE INDEX message_version_ticket ON message_version (ticket_id)")
