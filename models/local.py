"""Tables of the local file only: what waits to be sent, and where reading stopped.

The outbox and its effects have no foreign keys: a row that is purged never takes an unsent
change with it.
"""

from __future__ import annotations

import peewee

from models.fields import Table, maybe_moment, maybe_text, moment, text


class Profile(Table):
    """Key and value: server, login, agent, client id, epoch, last times, device name."""

    key = peewee.TextField(primary_key=True)
    value = text()


class Outbox(Table):
    """Changes in the order in which they were made; ``payload`` is the command as it will be sent.

    ``state`` is queued, sending (it may have left), held, refused, withdrawn or settled. Settled
    rows stay 30 days. ``tries`` and ``failing_since_ms`` count failures of this change alone;
    ``code`` and ``reason`` say in short and in a sentence why it was refused or held.
    """

    mid = peewee.BigIntegerField(primary_key=True)
    client_id = text()
    kind = text()
    payload = text()
    ticket_id = maybe_text()
    inverse = maybe_text()
    state = text()
    reason = maybe_text()
    chain = text()
    outcome = maybe_text()
    at_ms = moment(default=0)
    settled_at_ms = maybe_moment()
    tries = peewee.IntegerField(default=0)
    failing_since_ms = maybe_moment()
    code = maybe_text()


class PendingEffect(Table):
    """What one unsettled change did to one row: ``op`` is insert, set or delete; ``data`` JSON."""

    id = peewee.AutoField()
    mid = peewee.BigIntegerField()
    kind = text()
    ent = text()
    op = text()
    data = text()


class Shadow(Table):
    """The server's state of a row that has pending effects; ``row`` is NULL if it has none."""

    key = peewee.TextField(primary_key=True)  # kind + ":" + id
    kind = text()
    ent = text()
    row = maybe_text()


class UndoAct(Table):
    """An act that can be taken back, the newest last; those of one ``step`` go together.

    ``side`` is undo, redo (it was taken back) or kept (it could not be). ``inverse`` takes it
    back; ``traces`` is what it left in rows, by which a later change is noticed.
    """

    id = peewee.AutoField()
    step = text()
    side = text()
    mid = peewee.BigIntegerField()
    payload = text()
    inverse = text()
    traces = text()


class ScopeCursor(Table):
    """Where reading of a scope stopped; see ``sync.protocol.cursor``.

    ``floor_ms``: of tickets older than that, done ones may be missing here; 0: none is.
    """

    scope = peewee.TextField(primary_key=True)
    cursor = maybe_text()
    floor_ms = moment(default=0)


class OldTicket(Table):
    """A ticket outside of the window that is here: it changed at ``at_ms``, or was fetched then.

    Unless ``children_complete``, older messages of it are not here. The ticket itself may be
    missing as long as only something of it came.
    """

    ticket_id = peewee.TextField(primary_key=True)
    children_complete = peewee.IntegerField(default=0)
    at_ms = moment(default=0)


class SharedHold(Table):
    """Rows that came through ``u:`` though their home is a queue that is not held."""

    key = peewee.TextField(primary_key=True)
    kind = text()
    ent = text()
    ticket_id = text()


class SearchDoc(Table):
    """One document of the full-text table: its FTS row id, and what it was made from."""

    doc = peewee.AutoField()
    kind = text()
    ent = text()
    ticket_id = maybe_text()
    at_ms = moment(default=0)
    tokens_version = peewee.IntegerField(default=0)


class SearchDirty(Table):
    """A row whose words are to be indexed (anew); see ``models.indexing``."""

    key = peewee.TextField(primary_key=True)
    kind = text()
    ent = text()


class FileTransfer(Table):
    """Bytes on their way: ``direction`` up or down, ``state`` waiting, paused, done or failed."""

    key = peewee.TextField(primary_key=True)  # direction + ":" + sha256
    direction = text()
    sha256 = text()
    size_bytes = peewee.BigIntegerField(default=0)
    state = text()
    tries = peewee.IntegerField(default=0)
    reason = maybe_text()


class OwnDraft(Table):
    """What is typed on this computer and not sent; no server ever writes here."""

    key = peewee.TextField(primary_key=True)  # ticket id + ":" + kind
    ticket_id = text()
    kind = text()  # reply, note, or a part of a personal note
    html = text()
    updated_at_ms = moment(default=0)


class DraftJournal(Table):
    """Every version of a draft that a pause in typing or a timer wrote, newest last."""

    id = peewee.AutoField()
    ticket_id = text()
    kind = text()
    html = text()
    at_ms = moment(default=0)


class DraftFiles(Table):
    """Files of a draft that is not sent: ``files`` as in ``PersonalNote``, in their order."""

    key = peewee.TextField(primary_key=True)  # ticket id + ":" + kind
    files = text()


class FormDraft(Table):
    """A form that was begun: ``content`` is the form's own, ``title`` what it is called by."""

    id = peewee.TextField(primary_key=True)
    form = text()
    title = text()
    content = text()
    at_ms = moment(default=0)


class WindowState(Table):
    """What the window on this computer remembers: its place, view, theme, language."""

    key = peewee.TextField(primary_key=True)
    value = text()


class Notice(Table):
    """What its person was told of, or that was passed over; ``listed``: the bell shows it.

    ``seen`` is 1 once the list was looked at.
    """

    key = peewee.TextField(primary_key=True)
    kind = text()
    ticket_id = maybe_text()
    number = text()
    subject = text()
    who = text()
    words = text()
    at_ms = moment(default=0)
    listed = peewee.IntegerField(default=0)
    seen = peewee.IntegerField(default=0)
