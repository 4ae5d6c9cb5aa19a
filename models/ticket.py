"""Work: tickets and what hangs on them. Home scope ``q:<queue>``; children carry their ticket's."""

from __future__ import annotations

import peewee

from models.fields import Replicated, maybe_moment, maybe_text, moment, text


class Ticket(Replicated):
    """A piece of work; ``status`` and the other choices stand in ``models.rows``."""

    number = peewee.BigIntegerField(null=True)  # given by the server
    alias = text()
    subject = text()
    status = text()
    waiting_for = maybe_text()
    wake_at_ms = maybe_moment()
    priority = text()
    impact = maybe_text()
    urgency = maybe_text()
    product = text()
    queue_id = text()
    category_id = maybe_text()
    assignee_id = maybe_text()
    requester_id = maybe_text()
    company_id = maybe_text()
    channel = text()
    language = text()
    tier = peewee.IntegerField(default=1)
    tags = text()  # JSON list, sorted
    due_at_ms = maybe_moment()
    first_reply_at_ms = maybe_moment()
    solved_at_ms = maybe_moment()
    customer_at_ms = maybe_moment()  # the customer's newest word
    activity_at_ms = moment(default=0)  # anybody's newest act
    created_at_ms = moment(default=0)
    date_guessed = peewee.IntegerField(default=0)  # 1: imported without a date
    reopen_count = peewee.IntegerField(default=0)
    handover_count = peewee.IntegerField(default=0)
    merged_into = maybe_text()
    source = maybe_text()
    source_id = maybe_text()
    source_text = maybe_text()  # the body's original where it was HTML or Markdown


class Message(Replicated):
    """What was said: reply, note, customer or call. Later only its delivery changes, or it goes."""

    ticket_id = text()
    kind = text()  # reply, note, customer, call
    author_id = maybe_text()
    author_name = text()
    channel = text()
    html = text()
    source_text = maybe_text()
    at_ms = moment(default=0)
    written_at_ms = maybe_moment()
    delivery = maybe_text()
    delivery_reason = maybe_text()
    source = maybe_text()
    source_id = maybe_text()


class MessageVersion(Replicated):
    """What a message said before it was changed."""

    message_id = text()
    ticket_id = text()
    n = peewee.IntegerField(default=1)
    html = text()
    author_id = maybe_text()
    at_ms = moment(default=0)


class MessageFile(Replicated):
    """A file of a message. The bytes are found by ``sha256``; ``state`` tells whether they came."""

    ticket_id = text()
    message_id = text()
    sha256 = text()
    name = text()
    media_type = text()
    size_bytes = peewee.BigIntegerField(default=0)
    position = peewee.IntegerField(default=0)
    state = text()  # pending, complete


class Event(Replicated):
    """A line of the immutable history: who changed what, from what to what."""

    ticket_id = text()
    at_ms = moment(default=0)
    who_id = maybe_text()
    who_name = text()
    what = text()
    old = maybe_text()
    new = maybe_text()
    why = maybe_text()


class Mention(Replicated):
    """Somebody whom a message names; they see the ticket even outside their queues."""

    ticket_id = text()
    message_id = text()
    agent_id = text()
    at_ms = moment(default=0)


class Watcher(Replicated):
    """Somebody who wants to hear of a ticket."""

    ticket_id = text()
    agent_id = text()


class Share(Replicated):
    """Lets one agent outside the queue have a ticket and its children, in ``u:<agent>``."""

    ticket_id = text()
    agent_id = text()


class Link(Replicated):
    """Two tickets that belong together: duplicate or parent."""

    ticket_id = text()
    other_id = text()
    kind = text()  # duplicate, parent, merged
