"""Every main screen looks as it was last found good: ``./dev pictures`` makes the pictures anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.theme import ThemeChoice, apply_theme, load_fonts
from desktop.ticket import read_mark
from desktop.ticket.header import TicketHeaderBar
from tests.desktop.languages import speaking
from tests.desktop.whole_desk import whole_desk
from tests.pictures.comparing import MOST_PERCENT, keep, worst, write_for_people
from tests.pictures.screens import SCREENS, inbox

KEPT = Path(__file__).parent / "kept"
RENEW = "DESKSIDE_RENEW_PICTURES"
LIMIT_MS, LOOKS_ALIKE = 20_000, 6
MOST_BYTES = 1_500_000
LOOKS = (("light", "en"), ("dark", "ru"), ("light", "bg"))
ALL = [(screen, *look) for screen in SCREENS for look in LOOKS]


@pytest.fixture
def steady(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Our own font, no blinking cursor, and nothing read by being looked at for a second;
    afterwards no theme, as other tests begin."""
    monkeypatch.setattr(read_mark, "READ_AFTER_MS", 3_600_000)
    if "Inter" not in QFontDatabase.families():
        load_fonts()
    flash, font = qapp.cursorFlashTime(), qapp.font()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(flash)
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize(("screen", "theme", "language"), ALL)
def test_a_screen_looks_as_it_did(
    screen: str, theme: ThemeChoice, language: str, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    apply_theme(qapp, theme)
    file = KEPT / f"{screen}-{theme}-{language}.png"
    look = _renewed if os.environ.get(RENEW) else _compared
    with speaking(qapp, language), whole_desk(qtbot, tmp_path, language) as desk:
        SCREENS[screen](desk, qtbot, lambda widget: look(qtbot, widget, file, tmp_path))


@pytest.mark.usefixtures("steady")
def test_a_margin_that_moved_is_found(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    apply_theme(qapp, "light")
    file = KEPT / "inbox-light-en.png"
    with speaking(qapp, "en"), whole_desk(qtbot, tmp_path, "en") as desk:
        inbox(desk, qtbot, lambda widget: _compared(qtbot, widget, file, tmp_path))
        _move_by_two(desk)
        with pytest.raises(AssertionError, match="per cent of a square"):
            _compared(qtbot, desk.window, file, tmp_path, limit_ms=300)
    for name in ("difference", "kept", "shown"):
        assert not QImage(str(tmp_path / f"inbox-light-en-{name}.png")).isNull()


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    files = list(KEPT.glob("*.png"))
    assert {file.stem for file in files} == {"-".join(each) for each in ALL}
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def _move_by_two(desk: Assembly) -> None:
    head = desk.window.findChild(TicketHeaderBar)
    assert head is not None
    layout = head.layout()
    assert layout is not None
    layout.setContentsMargins(layout.contentsMargins() + QMargins(2, 0, 0, 0))
    layout.activate()


def _compared(
    qtbot: QtBot, widget: QWidget, file: Path, folder: Path, limit_ms: int = LIMIT_MS
) -> None:
    """Wait until it looks so; else both pictures and their difference lie in ``folder``."""
    kept = QImage(str(file))
    assert not kept.isNull(), f"{file} is missing: call ./dev pictures and look at what it made"
    try:
        qtbot.waitUntil(lambda: worst(_picture(widget), kept)[0] <= MOST_PERCENT, timeout=limit_ms)
    except TimeoutError:
        shown = _picture(widget)
        percent, where = worst(shown, kept)
        write_for_people(shown, kept, where, folder, file.stem)
        words = f"{file.name}: {percent:.1f} per cent of a square at {where.x()}, {where.y()}"
        raise AssertionError(f"{words} look different; see {folder}/{file.stem}-*.png") from None


def _renewed(qtbot: QtBot, widget: QWidget, file: Path, folder: Path) -> None:
    """Keep what it looks like when it has come to rest; a picture that still fits stays."""
    seen: list[QImage] = []

    def rests() -> bool:
        seen.append(_picture(widget))
        return len(seen) > LOOKS_ALIKE and seen[-1] == seen[-LOOKS_ALIKE]

    qtbot.waitUntil(rests, timeout=LIMIT_MS)
    if not file.exists() or worst(seen[-1], QImage(str(file)))[0] > MOST_PERCENT:
        keep(seen[-1], file)


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
