"""The screens that are kept as pictures: each brings one about and has it looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.conflict_dialog import ConflictDialog
from desktop.settings.dialog import SettingsDialog
from desktop.theme import current_theme
from models.rows import MergedTags
from tests.desktop.work.sample import ME

Look = Callable[[QWidget], None]
Screen = Callable[[Assembly, QtBot, Look], None]


def inbox(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    qtbot.waitUntil(desk.areas.ticket._late_bar.isVisible)
    look(desk.window)


def empty(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    desk.window.show_view("mentions")
    qtbot.waitUntil(lambda: not desk.window.list_pane.model.rows())
    look(desk.window)


def palette(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    desk.areas.palette.open()
    qtbot.waitUntil(lambda: desk.areas.palette.palette._answered == "")
    look(desk.window)


def dashboard(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    desk.window.show_page("home")
    look(desk.window)


def customers(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    page = desk.areas.pages.customers
    desk.window.show_page("customers")
    with qtbot.waitSignal(page.customer_shown):
        page.open_customer("company", "company-northwind")
    look(desk.window)


def new_ticket(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    QTimer.singleShot(0, lambda: _look_at_modal(look))
    desk.areas.forms.new_ticket(desk.window)


def _look_at_modal(look: Look) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    try:
        look(dialog)
    finally:
        dialog.hide()


def conflict(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    qtbot.waitUntil(desk.areas.ticket._late_bar.isVisible)
    content = desk.areas.ticket._content
    assert content is not None
    tags = MergedTags(("vpn",), frozenset())
    _look_at(ConflictDialog(content.conflicts, ME.id, tags, desk.window), qtbot, look)


def settings(desk: Assembly, qtbot: QtBot, look: Look) -> None:
    theme = current_theme().name
    dialog = SettingsDialog(
        desk.areas.settings._facts(),
        theme=theme,
        running_language="en",
        chosen_language="ru",
        actions=desk._actions,
    )
    dialog.show_page(dialog.appearance)
    _look_at(dialog, qtbot, look)


def _look_at(dialog: QWidget, qtbot: QtBot, look: Look) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    look(dialog)


SCREENS: dict[str, Screen] = {
    each.__name__: each
    for each in (inbox, empty, palette, dashboard, customers, new_ticket, conflict, settings)
}
