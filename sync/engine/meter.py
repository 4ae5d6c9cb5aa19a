"""What went over the wire since the engine began, for the sync details.

Several threads count into one meter; the loop reads it.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from models.clock import running_s


@dataclass
class Meter:
    """Bytes are bodies as they went over the wire, compressed; headers are not counted.

    Those of a live stream are counted when it ends. ``snapshot_rows`` came by the last snapshot.
    """

    since_s: float = field(default_factory=running_s)
    requests: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    pages: int = 0
    rows: int = 0
    snapshot_rows: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def age_ms(self) -> int:
        """For how long this counts."""
        return int((running_s() - self.since_s) * 1000)

    def asked(self, sent_bytes: int) -> None:
        """A request goes out with a body of this size."""
        with self._lock:
            self.requests += 1
            self.sent_bytes += sent_bytes

    def received(self, size_bytes: int) -> None:
        with self._lock:
            self.received_bytes += size_bytes

    def read_page(self, rows: int) -> None:
        """A page of changes came."""
        with self._lock:
            self.pages += 1
            self.rows += rows
