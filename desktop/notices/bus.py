"""Toasts over D-Bus: org.freedesktop.Notifications, as every Linux desktop has it.

One thread of its own connects, sends and hears; whatever fails there ends it and is told once.
See the Desktop Notifications Specification, 1.2.
"""

from __future__ import annotations

import contextlib
import html
import logging
import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection
from PySide6.QtCore import QObject, Signal

from desktop.notices.toast import OPEN, Toast
from desktop.work.delivery import Delivery

log = logging.getLogger(__name__)
NAME = "org.freedesktop.Notifications"
SERVER = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
EXPIRES_BY_ITSELF = -1
END_TIMEOUT_S = 2
Answer = Callable[[Message], None]


class BusToasts(QObject):
    """Signals: ``acted(str, str)`` with a toast's key and the act; ``failed(list[Toast])`` once,
    with what was not shown: there is no bus, or nobody on it who shows notices."""

    acted = Signal(str, str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delivery = Delivery(self)
        self._line = _Line(self._hear, self._fail)
        self._thread: threading.Thread | None = None

    @staticmethod
    def is_possible() -> bool:
        """Whether there may be a bus; only a connection tells."""
        return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))

    def show(self, toast: Toast) -> None:
        """Show it as soon as the bus has it; connects with the first one."""
        self._line.post(toast)
        if self._thread is None:
            self._thread = threading.Thread(target=self._line.run, name="toasts", daemon=True)
            self._thread.start()

    def withdraw(self, key: str) -> None:
        """Take away what is shown of this; it is no news any more."""
        if self._thread is not None:
            self._line.post(key)

    def close(self) -> None:
        """End the thread; toasts that are shown stay, but nobody hears of them any more."""
        self._line.end()
        if self._thread is not None:
            self._thread.join(END_TIMEOUT_S)

    def _hear(self, key: str, act: str) -> None:
        self._delivery.send(partial(self.acted.emit, key, act))

    def _fail(self, left: list[Toast]) -> None:
        self._delivery.send(partial(self.failed.emit, left))


class _Line:
    """What runs on the thread. ``post`` and ``end`` are the only parts that others may call."""

    def __init__(
        self, heard: Callable[[str, str], None], failed: Callable[[list[Toast]], None]
    ) -> None:
        self._heard, self._failed = heard, failed
        self._jobs: SimpleQueue[Toast | str] = SimpleQueue()
        self._connection: DBusConnection | None = None
        self._answers: dict[int, Answer] = {}
        self._unanswered: dict[int, Toast] = {}
        self._unminded: set[int] = set()
        self._shown: dict[int, Toast] = {}
        self._takes_markup = self._is_ready = self._ended = False

    def post(self, job: Toast | str) -> None:
        """One more to show, or the key of what is to go."""
        self._jobs.put(job)
        self._wake()

    def end(self) -> None:
        self._ended = True
        self._wake()

    def run(self) -> None:
        try:
            with open_dbus_connection() as self._connection:
                self._ask(message_bus.AddMatch(MatchRule(type="signal", interface=NAME)), _nothing)
                self._ask(new_method_call(SERVER, "GetCapabilities"), self._on_capabilities)
                self._go_on(self._connection)
        except Exception as error:  # the edge of the thread: told to the window, which has others
            log.info("no notices over the bus: %r", error)
            left = [job for job in self._waiting() if isinstance(job, Toast)]
            self._failed([*self._unanswered.values(), *left])
        finally:
            self._connection = None

    def _go_on(self, connection: DBusConnection) -> None:
        while not self._ended:
            try:
                self._take(connection.receive())
            except ReceiveStopped:
                connection.reset_interrupt()
            for job in self._waiting() if self._is_ready else ():
                if isinstance(job, Toast):
                    self._send(job)
                else:
                    self._close(job)

    def _wake(self) -> None:
        """Out of waiting for the bus."""
        connection = self._connection
        if connection is not None:
            with contextlib.suppress(OSError):  # it was closed just now
                connection.interrupt()

    def _waiting(self) -> Iterator[Toast | str]:
        with contextlib.suppress(Empty):
            while True:
                yield self._jobs.get_nowait()

    def _send(self, toast: Toast) -> None:
        older = [id for id, shown in self._shown.items() if shown.thread == toast.thread]
        acts = [word for act in toast.acts for word in act]
        hints = {"desktop-entry": ("s", "deskside"), "category": ("s", "im.received")}
        body = html.escape(toast.body, quote=False) if self._takes_markup else toast.body
        given = ("Deskside", max(older, default=0), "deskside", toast.title, body, acts, hints)
        call = new_method_call(SERVER, "Notify", "susssasa{sv}i", (*given, EXPIRES_BY_ITSELF))
        serial = self._ask(call, partial(self._on_shown, toast))
        self._unanswered[serial] = toast

    def _close(self, key: str) -> None:
        """The server answers with an error when its person closed it meanwhile."""
        for id in [id for id, shown in self._shown.items() if shown.key == key]:
            call = new_method_call(SERVER, "CloseNotification", "u", (id,))
            self._unminded.add(self._ask(call, _nothing))

    def _ask(self, call: Message, answer: Answer) -> int:
        connection = self._connection
        assert connection is not None
        serial: int = next(connection.outgoing_serial)
        self._answers[serial] = answer
        connection.send(call, serial=serial)
        return serial

    def _take(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        if kind in (MessageType.method_return, MessageType.error):
            serial = fields.get(HeaderFields.reply_serial, 0)
            answer = self._answers.pop(serial, _nothing)
            if kind == MessageType.error and serial not in self._unminded:
                raise RuntimeError(message.body)
            self._unanswered.pop(serial, None)
            self._unminded.discard(serial)
            answer(message)
        elif kind == MessageType.signal and fields.get(HeaderFields.interface) == NAME:
            self._on_signal(str(fields.get(HeaderFields.member)), message.body)

    def _on_capabilities(self, message: Message) -> None:
        self._takes_markup, self._is_ready = "body-markup" in message.body[0], True

    def _on_shown(self, toast: Toast, message: Message) -> None:
        self._shown[message.body[0]] = toast

    def _on_signal(self, name: str, body: tuple[Any, ...]) -> None:
        """Ids are the server's, so others' toasts are told of as well."""
        toast = self._shown.get(body[0])
        if toast is None:
            return
        if name == "ActionInvoked" and body[1] in {OPEN, *dict(toast.acts)}:
            self._heard(toast.key, body[1])
        elif name == "NotificationClosed":
            del self._shown[body[0]]


def _nothing(message: Message) -> None:
    """For answers that nobody waits for."""
