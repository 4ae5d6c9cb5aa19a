"""Bytes of files, after the text and apart from it.

Uploads are queued when their message was settled. Downloads: what somebody looks at, and by
itself what is recent and small.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from models import files
from models.clock import wall_ms
from models.database import Store
from models.errors import DeskError, NotFound
from models.profile import Profile
from sync.engine.wire import Server
from sync.protocol import errors

log = logging.getLogger("deskside.engine")
TRIES = 5
AUTO_DAYS = 30
AUTO_LIMIT_BYTES = 5 << 20
AUTO_AT_ONCE = 50


@dataclass
class Transfers:
    """One round of uploads and downloads; ``arrived`` hears of each file that came."""

    store: Store
    profile: Profile
    server: Server
    arrived: Callable[[str], None]

    def upload_all(self, stop: Callable[[], bool]) -> None:
        """Send the bytes that wait. One that fails stays, and never holds up the others."""
        for sha256, tries in self._waiting("up"):
            if stop():
                return
            try:
                self._upload(sha256)
                self._note("up", sha256, "done", tries)
            except (errors.Malformed, errors.BatchRefused, DeskError) as error:
                log.warning("file %s was not sent: %s", sha256[:12], error)
                state = "failed" if tries + 1 >= TRIES else "waiting"
                self._note("up", sha256, state, tries + 1, str(error))

    def _upload(self, sha256: str) -> None:
        source = files.path(self.profile.files, sha256)
        if not source.exists():
            raise NotFound("The file is no longer on this computer.")
        if self.server.missing([sha256]):
            self.server.upload(sha256, source)

    def fetch(self, sha256: str) -> None:
        """Bring one file here. Raises a SyncError or a DeskError."""
        if not files.path(self.profile.files, sha256).exists():
            data = self.server.download(sha256)
            if files.keep(self.profile.files, data) != sha256:
                raise errors.Malformed("The file that came is another one.")
        self.arrived(sha256)

    def fetch_recent(self, stop: Callable[[], bool]) -> None:
        """Small files of recent messages and of one's own notes, newest first."""
        for sha256 in self._wanted():
            if stop():
                return
            try:
                self.fetch(sha256)
            except (errors.Malformed, errors.BatchRefused, errors.NotDeskside) as error:
                log.info("file %s did not come: %s", sha256[:12], error)

    def _wanted(self) -> list[str]:
        since = wall_ms() - AUTO_DAYS * 86_400_000
        recent = self.store.sql(
            "SELECT DISTINCT f.sha256 FROM message_file f JOIN message m ON m.id = f.message_id "
            "WHERE f.deleted = 0 AND f.state = 'complete' AND m.at_ms > ? AND f.size_bytes < ? "
            "ORDER BY m.at_ms DESC LIMIT 1000",
            (since, AUTO_LIMIT_BYTES),
        )
        noted = self.store.sql(
            "SELECT json_extract(j.value, '$.sha256') FROM personal_note n, json_each(n.files) j "
            "WHERE n.deleted = 0 AND n.files <> ''"
        )
        absent = [
            row[0] for row in noted + recent if not files.path(self.profile.files, row[0]).exists()
        ]
        return absent[:AUTO_AT_ONCE]

    def _waiting(self, direction: str) -> list[tuple[str, int]]:
        found = self.store.sql(
            "SELECT sha256, tries FROM file_transfer WHERE direction = ? AND state = 'waiting'",
            (direction,),
        )
        return [(row[0], int(row[1])) for row in found]

    def _note(
        self, direction: str, sha256: str, state: str, tries: int, reason: str | None = None
    ) -> None:
        with self.store.transaction():
            self.store.sql(
                "UPDATE file_transfer SET state = ?, tries = ?, reason = ? WHERE key = ?",
                (state, tries, reason, f"{direction}:{sha256}"),
            )
