"""The head of an open ticket: number and origin, what can be done, subject, properties."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import product

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.field_words import channel_words
from desktop.icons import icon, pixmap
from desktop.theme import PANE_PADDING_PX, current_theme, theme_state
from desktop.ticket.choices import Choices
from desktop.ticket.property_bar import PropertyBar
from desktop.ticket.property_menus import change
from desktop.ticket.step_line import StepLine
from desktop.ticket.subject_line import SubjectLine
from desktop.ticket_words import CHANNEL_ICONS, number_words
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton
from models.commands import Command, DeleteTicket, Take
from models.rows import Actor, TicketHeader

MoreActions = Callable[[QObject], list[QAction]]
"""Entries of a menu that is about to open, which is their parent."""
_WORD_GAP_PX, _ICON_ROOM_PX, _LEAST_WIDTH_PX = 14, 20, 380
_ORIGIN_WORDS = ((True, True), (True, False), (False, False))
"""Whether company and channel are in words on the first line; the icon says the channel too."""


class TicketHeaderBar(QFrame):
    """Signals: ``command_chosen(Command)``; ``transfer_requested(TicketHeader)``,
    ``postpone_requested(TicketHeader)``, ``approval_requested(TicketHeader)``;
    ``side_panel_toggled()``; ``copied(str)`` with what."""

    command_chosen = Signal(object)
    transfer_requested = Signal(object)
    postpone_requested = Signal(object)
    approval_requested = Signal(object)
    side_panel_toggled = Signal()
    copied = Signal(str)

    def __init__(self, me: Actor, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketHeader")
        self._me = me
        self._header: TicketHeader | None = None
        self._number, self._company = QLabel(), ElidedLabel()
        self._channel_icon, self._channel = QLabel(), ElidedLabel()
        for label in (self._number, self._company, self._channel):
            label.setProperty("role", "secondary")
        self._done = Button(self.tr("Done"), "check")
        self._reopen = Button(self.tr("Reopen"), "refresh")
        self._postpone = Button(self.tr("Postpone"), "clock")
        self._transfer = Button(self.tr("Transfer"), "transfer")
        self._take = Button(self.tr("Take"), "hand")
        self._more = IconButton("dots", self.tr("More"))
        self.more_actions: MoreActions = lambda menu: []
        self._origin = (self._number, self._company, self._channel)
        self._giving_way = (self._transfer, self._postpone, self._take)
        self._fitting: tuple[Button, ...] = ()
        self._subject, self._step = SubjectLine(), StepLine()
        self._properties = PropertyBar(me, now_ms)
        self._lay_out()
        self._connect()
        self._reopen.hide()
        theme_state().changed.connect(self._on_theme_changed)

    def show_online(self, ids: Collection[str]) -> None:
        self._properties.show_online(ids)

    def show_choices(self, choices: Choices) -> None:
        self._properties.show_choices(choices)

    def show_header(self, header: TicketHeader) -> None:
        """Another ticket, or the same one changed."""
        if self._header is not None and self._header.id != header.id:
            self._subject.stop_editing()
        self._header = header
        self._number.setText(number_words(header.number))
        self._company.setText(header.company_name or header.requester_name)
        self._show_channel()
        self._subject.show_subject(header.subject)
        self._step.show_header(header)
        self._properties.show_header(header)
        is_done = header.status == "done"
        self._done.setVisible(not is_done)
        self._reopen.setVisible(is_done)
        mine = header.assignee_id == self._me.id
        possible = (self._transfer, *(() if is_done else (self._postpone,)))
        self._fitting = (*possible, *(() if mine or is_done else (self._take,)))
        self._fit()

    @Slot()
    def edit_subject(self) -> None:
        self._subject.edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrower than all its words: ``_fit`` takes some away."""
        return QSize(_LEAST_WIDTH_PX, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """For want of room the channel loses its word, then the company goes to the line below,
        then single buttons into the menu."""
        choices = product(range(len(self._fitting) + 1), _ORIGIN_WORDS)
        for away, (company, channel) in choices:
            self._show_words(away, company=company, channel=channel)
            if self._missing_px() <= 0:
                break
        self._step.show_before(self._company.text() if self._company.isHidden() else "")

    def _show_words(self, away: int, *, company: bool, channel: bool) -> None:
        """The first ``away`` of the buttons that give way are in the menu."""
        for button in self._giving_way:
            button.setVisible(button in self._fitting[away:])
        self._company.setVisible(company)
        self._number.setToolTip("" if company else self._company.text())
        self._channel.setVisible(channel)
        self._channel.setMinimumWidth(self._channel.sizeHint().width())

    def _missing_px(self) -> int:
        """How much wider the first line would like to be."""
        buttons = (self._done, self._reopen, self._postpone, self._transfer, self._take)
        shown = [button.sizeHint().width() + 6 for button in buttons if not button.isHidden()]
        words = [label for label in self._origin if not label.isHidden()]
        widths = (label.sizeHint().width() + _WORD_GAP_PX for label in words)
        wanted = sum(widths) + _ICON_ROOM_PX
        room = self.width() - 2 * PANE_PADDING_PX - self._more.width() - sum(shown)
        return wanted - room

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._number)
        line.addSpacing(8)
        line.addWidget(self._company)
        line.addSpacing(8)
        line.addWidget(self._channel_icon)
        line.addWidget(self._channel)
        line.addStretch(1)
        acts = (self._done, self._reopen, self._postpone, self._transfer, self._take, self._more)
        for button in acts:
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 10, PANE_PADDING_PX, 11)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._subject)
        layout.addWidget(self._step)
        layout.addSpacing(2)
        layout.addWidget(self._properties)

    def _connect(self) -> None:
        self._done.clicked.connect(lambda: self._set_status("done"))
        self._reopen.clicked.connect(lambda: self._set_status("open"))
        self._postpone.clicked.connect(self._on_postpone_wanted)
        self._transfer.clicked.connect(self._on_transfer_wanted)
        self._take.clicked.connect(self._on_take_clicked)
        self._subject.subject_typed.connect(self._on_subject_typed)
        self._properties.command_chosen.connect(self.command_chosen)
        self._properties.transfer_wanted.connect(self._on_transfer_wanted)
        self._properties.postpone_wanted.connect(self._on_postpone_wanted)
        self._properties.overdue_told.connect(self._on_overdue_told)
        menu = QMenu(self._more)
        menu.aboutToShow.connect(lambda: self._fill_more(menu))
        self._more.setMenu(menu)

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        for button in (each for each in self._fitting if each.isHidden()):
            menu.addAction(button.icon(), button.text()).triggered.connect(button.click)
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("pencil", self.tr("Change the subject"), self.edit_subject),
            ("tag", self.tr("Add a tag"), self._properties.open_tag_field),
            ("hand", self.tr("Ask for approval…"), self._on_approval_chosen),
            ("copy", self.tr("Copy number"), self._on_copy_chosen),
            ("info-circle", self.tr("Show or hide the side panel"), self.side_panel_toggled.emit),
            ("trash", self.tr("Move to the trash"), self._on_trash_chosen),
        )
        for name, words, act in acts:
            look = icon(name, current_theme().secondary_text)
            menu.addAction(look, words).triggered.connect(lambda _=False, act=act: act())
        last = menu.insertSeparator(menu.actions()[-1])
        if more := self.more_actions(menu):
            menu.insertSeparator(last)
            menu.insertActions(last, more)

    def _show_channel(self) -> None:
        if self._header is not None:
            name = CHANNEL_ICONS.get(self._header.channel, "ticket")
            colour, ratio = current_theme().secondary_text, self.devicePixelRatioF()
            self._channel_icon.setPixmap(pixmap(name, colour, 14, ratio))
            self._channel.setText(channel_words(self._header.channel))
            self._channel_icon.setToolTip(channel_words(self._header.channel))
            self._channel_icon.setAccessibleName(channel_words(self._header.channel))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Colours, and the size of text with which words have to fit."""
        self._show_channel()
        self._fit()

    def _set_status(self, status: str) -> None:
        if self._header is not None:
            self._choose(change(self._header, status=status))

    def _choose(self, command: Command) -> None:
        self.command_chosen.emit(command)

    @Slot(bool)
    def _on_overdue_told(self, overdue: bool) -> None:
        """A red frame around what is overdue; the pill says it in words."""
        if self.property("overdue") != overdue:
            self.setProperty("overdue", overdue)
            self.style().polish(self)

    @Slot()
    def _on_postpone_wanted(self) -> None:
        if self._header is not None:
            self.postpone_requested.emit(self._header)

    @Slot()
    def _on_transfer_wanted(self) -> None:
        if self._header is not None:
            self.transfer_requested.emit(self._header)

    @Slot()
    def _on_take_clicked(self) -> None:
        if self._header is None:
            return
        free = self._header.assignee_id is None
        mine = Take(id=self._header.id)
        self._choose(mine if free else change(self._header, assignee_id=self._me.id))

    @Slot(str)
    def _on_subject_typed(self, subject: str) -> None:
        if self._header is not None:
            self._choose(change(self._header, subject=subject))

    def _on_copy_chosen(self) -> None:
        if self._header is not None:
            QGuiApplication.clipboard().setText(number_words(self._header.number))
            self.copied.emit(number_words(self._header.number))

    def _on_approval_chosen(self) -> None:
        if self._header is not None:
            self.approval_requested.emit(self._header)

    def _on_trash_chosen(self) -> None:
        if self._header is not None:
            self._choose(DeleteTicket(id=self._header.id))
