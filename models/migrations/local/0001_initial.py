"""What only the local file holds; SQLite.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

TABLES = (
    """
    CREATE TABLE "profile" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "value" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "outbox" (
        "mid" BIGINT PRIMARY KEY NOT NULL,
        "client_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "payload" TEXT NOT NULL,
        "ticket_id" TEXT,
        "inverse" TEXT,
        "state" TEXT NOT NULL,
        "reason" TEXT,
        "chain" TEXT NOT NULL,
        "outcome" TEXT,
        "at_ms" BIGINT NOT NULL,
        "settled_at_ms" BIGINT
    )
    """,
    """
    CREATE TABLE "pending_effect" (
        "id" INTEGER PRIMARY KEY AUTOINCREMENT,
        "mid" BIGINT NOT NULL,
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "op" TEXT NOT NULL,
        "data" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "shadow" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "row" TEXT
    )
    """,
    """
    CREATE TABLE "scope_cursor" (
        "scope" TEXT PRIMARY KEY NOT NULL,
        "cursor" TEXT
    )
    """,
    """
    CREATE TABLE "shared_hold" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "ticket_id" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "search_doc" (
        "doc" INTEGER PRIMARY KEY AUTOINCREMENT,
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "ticket_id" TEXT,
        "at_ms" BIGINT NOT NULL,
        "tokens_version" INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE "search_dirty" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "file_transfer" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "direction" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "size_bytes" BIGINT NOT NULL,
        "state" TEXT NOT NULL,
        "tries" INTEGER NOT NULL,
        "reason" TEXT
    )
    """,
    """
    CREATE TABLE "draft_journal" (
        "id" INTEGER PRIMARY KEY AUTOINCREMENT,
        "ticket_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "window_state" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "value" TEXT NOT NULL
    )
    """,
)

INDEXES = (
    """CREATE INDEX outbox_state ON outbox (state, mid)""",
    """CREATE INDEX outbox_ticket ON outbox (ticket_id)""",
    """CREATE INDEX pending_effect_ent ON pending_effect (kind, ent)""",
    """CREATE INDEX pending_effect_mid ON pending_effect (mid)""",
    """CREATE UNIQUE INDEX search_doc_ent ON search_doc (kind, ent)""",
    """CREATE INDEX search_doc_ticket ON search_doc (ticket_id)""",
    """CREATE INDEX shared_hold_ticket ON shared_hold (ticket_id)""",
    """CREATE INDEX draft_journal_ticket ON draft_journal (ticket_id, kind, id)""",
    """CREATE INDEX search_dirty_ent ON search_dirty (ent)""",
    """CREATE VIRTUAL TABLE search_index USING fts5(
        words, content='', contentless_delete=1, detail='none',
        tokenize='ascii', prefix='2 3 4')""",
    """CREATE VIRTUAL TABLE article_index USING fts5(
        title, body, content='', contentless_delete=1, tokenize='ascii', prefix='2 3')""",
)


def up(migrator: object, db: Database) -> None:
    for statement in (*TABLES, *INDEXES):
        db.execute_sql(statement)
