"""What a new ticket begins with, and the commands by which a note of My notes becomes work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from models.commands import AddNote, FileRef
from models.ids import new_id
from models.richtext import to_plain
from models.rows import FileRow, NoteRow

_SUBJECT_LENGTH = 120


@dataclass(frozen=True)
class TicketStart:
    """Content for the form. With ``written_at_ms`` it is a note of ours from that moment."""

    subject: str = ""
    html: str = ""
    files: tuple[FileRef, ...] = ()
    written_at_ms: int | None = None


def start_from_note(note: NoteRow) -> TicketStart:
    """A form with the note's text and files; it keeps the time at which it was written."""
    return TicketStart(
        subject=first_line(note.title or to_plain(note.html)),
        html=note.html,
        files=file_refs(note.files),
        written_at_ms=note.at_ms,
    )


def note_for_ticket(note: NoteRow, ticket_id: str) -> AddNote:
    """The note as an internal note of a ticket, dated as it was written."""
    heading = f"<p><strong>{escape(note.title, quote=False)}</strong></p>" if note.title else ""
    return AddNote(
        ticket_id=ticket_id,
        html=heading + note.html,
        written_at_ms=note.at_ms,
        files=file_refs(note.files),
    )


def file_refs(files: Sequence[FileRow]) -> tuple[FileRef, ...]:
    """The same bytes under new ids, since each row of a message's files is its own."""
    return tuple(
        FileRef(
            id=new_id(),
            sha256=file.sha256,
            name=file.name,
            media_type=file.media_type,
            size_bytes=file.size_bytes,
        )
        for file in files
    )


def first_line(text: str) -> str:
    """The first line with words in it, short enough for a subject."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= _SUBJECT_LENGTH:
        return line
    return line[:_SUBJECT_LENGTH].rsplit(" ", 1)[0] + " …"


def html_of(text: str) -> str:
    """Plain text as paragraphs of the canonical form."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)
