"""What a message said before it was changed, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.conflict_text import MergedText
from desktop.dialogs.frame import DialogFrame
from desktop.field_words import time_words
from models.merge.colours import Stretch
from models.rows import VersionRow

_SIZE_PX = (600, 420)


class VersionsDialog(DialogFrame):
    """Nothing in it can be changed."""

    def __init__(self, versions: Sequence[VersionRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Earlier versions"), "", self.tr("Close"))
        self.cancel_button.hide()
        inner = QWidget()
        inner.setObjectName("scrollContent")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        self.texts = [self._add(column, version) for version in versions]
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        self.resize(*_SIZE_PX)

    @classmethod
    def ask(cls, parent: QWidget, versions: Sequence[VersionRow]) -> None:
        """Show them until they are closed."""
        dialog = cls(versions, parent)
        dialog.exec()
        dialog.deleteLater()

    def _add(self, column: QVBoxLayout, version: VersionRow) -> MergedText:
        words = self.tr("Until %1 changed it, %2").replace("%2", time_words(version.at_ms))
        label = QLabel(words.replace("%1", version.author_name))
        label.setProperty("role", "secondary")
        text = MergedText(label.text())
        text.show_stretches([Stretch("", version.html)], {})
        column.addWidget(label)
        column.addWidget(text)
        return text
