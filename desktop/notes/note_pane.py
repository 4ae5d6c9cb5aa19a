"""The right side of My notes: one note, and what can become of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.notes.note_text import NoteText, text_of
from desktop.notes.writing_box import WritingBox
from desktop.theme import PANE_PADDING_PX, TITLE_PX, font
from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton
from models.rows import NoteRow

_TITLE_LENGTH = 200


class TitleField(QLineEdit):
    """The note's title; Enter and the arrow down go on to the text. Signals: ``left_down()``."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left_down.emit()
            return
        super().keyPressEvent(event)


class NotePane(QWidget):
    """Signals: ``text_edited()``, ``files_changed()``, ``ticket_wanted()``, ``adding_wanted()``,
    ``deletion_wanted()``, and ``link_opened(str)`` with the ticket that the note became.
    """

    text_edited = Signal()
    files_changed = Signal()
    ticket_wanted = Signal()
    adding_wanted = Signal()
    deletion_wanted = Signal()
    link_opened = Signal(str)

    def __init__(
        self, make_box: Callable[[QWidget], WritingBox], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = TitleField()
        self.make_ticket = Button(self.tr("Make a ticket"), "ticket")
        self.add_to_ticket = Button(self.tr("Add to ticket …"), "plus")
        self.delete = IconButton("trash", self.tr("Delete this note"), shortcut_text="Ctrl+Del")
        self.link = Button("", "ticket", kind="flat", small=True)
        self._times, self._state = QLabel(), QLabel()
        self._ticket_id = ""
        self._filling = False
        self._header = self._make_header()
        self.box = make_box(self)  # after the header, so that Tab goes from the title to the text
        self._name_parts()
        self._lay_out()
        self._connect()

    def show_note(self, row: NoteRow) -> None:
        """Show a note from its beginning."""
        self._filling = True
        text = text_of(row)
        self.title.setText(text.title)
        self.box.show_content(text.html, text.files)
        self._filling = False
        self.show_facts(row)

    def show_facts(self, row: NoteRow) -> None:
        """Show what is not typed: times, whether it was sent, and what it became."""
        moment = QDateTime.fromMSecsSinceEpoch(row.at_ms)
        shown = QLocale().toString(moment, self.tr("d MMMM yyyy, HH:mm"))
        self._times.setText(self.tr("Begun %1").replace("%1", shown))
        self._ticket_id = row.ticket_id or ""
        self.link.setVisible(False)
        self.make_ticket.setEnabled(not self._ticket_id)
        self.show_sent(sent=not row.unsent)

    def show_sent(self, *, sent: bool) -> None:
        """Everything is saved, here or on the server as well."""
        self._state.setText(self.tr("saved") if sent else self.tr("saved here, not sent yet"))

    def show_saving(self) -> None:
        """There are words that were just typed."""
        self._state.setText(self.tr("saving …"))

    def show_link(self, number: str) -> None:
        """The number of the ticket that the note became; empty when it is not on this computer."""
        words = (
            self.tr("Became #%1").replace("%1", number) if number else self.tr("Became a ticket")
        )
        self.link.setText(words)
        self.link.setAccessibleName(words)
        self.link.setEnabled(bool(number))
        self.link.setVisible(bool(self._ticket_id))

    def text(self) -> NoteText:
        """What stands in the fields."""
        return NoteText(self.title.text(), self.box.html(), self.box.files())

    def _name_parts(self) -> None:
        self.title.setProperty("kind", "bare")
        self.title.setFont(font(TITLE_PX, QFont.Weight.DemiBold))
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the note"))
        self.title.setMaxLength(_TITLE_LENGTH)
        self.box.edit.setAccessibleName(self.tr("Text of the note"))
        self.box.edit.setPlaceholderText(
            self.tr("Write, paste a picture, or begin a check list. It is saved as you type.")
        )
        for label in (self._times, self._state):
            label.setProperty("role", "secondary")

    def _make_header(self) -> QFrame:
        header = QFrame(self)
        header.setObjectName("ticketHeader")
        inside = QVBoxLayout(header)
        inside.setContentsMargins(PANE_PADDING_PX, 9, PANE_PADDING_PX, 10)
        inside.setSpacing(8)
        inside.addLayout(self._first_row())
        inside.addWidget(self.title)
        return header

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        body = QVBoxLayout()
        pad = PANE_PADDING_PX
        body.setContentsMargins(pad, pad, pad, pad)
        body.addWidget(self.box)
        layout.addLayout(body, 1)

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._times)
        row.addSpacing(8)
        row.addWidget(self._state)
        row.addWidget(self.link)
        row.addStretch(1)
        for button in (self.make_ticket, self.add_to_ticket, self.delete):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.title.textChanged.connect(self._on_title_changed)
        self.title.left_down.connect(self.box.edit.setFocus)
        self.box.text_edited.connect(self.text_edited)
        self.box.files_changed.connect(self.files_changed)
        self.make_ticket.clicked.connect(self.ticket_wanted)
        self.add_to_ticket.clicked.connect(self.adding_wanted)
        self.delete.clicked.connect(self.deletion_wanted)
        self.link.clicked.connect(self._on_link_clicked)

    @Slot()
    def _on_title_changed(self) -> None:
        if not self._filling:
            self.text_edited.emit()

    @Slot()
    def _on_link_clicked(self) -> None:
        self.link_opened.emit(self._ticket_id)
