"""A line between engines and a server: it counts bytes, and can hold up a busy connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

BLOCK_BYTES = 16 << 10
UNLIMITED = 1 << 60


class Line:
    """``sent`` and ``received`` count what went up and down over all connections.

    With ``limit`` a connection hangs (``stuck``) once it carried so many bytes in one direction;
    others go on, as on a line that is full of a large file.
    """

    def __init__(self, server_url: str) -> None:
        there = urlsplit(server_url)
        self._there = (there.hostname or "", there.port or 0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.sent = self.received = 0
        self.stuck = False
        self._most = {"up": UNLIMITED, "down": UNLIMITED}
        self._turn = threading.Condition()
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def limit(self, *, up: int = UNLIMITED, down: int = UNLIMITED) -> None:
        """For every connection; without numbers all of them go on."""
        with self._turn:
            self._most = {"up": up, "down": down}
            self.stuck = False
            self._turn.notify_all()

    def cut(self) -> None:
        """Every connection breaks off, the limit goes; new ones are accepted."""
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self.limit()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._threads[0].join()
        self.cut()
        for thread in self._threads[1:]:
            thread.join()
        for one in self._sockets:
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                try:
                    there = socket.create_connection(self._there)
                except OSError:  # the server is away
                    here.close()
                    continue
                self._sockets += (here, there)
                self._carry("up", here, there)
                self._carry("down", there, here)

    def _carry(self, direction: str, source: socket.socket, target: socket.socket) -> None:
        def work() -> None:
            carried = 0
            with suppress(OSError):
                while data := source.recv(BLOCK_BYTES):
                    carried += len(data)
                    self._pass(direction, carried, len(data))
                    target.sendall(data)
            with suppress(OSError):
                target.shutdown(socket.SHUT_RDWR)

        self._threads.append(threading.Thread(target=work))
        self._threads[-1].start()

    def _pass(self, direction: str, carried: int, size: int) -> None:
        with self._turn:
            while carried > self._most[direction]:
                self.stuck = True
                self._turn.wait()
            if direction == "up":
                self.sent += size
            else:
                self.received += size


@contextmanager
def line(server_url: str) -> Iterator[Line]:
    one = Line(server_url)
    try:
        yield one
    finally:
        one.close()
