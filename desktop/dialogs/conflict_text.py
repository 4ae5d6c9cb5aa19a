"""A text of which two people wrote the same place: the merged text, coloured by author."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QWidget

from desktop.dialogs.choice_chips import ChoiceChips
from desktop.dialogs.conflict_field import ConflictLine
from desktop.dialogs.conflict_words import author_words
from desktop.editor.document_build import BuildOptions, fill_document
from desktop.editor.placeholder_image import placeholder_image
from desktop.field_words import field_words
from desktop.theme import current_theme
from models.commands import Command, ResolveConflict
from models.merge.colours import Stretch, coloured
from models.merge.text import Choice, merge_text, resolve
from models.richtext import to_plain
from models.rows import ConflictRow

_ROOM_PX, _HIGHEST_PX = 500, 190


class ConflictText(ConflictLine):
    """Places that only one of the two changed merge by themselves; both is chosen for the rest.

    The server's side is what the row says now, so that nothing written since is lost.
    """

    def __init__(self, row: ConflictRow, me_id: str, parent: QWidget | None = None) -> None:
        super().__init__(field_words(row), parent)
        self._row, self._me_id = row, me_id
        texts = (str(each.value or "") for each in (row.base, row.mine, row.now))
        self._merged = merge_text(*texts)
        self.view = MergedText(self.name)
        self.inside.addWidget(self.view)
        self.places = [self._place(number) for number in range(len(self._merged.conflicts))]
        before = " ".join(to_plain(str(row.base.value or "")).split())
        self._before = QLabel(self.tr("Before: %1").replace("%1", before))
        self._before.setProperty("role", "secondary")
        self._before.setWordWrap(True)
        self._before.setTextFormat(Qt.TextFormat.PlainText)
        self._before.hide()
        self.inside.addWidget(self._before)
        self._show()

    def take_focus(self) -> None:
        if self.places:
            self.places[0].take_focus()
        else:
            self.view.setFocus()

    def is_decided(self) -> bool:
        return True

    def show_before(self, shown: bool) -> None:
        self._before.setVisible(shown)

    def command(self) -> Command:
        return self._settled(resolve(self._merged.pieces, self._choices()))

    def keep_server(self) -> Command:
        return self._settled(str(self._row.now.value or ""))

    def _settled(self, html: str) -> Command:
        for side in ("theirs", "mine"):
            if html == getattr(self._row, side).value:
                return ResolveConflict(id=self._row.id, choice=side)
        return ResolveConflict(id=self._row.id, choice="other", value=json.dumps(html))

    def _place(self, number: int) -> ChoiceChips:
        many = len(self._merged.conflicts) > 1
        name = self.tr("Place %1").replace("%1", str(number + 1)) if many else self.name
        if many:
            label = QLabel(name)
            label.setProperty("role", "secondary")
            self.inside.addWidget(label)
        late, there = (author_words(self._row, hand, self._me_id) for hand in ("mine", "theirs"))
        choices = (("mine", late), ("theirs", there), ("both", self.tr("Both")))
        chips = ChoiceChips(name, choices)
        chips.choose("both")
        chips.chosen.connect(self._on_chosen)
        chips.step_wanted.connect(lambda step: self._on_step(number, step))
        self.inside.addWidget(chips)
        return chips

    def _choices(self) -> list[Choice]:
        return [cast(Choice, place.choice()) for place in self.places]

    def _show(self) -> None:
        stretches = coloured(self._merged.pieces, self._choices())
        names = {hand: author_words(self._row, hand, self._me_id) for hand in ("mine", "theirs")}
        self.view.show_stretches(stretches, names)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._show()

    def _on_step(self, number: int, step: int) -> None:
        if 0 <= number + step < len(self.places):
            self.places[number + step].take_focus()
        else:
            self.step_wanted.emit(step)


class MergedText(QTextEdit):
    """Green is what came late, blue what was there; read out it says whose each stretch is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(name)

    def show_stretches(self, stretches: Sequence[Stretch], names: dict[str, str]) -> None:
        """The text, and in the tip of each coloured stretch whose it is."""
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        for number, stretch in enumerate(stretches):
            part = _painted(stretch, names.get(stretch.hand, ""))
            if number:
                cursor.insertBlock(part.firstBlock().blockFormat(), QTextCharFormat())
            cursor.insertFragment(QTextDocumentFragment(part))
        parts = ((names.get(each.hand, ""), to_plain(each.html)) for each in stretches)
        spoken = "; ".join(f"{name}: {text}" if name else text for name, text in parts)
        self.setAccessibleDescription(spoken)
        document.setTextWidth(_ROOM_PX)
        self.setFixedHeight(min(_HIGHEST_PX, round(document.size().height()) + 16))


def _painted(stretch: Stretch, name: str) -> QTextDocument:
    document = QTextDocument()
    for source in fill_document(document, stretch.html, BuildOptions(False, _ROOM_PX)):
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, source, placeholder_image(source))
    if stretch.hand:
        theme = current_theme()
        mine = stretch.hand == "mine"
        words, ground = (theme.good, theme.good_tint) if mine else (theme.accent, theme.accent_tint)
        look = QTextCharFormat()
        look.setForeground(QColor(words))
        look.setBackground(QColor(ground))
        look.setToolTip(name)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(look)
    return document
