"""Asking somebody to agree to something on a ticket."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.frame import DialogFrame
from desktop.work.reader import Reader
from models.commands import AskApproval, Command
from models.commands.approvals import WHAT_LIMIT
from models.queries import people
from models.rows import AgentRow

_WIDTH_PX = 440


class AskApprovalDialog(DialogFrame):
    """What is to be agreed to, and of whom: one agent, or whoever looks at the ticket."""

    def __init__(
        self, reader: Reader, ticket_id: str, number: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ticket_id = ticket_id
        title = self.tr("Ask for approval on %1").replace("%1", number)
        self.set_heading(title, "", self.tr("Ask"))
        self.what, self.whom = QLineEdit(), IdCombo()
        self.what.setMaxLength(WHAT_LIMIT)
        self.add_field(self.tr("What is to be approved"), self.what)
        self.add_field(self.tr("By whom"), self.whom)
        self.body.addStretch(1)
        self._show_agents([])
        self.watch_keys(self.what, self.whom)
        self.setMinimumWidth(_WIDTH_PX)
        self.what.setFocus()
        reader.ask("approval.agents", people.agents, self._show_agents)

    @classmethod
    def ask(cls, parent: QWidget, *, reader: Reader, ticket_id: str, number: str) -> Command | None:
        dialog = cls(reader, ticket_id, number, parent)
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.command() if accepted else None

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.what.text().strip():
            return self.tr("Say what is to be approved."), self.what
        return None

    def is_dirty(self) -> bool:
        return bool(self.what.text().strip())

    def command(self) -> Command:
        return AskApproval(
            ticket_id=self._ticket_id, what=self.what.text().strip(), of_id=self.whom.chosen()
        )

    def _show_agents(self, agents: Sequence[AgentRow]) -> None:
        anybody = (None, self.tr("Anybody with the ticket"))
        named = ((agent.id, agent.name) for agent in agents)
        self.whom.show_choices([anybody, *named], self.whom.chosen())
