"""What follows one person between devices (scope ``u:<agent>``)."""

from __future__ import annotations

import peewee

from models.fields import Replicated, maybe_text, moment, text


class Draft(Replicated):
    """Text typed and not sent: one per ticket, kind and device."""

    ticket_id = text()
    kind = text()  # reply, note
    device = text()
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
    ticket_id = text()


class Reminder(Replicated):
    ticket_id = maybe_text()
    at_ms = moment(default=0)
    words = text()


class ReadState(Replicated):
    ticket_id = text()
    read_at_ms = moment(default=0)


class Notification(Replicated):
    ticket_id = maybe_text()
    kind = text()
    at_ms = moment(default=0)
    seen = peewee.IntegerField(default=0)


class Preference(Replicated):
    key = text()
    value = text()  # JSON
