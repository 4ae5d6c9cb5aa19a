from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.ticket import image_store
from desktop.ticket.image_store import FILE_SCHEME, ImageStore
from desktop.work.reader import Reader
from models.database import Store
from tests.desktop.editor.samples import SHA

SOURCE = FILE_SCHEME + SHA


@pytest.fixture
def images(qtbot: QtBot, tmp_path: Path) -> Iterator[ImageStore]:
    Store.open(tmp_path / "desk.db", "local").close()
    reader = Reader(tmp_path / "desk.db")
    yield ImageStore(reader, tmp_path / "files")
    reader.close()


def write(tmp_path: Path, width: int) -> None:
    picture = QImage(width, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    target = tmp_path / "files" / SHA[:2] / SHA
    target.parent.mkdir(parents=True)
    picture.save(str(target), "PNG")  # type: ignore[call-overload] # PySide's stub wants bytes


def test_a_wide_picture_comes_as_wide_as_the_text_without_work_of_the_window(
    images: ImageStore, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 900)
    with qtbot.waitSignal(images.image_loaded):
        assert images.fitted(SOURCE, 450) is None

    made: list[int] = []
    whole = image_store.no_wider

    def counted(image: QImage, room_px: int) -> QImage:
        made.append(room_px)
        return whole(image, room_px)

    monkeypatch.setattr(image_store, "no_wider", counted)
    for room, size in ((450, (450, 150)), (300, (300, 100)), (300, (300, 100))):
        fitted = images.fitted(SOURCE, room)
        assert fitted is not None
        assert (fitted.width(), fitted.height()) == size
    assert made == [300]
    found = images.image(SOURCE)
    assert found is not None
    assert found.width() == 900


def test_a_picture_that_fits_is_shown_as_it_is(
    images: ImageStore, qtbot: QtBot, tmp_path: Path
) -> None:
    write(tmp_path, 200)
    with qtbot.waitSignal(images.image_loaded):
        images.fitted(SOURCE, 450)
    fitted = images.fitted(SOURCE, 450)
    assert fitted is not None
    assert fitted.width() == 200
