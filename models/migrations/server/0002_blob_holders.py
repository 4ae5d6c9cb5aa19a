"""Who may read which bytes, beside what messages show.

A frozen copy: later changes of the tables come as later scripts, never as edits here. Notes that
are here keep their files, since nobody can tell any more who sent the bytes.
"""

from peewee import Database, SqliteDatabase

TABLES = (
    """
    CREATE TABLE "blob_holder" (
        "sha256" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL,
        PRIMARY KEY ("sha256", "agent_id")
    )
    """,
    """
    CREATE TABLE "file_claim" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "sha256" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL
    )
    """,
    """CREATE INDEX file_claim_sha256 ON file_claim (sha256, agent_id)""",
)

CLAIMS = """
    INSERT INTO file_claim (id, sha256, agent_id)
    SELECT f.id, f.sha256, COALESCE(m.author_id, e.who_id)
    FROM message_file f
    JOIN message m ON m.id = f.message_id
    LEFT JOIN event e ON e.ticket_id = f.ticket_id AND e.what = 'created'
    WHERE f.state = 'pending' AND COALESCE(m.author_id, e.who_id) IS NOT NULL
    ON CONFLICT (id) DO NOTHING
"""

HOLDERS = """
    INSERT INTO blob_holder (sha256, agent_id)
    SELECT DISTINCT b.sha256, substr(n.scope, 3)
    FROM personal_note n CROSS JOIN {each} j JOIN blob b ON b.sha256 = {name}
"""
ON_SQLITE = {"each": "json_each(NULLIF(n.files, ''))", "name": "json_extract(j.value, '$.sha256')"}
ON_POSTGRES = {"each": "jsonb_array_elements(NULLIF(n.files, '')::jsonb)", "name": "j->>'sha256'"}


def up(migrator: object, db: Database) -> None:
    for statement in TABLES:
        db.execute_sql(statement)
    db.execute_sql(CLAIMS)
    on_sqlite = isinstance(db, SqliteDatabase)
    db.execute_sql(HOLDERS.format(**(ON_SQLITE if on_sqlite else ON_POSTGRES)))
