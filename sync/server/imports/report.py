"""What an import tells while it runs and when it is done."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

PROGRESS_STEP_S = 2.0


@dataclass
class Report:
    """Counts rows; a refused one becomes a line on stderr at once."""

    what: str
    added: int = 0
    known: int = 0
    changed: int = 0
    refused: int = 0
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _told_at: float = field(default_factory=time.monotonic)

    def refuse(self, row: int | str, reason: str) -> None:
        self.refused += 1
        named = f"row {row}" if isinstance(row, int) else row
        print(f"{named}: {reason}", file=self.stream, flush=True)

    def progress(self) -> None:
        """Say how far it is, at most every two seconds."""
        if time.monotonic() - self._told_at < PROGRESS_STEP_S:
            return
        self._told_at = time.monotonic()
        print(f"... {self.summary()}", file=self.stream, flush=True)

    def summary(self) -> str:
        changed = f"{self.changed} changed, " if self.changed else ""
        counts = f"{self.added} added, {changed}{self.known} already here, {self.refused} refused"
        return f"{self.what}: {counts}"
