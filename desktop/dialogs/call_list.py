"""The check list that a call is gone through with; what was asked is ticked while talking."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.choices import IdCombo
from models.rows import CallListRow

_MOST_HEIGHT_PX = 96


class CallList(QWidget):
    """Hidden while no template holds a check list. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: dict[str, CallListRow] = {}
        self._boxes: list[QCheckBox] = []
        self._wanted: tuple[str | None, frozenset[int]] = (None, frozenset())
        self.choice = IdCombo()
        self.choice.setAccessibleName(self.tr("Check list"))
        self._place = QScrollArea()
        self._place.setAccessibleName(self.tr("What to ask"))
        self._place.setWidgetResizable(True)
        self._place.setFrameShape(QFrame.Shape.NoFrame)
        self._place.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice)
        layout.addWidget(self._place)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.hide()

    def show_lists(self, lists: Sequence[CallListRow]) -> None:
        self._lists = {row.id: row for row in lists}
        none = (None, self.tr("None"))
        names = [(row.id, row.name) for row in lists]
        self.choice.show_choices([none, *names], self._wanted[0])
        self.setVisible(bool(lists))

    def chosen(self) -> str | None:
        return self.choice.chosen()

    def ticked(self) -> tuple[int, ...]:
        """Positions of the lines that were ticked."""
        return tuple(n for n, box in enumerate(self._boxes) if box.isChecked())

    def lines(self) -> tuple[tuple[str, bool], ...]:
        """Every line of the chosen list, and whether it was ticked."""
        row = self._lists.get(self.chosen() or "")
        ticked = self.ticked()
        return tuple((line, n in ticked) for n, line in enumerate(row.lines)) if row else ()

    def choose(self, list_id: str | None, ticked: Collection[int]) -> None:
        """As it stood in a form that was begun; the lists may not have been read yet."""
        self._wanted = (list_id, frozenset(ticked))
        self.choice.choose(list_id)
        self._tick()

    @Slot()
    def _on_chosen(self) -> None:
        row = self._lists.get(self.chosen() or "")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, 2, 2)
        self._boxes = [QCheckBox(line) for line in row.lines] if row else []
        for box in self._boxes:
            box.setAccessibleName(box.text())
            box.toggled.connect(self.changed)
            column.addWidget(box)
        self._place.setWidget(inside)
        self._place.setFixedHeight(min(inside.sizeHint().height(), _MOST_HEIGHT_PX))
        self._place.setVisible(bool(self._boxes))
        self._tick()
        self.changed.emit()

    def _tick(self) -> None:
        list_id, ticked = self._wanted
        if list_id is not None and list_id == self.chosen():
            for n, box in enumerate(self._boxes):
                box.setChecked(n in ticked)
            self._wanted = (None, frozenset())
