"""The key for calls: taken when the window opens, chosen in the settings, kept on this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desktop.hotkey.hotkey import Hotkey
from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_calls import CallsPage
from desktop.shell.window import MainWindow

KEYS_KEY = "call_keys"


class CallDesk(QObject):
    """Off until somebody chooses a key. ``keep`` writes what is remembered."""

    def __init__(
        self,
        window: MainWindow,
        remembered: dict[str, str],
        keep: Callable[[str, str], None],
        take_call: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._remembered, self._keep, self._window = remembered, keep, window
        self.hotkey = Hotkey(self)
        self.hotkey.pressed.connect(lambda: take_call())
        window.closing.connect(self.hotkey.close)
        if keys := remembered.get(KEYS_KEY, ""):
            self._take(keys)

    def add_settings(self, dialog: SettingsDialog) -> None:
        """The page of the settings about calls."""
        keys = self._remembered.get(KEYS_KEY, "")
        page = CallsPage(keys, self.hotkey.use, is_possible=Hotkey.is_possible())
        page.keys_chosen.connect(lambda chosen: self._keep(KEYS_KEY, chosen))
        dialog.add_page("phone", page)

    def _take(self, keys: str) -> None:
        if self.hotkey.use(keys) == "taken":
            words = QCoreApplication.translate(
                "CallDesk", "Another program has {0}: calls are not logged by it."
            )
            self._window.show_message("warn", words.format(keys))
