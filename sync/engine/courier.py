"""A thread that moves files, so that no text ever waits for one.

It writes nothing but rows of ``file_transfer``. While the loop sends or reads text it rests
between two pieces.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from models.database import Store
from models.errors import DeskError
from models.profile import Profile
from sync.engine.leftovers import remove_leftovers
from sync.engine.retry import Backoff
from sync.engine.transfers import Transfers
from sync.engine.wire import Server
from sync.protocol import errors, link

log = logging.getLogger("deskside.engine")
LEAVE_S = 2.0


class Courier(threading.Thread):
    """``tell`` is called on this thread; ``signed_out`` when the server says who are you."""

    def __init__(
        self,
        profile: Profile,
        store: Store,
        server: Server,
        tell: Callable[[link.Line], None],
        signed_out: Callable[[], None],
    ) -> None:
        super().__init__(name="courier", daemon=True)
        self._store, self._tell_all, self._signed_out = store, tell, signed_out
        self._files = profile.files
        own = server.for_thread()
        self._transfers = Transfers(store, profile, own, self._tell, self._goes_on)
        self._backoff = Backoff()
        self._not_before_s = 0.0
        self._turn = threading.Condition()
        self._work = self._resting = self._ended = False

    def wake(self, now: bool = False) -> None:
        """There may be something to move. ``now``: a person waits, don't wait after a failure."""
        with self._turn:
            self._work = True
            if now:
                self._not_before_s = 0.0
                self._transfers.late.clear()
            self._turn.notify()

    def rest(self) -> None:
        """Text goes first: no further piece until ``go_on``."""
        with self._turn:
            self._resting = True

    def go_on(self) -> None:
        with self._turn:
            self._resting = False
            self._turn.notify()

    def end(self) -> None:
        """The piece that is on its way is the last one; the thread is waited for briefly."""
        with self._turn:
            self._ended = True
            self._turn.notify()
        self.join(LEAVE_S)

    def run(self) -> None:
        try:
            remove_leftovers(self._store, self._files)
            while self._next():
                self._round()
        except BrokenPipeError:
            log.info("the desktop is gone")
        finally:
            self._store.close()

    def _next(self) -> bool:
        """Wait for work and until it may be done; False when the thread should end."""
        with self._turn:
            while not self._ended:
                left_s = self._not_before_s - time.monotonic()
                if self._work and left_s <= 0 and not self._resting:
                    self._work = False
                    return True
                self._turn.wait(left_s if self._work and left_s > 0 else None)
            return False

    def _round(self) -> None:
        try:
            self._transfers.run()
        except errors.SignInNeeded:
            self._signed_out()
        except (errors.SyncError, DeskError) as error:
            log.info("files wait: %s", error)
            self._try_later(error)
        except BrokenPipeError:
            raise
        except Exception as error:  # a fault of ours must not end the thread
            log.exception("moving files failed")
            self._try_later(error)
        else:
            self._backoff.worked()

    def _try_later(self, error: Exception) -> None:
        least_s = error.retry_after_s if isinstance(error, errors.ServerBusy) else 0.0
        with self._turn:
            self._work = True
            self._not_before_s = time.monotonic() + self._backoff.failed(least_s)

    def _goes_on(self) -> bool:
        """Between two pieces: waits while text is on its way."""
        with self._turn:
            while self._resting and not self._ended:
                self._turn.wait()
            return not self._ended

    def _tell(self, message: link.Line) -> None:
        if not self._ended:
            self._tell_all(message)
