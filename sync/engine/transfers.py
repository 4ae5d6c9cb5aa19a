"""Bytes of files, after the text and apart from it.

Uploads are queued when their message was settled. Downloads: what somebody asked for, and by
itself what is recent and small. The queue is the table ``file_transfer``; a file that was begun
goes on where it stopped, whatever ended it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from models import files
from models.database import Store
from models.errors import DeskError, NotFound, Refused, StoreBusy
from models.local import FileTransfer
from models.profile import Profile
from sync.engine import pieces
from sync.engine.cycle import saved_clock
from sync.engine.wire import Server
from sync.protocol import errors, link

log = logging.getLogger("deskside.engine")
TRIES = 5
AUTO_DAYS = 30
AUTO_LIMIT_BYTES = 5 << 20
AUTO_AT_ONCE = 50
TELL_S = 0.25
OF_ALL = (errors.Offline, errors.ServerBusy, errors.SignInNeeded, StoreBusy)
"""Troubles that other files would have, too: they wait for better times without a count."""


@dataclass
class Transfers:
    """One round of uploads and downloads.

    ``tell`` hears of each file that came and how far others are; ``goes_on`` is asked between
    two pieces and may wait while text is on its way. A file that got stuck is ``late`` and comes
    last the next time, so that it never holds up the others.
    """

    store: Store
    profile: Profile
    server: Server
    tell: Callable[[link.FileHere | link.FileProgress | link.Failed], None]
    goes_on: Callable[[], bool]
    late: dict[str, int] = field(default_factory=dict)
    _told_s: float = 0.0
    _newest: int = 0

    def run(self) -> None:
        """What was asked for, what waits to be sent, what may be wanted. Raises those OF_ALL.

        What is queued meanwhile is looked at between two pieces: smaller files go first.
        """
        while self.goes_on():
            self._newest = self._last_row()
            self._round()
            if not self._has_newer():
                return

    def _round(self) -> None:
        for direction in ("down", "up"):
            for sha256, size_bytes, tries in self._waiting(direction):
                if not self._undisturbed():
                    return
                self._move(direction, sha256, size_bytes, tries)
        self._fetch_recent()

    def _undisturbed(self, moving: str = "") -> bool:
        """Asking once more for the file that moves is no reason to begin its connection anew."""
        return self.goes_on() and not self._has_newer(moving)

    def _has_newer(self, but: str = "") -> bool:
        text = "SELECT 1 FROM file_transfer WHERE rowid > ? AND sha256 <> ? LIMIT 1"
        return bool(self.store.sql(text, (self._newest, but)))

    def _last_row(self) -> int:
        return int(self.store.sql("SELECT COALESCE(MAX(rowid), 0) FROM file_transfer")[0][0])

    def _move(self, direction: str, sha256: str, size_bytes: int, tries: int) -> None:
        """One file of the queue, with all that may become of it."""
        try:
            arrived = self._moved(direction, sha256, size_bytes)
        except OF_ALL as error:
            self._stuck(sha256)
            self._note(direction, sha256, "waiting", tries, str(error))
            if direction == "down" and self.late[sha256] == 1:
                self.tell(link.Failed(code="file", sentence=str(error)))
            raise
        except (errors.SyncError, DeskError) as error:
            self._trouble(direction, sha256, tries, error)
            return
        self.late.pop(sha256, None)
        if arrived:
            self._note(direction, sha256, "done", tries)
            if direction == "down":
                self.tell(link.FileHere(sha256=sha256))

    def _stuck(self, sha256: str) -> None:
        self.late[sha256] = self.late.get(sha256, 0) + 1

    def _moved(self, direction: str, sha256: str, size_bytes: int) -> bool:
        def goes_on() -> bool:
            return self._undisturbed(sha256) and self._state(direction, sha256) == "waiting"

        def moved(done: int, total: int) -> None:
            self._tell_progress(direction, sha256, done, total)

        if direction == "down":
            return pieces.download(self.server, self.profile.files, sha256, goes_on, moved)
        source = files.path(self.profile.files, sha256)
        return pieces.Upload(self.server, sha256, source, size_bytes).run(goes_on, moved)

    def _trouble(
        self, direction: str, sha256: str, tries: int, error: errors.SyncError | DeskError
    ) -> None:
        """This file's own: it is tried again a few times where that may help."""
        log.warning("file %s did not go %s: %s", sha256[:12], direction, error)
        final = isinstance(error, (NotFound, Refused, errors.NotThere)) or tries + 1 >= TRIES
        full = isinstance(error, errors.ServerFull)
        state = "failed" if final and not full else "waiting"
        self._note(direction, sha256, state, tries if full else tries + 1, str(error))
        if direction == "down":
            self.tell(link.Failed(code="file", sentence=str(error)))

    def _fetch_recent(self) -> None:
        """Small files of recent messages and of one's own notes, newest first."""
        folder = self.profile.files
        for sha256 in sorted(self._wanted(), key=lambda one: self.late.get(one, 0)):
            if not self._undisturbed():
                return
            try:
                if pieces.download(self.server, folder, sha256, self._undisturbed, lambda *_: None):
                    self.tell(link.FileHere(sha256=sha256))
            except OF_ALL:
                self._stuck(sha256)
                raise
            except (errors.Malformed, errors.NotThere, errors.WrongBytes, errors.NotDeskside) as e:
                log.info("file %s did not come: %s", sha256[:12], e)

    def _wanted(self) -> list[str]:
        since = saved_clock(self.store).now_ms() - AUTO_DAYS * 86_400_000
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

    def _waiting(self, direction: str) -> list[tuple[str, int, int]]:
        """Small ones first, those that got stuck last."""
        found = self.store.sql(
            "SELECT sha256, size_bytes, tries FROM file_transfer "
            "WHERE direction = ? AND state = 'waiting' ORDER BY tries, size_bytes, rowid",
            (direction,),
        )
        rows = [(row[0], int(row[1]), int(row[2])) for row in found]
        return sorted(rows, key=lambda row: self.late.get(row[0], 0))

    def _state(self, direction: str, sha256: str) -> str:
        text = "SELECT state FROM file_transfer WHERE key = ?"
        return str(self.store.sql(text, (f"{direction}:{sha256}",))[0][0])

    def _note(
        self, direction: str, sha256: str, state: str, tries: int, reason: str | None = None
    ) -> None:
        """What became of it; a file that a person has paused meanwhile stays paused."""
        with self.store.transaction():
            self.store.sql(
                "UPDATE file_transfer SET state = ?, tries = ?, reason = ? "
                "WHERE key = ? AND (state = 'waiting' OR ? = 'done')",
                (state, tries, reason, f"{direction}:{sha256}", state),
            )
        self.tell(
            link.FileProgress(
                sha256=sha256, direction=direction, state=state, sentence=reason or ""
            )
        )

    def _tell_progress(self, direction: str, sha256: str, done: int, total: int) -> None:
        """At most four times a second; the end is told by ``_note``."""
        now_s = time.monotonic()
        if now_s - self._told_s < TELL_S:
            return
        self._told_s = now_s
        self.tell(
            link.FileProgress(sha256=sha256, direction=direction, done_bytes=done, size_bytes=total)
        )


def wanted_now(store: Store, sha256: str) -> None:
    """Somebody asked for a file: it stays asked for until it is here or can't be had."""
    row = {"key": f"down:{sha256}", "direction": "down", "sha256": sha256, "state": "waiting"}
    with store.transaction():
        store.run(FileTransfer.insert(**row).on_conflict("REPLACE"))  # as the newest one


def set_paused(store: Store, sha256: str, paused: bool) -> list[str]:
    """Let a file rest, or go on, also one that had failed; the directions in which it does."""
    was, becomes = ("('waiting')", "paused") if paused else ("('paused', 'failed')", "waiting")
    with store.transaction():
        changed = store.sql(
            f"UPDATE file_transfer SET state = ?, tries = 0 WHERE sha256 = ? AND state IN {was} "
            "RETURNING direction",
            (becomes, sha256),
        )
    return [row[0] for row in changed]
