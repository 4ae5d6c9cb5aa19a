"""Who is online: said in the status bar, with a list behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions.registry import Action, ActionRegistry
from desktop.dialogs.transfer_words import PERSON, agent_row, is_away
from desktop.shell.online_words import nobody_words, online_words
from desktop.shell.window import MainWindow
from desktop.widgets.popup_list import PopupList
from desktop.widgets.popup_row import PopupRow
from desktop.work.colleagues import Colleagues
from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader
from models.queries import people
from models.rows import Actor, AgentRow
from sync.protocol.link import Changed

if TYPE_CHECKING:
    from models.database import Store

_LIST_WIDTH_PX = 340


class OnlineDesk(QObject):
    """Somebody who is chosen in the list has their open tickets shown."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        window: MainWindow,
        actions: ActionRegistry,
        link: EngineLink,
        now_ms: Callable[[], int],
    ) -> None:
        super().__init__(window)
        self.colleagues = Colleagues(link, self)
        self._me, self._reader, self._window, self._now_ms = me, reader, window, now_ms
        self._button = window.status_bar.online
        self._logins: dict[str, str] = {}
        self._before: QWidget | None = None
        words = QCoreApplication.translate("Online", "Who is online")
        self.list = PopupList(self._button, words)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.dismissed.connect(self._on_dismissed)
        actions.add(Action("online", words, "people", "Ctrl+Shift+H", "window", self.open))
        actions.install_one("online", window)
        self._button.clicked.connect(self.open)
        self.colleagues.changed.connect(self._read_names)
        link.rows_changed.connect(self._on_rows_changed)
        self._read_names()

    @Slot()
    def open(self) -> None:
        """Show the list, or say that there is nobody to be shown."""
        if self.list.isVisible():
            self.list.dismiss()
        elif self._button.isHidden():
            words = nobody_words(self.colleagues.is_known())
            self._window.undo_bar.show_done(words, undoable=False)
        else:
            self._reader.ask("online/list", people.agents, self._show_list)

    @Slot()
    def _read_names(self) -> None:
        """A newer question makes the older one void, also this one without a person in it."""
        ids = self.colleagues.online()
        self._reader.ask("online/names", partial(_names, ids=ids), self._show_names)

    def _show_names(self, names: list[str]) -> None:
        more = self.colleagues.more()
        self._window.status_bar.show_online(online_words(names, more), names)

    def _show_list(self, agents: list[AgentRow]) -> None:
        """Everybody who is online, those who are away for days last; then who else is away."""
        now_ms, online = self._now_ms(), self.colleagues.online()
        others = [row for row in agents if row.id != self._me.id]
        others.sort(key=lambda row: is_away(row, now_ms))
        tr = QCoreApplication.translate
        groups = (
            (tr("Online", "Online"), [row for row in others if row.id in online]),
            (
                tr("Online", "Away"),
                [row for row in others if row.id not in online and is_away(row, now_ms)],
            ),
        )
        rows: list[PopupRow] = []
        for heading, group in groups:
            if group:
                rows.append(PopupRow(key=heading, title=heading, heading=True))
            rows += [agent_row(row, self._me, now_ms, online=online) for row in group]
        self._logins = {row.id: row.login for row in others}
        self._before = QApplication.focusWidget()
        self._button.setFocus()
        self.list.open_at(self._button.rect(), rows, _LIST_WIDTH_PX)

    @Slot()
    def _on_dismissed(self) -> None:
        """The keyboard goes back, unless somebody took it elsewhere."""
        before = self._before
        if self._button.hasFocus() and before is not None and shiboken6.isValid(before):
            before.setFocus()

    @Slot(object)
    def _on_row_chosen(self, row: PopupRow) -> None:
        login = self._logins.get(row.key.removeprefix(PERSON))
        if login:
            self._window.top_bar.search.setText(f'assignee:"{login}" -status:done')
            self._window.list_pane.view.setFocus()

    @Slot(object)
    def _on_rows_changed(self, changed: Changed) -> None:
        """Somebody came to the directory, or is called otherwise."""
        if changed.many or "agent" in changed.kinds:
            self._read_names()


def _names(store: Store, ids: frozenset[str]) -> list[str]:
    return people.names_of(store, ids)
