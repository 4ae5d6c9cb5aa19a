"""Work time by hand: a new one, or one that the clock counted wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from desktop.dialogs.frame import DialogFrame
from models.commands import AddTime, Command, WithdrawTime
from models.commands.times import MINUTES_LIMIT, NOTE_LIMIT
from models.rows import TimeRow

_WIDTH_PX, _USUAL_MINUTES = 380, 15


class WorkTimeDialog(DialogFrame):
    """A correction takes the old time back and adds the right one, as one step."""

    def __init__(
        self, ticket_id: str, entry: TimeRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ticket_id, self._entry = ticket_id, entry
        title = self.tr("Correct the work time") if entry else self.tr("Add work time")
        self.set_heading(title, "", self.tr("Keep"))
        self.minutes, self.note = QSpinBox(), QLineEdit()
        self.minutes.setRange(1, MINUTES_LIMIT)
        self.minutes.setValue(entry.minutes if entry else _USUAL_MINUTES)
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setText(entry.note if entry else "")
        self.add_field(self.tr("Minutes"), self.minutes)
        self.add_field(self.tr("What was done"), self.note)
        self.body.addStretch(1)
        self.watch_keys(self.minutes, self.note)
        self.setMinimumWidth(_WIDTH_PX)
        self.minutes.setFocus()
        self.minutes.selectAll()

    @classmethod
    def ask(cls, parent: QWidget, ticket_id: str, entry: TimeRow | None) -> list[Command]:
        """One step; nothing when cancelled or left as it is."""
        dialog = cls(ticket_id, entry, parent)
        commands = dialog.commands() if dialog.exec() else []
        dialog.deleteLater()
        return commands

    def commands(self) -> list[Command]:
        entry, minutes, note = self._entry, self.minutes.value(), self.note.text().strip()
        if entry is not None and (entry.minutes, entry.note) == (minutes, note):
            return []
        started, kind = (entry.started_at_ms, entry.kind) if entry else (None, "")
        add = AddTime(
            ticket_id=self._ticket_id,
            minutes=minutes,
            started_at_ms=started,
            note=note,
            entry_kind=kind,
        )
        return [WithdrawTime(id=entry.id), add] if entry else [add]
