"""Chips under the subject: properties with their menus, when an answer is due, tags."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from itertools import product

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.theme import CONTROL_GAP_PX, SMALL_CONTROL_HEIGHT_PX
from desktop.ticket import property_menus
from desktop.ticket.choices import Choices
from desktop.ticket.tag_field import TagField
from desktop.ticket.words import due_words, full_time_words, status_until_words
from desktop.ticket_words import priority_words
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pill import Pill
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tag_chip import TagChip
from desktop.widgets.tone import Tone
from models.commands import Tags
from models.rows import Actor, TicketHeader

_MINUTE_MS = 60_000
_MOST_ROWS, _ROW_PX = 2, SMALL_CONTROL_HEIGHT_PX + CONTROL_GAP_PX
_ANY_WIDTH_PX = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not have
_CHIP_WIDTHS_PX = (_ANY_WIDTH_PX, 210, 180, 150)
_PRIORITY_TONES = {"urgent": Tone.OVERDUE, "high": Tone.OVERDUE}


class PropertyBar(QWidget):
    """Signals: ``command_chosen(Command)``; ``transfer_wanted()``, ``postpone_wanted()``;
    ``overdue_told(bool)`` whenever it is looked at."""

    command_chosen = Signal(object)
    transfer_wanted = Signal()
    postpone_wanted = Signal()
    overdue_told = Signal(bool)

    def __init__(self, me: Actor, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me, self._now_ms = me, now_ms
        self._header: TicketHeader | None = None
        self._choices = Choices()
        self._online: Collection[str] = ()
        self._status = PropertyChip(self.tr("Status"))
        self._priority = PropertyChip(self.tr("Priority"))
        self._queue = PropertyChip(self.tr("Queue"))
        self._category = PropertyChip(self.tr("Category"))
        self._assignee = PropertyChip(self.tr("Assignee"))
        self._due = Pill()
        self._tag_field = TagField()
        self._tags: list[TagChip] = []
        self._flow = FlowLayout(self)
        chips = (self._status, self._priority, self._queue, self._category, self._assignee)
        for widget in (*chips, self._due, self._tag_field):
            self._flow.addWidget(widget)
        self._add_menus()
        self._tag_field.tags_typed.connect(self._on_tags_typed)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self._show_due)
        self._minutes.start(_MINUTE_MS // 2)

    def show_choices(self, choices: Choices) -> None:
        self._choices = choices
        self._tag_field.show_known(choices.tags)

    def show_online(self, ids: Collection[str]) -> None:
        """Which agents are online; empty as well while nobody knows."""
        self._online = ids
        self._show_owner_online()

    def show_header(self, header: TicketHeader) -> None:
        self._header = header
        words = status_until_words(header.status, header.waiting_for, header.wake_at_ms)
        self._status.show_value(words[:1].upper() + words[1:])
        tone = _PRIORITY_TONES.get(header.priority, Tone.NEUTRAL)
        self._priority.show_value(priority_words(header.priority), tone=tone)
        self._queue.show_value(header.queue_name)
        self._category.show_value(header.category_name)
        self._assignee.show_value(header.assignee_name, is_person=bool(header.assignee_id))
        self._show_owner_online()
        self._show_due()
        self._show_tags(header.tags)
        self._fit()

    def _show_owner_online(self) -> None:
        owner = self._header.assignee_id if self._header else None
        self._assignee.show_online(self.tr("online") if owner in self._online else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two rows if they can be had by cutting long names, or by leaving the labels away too.

        The tips keep all of it.
        """
        named = (self._queue, self._category, self._assignee)
        for labels, width_px in product((True, False), _CHIP_WIDTHS_PX):
            for chip in (self._status, self._priority, *named):
                chip.show_label(labels)
            for chip in named:
                chip.setMaximumWidth(width_px)
            if self._flow.heightForWidth(self.width()) <= _MOST_ROWS * _ROW_PX:
                return

    def open_tag_field(self) -> None:
        self._tag_field.open()

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        if [chip.text() for chip in self._tags] == list(tags):
            return
        for chip in self._tags:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self._tag_field)
        self._tags = [TagChip(tag, parent=self) for tag in tags]
        for chip in self._tags:
            chip.remove_requested.connect(self._on_remove_requested)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._tag_field)
        self._flow.invalidate()

    @Slot()
    def _show_due(self) -> None:
        if self._header is None:
            return
        text, tone, icon_name = due_words(self._header, self._now_ms())
        self._due.set_pill(text, tone, icon_name)
        self.overdue_told.emit(tone is Tone.OVERDUE)
        due = self._header.due_at_ms
        self._due.setToolTip(full_time_words(due) if due else "")

    def _add_menus(self) -> None:
        """Menus are filled when they open, so that a ticket costs nothing but its chips."""
        fills: tuple[tuple[PropertyChip, Callable[[QMenu, TicketHeader], None]], ...] = (
            (self._status, self._fill_status),
            (self._priority, self._fill_priority),
            (self._queue, self._fill_queue),
            (self._category, self._fill_category),
            (self._assignee, self._fill_assignee),
        )
        for chip, fill in fills:
            menu = QMenu(chip)
            menu.aboutToShow.connect(partial(self._fill, menu, fill))
            chip.set_menu(menu)

    def _fill(self, menu: QMenu, fill: Callable[[QMenu, TicketHeader], None]) -> None:
        menu.clear()
        if self._header is not None:
            fill(menu, self._header)

    def _fill_status(self, menu: QMenu, header: TicketHeader) -> None:
        postpone = self.postpone_wanted.emit
        property_menus.fill_status(menu, header, self.command_chosen.emit, postpone)

    def _fill_priority(self, menu: QMenu, header: TicketHeader) -> None:
        property_menus.fill_priority(menu, header, self.command_chosen.emit)

    def _fill_queue(self, menu: QMenu, header: TicketHeader) -> None:
        property_menus.fill_queue(menu, header, self._choices, self.command_chosen.emit)

    def _fill_category(self, menu: QMenu, header: TicketHeader) -> None:
        property_menus.fill_category(menu, header, self._choices, self.command_chosen.emit)

    def _fill_assignee(self, menu: QMenu, header: TicketHeader) -> None:
        choose, other = self.command_chosen.emit, self.transfer_wanted.emit
        property_menus.fill_assignee(
            menu, header, self._choices, self._me, choose, other, self._online
        )

    @Slot(object)
    def _on_tags_typed(self, tags: list[str]) -> None:
        if self._header is not None:
            self.command_chosen.emit(Tags(id=self._header.id, add=tuple(tags)))

    @Slot(str)
    def _on_remove_requested(self, tag: str) -> None:
        if self._header is not None:
            self.command_chosen.emit(Tags(id=self._header.id, remove=(tag,)))
