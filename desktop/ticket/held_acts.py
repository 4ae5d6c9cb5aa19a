"""What the author of a held reply can do with it: four buttons below its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme import theme_state
from desktop.widgets.button import Button

SEND, EDIT, NOTE, DROP = "send", "edit", "note", "drop"
HELD_KEYS = {"S": SEND, "E": EDIT, "M": NOTE, "Del": DROP}
"""While the message has the keyboard."""
_GAP_PX, _LEAST_PX = 6, 36


def _tr(text: str) -> str:
    return QCoreApplication.translate("HeldActs", text)


def held_acts() -> tuple[tuple[str, str, str], ...]:
    """Each with its words and its key."""
    return (
        (SEND, _tr("Send anyway"), "S"),
        (EDIT, _tr("Edit"), "E"),
        (NOTE, _tr("Make it a note"), "M"),
        (DROP, _tr("Drop"), "Del"),
    )


class HeldActs(QWidget):
    """Signals: ``chosen(message_id, act)``, act is one of SEND, EDIT, NOTE and DROP."""

    chosen = Signal(str, str)

    def __init__(self, message_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message_id = message_id
        self._words: dict[Button, tuple[str, str]] = {}
        self._fitted_px = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP_PX)
        for act, words, key in held_acts():
            button = Button(words, small=True)
            button.setToolTip(f"{words}  {key}")
            button.clicked.connect(lambda _=False, act=act: self._choose(act))
            self._words[button] = words, key
            line.addWidget(button)
        line.addStretch(1)
        theme_state().changed.connect(self._on_theme_changed)

    def fit(self, width: int) -> None:
        """The keys stand behind the words where there is room; the tips have them anyway."""
        if width == self._fitted_px:
            return
        self._fitted_px = width
        for button, (words, key) in self._words.items():
            button.setText(f"{words}  {key}")
        if self._missing_px() > 0:
            for button, (words, _) in self._words.items():
                button.setText(words)
            self._cut_words()

    def _missing_px(self) -> int:
        return sum(each.sizeHint().width() + _GAP_PX for each in self._words) - self._fitted_px

    def _cut_words(self) -> None:
        """The longest first, with an ellipsis, until all have room."""
        for button in sorted(self._words, key=lambda each: -each.sizeHint().width()):
            missing, metrics = self._missing_px(), button.fontMetrics()
            if missing > 0:
                room = max(_LEAST_PX, metrics.horizontalAdvance(button.text()) - missing)
                elide = Qt.TextElideMode.ElideRight
                button.setText(metrics.elidedText(button.text(), elide, room))

    @Slot()
    def _on_theme_changed(self) -> None:
        width, self._fitted_px = self._fitted_px, 0
        self.fit(width)

    def _choose(self, act: str) -> None:
        self.chosen.emit(self._message_id, act)


class HeldReplies:
    """The buttons of every held reply that is seen, as children of ``over``."""

    def __init__(self, over: QWidget, chosen: Callable[[str, str], None]) -> None:
        self._over, self._chosen = over, chosen
        self._shown: dict[str, HeldActs] = {}

    def place(self, places: Mapping[str, QRect]) -> None:
        """Exactly these are shown, each by the id of its message."""
        for id in self._shown.keys() - places.keys():
            gone = self._shown.pop(id)
            gone.hide()
            gone.deleteLater()
        for id, place in places.items():
            acts = self._shown.get(id) or self._make(id)
            acts.fit(place.width())
            acts.setGeometry(place)

    def _make(self, id: str) -> HeldActs:
        made = self._shown[id] = HeldActs(id, self._over)
        made.chosen.connect(self._chosen)
        made.show()
        return made
