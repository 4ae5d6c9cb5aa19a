"""The icon beside the clock: what it says, what its menu does, and that it stands in for a bus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.notices.native import NativeToasts
from desktop.notices.toast import OPEN, Toast
from desktop.notices.tray import Tray


class Watched(Tray):
    """Remembers what it was given to show; this platform has no tray."""

    def __init__(self) -> None:
        super().__init__([("Open", lambda: None)])
        self.shown: list[Toast] = []

    def show(self, toast: Toast) -> None:
        self.shown.append(toast)
        super().show(toast)


def test_the_menu_does_what_it_says(qtbot: QtBot) -> None:
    done: list[str] = []
    tray = Tray([("Open", lambda: done.append("open")), ("Quit", lambda: done.append("quit"))])
    for action in tray.menu.actions():
        action.trigger()
    assert [action.text() for action in tray.menu.actions()] == ["Open", "Quit"]
    assert done == ["open", "quit"]


def test_unread_notices_are_a_badge_and_words(qtbot: QtBot) -> None:
    tray = Tray([])
    plain = tray._drawn().pixmap(32, 32).toImage()
    assert tray.tip() == "Deskside"
    tray.show_unseen(3)
    assert tray.tip() == "Deskside: 3 unread notices"
    assert tray._drawn().pixmap(32, 32).toImage() != plain
    tray.show_unseen(0)
    assert tray._drawn().pixmap(32, 32).toImage() == plain


def test_a_click_opens_the_window(qtbot: QtBot) -> None:
    tray = Tray([])
    with qtbot.waitSignal(tray.opened):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.opened):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_what_no_bus_shows_the_tray_shows(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nowhere")
    monkeypatch.delenv("DESKSIDE_NOTICES")
    tray = Watched()
    native = NativeToasts(tray)
    toasts = [Toast(f"message:{n}", "Peter replied", "VPN") for n in range(2)]
    native.show(toasts[0])
    qtbot.waitUntil(lambda: tray.shown == toasts[:1])
    native.show(toasts[1])
    assert tray.shown == toasts
    with qtbot.waitSignal(native.acted) as acted:
        tray._icon.messageClicked.emit()
    assert acted.args == ["message:1", OPEN]
    native.close()
