"""The rows of the ticket list in memory. Holds, never asks: the pane brings the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.inbox.column_words import SAID_ANYHOW, fact_words
from desktop.inbox.row_words import selected_spoken, spoken
from desktop.inbox.selection import Selection
from desktop.inbox.steady_merge import insertions
from models.rows import PageKey, TicketRow

ROW_ROLE = Qt.ItemDataRole.UserRole
BAND_ROLE = Qt.ItemDataRole.UserRole + 1
"""For the first row of a band what it is: pinned, others below it, postponed; "" else."""
SELECTED_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the row's ticket is selected; None as long as none is."""
COLUMNS_ROLE = Qt.ItemDataRole.UserRole + 3
"""The facts that rows show, of ``models.queries.columns``; empty for the usual row."""
BANDS = {-1: "pinned", 1: "postponed"}
Index = QModelIndex | QPersistentModelIndex


class TicketListModel(QAbstractListModel):
    """Tickets in the order in which they came; a refresh moves none of them.

    They begin with the first of the list, or, ``is_from_end``, end with its last.

    Signals: ``page_wanted(PageKey)`` when the view needs the rows beyond that key.
    """

    page_wanted = Signal(object)

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self.selection = Selection(self)
        self.columns: tuple[str, ...] = ()
        self._rows: list[TicketRow] = []
        self._more: PageKey | None = None
        self._from_end = False
        self._waiting = False
        self._held_out: set[str] = set()
        self._put: dict[str, str] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == COLUMNS_ROLE:
            return self.columns
        if role == BAND_ROLE:
            return self._begins_band(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.subject
        if role == SELECTED_ROLE:
            return row.id in self.selection if self.selection else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._spoken(row)
            return selected_spoken(words) if row.id in self.selection else words
        return None

    def _spoken(self, row: TicketRow) -> str:
        """The usual words, and the chosen facts that are not among them."""
        now_ms = self._now_ms()
        more = [name for name in self.columns if name not in SAID_ANYHOW]
        return ", ".join(filter(None, (spoken(row, now_ms), fact_words(row, more, now_ms))))

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._from_end and self._wants_more()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._ask()

    def fetch_above(self) -> None:
        """What stands before the first row comes; only ``is_from_end`` anything does."""
        if self._from_end and self._wants_more():
            self._ask()

    def _wants_more(self) -> bool:
        return self._more is not None and not self._waiting

    def _ask(self) -> None:
        self._waiting = True
        self.page_wanted.emit(self._more)

    def row_at(self, position: int) -> TicketRow | None:
        """The row, or None outside the list."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def rows(self) -> Sequence[TicketRow]:
        return tuple(self._rows)

    def has_band(self) -> bool:
        """Whether postponed tickets stand in a band of their own."""
        return any(row.key.band for row in self._rows)

    def is_complete(self) -> bool:
        """True when the whole view is loaded."""
        return self._more is None

    def is_from_end(self) -> bool:
        """True when the last rows of the view are here, and perhaps not the first."""
        return self._from_end

    def position_of(self, ticket_id: str) -> int:
        """Where a ticket stands, or -1."""
        ids = (n for n, row in enumerate(self._rows) if row.id == ticket_id)
        return next(ids, -1)

    def index_of(self, ticket_id: str) -> QModelIndex:
        """The index of a ticket; invalid when it is not here."""
        return self.index(self.position_of(ticket_id))

    def show_first_page(
        self, rows: Iterable[TicketRow], more: PageKey | None, from_end: bool = False
    ) -> None:
        """Begin anew with these rows: another view, order or search, or its other end."""
        self.beginResetModel()
        self._rows = [row for row in rows if row.id not in self._held_out]
        self._more, self._from_end, self._waiting = more, from_end, False
        self.endResetModel()

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Rows show these facts from now on."""
        before, self.columns = self.columns, columns
        if columns != before and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def append_page(self, rows: Iterable[TicketRow], more: PageKey | None) -> None:
        """Add what ``page_wanted`` asked for; rows that are here already keep their place."""
        known = {row.id for row in self._rows} | self._held_out
        fresh = [row for row in rows if row.id not in known]
        self._more, self._waiting = more, False
        if fresh:
            self._insert(0 if self._from_end else len(self._rows), fresh)

    def update_rows(self, rows: Iterable[TicketRow]) -> None:
        """Show the new state of rows that are here; the others are ignored, and all keys stay."""
        for row, place in self._places(rows):
            self._replace(place, replace(row, key=self._rows[place].key))

    def merge(
        self, fresh: Sequence[TicketRow], more: PageKey | None, keep: str | None = None
    ) -> None:
        """Make this the list as read again, from where it begins to beyond its other end.

        Rows that stay keep their place, new ones come behind the row that precedes them, those
        that are gone leave, except ``keep``, which the user is looking at.
        """
        fresh = [self._as_put(row) for row in fresh]
        here = {row.id for row in fresh}
        for position in reversed(range(len(self._rows))):
            if (id := self._rows[position].id) not in here and id != keep:
                self._remove(position)
        changed = [row for row, place in self._places(fresh) if self._changes_band(row, place)]
        for row, place in self._places(fresh):
            self._replace(place, row)
        for row in changed:
            self._move(row.id, fresh)
        if not self._put:
            self._follow_own_order(fresh)
        shown = fresh if more is None else self._within(fresh)
        self._insert_new(shown)
        if more and shown:
            more = shown[0 if self._from_end else -1].key
        self._more = more

    def _begins_band(self, position: int) -> str:
        before = self.row_at(position - 1)
        band = self._rows[position].key.band
        above = before.key.band if before else 0
        if before is not None and above >= band:
            return ""
        return "others" if above < band == 0 else BANDS.get(band, "")

    def _changes_band(self, row: TicketRow, place: int) -> bool:
        return self._rows[place].key.band != row.key.band

    def _move(self, ticket_id: str, fresh: Sequence[TicketRow]) -> None:
        """Bring one row to where it stands in ``fresh``; it stays current if it was."""
        here = [row.id for row in self._rows]
        place = here.index(ticket_id)
        others = [id for id in here if id != ticket_id]
        known = [row.id for row in fresh if row.id in here]
        target = next(at for at, id in insertions(others, known) if id == ticket_id)
        if target != place:
            self._shift(place, target)

    def _follow_own_order(self, fresh: Sequence[TicketRow]) -> None:
        """Rows stand where their person put them, on another device too: a text is their key."""
        own = {row.id for row in fresh if isinstance(row.key.value, str)}
        slots = [n for n, row in enumerate(self._rows) if row.id in own]
        here = [self._rows[n].id for n in slots]
        shown = set(here)
        wanted = [row.id for row in fresh if row.id in shown]
        for slot, id in zip(slots, wanted, strict=True) if here != wanted else ():
            place = self.position_of(id)
            if place != slot:
                self._shift(place, slot)

    def own_rows(self, position: int) -> range:
        """Where the rows stand among which its person may move this one; none where they can't."""
        row = self.row_at(position)
        if row is None or not isinstance(row.key.value, str):
            return range(0)
        band = [n for n, each in enumerate(self._rows) if each.key.band == row.key.band]
        return range(band[0], band[-1] + 1)

    def put(self, ticket_id: str, target: int, keys: Mapping[str, str]) -> None:
        """Show at once what was moved by hand; ``keys`` are the new ones of all that have one.

        Until ``let_follow`` nothing that was read before moves rows back.
        """
        place = self.position_of(ticket_id)
        self._put.update(keys)
        self._rows = [self._as_put(row) for row in self._rows]
        if place >= 0 and place != target:
            self._shift(place, target)

    def let_follow(self) -> None:
        """What was moved is written: rows stand where they are read again."""
        self._put.clear()

    def _as_put(self, row: TicketRow) -> TicketRow:
        key = self._put.get(row.id)
        return row if key is None else replace(row, key=replace(row.key, value=key))

    def _shift(self, place: int, target: int) -> None:
        root, before = QModelIndex(), target + (target > place)
        self.beginMoveRows(root, place, place, root, before)
        self._rows.insert(target, self._rows.pop(place))
        self.endMoveRows()

    def take_out(self, ticket_id: str) -> int:
        """Remove a row at once and keep it out until ``let_in``; where it stood, or -1."""
        self._held_out.add(ticket_id)
        position = self.position_of(ticket_id)
        if position >= 0:
            self._remove(position)
        return position

    def let_in(self, ticket_id: str) -> None:
        """The next merge may show this ticket again."""
        self._held_out.discard(ticket_id)

    def _places(self, rows: Iterable[TicketRow]) -> list[tuple[TicketRow, int]]:
        places = {row.id: n for n, row in enumerate(self._rows)}
        return [(row, places[row.id]) for row in rows if row.id in places]

    def _within(self, fresh: Sequence[TicketRow]) -> Sequence[TicketRow]:
        """Fresh rows as far as those that are shown; beyond them the next page brings more."""
        known = {row.id for row in self._rows}
        places = [n for n, row in enumerate(fresh) if row.id in known]
        if not places:
            return fresh
        return fresh[places[0] :] if self._from_end else fresh[: places[-1] + 1]

    def _insert_new(self, fresh: Sequence[TicketRow]) -> None:
        wanted = {row.id: row for row in fresh if row.id not in self._held_out}
        for position, id in insertions([row.id for row in self._rows], list(wanted)):
            self._insert(position, [wanted[id]])

    def _insert(self, position: int, rows: list[TicketRow]) -> None:
        self.beginInsertRows(QModelIndex(), position, position + len(rows) - 1)
        self._rows[position:position] = rows
        self.endInsertRows()

    def _remove(self, position: int) -> None:
        self.beginRemoveRows(QModelIndex(), position, position)
        del self._rows[position]
        self.endRemoveRows()

    def _replace(self, position: int, row: TicketRow) -> None:
        if self._rows[position] != row:
            self._rows[position] = row
            index = self.index(position)
            self.dataChanged.emit(index, index)
