"""The desktop as it is, with a stopwatch: a program that ``start``, ``stall`` and ``memory`` run.

``python -m tests.bench.timed_window WHAT [deskside's own options]``; it writes JSON lines on
standard output. ``painted``: the moment (monotonic, ns) when the list was painted with rows, and
which modules were loaded by then; then it leaves. ``beats``: stays until its input closes; each
line there is answered with the gaps between the beats of a 1 ms timer in the UI thread since the
line before, "scroll" by reading the list of all tickets to its end. ``live``: "open TICKET" shows
a ticket; from then on it says when the engine told of new rows and when the conversation was
painted with them. All of them say ``state`` whenever the engine does, and sign in when
DESKSIDE_BENCH_SIGN_IN holds "URL LOGIN PASSWORD".
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
import time
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView

sys.modules["psycopg"] = None  # type: ignore[assignment]  # a desktop is installed without it
gc.disable()  # as the program does before it loads the window, which is loaded here

from desktop import __main__ as program  # noqa: E402
from desktop import app  # noqa: E402
from sync.protocol.link import Changed, SignIn, State  # noqa: E402
from tests.bench.wishes import SIGN_IN  # noqa: E402


def tell(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


@Slot()
def tell_painted() -> None:
    """Called when rows were painted; what was painted is then flushed."""

    def tell_and_leave() -> None:
        tell(painted_ns=time.monotonic_ns(), modules=[*sys.modules])
        QCoreApplication.quit()

    QTimer.singleShot(0, tell_and_leave)


class Beats(QObject):
    """A timer that wants to fire every millisecond; what lies between two is what a hand feels."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps_ns: list[int] = []
        self._last_ns = time.monotonic_ns()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def stop(self) -> None:
        self._timer.stop()
        self.gaps_ns.clear()

    @Slot()
    def _beat(self) -> None:
        now_ns = time.monotonic_ns()
        self.gaps_ns.append(now_ns - self._last_ns)
        self._last_ns = now_ns


class ConversationPainted(QObject):
    """Sees every paint of a conversation with more rows than before."""

    def __init__(self, view: QAbstractItemView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._rows = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        rows = self._view.model().rowCount()
        if event.type() == QEvent.Type.Paint and rows != self._rows:
            self._rows = rows
            QTimer.singleShot(0, self._tell)  # after this paint was flushed
        return False

    def _tell(self) -> None:
        tell(rows=self._rows, painted_ns=time.monotonic_ns())


class TimedApp(app.App):
    """The same program; only its start is watched."""

    what = "painted"
    asked = Signal(str)
    _rows = _still = 0

    def start(self) -> bool:
        began = super().start()
        self._link.state_changed.connect(self._tell_state)
        if self.what != "painted":
            self.asked.connect(self._on_asked)
            threading.Thread(target=self._follow_input, daemon=True).start()
        if self.what == "beats":
            self._beats = Beats(self)
        elif self.what == "live":
            self._link.rows_changed.connect(self._tell_rows)
        elif self.what == "painted" and self.assembly is not None:
            self.assembly.window.list_pane.view.rows_painted.connect(tell_painted)
        if os.environ.get(SIGN_IN):
            url, login, password = os.environ[SIGN_IN].split(" ", 2)
            self._link.send(SignIn(server=url, login=login, password=password))
        return began

    @Slot(object)
    def _tell_state(self, state: State) -> None:
        tell(state=state.state, engine_pid=self._link.process_id(), at_ns=time.monotonic_ns())

    @Slot(object)
    def _tell_rows(self, changed: Changed) -> None:
        tell(changed=list(changed.tickets), at_ns=time.monotonic_ns())

    def _follow_input(self) -> None:
        """Runs in a thread: each line is a wish; the end of input ends the program."""
        for line in sys.stdin:
            self.asked.emit(line.strip())
        self.asked.emit("")

    @Slot(str)
    def _on_asked(self, wish: str) -> None:
        if not wish:
            self._qt.exit(0)
        elif wish == "scroll":
            self._show_all()
        elif wish.startswith("open ") and self.assembly is not None:
            self.assembly.window.open_ticket(wish.removeprefix("open "))
            view = cast(QAbstractItemView, self.assembly.areas.ticket.conversation())
            self._painted = ConversationPainted(view, self)
        else:
            gaps, self._beats.gaps_ns = self._beats.gaps_ns, []
            tell(beats=wish, gaps_ns=gaps)

    def _show_all(self) -> None:
        """Every ticket, and down to the end of the list."""
        if self.assembly is not None:
            self._beats.stop()
            self.assembly.window.show_view("all")
            self._scroll = QTimer(self)
            self._scroll.timeout.connect(self._on_scroll)
            self._scroll.start(20)

    @Slot()
    def _on_scroll(self) -> None:
        view = self.assembly.window.list_pane.view  # type: ignore[union-attr]
        view.scrollToBottom()
        rows = view.model().rowCount()
        self._still = self._still + 1 if rows == self._rows else 0
        self._rows = rows
        if self._still > 100:
            self._scroll.stop()
            tell(scrolled=rows)


if __name__ == "__main__":
    TimedApp.what = sys.argv.pop(1)
    app.App = TimedApp  # type: ignore[misc]
    sys.exit(program.main())
