"""Keeps forms that are being filled in, and forgets them once their ticket is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import form_drafts
from models.commands import CreateTicket
from models.commands.messages import AddMessage
from models.perform import Performed
from models.rows import FormDraftRow


class FormDrafts(QObject):
    """Reads through the reader, writes through the writer, in order with everything else.

    Signals: ``closing()``: the window closes, save what waits.
    """

    closing = Signal()

    def __init__(
        self,
        reader: Reader,
        writer: CommandWriter,
        now_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._writer, self.now_ms = reader, writer, now_ms
        self._becoming: dict[str, str] = {}
        writer.performed.connect(self._on_performed)

    def ask_newest(self, form: str, answer: Callable[[FormDraftRow | None], None]) -> None:
        """What was begun last and is still undecided."""
        question = partial(form_drafts.newest, form=form)
        self._reader.ask(f"form draft {form}", question, answer)

    def save(self, row: FormDraftRow) -> None:
        self._writer.write(partial(form_drafts.save, row=row))

    def drop(self, draft_id: str) -> None:
        self._writer.write(partial(form_drafts.drop, id=draft_id))

    def drop_with(self, draft_id: str, made_id: str) -> None:
        """Forget the form as soon as its ticket or message is made; if that is refused it stays."""
        self._becoming[made_id] = draft_id

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        command = performed.command
        if isinstance(command, CreateTicket | AddMessage) and command.id in self._becoming:
            self.drop(self._becoming.pop(command.id))
