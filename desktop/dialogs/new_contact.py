"""Making a contact out of what was typed, without leaving the form that needs it."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.widgets.button import Button
from models.commands import Put

_PHONE = re.compile(r"[+(]?\d[\d\s().+-]{4,}\Z")


@dataclass(frozen=True)
class ContactFacts:
    """What is known of a new contact; any may be empty."""

    name: str = ""
    email: str = ""
    phone: str = ""

    def shown(self) -> str:
        """What to call them."""
        return self.name or self.email or self.phone

    def command(self) -> Put:
        """The command that makes the contact; its ``id`` is the contact's."""
        facts = {"name": self.shown(), "email": self.email, "phone": self.phone, "active": 1}
        return Put(entity="contact", set=facts)


def read_contact(typed: str) -> ContactFacts:
    """Whether somebody typed a name, an e-mail address or a phone number."""
    text = typed.strip()
    if "@" in text and " " not in text:
        return ContactFacts(email=text)
    if _PHONE.match(text):
        return ContactFacts(phone=text)
    return ContactFacts(name=text)


class NewContactForm(QFrame):
    """Signals: ``given_up()`` when the person would rather choose from the list."""

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("kind", "quiet")
        self.name, self.email, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self._back = Button(self.tr("Choose from the list"), "undo", kind="flat", small=True)
        self._back.clicked.connect(self.given_up)
        self._back.setAutoDefault(False)
        self._lay_out()

    def start_with(self, typed: str) -> None:
        """Put what was typed where it belongs, and the keyboard where the next thing is missing."""
        facts = read_contact(typed)
        self.show_facts(facts)
        (self.email if facts.name else self.name).setFocus()

    def show_facts(self, facts: ContactFacts) -> None:
        self.name.setText(facts.name)
        self.email.setText(facts.email)
        self.phone.setText(facts.phone)

    def facts(self) -> ContactFacts:
        """What stands in the fields."""
        texts = (field.text().strip() for field in (self.name, self.email, self.phone))
        return ContactFacts(*texts)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        fields = (
            (self.tr("Name of the new contact"), self.name),
            (self.tr("E-mail"), self.email),
            (self.tr("Phone"), self.phone),
        )
        for column, (text, field) in enumerate(fields):
            label = QLabel(text)
            label.setProperty("role", "secondary")
            label.setBuddy(field)
            field.setAccessibleName(text)
            layout.addWidget(label, 0, column)
            layout.addWidget(field, 1, column)
        layout.addWidget(self._back, 1, len(fields))
