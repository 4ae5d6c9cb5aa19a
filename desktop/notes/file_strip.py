"""The files below a text: pasted pictures and dropped files, kept off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.notes import pictures
from desktop.notes.file_card import PICTURE_SIZE, FileCard
from desktop.widgets.flow_layout import FlowLayout
from desktop.work.reader import Reader
from models import files
from models.commands import FileRef
from models.errors import DeskError
from models.ids import new_id


class FileStrip(QWidget):
    """Hidden while there is no file.

    Signals: ``files_changed()`` when a file was added or taken away, ``failed(DeskError)``.
    """

    files_changed = Signal()
    failed = Signal(object)

    def __init__(self, reader: Reader, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader, self._folder = reader, folder
        self._cards: list[FileCard] = []
        self._keeping = 0
        self._turn = 0
        self._flow = FlowLayout(self, gap_px=8)
        self._flow.setContentsMargins(12, 8, 12, 10)
        self.setAccessibleName(self.tr("Files"))
        self.hide()

    def show_files(self, shown: Sequence[FileRef]) -> None:
        """Replace what stands here; pictures that are still being kept are forgotten."""
        self._turn += 1
        self._keeping = 0
        while self._cards:
            self._drop(self._cards[-1])
        for file in shown:
            self._add(file)

    def files(self) -> tuple[FileRef, ...]:
        """The files in their order."""
        return tuple(card.file for card in self._cards)

    def cards(self) -> list[FileCard]:
        """The cards as they stand."""
        return list(self._cards)

    def busy(self) -> bool:
        """True while bytes are still being kept."""
        return self._keeping > 0

    @Slot(object)
    def keep_image(self, data: bytes) -> None:
        """Add a pasted picture, named after the moment."""
        moment = QDateTime.currentDateTime().toString("yyyy-MM-dd HH.mm.ss")
        kind = files.media_type(data).rpartition("/")[2].replace("octet-stream", "png")
        name = f"{self.tr('Picture %1').replace('%1', str(moment))}.{kind}"
        self._keep(partial(pictures.keep_data, self._folder, data, name))

    @Slot(object)
    def keep_paths(self, paths: Sequence[Path]) -> None:
        """Add files that were dropped."""
        for path in paths:
            self._keep(partial(pictures.keep_given, self._folder, path))

    def _keep(self, keep: Callable[[], FileRef | DeskError]) -> None:
        self._keeping += 1
        answer = partial(self._on_kept, self._turn)
        self._reader.ask(f"keep {new_id()}", lambda store: keep(), answer)

    def _on_kept(self, turn: int, kept: FileRef | DeskError) -> None:
        if turn != self._turn:
            return
        self._keeping -= 1
        if isinstance(kept, DeskError):
            self.failed.emit(kept)
            return
        self._add(kept)
        self.files_changed.emit()

    def _add(self, file: FileRef) -> None:
        card = FileCard(file, self)
        card.clicked.connect(partial(self._open, file))
        card.remove_requested.connect(partial(self._on_remove_requested, card))
        self._cards.append(card)
        self._flow.addWidget(card)
        self.show()
        if file.media_type.startswith("image/"):
            look = partial(pictures.small_picture, self._folder, file.sha256, PICTURE_SIZE)
            self._reader.ask(f"picture {file.id}", lambda store: look(), card.show_picture)

    def _on_remove_requested(self, card: FileCard) -> None:
        self._drop(card)
        self.files_changed.emit()

    def _drop(self, card: FileCard) -> None:
        self._cards.remove(card)
        self._flow.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self._cards))

    def _open(self, file: FileRef) -> None:
        """Show the file with the program of this computer that is meant for its kind."""
        path = files.path(self._folder, file.sha256)
        if path.exists():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
