"""Saving the sheet of keys where somebody wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.actions.key_groups import key_sheet
from desktop.actions.registry import ActionRegistry
from desktop.shell.window import MainWindow
from desktop.work.reader import Reader

if TYPE_CHECKING:
    from models.database import Store


class KeySheets(QObject):
    """Draws it here, writes it on a reader's thread, and says where it is."""

    def __init__(self, reader: Reader, window: MainWindow, actions: ActionRegistry) -> None:
        super().__init__(window)
        self._reader, self._window, self._actions = reader, window, actions

    def save(self, parent: QWidget) -> None:
        title = self.tr("Save the keyboard shortcuts")
        name, _ = QFileDialog.getSaveFileName(parent, title, "deskside-keys.pdf", "PDF (*.pdf)")
        if not name:
            return
        sheet, target = key_sheet(self._actions), Path(name)

        def write(_: Store) -> str:
            try:
                target.write_bytes(sheet)
            except OSError as error:
                return error.strerror or str(error)
            return ""

        self._reader.ask(f"keys/{target}", write, lambda trouble: self._say(target, trouble))

    def _say(self, target: Path, trouble: str) -> None:
        if trouble:
            words = self.tr("The sheet could not be written: {0}.").format(trouble)
            self._window.show_message("error", words)
        else:
            self._window.show_message("info", self.tr("Saved as {0}").format(target))
