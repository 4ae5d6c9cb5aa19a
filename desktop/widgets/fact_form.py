"""Fields for facts, one for each: a line, a choice, a day, or whether there is a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.theme import CONTROL_GAP_PX
from desktop.widgets.button import Button
from desktop.widgets.fact_edit import FactEdit
from desktop.widgets.flow_layout import FlowLayout
from models.queries.facts import FactRow

_FIELD_PX = 130


class FactField(QWidget):
    """A fact with its name before it; amber while it is missing.

    Signals: ``told(str, str)`` key and value when it was changed; ``picture_wanted()``.
    """

    told = Signal(str, str)
    picture_wanted = Signal()

    def __init__(self, fact: FactRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._fact = fact.key, fact
        self._name = QLabel(fact.name)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.edit = self._field(fact)
        self._name.setBuddy(self.edit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._name)
        line.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.show_fact(fact)

    def show_fact(self, fact: FactRow) -> None:
        """The same fact as it is now; what is just being typed stays."""
        self._fact = fact
        if isinstance(self.edit, FactEdit):
            self.edit.show_value(fact.value)
        elif isinstance(self.edit, QComboBox):
            self._show_choice(self.edit, fact)
        else:
            self.edit.setText(self.tr("Add a picture") if fact.missing else self.tr("there"))
            self.edit.setEnabled(fact.missing)
        self.mark(missing=fact.missing)

    def fact(self) -> FactRow:
        return self._fact

    def value(self) -> str:
        """What stands in the field now; a picture has none."""
        if isinstance(self.edit, FactEdit):
            return self.edit.text().strip()
        if isinstance(self.edit, QComboBox):
            return str(self.edit.currentData() or "")
        return ""

    def mark(self, *, missing: bool) -> None:
        """Whether it is still to be told; the words say it too."""
        self._name.setProperty("tone", "risk" if missing else "")
        self._name.setProperty("role", "" if missing else "secondary")
        self._name.style().polish(self._name)
        hint = self.tr("%1, to be told") if missing else "%1"
        must = missing and self._fact.must
        hint = self.tr("%1, needed before the ticket is done") if must else hint
        self.edit.setAccessibleName(hint.replace("%1", self._fact.name))
        self._name.setToolTip(hint.replace("%1", self._fact.name) if missing else "")

    def is_valid(self) -> bool:
        """Whether what stands in the field can be kept."""
        day = self.value() if self._fact.type == "date" else ""
        return not day or QDate.fromString(day, Qt.DateFormat.ISODate).isValid()

    def _field(self, fact: FactRow) -> FactEdit | QComboBox | Button:
        if fact.type == "choice":
            combo = QComboBox()
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.activated.connect(self._on_activated)
            return combo
        if fact.type == "image":
            button = Button("", "image", kind="flat", small=True)
            button.clicked.connect(self.picture_wanted)
            return button
        edit = FactEdit(fact.name)
        edit.setFixedWidth(_FIELD_PX)
        if fact.type == "date":
            edit.setPlaceholderText("2027-01-31")
        edit.committed.connect(self._on_committed)
        return edit

    def _show_choice(self, combo: QComboBox, fact: FactRow) -> None:
        wanted = ["", *fact.choices]
        if fact.value not in wanted:
            wanted.append(fact.value)
        if [combo.itemData(n) for n in range(combo.count())] != wanted:
            combo.clear()
            for choice in wanted:
                combo.addItem(choice or "—", choice)
        combo.setCurrentIndex(combo.findData(fact.value))

    @Slot()
    def _on_activated(self) -> None:
        if self.value() != self._fact.value:
            self.told.emit(self.key, self.value())

    @Slot(str)
    def _on_committed(self, text: str) -> None:
        assert isinstance(self.edit, FactEdit)
        valid = self.is_valid()
        self.edit.show_fault(wrong=not valid)
        self.edit.setToolTip("" if valid else self.tr("Write the day as 2027-01-31."))
        if valid:
            self.told.emit(self.key, text.strip())


class FactForm(QWidget):
    """The fields of several facts, in rows. Signals: as those of a field."""

    told = Signal(str, str)
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[FactField] = []
        self._flow = FlowLayout(self, 2 * CONTROL_GAP_PX)

    def show_facts(self, facts: Sequence[FactRow]) -> None:
        """Fields that are there already stay, with what is typed in them."""
        kinds = [(fact.key, fact.name, fact.type, fact.must) for fact in facts]
        here = [field.fact() for field in self.fields]
        if kinds != [(fact.key, fact.name, fact.type, fact.must) for fact in here]:
            self._make(facts)
            return
        for field, fact in zip(self.fields, facts, strict=True):
            field.show_fact(fact)

    def go_to_missing(self) -> bool:
        """Put the keyboard on the first fact that is to be told, those that must be first."""
        missing = [field for field in self.fields if field.fact().missing]
        missing.sort(key=lambda field: not field.fact().must)
        if missing:
            missing[0].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(missing)

    def _make(self, facts: Sequence[FactRow]) -> None:
        for field in self.fields:
            self._flow.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = [FactField(fact, self) for fact in facts]
        for field in self.fields:
            field.told.connect(self.told)
            field.picture_wanted.connect(self.picture_wanted)
            self._flow.addWidget(field)
            field.show()
        self._flow.invalidate()
        self.updateGeometry()
