"""What one wants to hear of: kinds, queues, quiet hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QTimeEdit, QWidget

from desktop.settings.page import SettingsPage
from models.notices.rules import ALWAYS, NoticeRules

_FIRST_QUIET = (20 * 60, 8 * 60)


class NoticesPage(SettingsPage):
    """Applies at once. Signals: ``rules_chosen(NoticeRules)``."""

    rules_chosen = Signal(object)

    def __init__(
        self,
        rules: NoticeRules,
        kinds: Mapping[str, str],
        queues: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``kinds`` and ``queues`` by their keys, in words."""
        super().__init__(parent)
        self._rules = rules
        self.set_title(self.tr("Notices"))
        self.kinds = {key: _box(words, key not in rules.off_kinds) for key, words in kinds.items()}
        self.queues = {id: _box(name, id not in rules.off_queues) for id, name in queues}
        start, end = rules.quiet_from_min, rules.quiet_until_min
        is_quiet = start is not None and end is not None
        self.quiet = _box(self.tr("Quiet every day"), is_quiet)
        self.start = _time(start if start is not None else _FIRST_QUIET[0])
        self.end = _time(end if end is not None else _FIRST_QUIET[1])
        self.start.setAccessibleName(self.tr("Quiet from"))
        self.end.setAccessibleName(self.tr("Quiet until"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_words(self.tr("Tell me when"))
        for kind in ALWAYS:
            if kind in self.kinds:
                self.kinds[kind].setChecked(True)
                self.kinds[kind].setEnabled(False)
        for box in self.kinds.values():
            self.rows.addWidget(box)
        if self.queues:
            self.rows.addSpacing(8)
            self.add_words(self.tr("In these queues"))
            self.rows.addLayout(self._queue_grid())
        self.rows.addSpacing(8)
        hours = QHBoxLayout()
        hours.addWidget(self.quiet)
        hours.addWidget(self.start)
        hours.addWidget(QLabel("–"))
        hours.addWidget(self.end)
        hours.addStretch(1)
        self.rows.addLayout(hours)
        self.add_words(
            self.tr(
                "Mentions and reminders of your own always get through. Everything else waits "
                "under the bell."
            ),
            "tiny",
        )
        self._show_hours()

    def _queue_grid(self) -> QGridLayout:
        grid = QGridLayout()
        for n, box in enumerate(self.queues.values()):
            grid.addWidget(box, n // 2, n % 2)
        return grid

    def _connect(self) -> None:
        for box in (*self.kinds.values(), *self.queues.values(), self.quiet):
            box.toggled.connect(self._on_changed)
        for field in (self.start, self.end):
            field.timeChanged.connect(self._on_changed)

    def _show_hours(self) -> None:
        for field in (self.start, self.end):
            field.setEnabled(self.quiet.isChecked())

    @Slot()
    def _on_changed(self) -> None:
        self._show_hours()
        quiet = self.quiet.isChecked()
        rules = NoticeRules(
            off_kinds=_off(self.kinds, self._rules.off_kinds),
            off_queues=_off(self.queues, self._rules.off_queues),
            quiet_from_min=_minute(self.start) if quiet else None,
            quiet_until_min=_minute(self.end) if quiet else None,
            paused_until_ms=self._rules.paused_until_ms,
        )
        if rules != self._rules:
            self._rules = rules
            self.rules_chosen.emit(rules)


def _off(boxes: Mapping[str, QCheckBox], before: frozenset[str]) -> frozenset[str]:
    """What is not ticked, and what was off and is not shown here."""
    return frozenset(key for key, box in boxes.items() if not box.isChecked()) | (
        before - boxes.keys()
    )


def _box(words: str, is_on: bool) -> QCheckBox:
    box = QCheckBox(words.replace("&", "&&"))
    box.setAccessibleName(words)
    box.setChecked(is_on)
    return box


def _time(minute: int) -> QTimeEdit:
    field = QTimeEdit(QTime(minute // 60, minute % 60))
    field.setDisplayFormat("HH:mm")
    return field


def _minute(field: QTimeEdit) -> int:
    return field.time().hour() * 60 + field.time().minute()
