"""The practice desk: a server of its own on a free loopback port, with the sample data.

The first start makes the data (some seconds). Whoever finds a running practice server uses it, so
two people of the practice desk can be open side by side. Who started it ends it; whoever is left
starts it again at its address.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot
from PySide6.QtNetwork import QHostAddress, QTcpSocket

from desktop import programs
from models.profile import home

log = logging.getLogger("deskside.demo")
LOGIN, PASSWORD = "maria", "demo"
LISTENING = "listening on "
ANSWER_MS = 500
LOOPBACK = QHostAddress(QHostAddress.SpecialAddress.LocalHost)
END_MS = 5_000
AGAIN_MS = 2_000


class Known(msgspec.Struct):
    """A practice server that was started and not ended."""

    url: str
    pid: int


def demo_folder() -> Path:
    """Where everything of the practice desk lies."""
    return home() / "demo"


def profile_folder(login: str) -> Path:
    """The practice profile of one of its people."""
    return demo_folder() / "profiles" / login


def reset() -> None:
    """Begin anew: end a running practice server and forget everything that was practised."""
    known = _known_server()
    if known and _answers(known.url):
        os.kill(known.pid, signal.SIGTERM)
    shutil.rmtree(demo_folder(), ignore_errors=True)


class DemoServer(QObject):
    """One that was ready and answers no more, whoever started it, is started here at its address.

    Signals: ``ready(str)`` once with the server's address, ``failed(str)`` with its last words.
    """

    ready = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = f"sqlite:///{demo_folder() / 'server' / 'desk.db'}"
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(programs.ROOT))
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._making = False
        self._url = ""
        self._watch = QTimer(self, interval=AGAIN_MS)
        self._watch.timeout.connect(self._look)
        self._call = QTcpSocket(self)
        self._call.connected.connect(self._call.abort)
        self._call.errorOccurred.connect(self._on_silence)

    def start(self) -> None:
        """Make the data when it is not there, then serve it."""
        known = _known_server()
        if known and _answers(known.url):
            self._url = known.url
            self._watch.start()
            self.ready.emit(known.url)
            return
        demo_folder().mkdir(parents=True, exist_ok=True)
        self._making = not (demo_folder() / "made").exists()
        if self._making:
            shutil.rmtree(demo_folder() / "server", ignore_errors=True)
            self._run("demo", "--store", self._store)
        else:
            self._serve()

    def stop(self) -> None:
        """End the server that was started here, by its id."""
        self._process.blockSignals(True)
        self._watch.stop()
        self._call.abort()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            (demo_folder() / "server.json").unlink(missing_ok=True)
            self._process.terminate()
            if not self._process.waitForFinished(END_MS):
                self._process.kill()
                self._process.waitForFinished(END_MS)

    @Slot()
    def _serve(self) -> None:
        port = _port(self._url) if self._url else 0
        self._run("serve", "--store", self._store, "--listen", f"127.0.0.1:{port}")

    @Slot()
    def _look(self) -> None:
        if self._call.state() == QTcpSocket.SocketState.UnconnectedState:
            self._call.connectToHost(LOOPBACK, _port(self._url))

    @Slot()
    def _on_silence(self) -> None:
        """Nobody answers; only one of those who start a server now gets the address."""
        idle = self._process.state() == QProcess.ProcessState.NotRunning
        if idle and (demo_folder() / "made").exists():
            self._serve()

    def _run(self, *arguments: str) -> None:
        program, *first = programs.command("server")
        self._process.start(program, [*first, *arguments])

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace").strip()
            if line.startswith(LISTENING):
                url = line.removeprefix(LISTENING)
                known = Known(url, self._process.processId())
                (demo_folder() / "server.json").write_bytes(msgspec.json.encode(known))
                first, self._url = not self._url, url
                self._watch.stop()
                if first:
                    self.ready.emit(url)

    @Slot(int)
    def _on_finished(self, code: int) -> None:
        if self._making and code == 0:
            self._making = False
            (demo_folder() / "made").touch()
            self._serve()
            return
        words = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        log.error("the practice server ended with %s: %s", code, words[-2_000:])
        if self._url:
            self._watch.start()
            return
        last = words.strip().splitlines()[-1:] or [""]
        self.failed.emit(last[0])

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(self._process.errorString())


def _environment() -> QProcessEnvironment:
    made = QProcessEnvironment()
    for key, value in programs.environment().items():
        made.insert(key, value)
    return made


def _known_server() -> Known | None:
    try:
        return msgspec.json.decode((demo_folder() / "server.json").read_bytes(), type=Known)
    except (OSError, msgspec.MsgspecError):
        return None


def _answers(url: str) -> bool:
    socket = QTcpSocket()
    socket.connectToHost(LOOPBACK, _port(url))
    return socket.waitForConnected(ANSWER_MS)


def _port(url: str) -> int:
    return int(url.rsplit(":", 1)[1])
