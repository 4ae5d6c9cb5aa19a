"""Due times and measures follow what was changed, in the same transaction."""

from __future__ import annotations

from models.promises import Owing, counted
from sync.server.writer import ServerWriter

AT_ONCE = 500


def count_promises(writer: ServerWriter) -> None:
    """Write what the changes so far mean for due times, once for each ticket; before the order.

    All open tickets where policies or calendars are others now. They are locked before what
    happened to them is read: who changes one meanwhile counts it by what stands after this.
    """
    owing, writer.owing = writer.owing, Owing()
    if not owing:
        return
    writer.settle()
    gathers, writer.gathers = writer.gathers, True
    ids = owing.owed(writer.store)
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        unknown = [("ticket", id) for id in part if ("ticket", id) not in writer.pending.known]
        if unknown:
            writer.prefetch(unknown)
        for id, changes in list(counted(writer.store, part)):
            writer.amend("ticket", id, changes)
    writer.settle()
    writer.gathers, writer.owing = gathers, Owing()
