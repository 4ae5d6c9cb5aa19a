"""A screen reader of our own: what a program tells over AT-SPI, and what can be done there.

It is another program's view: nothing of Deskside or Qt is loaded here, only the bus is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.helpers.waiting import until

A11Y = "org.a11y.atspi."
LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
ROOT_PATH = "/org/a11y/atspi/accessible/root"
PROPERTIES = "org.freedesktop.DBus.Properties"
SECONDS = 10.0
ENABLED, SHOWING = 8, 25
"""Bits of AT-SPI's set of states."""


class Gone(Exception):
    """The program answered that it does not have this any more, or can't do it."""


@dataclass(frozen=True)
class Node:
    """One thing on the screen, as the program tells of it."""

    bus: DBusConnection
    owner: str
    path: str

    @property
    def name(self) -> str:
        return str(self._get("Accessible", "Name"))

    @property
    def role(self) -> str:
        return str(self._call("Accessible", "GetRoleName")[0])

    def children(self) -> list[Node]:
        return [Node(self.bus, *each) for each in self._call("Accessible", "GetChildren")[0]]

    def is_showing(self) -> bool:
        return self._is(SHOWING)

    def is_enabled(self) -> bool:
        return self._is(ENABLED)

    def text(self) -> str:
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    def write(self, text: str) -> None:
        """As a screen reader, a magnifier or a dictation program puts words in."""
        assert self._call("EditableText", "InsertText", "isi", 0, text, len(text))[0]

    def choose_child(self, position: int) -> None:
        assert self._call("Selection", "SelectChild", "i", position)[0]

    def press(self) -> None:
        """The first of what can be done with it."""
        assert self._call("Action", "DoAction", "i", 0)[0]

    def all(self, role: str, name: str) -> Iterator[Node]:
        """What is below of this role, in the order in which it is told."""
        for child in self.children():
            try:
                if child.role == role and child.name == name:
                    yield child
                yield from child.all(role, name)
            except Gone:
                continue

    def find_containing(self, role: str, words: str) -> Node:
        """Wait for a child of this role with these words in its name."""

        def found() -> Node | None:
            hits = (each for each in self.children() if each.role == role and words in each.name)
            return next(hits, None)

        return _present(found, f"a {role} with {words!r}")

    def find(self, role: str, name: str) -> Node:
        """Wait for one, and give it."""
        return _present(lambda: next(self.all(role, name), None), f"a {role} called {name!r}")

    def _is(self, state: int) -> bool:
        low, _high = self._call("Accessible", "GetState")[0]
        return bool(low & 1 << state)

    def _get(self, interface: str, what: str) -> object:
        place = DBusAddress(self.path, bus_name=self.owner, interface=PROPERTIES)
        return self._ask(place, "Get", "ss", A11Y + interface, what)[0][1]

    def _call(self, interface: str, method: str, types: str = "", *what: object) -> tuple[Any, ...]:
        place = DBusAddress(self.path, bus_name=self.owner, interface=A11Y + interface)
        return self._ask(place, method, types, *what)

    def _ask(self, place: DBusAddress, method: str, types: str, *what: object) -> tuple[Any, ...]:
        call = new_method_call(place, method, types or None, what)
        answer = self.bus.send_and_get_reply(call, timeout=SECONDS)
        if answer.header.message_type == MessageType.error:
            raise Gone(f"{method}: {answer.body}")
        return tuple(answer.body)


def _present(found: Callable[[], Node | None], what: str) -> Node:
    node = until(found, SECONDS, what)
    assert node is not None
    return node


@contextmanager
def screen_reader(session_bus: str) -> Iterator[Node]:
    """The desktop of all programs on this session bus; its accessibility bus is started by it."""
    assert LAUNCHER.exists(), "There is no AT-SPI here: apt-get install at-spi2-core"
    with open_dbus_connection(session_bus) as session:
        name = "org.a11y.Bus"
        place = DBusAddress("/org/a11y/bus", bus_name=name, interface=name)
        answer = session.send_and_get_reply(new_method_call(place, "GetAddress"), timeout=SECONDS)
        assert answer.header.message_type != MessageType.error, answer.body
    with open_dbus_connection(answer.body[0]) as bus:
        yield Node(bus, A11Y + "Registry", ROOT_PATH)
