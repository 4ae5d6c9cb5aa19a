"""Chips of a ticket's check list and work time, which open what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop.field_words import time_words
from desktop.promise_words import duration_words
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tone import Tone
from models.commands import WithdrawTime
from models.commands.times import MEETING
from models.rows import Actor, ItemRow, TimeRow
from models.work_timer import MINUTE_MS, Running

_TICK_MS = 10_000


class ListChip(PropertyChip):
    """How much of the check list is done; no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check list"), parent)
        self.hide()

    def show_items(self, items: Sequence[ItemRow]) -> None:
        done = sum(item.done for item in items)
        words = self.tr("%1 of %2").replace("%2", str(len(items))).replace("%1", str(done))
        tone = Tone.GOOD if items and done == len(items) else Tone.NEUTRAL
        self.show_value(words, tone=tone)
        self.setVisible(bool(items))


class TimeChip(PropertyChip):
    """All work time of the ticket, and the clock while it runs.

    Signals: ``toggle_wanted()``: start or stop; ``time_wanted(TimeRow | None)``: correct this
    one, or add one by hand; ``command_chosen(Command)``.
    """

    toggle_wanted = Signal()
    time_wanted = Signal(object)
    command_chosen = Signal(object)

    def __init__(self, me: Actor, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Work time"), parent)
        self._me, self._now_ms = me, now_ms
        self._entries: tuple[TimeRow, ...] = ()
        self._running: Running | None = None
        self._made = QMenu(self)
        self._made.aboutToShow.connect(self._fill)
        self.set_menu(self._made)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show)
        self.hide()

    def show_times(self, entries: Sequence[TimeRow], running: Running | None) -> None:
        """``running`` on this ticket; None when no clock does."""
        self._entries, self._running = tuple(entries), running
        if running is None:
            self._tick.stop()
        else:
            self._tick.start()
        self._show()
        self.setVisible(bool(entries) or running is not None)

    @Slot()
    def _show(self) -> None:
        whole_ms = sum(entry.minutes for entry in self._entries) * MINUTE_MS
        if self._running is None:
            self.show_value(duration_words(whole_ms))
            return
        whole_ms += self._now_ms() - self._running.started_at_ms
        words = self.tr("%1, running").replace("%1", duration_words(whole_ms))
        self.show_value(words, tone=Tone.GOOD)

    @Slot()
    def _fill(self) -> None:
        menu = self._made
        menu.clear()
        words = self.tr("Stop the clock") if self._running else self.tr("Start the clock")
        menu.addAction(f"{words}\tCtrl+T").triggered.connect(self.toggle_wanted)
        add = menu.addAction(self.tr("Add work time…"))
        add.triggered.connect(partial(self.time_wanted.emit, None))
        for entry in self._entries:
            self._add_entry(menu, entry)

    def _add_entry(self, menu: QMenu, entry: TimeRow) -> None:
        """Everybody sees it; its author or a lead may correct it."""
        length = duration_words(entry.minutes * MINUTE_MS)
        what = self.tr("Meeting") if entry.kind == MEETING else ""
        facts = (what, length, entry.who_name, time_words(entry.at_ms), entry.note)
        words = " · ".join(filter(None, facts))
        if entry.who_id != self._me.id:
            menu.addAction(words).setEnabled(False)
            return
        below = menu.addMenu(words)
        correct = below.addAction(self.tr("Correct…"))
        correct.triggered.connect(partial(self.time_wanted.emit, entry))
        withdraw = below.addAction(self.tr("Take it back"))
        withdraw.triggered.connect(partial(self._withdraw, entry.id))

    def _withdraw(self, entry_id: str, _checked: bool = False) -> None:
        self.command_chosen.emit(WithdrawTime(id=entry_id))
