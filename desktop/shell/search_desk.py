"""Between the search field of the top bar and the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from desktop.inbox.list_pane import ListPane
from desktop.shell.navigation import Navigation
from desktop.shell.top_bar import TopBar


class SearchDesk(QObject):
    """``view`` is the view below the search; ``show_desk`` puts the list on the screen."""

    def __init__(
        self,
        top_bar: TopBar,
        list_pane: ListPane,
        navigation: Navigation,
        view: Callable[[], str],
        show_view: Callable[[str], object],
        show_desk: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._list, self._navigation = top_bar, list_pane, navigation
        self._view, self._show_view, self._show_desk = view, show_view, show_desk
        top_bar.search_wanted.connect(self._on_search_wanted)
        top_bar.search_left.connect(self._on_search_left)
        list_pane.filter_written.connect(self._on_filter_written)

    def focus(self) -> None:
        self._bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.search.selectAll()

    def leave(self) -> None:
        """What is selected first, then the search."""
        if self._list.selection:
            self._list.selection.clear()
        else:
            self._bar.search.clear()

    @Slot(str)
    def _on_search_wanted(self, text: str) -> None:
        if text:
            self._show_desk()
            self._list.show_search(text)
            self._on_filter_written(text)
        else:
            self._show_view(self._view())

    @Slot(str)
    def _on_filter_written(self, text: str) -> None:
        self._bar.show_text(text)
        self._navigation.select("" if self._list.query.search else self._view())

    @Slot()
    def _on_search_left(self) -> None:
        self._list.view.setFocus()
        if self._bar.search.text():
            self._list.choose_first()
