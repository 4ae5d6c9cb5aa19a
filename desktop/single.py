"""One window per profile: a second start raises the first one's window.

A local socket named after the profile's folder is the sign; its owner listens there. What the
second start was to do goes over it as one line of JSON.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 2_000
LONGEST_BYTES = 4_096


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the second start was asked to do; ``call`` with nobody named is an empty text."""

    call: str | None = None


class SingleWindow(QObject):
    """Signals: ``raised()`` when somebody started the program once more; ``called(str)`` when
    that was for somebody's call."""

    raised = Signal()
    called = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        self._name = f"deskside-{digest[:24]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def claim(self, said: Said | None = None) -> bool:
        """True when this is the profile's first window; otherwise the first one was told."""
        if self._tell_other(said or Said()):
            return False
        QLocalServer.removeServer(self._name)  # left behind by a program that was killed
        return self._server.listen(self._name)

    def release(self) -> None:
        self._server.close()

    def _tell_other(self, said: Said) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        found = socket.waitForConnected(ANSWER_MS)
        if found:
            socket.write(msgspec.json.encode(said) + b"\n")
            socket.waitForBytesWritten(ANSWER_MS)
        socket.disconnectFromServer()
        return found

    @Slot()
    def _on_new_connection(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(self._on_line)
        self.raised.emit()

    @Slot()
    def _on_line(self) -> None:
        caller = self.sender()
        if not isinstance(caller, QLocalSocket) or not caller.canReadLine():
            return
        try:
            said = msgspec.json.decode(caller.readLine(LONGEST_BYTES).data(), type=Said)
        except msgspec.MsgspecError:
            return
        if said.call is not None:
            self.called.emit(said.call)
