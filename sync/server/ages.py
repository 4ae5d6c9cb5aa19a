"""Which programs this server still talks to, by the number of the schema that they know.

A program that can't read the rows of today any more may go on sending for as long as its changes
are understood (``min_push``): what its person wrote is not to be lost with it.
"""

from __future__ import annotations

from sync.protocol import schema
from sync.server.protest import Protest

ACCEPTED = schema.SchemaRange(min_pull=1, min_push=1, current=schema.SCHEMA)
TOO_OLD = "This Deskside is too old for the server: install a newer one."


def require_pull(client: schema.ClientInfo) -> None:
    """Raises Protest (426) for a program that can't read what it would be given."""
    if client.schema < ACCEPTED.min_pull:
        raise Protest(426, "too_old", f"{TOO_OLD} What you write is still sent.")


def require_push(client: schema.ClientInfo) -> None:
    """Raises Protest (426) for a program whose changes are not understood any more."""
    if client.schema < ACCEPTED.min_push:
        raise Protest(426, "too_old", f"{TOO_OLD} What you write is kept on your computer.")
