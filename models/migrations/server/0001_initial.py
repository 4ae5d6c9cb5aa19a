"""What only the shared store holds.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database, SqliteDatabase

TABLES = (
    """
    CREATE TABLE "meta" (
        "key" TEXT PRIMARY KEY NOT NULL,
        "value" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "stream_head" (
        "stream" TEXT PRIMARY KEY NOT NULL,
        "seq" BIGINT NOT NULL,
        "gc_seq" BIGINT NOT NULL,
        "next_number" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "seq_mark" (
        "seq" BIGINT PRIMARY KEY NOT NULL,
        "nonce" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "change" (
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        "scope" TEXT NOT NULL,
        "seq" BIGINT NOT NULL,
        "op" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "parent" TEXT,
        PRIMARY KEY ("kind", "ent", "scope")
    )
    """,
    """
    CREATE TABLE "client" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "agent_id" TEXT NOT NULL,
        "device" TEXT NOT NULL,
        "last_mid" BIGINT NOT NULL,
        "chain" TEXT NOT NULL,
        "revoked" INTEGER NOT NULL,
        "seen_at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "mutation_seen" (
        "client_id" TEXT NOT NULL,
        "mid" BIGINT NOT NULL,
        "payload_sha" TEXT NOT NULL,
        "chain" TEXT NOT NULL,
        "outcome" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL,
        PRIMARY KEY ("client_id", "mid")
    )
    """,
    """
    CREATE TABLE "undelivered" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "agent_id" TEXT NOT NULL,
        "payload" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "credential" (
        "agent_id" TEXT PRIMARY KEY NOT NULL,
        "password_hash" TEXT NOT NULL,
        "changed_at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "session" (
        "token_hash" TEXT PRIMARY KEY NOT NULL,
        "agent_id" TEXT NOT NULL,
        "client_id" TEXT NOT NULL,
        "created_at_ms" BIGINT NOT NULL,
        "seen_at_ms" BIGINT NOT NULL,
        "expires_at_ms" BIGINT
    )
    """,
    """
    CREATE TABLE "blob" (
        "sha256" TEXT PRIMARY KEY NOT NULL,
        "size_bytes" BIGINT NOT NULL,
        "state" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "source_key" (
        "source" TEXT NOT NULL,
        "source_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "ent" TEXT NOT NULL,
        PRIMARY KEY ("source", "source_id", "kind")
    )
    """,
    """
    CREATE TABLE "audit" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "at_ms" BIGINT NOT NULL,
        "agent_id" TEXT,
        "act" TEXT NOT NULL,
        "detail" TEXT NOT NULL
    )
    """,
)

INDEXES = (
    """CREATE UNIQUE INDEX change_scope_seq ON change (scope, seq, kind, ent)""",
    """CREATE INDEX session_agent ON session (agent_id)""",
    """CREATE INDEX client_agent ON client (agent_id)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in (*TABLES, *INDEXES):
        db.execute_sql(statement)
    db.execute_sql(
        "INSERT INTO stream_head (stream, seq, gc_seq, next_number) VALUES ('main', 0, 0, 1)"
    )
    db.execute_sql("INSERT INTO seq_mark (seq, nonce, at_ms) VALUES (0, 'start', 0)")
    db.execute_sql("INSERT INTO meta (key, value) VALUES ('epoch', '1')")
    if not isinstance(db, SqliteDatabase):
        db.execute_sql("CREATE SEQUENCE ticket_numbers")
