"""What follows one person between devices (scope ``u:<agent>``)."""

from __future__ import annotations

import peewee

from models.fields import Replicated, maybe_text, moment, text


class Draft(Replicated):
    """Text typed and not sent: one per ticket, kind and device, as that device told it last.

    What is being typed on this one is in ``local.OwnDraft``.
    """

    ticket_id = text()
    kind = text()  # reply, note
    device = text()  # JSON: commands.drafts.DraftPlace
    html = text()
    updated_at_ms = moment(default=0)


class PersonalNote(Replicated):
    """A note of My notes. ``ticket_id`` tells what it was turned into."""

    title = text()
    html = text()
    files = text()  # JSON list of {id, sha256, name, media_type, size_bytes}
    at_ms = moment(default=0)
    updated_at_ms = moment(default=0)
    ticket_id = maybe_text()


class Pin(Replicated):
    """A ticket that somebody keeps at hand."""

    ticket_id = text()


class OwnPlace(Replicated):
    """Where a ticket stands in its person's own order: see ``models.own_order``."""

    ticket_id = text()
    rank = text()


class OwnColour(Replicated):
    """The colour that somebody gave a ticket for their own eyes: of ``rows.COLOURS``.

    The kind keeps the name it was first synced under.
    """

    ticket_id = text()
    colour = text()

    class Meta:
        table_name = "highlight"


class Reminder(Replicated):
    """A moment at which somebody wants to hear of something."""

    ticket_id = maybe_text()
    at_ms = moment(default=0)
    words = text()
    what = text()  # "" a call that was promised, own: the ticket itself


class ReadState(Replicated):
    """How far somebody has read a ticket."""

    ticket_id = text()
    read_at_ms = moment(default=0)


class Notification(Replicated):
    """Something that somebody is to be told."""

    ticket_id = maybe_text()
    kind = text()
    at_ms = moment(default=0)
    seen = peewee.IntegerField(default=0)


class Preference(Replicated):
    """A setting that follows its owner; the local window keeps its own."""

    key = text()
    value = text()  # JSON
