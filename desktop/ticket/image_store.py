"""Pictures of a conversation, read and decoded off the UI thread, with limits."""

from __future__ import annotations

import base64
from collections import OrderedDict
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from desktop.work.reader import Reader
from models import files
from models.errors import DeskError

FILE_SCHEME = "deskside-file:"
MAX_PIXELS, MAX_SHOWN_PX = 50_000_000, 1600
KEPT_BYTES = 48 << 20
"""How much is kept of pictures that are not in the ticket that is shown."""


class Decoded(NamedTuple):
    """A picture, and the same no wider than the text that it is likely to stand in."""

    image: QImage
    fitted: QImage


class ImageStore(QObject):
    """Pictures by source: ``deskside-file:<sha256>`` or ``data:image/…``; others never show.

    Signals: ``image_loaded(str)`` with the source; ``file_missing(str)`` with the sha256 of a
    file whose bytes are not on this computer yet.
    """

    image_loaded = Signal(str)
    file_missing = Signal(str)

    def __init__(self, reader: Reader, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._folder = reader, folder
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._fitted: dict[str, QImage] = {}
        self._sizes: dict[str, QSize] = {}
        self._asked: set[str] = set()
        self._shown: set[str] = set()
        self._room_px = MAX_SHOWN_PX

    def expect(self, sizes: Mapping[str, QSize]) -> None:
        """Pictures that are about to be shown, and how large: their room is kept meanwhile."""
        self._sizes = dict(sizes)
        self._shown.clear()
        for source in sizes:
            self.image(source)

    def size_of(self, source: str) -> QSize | None:
        """How large the picture is, here or expected; None when nobody knows yet."""
        found = self._images.get(source)
        return self._sizes.get(source) if found is None else found.size()

    def image(self, source: str) -> QImage | None:
        """The picture if it is here; otherwise it is fetched and ``image_loaded`` will tell."""
        found = self._images.get(source)
        self._shown.add(source)
        if found is not None:
            self._images.move_to_end(source)
        elif source not in self._asked:
            self._asked.add(source)
            folder, room_px = self._folder, self._room_px
            question = partial(_load, folder=folder, source=source, room_px=room_px)
            self._reader.ask(f"image/{source}", question, partial(self._on_loaded, source))
        return found

    def fitted(self, source: str, room_px: int) -> QImage | None:
        """As ``image``, no wider than this. The last width that was asked for is the one that
        pictures are made for when they are read; another one is made here."""
        self._room_px = room_px
        image = self.image(source)
        if image is None or image.width() <= room_px:
            return image
        if self._fitted[source].width() != room_px:
            self._fitted[source] = no_wider(image, room_px)
        return self._fitted[source]

    def file_arrived(self, sha256: str) -> None:
        """The bytes came: look again if somebody waits for them."""
        source = FILE_SCHEME + sha256
        if source in self._asked and source not in self._images:
            self._asked.discard(source)
            self.image(source)

    def _on_loaded(self, source: str, decoded: Decoded | None) -> None:
        if decoded is None:
            if source.startswith(FILE_SCHEME):
                self.file_missing.emit(source.removeprefix(FILE_SCHEME))
            return
        self._images[source], self._fitted[source] = decoded
        self._drop_old()
        self.image_loaded.emit(source)

    def _drop_old(self) -> None:
        """Those that were not looked at for the longest time go first; what is shown stays."""
        old = [source for source in self._images if source not in self._shown]
        kept = sum(self._bytes(source) for source in old)
        for source in old:
            if kept <= KEPT_BYTES:
                break
            kept -= self._bytes(source)
            self._asked.discard(source)
            del self._images[source], self._fitted[source]

    def _bytes(self, source: str) -> int:
        image, fitted = self._images[source], self._fitted[source]
        both = image.sizeInBytes() + fitted.sizeInBytes()
        return int(image.sizeInBytes() if fitted.cacheKey() == image.cacheKey() else both)


def _load(_: object, folder: Path, source: str, room_px: int) -> Decoded | None:
    """On a reader's thread: the picture, or None while its bytes are not here or are no picture."""
    data = _bytes_of(folder, source)
    image = decode(data) if data else None
    return None if image is None else Decoded(image, no_wider(image, room_px))


def no_wider(image: QImage, room_px: int) -> QImage:
    """The picture itself if it fits, or made smaller."""
    if image.width() <= room_px:
        return image
    return image.scaledToWidth(room_px, Qt.TransformationMode.SmoothTransformation)


def _bytes_of(folder: Path, source: str) -> bytes | None:
    if source.startswith("data:"):
        return base64.b64decode(source.partition(",")[2])
    if not source.startswith(FILE_SCHEME):
        return None
    try:
        return files.read(folder, source.removeprefix(FILE_SCHEME))
    except DeskError:
        return None


def decode(data: bytes) -> QImage | None:
    """The picture in these bytes, upright and at most 1600 pixels wide or high; None if refused.

    Its size is read before anything is unpacked: 50 million pixels are the most.
    """
    holder = QByteArray(data)
    buffer = QBuffer(holder)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = _shown_size(reader.size())
    if size is None:
        return None
    if size != reader.size():
        reader.setScaledSize(size)
    image = reader.read()
    return None if image.isNull() else image


def picture_size(path: Path) -> QSize | None:
    """How large ``decode`` will make the picture in this file, by its first bytes alone."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = _shown_size(reader.size())
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if size is not None and turned else size


def _shown_size(size: QSize) -> QSize | None:
    """At most 1600 pixels wide or high; None for what is refused."""
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    if max(size.width(), size.height()) <= MAX_SHOWN_PX:
        return size
    return size.scaled(QSize(MAX_SHOWN_PX, MAX_SHOWN_PX), Qt.AspectRatioMode.KeepAspectRatio)
