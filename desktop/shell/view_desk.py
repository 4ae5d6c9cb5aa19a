"""What is done with saved views: save, change, move and delete, by menu, button and key."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QMenu

from desktop.actions.registry import Action, ActionRegistry
from desktop.dialogs.save_view import SaveViewDialog
from desktop.inbox.column_words import column_names
from desktop.inbox.filter_words import trouble_words
from desktop.inbox.order_words import order_words
from desktop.shell.window import MainWindow
from desktop.work.writer import CommandWriter
from models.commands import Delete, Put
from models.errors import BadFilter
from models.filters import parse, write
from models.perform import Performed
from models.preferences import put_preference
from models.queries.saved_views import PLACES_KEY, PREFIX, SavedView
from models.rows import Actor

FALLBACK_VIEW = "my_open"


class ViewDesk(QObject):
    """Acts are about the view of the sidebar's menu, else about the one that is shown."""

    def __init__(
        self,
        me: Actor,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._writer, self._window, self._actions = me, writer, window, actions
        self._list, self._sidebar = window.list_pane, window.navigation
        self._about = ""
        self._add_actions()
        self._list.save_wanted.connect(self.save_new)
        self._sidebar.views.menu_wanted.connect(self._on_menu_wanted)

    def _add_actions(self) -> None:
        saved = self._has_view
        words = {
            "edit_view": (self.tr("Change the view…"), "pencil", self.edit),
            "view_up": (self.tr("Move the view up"), "chevron-up", lambda: self._move(-1)),
            "view_down": (self.tr("Move the view down"), "chevron-down", lambda: self._move(1)),
            "delete_view": (self.tr("Delete the view"), "trash", self.delete),
        }
        save = self.tr("Save as view…")
        self._actions.add(
            Action("save_view", save, "star", "Ctrl+Shift+S", "window", self.save_new),
            *(
                Action(id, text, icon, "", "window", run, saved)
                for id, (text, icon, run) in words.items()
            ),
        )
        self._actions.install_one("save_view", self._window)

    @Slot()
    def save_new(self) -> None:
        """Name what the list shows now, filter and order."""
        pane = self._list
        filter = write(pane.whole_tree()) or pane.whole_filter()
        start = SavedView("", "", "star", filter, pane.shown_order(), True)
        self._ask(start)

    def edit(self) -> None:
        """Change name, filter, order or owner."""
        view = self._view()
        if view is not None:
            self._ask(view)

    def delete(self) -> None:
        """Delete it; Ctrl+Z brings it back."""
        view = self._view()
        if view is None:
            return
        if self._list.query.view == view.key:
            self._window.show_view(FALLBACK_VIEW)
        self._window.acts.submit(Delete(entity="view", id=view.id))

    def _ask(self, view: SavedView) -> None:
        commands = SaveViewDialog.ask(
            self._window,
            me=self._me,
            view=view,
            orders=tuple(order_words().items()),
            columns=column_names(),
            trouble=_trouble(view.filter),
        )
        if not commands:
            return
        self._writer.submit_together(commands, self._on_saved, self._window.acts.refused.emit)

    def _on_saved(self, performed: list[Performed]) -> None:
        """Show it in its own order, whatever was chosen for it on this computer."""
        self._window.acts.tell(performed[-1])
        command = performed[-1].command
        if isinstance(command, Put):
            key = f"{PREFIX}{command.id}"
            self._list.order_chosen.emit(key, "")
            self._window.show_view(key)

    def _move(self, by: int) -> None:
        """Among the views of the sidebar; its order is this person's own."""
        view = self._view()
        ids = [each.id for each in self._sidebar.saved()]
        if view is None or view.id not in ids:
            return
        place = ids.index(view.id)
        other = place + by
        if 0 <= other < len(ids):
            ids[place], ids[other] = ids[other], ids[place]
            self._window.acts.submit(put_preference(self._me, PLACES_KEY, json.dumps(ids)))

    def about(self) -> str:
        """The key of the view that an act is about now."""
        return self._about or self._list.query.view

    def _view(self) -> SavedView | None:
        return next((view for view in self._sidebar.saved() if view.key == self.about()), None)

    def _has_view(self) -> bool:
        return self._view() is not None

    @Slot(str, QPoint)
    def _on_menu_wanted(self, key: str, spot: QPoint) -> None:
        menu = QMenu(self._window)
        self._about = key
        saved = ("edit_view", "view_up", "view_down", "delete_view")
        ids = saved if key.startswith(PREFIX) else ("save_view", "columns")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.menu_actions(ids, menu))
        menu.aboutToHide.connect(self._on_menu_leaves)
        menu.popup(spot)

    @Slot()
    def _on_menu_leaves(self) -> None:
        """What was chosen is done after the menu is gone."""
        QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        self._about = ""


def _trouble(filter: str) -> str:
    try:
        parse(filter)
    except BadFilter as error:
        return trouble_words(error)
    return ""
