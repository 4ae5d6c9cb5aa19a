"""A thread that holds one long poll open and only says that the server has news."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from models import profile
from models.database import Store
from models.errors import DeskError
from sync.engine.cycle import cursors
from sync.engine.wire import Server
from sync.protocol import errors, schema

log = logging.getLogger("deskside.engine")
LISTEN_S = 25


class Listener(threading.Thread):
    """After news it rests until ``resume`` says that the loop has read them.

    A failed poll counts as news: the loop then finds out what is wrong.
    """

    def __init__(self, server: Server, store: Store, news: Callable[[], None]) -> None:
        super().__init__(name="listener", daemon=True)
        self._server = Server(server.address, server.token)
        self._store = store
        self._news = news
        self._may_ask = threading.Event()
        self._ended = False

    def resume(self) -> None:
        self._may_ask.set()

    def end(self) -> None:
        """The thread ends with its current poll; what that says is ignored."""
        self._ended = True
        self._may_ask.set()

    def run(self) -> None:
        while True:
            self._may_ask.wait()
            if self._ended:
                return
            if self._has_news() and not self._ended:
                self._may_ask.clear()
                self._news()

    def _has_news(self) -> bool:
        try:
            client = schema.ClientInfo(profile.get(self._store, "client_id") or "")
            held = cursors(self._store)
            answer = self._server.pull(schema.PullRequest(client, held, limit=1, wait=LISTEN_S))
        except (errors.SyncError, DeskError) as error:
            log.info("the long poll ended: %s", error)
            return True
        changed = any(state.gone or state.expired for state in answer.scopes.values())
        return bool(answer.changes) or changed or answer.scopes.keys() != held.keys()
