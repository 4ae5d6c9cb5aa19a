"""How a call ended: to be done, solved, with a promise to call back, or passed on."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Signal, Slot
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from desktop.dialogs.choice_chips import ChoiceChips

OPEN, SOLVED, CALL_BACK, PASSED_ON = "open", "solved", "call_back", "passed_on"
_AHEAD_S, _STEP_MINUTES = 3_600, 5


class CallResult(QWidget):
    """Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Result")
        self.setAccessibleName(name)
        words = (
            (OPEN, self.tr("To be done")),
            (SOLVED, self.tr("Solved")),
            (CALL_BACK, self.tr("Call back")),
            (PASSED_ON, self.tr("Passed on")),
        )
        self.chips = ChoiceChips(name, words)
        self.moment = QDateTimeEdit()
        self.moment.setAccessibleName(self.tr("When to call back"))
        self.moment.setCalendarPopup(True)
        self.moment.setDisplayFormat("ddd d MMM  HH:mm")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.chips, 1)
        line.addWidget(self.moment)
        self.chips.choose(OPEN)
        self.chips.chosen.connect(self._on_chosen)
        self.moment.dateTimeChanged.connect(self.changed)
        self._on_chosen(OPEN)

    def begin(self, now_ms: int) -> None:
        """Calling back is offered for an hour from now."""
        now = QDateTime.fromMSecsSinceEpoch(now_ms)
        late = now.time().minute() % _STEP_MINUTES
        self.moment.setDateTime(now.addSecs(_AHEAD_S - 60 * late - now.time().second()))
        self.moment.setMinimumDate(now.date())  # hour and minute come after the day

    def choice(self) -> str:
        return self.chips.choice()

    def call_back_at_ms(self) -> int | None:
        """The promised moment; None when none was promised."""
        if self.choice() != CALL_BACK:
            return None
        return int(self.moment.dateTime().toMSecsSinceEpoch())

    def show_result(self, choice: str, call_back_at_ms: int | None) -> None:
        self.chips.choose(choice)
        if call_back_at_ms is not None:
            self.moment.setDateTime(QDateTime.fromMSecsSinceEpoch(call_back_at_ms))

    @Slot(str)
    def _on_chosen(self, choice: str) -> None:
        self.moment.setVisible(choice == CALL_BACK)
        self.changed.emit()
