"""Between the settings and what they are about: engine, look, keys, notices and calls."""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import partial
from typing import get_args

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions.registry import ActionRegistry
from desktop.settings.account_facts import AccountFacts
from desktop.settings.dialog import SettingsDialog
from desktop.shell.comfort_desk import ComfortDesk
from desktop.shell.kept_keys import KeptKeys
from desktop.shell.key_sheets import KeySheets
from desktop.surroundings import LANGUAGE_KEY, THEME_KEY, Surroundings
from desktop.theme import ThemeChoice, apply_theme
from models.rows import Actor
from sync.protocol import link as lines


class SettingsDesk(QObject):
    """``keep`` remembers a choice under a key; ``more_pages`` add theirs to a dialog."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        actions: ActionRegistry,
        keys: KeptKeys,
        sheets: KeySheets,
        comfort: ComfortDesk,
        keep: Callable[[str, str], None],
        more_pages: tuple[Callable[[SettingsDialog], None], ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._around, self._actions = me, around, actions
        self._keys, self._sheets, self._comfort = keys, sheets, comfort
        self._keep, self._more_pages = keep, more_pages
        self._running = around.remembered.get(LANGUAGE_KEY, "en")

    def show(self, parent: QWidget, page: str = "account") -> None:
        """Open the settings at a page and stay until they are closed."""
        dialog = SettingsDialog(
            self._facts(),
            theme=self._theme(),
            running_language=self._running,
            chosen_language=self._around.remembered.get(LANGUAGE_KEY, self._running),
            actions=self._actions,
            parent=parent,
        )
        dialog.keyboard.keys_chosen.connect(self._keys.keep)
        dialog.keyboard.sheet_wanted.connect(partial(self._sheets.save, dialog))
        dialog.appearance.zoom_chosen.connect(self._comfort.set_zoom)
        dialog.appearance.density_chosen.connect(self._comfort.set_density)
        dialog.theme_chosen.connect(self.set_theme)
        dialog.language_chosen.connect(lambda language: self._keep(LANGUAGE_KEY, language))
        dialog.restart_requested.connect(self._around.restart)
        self._connect_engine(dialog)
        for add in self._more_pages:
            add(dialog)
        dialog.ask_devices()
        dialog.show_page(getattr(dialog, page))
        dialog.exec()
        dialog.deleteLater()

    @Slot(str)
    def set_theme(self, choice: ThemeChoice) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, choice)
        self._keep(THEME_KEY, choice)

    def _connect_engine(self, dialog: SettingsDialog) -> None:
        link = self._around.link
        dialog.sign_out_requested.connect(lambda: link.send(lines.SignOut()))
        dialog.keep_days_chosen.connect(lambda days: link.send(lines.KeepDays(days=days)))
        dialog.password_change_requested.connect(
            lambda old, new: link.send(lines.ChangePassword(old=old, new=new))
        )
        link.password_changed.connect(dialog.show_password_changed)
        link.failed.connect(dialog.show_failure)
        link.devices_told.connect(dialog.show_devices)
        dialog.revoke_requested.connect(lambda id: link.send(lines.RevokeDevice(id=id)))
        dialog.devices_requested.connect(lambda: link.send(lines.ListDevices()))

    def _facts(self) -> AccountFacts:
        me, around = self._me, self._around
        return AccountFacts(
            name=me.name,
            login=me.login,
            role=me.role,
            server=around.server,
            device=platform.node(),
            practice=around.practice,
            keep_days=around.link.state.keep_days,
        )

    def _theme(self) -> ThemeChoice:
        chosen = self._around.remembered.get(THEME_KEY, "system")
        return chosen if chosen in get_args(ThemeChoice) else "system"  # type: ignore[return-value]
