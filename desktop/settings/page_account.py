"""Who is signed in, the password, and signing out."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.icons import pixmap
from desktop.settings.account_facts import AccountFacts
from desktop.settings.device_list import DeviceListView
from desktop.settings.kept_tickets import KeptTickets
from desktop.settings.page import SettingsPage
from desktop.settings.password_form import PasswordForm
from desktop.theme import current_theme, theme_state
from desktop.widgets.avatar import Avatar
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.hairline import Hairline

_AVATAR_PX, _LABEL_WIDTH_PX = 40, 140


class AccountPage(SettingsPage):
    """Signals: ``sign_out_requested()``, and those of ``password`` and ``devices``."""

    sign_out_requested = Signal()

    def __init__(self, facts: AccountFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Account"))
        self.password = PasswordForm()
        self.devices = DeviceListView()
        self.sign_out = Button(self.tr("Sign out"))
        self._info = QLabel()
        self.sign_out.setAutoDefault(False)
        self.sign_out.clicked.connect(self.sign_out_requested)
        if facts.practice:
            self.rows.addWidget(self._practice_notice())
            self.rows.addSpacing(10)
        self.rows.addLayout(self._person(facts))
        self.rows.addSpacing(10)
        self.rows.addLayout(self._facts(facts))
        self._add_part(self.tr("Password"))
        self.rows.addWidget(self.password)
        self._add_part(self.tr("Where you are signed in"))
        self.rows.addWidget(self.devices)
        self._add_part(self.tr("This computer"))
        self.kept = KeptTickets(facts.keep_days)
        self.rows.addWidget(self.kept)
        self.rows.addSpacing(8)
        self.rows.addLayout(self._sign_out_row())
        theme_state().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _practice_notice(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        card.setProperty("kind", "note")
        words = QLabel(self.tr("Practice profile: nothing here leaves this computer."))
        words.setWordWrap(True)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(8)
        row.addWidget(self._info)
        row.addWidget(words, 1)
        return card

    def _person(self, facts: AccountFacts) -> QHBoxLayout:
        avatar = Avatar(_AVATAR_PX)
        avatar.show_person(facts.name)
        name, role = QLabel(facts.name), QLabel(self._role_words(facts.role))
        name.setProperty("role", "heading")
        role.setProperty("role", "secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (name, role):
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(avatar)
        row.addLayout(words, 1)
        return row

    def _facts(self, facts: AccountFacts) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH_PX)
        grid.setColumnStretch(1, 1)
        named = (
            (self.tr("Login"), facts.login),
            (self.tr("Server"), facts.server),
            (self.tr("This device"), facts.device),
        )
        for row, (text, value) in enumerate(named):
            label, shown = QLabel(text), ElidedLabel(value or "–")
            label.setProperty("role", "secondary")
            shown.setAccessibleName(f"{text}: {value}")
            grid.addWidget(label, row, 0)
            grid.addWidget(shown, row, 1)
        return grid

    def _add_part(self, title: str) -> None:
        self.rows.addSpacing(12)
        self.rows.addWidget(Hairline())
        self.rows.addSpacing(8)
        self.add_words(title, "strong")
        self.rows.addSpacing(2)

    def _sign_out_row(self) -> QHBoxLayout:
        words = QLabel(
            self.tr("What was not sent yet stays here and goes out when you sign in again.")
        )
        words.setProperty("role", "secondary")
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(self.sign_out)
        return row

    def _role_words(self, role: str) -> str:
        return {
            "agent": self.tr("Agent"),
            "lead": self.tr("Lead"),
            "admin": self.tr("Administrator"),
        }.get(role, role)

    @Slot()
    def _on_theme_changed(self) -> None:
        colour = current_theme().at_risk
        self._info.setPixmap(pixmap("info-circle", colour, 16, self.devicePixelRatioF()))
