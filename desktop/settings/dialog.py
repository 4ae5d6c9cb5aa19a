"""The settings. What is chosen applies at once, without an OK."""

from collections import deque

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.actions.registry import ActionRegistry
from desktop.code_words import words_for_code
from desktop.settings.account_facts import AccountFacts
from desktop.settings.page import SettingsPage
from desktop.settings.page_account import AccountPage
from desktop.settings.page_appearance import AppearancePage
from desktop.settings.page_keyboard import KeyboardPage
from desktop.settings.page_language import LanguagePage
from desktop.settings.pages import SettingsPages
from desktop.theme import ThemeChoice
from sync.protocol.link import Devices, Failed

_DEVICES, _PASSWORD = "devices", "password"
_WIDTH_PX, _HEIGHT_PX = 880, 580


class SettingsDialog(QDialog):
    """Signals: ``theme_chosen(str)``, ``language_chosen(str)``, ``restart_requested()``,
    ``password_change_requested(old, new)``, ``sign_out_requested()``, ``devices_requested()``,
    ``revoke_requested(id)``, ``keep_days_chosen(int)``.
    The window answers a change of password by ``show_password_changed`` or ``show_failure``, and
    a revoke by ``show_devices`` or ``show_failure``.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    restart_requested = Signal()
    password_change_requested = Signal(str, str)
    sign_out_requested = Signal()
    devices_requested = Signal()
    keep_days_chosen = Signal(int)
    revoke_requested = Signal(str)

    def __init__(
        self,
        facts: AccountFacts,
        *,
        theme: ThemeChoice,
        running_language: str,
        chosen_language: str,
        actions: ActionRegistry,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.account = AccountPage(facts)
        self.language = LanguagePage(running_language, chosen_language)
        self.appearance = AppearancePage(theme)
        self.keyboard = KeyboardPage(actions)
        self.pages = SettingsPages(
            {
                "user": self.account,
                "globe": self.language,
                "sun": self.appearance,
                "keyboard": self.keyboard,
            }
        )
        self.search, self.list = self.pages.search, self.pages.list
        self.show_page = self.pages.show_page
        self._asked: deque[str] = deque()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._connect()
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @Slot()
    def show_password_changed(self) -> None:
        """The server has the new password."""
        self._answered()
        self.account.password.show_done()

    @Slot(object)
    def show_devices(self, told: Devices) -> None:
        """Where the person is signed in."""
        self._answered()
        self.account.devices.show_devices(told)

    @Slot(object)
    def show_failure(self, failed: Failed) -> None:
        """Why the password is still the old one, or a computer still signed in.

        A file that did not come is no reason for either. Answers come in the order of requests.
        """
        if failed.code == "file":
            return
        sentence = words_for_code(failed.code, failed.sentence)
        if self._answered() == _DEVICES:
            self.account.devices.show_failure(sentence)
        else:
            self.account.password.show_failure(sentence)

    def ask_devices(self) -> None:
        """Have the list of devices fetched."""
        self._asked.append(_DEVICES)
        self.devices_requested.emit()

    @Slot(str)
    def _on_revoke(self, id: str) -> None:
        self._asked.append(_DEVICES)
        self.revoke_requested.emit(id)

    @Slot(str, str)
    def _on_password(self, old: str, new: str) -> None:
        self._asked.append(_PASSWORD)
        self.password_change_requested.emit(old, new)

    def _answered(self) -> str:
        """What the answer that came is about."""
        return self._asked.popleft() if self._asked else _PASSWORD

    def add_page(self, icon_name: str, page: SettingsPage) -> None:
        """One more page below the others; what is chosen there is its maker's business."""
        self.pages.add_page(icon_name, page)

    def _connect(self) -> None:
        self.account.sign_out_requested.connect(self.sign_out_requested)
        self.account.kept.days_chosen.connect(self.keep_days_chosen)
        self.account.devices.revoke_requested.connect(self._on_revoke)
        self.account.password.change_requested.connect(self._on_password)
        self.language.language_chosen.connect(self.language_chosen)
        self.language.restart_requested.connect(self.restart_requested)
        self.appearance.theme_chosen.connect(self.theme_chosen)
