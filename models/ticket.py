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
    due_what = maybe_text()  # which promise that is (models.sla.TARGETS); NULL: a person set it
    warn_at_ms = maybe_moment()  # when that promise begins to be at risk
    measures = maybe_text()  # JSON, see models.sla.measures
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
    meeting_link = text()  # https, or empty
    facts = text()  # JSON map of what its category asks for; empty: nothing is known


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
    changed = text()  # what its act wrote into the ticket, see models.rebuild; the server tells


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
    """What another ticket is to this one; the other has the row that says the reverse."""

    ticket_id = text()
    other_id = text()
    kind = text()  # duplicate, original, parent, child, related


class TimeEntry(Replicated):
    """Time that somebody worked on a ticket."""

    ticket_id = text()
    who_id = maybe_text()
    who_name = text()
    minutes = peewee.IntegerField(default=0)
    started_at_ms = maybe_moment()
    note = text()
    at_ms = moment(default=0)  # when it was entered
    kind = text()  # meeting, or empty


class ChecklistItem(Replicated):
    """A line of a ticket's check list; ``position`` orders them, with room between two."""

    ticket_id = text()
    position = peewee.BigIntegerField(default=0)
    text = text()
    done = peewee.IntegerField(default=0)
    done_by = maybe_text()
    done_at_ms = maybe_moment()


class Approval(Replicated):
    """Something on a ticket that somebody has to agree to; ``state`` asked, approved, rejected."""

    ticket_id = text()
    what = text()
    state = text()
    asked_id = maybe_text()  # who asked
    asked_name = text()
    of_id = maybe_text()  # whose word is asked for; anybody's when empty
    at_ms = moment(default=0)
    decided_id = maybe_text()
    decided_name = text()
    decided_at_ms = maybe_moment()
    why = text()


class Conflict(Replicated):
    """A value that met a change which its author had not seen; both are kept here for good.

    ``base`` is what the author of ``mine`` had seen, ``theirs`` what was there when it came;
    all three are JSON. ``applied`` tells whether the row got ``mine``. In the scope of its row.
    """

    ticket_id = maybe_text()
    entity = text()  # the row's kind
    ent = text()
    field = text()
    base = text()
    theirs = text()
    mine = text()
    applied = peewee.IntegerField(default=1)
    theirs_id = maybe_text()
    theirs_name = text()
    theirs_at_ms = maybe_moment()
    mine_id = maybe_text()
    mine_name = text()
    mine_at_ms = moment(default=0)  # when it came
    written_at_ms = maybe_moment()  # when it was made, by its author's clock
    state = text()  # open, resolved
    choice = maybe_text()  # mine, theirs, other
    resolved_id = maybe_text()
    resolved_name = text()
    resolved_at_ms = maybe_moment()
