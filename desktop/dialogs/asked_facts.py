"""What the chosen category asks for, in the form of a new ticket."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.text_box import TextBox
from desktop.widgets.fact_form import FactForm
from models.classify.asked import write_known
from models.queries.facts import FactRow


class AskedFacts(QWidget):
    """No room while nothing is asked for. What was told stays when the category is changed back.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, category: IdCombo, box: TextBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category, self._box = category, box
        self._asked: Mapping[str, tuple[FactRow, ...]] = {}
        self._told: dict[str, str] = {}
        self._warned: tuple[str, ...] = ()
        self.form = FactForm()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 7, 0, 0)
        layout.addWidget(self.form)
        category.currentIndexChanged.connect(self._show)
        box.files_changed.connect(self._show)
        self.form.told.connect(self._on_told)
        self.form.picture_wanted.connect(box.edit_widget().setFocus)
        self.hide()

    def show_asked(self, asked: Mapping[str, tuple[FactRow, ...]]) -> None:
        """What each category asks for."""
        self._asked = asked
        self._show()

    def show_told(self, told: Mapping[str, str]) -> None:
        """What an earlier form kept."""
        self._told = dict(told)
        self._show()

    def told(self) -> dict[str, str]:
        """What stands in the fields, by key."""
        here = {field.key: field.value() for field in self.form.fields}
        return {key: value for key, value in here.items() if value}

    def column(self) -> str | None:
        """For the ticket; None when nothing was told."""
        return write_known(self.told()) or None

    def problem(self) -> tuple[str, QWidget] | None:
        """A day that is none; or, once, what is not told: it may be told later."""
        for field in self.form.fields:
            if not field.is_valid():
                return self.tr("Write the day as 2027-01-31."), field.edit
        missing = [field for field in self.form.fields if not self._is_told(field.fact())]
        names = tuple(field.fact().name for field in missing)
        if not names or names == self._warned:
            return None
        self._warned = names
        words = self.tr("Not told yet: %1. Once more goes on without.")
        return words.replace("%1", ", ".join(names)), missing[0].edit

    def _is_told(self, fact: FactRow) -> bool:
        if fact.type == "image":
            return any(file.media_type.startswith("image/") for file in self._box.files())
        return bool(self.told().get(fact.key))

    @Slot()
    def _show(self) -> None:
        self._told |= self.told()
        asked = self._asked.get(self._category.chosen() or "", ())
        self.form.show_facts([self._now(fact) for fact in asked])
        self.setVisible(bool(asked))

    def _now(self, fact: FactRow) -> FactRow:
        value = self._told.get(fact.key, "")
        image = fact.type == "image" and self._is_told(fact)
        return FactRow(
            fact.key, fact.name, value, fact.type, fact.choices, fact.must, not (value or image)
        )

    @Slot(str, str)
    def _on_told(self, key: str, value: str) -> None:
        self._told[key] = value
        self._show()
        self.changed.emit()
