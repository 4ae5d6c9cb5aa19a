"""The desktop as it is, with a stopwatch: a program that ``start``, ``stall`` and ``memory`` run.

``python -m tests.bench.timed_window WHAT [deskside's own options]``; it writes JSON lines on
standard output. ``painted``: the moment (monotonic, ns) when the list was painted with rows; then
it leaves. ``beats``: stays until its input closes, then tells the gaps between the beats of a
1 ms timer in the UI thread. Both say ``state`` whenever the engine does, and sign in when
DESKSIDE_BENCH_SIGN_IN holds "URL LOGIN PASSWORD".
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot

from desktop import __main__ as program
from desktop import app
from sync.protocol.link import SignIn, State

SIGN_IN = "DESKSIDE_BENCH_SIGN_IN"


def tell(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


class Painted(QObject):
    """Sees the first paint of a list that has rows."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = watched.parent()
        if event.type() == QEvent.Type.Paint and view.model().rowCount():  # type: ignore[attr-defined]
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)  # after this paint was flushed
        return False

    def _tell(self) -> None:
        tell(painted_ns=time.monotonic_ns())
        QCoreApplication.quit()


class Beats(QObject):
    """A timer that wants to fire every millisecond; what lies between two is what a hand feels."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps_ns: list[int] = []
        self._last_ns = time.monotonic_ns()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start(1)

    @Slot()
    def _beat(self) -> None:
        now_ns = time.monotonic_ns()
        self.gaps_ns.append(now_ns - self._last_ns)
        self._last_ns = now_ns


class TimedApp(app.App):
    """The same program; only its start is watched."""

    what = "painted"

    def start(self) -> bool:
        began = super().start()
        self._link.state_changed.connect(self._tell_state)
        if self.what == "beats":
            self._beats = Beats(self)
            threading.Thread(target=self._follow_input, daemon=True).start()
        elif self.assembly is not None:
            self._painted = Painted(self)
            self.assembly.window.list_pane.view.viewport().installEventFilter(self._painted)
        if os.environ.get(SIGN_IN):
            url, login, password = os.environ[SIGN_IN].split(" ", 2)
            self._link.send(SignIn(server=url, login=login, password=password))
        return began

    @Slot(object)
    def _tell_state(self, state: State) -> None:
        tell(state=state.state, engine_pid=self._link.process_id(), at_ns=time.monotonic_ns())

    def _follow_input(self) -> None:
        """Runs in a thread: each line asks for the beats since the last one; the end ends."""
        for line in sys.stdin:
            gaps, self._beats.gaps_ns = self._beats.gaps_ns, []
            tell(beats=line.strip(), gaps_ns=gaps)
        self._qt.exit(0)


if __name__ == "__main__":
    TimedApp.what = sys.argv.pop(1)
    app.App = TimedApp  # type: ignore[misc]
    sys.exit(program.main())
