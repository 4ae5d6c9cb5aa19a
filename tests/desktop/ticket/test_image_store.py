from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.ticket import image_store
from desktop.ticket.image_store import FILE_SCHEME, ImageStore, decode, picture_size
from desktop.ticket.picture_sizes import NEWEST, picture_sizes
from desktop.work.reader import Reader
from models.database import Store
from models.rows import FileRow
from tests.desktop.editor.samples import SHA
from tests.desktop.ticket.test_conversation_model import message

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


@pytest.mark.parametrize("width", [200, 1600, 4000])
def test_how_large_a_picture_is_shown_is_known_by_its_first_bytes(
    tmp_path: Path, width: int
) -> None:
    write(tmp_path, width)
    path = tmp_path / "files" / SHA[:2] / SHA
    decoded = decode(path.read_bytes())
    assert decoded is not None
    assert picture_size(path) == decoded.size()
    assert picture_size(tmp_path / "not here") is None


def test_pictures_of_the_newest_messages_are_measured_first(tmp_path: Path) -> None:
    write(tmp_path, 200)
    gone = FILE_SCHEME + "ef" * 32
    shown = message("a", html=f'<p><img src="{SOURCE}"><img src="{gone}"></p>')
    file = FileRow("f1", SHA, "shot.png", "image/png", 5_000, "complete")
    attached = message("b", files=(file,))
    for one in (shown, attached):
        assert picture_sizes(tmp_path / "files", [one]) == {SOURCE: QSize(200, 300)}
    later = [message(f"c{n}") for n in range(NEWEST)]
    assert picture_sizes(tmp_path / "files", [shown, *later]) == {}


def test_pictures_of_other_tickets_are_kept_as_far_as_there_is_room(
    images: ImageStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_store, "KEPT_BYTES", 0)
    one, two, three = (inline(colour) for colour in ("red", "green", "blue"))
    for source in (one, two):
        with qtbot.waitSignal(images.image_loaded):
            images.image(source)
    assert images.image(one) is not None  # both are of the ticket that is shown
    images.expect({})
    with qtbot.waitSignal(images.image_loaded):
        assert images.image(three) is None
    assert images.image(three) is not None
    with qtbot.waitSignal(images.image_loaded):
        assert images.image(one) is None


def inline(colour: str) -> str:
    picture, held = QImage(30, 30, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(QColor(colour))
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(held, "PNG")  # type: ignore[call-overload] # PySide's stub wants bytes
    return "data:image/png;base64," + bytes(held.data().toBase64().data()).decode()
