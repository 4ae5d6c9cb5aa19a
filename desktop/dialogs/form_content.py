"""What the forms keep of themselves while they are being filled in."""

from __future__ import annotations

import msgspec

from desktop.dialogs.new_contact import ContactFacts
from models.commands import FileRef
from models.rows import ContactRow


class NewTicketContent(msgspec.Struct, frozen=True, kw_only=True):
    """Every field has a default, so that a later form can read what an earlier one kept."""

    requester: str = ""
    contact: ContactRow | None = None
    new_contact: ContactFacts | None = None
    subject: str = ""
    queue_id: str | None = None
    category_id: str | None = None
    priority: str | None = None
    html: str = ""
    files: tuple[FileRef, ...] = ()
    written_at_ms: int | None = None
    facts: dict[str, str] = {}


class CallContent(msgspec.Struct, frozen=True, kw_only=True):
    """As above, of a call."""

    who: str = ""
    contact: ContactRow | None = None
    what: str = ""
    queue_id: str | None = None
    ticket_id: str | None = None
    result: str = ""
    call_back_at_ms: int | None = None
    list_id: str | None = None
    ticked: tuple[int, ...] = ()


def packed(content: msgspec.Struct) -> str:
    return msgspec.json.encode(content).decode()
