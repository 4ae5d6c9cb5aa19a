"""What was said and done on a ticket, as rows of a list; events in a row make one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.field_words import kind_words, time_words
from desktop.ticket.words import (
    by_channel_words,
    delivery_words,
    edited_words,
    event_words,
    held_words,
    sent_time_words,
    unsent_words,
    upload_words,
)
from models.richtext import to_plain
from models.rows import ConversationItem, EventRow, MessageRow

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SPOKEN_CHARS, _MOST_EVENTS = 400, 12
_OF_STATUS = ("wake_at_ms", "waiting_for")
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Events with no message between them, oldest first; the id is that of the first."""

    id: str
    events: tuple[EventRow, ...]


Entry = MessageRow | EventGroup


class ConversationModel(QAbstractListModel):
    """Rows are MessageRow or EventGroup under ITEM_ROLE, oldest first. Never asks a store.

    ``me_id`` is the agent who looks.
    """

    def __init__(self, parent: QObject | None = None, me_id: str = "") -> None:
        super().__init__(parent)
        self._me_id = me_id
        self._entries: list[Entry] = []

    def show_items(self, items: Sequence[ConversationItem]) -> None:
        """Show these; rows that stay keep their place, so selection and scroll stay too."""
        new = gathered(items)
        old = self._entries
        start = _common(old, new)
        end = min(_common(old[start:][::-1], new[start:][::-1]), len(old) - start)
        self._remove(start, len(old) - end)
        self._insert(start, new[start : len(new) - end])
        for row, entry in enumerate(new):
            if self._entries[row] != entry:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def row_of(self, entry_id: str) -> int:
        """Where this row is, or -1."""
        return next((row for row, e in enumerate(self._entries) if e.id == entry_id), -1)

    def has_file(self, sha256: str) -> bool:
        return any(
            file.sha256 == sha256
            for entry in self._entries
            if isinstance(entry, MessageRow)
            for file in entry.files
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ITEM_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(entry, self._me_id)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, EventGroup):
            singly = (EventGroup(event.id, (event,)) for event in entry.events)
            return "\n".join(map(group_words, singly))
        return None

    def _remove(self, start: int, end: int) -> None:
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._entries[start:end]
            self.endRemoveRows()

    def _insert(self, start: int, entries: list[Entry]) -> None:
        if entries:
            self.beginInsertRows(QModelIndex(), start, start + len(entries) - 1)
            self._entries[start:start] = entries
            self.endInsertRows()


def gathered(items: Sequence[ConversationItem]) -> list[Entry]:
    """Messages as they are, neighbouring events in one group."""
    entries: list[Entry] = []
    for is_event, run in groupby(items, key=lambda item: isinstance(item, EventRow)):
        if is_event:
            events = tuple(item for item in run if isinstance(item, EventRow))
            entries.append(EventGroup(events[0].id, events))
        else:
            entries += [item for item in run if isinstance(item, MessageRow)]
    return entries


def group_words(group: EventGroup) -> str:
    """One line for a group: who did it if it was one person, what, and when; the newest of many."""
    names = {event.who_name for event in group.events}
    telling = [event_words(event) for event in group.events if _tells(event, group.events)]
    cut = ["…"] if len(telling) > _MOST_EVENTS else []
    what = " · ".join(dict.fromkeys([*cut, *telling[-_MOST_EVENTS:]]))
    who = f"{names.pop()}: " if len(names) == 1 and "" not in names else ""
    return f"{who}{what} · {time_words(group.events[-1].at_ms)}"


def _tells(event: EventRow, around: Sequence[EventRow]) -> bool:
    """False for what follows from another event of the same moment, e.g. "Wakes cleared"."""
    partners = [other for other in around if other.at_ms == event.at_ms and other is not event]
    if event.what == "status":
        return not any(other.what in _OF_STATUS and other.new for other in partners)
    of_status = event.what in _OF_STATUS and not event.new
    return not (of_status and any(other.what == "status" for other in partners))


def spoken(entry: Entry, me_id: str = "") -> str:
    """A row as a screen reader says it."""
    if isinstance(entry, EventGroup):
        return group_words(entry)
    kind = kind_words(entry.kind) or by_channel_words(entry.channel)
    unsent = unsent_words() if entry.unsent else ""
    files = ", ".join(" ".join((file.name, upload_words(file))).strip() for file in entry.files)
    text = to_plain(entry.html[: 4 * _SPOKEN_CHARS])[:_SPOKEN_CHARS]
    parts = (
        entry.author_name,
        entry.company_name,
        kind,
        sent_time_words(entry),
        edited_words(entry),
        held_words(entry, me_id),
        delivery_words(entry),
        unsent,
        text,
        files,
    )
    return ", ".join(filter(None, parts))


def _common(old: Sequence[Entry], new: Sequence[Entry]) -> int:
    """How many rows at the start are the same ones (whatever is in them now)."""
    count = 0
    for mine, other in zip(old, new, strict=False):
        if mine.id != other.id or type(mine) is not type(other):
            break
        count += 1
    return count
