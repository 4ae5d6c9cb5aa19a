"""Tables of the shared store only: order of changes, sign-ins, outcomes."""

from __future__ import annotations

import peewee

from models.fields import Table, maybe_moment, maybe_text, moment, text


class Meta(Table):
    """Key and value of the whole store, e.g. ``epoch``, which counts restores."""

    key = peewee.TextField(primary_key=True)
    value = text()


class StreamHead(Table):
    """One counter row; whoever holds its lock decides the order."""

    stream = peewee.TextField(primary_key=True)
    seq = peewee.BigIntegerField(default=0)
    gc_seq = peewee.BigIntegerField(default=0)
    next_number = peewee.BigIntegerField(default=1)


class SeqMark(Table):
    """A random nonce per transaction: a cursor that names another one comes from another past."""

    seq = peewee.BigIntegerField(primary_key=True)
    nonce = text()
    at_ms = moment(default=0)


class Change(Table):
    """One live line per row and scope; ``op`` is put, out or del."""

    kind = text()
    ent = text()
    scope = text()
    seq = peewee.BigIntegerField()
    op = text()
    rev = peewee.IntegerField(default=0)
    parent = maybe_text()

    class Meta:
        primary_key = peewee.CompositeKey("kind", "ent", "scope")


class FieldTouch(Table):
    """Who wrote a field of a row last, and the revision that this made: for late changes."""

    kind = text()
    ent = text()
    field = text()
    rev = peewee.IntegerField()
    client_id = text()
    agent_id = text()
    at_ms = moment(default=0)

    class Meta:
        primary_key = peewee.CompositeKey("kind", "ent", "field")


class Client(Table):
    """A device of an agent: the last of its changes that was settled, and the chain at it."""

    id = peewee.TextField(primary_key=True)
    agent_id = text()
    device = text()
    last_mid = peewee.BigIntegerField(default=0)
    chain = text()
    revoked = peewee.IntegerField(default=0)
    seen_at_ms = moment(default=0)


class MutationSeen(Table):
    """A change that was settled, and how; what is sent again gets the same answer."""

    client_id = text()
    mid = peewee.BigIntegerField()
    payload_sha = text()
    chain = text()
    outcome = text()
    at_ms = moment(default=0)

    class Meta:
        primary_key = peewee.CompositeKey("client_id", "mid")


class Undelivered(Table):
    """What a refused change said, kept for whoever has to find it again."""

    id = peewee.TextField(primary_key=True)
    agent_id = text()
    payload = text()
    reason = text()
    at_ms = moment(default=0)


class Credential(Table):
    """The password of an agent, as an Argon2id hash."""

    agent_id = peewee.TextField(primary_key=True)
    password_hash = text()
    changed_at_ms = moment(default=0)


class Session(Table):
    """A signed-in device; only the hash of its token is kept."""

    token_hash = peewee.TextField(primary_key=True)
    agent_id = text()
    client_id = text()
    created_at_ms = moment(default=0)
    seen_at_ms = moment(default=0)
    expires_at_ms = maybe_moment()


class SignInTry(Table):
    """How often a password was wrong lately, for a hashed account, place or both.

    ``at_ms`` is the newest try; before ``free_at_ms`` no other one is looked at.
    """

    key = peewee.TextField(primary_key=True)
    count = peewee.IntegerField(default=0)
    at_ms = moment(default=0)
    free_at_ms = moment(default=0)


class Blob(Table):
    """A file whose bytes are here."""

    sha256 = peewee.TextField(primary_key=True)
    size_bytes = peewee.BigIntegerField(default=0)
    state = text()  # complete
    at_ms = moment(default=0)


class BlobHolder(Table):
    """Somebody who sent these bytes themselves, and so may have them back."""

    sha256 = text()
    agent_id = text()

    class Meta:
        primary_key = peewee.CompositeKey("sha256", "agent_id")


class FileClaim(Table):
    """A ``message_file`` that waits for its bytes, and who named it: they have to send them."""

    id = peewee.TextField(primary_key=True)
    sha256 = text()
    agent_id = text()


class Upload(Table):
    """A file on its way in pieces, of one agent; ``at_ms`` is when the last piece came.

    ``verified``: all is there and has the right hash, so that it may be put in its place.
    """

    id = peewee.TextField(primary_key=True)
    agent_id = text()
    sha256 = text()
    size_bytes = peewee.BigIntegerField(default=0)
    offset_bytes = peewee.BigIntegerField(default=0)
    verified = peewee.IntegerField(default=0)
    at_ms = moment(default=0)


class SourceKey(Table):
    """What an import brought in: its key there, and the row it became here."""

    source = text()
    source_id = text()
    kind = text()
    ent = text()

    class Meta:
        primary_key = peewee.CompositeKey("source", "source_id", "kind")


class Audit(Table):
    """What administrators did."""

    id = peewee.TextField(primary_key=True)
    at_ms = moment(default=0)
    agent_id = maybe_text()
    act = text()
    detail = text()
