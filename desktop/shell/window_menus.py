"""The two menus at the right end of the top bar, filled when they open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.registry import ActionRegistry
from desktop.shell.grouped import grouped
from models.rows import Actor

BELL_VIEWS = ("mentions", "at_risk")
PERSON_ACTIONS = ("settings", "outbox", "conflicts", "sync_now", "sync_details", "shortcuts")
TICKET_ACTIONS = (
    "reply",
    "note",
    "done",
    "postpone",
    "transfer",
    "take",
    "category",
    "specialist",
    "due",
    "tab_open",
    "detach",
    "pin",
    "highlight",
    "remind",
)


class WindowMenus(QObject):
    """``titles`` gives the words of a view, ``choose`` shows it; ``look`` shows what was refused
    or is held, ``leave`` closes the window."""

    def __init__(
        self,
        bell: QMenu,
        person: QMenu,
        actions: ActionRegistry,
        me: Actor,
        titles: Callable[[str], str],
        choose: Callable[[str], None],
        look: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(bell)
        self._bell, self._person = bell, person
        self._actions, self._me = actions, me
        self._titles, self._choose = titles, choose
        self._look, self._leave = look, leave
        self._counts: Mapping[str, int] = {}
        self._attention = 0
        bell.aboutToShow.connect(self._on_bell_opens)
        person.aboutToShow.connect(self._on_person_opens)

    def ticket_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the current ticket; goes away by itself."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.menu_actions(TICKET_ACTIONS, menu))
        return menu

    def show_numbers(self, counts: Mapping[str, int], attention: int) -> None:
        """Numbers by view key, and how many changes the server refused or holds."""
        self._counts, self._attention = counts, attention

    @Slot()
    def _on_bell_opens(self) -> None:
        self._bell.clear()
        for view in BELL_VIEWS:
            words = f"{self._titles(view)}\t{grouped(self._counts.get(view, 0))}"
            entry = self._bell.addAction(words)
            entry.triggered.connect(lambda checked=False, view=view: self._choose(view))
        if self._attention:
            self._bell.addSeparator()
            words = self.tr("%n changes need your attention", "", self._attention)
            self._bell.addAction(words).triggered.connect(lambda: self._look())

    @Slot()
    def _on_person_opens(self) -> None:
        self._person.clear()
        self._person.addAction(self._me.name).setEnabled(False)
        self._person.addSeparator()
        self._person.addActions(self._actions.menu_actions(PERSON_ACTIONS, self._person))
        self._person.addSeparator()
        self._person.addAction(self.tr("Quit")).triggered.connect(self._leave)
