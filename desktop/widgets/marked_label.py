"""Words in several lines with some of them on a tint, as found by a search."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme import current_theme, theme_state
from models.rows import Mark


class MarkedLabel(QLabel):
    """The text is plain: what looks like markup in it is shown as it stands."""

    def __init__(self, text: str, marks: Sequence[Mark], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain, self._marks = text, marks
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text)
        self._show_text()
        theme_state().changed.connect(self._show_text)

    def plain(self) -> str:
        return self._plain

    def marked(self) -> list[str]:
        """The words on a tint."""
        return [self._plain[start:end] for start, end in self._marks]

    @Slot()
    def _show_text(self) -> None:
        tint = f'<span style="background-color:{current_theme().at_risk_tint}">'
        parts, at = [], 0
        for start, end in self._marks:
            before, found = escape(self._plain[at:start]), escape(self._plain[start:end])
            parts += [before, tint, found, "</span>"]
            at = end
        self.setText("".join([*parts, escape(self._plain[at:])]))
