"""Asks for the address of a link, and for its words when none are selected."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from models.richtext.links import link_target


@dataclass(frozen=True)
class Link:
    """``href`` is empty when the link is to be taken away."""

    href: str
    text: str


class LinkDialog(QDialog):
    """Two fields; an address without a scheme is taken for https, one with @ for e-mail."""

    def __init__(self, href: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link"))
        self._address, self._words = QLineEdit(href), QLineEdit(text)
        self._address.setPlaceholderText("https://")
        self._address.setAccessibleName(self.tr("Address"))
        self._words.setAccessibleName(self.tr("Text to show"))
        self._words.setEnabled(not text)
        self._buttons = self._make_buttons(bool(href))
        form = QFormLayout(self)
        form.addRow(self.tr("Address"), self._address)
        form.addRow(self.tr("Text to show"), self._words)
        form.addRow(self._buttons)
        self._address.textChanged.connect(self._on_address_changed)
        self._on_address_changed(href)

    @classmethod
    def ask(cls, parent: QWidget, href: str, text: str) -> Link | None:
        """What to link to, or None when the person changed their mind."""
        dialog = cls(href, text, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.link() if accepted else None

    def link(self) -> Link:
        """What is in the fields now."""
        href = address_of(self._address.text())
        return Link(href, self._words.text().strip() or self._address.text().strip())

    def _make_buttons(self, with_remove: bool) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if with_remove:
            remove = buttons.addButton(
                self.tr("Remove link"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            remove.clicked.connect(self._on_remove_clicked)
        return buttons

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._address.clear()
        self.accept()

    @Slot(str)
    def _on_address_changed(self, typed: str) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(address_of(typed)))


def address_of(typed: str) -> str:
    """A whole address that may be followed, or an empty string."""
    typed = typed.strip()
    if not typed or link_target(typed):
        return link_target(typed)
    if " " in typed or "." not in typed:
        return ""
    is_mail = "@" in typed and "/" not in typed
    return link_target(f"mailto:{typed}" if is_mail else f"https://{typed}")
