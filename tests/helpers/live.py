"""Live streams as a client sees them, and a server in this process whose limits a test sets."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import requests
import urllib3
import uvicorn

from models.database import Store
from sync.engine.wire import Server
from sync.protocol import schema
from sync.protocol.live import Bye, Event, Head, Online, Parser, Present
from sync.server import serve
from sync.server.address import Address
from sync.server.app import create_app
from sync.server.bounded_http import BoundedHttp
from sync.server.live import Limits, Live
from tests.helpers.desk import PASSWORD, ServerDesk
from tests.helpers.waiting import until


class Listening:
    """One open ``/v1/live``; ``raw`` are its bytes, ``events`` what they mean."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self.answer = requests.get(f"{url}/v1/live", headers=headers, stream=True, timeout=30)
        self.raw = b""
        self.events: list[Event] = []
        self.ended = False
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        parser = Parser()
        try:
            for part in self.answer.raw.stream(1 << 16):
                self.raw += part
                self.events += parser.feed(part)
        except (urllib3.exceptions.HTTPError, OSError, AttributeError, ValueError):
            pass  # closed by the test, in the middle of reading
        self.ended = True

    def heads(self) -> list[Head]:
        return [event for event in self.events if isinstance(event, Head)]

    def scopes(self) -> list[str]:
        """Every scope that was named so far."""
        return [delta.scope for head in self.heads() for delta in head.scopes]

    def present(self) -> list[Present]:
        return [event for event in self.events if isinstance(event, Present)]

    def online(self) -> set[str]:
        """Who is at work, after all that was told so far."""
        found: set[str] = set()
        for event in self.events:
            if isinstance(event, Online):
                found = (set() if event.whole else found - set(event.left)) | set(event.here)
        return found

    def until_first(self) -> None:
        until(lambda: self.events, 10, "the first event")

    def until_bye(self) -> None:
        until(lambda: any(isinstance(event, Bye) for event in self.events), 10, "bye")

    def until_ended(self) -> None:
        until(lambda: self.ended, 10, "the stream's end")

    def close(self) -> None:
        connection: Any = self.answer.raw.connection
        if connection is not None and connection.sock is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)
        self._reader.join(10)
        self.answer.close()


@contextmanager
def listening(url: str, *tokens: str) -> Iterator[list[Listening]]:
    """A stream for each token, after its first event."""
    streams = [Listening(url, token) for token in tokens]
    try:
        for stream in streams:
            stream.until_first()
        yield streams
    finally:
        for stream in streams:
            stream.close()


def session_of(url: str, login: str) -> schema.SessionAnswer:
    """A new session, on a new device."""
    return Server(url).sign_in(schema.SessionRequest(login, PASSWORD))


def signed_in(url: str, login: str) -> str:
    """A token."""
    return session_of(url, login).token


class Hosted:
    """The application in a thread of this process, as ``serve`` runs it."""

    def __init__(self, desk: ServerDesk, limits: Limits) -> None:
        app = create_app(desk.store, desk.folder, limits)
        self.store = desk.store
        self.desk = app.state.desk
        self.loop: asyncio.AbstractEventLoop
        self._ready = threading.Event()
        listener = serve.bind(Address("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        config = uvicorn.Config(
            app, http=BoundedHttp, log_config=None, lifespan="on", timeout_graceful_shutdown=5
        )
        self._server = serve.DeskServer(config, self.desk, self._on_ready)
        self._thread = threading.Thread(target=self._server.run, args=([listener],))
        self._thread.start()
        assert self._ready.wait(10)

    def _on_ready(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._ready.set()

    @property
    def live(self) -> Live:
        found: Live = self.desk.live
        return found

    def drain(self) -> None:
        """As at SIGTERM."""
        self._server.should_exit = True

    def close(self) -> None:
        self.drain()
        self._thread.join(15)
        assert not self._thread.is_alive()
        close_connections(self.desk.threads, self.store)


def close_connections(threads: ThreadPoolExecutor, store: Store) -> None:
    """Each database thread has a connection of its own, which it alone can close."""
    together = threading.Barrier(threads._max_workers)

    def close() -> None:
        together.wait(timeout=10)
        store.close()

    for ended in [threads.submit(close) for _ in range(threads._max_workers)]:
        ended.result()
    threads.shutdown()


@contextmanager
def hosted(desk: ServerDesk, **limits: float) -> Iterator[Hosted]:
    """Serve this desk until the block ends."""
    running = Hosted(desk, Limits(**limits))  # type: ignore[arg-type]
    try:
        yield running
    finally:
        running.close()


@contextmanager
def heard(desk: ServerDesk, login: str, **limits: float) -> Iterator[tuple[Hosted, Listening]]:
    """This desk served, with one stream of one person."""
    with (
        hosted(desk, **limits) as server,
        listening(server.url, signed_in(server.url, login)) as (stream,),
    ):
        yield server, stream
