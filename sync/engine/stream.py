"""The live stream as one thread reads it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import msgspec
import requests
import urllib3

from sync.engine.wire import Server
from sync.protocol import errors
from sync.protocol.live import Event, Parser

FIRST_S = 8.0
SILENCE_S = 60.0
"""More than twice the server's heartbeat."""


class Stream:
    """Opened by its constructor, which raises SyncError. Iterate once over ``events``."""

    def __init__(self, server: Server, first_s: float = FIRST_S, silence_s: float = SILENCE_S):
        self._address, self._silence_s = server.address, silence_s
        self._open = contextlib.ExitStack()
        self._answer = self._open.enter_context(server.stream("/v1/live", first_s))
        if self._answer.headers.get("Content-Type", "").partition(";")[0] != "text/event-stream":
            self._open.close()
            raise errors.NotDeskside(f"What answers at {server.address} is no live stream.")

    def events(self) -> Iterator[Event]:
        """As they come, until the server ends. Raises Offline at an error, or after a silence.

        The first one has to come soon: a proxy that keeps answers back would make us wait for
        ever. After it the heartbeat shows that the line is alive.
        """
        parser = Parser()
        waits_for_first = True
        try:
            for part in self._answer.raw.stream(1 << 16, decode_content=False):
                for event in parser.feed(part):
                    if waits_for_first:
                        waits_for_first = False
                        self._be_patient()
                    yield event
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise errors.Offline(f"The live stream of {self._address} broke off.") from error
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise errors.Malformed("A live event that is none of ours.") from error
        finally:
            self._open.close()

    def cut(self) -> None:
        """From any thread: whoever reads wakes up with an error."""
        with contextlib.suppress(OSError):
            line = self._socket()
            if line is not None:
                line.shutdown(socket.SHUT_RDWR)

    def _be_patient(self) -> None:
        line = self._socket()
        if line is not None:
            line.settimeout(self._silence_s)

    def _socket(self) -> socket.socket | None:
        connection: Any = self._answer.raw.connection
        found: socket.socket | None = getattr(connection, "sock", None)
        return found
