"""What a handler says about itself: for its limits, and for the OpenAPI document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sync.protocol import schema

KEY = "told"
BYTES = "application/octet-stream"
EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True)
class Told:
    """``takes`` and ``gives`` are structs of the wire, BYTES, EVENTS, or None for no body.

    ``open``: no session is needed. ``query`` and ``headers`` name what else is read. ``later``: the
    answer may be an empty 202, to be asked for again.
    """

    takes: Any = None
    gives: Any = None
    open: bool = False
    query: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    later: bool = False


def told(
    takes: Any = None,
    gives: Any = None,
    *,
    limit: int = schema.SMALL_BODY_BYTES,
    open: bool = False,
    query: tuple[str, ...] = (),
    headers: tuple[str, ...] = (),
    later: bool = False,
) -> dict[str, Any]:
    """Words for a handler's decorator; a body larger than ``limit`` is refused."""
    kept = Told(takes, gives, open, query, headers, later)
    return {"request_max_body_size": limit, "opt": {KEY: kept}, "include_in_schema": False}
