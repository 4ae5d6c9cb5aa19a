"""An article that may answer the ticket, as a card in the side panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ticket.side_card import SideCard
from desktop.widgets.button import Button
from desktop.widgets.marked_label import MarkedLabel
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from models.rows import ArticleHit

_FITS_WELL = 60


class ArticleCard(SideCard):
    """Signals: ``read_wanted(str)``, ``insert_wanted(str)``, ``link_wanted(str)`` with its
    article's id.

    A click anywhere or Enter reads it, Ctrl+Enter puts it into the answer, Shift+Enter a link.
    """

    read_wanted = Signal(str)
    insert_wanted = Signal(str)
    link_wanted = Signal(str)

    def __init__(self, hit: ArticleHit, parent: QWidget | None = None) -> None:
        super().__init__(f"{hit.row.title}, {hit.match_percent} %", hit.row.snippet, parent)
        self._id = hit.row.id
        title = MarkedLabel(hit.row.title, hit.title_marks)
        title.setProperty("role", "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 11)
        layout.setSpacing(5)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(title, 1)
        first.addWidget(self._match(hit.match_percent), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(first)
        if hit.row.snippet:
            snippet = MarkedLabel(hit.row.snippet, hit.snippet_marks)
            snippet.setProperty("role", "secondary")
            layout.addWidget(snippet)
        insert = Button(self.tr("Insert answer"), "plus", small=True)
        insert.clicked.connect(lambda: self.insert_wanted.emit(self._id))
        link = Button(self.tr("Link"), kind="flat", small=True)
        link.clicked.connect(lambda: self.link_wanted.emit(self._id))
        line = QHBoxLayout()
        line.addWidget(insert)
        line.addWidget(link)
        line.addStretch(1)
        layout.addLayout(line)

    def act(self, held: Qt.KeyboardModifier) -> None:
        by_held = {
            Qt.KeyboardModifier.ControlModifier: self.insert_wanted,
            Qt.KeyboardModifier.ShiftModifier: self.link_wanted,
        }
        by_held.get(held, self.read_wanted).emit(self._id)

    def _match(self, percent: int) -> Pill:
        tone = Tone.GOOD if percent >= _FITS_WELL else Tone.NEUTRAL
        pill = Pill(f"{percent} %", tone, parent=self)
        pill.setToolTip(
            self.tr(
                "How many of the words searched for are in this article. "
                "Rare words count more, and words in its title."
            )
        )
        return pill
