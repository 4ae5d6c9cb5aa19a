"""The meeting of a ticket: where it is held, and how long it runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop.promise_words import duration_words
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tone import Tone
from models.commands.times import MEETING
from models.meeting_link import meeting_host
from models.work_timer import Running

_TICK_MS = 10_000


class MeetingChip(PropertyChip):
    """Takes no room without a link. Signals: ``toggle_wanted()``: start it, or end it;
    ``link_wanted()``: another link; ``opening_wanted(str)``: open it, without the clock."""

    toggle_wanted = Signal()
    link_wanted = Signal()
    opening_wanted = Signal(str)

    def __init__(self, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Meeting"), parent)
        self._now_ms, self._link = now_ms, ""
        self._running: Running | None = None
        self._made = QMenu(self)
        self._made.aboutToShow.connect(self._fill)
        self.set_menu(self._made)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show)
        self.hide()

    def show_meeting(self, link: str, running: Running | None) -> None:
        """``running`` is the clock on this ticket, of whatever kind."""
        self._link = link
        self._running = running if running and running.kind == MEETING else None
        if self._running is None:
            self._tick.stop()
        else:
            self._tick.start()
        self._show()
        self.setVisible(bool(link) or self._running is not None)

    @Slot()
    def _show(self) -> None:
        if self._running is None:
            self.show_value(meeting_host(self._link))
            return
        length = duration_words(self._now_ms() - self._running.started_at_ms)
        self.show_value(self.tr("%1, running").replace("%1", length), tone=Tone.GOOD)

    @Slot()
    def _fill(self) -> None:
        menu = self._made
        menu.clear()
        words = self.tr("End the meeting") if self._running else self.tr("Start the meeting")
        menu.addAction(f"{words}\tCtrl+M").triggered.connect(self.toggle_wanted)
        if self._link:
            menu.addAction(self.tr("Open the link")).triggered.connect(self._on_opening)
        menu.addAction(self.tr("Meeting link…")).triggered.connect(self.link_wanted)

    @Slot()
    def _on_opening(self) -> None:
        self.opening_wanted.emit(self._link)
