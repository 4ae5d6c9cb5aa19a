"""The engine as seen from the window: a child process that talks in JSON lines.

It ends when its input closes, and is started anew, with a growing pause, when it dies.
See ``sync.protocol.link`` for the messages.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import msgspec
import shiboken6
from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer, Signal, Slot

from sync.protocol.link import (
    Changed,
    Devices,
    Failed,
    FileHere,
    FileProgress,
    FromEngine,
    Online,
    PasswordChanged,
    Present,
    Quit,
    Report,
    Revoked,
    SignedIn,
    SignedOut,
    SignInFailed,
    State,
    TicketFetched,
    ToEngine,
    Wiped,
    decode_from_engine,
    encode,
)

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST_PAUSE_MS, LONGEST_PAUSE_MS = 250, 30_000
STEADY_AFTER_MS = 20_000
QUIT_TIMEOUT_MS = 5_000
KILL_TIMEOUT_MS = 2_000


class EngineLink(QObject):
    """Keeps one engine running between ``start`` and ``stop``.

    Signals: ``state_changed(State)``, ``rows_changed(Changed)``, ``signed_in(SignedIn)``,
    ``signed_out()``, ``sign_in_failed(SignInFailed)``, ``file_arrived(FileHere)``,
    ``file_progressed(FileProgress)``, ``present_told(Present)``, ``online_told(Online)``,
    ``password_changed()``,
    ``ticket_fetched(TicketFetched)``, ``devices_told(Devices)``, ``revoked(Revoked)``,
    ``wiped(Wiped)``, ``failed(Failed)``, ``reported(Report)``, ``process_died()``.
    """

    state_changed = Signal(object)
    rows_changed = Signal(object)
    signed_in = Signal(object)
    signed_out = Signal()
    sign_in_failed = Signal(object)
    file_arrived = Signal(object)
    file_progressed = Signal(object)
    present_told = Signal(object)
    online_told = Signal(object)
    ticket_fetched = Signal(object)
    password_changed = Signal()
    devices_told = Signal(object)
    revoked = Signal(object)
    wiped = Signal(object)
    failed = Signal(object)
    reported = Signal(object)
    process_died = Signal()

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State(state="starting")
        self.online = Online()
        self._command = list(command)
        self._wanted = False
        self._pause_ms = FIRST_PAUSE_MS
        self._process = self._make_process()
        self._restart = self._make_timer(self._launch)
        self._steady = self._make_timer(self._on_steady)

    def start(self) -> None:
        """Start the engine, and again whenever it dies."""
        self._wanted = True
        self._launch()

    def stop(self) -> None:
        """End the engine: it finishes its step, for at most 5 s; then it is killed."""
        self._wanted = False
        self._restart.stop()
        if not self._is_running():
            return
        self.send(Quit())
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(QUIT_TIMEOUT_MS):
            log.warning("The engine did not end in time and was killed")
            self._process.kill()
            self._process.waitForFinished(KILL_TIMEOUT_MS)

    def send(self, message: ToEngine) -> None:
        """Write one message. While no engine runs it is dropped: a new one asks the file itself.

        Widgets that end after this link still have something to say: when the screen goes away,
        Qt takes everything apart in an order of its own.
        """
        if self._is_running():
            self._process.write(QByteArray(encode(message)))

    def process_id(self) -> int:
        """The engine's process id, 0 while none runs."""
        return self._process.processId()

    def _is_running(self) -> bool:
        there = shiboken6.isValid(self._process)
        return there and self._process.state() != QProcess.ProcessState.NotRunning

    def _make_process(self) -> QProcess:
        process = QProcess(self)
        process.setWorkingDirectory(str(ROOT))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_ready_read)
        process.finished.connect(self._on_ended)
        process.errorOccurred.connect(self._on_error)
        return process

    def _make_timer(self, run: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(run)
        return timer

    @Slot()
    def _launch(self) -> None:
        self._process.start(self._command[0], self._command[1:])
        self._steady.start(STEADY_AFTER_MS)

    @Slot()
    def _on_steady(self) -> None:
        self._pause_ms = FIRST_PAUSE_MS

    @Slot()
    def _on_ready_read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                message = decode_from_engine(line)
            except msgspec.MsgspecError:
                log.warning("Not a message of the engine: %r", line[:200])
            else:
                self._tell(message)

    def _tell(self, message: FromEngine) -> None:
        match message:
            case State():
                self.state = message
                self.state_changed.emit(message)
            case Changed():
                self.rows_changed.emit(message)
            case SignedIn():
                self.signed_in.emit(message)
            case SignedOut():
                self.signed_out.emit()
            case SignInFailed():
                self.sign_in_failed.emit(message)
            case Devices():
                self.devices_told.emit(message)
            case Revoked():
                self.revoked.emit(message)
            case Wiped():
                self.wiped.emit(message)
            case FileHere():
                self.file_arrived.emit(message)
            case FileProgress():
                self.file_progressed.emit(message)
            case TicketFetched():
                self.ticket_fetched.emit(message)
            case Present():
                self.present_told.emit(message)
            case Online():
                self.online = message
                self.online_told.emit(message)
            case PasswordChanged():
                self.password_changed.emit()
            case Failed():
                self.failed.emit(message)
            case Report():
                self.reported.emit(message)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # no finished() follows this one
            self._on_ended()

    @Slot()
    def _on_ended(self) -> None:
        if not self._wanted:
            return
        self._steady.stop()
        self._restart.start(self._pause_ms)
        self._pause_ms = min(self._pause_ms * 2, LONGEST_PAUSE_MS)
        self.state = msgspec.structs.replace(self.state, state="starting")
        self.online = Online()
        self.state_changed.emit(self.state)
        self.process_died.emit()
