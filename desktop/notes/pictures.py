"""Keeping the bytes of a file and reading its small picture; both off the UI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.work.kept_file import keep_file, keep_path
from models import files
from models.commands import FileRef
from models.errors import DeskError


def keep_data(folder: Path, data: bytes, name: str) -> FileRef | DeskError:
    """Keep the bytes and give what a message names them by, or what stood in the way."""
    try:
        return keep_file(folder, data, name)
    except DeskError as error:
        return error


def keep_given(folder: Path, path: Path) -> FileRef | DeskError:
    """The same for a file that was dropped."""
    try:
        return keep_path(folder, path)
    except DeskError as error:
        return error


def small_picture(folder: Path, sha256: str, box: QSize) -> QImage:
    """The picture cut to fill ``box``; a null image for what is no picture or is not here."""
    reader = QImageReader(str(files.path(folder, sha256)))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(box, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return image
    left, top = (image.width() - box.width()) // 2, (image.height() - box.height()) // 2
    return image.copy(max(0, left), max(0, top), box.width(), box.height())
