"""Which tags to add to several tickets, and which to take off."""

from __future__ import annotations

from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.dialogs.frame import DialogFrame
from models.commands.tagging import check_tags
from models.errors import Refused

_WIDTH_PX = 420


class TagsDialog(DialogFrame):
    """Tags are written with commas between them."""

    def __init__(self, heading: str, known: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            heading, self.tr("Several tags with commas between them."), self.tr("Next")
        )
        self.adding, self.removing = QLineEdit(), QLineEdit()
        for field in (self.adding, self.removing):
            field.setCompleter(QCompleter(known, field))
        self.add_field(self.tr("Add"), self.adding)
        self.add_field(self.tr("Take off"), self.removing)
        self.watch_keys(self.adding, self.removing)
        self.resize(_WIDTH_PX, self.sizeHint().height())
        self.adding.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, *, heading: str, known: list[str]
    ) -> tuple[list[str], list[str]] | None:
        """Tags to add and to take off, or None when cancelled."""
        dialog = cls(heading, known, parent)
        chosen = dialog.tags() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def tags(self) -> tuple[list[str], list[str]]:
        return _split(self.adding), _split(self.removing)

    def problem(self) -> tuple[str, QWidget] | None:
        add, remove = self.tags()
        if not add and not remove:
            return self.tr("Write at least one tag."), self.adding
        try:
            check_tags(add)
        except Refused:
            return self.tr("A tag has at most 80 characters."), self.adding
        return None


def _split(field: QLineEdit) -> list[str]:
    return [tag for part in field.text().split(",") if (tag := part.strip())]
