"""The card that stands in the window until somebody is signed in.

``app.py`` connects ``sign_in_requested`` to the engine and hands a refusal back by
``show_failure``; nothing here talks to a server or a keyring.
"""

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button
from sync.protocol.address import read_address

_CARD_WIDTH_PX, _CARD_PADDING_PX, _LOGO_PX = 392, 32, 28
_STATUS_HEIGHT_PX = 54
_ADDRESS_CODES = ("unreachable", "not_deskside", "version", "insecure", "address")

StatusTone = Literal["", "working", "error"]
_STATUS_ICONS = {"": "", "working": "refresh", "error": "alert-circle"}


def failure_words(code: str, sentence: str, server: str) -> str:
    """What the card says about a failed sign-in; ``sentence`` serves for a code it doesn't know.

    Codes are those of ``sync.protocol.link.SignInFailed``, plus ``address`` for an unreadable one.
    """
    tr = QCoreApplication.translate
    known = {
        "wrong_password": tr("SignInPage", "Login and password don't match. Please try again."),
        "unreachable": tr("SignInPage", "Nothing answers at %1; is the address right?"),
        "not_deskside": tr(
            "SignInPage", "%1 answers, but it is not a Deskside server. Is the address right?"
        ),
        "version": tr(
            "SignInPage",
            "The server at %1 speaks another version of Deskside. Update this program, or ask "
            "your administrator.",
        ),
        "insecure": tr(
            "SignInPage",
            "Plain http would send your password readable. Use an address that begins with "
            "https://.",
        ),
        "too_many": tr(
            "SignInPage", "Too many attempts. Please wait a minute before you try again."
        ),
        "address": tr("SignInPage", "This is not an address. Try one like desk.example.com."),
    }
    return known.get(code, sentence).replace("%1", server)


class SignInPage(QWidget):
    """Signals: ``sign_in_requested(server, login, password)`` with a checked address."""

    sign_in_requested = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.address = QLineEdit()
        self.login = QLineEdit()
        self.password = QLineEdit()
        self.button = Button(self.tr("Sign in"), kind="primary")
        self._logo, self._address_hint = QLabel(), QLabel()
        self._status, self._status_icon = QLabel(), QLabel()
        self._status_tone: StatusTone = ""
        self._name_fields()
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self._on_address_edited()

    def prefill(self, server: str, login: str) -> None:
        """Put in what is known, and the keyboard where the first thing is missing."""
        self.address.setText(server)
        self.login.setText(login)
        fields = (self.address, self.login, self.password)
        next((field for field in fields if not field.text()), self.password).setFocus()

    def show_working(self) -> None:
        """The request is on its way: nothing can be typed until an answer is shown."""
        self._set_enabled(False)
        server = read_address(self.address.text()).url
        self._show_status("working", self.tr("Signing in to %1 …").replace("%1", server))

    def show_failure(self, code: str, sentence: str) -> None:
        """Say what went wrong and put the keyboard where it can be mended."""
        self._set_enabled(True)
        server = read_address(self.address.text()).url
        field = self.address if code in _ADDRESS_CODES else self.password
        self._mark(field, wrong=True)
        self._show_status("error", failure_words(code, sentence, server))
        field.setFocus()
        field.selectAll()

    def show_wiped(self, folder: str) -> None:
        """This computer was signed out for good; what was never sent is in ``folder``, if any."""
        words = self.tr("This computer was signed out by an administrator.")
        if folder:
            saved = self.tr("What was never sent was saved in %1").replace("%1", folder)
            words = f"{words} {saved}"
        self._show_status("", words)

    def _name_fields(self) -> None:
        self.address.setAccessibleName(self.tr("Server address"))
        self.address.setPlaceholderText("desk.example.com")
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.login.setAccessibleName(self.tr("Login"))
        self.login.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button.setDefault(True)
        self._address_hint.setProperty("role", "tiny")
        self._address_hint.setWordWrap(True)
        self._status.setWordWrap(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._status.setMinimumHeight(_STATUS_HEIGHT_PX)
        self._status_icon.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        card.setFixedWidth(_CARD_WIDTH_PX)
        pad = _CARD_PADDING_PX
        inside = QVBoxLayout(card)
        inside.setContentsMargins(pad, pad - 4, pad, 12)
        inside.setSpacing(5)
        self._fill(inside)
        layout = QGridLayout(self)
        layout.addWidget(card, 1, 1)
        for edge in (0, 2):
            layout.setRowStretch(edge, 2 + edge)
            layout.setColumnStretch(edge, 1)

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addLayout(self._heading())
        intro = QLabel(self.tr("Sign in once; after that Deskside also opens without a network."))
        intro.setProperty("role", "secondary")
        intro.setWordWrap(True)
        inside.addWidget(intro)
        for label, field in (
            (self.tr("Server address"), self.address),
            (self.tr("Login"), self.login),
            (self.tr("Password"), self.password),
        ):
            inside.addSpacing(9)
            inside.addWidget(self._label(label, field))
            inside.addWidget(field)
            if field is self.address:
                inside.addWidget(self._address_hint)
        inside.addSpacing(14)
        inside.addWidget(self.button)
        inside.addSpacing(8)
        status = QHBoxLayout()
        status.setSpacing(8)
        status.addWidget(self._status_icon)
        status.addWidget(self._status, 1)
        inside.addLayout(status)

    def _heading(self) -> QHBoxLayout:
        name = QLabel("Deskside")
        name.setProperty("role", "title")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._logo)
        row.addWidget(name, 1)
        return row

    def _label(self, text: str, field: QLineEdit) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "secondary")
        label.setBuddy(field)
        return label

    def _connect(self) -> None:
        self.address.textChanged.connect(self._on_address_edited)
        self.address.editingFinished.connect(self._on_address_finished)
        for field in (self.login, self.password):
            field.textEdited.connect(self._on_field_edited)
        for field in (self.address, self.login, self.password):
            field.returnPressed.connect(self._on_return_pressed)
        self.button.clicked.connect(self._on_return_pressed)
        theme_state().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_address_edited(self) -> None:
        self._on_field_edited()
        address = read_address(self.address.text())
        words = {
            "": self.tr("Connects to %1").replace("%1", address.url),
            "empty": self.tr("The name or address your administrator gave you."),
            "insecure": self.tr("Needs https:// outside this computer."),
            "unreadable": self.tr("This is not an address yet."),
        }
        self._address_hint.setText(words[address.problem])

    @Slot()
    def _on_address_finished(self) -> None:
        address = read_address(self.address.text())
        if not address.problem:
            self.address.setText(address.url)
        self._mark(self.address, wrong=address.problem in ("insecure", "unreadable"))

    @Slot()
    def _on_field_edited(self) -> None:
        for field in (self.address, self.login, self.password):
            self._mark(field, wrong=False)
        if self._status_tone == "error":
            self._show_status("", "")

    @Slot()
    def _on_return_pressed(self) -> None:
        fields = (self.address, self.login, self.password)
        missing = next((field for field in fields if not field.text().strip()), None)
        if missing is not None:
            missing.setFocus()
            return
        address = read_address(self.address.text())
        if address.problem:
            code = "insecure" if address.problem == "insecure" else "address"
            self.show_failure(code, "")
            return
        self.show_working()
        self.sign_in_requested.emit(address.url, self.login.text().strip(), self.password.text())

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.address, self.login, self.password, self.button):
            widget.setEnabled(enabled)

    def _mark(self, field: QLineEdit, *, wrong: bool) -> None:
        state = "error" if wrong else ""
        if field.property("state") != state:
            field.setProperty("state", state)
            field.style().polish(field)

    def _show_status(self, tone: StatusTone, words: str) -> None:
        self._status_tone = tone
        self._status.setText(words)
        self._status.setProperty("tone", "overdue" if tone == "error" else "")
        self._status.style().polish(self._status)
        self._on_theme_changed()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def _on_theme_changed(self) -> None:
        theme, dpr = current_theme(), self.devicePixelRatioF()
        self._logo.setPixmap(pixmap("logo", theme.accent, _LOGO_PX, dpr))
        colours = {
            "": theme.secondary_text,
            "working": theme.secondary_text,
            "error": theme.overdue_or_failed,
        }
        name = _STATUS_ICONS[self._status_tone]
        self._status_icon.setVisible(bool(name))
        if name:
            self._status_icon.setPixmap(pixmap(name, colours[self._status_tone], 16, dpr))
