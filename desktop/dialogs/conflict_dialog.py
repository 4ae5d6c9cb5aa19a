"""The card of what two people changed without having seen each other: choose what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.conflict_field import COLUMN_PX, LABEL_PX, ConflictField, ConflictLine
from desktop.dialogs.conflict_text import ConflictText
from desktop.dialogs.conflict_words import heading_words, late_words, there_words
from desktop.dialogs.frame import DialogFrame
from desktop.field_words import what_words
from desktop.widgets.button import Button
from desktop.widgets.hairline import Hairline
from models.commands import Command
from models.rows import ConflictRow, MergedTags

TEXT = "html"
_WIDTH_PX, _HIGHEST_PX = 700, 460


@dataclass(frozen=True)
class Chosen:
    """What the card was left with; ``history``: what was changed is to be shown instead."""

    commands: tuple[Command, ...] = ()
    history: bool = False


class ConflictDialog(DialogFrame):
    """All open conflicts of one ticket, or of one row elsewhere. Escape leaves all as it is."""

    def __init__(
        self,
        conflicts: Sequence[ConflictRow],
        me_id: str,
        tags: MergedTags | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._me_id = me_id
        self.chosen = Chosen()
        self.lines: list[ConflictLine] = []
        sentence = self.tr(
            "Nothing is lost: both versions are kept. Choose what is shown from now on."
        )
        self.set_heading(heading_words(conflicts, me_id), sentence, self.tr("Apply my choice"))
        self._rows, self._area = QVBoxLayout(), QScrollArea()
        self._lay_out_rows(conflicts, tags)
        self._lay_out_footer(bool(conflicts[0].ticket_id))
        self.resize(_WIDTH_PX, self.sizeHint().height())
        self.lines[0].take_focus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        conflicts: Sequence[ConflictRow],
        me_id: str,
        tags: MergedTags | None = None,
    ) -> Chosen | None:
        """None when the card was left as it is."""
        dialog = cls(conflicts, me_id, tags, parent)
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen if accepted else None

    def problem(self) -> tuple[str, QWidget] | None:
        for line in self.lines:
            if not line.is_decided():
                words = self.tr("Choose one of the two for “%1”.").replace("%1", line.name)
                return words, line.chips.chips()[0] if isinstance(line, ConflictField) else line
        return None

    def accept(self) -> None:
        if self.chosen == Chosen():
            self.chosen = Chosen(tuple(line.command() for line in self.lines))
        super().accept()

    def _lay_out_rows(self, conflicts: Sequence[ConflictRow], tags: MergedTags | None) -> None:
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        headed: tuple[str, str] | None = None
        fields = [row for row in conflicts if row.field != TEXT]
        for row in fields:
            words = late_words(row, self._me_id), there_words(row, self._me_id)
            if words != headed:
                headed = words
                self._add_row(_header(self.tr("Field"), *words))
            self._add_line(row)
        if tags is not None:
            self._add_row(_labelled(what_words("tags"), self._tag_words(tags)))
        for row in (row for row in conflicts if row.field == TEXT):
            self._add_line(row)
        self._rows.addStretch(1)
        inner = QWidget()
        inner.setObjectName("scrollContent")
        inner.setLayout(self._rows)
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        self._make_room()

    def _make_room(self) -> None:
        """Rows that fit on a small screen are all shown."""
        wanted = self._rows.sizeHint().height() + 4
        self._area.setMinimumHeight(min(_HIGHEST_PX, wanted))

    def _add_line(self, row: ConflictRow) -> None:
        line = ConflictText(row, self._me_id) if row.field == TEXT else ConflictField(row)
        position = len(self.lines)
        line.step_wanted.connect(lambda step: self._step(position, step))
        self.lines.append(line)
        self._add_row(line)

    def _add_row(self, widget: QWidget) -> None:
        self._rows.addWidget(Hairline())
        self._rows.addWidget(widget)

    def _lay_out_footer(self, of_ticket: bool) -> None:
        self.cancel_button.hide()
        keys = QLabel(self.tr("1 and 2 choose, ↑ and ↓ go to another row, Esc leaves all as it is"))
        keys.setProperty("role", "tiny")
        self.body.addWidget(keys)
        self.before_button = Button(self.tr("Show before  B"), kind="flat")
        self.before_button.setCheckable(True)
        self.before_button.setShortcut("B")
        self.history_button = Button(self.tr("Show history"), kind="flat")
        self.keep_button = Button(self.tr("Keep the server's"))
        self.history_button.setVisible(of_ticket)
        for position, button in enumerate((self.history_button, self.before_button)):
            self.footer.insertWidget(position, button)
        self.footer.insertWidget(self.footer.count() - 1, self.keep_button)
        for button in (self.history_button, self.before_button, self.keep_button):
            button.setAutoDefault(False)
        self.before_button.toggled.connect(self._on_before_toggled)
        self.history_button.clicked.connect(self._on_history)
        self.keep_button.clicked.connect(self._on_keep)

    def _tag_words(self, tags: MergedTags) -> str:
        named = [f"<b>{escape(t)}</b>" if t in tags.added else escape(t) for t in tags.tags]
        return escape(self.tr("merged by themselves: %1")).replace("%1", ", ".join(named))

    def _step(self, position: int, step: int) -> None:
        line = self.lines[max(0, min(len(self.lines) - 1, position + step))]
        line.take_focus()
        self._area.ensureWidgetVisible(line)

    @Slot(bool)
    def _on_before_toggled(self, shown: bool) -> None:
        for line in self.lines:
            line.show_before(shown)
        self._make_room()

    @Slot()
    def _on_history(self) -> None:
        self.chosen = Chosen(history=True)
        self.accept()

    @Slot()
    def _on_keep(self) -> None:
        self.chosen = Chosen(tuple(line.keep_server() for line in self.lines))
        self.accept()


def _header(field: str, late: str, there: str) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(6, 8, 6, 8)
    line.setSpacing(0)
    columns = ((field, LABEL_PX), (f"1 · {late}", COLUMN_PX), (f"2 · {there}", 0))
    for words, width in columns:
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if width:
            label.setFixedWidth(width)
        line.addWidget(label, 0 if width else 1)
    return made


def _labelled(name: str, rich: str) -> QWidget:
    line = ConflictLine(name)
    label = QLabel(rich)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    line.inside.addWidget(label)
    return line
