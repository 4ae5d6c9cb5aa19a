"""The page of the settings about categories, and what is changed there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_categories import CategoriesPage
from desktop.shell.window import MainWindow
from desktop.work.delivery import listens
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import Put
from models.perform import Performed
from models.queries.hints import CategorySetting, category_settings
from models.rows import Actor


class CategoryDesk(QObject):
    """``language`` is that of the categories' names. Undo shows in the open page as well."""

    def __init__(
        self, me: Actor, reader: Reader, writer: CommandWriter, window: MainWindow, language: str
    ) -> None:
        super().__init__(window)
        self._me, self._reader, self._window, self._language = me, reader, window, language
        self._page: CategoriesPage | None = None
        writer.performed.connect(self._on_performed)

    def add_settings(self, dialog: SettingsDialog) -> None:
        """The page of the settings about categories."""
        self._page = CategoriesPage(may_change=self._me.role in ("lead", "admin"))
        self._page.changed.connect(self._on_changed)
        dialog.add_page("tag", self._page)
        dialog.finished.connect(self._on_closed)
        self._read()

    def _read(self) -> None:
        question = partial(category_settings, language=self._language)
        self._reader.ask("categories.settings", question, self._on_read)

    def _on_read(self, rows: list[CategorySetting]) -> None:
        if self._page is not None and listens(self._page.show_settings):
            self._page.show_settings(rows)

    @Slot(str, object)
    def _on_changed(self, id: str, columns: dict[str, str | int]) -> None:
        self._window.acts.submit_together([Put(entity="category", id=id, set=columns)])

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        if any(kind == "category" for kind, _ in performed.touched):
            if self._page is not None:
                self._read()
            self._window.tickets_changed.emit(None)

    @Slot()
    def _on_closed(self) -> None:
        self._page = None
