"""One quiet line after a long absence: what came meanwhile, each thing a step to its list."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.widgets.button import Button
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icon_button import IconButton
from models.queries.absence import Absence

VIEWS = {"new": "unassigned", "replied": "my_open", "mention": "mentions", "overdue": "at_risk"}
_ICONS = {"new": "ticket", "replied": "chat", "mention": "at", "overdue": "alert-circle"}


class AwayStrip(QFrame):
    """Signals: ``view_wanted(str)``; ``dismissed()`` by the cross."""

    view_wanted = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.buttons: dict[str, Button] = {}
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._place = QWidget()
        self._flow = FlowLayout(self._place)
        self.cross = IconButton("close", self.tr("Close this message"), small=True)
        self.cross.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 8, 5)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self._place, 1)
        layout.addWidget(self.cross)
        self.hide()

    def show_absence(self, absence: Absence, since_ms: int) -> None:
        """Nothing is shown when nothing happened."""
        if absence.is_empty():
            return
        self._words.setText(self.tr("While you were away (since {0}):").format(_when(since_ms)))
        for kind, words in self._parts(absence).items():
            button = Button(words, _ICONS[kind], small=True)
            button.clicked.connect(lambda _=False, view=VIEWS[kind]: self.view_wanted.emit(view))
            self.buttons[kind] = button
            self._flow.addWidget(button)
        sentence = self.sentence()
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def sentence(self) -> str:
        """The whole line, as a screen reader says it."""
        parts = ", ".join(button.text() for button in self.buttons.values())
        return f"{self._words.text()} {parts}"

    def _parts(self, absence: Absence) -> dict[str, str]:
        known = {
            "new": (absence.new, self.tr("%n new in your queues", "", absence.new)),
            "replied": (absence.replied, self.tr("%n customers replied", "", absence.replied)),
            "mention": (absence.mention, self.tr("%n mentions", "", absence.mention)),
            "overdue": (absence.overdue, self.tr("%n overdue", "", absence.overdue)),
        }
        return {kind: words for kind, (number, words) in known.items() if number}


def _when(at_ms: int) -> str:
    """``Fri 18:02`` in the last week, else with the date."""
    at, locale = QDateTime.fromMSecsSinceEpoch(at_ms), QLocale()
    recent = at.daysTo(QDateTime.currentDateTime()) < 7
    day = locale.toString(at.date(), "ddd" if recent else "d MMM")
    return f"{day} {at.toString('HH:mm')}"
