"""Acts on all selected tickets: asked for, looked at, confirmed, done in parts, told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from desktop.actions.registry import ActionRegistry
from desktop.bulk import acts
from desktop.bulk.acts import BulkAct
from desktop.bulk.bar import BulkBar
from desktop.bulk.panel import BulkPanel
from desktop.dialogs.category_picker import CategoryPicker
from desktop.dialogs.postpone import PostponeDialog
from desktop.dialogs.tags import TagsDialog
from desktop.dialogs.transfer import TransferDialog
from desktop.inbox.list_query import MOST_SELECTED
from desktop.shell.selection_actions import ON_SELECTED
from desktop.shell.window import MainWindow
from desktop.ticket.property_menus import others_first_online, person_words
from desktop.ticket_words import number_words, priority_words
from desktop.work.bulk_run import BulkRun
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.bulk import Result, preview
from models.clock import clock_at
from models.commands import Transfer
from models.perform import Performed
from models.queries import people
from models.queries.categories import CategoryChoices, category_choices
from models.queries.directory import tag_names
from models.queries.inbox import ticket_rows
from models.rows import PRIORITIES, Actor, AgentRow, QueueRow, TicketRow

if TYPE_CHECKING:
    from models.database import Store


class BulkDesk(QObject):
    """Brings the bar and the panel to the foot of the list.

    Signals: ``finished(list[Result])`` when an act was done, as far as it was.
    """

    finished = Signal(object)

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
        now_ms: Callable[[], int],
        online: Callable[[], frozenset[str]] = frozenset,
        language: str = "en",
    ) -> None:
        super().__init__(window)
        self._language = language
        self._me, self._reader, self._writer, self._window = me, reader, writer, window
        self._now_ms, self._online = now_ms, online
        self._list = window.list_pane
        self._selection = self._list.selection
        self._act: BulkAct | None = None
        self._ids: list[str] = []
        self._run: BulkRun | None = None
        self._told = ""
        self.panel = BulkPanel()
        known = [actions[id] for id in ON_SELECTED if id in actions]
        self.bar = BulkBar(self._selection, known, actions.trigger, MOST_SELECTED)
        self._list.add_foot(self.panel)
        self._list.add_foot(self.bar)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        self._list.bulk_wanted.connect(self._on_wanted)
        self._selection.changed.connect(self._on_selection_changed)
        self._window.undo.pushed.connect(self._on_pushed)
        self._window.undo.undone.connect(self._leave_told)
        panel.confirmed.connect(self._on_confirmed)
        panel.stopped.connect(self._on_stopped)
        panel.undo_wanted.connect(self._on_undo_wanted)
        panel.closed.connect(self._on_closed)
        panel.ticket_chosen.connect(self._window.open_ticket)

    @Slot(str)
    def _on_wanted(self, act: str) -> None:
        if self._run is not None:
            return
        self._ids = self._selection.ids()
        asks: dict[str, Callable[[], None]] = {
            "done": lambda: self._look(acts.setting(self.tr("Mark done"), status="done")),
            "take": lambda: self._look(acts.taking(self.tr("Take"))),
            "postpone": self._ask_postpone,
            "transfer": self._ask_transfer,
            "assign": partial(self._read, people.agents, self._ask_assignee),
            "queue": partial(self._read, self._read_queues, self._ask_queue),
            "priority": self._ask_priority,
            "category": self._ask_category,
            "tags": partial(self._read, tag_names, self._ask_tags),
            "merge": self._ask_merge,
        }
        asks[act]()

    def _look(self, act: BulkAct) -> None:
        """See what would become of each, and show it."""
        self._act = act
        self.panel.show_looking(act.title)
        commands, me, now_ms = act.commands(self._ids), self._me, self._now_ms()
        self._read(lambda store: preview(store, commands, me, now_ms), self.panel.show_foreseen)

    @Slot()
    def _on_confirmed(self) -> None:
        if self._act is None or self._run is not None:
            return
        run = BulkRun(self._writer, self._act.commands(self._ids), self)
        run.progressed.connect(self._on_progressed)
        run.finished.connect(self._on_finished)
        run.failed.connect(self._window.show_trouble)
        self._run = run
        self.panel.show_progress(0, len(self._ids))
        self._list.view.setFocus()
        run.start()

    @Slot(int)
    def _on_progressed(self, done: int) -> None:
        self.panel.show_progress(done, len(self._ids))

    @Slot()
    def _on_stopped(self) -> None:
        if self._run is not None:
            self._run.stop()

    @Slot(object)
    def _on_finished(self, results: list[Result]) -> None:
        if self._run is not None:
            self._told = self._run.step
            self._run.deleteLater()
        self._run = self._act = None
        self._selection.clear()
        self.panel.show_happened(results, len(self._ids))
        self._list.begin_anew()
        self.finished.emit(results)

    @Slot()
    def _on_undo_wanted(self) -> None:
        self.panel.hide()
        self._window.undo.undo()

    @Slot(object)
    def _on_pushed(self, performed: Performed) -> None:
        if performed.group != self._told:
            self._leave_told()

    @Slot()
    def _leave_told(self) -> None:
        """The newest step is no more what the panel tells of: its Undo would take back another."""
        if self._run is None and self._act is None:
            self.panel.hide()

    @Slot()
    def _on_closed(self) -> None:
        self._act = None
        self._list.view.setFocus()

    @Slot()
    def _on_selection_changed(self) -> None:
        """What was foreseen holds for what was selected then; an old result has been seen."""
        if self._run is None and self._selection.ids() != self._ids:
            self._act = None
            self.panel.hide()

    def _read(self, question: Callable[[Store], Any], answer: Callable[[Any], None]) -> None:
        self._reader.ask("bulk", question, answer)

    def _read_queues(self, store: Store) -> list[QueueRow]:
        return people.queues(store, self._me)

    def _ask_postpone(self) -> None:
        title = self.tr("Postpone %n tickets", "", len(self._ids))
        chosen = PostponeDialog.ask(self._window.front(), ticket_id="", number="", title=title)
        if chosen is not None:
            self._look(acts.setting(self.tr("Postpone"), **chosen.set))

    def _ask_transfer(self) -> None:
        title = self.tr("Transfer %n tickets", "", len(self._ids))
        chosen = TransferDialog.ask(
            self._window.front(),
            reader=self._reader,
            me=self._me,
            now_ms=self._now_ms,
            ticket_id="",
            number="",
            title=title,
            online=self._online(),
        )
        for transfer in chosen:
            if isinstance(transfer, Transfer):
                self._look(acts.handing(self.tr("Transfer"), transfer))

    def _ask_assignee(self, agents: Sequence[AgentRow]) -> None:
        menu = QMenu(self._window)
        title, me, online = self.tr("Assign to {0}"), self._me, self._online()
        offered = [(me.id, me.name, me.name)]
        for each in others_first_online(agents, me, online):
            offered.append((each.id, each.name, person_words(each, each.id in online)))
        for id, name, words in offered:
            self._offer(menu, words, acts.setting(title.format(name), assignee_id=id))
        menu.addSeparator()
        self._offer(menu, self.tr("Nobody"), acts.setting(self.tr("Unassign"), assignee_id=None))
        menu.addAction(self.tr("Somebody else…")).triggered.connect(self._ask_transfer)
        self._pop_up(menu, "bulk_assign")

    def _ask_queue(self, queues: Sequence[QueueRow]) -> None:
        menu = QMenu(self._window)
        for queue in queues:
            title = self.tr("Move to {0}").format(queue.name)
            self._offer(menu, queue.name, acts.moving(title, queue.id))
        self._pop_up(menu, "bulk_queue")

    def _ask_priority(self) -> None:
        menu = QMenu(self._window)
        for priority in reversed(PRIORITIES):
            name = priority_words(priority)
            title = self.tr("Priority: {0}").format(name)
            self._offer(menu, name, acts.setting(title, priority=priority))
        self._pop_up(menu, "bulk_priority")

    def _ask_category(self) -> None:
        chosen = CategoryPicker.ask(
            self._window.front(), reader=self._reader, me=self._me, language=self._language
        )
        if chosen is not None:
            read = partial(category_choices, me=self._me, language=self._language)
            self._read(read, partial(self._categorise, chosen[0]))

    def _categorise(self, category_id: str | None, choices: CategoryChoices) -> None:
        names = {row.id: row.name for row in choices.rows}
        title = self.tr("No category")
        if category_id is not None:
            title = self.tr("Category: {0}").format(names.get(category_id, ""))
        self._look(acts.setting(title, category_id=category_id))

    def _ask_tags(self, known: list[str]) -> None:
        heading = self.tr("Tags of %n tickets", "", len(self._ids))
        chosen = TagsDialog.ask(self._window.front(), heading=heading, known=known)
        if chosen is not None:
            self._look(acts.tagging(self.tr("Tags"), *chosen))

    def _ask_merge(self) -> None:
        """Into the open ticket if it is one of them, else into the one selected first."""
        shown, me = self._window.desk.shown_id, self._me
        into = shown if shown in self._selection else self._ids[0]
        self._read(lambda store: ticket_rows(store, [into], me, clock_at(0)), self._merge_into)

    def _merge_into(self, rows: list[TicketRow]) -> None:
        for row in rows:
            title = self.tr("Merge into {0} · {1}").format(number_words(row.number), row.subject)
            self._ids = [id for id in self._ids if id != row.id]
            self._look(acts.merging(title, row.id))

    def _offer(self, menu: QMenu, words: str, act: BulkAct) -> None:
        entry = menu.addAction(words.replace("&", "&&"))
        entry.triggered.connect(lambda: self._look(act))

    def _pop_up(self, menu: QMenu, beside: str) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.bar.buttons[beside]
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
