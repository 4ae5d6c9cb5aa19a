"""What was written here and never reached the server, as a readable page for its author.

For a computer that is to forget everything: texts of changes that wait or were refused, drafts,
forms that were begun. One HTML page in UTF-8 with the files beside it.
"""

from __future__ import annotations

import datetime
import html
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from models import files, records
from models.commands import FileRef
from models.commands.records import named_files
from models.database import Store
from models.drafts import draft_files
from models.errors import NotFound, Refused, StoreFull, StoreReadOnly
from models.queries.status import QUIET
from models.richtext import sanitize

UNSENT_STATES = "('queued', 'sending', 'held', 'refused')"
NO_WORDS = ("kind", "id", "sha256", "media_type", "entity", "scope", "base", "form", "language")
SHORT = ("subject", "title", "name", "text", "words", "comment", "question", "reason", "value")
WORDS = {
    "en": {
        "title": "What was not sent",
        "add_reply": "Reply",
        "add_note": "Internal note",
        "add_call": "Call",
        "create_ticket": "New ticket",
        "personal_note": "Note of My notes",
        "draft": "Draft",
        "form": "A form that was begun",
        "other": "Change",
        "absent": "not on this computer",
    },
    "ru": {
        "title": "Что не было отправлено",
        "add_reply": "Ответ",
        "add_note": "Внутренняя заметка",
        "add_call": "Звонок",
        "create_ticket": "Новая заявка",
        "personal_note": "Из «Моих заметок»",
        "draft": "Черновик",
        "form": "Начатая форма",
        "other": "Изменение",
        "absent": "нет на этом компьютере",
    },
    "bg": {
        "title": "Какво не беше изпратено",
        "add_reply": "Отговор",
        "add_note": "Вътрешна бележка",
        "add_call": "Обаждане",
        "create_ticket": "Нова заявка",
        "personal_note": "От „Моите бележки“",
        "draft": "Чернова",
        "form": "Започнат формуляр",
        "other": "Промяна",
        "absent": "няма го на този компютър",
    },
}


@dataclass
class Text:
    """One text: ``what`` is a key of WORDS, ``parts`` are HTML."""

    what: str
    at_ms: int
    ticket_id: str | None = None
    parts: list[str] = field(default_factory=list)
    attached: list[FileRef] = field(default_factory=list)

    def take(self, value: Any, key: str = "") -> None:
        """Everything somebody may have typed, wherever it stands in ``value``."""
        if isinstance(value, dict):
            if "sha256" in value and "name" in value:
                self._attach([value])
                return
            for name, each in value.items():
                if name not in NO_WORDS and not name.endswith("_id"):
                    self.take(each, name)
        elif isinstance(value, list):
            for each in value:
                self.take(each, key)
        elif isinstance(value, str) and value.strip():
            self._take_text(value, key)

    def _take_text(self, value: str, key: str) -> None:
        if key == "files":
            self.attached += named_files(value)
        elif key == "html":
            self.parts.append(sanitize(value))
        elif key in SHORT or any(map(str.isspace, value)):
            self.parts.append(f"<p>{html.escape(value, quote=False)}</p>".replace("\n", "<br>"))

    def _attach(self, listed: list[Any]) -> None:
        try:
            self.attached += msgspec.convert(listed, list[FileRef])
        except msgspec.ValidationError:
            return


def texts(store: Store) -> list[Text]:
    """All of them, oldest first."""
    found = [*_changes(store), *_drafts(store), *_forms(store)]
    written = [text for text in found if text.parts or text.attached]
    return sorted(written, key=lambda text: text.at_ms)


def _changes(store: Store) -> Iterator[Text]:
    """A note of My notes counts once, as it stands now, however often it was saved."""
    notes: set[str] = set()
    query = (
        "SELECT kind, payload, ticket_id, at_ms FROM outbox "
        f"WHERE kind NOT IN {QUIET} AND state IN {UNSENT_STATES} ORDER BY mid"
    )
    for kind, payload, ticket_id, at_ms in store.sql(query):
        change = msgspec.json.decode(payload)
        text = Text(kind, at_ms, ticket_id)
        if kind == "put" and change.get("entity") == "personal_note":
            if change["id"] in notes:
                continue
            notes.add(change["id"])
            text.what = "personal_note"
            row = records.get(store, "personal_note", change["id"]) or change.get("set", {})
            change = {name: row.get(name) for name in ("title", "html", "files")}
        text.take(change)
        yield text


def _drafts(store: Store) -> Iterator[Text]:
    query = "SELECT ticket_id, kind, html, updated_at_ms FROM own_draft"
    for ticket_id, kind, content, at_ms in store.sql(query):
        text = Text("draft", at_ms, ticket_id)
        text.take({"html": content})
        text.attached += draft_files(store, ticket_id, kind)
        yield text


def _forms(store: Store) -> Iterator[Text]:
    for title, content, at_ms in store.sql("SELECT title, content, at_ms FROM form_draft"):
        text = Text("form", at_ms)
        text.take(title, "title")
        try:
            text.take(msgspec.json.decode(content))
        except msgspec.DecodeError:
            text.take(content, "text")
        yield text


def export(store: Store, kept_files: Path, target: Path, language: str) -> Path | None:
    """Write the page and copies of the files into a new folder; None when there is nothing.

    The folder is ``target``, or that with a number when it is there. It is whole and on the disk
    when this returns. Raises StoreFull or StoreReadOnly.
    """
    found = texts(store)
    if not found:
        return None
    partial = target.with_name(f"{target.name}.part")
    with files.disk_errors():
        if partial.exists():  # of a process that was killed
            shutil.rmtree(partial)
        try:
            partial.mkdir(parents=True)
            page = _Page(store, kept_files, partial, WORDS.get(language, WORDS["en"]))
            _write(partial / "unsent.html", page.whole(found).encode())
            files.sync_folder(partial)
            target = _free(target)
            partial.rename(target)
        except (OSError, StoreFull, StoreReadOnly):
            shutil.rmtree(partial, ignore_errors=True)
            raise
        files.sync_folder(target.parent)
    return target


@dataclass
class _Page:
    store: Store
    kept_files: Path
    target: Path
    words: dict[str, str]

    def whole(self, found: list[Text]) -> str:
        title = self.words["title"]
        style = "body{font-family:sans-serif;max-width:46em;margin:2em auto}"
        parts = "\n".join(self._text(text) for text in found)
        return (
            f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{style}</style></head>\n<body><h1>{title}</h1>\n{parts}\n</body></html>\n"
        )

    def _text(self, text: Text) -> str:
        at = datetime.datetime.fromtimestamp(text.at_ms / 1000).astimezone()
        what = self.words.get(text.what, self.words["other"])
        listed = "".join(f"<li>{self._file(file)}</li>" for file in text.attached)
        return (
            f"<hr><h2>{html.escape(self._ticket(text.ticket_id) or what)}</h2>\n"
            f"<p><small>{what}, {at:%Y-%m-%d %H:%M %Z}</small></p>\n"
            + "\n".join(text.parts)
            + (f"<ul>{listed}</ul>" if listed else "")
        )

    def _ticket(self, id: str | None) -> str:
        row = records.get(self.store, "ticket", id) if id else None
        return f"#{row['number'] or row['alias']} {row['subject']}" if row else ""

    def _file(self, file: FileRef) -> str:
        """A copy beside the page, by a name that no other has."""
        shown = html.escape(file.name)
        name = f"{file.sha256[:8]}-{Path(file.name.replace(chr(92), '/')).name[-80:] or 'file'}"
        try:
            files.copy_out(self.kept_files, file.sha256, self.target / name)
        except (NotFound, Refused):
            return f"{shown} ({self.words['absent']})"
        return f'<a href="{html.escape(name)}">{shown}</a>'


def _free(wanted: Path) -> Path:
    """This name, or with the next number that is free."""
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.name}-{number}")
    return free


def _write(target: Path, data: bytes) -> None:
    with target.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
