"""The rows that travel between store and desktops.

A frozen copy: later changes of the tables come as later scripts, never as edits here.
"""

from peewee import Database

TABLES = (
    """
    CREATE TABLE "agent" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "login" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "role" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "skills" TEXT NOT NULL,
        "active" INTEGER NOT NULL,
        "absent_until_ms" BIGINT
    )
    """,
    """
    CREATE TABLE "team" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "members" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "queue" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "icon" TEXT NOT NULL,
        "position" INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE "queue_member" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "queue_id" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "company" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "short_name" TEXT NOT NULL,
        "latin_name" TEXT NOT NULL,
        "domains" TEXT NOT NULL,
        "by_domain" INTEGER NOT NULL,
        "plan" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "source" TEXT,
        "source_id" TEXT
    )
    """,
    """
    CREATE TABLE "contact" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "latin_name" TEXT NOT NULL,
        "nickname" TEXT NOT NULL,
        "patronymic" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "other_emails" TEXT NOT NULL,
        "login" TEXT NOT NULL,
        "phone" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "role" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "company_id" TEXT,
        "active" INTEGER NOT NULL,
        "source" TEXT,
        "source_id" TEXT
    )
    """,
    """
    CREATE TABLE "category" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "parent_id" TEXT,
        "names" TEXT NOT NULL,
        "required" TEXT NOT NULL,
        "hint" TEXT NOT NULL,
        "position" INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE "tag" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "template" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "folder" TEXT NOT NULL,
        "html" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "macro" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "body" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "calendar" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "body" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "sla_policy" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "calendar" TEXT NOT NULL,
        "body" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "rule" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "position" INTEGER NOT NULL,
        "body" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "view" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "icon" TEXT NOT NULL,
        "filter" TEXT NOT NULL,
        "order_by" TEXT NOT NULL,
        "owner_id" TEXT,
        "updated_at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "ticket" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "number" BIGINT,
        "alias" TEXT NOT NULL,
        "subject" TEXT NOT NULL,
        "status" TEXT NOT NULL,
        "waiting_for" TEXT,
        "wake_at_ms" BIGINT,
        "priority" TEXT NOT NULL,
        "impact" TEXT,
        "urgency" TEXT,
        "product" TEXT NOT NULL,
        "queue_id" TEXT NOT NULL,
        "category_id" TEXT,
        "assignee_id" TEXT,
        "requester_id" TEXT,
        "company_id" TEXT,
        "channel" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "tier" INTEGER NOT NULL,
        "tags" TEXT NOT NULL,
        "due_at_ms" BIGINT,
        "first_reply_at_ms" BIGINT,
        "solved_at_ms" BIGINT,
        "customer_at_ms" BIGINT,
        "activity_at_ms" BIGINT NOT NULL,
        "created_at_ms" BIGINT NOT NULL,
        "date_guessed" INTEGER NOT NULL,
        "reopen_count" INTEGER NOT NULL,
        "handover_count" INTEGER NOT NULL,
        "merged_into" TEXT,
        "source" TEXT,
        "source_id" TEXT,
        "source_text" TEXT
    )
    """,
    """
    CREATE TABLE "message" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "author_id" TEXT,
        "author_name" TEXT NOT NULL,
        "channel" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "source_text" TEXT,
        "at_ms" BIGINT NOT NULL,
        "written_at_ms" BIGINT,
        "delivery" TEXT,
        "delivery_reason" TEXT,
        "source" TEXT,
        "source_id" TEXT
    )
    """,
    """
    CREATE TABLE "message_version" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "message_id" TEXT NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "n" INTEGER NOT NULL,
        "html" TEXT NOT NULL,
        "author_id" TEXT,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "message_file" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "message_id" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "media_type" TEXT NOT NULL,
        "size_bytes" BIGINT NOT NULL,
        "position" INTEGER NOT NULL,
        "state" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "event" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL,
        "who_id" TEXT,
        "who_name" TEXT NOT NULL,
        "what" TEXT NOT NULL,
        "old" TEXT,
        "new" TEXT,
        "why" TEXT
    )
    """,
    """
    CREATE TABLE "mention" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "message_id" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "watcher" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "share" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "agent_id" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "link" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "other_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "article" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "group_key" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "category" TEXT NOT NULL,
        "audience" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "source_text" TEXT,
        "source_format" TEXT NOT NULL,
        "source" TEXT,
        "source_id" TEXT,
        "updated_at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "article_version" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "article_id" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "author_id" TEXT,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "article_use" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "article_id" TEXT NOT NULL,
        "ticket_id" TEXT,
        "agent_id" TEXT NOT NULL,
        "act" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "draft" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "device" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "updated_at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "personal_note" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "title" TEXT NOT NULL,
        "html" TEXT NOT NULL,
        "files" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL,
        "updated_at_ms" BIGINT NOT NULL,
        "ticket_id" TEXT
    )
    """,
    """
    CREATE TABLE "pin" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "reminder" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT,
        "at_ms" BIGINT NOT NULL,
        "words" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "read_state" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT NOT NULL,
        "read_at_ms" BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE "notification" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "ticket_id" TEXT,
        "kind" TEXT NOT NULL,
        "at_ms" BIGINT NOT NULL,
        "seen" INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE "preference" (
        "id" TEXT PRIMARY KEY NOT NULL,
        "scope" TEXT NOT NULL,
        "rev" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "value" TEXT NOT NULL
    )
    """,
)

INDEXES = (
    """CREATE INDEX ticket_number ON ticket (number)""",
    """CREATE INDEX ticket_alias ON ticket (alias)""",
    """CREATE INDEX ticket_open_assignee ON ticket (assignee_id, activity_at_ms, id)
       WHERE deleted = 0 AND status <> 'done'""",
    """CREATE INDEX ticket_open_queue ON ticket (queue_id, activity_at_ms, id)
       WHERE deleted = 0 AND status <> 'done'""",
    """CREATE INDEX ticket_open_due ON ticket (due_at_ms, id)
       WHERE deleted = 0 AND status <> 'done' AND due_at_ms IS NOT NULL""",
    """CREATE INDEX ticket_done ON ticket (assignee_id, solved_at_ms, id)
       WHERE deleted = 0 AND status = 'done'""",
    """CREATE INDEX ticket_postponed ON ticket (status, wake_at_ms, id)
       WHERE deleted = 0 AND status = 'postponed'""",
    """CREATE INDEX ticket_activity ON ticket (activity_at_ms, id) WHERE deleted = 0""",
    """CREATE INDEX ticket_by_due ON ticket (COALESCE(due_at_ms, 9223372036854775000), id)
       WHERE deleted = 0""",
    """CREATE INDEX ticket_by_waiting ON ticket (COALESCE(customer_at_ms, 9223372036854775000), id)
       WHERE deleted = 0""",
    """CREATE INDEX ticket_by_priority ON ticket ((CASE priority WHEN 'urgent' THEN 0
       WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END), id) WHERE deleted = 0""",
    """CREATE INDEX ticket_requester ON ticket (requester_id, activity_at_ms)""",
    """CREATE INDEX message_ticket ON message (ticket_id, at_ms, id)""",
    """CREATE INDEX message_file_message ON message_file (message_id)""",
    """CREATE INDEX message_file_ticket ON message_file (ticket_id)""",
    """CREATE INDEX message_file_sha256 ON message_file (sha256)""",
    """CREATE INDEX event_ticket ON event (ticket_id, at_ms, id)""",
    """CREATE INDEX mention_agent ON mention (agent_id, ticket_id)""",
    """CREATE INDEX mention_ticket ON mention (ticket_id)""",
    """CREATE INDEX watcher_ticket ON watcher (ticket_id)""",
    """CREATE INDEX share_agent ON share (agent_id, ticket_id)""",
    """CREATE INDEX share_ticket ON share (ticket_id)""",
    """CREATE INDEX link_ticket ON link (ticket_id)""",
    """CREATE INDEX message_version_message ON message_version (message_id, n)""",
    """CREATE INDEX queue_member_agent ON queue_member (agent_id)""",
    """CREATE INDEX contact_email ON contact (email)""",
    """CREATE INDEX contact_company ON contact (company_id)""",
    """CREATE INDEX article_language ON article (language, category)""",
    """CREATE INDEX draft_ticket ON draft (ticket_id)""",
    """CREATE INDEX personal_note_updated ON personal_note (updated_at_ms)""",
    """CREATE INDEX read_state_ticket ON read_state (ticket_id)""",
)


def up(migrator: object, db: Database) -> None:
    for statement in (*TABLES, *INDEXES):
        db.execute_sql(statement)
