"""A notification server on a private bus: a program of its own, which does what it is told.

``python -m tests.helpers.notifications`` owns the name and writes every notice as a line of JSON;
lines on its input are signals to send: ``["ActionInvoked", 1, "take"]``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.threading import DBusConnection, open_dbus_connection

from tests.helpers.waiting import until

NAME = "org.freedesktop.Notifications"
PLACE = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
FIELDS = "app replaces icon title body actions hints expires".split()
SIGNALS = {"ActionInvoked": "us", "NotificationClosed": "uu"}


class Bus:
    """A bus of our own; ``notices`` is what was shown, ``answer`` is what its person does."""

    def __init__(self, daemon: subprocess.Popen[str], folder: Path) -> None:
        assert daemon.stdout is not None
        self.address = daemon.stdout.readline().strip()
        self._daemon, self._log = daemon, folder / "notices.log"
        self._process: subprocess.Popen[str] | None = None

    def start_server(self, *capabilities: str) -> None:
        command = [sys.executable, "-m", "tests.helpers.notifications", *capabilities]
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address}
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=log, env=environment, text=True
            )
        until(lambda: self._lines()[:1] == ["ready"], what="the notification server")

    def notices(self) -> list[dict[str, Any]]:
        return [line for line in self._told() if "closed" not in line]

    def closed(self) -> list[int]:
        """Which were taken away again, by their numbers."""
        return [line["closed"] for line in self._told() if "closed" in line]

    def _told(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._lines()[1:]]

    def answer(self, signal: str, *what: object) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([signal, *what]) + "\n")
        self._process.stdin.flush()

    def stop_server(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process = None

    def end(self) -> None:
        """The bus itself."""
        self._daemon.kill()
        self._daemon.wait(10)

    def _lines(self) -> list[str]:
        """Whole lines only."""
        return self._log.read_text().split("\n")[:-1]


@contextmanager
def private_bus(folder: Path) -> Iterator[Bus]:
    """A dbus-daemon that nobody else knows; it ends with the block."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1", "--nopidfile"]
    with (folder / "bus.log").open("w") as log:
        daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    assert daemon.stdout is not None
    bus = Bus(daemon, folder)
    try:
        yield bus
    finally:
        bus.stop_server()
        bus.end()
        daemon.stdout.close()


def _serve(connection: DBusConnection, capabilities: list[str]) -> None:
    ids = 0
    while True:
        call = connection.receive()
        if call.header.message_type != MessageType.method_call:
            continue
        member = call.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            connection.send(new_method_return(call, "as", (capabilities,)))
        elif member == "Notify":
            given = dict(zip(FIELDS, call.body, strict=True))
            ids = ids if given["replaces"] else ids + 1
            id = given["replaces"] or ids
            connection.send(new_method_return(call, "u", (id,)))
            print(json.dumps({"id": id, **given}), flush=True)
        elif member == "CloseNotification":
            _close(connection, call, capabilities)


def _close(connection: DBusConnection, call: Message, capabilities: list[str]) -> None:
    """With ``gone`` among the capabilities its person was faster."""
    if "gone" in capabilities:
        connection.send(new_error(call, f"{NAME}.Gone"))
    else:
        connection.send(new_method_return(call))
        connection.send(_signal("NotificationClosed", [call.body[0], 3]))
    print(json.dumps({"closed": call.body[0]}), flush=True)


def _speak(connection: DBusConnection) -> None:
    for line in sys.stdin:
        name, *body = json.loads(line)
        connection.send(_signal(name, body))


def _signal(name: str, body: list[Any]) -> Message:
    return new_signal(PLACE, name, SIGNALS[name], tuple(body))


def main() -> None:
    with open_dbus_connection() as connection:
        serial = next(connection.outgoing_serial)
        connection.send(message_bus.RequestName(NAME), serial=serial)
        while connection.receive().header.fields.get(HeaderFields.reply_serial) != serial:
            pass
        print("ready", flush=True)
        threading.Thread(target=_speak, args=(connection,), daemon=True).start()
        _serve(connection, sys.argv[1:])


if __name__ == "__main__":
    main()
