"""Which facts the rows of the list show, by menu and palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.actions.registry import Action, ActionRegistry
from desktop.dialogs.columns import ColumnsDialog
from desktop.inbox.column_words import column_names
from desktop.shell.view_desk import ViewDesk
from desktop.shell.window import MainWindow
from desktop.work.reader import Reader
from models.queries.columns import fixed_columns, put_columns
from models.queries.saved_views import PREFIX
from models.rows import Actor


class ColumnsDesk(QObject):
    """A saved view is changed in its own form, the others have a setting each."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        window: MainWindow,
        actions: ActionRegistry,
        views: ViewDesk,
    ) -> None:
        super().__init__(views)
        self._me, self._reader, self._window, self._views = me, reader, window, views
        words = self.tr("Facts in the rows…")
        actions.add(Action("columns", words, "table", "", "window", self.choose))

    def choose(self) -> None:
        """Ask for those of the view that is shown, or whose menu is open."""
        view = self._views.about()
        if view.startswith(PREFIX):
            self._views.edit()
            return
        kept = partial(fixed_columns, me=self._me, view=view)
        self._reader.ask("columns", kept, partial(self._ask, view))

    def _ask(self, view: str, kept: str) -> None:
        window = self._window
        title = window.navigation.title_of(view)
        chosen = ColumnsDialog.ask(window, title=title, columns=column_names(), kept=kept)
        if chosen is not None:
            window.acts.submit_together([put_columns(self._me, view, chosen)])
