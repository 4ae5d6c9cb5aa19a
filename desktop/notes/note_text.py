"""What one note says, how it is read from the store, and how it is put there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import msgspec
from msgspec.structs import replace

from models.commands import FileRef, Put
from models.queries import notes
from models.richtext import to_plain
from models.rows import Actor, DraftRow, NoteRow

if TYPE_CHECKING:
    from models.database import Store

TEXT, TITLE = "memo", "memo_title"
_SNIPPET_LENGTH = 160


class AutosavedPut(Put, frozen=True, kw_only=True, tag="put"):
    """A note saved by itself: not an act that Ctrl+Z should take back one by one."""

    undoable: ClassVar[bool] = False


@dataclass(frozen=True)
class NoteText:
    """What a person can change of a note."""

    title: str = ""
    html: str = ""
    files: tuple[FileRef, ...] = ()

    def is_blank(self) -> bool:
        return not (self.title.strip() or self.html or self.files)


@dataclass(frozen=True)
class NoteItem:
    """A note as its list shows it; ``headline`` and ``snippet`` are plain text."""

    row: NoteRow
    headline: str
    snippet: str


@dataclass(frozen=True)
class NotesRead:
    """All notes, and those whose newest words were typed but never saved."""

    items: list[NoteItem]
    unsaved: list[NoteRow]


def read_notes(store: Store, me: Actor) -> NotesRead:
    """Everything that My notes shows; drafts newer than their note count as unsaved."""
    rows = notes.personal_notes(store, me)
    drafts = [row for row in notes.drafts(store) if row.kind in (TEXT, TITLE)]
    known = {row.id: row for row in rows}
    unsaved: dict[str, NoteRow] = {}
    for draft in drafts:
        before = unsaved.get(draft.ticket_id) or known.get(draft.ticket_id) or _born(draft)
        if draft.updated_at_ms >= before.updated_at_ms:
            change = {"title" if draft.kind == TITLE else "html": draft.html}
            unsaved[draft.ticket_id] = replace(before, **change)
    return NotesRead([item_of(row) for row in rows], list(unsaved.values()))


def item_of(row: NoteRow) -> NoteItem:
    """The first two lines of a note; without a title its first line is the headline."""
    plain = to_plain(row.html).replace("[x] ", "☑ ").replace("[ ] ", "☐ ")
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    headline = row.title.strip() or (lines.pop(0) if lines else "")
    return NoteItem(row, headline[:_SNIPPET_LENGTH], " ".join(lines)[:_SNIPPET_LENGTH])


def text_of(row: NoteRow) -> NoteText:
    """What the editor shows of a note."""
    files = tuple(
        FileRef(
            id=file.id,
            sha256=file.sha256,
            name=file.name,
            media_type=file.media_type,
            size_bytes=file.size_bytes,
        )
        for file in row.files
    )
    return NoteText(row.title, row.html, files)


def put_note(note_id: str, text: NoteText, at_ms: int, now_ms: int) -> AutosavedPut:
    """Save a note; ``at_ms`` is when it was begun."""
    listed = [msgspec.structs.asdict(file) for file in text.files]
    columns = {
        "title": text.title,
        "html": text.html,
        "files": json.dumps(listed, ensure_ascii=False),
        "at_ms": at_ms,
        "updated_at_ms": now_ms,
    }
    return AutosavedPut(entity="personal_note", id=note_id, set=columns)


def _born(draft: DraftRow) -> NoteRow:
    """A note that was begun and never saved."""
    return NoteRow(
        id=draft.ticket_id,
        title="",
        html="",
        at_ms=draft.updated_at_ms,
        updated_at_ms=0,
        files=(),
        unsent=True,
        ticket_id=None,
    )
