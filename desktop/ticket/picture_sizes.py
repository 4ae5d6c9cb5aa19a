"""How large the pictures of a conversation are, before any of them is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSize

from desktop.ticket.image_store import FILE_SCHEME, picture_size
from desktop.ticket.message_layout import file_source, is_picture
from models import files
from models.rows import ConversationItem, MessageRow

NEWEST, AT_MOST = 12, 12
"""So many messages, and pictures in them: what may be on the screen of a ticket just opened."""
_SOURCE = re.compile(re.escape(FILE_SCHEME) + "([0-9a-f]{64})")


def picture_sizes(folder: Path, items: Sequence[ConversationItem]) -> dict[str, QSize]:
    """By source, newest first; for a reader's thread. Pictures that are not here are left out."""
    found: dict[str, QSize] = {}
    messages = [item for item in items if isinstance(item, MessageRow)]
    for source in dict.fromkeys(_sources(messages[: -NEWEST - 1 : -1])):
        if len(found) == AT_MOST:
            break
        size = picture_size(files.path(folder, source.removeprefix(FILE_SCHEME)))
        if size is not None:
            found[source] = size
    return found


def _sources(messages: Sequence[MessageRow]) -> Iterator[str]:
    for message in messages:
        yield from (FILE_SCHEME + sha256 for sha256 in _SOURCE.findall(message.html))
        yield from (file_source(file) for file in message.files if is_picture(file))
