"""The outbox as a list in memory: headings, and below each its lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.moments import MINUTE_MS, recent_words
from desktop.outbox import words
from models.queries.outbox import Group, OutboxEntry, OutboxLines

LINE_ROLE = Qt.ItemDataRole.UserRole
PERCENT_ROLE = Qt.ItemDataRole.UserRole + 1
GROUPS: tuple[Group, ...] = ("attention", "moving", "sent")
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """Above the lines of a group. Only what was sent can be folded away; ``open`` says if not."""

    group: Group
    count: int
    open: bool = True

    @property
    def key(self) -> str:
        return f"h:{self.group}"

    def text(self) -> str:
        return {
            "attention": QCoreApplication.translate("OutboxModel", "Needs attention"),
            "moving": QCoreApplication.translate("OutboxModel", "On its way"),
            "sent": QCoreApplication.translate("OutboxModel", "Sent today"),
        }[self.group]


Line = Heading | OutboxEntry


class OutboxModel(QAbstractListModel):
    """A line that settles moves to its new place; selection and scroll stay with it."""

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._lines: list[Line] = []
        self._page = OutboxLines((), {})
        self._percents: dict[str, int] = {}
        self._sent_open = False

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == PERCENT_ROLE:
            return self._percents.get(line.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text() if isinstance(line, Heading) else words.title(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or (isinstance(line, Heading) and line.group != "sent"):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def line_at(self, position: int) -> Line | None:
        """The line, or None outside the list."""
        return self._lines[position] if 0 <= position < len(self._lines) else None

    def entry_at(self, position: int) -> OutboxEntry | None:
        """The line, unless it is a heading or outside the list."""
        line = self.line_at(position)
        return line if isinstance(line, OutboxEntry) else None

    def position_of(self, key: str) -> int:
        """Where a line stands, or -1."""
        return next((n for n, line in enumerate(self._lines) if line.key == key), -1)

    def first(self) -> int:
        """Where the first line stands that is no heading, or -1."""
        found = (n for n, line in enumerate(self._lines) if isinstance(line, OutboxEntry))
        return next(found, -1)

    def percent_of(self, key: str) -> int | None:
        """How far a file is that goes up just now."""
        return self._percents.get(key)

    def show(self, page: OutboxLines) -> None:
        """Show this state of things: lines come, go, move and change, nothing is reset."""
        self._page = page
        self._become(self._wanted())

    def show_percent(self, sha256: str, percent: int | None) -> None:
        """A file goes up; None when it stopped or arrived."""
        key = f"f:{sha256}"
        if percent is None:
            self._percents.pop(key, None)
        else:
            self._percents[key] = percent
        position = self.position_of(key)
        if position >= 0:
            self._changed(position)

    def fold_sent(self) -> None:
        """Show or hide what was sent today."""
        self._sent_open = not self._sent_open
        self._become(self._wanted())

    def _wanted(self) -> list[Line]:
        lines: list[Line] = []
        for group in GROUPS:
            members = [entry for entry in self._page.entries if entry.group == group]
            if members:
                opened = group != "sent" or self._sent_open
                count = max(len(members), self._page.counts.get(group, 0))
                lines += [Heading(group, count, opened), *(members if opened else ())]
        return lines

    def _become(self, wanted: list[Line]) -> None:
        keep = {line.key for line in wanted}
        for position in reversed(range(len(self._lines))):
            if self._lines[position].key not in keep:
                self.beginRemoveRows(QModelIndex(), position, position)
                del self._lines[position]
                self.endRemoveRows()
        known = {line.key for line in self._lines}
        for position, line in enumerate(wanted):
            if line.key not in known:
                self.beginInsertRows(QModelIndex(), position, position)
                self._lines.insert(position, line)
                self.endInsertRows()
            else:
                self._bring(line.key, position)
                self._replace(position, line)

    def _bring(self, key: str, position: int) -> None:
        """Move a line up to where it belongs; everything above is in its place already."""
        if self._lines[position].key == key:
            return
        start = self.position_of(key)
        self.beginMoveRows(QModelIndex(), start, start, QModelIndex(), position)
        self._lines.insert(position, self._lines.pop(start))
        self.endMoveRows()

    def _replace(self, position: int, line: Line) -> None:
        if self._lines[position] != line:
            self._lines[position] = line
            self._changed(position)

    def _changed(self, position: int) -> None:
        index = self.index(position)
        self.dataChanged.emit(index, index)

    def _spoken(self, line: Line) -> str:
        if isinstance(line, OutboxEntry):
            when = recent_words(line.at_ms, self._now_ms() // MINUTE_MS) if line.at_ms else ""
            return words.spoken(line, self._percents.get(line.key), when)
        state = ""
        if line.group == "sent":
            tr = QCoreApplication.translate
            opened, folded = tr("OutboxModel", "shown"), tr("OutboxModel", "folded away")
            state = opened if line.open else folded
        return ", ".join(filter(None, (line.text(), str(line.count), state)))
