"""Which addresses a ticket may have for its meeting: they are opened as they stand."""

from __future__ import annotations

from urllib.parse import urlsplit

from models.richtext.links import link_target

MOST_CHARS = 2_000


def meeting_link(text: str) -> str:
    """The address as it is kept, or "" where it is none that may be opened.

    An address with a name or password before the host is none: it looks like another host.
    """
    link = link_target(text)
    if not link.startswith("https://") or len(link) > MOST_CHARS:
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    return link if parts.hostname and "@" not in parts.netloc else ""


def meeting_host(link: str) -> str:
    """Where it leads, to be shown."""
    return urlsplit(link).hostname or ""
