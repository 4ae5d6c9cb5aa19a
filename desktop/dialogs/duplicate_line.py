"""While a subject is typed: what came in lately and may be the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from desktop.ticket_words import number_words, status_words, subject_words
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.property_chip import PropertyChip
from desktop.work.reader import Reader
from models.queries.likeness import AlikeRow, alike

_PAUSE_MS, _LEAST_CHARS, _SHOWN_CHARS = 200, 4, 30


class DuplicateLine(QWidget):
    """One quiet line with up to three tickets; no room while there is none.

    Signals: ``open_wanted(AlikeRow)``, ``add_wanted(AlikeRow)``: write it there instead.
    """

    open_wanted = Signal(object)
    add_wanted = Signal(object)

    def __init__(
        self, reader: Reader, now_ms: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._now_ms = reader, now_ms
        self._asked: tuple[str, str | None, str | None] = ("", None, None)
        self._shown: list[AlikeRow] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self._words = self.tr("Known already?")
        words = QLabel(self._words)
        words.setProperty("role", "secondary")
        self._chips = FlowLayout()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 7)
        line.setSpacing(8)
        line.addWidget(words)
        line.addLayout(self._chips, 1)
        self.hide()

    def look(self, subject: str, requester_id: str | None, company_id: str | None) -> None:
        """Ask in a moment, unless more is typed."""
        self._asked = (subject.strip(), requester_id, company_id)
        self._timer.start()

    def chips(self) -> list[PropertyChip]:
        """What is offered now, the likeliest first."""
        return [chip for chip in self.findChildren(PropertyChip) if not chip.isHidden()]

    @Slot()
    def _ask(self) -> None:
        subject, requester_id, company_id = self._asked
        question = partial(
            alike,
            subject=subject if len(subject) >= _LEAST_CHARS else "",
            now_ms=self._now_ms(),
            requester_id=requester_id,
            company_id=company_id,
        )
        self._reader.ask(f"alike {id(self)}", question, self._on_found)

    def _on_found(self, found: list[AlikeRow]) -> None:
        if found == self._shown:
            return
        self._shown = found
        while item := self._chips.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for row in found:
            self._chips.addWidget(self._chip(row))
        self.setVisible(bool(found))
        if found:
            said = ", ".join((self._words, *(subject_words(row.subject) for row in found)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _chip(self, row: AlikeRow) -> PropertyChip:
        subject = subject_words(row.subject)
        short = subject if len(subject) <= _SHOWN_CHARS else f"{subject[:_SHOWN_CHARS].rstrip()}…"
        chip = PropertyChip(number_words(row.number), self)
        chip.show_value(short)
        who = " · ".join(filter(None, (subject, row.requester_name, status_words(row.status))))
        chip.setToolTip(who)
        menu = QMenu(chip)
        opens, adds = self.tr("Open it, and keep this form"), self.tr("Add to it instead")
        menu.addAction(opens).triggered.connect(partial(self._on_open, row))
        menu.addAction(adds).triggered.connect(partial(self._on_add, row))
        chip.set_menu(menu)
        return chip

    def _on_open(self, row: AlikeRow, _checked: bool = False) -> None:
        self.open_wanted.emit(row)

    def _on_add(self, row: AlikeRow, _checked: bool = False) -> None:
        self.add_wanted.emit(row)
