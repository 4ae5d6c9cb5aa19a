"""The address at which a ticket's meeting is held."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import DialogFrame
from models.meeting_link import MOST_CHARS, meeting_link

_WIDTH_PX = 460


class MeetingLinkDialog(DialogFrame):
    """Left empty, the ticket has no meeting link any more. Its only field takes Enter too."""

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Meeting link"), "", self.tr("Keep"))
        self._before = link
        self.link = QLineEdit(link)
        self.link.setMaxLength(MOST_CHARS)
        self.link.setPlaceholderText("https://")
        self.add_field(self.tr("Address of the meeting"), self.link)
        self.body.addStretch(1)
        self.watch_keys(self.link)
        self.link.returnPressed.connect(self.try_accept)
        self.setMinimumWidth(_WIDTH_PX)
        self.link.setFocus()
        self.link.selectAll()

    @classmethod
    def ask(cls, parent: QWidget, link: str) -> str | None:
        """The address as it is kept, "" for none; None when cancelled or left as it is."""
        dialog = cls(link, parent)
        kept = meeting_link(dialog.link.text()) if dialog.exec() else None
        dialog.deleteLater()
        return None if kept == link else kept

    def problem(self) -> tuple[str, QWidget] | None:
        typed = self.link.text().strip()
        if not typed or meeting_link(typed):
            return None
        return self.tr("A meeting link begins with https:// and names a host."), self.link

    def is_dirty(self) -> bool:
        return self.link.text().strip() != self._before
