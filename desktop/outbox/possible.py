"""What can be done about a line of the outbox. Pure."""

from __future__ import annotations

from models.queries.outbox import OutboxEntry

_STUCK = ("refused", "held")


def possible(entry: OutboxEntry) -> dict[str, bool]:
    """Acts that make sense for the line, and whether each may be done now.

    A change that is being sent can be neither changed nor taken back until its answer comes.
    """
    acts: dict[str, bool] = {}
    if entry.ticket_id or entry.state == "conflict":
        acts["open"] = bool(entry.number) or entry.state == "conflict"
    if entry.state in (*_STUCK, "queued", "sending"):
        rests = entry.state != "sending"
        if entry.has_text:
            acts["edit"] = rests
        if entry.state in _STUCK and entry.command is not None:
            acts["retry"] = True
        acts["withdraw"] = rests
    if entry.sha256:
        acts["pause"] = True
    return acts
