"""Under the head of a ticket: the other tickets it has to do with, and who watches it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from desktop.theme import PANE_PADDING_PX
from desktop.ticket.relation_words import (
    churn_words,
    line_words,
    remove_words,
    role_words,
    short_words,
)
from desktop.ticket_words import number_words, subject_words
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tone import Tone
from models.commands import Command, Link, Unlink, UnmergeTicket, Unwatch, Watch
from models.queries.likeness import AlikeRow
from models.queries.relations import INTO, PART, TicketRelations
from models.rows import Actor, LinkRow

_ORDER = (INTO, "original", "parent", "child", "duplicate", PART, "related")


class RelationsStrip(QFrame):
    """Hidden while there is nothing to say.

    Signals: ``ticket_opened(str)``; ``command_chosen(Command)``; ``step_chosen(list[Command])``,
    which are one step; ``answer_wanted()``: one answer for all incidents;
    ``escalation_wanted()``: another support line.
    """

    ticket_opened = Signal(str)
    command_chosen = Signal(object)
    step_chosen = Signal(object)
    answer_wanted = Signal()
    escalation_wanted = Signal()

    def __init__(
        self, me: Actor, others: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        """``others`` are chips that stand behind its own and show and hide themselves."""
        super().__init__(parent)
        self.setObjectName("relations")
        self._others = tuple(others)
        self._me = me
        self._shown: tuple[TicketRelations, Sequence[AlikeRow]] | None = None
        self._own = 0
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(PANE_PADDING_PX, 6, PANE_PADDING_PX, 6)
        self.hide()

    def show_relations(self, told: TicketRelations, alike: Sequence[AlikeRow] = ()) -> None:
        """``alike``: many tickets of the same half hour, this one among them.

        Chips that say the same as before stay, with the keyboard on one of them.
        """
        if (told, alike) != self._shown:
            self._shown = (told, alike)
            self._lay_out([*self._alike_chip(told.ticket_id, alike), *self._chips(told)])
        self.setVisible(self._own > 0 or any(not chip.isHidden() for chip in self._others))

    def _lay_out(self, chips: Sequence[QWidget]) -> None:
        while item := self._layout.takeAt(0):
            widget = item.widget()
            if widget and widget not in self._others:
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            self._layout.addWidget(chip)
            chip.show()
        for other in self._others:
            self._layout.addWidget(other)
        self._own = len(chips)

    def _chips(self, told: TicketRelations) -> list[QWidget]:
        known = [link for link in told.links if link.role in _ORDER]
        ordered = sorted(known, key=lambda link: _ORDER.index(link.role))
        groups = groupby(ordered, key=lambda link: link.role)
        chips = [self._link_chip(role, list(group)) for role, group in groups]
        return [*chips, *self._tier_chip(told), *self._churn_chip(told), *self._watch_chip(told)]

    def _link_chip(self, role: str, links: Sequence[LinkRow]) -> QWidget:
        chip = RelationChip(role_words(role), lambda: self._menu(links))
        only = links[0] if len(links) == 1 and role != "child" else None
        if only is None:
            chip.show_value(str(len(links)))
            return chip
        chip.show_value(short_words(only))
        chip.acts_at_once = lambda: self.ticket_opened.emit(only.other_id)
        chip.removes = lambda: self._remove(only)
        return chip

    def _menu(self, links: Sequence[LinkRow]) -> QMenu:
        menu = QMenu(self)
        if links[0].role == "child":
            words = self.tr("Answer all %n…", "", len(links))
            menu.addAction(words).triggered.connect(self.answer_wanted)
            menu.addSeparator()
        for link in links:
            act = menu.addAction(line_words(link))
            act.triggered.connect(partial(self.ticket_opened.emit, link.other_id))
        menu.addSeparator()
        for link in links:
            menu.addAction(remove_words(link)).triggered.connect(partial(self._remove, link))
        return menu

    def _remove(self, link: LinkRow, _checked: bool = False) -> None:
        self.command_chosen.emit(removal(link))

    def _alike_chip(self, ticket_id: str, alike: Sequence[AlikeRow]) -> list[QWidget]:
        if not alike:
            return []
        others = [row for row in alike if row.id != ticket_id]
        chip = RelationChip(
            self.tr("Perhaps one problem"), partial(self._alike_menu, ticket_id, others)
        )
        chip.show_value(self.tr("%n alike in half an hour", "", len(alike)), tone=Tone.RISK)
        return [chip]

    def _alike_menu(self, ticket_id: str, others: Sequence[AlikeRow]) -> QMenu:
        menu = QMenu(self)
        step = [Link(id=ticket_id, other_id=row.id, role="child") for row in others]
        words = self.tr("Make this the problem, and %n others its incidents", "", len(others))
        menu.addAction(words).triggered.connect(partial(self._choose_step, step))
        menu.addSeparator()
        for row in others:
            words = f"{number_words(row.number)} {subject_words(row.subject)}"
            menu.addAction(words).triggered.connect(partial(self.ticket_opened.emit, row.id))
        return menu

    def _choose_step(self, step: Sequence[Command], _checked: bool = False) -> None:
        self.step_chosen.emit(step)

    def _tier_chip(self, told: TicketRelations) -> list[QWidget]:
        """The first line is where tickets are anyway."""
        if told.tier <= 1:
            return []
        chip = PropertyChip(self.tr("Support line"))
        chip.show_value(str(told.tier))
        chip.clicked.connect(self.escalation_wanted)
        return [chip]

    def _churn_chip(self, told: TicketRelations) -> list[QWidget]:
        words = churn_words(told.handovers, told.reopenings)
        if not words:
            return []
        chip = RelationChip(self.tr("Goes round"), partial(self._watch_menu, told))
        chip.show_value(words, tone=Tone.RISK)
        return [chip]

    def _watch_chip(self, told: TicketRelations) -> list[QWidget]:
        if not told.watchers:
            return []
        chip = RelationChip(self.tr("Watched by"), partial(self._watch_menu, told))
        chip.show_value(", ".join(name for _, name in told.watchers))
        return [chip]

    def _watch_menu(self, told: TicketRelations) -> QMenu:
        """Oneself comes first; whoever watches can be let go."""
        menu, ids = QMenu(self), [id for id, _ in told.watchers]
        if self._me.id not in ids:
            command: Command = Watch(ticket_id=told.ticket_id, agent_id=self._me.id)
            act = menu.addAction(self.tr("Watch this ticket"))
            act.triggered.connect(partial(self._choose, command))
        for id, name in told.watchers:
            words = self.tr("%1 no longer watches").replace("%1", name)
            command = Unwatch(ticket_id=told.ticket_id, agent_id=id)
            menu.addAction(words).triggered.connect(partial(self._choose, command))
        return menu

    def _choose(self, command: Command, _checked: bool = False) -> None:
        self.command_chosen.emit(command)


class RelationChip(PropertyChip):
    """Opens a menu, or does at once what it stands for; Delete takes away what it stands for.

    The menu is made when it is asked for, by a click or, beside ``acts_at_once``, the menu key.
    """

    def __init__(
        self, label: str, make_menu: Callable[[], QMenu], parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent)
        self._make_menu = make_menu
        self.acts_at_once: Callable[[], object] | None = None
        self.removes: Callable[[], object] | None = None
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.removes is not None:
            self.removes()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pop_up()

    def _on_clicked(self) -> None:
        if self.acts_at_once is not None:
            self.acts_at_once()
        else:
            self._pop_up()

    def _pop_up(self) -> None:
        menu = self._make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def removal(link: LinkRow) -> Command:
    """What takes a relation away again."""
    if link.role == INTO:
        return UnmergeTicket(id=link.ticket_id)
    if link.role == PART:
        return UnmergeTicket(id=link.other_id)
    return Unlink(id=link.ticket_id, other_id=link.other_id, role=link.role)
