"""What the engine tells about itself in the sync details."""

from __future__ import annotations

from dataclasses import dataclass

from models.clock import ServerClock
from sync.engine.meter import Meter
from sync.engine.wire import Server
from sync.protocol import link


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong last; an empty code: nothing yet."""

    code: str = ""
    sentence: str = ""
    at_ms: int | None = None


def report(server: Server | None, live: str, clock: ServerClock, trouble: Trouble) -> link.Report:
    """What went over the wire so far; what stands in the local file the desktop reads itself."""
    meter = server.meter if server else Meter()
    return link.Report(
        since_at_ms=clock.now_ms() - meter.age_ms,
        requests=meter.requests,
        sent_bytes=meter.sent_bytes,
        received_bytes=meter.received_bytes,
        pages=meter.pages,
        rows=meter.rows + meter.snapshot_rows,
        live=live,
        server_version=server.version if server else "",
        clock_offset_ms=clock.offset_ms,
        trouble_code=trouble.code,
        trouble_sentence=trouble.sentence,
        trouble_at_ms=trouble.at_ms,
    )
