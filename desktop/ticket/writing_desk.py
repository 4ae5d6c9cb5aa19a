"""Between the composer and the local file: drafts, files, and what is sent."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desktop.editor.composer import Composer, Outgoing
from desktop.errors import words_for
from desktop.ticket.image_store import decode
from desktop.work.delivery import Delivery
from desktop.work.draft_timer import DraftTimer
from desktop.work.kept_file import keep_file, keep_path
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import files
from models.commands import AddNote, AddReply, Command, DraftDrop, FileRef, SetTicket
from models.drafts import drop_draft, save_draft, save_draft_files
from models.errors import DeskError
from models.ids import new_id
from models.perform import Performed
from models.queries.notes import draft
from models.rows import SiblingDraft
from models.shared_drafts import share_drafts

if TYPE_CHECKING:
    from models.database import Store

SHARE_PAUSE_MS, SHARE_LONGEST_MS = 5_000, 30_000
"""How long one's other devices may wait for what is being typed here."""
Kept = tuple[FileRef, QImage | None]


class WritingDesk(QObject):
    """Signals: ``acted(Performed)`` for a reply or note that was added; ``command_requested``
    for marking done after it and for a draft to be dropped; ``drafts_changed(str)``: this ticket
    has a draft more or fewer; ``told(str)`` with a sentence for the person."""

    acted = Signal(object)
    command_requested = Signal(object)
    drafts_changed = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        composer: Composer,
        reader: Reader,
        writer: CommandWriter,
        now_ms: Callable[[], int],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._composer, self._reader, self._writer = composer, reader, writer
        self._now_ms, self._folder = now_ms, folder
        self._delivery = Delivery(self)
        self._drafted: dict[tuple[str, str], bool] = {}
        self._sharing = DraftTimer(self, pause_ms=SHARE_PAUSE_MS, longest_ms=SHARE_LONGEST_MS)
        composer.draft_changed.connect(self._on_draft_changed)
        composer.files_changed.connect(self._on_files_changed)
        composer.sent.connect(self._on_sent)
        composer.file_given.connect(self._on_file_given)
        composer.path_given.connect(self._on_path_given)
        composer.file_refused.connect(self.told)
        composer.sibling_dropped.connect(self._on_sibling_dropped)
        composer.rested.connect(self.share_now)
        self._sharing.due.connect(self._share)

    def show_kept(
        self, ticket_id: str, drafts: dict[str, str], files: Mapping[str, tuple[FileRef, ...]]
    ) -> None:
        """What the store holds for the ticket that was opened; pictures of files come later."""
        for kind, kept in files.items():
            self._composer.show_kept_files(ticket_id, kind, kept)
            for file in kept:
                if file.media_type.startswith("image/"):
                    question = partial(_kept_picture, folder=self._folder, sha256=file.sha256)
                    answer = partial(self._composer.show_picture, file.sha256)
                    self._reader.ask(f"kept/{file.id}", question, answer)
        self._composer.show_drafts(ticket_id, drafts)
        self._share()

    def forget(self, ticket_id: str) -> None:
        """Somebody else knows now whether this ticket has drafts."""
        for kind in ("reply", "note"):
            self._drafted.pop((ticket_id, kind), None)

    @Slot()
    def share_now(self) -> None:
        """Save what is typed, and tell one's other devices if they don't know it yet."""
        self._composer.save_now()
        self._sharing.fire()

    @Slot()
    def _share(self) -> None:
        """Also what an end in the middle left untold."""
        self._writer.run(partial(share_drafts, device=platform.node()))

    @Slot(object)
    def _on_sibling_dropped(self, sibling: SiblingDraft) -> None:
        seen_at_ms = sibling.updated_at_ms
        drop = DraftDrop(id=sibling.id, ticket_id=sibling.ticket_id, seen_at_ms=seen_at_ms)
        self.command_requested.emit(drop)

    @Slot(str, str, str)
    def _on_draft_changed(self, ticket_id: str, kind: str, html: str) -> None:
        """Written in order with everything else; only then the composer says "Draft saved"."""
        now_ms = self._now_ms()

        def act(store: Store) -> None:
            if html:
                save_draft(store, ticket_id, kind, html, now_ms)
            else:
                drop_draft(store, ticket_id, kind)
            self._tell_written(store, ticket_id, kind)

        self._writer.write(act)
        self._sharing.touch()

    @Slot(str, str, object)
    def _on_files_changed(self, ticket_id: str, kind: str, files: tuple[FileRef, ...]) -> None:
        now_ms = self._now_ms()

        def act(store: Store) -> None:
            save_draft_files(store, ticket_id, kind, files, now_ms)
            self._tell_written(store, ticket_id, kind)

        self._writer.write(act)
        self._sharing.touch()

    def _tell_written(self, store: Store, ticket_id: str, kind: str) -> None:
        """On the writer's thread."""
        is_there = draft(store, ticket_id, kind) is not None
        self._delivery.send(partial(self._on_draft_written, ticket_id, kind, is_there))

    def _on_draft_written(self, ticket_id: str, kind: str, filled: bool) -> None:
        self._composer.draft_saved(ticket_id, kind)
        if self._drafted.get((ticket_id, kind)) != filled:
            self._drafted[ticket_id, kind] = filled
            self.drafts_changed.emit(ticket_id)

    @Slot(object)
    def _on_sent(self, out: Outgoing) -> None:
        done = partial(self._on_added, out)
        refused = partial(self._on_refused, out)
        self._writer.submit(message_command(out, self._now_ms()), done, refused)

    def _on_added(self, out: Outgoing, performed: Performed) -> None:
        self._composer.confirm_sent(out)
        self._sharing.fire()
        self.acted.emit(performed)
        if out.done:
            self.command_requested.emit(SetTicket(id=out.ticket_id, set={"status": "done"}))

    def _on_refused(self, out: Outgoing, error: Exception) -> None:
        self._composer.take_back(out)
        self.told.emit(words_for(error))

    @Slot(str, str, str, str, object)
    def _on_file_given(
        self, ticket_id: str, kind: str, name: str, media_type: str, data: bytes
    ) -> None:
        self._keep(ticket_id, kind, lambda: keep_shown(self._folder, name, media_type, data))

    @Slot(str, str, object)
    def _on_path_given(self, ticket_id: str, kind: str, path: Path) -> None:
        self._keep(ticket_id, kind, lambda: keep_path_shown(self._folder, path))

    def _keep(self, ticket_id: str, kind: str, keep: Callable[[], Kept]) -> None:
        def work(_: object) -> Kept | DeskError:
            try:
                return keep()
            except DeskError as error:
                return error

        answer = partial(self._on_kept, ticket_id, kind)
        self._reader.ask(f"keep/{new_id()}", work, answer)

    def _on_kept(self, ticket_id: str, kind: str, kept: Kept | DeskError) -> None:
        if isinstance(kept, DeskError):
            self.told.emit(words_for(kept))
        else:
            self._composer.add_file(ticket_id, kind, *kept)


def keep_shown(folder: Path, name: str, media_type: str, data: bytes) -> Kept:
    """Keep the bytes; with a picture to show when they are one."""
    file = keep_file(folder, data, name, media_type)
    return file, decode(data) if file.media_type.startswith("image/") else None


def _kept_picture(_: object, folder: Path, sha256: str) -> QImage | None:
    try:
        return decode(files.read(folder, sha256))
    except DeskError:
        return None


def keep_path_shown(folder: Path, path: Path) -> Kept:
    """The same for a file of any size; a picture is shown when it fits into memory."""
    file = keep_path(folder, path)
    shown = file.media_type.startswith("image/") and file.size_bytes <= files.LIMIT_BYTES
    return file, decode(files.read(folder, file.sha256)) if shown else None


def message_command(out: Outgoing, now_ms: int) -> Command:
    """The reply or note as a command, with the time at which it was written."""
    make = AddNote if out.kind == "note" else AddReply
    return make(
        ticket_id=out.ticket_id,
        html=out.html,
        files=out.files,
        written_at_ms=now_ms,
        at_client_ms=now_ms,
    )
