"""Calls made on another thread, delivered on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

Call = Callable[[], None]


class Delivery(QObject):
    """Hands calls over to the thread in which it was made, in the order in which they came."""

    _sent = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sent.connect(self._on_sent, Qt.ConnectionType.QueuedConnection)

    def send(self, call: Call) -> None:
        """May be called on any thread; after the end of the program nothing happens."""
        if shiboken6.isValid(self):
            self._sent.emit(call)

    @Slot(object)
    def _on_sent(self, call: Call) -> None:
        call()


def listens(call: Callable[..., Any]) -> bool:
    """False when ``call`` is a method of a Qt object that is gone, with arguments or without."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
