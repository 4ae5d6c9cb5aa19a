"""What stands behind the command palette: it asks, orders what was found, and does the chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.actions.registry import ActionRegistry
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.palette.choices import Choice, Group
from desktop.palette.command_match import Command, command_choice, command_group
from desktop.palette.found_rows import article_row, person_row, ticket_row
from desktop.palette.lately import Lately
from desktop.palette.palette import CommandPalette
from desktop.shell.palette_commands import (
    actions_anywhere,
    actions_for_ticket,
    places,
    property_changes,
)
from desktop.shell.window import MainWindow
from desktop.surroundings import KNOWLEDGE
from desktop.ticket.property_menus import change
from desktop.ticket.ticket_pane import TicketPane
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from models.clock import clock_at
from models.queries.anything import Anything, TicketHit, find_anything, tickets_again
from models.queries.people import PersonRow, queues
from models.rows import Actor, ArticleHit, QueueRow, TicketHeader

if TYPE_CHECKING:
    from models.database import Store

PATIENCE_MS = 120
"""After this what needs no reading is shown, without what does."""
DWELL_MS = 1_500
"""A ticket that was open for so long counts as looked at."""
RECENT = 6


class PaletteDesk(QObject):
    """Made when the palette is first wanted; ``keep`` remembers what was chosen lately."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        window: MainWindow,
        actions: ActionRegistry,
        ticket: Callable[[], TicketPane],
        now_ms: Callable[[], int],
        language: str,
        lately: Lately,
        settings: Sequence[Command],
    ) -> None:
        super().__init__(window)
        self._me, self._reader, self._window, self._actions = me, reader, window, actions
        self._ticket, self._now_ms, self._language = ticket, now_ms, language
        self._lately, self._settings = lately, settings
        self._queues: list[QueueRow] = []
        self.palette = CommandPalette(window)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._patience.timeout.connect(self._on_patience_over)
        self._dwell.timeout.connect(self._on_dwelt)
        self.palette.typed.connect(self._on_typed)
        self.palette.chosen.connect(self._on_chosen)
        window.list_pane.ticket_chosen.connect(lambda: self._dwell.start())

    def open(self) -> None:
        self.palette.open(self._actions["palette"].shortcut, self._window.front())

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._patience.start()
        self._reader.ask("palette", partial(self._read, text=text), partial(self._on_read, text))

    @Slot()
    def _on_patience_over(self) -> None:
        """The answer is late: commands need no reading."""
        self.palette.show_groups(self._command_groups(self.palette.text()), None)

    def _read(self, store: Store, text: str) -> tuple[Anything, list[QueueRow]]:
        """What was found, or for no letters what was looked at lately; and where tickets can go."""
        clock, into = clock_at(self._now_ms()), queues(store, self._me)
        if text.strip():
            return find_anything(store, text, self._me, clock, naming=self._language), into
        ids = [id for id in self._lately.of("ticket") if id != self._window.desk.shown_id]
        rows = tickets_again(store, ids[:RECENT], self._me, clock)
        return Anything(tickets=tuple(map(TicketHit, rows))), into

    def _on_read(self, text: str, read: tuple[Anything, list[QueueRow]]) -> None:
        found, self._queues = read
        self._show(text, found)

    def _show(self, text: str, found: Anything) -> None:
        if not self.palette.isVisible():
            return
        commands = self._command_groups(text)
        if not text.strip():
            recent = [self._of_ticket(hit, "") for hit in found.tickets]
            recent += self._commands_lately()
            groups = [Group(self.tr("Recent"), tuple(recent[: 2 * RECENT])), *commands]
        else:
            groups = [*self._found_groups(text, found), *commands]
        self._patience.stop()
        self.palette.show_groups(groups, text, found.also)

    def _found_groups(self, text: str, found: Anything) -> list[Group]:
        tickets = tuple(self._of_ticket(hit, text) for hit in found.tickets)
        people = tuple(map(self._of_person, found.people))
        articles = tuple(map(self._of_article, found.articles))
        return [
            Group(self.tr("Tickets"), tickets),
            Group(self.tr("People"), people),
            Group(self.tr("Articles"), articles),
        ]

    def _command_groups(self, text: str) -> list[Group]:
        anywhere = actions_anywhere(self._actions)
        groups = [
            command_group(self.tr("Commands"), anywhere, text),
            command_group(self.tr("Settings"), self._settings if text.strip() else (), text),
            command_group(self.tr("Go to"), self._places(anywhere), text),
        ]
        header = self._ticket().header()
        if header is not None and header.id == self._window.shown_id():
            title = self.tr("Commands for {0}").format(number_words(header.number))
            groups.insert(0, command_group(title, self._for_ticket(header, text), text))
        return groups

    def _for_ticket(self, header: TicketHeader, text: str) -> list[Command]:
        """Without letters the actions alone: queues and values would be a long list."""
        acts = actions_for_ticket(self._actions)
        if text.strip():
            acts += property_changes(header, self._queues, self._window.acts.submit)
        return acts

    def _commands_lately(self) -> list[Choice]:
        known = {
            command.key: command
            for command in (
                *actions_anywhere(self._actions),
                *self._places(()),
                *self._settings,
            )
        }
        wanted = [known[key] for key in self._lately.of("command") if key in known]
        return [command_choice(command) for command in wanted[:RECENT]]

    # what is found

    def _of_ticket(self, hit: TicketHit, text: str) -> Choice:
        id, row = hit.row.id, ticket_row(hit)
        show = partial(self._open_ticket, id)
        if not text:
            return Choice(row, show, self.tr("open"), lately=row.key)
        in_list, words = partial(self._search_list, text, id), self.tr("show all in the list")
        return Choice(row, show, self.tr("open"), in_list, words, lately=row.key)

    def _of_person(self, person: PersonRow) -> Choice:
        """A colleague can be given the open ticket."""
        show = partial(self._search_list, person.name)
        words, row = self.tr("tickets with this name"), person_row(person)
        header = self._ticket().header()
        if person.kind != "agent" or header is None or header.assignee_id == person.id:
            return Choice(row, show, words)
        give = partial(self._window.acts.submit, change(header, assignee_id=person.id))
        other = self.tr("assign {0}").format(number_words(header.number))
        return Choice(row, show, words, give, other)

    def _of_article(self, hit: ArticleHit) -> Choice:
        row, show = article_row(hit), partial(self._open_article, hit.row.id)
        header = self._ticket().header()
        if header is None:
            return Choice(row, show, self.tr("read"))
        other = self.tr("put into the reply to {0}").format(number_words(header.number))
        put = partial(self._put_into_reply, header.id, hit.row.id)
        return Choice(row, show, self.tr("read"), put, other)

    # what is done

    @Slot(object, bool)
    def _on_chosen(self, choice: Choice, other: bool) -> None:
        if choice.lately:
            self._lately.note(choice.lately)
        run = choice.other if other and choice.other is not None else choice.run
        run()

    @Slot()
    def _on_dwelt(self) -> None:
        if id := self._window.desk.shown_id:
            self._lately.note(f"ticket:{id}")

    def _in_main(self, run: Callable[[], object]) -> None:
        """What the main window shows it shows in front, whichever window the palette was over."""
        if self._window.front() is not self._window:
            self._window.bring_to_front()
        run()

    def _places(self, taken: Sequence[Command]) -> list[Command]:
        known = places(self._window.navigation, taken)
        return [replace(place, run=partial(self._in_main, place.run)) for place in known]

    def _open_ticket(self, id: str) -> None:
        self._in_main(partial(self._window.open_ticket, id))
        self._window.list_pane.view.setFocus()

    def _search_list(self, text: str, ticket_id: str = "") -> None:
        self._in_main(partial(self._window.top_bar.search.setText, text.strip()))
        if ticket_id:
            self._open_ticket(ticket_id)
        self._window.list_pane.view.setFocus()

    def _open_article(self, id: str) -> None:
        page = self._window.page(KNOWLEDGE)
        assert isinstance(page, KnowledgePage)
        self._in_main(partial(self._window.show_page, KNOWLEDGE))
        page.open_article(id)

    def _put_into_reply(self, ticket_id: str, article_id: str) -> None:
        self._window.open_ticket(ticket_id)
        self._ticket().insert_answer(article_id)
