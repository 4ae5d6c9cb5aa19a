"""Going on to the best ticket of the list with one key, and skipping it with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.actions.registry import Action, ActionRegistry
from desktop.inbox.filter_words import trouble_words
from desktop.inbox.next_bar import NextBar
from desktop.inbox.next_words import choice_words
from desktop.shell.window import MainWindow
from desktop.work.reader import Reader
from models.clock import clock_at
from models.errors import BadFilter, DeskError, NotFound
from models.queries.next_ticket import Choice, Skip, next_choice, skip, skips_of
from models.rows import Actor

if TYPE_CHECKING:
    from models.database import Store

Found = tuple[Choice | None, Mapping[str, Skip], DeskError | None]


class NextDesk(QObject):
    """Owns the bar above the list."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        window: MainWindow,
        actions: ActionRegistry,
        now_ms: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._window, self._now_ms = me, reader, window, now_ms
        self._list, self.bar = window.list_pane, NextBar()
        self._choice: Choice | None = None
        self._skips: Mapping[str, Skip] = {}
        self._list.add_bar(self.bar)
        self.bar.skipped.connect(self._on_skipped)
        self.bar.left.connect(self._list.view.setFocus)
        self._list.ticket_chosen.connect(self._on_ticket_chosen)
        self._add_actions(actions)

    def _add_actions(self, actions: ActionRegistry) -> None:
        best, skip_it = self.tr("Go on to the best ticket"), self.tr("Skip this ticket…")
        actions.add(
            Action("next_best", best, "arrow-right", "Ctrl+J", "window", self.go_on),
            Action(
                "skip_ticket",
                skip_it,
                "arrow-right",
                "Ctrl+Shift+J",
                "window",
                self.bar.ask_why,
                self._can_skip,
            ),
        )
        actions.install_one("next_best", self._window)
        actions.install_one("skip_ticket", self._window)

    def go_on(self) -> None:
        """Open the best ticket of what the list shows, and say why it is the best."""
        query, me, clock = self._list.query, self._me, clock_at(self._now_ms())

        def read(store: Store) -> Found:
            try:
                choice = next_choice(store, query.view, query.text, me, clock)
            except (BadFilter, NotFound) as error:
                return None, {}, error
            return choice, skips_of(store, me), None

        self._reader.ask("next.choice", read, self._on_found)

    def _on_found(self, found: Found) -> None:
        self._choice, self._skips, trouble = found
        if trouble is not None:
            self.bar.show_words(trouble_words(trouble), can_skip=False)
        elif self._choice is None:
            self.bar.show_words(self.tr("Nothing here waits for you now."), can_skip=False)
        else:
            self._window.open_ticket(self._choice.ticket.id)
            self.bar.show_words(choice_words(self._choice), can_skip=True)

    def _can_skip(self) -> bool:
        return self._choice is not None and self.bar.isVisible()

    @Slot(str)
    def _on_skipped(self, why: str) -> None:
        """Remember it and go on to the next one."""
        if self._choice is None:
            return
        command = skip(self._skips, self._me, self._choice.ticket.id, why, self._now_ms())
        self._window.acts.submit_then(command, self.go_on)

    @Slot(str)
    def _on_ticket_chosen(self, ticket_id: str) -> None:
        """What was said is about one ticket alone."""
        if ticket_id and self._choice is not None and ticket_id != self._choice.ticket.id:
            self._choice = None
            self.bar.hide()
