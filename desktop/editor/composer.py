"""Where replies and internal notes are written: two drafts for every ticket, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.editor.attachments_bar import AttachmentsBar
from desktop.editor.editor_frame import EditorFrame
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.editor.send_row import SendRow
from desktop.editor.sibling_strip import SiblingStrip
from desktop.theme import PANE_PADDING_PX
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.underlined_tabs import UnderlinedTabs
from desktop.work.draft_timer import DraftTimer
from models.commands import FileRef
from models.files import COPY_LIMIT_BYTES
from models.rows import SiblingDraft

KINDS = ("reply", "note")
_THUMBNAIL_PX = 26


@dataclass(frozen=True)
class Outgoing:
    """What is to be sent; ``done``: mark the ticket done as well."""

    ticket_id: str
    kind: str
    html: str
    files: tuple[FileRef, ...]
    done: bool


class Composer(QWidget):
    """Bound to one ticket at a time; what was typed for others is kept apart.

    Signals: ``draft_changed(ticket_id, kind, html)``: save this (empty html: nothing left),
    answer with ``draft_saved``; ``files_changed(ticket_id, kind, tuple[FileRef])``: keep that these
    go with the draft; ``sent(Outgoing)``: the text is gone from the field already,
    answer with ``confirm_sent`` or ``take_back``; ``file_given(ticket_id, kind, name, media_type,
    bytes)`` and ``path_given(ticket_id, kind, Path)``: keep these bytes, answer with
    ``add_file``; ``file_refused(str)`` with a sentence; ``typed()``: somebody writes; ``rested()``:
    the keyboard left a text; ``sibling_dropped(SiblingDraft)``: another device's draft may go.
    """

    draft_changed = Signal(str, str, str)
    files_changed = Signal(str, str, object)
    sent = Signal(object)
    file_given = Signal(str, str, str, str, object)
    path_given = Signal(str, str, object)
    file_refused = Signal(str)
    typed = Signal()
    rested = Signal()
    sibling_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ticket_id = ""
        self._recipient, self._advice = "", ""
        self._kept: dict[tuple[str, str], str] = {}
        self._files: dict[tuple[str, str], list[FileRef]] = {}
        self._pictures: dict[str, QImage] = {}
        self._loading = False
        self._tabs = UnderlinedTabs(38)
        self._tabs.setAccessibleName(self.tr("What to write"))
        self._tabs.add(self.tr("Reply to customer"), "send")
        self._tabs.add(self.tr("Internal note"), "lock")
        self._to = ElidedLabel()
        self._to.setProperty("role", "secondary")
        self._to.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._frames = {
            "reply": EditorFrame("reply", self.tr("Reply to customer")),
            "note": EditorFrame("note", self.tr("Internal note")),
        }
        self._timers = {kind: DraftTimer(self) for kind in KINDS}
        self._siblings = SiblingStrip()
        self._stack = QStackedWidget()
        self._attachments = AttachmentsBar()
        self._send_row = SendRow()
        self._lay_out()
        self._connect()
        self._on_tab_changed(0)

    # for the pane around

    def show_ticket(self, ticket_id: str, recipient: str) -> None:
        """Bind to another ticket; what waits for the old one is given out to be saved first."""
        if ticket_id == self._ticket_id:
            self._recipient = recipient
            self._show_recipient()
            return
        self.save_now()
        self._ticket_id, self._recipient = ticket_id, recipient
        for kind in KINDS:
            self._set_text(kind, self._kept.get((ticket_id, kind), ""))
        self._siblings.show_siblings(())
        self._send_row.show_saved(False)
        self._show_recipient()
        self._show_files()

    def show_advice(self, words: str) -> None:
        """What is good to know before a reply is written; empty for nothing."""
        self._advice = words
        self._show_recipient()

    def show_drafts(self, ticket_id: str, drafts: dict[str, str]) -> None:
        """What the store holds for the ticket; a text touched since it was opened stays.

        The tab turns to the only draft there is, unless somebody is about to type.
        """
        if ticket_id != self._ticket_id:
            return
        for kind, html in drafts.items():
            if (ticket_id, kind) not in self._kept and self.editor(kind).is_blank() and html:
                self._set_text(kind, html)
        written = [kind for kind in KINDS if self._has_something(kind)]
        if len(written) == 1 and not self.editor(self.kind()).hasFocus():
            self._tabs.setCurrentIndex(KINDS.index(written[0]))
        self._send_row.show_saved(bool(drafts.get(self.kind())))

    def show_siblings(self, ticket_id: str, siblings: Sequence[SiblingDraft]) -> None:
        """What was begun for the ticket on other devices; one's own text stays as it is."""
        if ticket_id == self._ticket_id:
            self._siblings.show_siblings(siblings)

    def show_kept_files(self, ticket_id: str, kind: str, files: Sequence[FileRef]) -> None:
        """Files that the store holds for a draft; what was given or taken off here stays."""
        self._files.setdefault((ticket_id, kind), list(files))
        self._show_files()

    def show_picture(self, sha256: str, picture: QImage | None) -> None:
        """What a file looks like; None if its bytes are no picture or not here."""
        if picture is not None:
            self._pictures[sha256] = _thumbnail(picture)
            self._show_files()

    def draft_saved(self, ticket_id: str, kind: str) -> None:
        """The store has the newest text of this draft."""
        if ticket_id != self._ticket_id:
            self._kept.pop((ticket_id, kind), None)
        elif kind == self.kind():
            waiting = self._timers[kind].is_waiting()
            self._send_row.show_saved(not waiting and self._has_something(kind))

    def confirm_sent(self, out: Outgoing) -> None:
        """It is in the outbox; its draft may go, unless something new was typed meanwhile."""
        if out.files:
            self._tell_files(out.ticket_id, out.kind)
        self.draft_changed.emit(out.ticket_id, out.kind, self._text_of(out.ticket_id, out.kind))

    def take_back(self, out: Outgoing) -> None:
        """It was refused: the text returns, before what was typed since."""
        html = out.html + self._text_of(out.ticket_id, out.kind)
        self._files[out.ticket_id, out.kind] = [
            *out.files,
            *self._files.get((out.ticket_id, out.kind), []),
        ]
        if out.ticket_id == self._ticket_id:
            self._set_text(out.kind, html)
            self._show_files()
        else:
            self._kept[out.ticket_id, out.kind] = html

    def forget(self, ticket_id: str) -> None:
        """Another composer has the ticket now; what only waits here is given out to be saved."""
        for kind in KINDS:
            self._files.pop((ticket_id, kind), None)
            if html := self._kept.pop((ticket_id, kind), ""):
                self.draft_changed.emit(ticket_id, kind, html)

    def save_now(self) -> None:
        """Give out what is not saved yet; called before closing as well."""
        for timer in self._timers.values():
            timer.fire()

    def add_file(self, ticket_id: str, kind: str, file: FileRef, picture: QImage | None) -> None:
        """The bytes are kept; show the file as a chip, with a picture if it is one."""
        self._files.setdefault((ticket_id, kind), []).append(file)
        self.show_picture(file.sha256, picture)
        self._show_files()
        self._tell_files(ticket_id, kind)

    def open_kind(self, kind: str) -> None:
        """Turn to the reply or the note and put the cursor there."""
        self._tabs.setCurrentIndex(KINDS.index(kind))
        self.editor(kind).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def insert_answer(self, html: str) -> None:
        """Put an article's text into the reply at the cursor."""
        self.open_kind("reply")
        self.editor("reply").insert_canonical_html(html)

    def show_present(self, words: str, *, typing: bool) -> None:
        """Who else has this ticket open."""
        self._send_row.show_present(words, typing=typing)

    def kind(self) -> str:
        return KINDS[self._tabs.currentIndex()]

    def editor(self, kind: str) -> RichTextEdit:
        return self._frames[kind].editor

    def focus_text(self) -> None:
        """Put the cursor into the text that is open."""
        self.editor(self.kind()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._tabs)
        top.addWidget(self._to, 1)
        for frame in self._frames.values():
            self._stack.addWidget(frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 0, PANE_PADDING_PX, 10)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._siblings)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._attachments)
        layout.addWidget(self._send_row)
        layout.setSpacing(0)
        layout.insertSpacing(3, 0)
        layout.insertSpacing(5, 8)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._attachments.remove_requested.connect(self._on_remove_requested)
        self._send_row.send_chosen.connect(self._on_send_chosen)
        self._siblings.use_chosen.connect(self._on_use_chosen)
        self._siblings.drop_chosen.connect(self.sibling_dropped)
        for kind, frame in self._frames.items():
            self._connect_frame(kind, frame)

    def _connect_frame(self, kind: str, frame: EditorFrame) -> None:
        editor, timer = frame.editor, self._timers[kind]
        editor.textChanged.connect(lambda: self._on_typed(kind))
        editor.submitted.connect(lambda: self._send(kind, done=False))
        editor.submitted_and_done.connect(lambda: self._send(kind, done=True))
        editor.image_pasted.connect(lambda data: self._give_image(kind, data))
        editor.files_dropped.connect(lambda paths: self._give_paths(kind, paths))
        frame.bar.file_wanted.connect(lambda: self._ask_for_files(kind))
        frame.left.connect(self.rested)
        timer.due.connect(lambda: self._emit_draft(kind))

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        self.save_now()
        self._stack.setCurrentIndex(index)
        self._send_row.show_kind(KINDS[index])
        self._send_row.show_saved(False)
        self._show_recipient()
        self._show_files()

    def _on_typed(self, kind: str) -> None:
        if not self._loading:
            self._timers[kind].touch()
            self._send_row.show_saved(False)
            self.typed.emit()
        self._show_sendable()

    @Slot(object)
    def _on_use_chosen(self, sibling: SiblingDraft) -> None:
        """Its text stands below what is there; Ctrl+Z takes it out again."""
        self.open_kind(sibling.kind)
        editor = self.editor(sibling.kind)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        if not editor.is_blank():
            editor.textCursor().insertBlock()
        editor.insert_canonical_html(sibling.html)
        self._timers[sibling.kind].fire()

    def _emit_draft(self, kind: str) -> None:
        html = self.editor(kind).canonical_html()
        self._kept[self._ticket_id, kind] = html
        self.draft_changed.emit(self._ticket_id, kind, html)

    @Slot(bool)
    def _on_send_chosen(self, done: bool) -> None:
        self.focus_text()  # the button that was pressed can't keep the keyboard
        self._send(self.kind(), done=done)

    def _send(self, kind: str, *, done: bool) -> None:
        editor, files = self.editor(kind), self._shown_files(kind)
        html = "" if editor.is_blank() else editor.canonical_html()
        if not self._ticket_id or not (html or files):
            return
        out = Outgoing(self._ticket_id, kind, html, tuple(files), done)
        self._timers[kind].stop()
        self._files[self._ticket_id, kind] = []
        self._kept[self._ticket_id, kind] = ""
        self._set_text(kind, "")
        self._show_files()
        self.sent.emit(out)

    def _set_text(self, kind: str, html: str) -> None:
        self._loading = True
        self.editor(kind).set_canonical_html(html)
        self._loading = False
        self._timers[kind].stop()
        self._show_sendable()

    def _text_of(self, ticket_id: str, kind: str) -> str:
        if ticket_id == self._ticket_id:
            return self.editor(kind).canonical_html()
        return self._kept.get((ticket_id, kind), "")

    def _shown_files(self, kind: str) -> list[FileRef]:
        return self._files.get((self._ticket_id, kind), [])

    def _show_recipient(self) -> None:
        note = self.tr("Only colleagues see this")
        to = self.tr("to %1").replace("%1", self._recipient) if self._recipient else ""
        reply = " · ".join(filter(None, (self._advice, to)))
        self._to.setText(note if self.kind() == "note" else reply)

    def _show_files(self) -> None:
        self._attachments.show_files(self._shown_files(self.kind()), self._pictures)
        self._show_sendable()

    def _show_sendable(self) -> None:
        kind = self.kind()
        self._send_row.set_sendable(self._has_something(kind) and bool(self._ticket_id))
        filled = [each for each in KINDS if not self.editor(each).is_blank()]
        self._siblings.show_own(kind, filled)

    def _has_something(self, kind: str) -> bool:
        return not self.editor(kind).is_blank() or bool(self._shown_files(kind))

    def _tell_files(self, ticket_id: str, kind: str) -> None:
        self.files_changed.emit(ticket_id, kind, tuple(self._files.get((ticket_id, kind), ())))

    @Slot(str)
    def _on_remove_requested(self, file_id: str) -> None:
        files = self._shown_files(self.kind())
        files[:] = [file for file in files if file.id != file_id]
        self._show_files()
        self._tell_files(self._ticket_id, self.kind())
        self.focus_text()

    def _ask_for_files(self, kind: str) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        self._give_paths(kind, [Path(name) for name in names])

    def _give_image(self, kind: str, data: bytes) -> None:
        name = self.tr("Screenshot %1.png").replace("%1", f"{datetime.now():%Y-%m-%d %H-%M-%S}")
        self.file_given.emit(self._ticket_id, kind, name, "image/png", data)

    def _give_paths(self, kind: str, paths: list[Path]) -> None:
        for path in paths:
            try:
                if path.stat().st_size > COPY_LIMIT_BYTES:
                    words = self.tr("“%1” is larger than 2 GB and was not attached.")
                    self.file_refused.emit(words.replace("%1", path.name))
                    continue
            except OSError:
                words = self.tr("“%1” can't be read and was not attached.")
                self.file_refused.emit(words.replace("%1", path.name))
                continue
            self.path_given.emit(self._ticket_id, kind, path)


def _thumbnail(picture: QImage) -> QImage:
    """The middle square, at twice the size it is shown for sharp screens."""
    side = min(picture.width(), picture.height())
    left, top = (picture.width() - side) // 2, (picture.height() - side) // 2
    square = picture.copy(left, top, side, side)
    smooth = Qt.TransformationMode.SmoothTransformation
    return square.scaled(2 * _THUMBNAIL_PX, 2 * _THUMBNAIL_PX, mode=smooth)
