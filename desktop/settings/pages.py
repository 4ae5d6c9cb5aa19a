"""The pages of the settings with their list, and a search that goes through all of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.settings.finder import Hit, control_of, hits, mark
from desktop.settings.page import SettingsPage
from desktop.theme import current_theme, theme_state
from desktop.widgets.search_field import SearchField

_SIDE_WIDTH_PX = 206
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SettingsPages(QWidget):
    """``pages`` by the names of their icons, in their order.

    Words typed into ``search`` leave the pages that have them, open the first one and tint what
    was meant; Enter gives it the keyboard.
    """

    def __init__(self, pages: Mapping[str, SettingsPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_icon = dict(pages)
        self._hits: list[Hit] = []
        self.search = SearchField(self.tr("Search the settings"))
        self.list = QListWidget()
        self.nothing = QLabel(self.tr("No setting is called that."))
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        theme_state().changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.list.setCurrentRow(0)

    def add_page(self, icon_name: str, page: SettingsPage) -> None:
        """One more, below the others."""
        self._by_icon[icon_name] = page
        self._list_page(page)
        self._on_theme_changed()

    def show_page(self, page: SettingsPage) -> None:
        """Open one of the pages."""
        self.list.setCurrentRow(list(self._by_icon.values()).index(page))

    def showEvent(self, event: QShowEvent) -> None:
        """Rows that were measured before there was a style lie upon each other."""
        super().showEvent(event)
        self.list.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search Down leads into the list, Enter to what was found."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in _ENTER:
            if self._hits:
                control_of(self._hits[0][1]).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _lay_out(self) -> None:
        self.list.setObjectName("sidebar")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.nothing.setProperty("role", "secondary")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(14, 8, 14, 0)
        self.nothing.hide()
        for page in self._by_icon.values():
            self._list_page(page)
        side = QFrame()
        side.setObjectName("sidebar")
        side.setFixedWidth(_SIDE_WIDTH_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(8, 0, 8, 0)
        above.addWidget(self.search)
        column.addLayout(above)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)

    def _list_page(self, page: SettingsPage) -> None:
        self.list.addItem(QListWidgetItem(page.title()))
        self._stack.addWidget(_scrolled(page))

    @Slot(str)
    def _on_search(self, typed: str) -> None:
        for _, label in self._hits:
            mark(label, False)
        found = [hits(page, typed) for page in self._by_icon.values()] if typed.strip() else []
        self._hits = min(filter(None, found), key=lambda page: min(_rank(page)), default=[])
        for row in range(self.list.count()):
            self.list.item(row).setHidden(bool(found) and not found[row])
        self.nothing.setVisible(bool(found) and not self._hits)
        if self._hits:
            self._show_hits(found.index(self._hits))

    def _show_hits(self, row: int) -> None:
        """The page, scrolled to the nearest of what is tinted."""
        self.list.setCurrentRow(row)
        self._hits.sort(key=lambda hit: hit[0].rank)
        for _, label in self._hits:
            mark(label, True)
        area = self._stack.widget(row)
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self._hits[0][1])

    @Slot()
    def _on_theme_changed(self) -> None:
        colour = current_theme().secondary_text
        for row, name in enumerate(self._by_icon):
            self.list.item(row).setIcon(icon(name, colour))


def _rank(found: list[Hit]) -> list[tuple[int, int, int]]:
    return [match.rank for match, _ in found]


def _scrolled(page: SettingsPage) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(page.title())
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
