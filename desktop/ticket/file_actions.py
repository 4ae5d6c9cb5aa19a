"""Opening and saving the files of a message, by the person's act alone."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.work.reader import Reader
from models import files
from models.errors import NotFound
from models.rows import FileRow

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
RUNS = frozenset(
    ".exe .com .bat .cmd .scr .pif .msi .msp .lnk .url .js .jse .vbs .vbe .wsf .wsh .hta .ps1 "
    ".jar .sh .desktop .app .appimage .reg .cpl .html .htm .svg".split()
)
"""What an operating system runs or a browser executes is saved and never opened from here."""


class FileActions(QObject):
    """Signals: ``file_missing(str)`` with the sha256 of bytes that are not here yet;
    ``told(str)`` with a sentence for the person."""

    file_missing = Signal(str)
    told = Signal(str)

    def __init__(self, reader: Reader, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._reader, self._folder, self._window = reader, folder, window

    def open(self, file: FileRow) -> None:
        """Show a file in the program that the desk has for it."""
        if Path(clean_name(file.name)).suffix.lower() in RUNS:
            self.told.emit(self.tr("Files of this kind can be saved, but are not opened here."))
            self.save(file)
            return
        target = Path(tempfile.mkdtemp(prefix="deskside-")) / clean_name(file.name)
        self._copy(file, target, self._show)

    def save(self, file: FileRow) -> None:
        """Ask where to, and put a copy there."""
        title = self.tr("Save the file")
        name, _ = QFileDialog.getSaveFileName(self._window, title, clean_name(file.name))
        if name:
            self._copy(file, Path(name), self._say_saved)

    def _copy(self, file: FileRow, target: Path, then: Callable[[Path], None]) -> None:
        def copy(_: object) -> Path | None:
            try:
                files.copy_out(self._folder, file.sha256, target)
            except NotFound:
                return None
            return target

        def answer(path: Path | None) -> None:
            if path is not None:
                then(path)
                return
            self.file_missing.emit(file.sha256)
            self.told.emit(self.tr("The file is not on this computer yet. It is being fetched."))

        self._reader.ask(f"copy/{target}", copy, answer)

    def _show(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _say_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved as %1").replace("%1", str(path)))


def clean_name(name: str) -> str:
    """A name that is safe in any folder: no separators, no hidden directions, not too long."""
    plain = _UNSAFE.sub("_", name).strip(" .") or "file"
    stem, suffix = Path(plain).stem, Path(plain).suffix
    return f"{stem[:120]}{suffix[:20]}"
