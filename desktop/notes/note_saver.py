"""Keeps a note while it is being written.

Two timers. Within a second of a keystroke the text lies on disk as a local draft, so that a crash
costs a second at most. After a pause of two seconds, or when the note is left, one command saves
it and goes to the server, so that typing does not flood the outbox.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.notes.note_text import TEXT, TITLE, NoteText, put_note
from desktop.work.writer import CommandWriter
from models.drafts import drop_draft, save_draft
from models.perform import Performed

if TYPE_CHECKING:
    from models.database import Store

DRAFT_AFTER_MS = 500
SAVE_AFTER_MS = 2_000


class NoteSaver(QObject):
    """Serves one note at a time, whose text ``read`` tells when it is needed.

    Signals: ``saved(str)`` with the note's id, ``failed(Exception)``.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        writer: CommandWriter,
        now_ms: Callable[[], int],
        read: Callable[[], NoteText],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer, self._now_ms, self._read = writer, now_ms, read
        self._note_id, self._at_ms = "", 0
        self._kept: NoteText | None = None
        self._touched = False
        self._put_at_ms: set[int] = set()
        self._draft_timer = self._timer(DRAFT_AFTER_MS, self._save_draft)
        self._save_timer = self._timer(SAVE_AFTER_MS, self.settle)

    def open(self, note_id: str, at_ms: int, text: NoteText) -> None:
        """Begin with a note as it is saved; what was open before has been settled or forgotten."""
        self._note_id, self._at_ms, self._kept = note_id, at_ms, text
        self._touched = False
        self._put_at_ms.clear()

    def is_dirty(self) -> bool:
        """Whether there may be words that no command has saved yet."""
        return self._touched

    def is_own(self, updated_at_ms: int) -> bool:
        """Whether the open note got this time from here, not from another window or computer."""
        return updated_at_ms in self._put_at_ms

    @Slot()
    def touch(self) -> None:
        """The person changed the text."""
        self._touched = True
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._save_timer.start()

    @Slot()
    def settle(self) -> None:
        """Save now, if there is anything new."""
        self._stop()
        if not self._note_id or not self._touched:
            return
        text, self._touched = self._read(), False
        if text == self._kept:
            self._drop(self._note_id)
            self.saved.emit(self._note_id)
            return
        self._kept = text
        now_ms = self._now_ms()
        self._put_at_ms.add(now_ms)
        command = put_note(self._note_id, text, self._at_ms, now_ms)
        done = partial(self._on_saved, self._note_id)
        self._writer.submit(command, done, partial(self._on_failed, self._note_id, text))

    def forget(self) -> None:
        """The note was deleted: nothing of it is to be saved any more."""
        self._stop()
        note_id, self._note_id, self._touched = self._note_id, "", False
        if note_id:
            self._drop(note_id)

    @Slot()
    def _save_draft(self) -> None:
        self._write_draft(self._note_id, self._read())

    def _write_draft(self, note_id: str, text: NoteText) -> None:
        now_ms = self._now_ms()
        self._writer.write(partial(_save, note_id=note_id, text=text, now_ms=now_ms))

    def _drop(self, note_id: str) -> None:
        self._writer.write(partial(drop_drafts, note_id=note_id))

    def _on_saved(self, note_id: str, performed: Performed) -> None:
        """The draft is needed no more, unless typing went on meanwhile."""
        if note_id != self._note_id or not self._touched:
            self._drop(note_id)
        self.saved.emit(note_id)

    def _on_failed(self, note_id: str, text: NoteText, error: Exception) -> None:
        """The draft stands, and the next change, leaving or start tries again."""
        if note_id == self._note_id:
            self._kept, self._touched = None, True
        else:
            self._write_draft(note_id, text)
        self.failed.emit(error)

    def _stop(self) -> None:
        self._draft_timer.stop()
        self._save_timer.stop()

    def _timer(self, after_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer


def _save(store: Store, note_id: str, text: NoteText, now_ms: int) -> None:
    save_draft(store, note_id, TITLE, text.title, now_ms)
    save_draft(store, note_id, TEXT, text.html, now_ms)


def drop_drafts(store: Store, note_id: str) -> None:
    """What was typed is saved: the local drafts of the note are needed no more."""
    drop_draft(store, note_id, TITLE)
    drop_draft(store, note_id, TEXT)
