"""The desktop as it is, acting by itself: the program that ``acts`` runs.

``python -m tests.bench.acting_window [deskside's own options]`` says ``ready`` and then answers
each line of its input, "ACT COUNT" or "ACT COUNT id,id,…", with the milliseconds from the
beginning of each act to the end of the paint that shows it, flushed. ``PaintWatch`` is shared with
the bare windows that are the limit.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QModelIndex,
    QObject,
    QTimer,
    Slot,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop import __main__ as program
from desktop import app
from desktop.shell.window import MainWindow
from desktop.ticket.conversation_view import ConversationView
from desktop.ticket.image_store import FILE_SCHEME
from desktop.ticket.ticket_pane import TicketPane
from tests.bench.timed_window import TimedApp, tell

PATIENCE_S = 10.0
BUILT_MS = 2_000
"""By then all areas of the window are there."""
FRAME_MS = 1_000 / 60
ROWS_A_STEP = 3


class PaintWatch(QObject):
    """Takes the time until a widget was painted with what is awaited."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._shown: Callable[[], bool] = lambda: False
        self._ended_ns = 0
        widget.installEventFilter(self)

    def ms(self, act: Callable[[], object], shown: Callable[[], bool]) -> float:
        """From before ``act`` until the end of the first paint at which ``shown`` holds."""
        self._shown, self._ended_ns = shown, 0
        began_ns = time.perf_counter_ns()
        act()
        while not self._ended_ns:
            if time.perf_counter_ns() - began_ns > PATIENCE_S * 1e9:
                raise RuntimeError("what was awaited is not painted")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        return (self._ended_ns - began_ns) / 1e6

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._shown():
            self._shown = lambda: False
            QTimer.singleShot(0, self._on_flushed)
        return False

    @Slot()
    def _on_flushed(self) -> None:
        self._ended_ns = time.perf_counter_ns()


def rest() -> None:
    """Let the program do what it has to do, without the measured act in it."""
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def scrolled(view: QAbstractItemView, step_px: int, steps: int) -> Iterator[float]:
    """A step every sixtieth of a second, as a wheel turned fast; how late each one was painted."""
    watch, bar = PaintWatch(view.viewport()), view.verticalScrollBar()
    for _ in range(steps):
        if bar.value() + step_px > bar.maximum():
            bar.setValue(0)
            rest()
        took_ms = watch.ms(lambda: bar.setValue(bar.value() + step_px), lambda: True)
        yield took_ms
        left_ms = FRAME_MS - took_ms
        if left_ms > 0:
            QTest.qWait(int(left_ms))


class ActingApp(TimedApp):
    """Every act is what a hand does: a key, a click on a view, a turn of the wheel."""

    what = "acts"

    def start(self) -> bool:
        began = super().start()
        assert self.assembly is not None
        self._acts: dict[str, Iterator[float]] = {}
        self._list_watch = PaintWatch(self._list.viewport())
        self._list.rows_painted.connect(lambda: QTimer.singleShot(BUILT_MS, self._tell_ready))
        return began

    def _tell_ready(self) -> None:
        tell(ready=self._list.model().rowCount())

    @Slot(str)
    def _on_asked(self, wish: str) -> None:
        if not wish:
            self._qt.exit(0)
            return
        name, count, given = (*wish.split(" ", 2), "")[:3]
        if wish not in self._acts:  # asked again it goes on: the same ticket twice paints nothing
            self._acts[wish] = getattr(self, f"_{name}_ms")(given.split(","))
        tell(act=name, ms=[*islice(self._acts[wish], int(count))])

    @property
    def _window(self) -> MainWindow:
        assert self.assembly is not None
        return self.assembly.window

    @property
    def _list(self) -> Any:
        return self._window.list_pane.view

    @Slot(str)
    def _on_act(self, line: str) -> None:
        name, count, given = (*line.split(" ", 2), "")[:3] if line else ("", "0", "")
        act = getattr(self, f"_{name}_ms", None)
        if act is not None:
            wanted = [each for each in given.split(",") if each]
            tell(act=name, ms=[*islice(act(wanted), int(count))])

    def _switch_ms(self, views: list[str]) -> Iterator[float]:
        """Each view with the id of its first ticket, as "view=id"."""
        for view, first in cycle(each.split("=") for each in views):
            yield self._list_watch.ms(
                lambda view=view: self._window.show_view(view),  # type: ignore[misc]
                lambda first=first: self._first_id() == first,  # type: ignore[misc]
            )
            rest()

    def _first_id(self) -> str:
        row = self._list.model().row_at(0)
        return row.id if row else ""

    def _open_ms(self, tickets: list[str]) -> Iterator[float]:
        """The conversation painted, with those of its pictures that are in sight."""
        view = self._window.findChild(ConversationView)
        assert view is not None
        watch, images, absent = PaintWatch(view.viewport()), view._images, set[str]()
        images.file_missing.connect(lambda sha256: absent.add(FILE_SCHEME + sha256))
        images.image_loaded.connect(view.viewport().update)  # also when it is out of sight
        for ticket in cycle(tickets):
            yield watch.ms(
                lambda ticket=ticket: self._window.open_ticket(ticket),  # type: ignore[misc]
                lambda ticket=ticket: (
                    self._is_shown(ticket) and images._asked <= images._images.keys() | absent
                ),  # type: ignore[misc]
            )
            rest()

    def _is_shown(self, ticket: str) -> bool:
        pane = self._window.findChild(TicketPane)
        header = pane.header() if pane else None
        return header is not None and header.id == ticket

    def _key(self, action: str) -> None:
        """What its key does: without a window manager no window is active enough for keys."""
        assert self.assembly is not None
        if not self.assembly._actions.trigger(action):
            raise RuntimeError(f"{action} is not possible now")

    def _down_ms(self, _: list[str]) -> Iterator[float]:
        self._list.setFocus()
        self._list.select_position(0)
        rest()
        while True:
            before = self._list.currentIndex().row()
            if before + 1 == self._list.model().rowCount():
                self._list.select_position(0)
                rest()
                before = 0
            yield self._list_watch.ms(
                lambda: self._key("next_row"),
                lambda before=before: self._list.currentIndex().row() != before,  # type: ignore[misc]
            )
            rest()

    def _done_ms(self, _: list[str]) -> Iterator[float]:
        """Done until the ticket's row is gone."""
        self._list.setFocus()
        while True:
            gone = self._list.current_id()
            yield self._list_watch.ms(
                lambda: self._key("done"),
                lambda gone=gone: self._list.current_id() != gone,  # type: ignore[misc]
            )
            rest()

    def _scroll_ms(self, _: list[str]) -> Iterator[float]:
        """Over as many rows as are there by then: the list is read on ahead of the wheel."""
        self._window.show_view("all")
        QTest.qWait(500)
        while self._list.model().rowCount() < 10_000:
            self._list.model().fetchMore(QModelIndex())
            QTest.qWait(5)
        step_px = ROWS_A_STEP * self._list.sizeHintForRow(0)
        return scrolled(self._list, step_px, sys.maxsize)


if __name__ == "__main__":
    app.App = ActingApp  # type: ignore[misc]
    sys.exit(program.main())
