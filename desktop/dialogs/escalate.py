"""Giving a ticket to the next support line, with the reason why."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.frame import DialogFrame
from desktop.ticket_words import number_words
from models.commands import Command, SetTicket
from models.rows import TicketHeader

LAST_TIER = 3
_WIDTH_PX, _WHY_HEIGHT_PX = 440, 84


class EscalateDialog(DialogFrame):
    """Offers the line above the present one first; the reason goes into the history."""

    def __init__(self, header: TicketHeader, tier: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header, self._tier = header, tier
        title = self.tr("Escalate %1").replace("%1", number_words(header.number))
        now = self.tr("It is with line %1 now.").replace("%1", str(tier))
        self.set_heading(title, now, self.tr("Escalate"))
        self.line, self.why = IdCombo(), QPlainTextEdit()
        lines = [each for each in range(1, LAST_TIER + 1) if each != tier]
        words = self.tr("Line %1")
        above = str(min(tier + 1, LAST_TIER))
        self.line.show_choices([(str(n), words.replace("%1", str(n))) for n in lines], above)
        self.add_field(self.tr("To"), self.line)
        self.add_field(self.tr("Why"), self.why)
        self.why.setFixedHeight(_WHY_HEIGHT_PX)
        self.why.setTabChangesFocus(True)
        self.body.addStretch(1)
        self.watch_keys(self.line, self.why)
        self.setMinimumWidth(_WIDTH_PX)
        self.why.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, header: TicketHeader, tier: int) -> Command | None:
        """None when cancelled. ``tier`` is the present line."""
        dialog = cls(header, tier, parent)
        command = dialog.command() if dialog.exec() else None
        dialog.deleteLater()
        return command

    def command(self) -> Command:
        why = self.why.toPlainText().strip()
        return SetTicket(id=self._header.id, set={"tier": int(self.line.chosen() or 1)}, why=why)

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.why.toPlainText().strip():
            return self.tr("Say why it is to go there."), self.why
        return None

    def is_dirty(self) -> bool:
        return bool(self.why.toPlainText().strip())
