"""Asking to be reminded of a ticket: the moments of postponing, and a line of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.postpone import PostponeDialog
from desktop.ticket_words import number_words
from models import own
from models.commands import Command
from models.rows import Actor

LETTERS = 300


class RemindDialog(PostponeDialog):
    """Only its person hears of it; the ticket stays as it is."""

    def __init__(
        self, number: str, about: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("", number, now, parent)
        title = self.tr("Remind me of %1").replace("%1", number_words(number))
        sentence = self.tr("Only you see this, on all your devices. The ticket stays as it is.")
        self.set_heading(title, sentence, self.tr("Remind me"))
        self.list.setAccessibleName(self.tr("When"))
        self.about = QLineEdit(about)
        self.about.setMaxLength(LETTERS)
        self.about.setPlaceholderText(self.tr("What about? May stay empty"))
        self.add_field(self.tr("Words"), self.about)
        self.watch_keys(self.about)
        self.resize(self.width(), self.sizeHint().height())

    @classmethod
    def ask_about(
        cls,
        parent: QWidget | None,
        me: Actor,
        ids: Sequence[str],
        number: str,
        about: str,
        now: datetime,
    ) -> list[Command]:
        """One reminder for each; nothing when cancelled. ``number`` is of a single one."""
        dialog = cls(number, about, now, parent)
        if len(ids) > 1:
            dialog.rename(dialog.tr("Remind me of %n tickets", "", len(ids)))
        made = dialog.commands(me, ids) if dialog.exec() else []
        dialog.deleteLater()
        return made

    def commands(self, me: Actor, ids: Sequence[str]) -> list[Command]:
        """What the dialog says now."""
        at_ms, about = self.wake_at_ms(), self.about.text().strip()
        return [own.remind(me, id, at_ms, about) for id in ids]
