"""What a telephone program hands over: ``deskside call +7900…`` or ``deskside://call?from=…``.

Any page in a browser can open such an address, so it is only ever put into a field to look at.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

SCHEME = "deskside"
LONGEST = 80


def caller_of(given: str) -> str:
    """Who calls, in one short line; "" when the words name nobody."""
    if given.lower().startswith(f"{SCHEME}:"):
        given = _of_address(given)
    shown = "".join(letter if letter.isprintable() else " " for letter in given)
    return " ".join(shown.split())[:LONGEST]


def _of_address(address: str) -> str:
    """A leading ``+`` belongs to the number, as telephone programs write it; others are spaces."""
    try:
        parts = urlsplit(address.replace("+", "%2B"))
        asked = parse_qs(parts.query)
    except ValueError:
        return ""
    about = parts.netloc or parts.path.strip("/")
    found = asked.get("from", [""])[0] if about == "call" else ""
    return found[:1] + found[1:].replace("+", " ")
