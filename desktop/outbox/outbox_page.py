"""The outbox as a page: changes that are not the server's yet, and what can be done about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.moments import MINUTE_MS, recent_words
from desktop.outbox.acts import OutboxActs
from desktop.outbox.outbox_delegate import OutboxDelegate
from desktop.outbox.outbox_list import OutboxList
from desktop.outbox.outbox_model import OutboxModel
from desktop.outbox.outbox_pane import OutboxPane
from desktop.outbox.possible import possible
from desktop.widgets.empty_state import EmptyState
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.clock import clock_at
from models.queries.outbox import OutboxEntry, OutboxLines, outbox_lines
from sync.protocol.link import FileProgress, PauseFile, ResumeFile, ToEngine


class OutboxPage(QWidget):
    """Signals: ``ticket_opened(str)``; ``conflict_opened(OutboxEntry)`` for its card;
    ``edit_wanted(OutboxEntry)`` for another text; ``details_wanted()`` about sync. What was
    done here is told by ``acts``."""

    ticket_opened = Signal(str)
    conflict_opened = Signal(object)
    edit_wanted = Signal(object)
    details_wanted = Signal()

    def __init__(
        self,
        reader: Reader,
        writer: CommandWriter,
        tell_engine: Callable[[ToEngine], None],
        now_ms: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reader, self._tell_engine, self._now_ms = reader, tell_engine, now_ms
        self._confirmed = False
        self.acts = OutboxActs(writer, self)
        self.model = OutboxModel(now_ms, self)
        self.list = OutboxList(self.model, OutboxDelegate(now_ms))
        self.pane, self.empty = OutboxPane(), EmptyState()
        self._right = QStackedWidget()
        self._lay_out()
        self.acts.changed.connect(self.load)
        self.list.entry_selected.connect(self._on_entry_selected)
        self.list.act_wanted.connect(self.act)
        self.pane.act_wanted.connect(self.act)
        self.list.details_wanted.connect(self.details_wanted)
        self.model.dataChanged.connect(self._on_lines_changed)
        self._show_empty()

    @Slot()
    def load(self) -> None:
        """Read the outbox again."""
        question = partial(outbox_lines, day_start_ms=clock_at(self._now_ms()).day_start_ms)
        self._reader.ask(f"outbox {id(self)}", question, self._on_read)

    @Slot()
    def refresh(self) -> None:
        """Something changed; what nobody sees is read when it is shown."""
        if self.isVisible():
            self.load()

    def show_as_of(self, words: str, *, confirmed: bool) -> None:
        """How far the picture can be trusted; ``confirmed``: the server has everything."""
        self.list.show_as_of(words)
        self._confirmed = confirmed
        self._show_empty()

    @Slot(object)
    def file_progressed(self, progress: FileProgress) -> None:
        """How a file gets on, as the engine tells."""
        if progress.direction != "up":
            return
        moving = progress.state == "moving"
        percent = 100 * progress.done_bytes // max(1, progress.size_bytes)
        self.model.show_percent(progress.sha256, percent if moving else None)
        if not moving:
            self.refresh()

    @Slot(str)
    def act(self, name: str) -> None:
        """Do an act of ``possible`` with the selected line, if it may be done."""
        entry = self.list.selected()
        if entry is None or not possible(entry).get(name, False):
            return
        acts: dict[str, Callable[[OutboxEntry], object]] = {
            "open": self._open,
            "edit": self.edit_wanted.emit,
            "retry": self.acts.retry,
            "withdraw": self.acts.withdraw,
            "pause": self._pause,
        }
        acts[name](entry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the lines; a focus proxy would hide the other parts of the list from Tab."""
        self.list.view.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _lay_out(self) -> None:
        self._right.addWidget(self.empty)
        self._right.addWidget(self.pane)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._right, 1)

    def _open(self, entry: OutboxEntry) -> None:
        if entry.conflict_id:
            self.conflict_opened.emit(entry)
        else:
            self.ticket_opened.emit(entry.ticket_id)

    def _pause(self, entry: OutboxEntry) -> None:
        stands = entry.state in ("paused", "failed")
        kind = ResumeFile if stands else PauseFile
        self._tell_engine(kind(sha256=entry.sha256))

    def _on_read(self, page: OutboxLines) -> None:
        self.list.show_page(page)
        self._show_empty()

    @Slot()
    def _on_lines_changed(self) -> None:
        self._on_entry_selected(self.list.selected())

    @Slot(object)
    def _on_entry_selected(self, entry: OutboxEntry | None) -> None:
        if entry is None:
            self._right.setCurrentWidget(self.empty)
            return
        when = recent_words(entry.at_ms, self._now_ms() // MINUTE_MS) if entry.at_ms else ""
        self.pane.show_entry(entry, self.model.percent_of(entry.key), when)
        self._right.setCurrentWidget(self.pane)

    def _show_empty(self) -> None:
        as_of = self.list.as_of()
        if self.model.first() >= 0:
            title = self.tr("Choose a change")
        elif self._confirmed:
            title = self.tr("Everything is on the server")
        else:
            title = self.tr("Nothing waits on this computer")
        self.empty.show_state("check-circle" if self._confirmed else "cloud-off", title, as_of)
