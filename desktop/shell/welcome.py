"""Three sentences for somebody who is here for the first time, in a strip that can be left."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.actions.registry import ActionRegistry
from desktop.shell.window import MainWindow
from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton

KEY, LEFT = "welcome", "left"
"""Where the step is kept that somebody has come to, and what stands there afterwards."""
BELOW = 2
"""The strip stands below the top bar and the message bar."""


class Welcome(QFrame):
    """Signals: ``step_shown(int)`` from 0 on; ``left()`` by the last step or the cross."""

    step_shown = Signal(int)
    left = Signal()

    def __init__(self, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("tone", "info")
        self._actions, self._step = actions, 0
        self.words, self._count = QLabel(), QLabel()
        self.back = Button(self.tr("Back"), kind="flat", small=True)
        self.next = Button(self.tr("Next"), small=True)
        self.cross = IconButton("close", self.tr("Leave the introduction"), small=True)
        self._lay_out()
        self.back.clicked.connect(lambda: self.show_step(self._step - 1))
        self.next.clicked.connect(self._on_next)
        self.cross.clicked.connect(self._leave)
        actions.keys_changed.connect(self._on_keys_changed)

    def show_step(self, step: int) -> None:
        """Show one of the three; a screen reader says it."""
        steps = self._steps()
        self._step = max(0, min(step, len(steps) - 1))
        self.words.setText(steps[self._step])
        self._count.setText(f"{self._step + 1} / {len(steps)}")
        self.back.setEnabled(self._step > 0)
        is_last = self._step == len(steps) - 1
        self.next.setText(self.tr("Begin") if is_last else self.tr("Next"))
        self.next.setAccessibleName(self.next.text())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))
        self.step_shown.emit(self._step)

    def _steps(self) -> tuple[str, ...]:
        """With the keys as they are now."""
        return (
            self.tr(
                "{0} and {1} go down and up the list, {2} marks the chosen ticket done, and {3} "
                "takes back whatever you did."
            ).format(*map(self._keys, ("next_row", "previous_row", "done", "undo"))),
            self.tr(
                "{0} finds tickets, people, articles and every command, in any keyboard layout."
            ).format(self._keys("palette")),
            self.tr(
                "Without a network you simply go on: the line at the bottom says what waits. {0} "
                "lists all keys."
            ).format(self._keys("shortcuts")),
        )

    def _keys(self, id: str) -> str:
        return self._actions[id].keys_text() or "–" if id in self._actions else "–"

    def _lay_out(self) -> None:
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(24)
        self._count.setProperty("role", "secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 8, 5)
        layout.setSpacing(10)
        layout.addWidget(self._count)
        layout.addWidget(self.words, 1)
        for button in (self.back, self.next, self.cross):
            layout.addWidget(button)

    @Slot()
    def _on_next(self) -> None:
        if self._step + 1 < len(self._steps()):
            self.show_step(self._step + 1)
        else:
            self._leave()

    @Slot()
    def _on_keys_changed(self) -> None:
        self.words.setText(self._steps()[self._step])

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self.left.emit()


def welcome(
    window: MainWindow,
    actions: ActionRegistry,
    remembered: Mapping[str, str],
    keep: Callable[[str, str], None],
    *,
    first_time: bool,
) -> Welcome | None:
    """The strip in its place, for somebody new or who has not come to its end; else None."""
    kept = remembered.get(KEY, "0" if first_time else LEFT)
    centre = window.centralWidget()
    whole = centre.layout() if centre is not None else None
    if not kept.isdecimal() or not isinstance(whole, QVBoxLayout):
        return None
    strip = Welcome(actions)
    strip.step_shown.connect(lambda step: keep(KEY, str(step)))
    strip.left.connect(lambda: keep(KEY, LEFT))
    strip.left.connect(lambda: _begin(window))
    strip.show_step(int(kept))
    whole.insertWidget(BELOW, strip)
    strip.show()
    return strip


def _begin(window: MainWindow) -> None:
    """The keyboard goes to the tickets, or where there is none to the views."""
    tickets = window.list_pane.view
    (tickets if tickets.isVisible() else window.navigation.views).setFocus()
