"""Between the editor of a message and the local file: what is typed is kept, then saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import words_for
from desktop.ticket.message_editor import MessageEditor
from desktop.ticket.message_layout import is_held_by
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import form_drafts
from models.commands import Command, EditMessage, Release
from models.ids import new_id
from models.perform import Performed
from models.rows import Actor, FormDraftRow, MessageRow


class Begun(msgspec.Struct, frozen=True):
    """A change that is being written, as it is kept: ``base`` is the text it began from."""

    message_id: str
    kind: str
    held: bool
    base: str
    html: str


class EditDesk(QObject):
    """Signals: ``opened()``, ``closed()``: the editor is to be shown or hidden;
    ``performed(Performed)``: a message was changed; ``told(str)`` with a sentence.

    A change that was begun is opened again with its ticket until it is saved or thrown away.
    """

    opened = Signal()
    closed = Signal()
    performed = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        editor: MessageEditor,
        reader: Reader,
        writer: CommandWriter,
        me: Actor,
        now_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._reader, self._writer = editor, reader, writer
        self._me, self._now_ms = me, now_ms
        self._ticket_id, self._draft_id = "", ""
        self._begun: Begun | None = None
        self._saving = False
        editor.saved.connect(self._on_saved)
        editor.closed.connect(self._on_closed)
        editor.draft_due.connect(self._on_draft_due)

    def show_ticket(self, ticket_id: str) -> None:
        """Another ticket: keep what is typed for the old one, open what was begun here."""
        if ticket_id == self._ticket_id:
            return
        self._editor.save_now()
        self._ticket_id, self._begun = ticket_id, None
        self.closed.emit()
        question = partial(form_drafts.newest, form=_form(ticket_id))
        self._reader.ask("ticket/edit", question, partial(self._on_kept, ticket_id))

    def edit(self, message: MessageRow) -> None:
        """Open a message; what was changed in another one stays open until it is decided about."""
        if self._begun is None or not self._editor.is_changed():
            self._drop(self._draft_id)
            self._draft_id = new_id()
            held = is_held_by(message, self._me.id)
            self._open(Begun(message.id, message.kind, held, message.html, message.html))
        elif self._begun.message_id != message.id:
            self._editor.say(self.tr("Save or cancel this change first."))
        self.opened.emit()
        self._editor.take_focus()

    def _on_kept(self, ticket_id: str, row: FormDraftRow | None) -> None:
        if row is None or ticket_id != self._ticket_id or self._begun is not None:
            return
        self._draft_id = row.id
        self._open(msgspec.json.decode(row.content, type=Begun))
        self.opened.emit()

    def _open(self, begun: Begun) -> None:
        self._begun = begun
        title = self.tr("Editing the held reply") if begun.held else self.tr("Editing the message")
        save = self.tr("Send") if begun.held else self.tr("Save")
        self._editor.edit(begun.kind, title, save, begun.base, begun.html)

    @Slot(str)
    def _on_draft_due(self, html: str) -> None:
        if self._begun is not None:
            content = msgspec.json.encode(msgspec.structs.replace(self._begun, html=html)).decode()
            form = _form(self._ticket_id)
            row = FormDraftRow(self._draft_id, form, "", content, self._now_ms())
            self._writer.write(partial(form_drafts.save, row=row))

    @Slot(str)
    def _on_saved(self, html: str) -> None:
        if self._begun is not None and not self._saving:
            self._saving = True
            command = edited(self._begun, html)
            done = partial(self._on_performed, self._draft_id)
            self._writer.submit(command, done, self._on_refused)

    def _on_performed(self, draft_id: str, performed: Performed) -> None:
        self._saving = False
        self._drop(draft_id)
        if draft_id == self._draft_id:
            self._begun = None
            self.closed.emit()
        self.performed.emit(performed)

    def _on_refused(self, error: Exception) -> None:
        self._saving = False
        self.told.emit(words_for(error))

    @Slot()
    def _on_closed(self) -> None:
        self._begun = None
        self._drop(self._draft_id)
        self.closed.emit()

    def _drop(self, draft_id: str) -> None:
        self._writer.write(partial(form_drafts.drop, id=draft_id))


def edited(begun: Begun, html: str) -> Command:
    """A held reply goes out with its new text, anything else is changed where it is."""
    if begun.held:
        return Release(id=begun.message_id, act="send", html=html)
    return EditMessage(id=begun.message_id, html=html, base=begun.base)


def _form(ticket_id: str) -> str:
    return f"edit:{ticket_id}"
