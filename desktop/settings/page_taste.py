"""Rules of one's own for how the rows of the list look and sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.settings.colour_field import swatch
from desktop.settings.page import SettingsPage
from desktop.settings.taste_form import TasteForm
from desktop.theme import current_theme
from desktop.widgets.button import Button
from desktop.widgets.contrast import shown
from desktop.widgets.empty_state import EmptyState
from models.ids import new_id
from models.taste import MOST_RULES, TasteRule

_LIST_HEIGHT_PX = 112


class TastePage(SettingsPage):
    """Signals: ``rule_saved(TasteRule)``; ``rule_removed(TasteRule)``;
    ``rule_moved(str, int)``: so many places down. They are answered by ``show_rules``.
    """

    rule_saved = Signal(object)
    rule_removed = Signal(object)
    rule_moved = Signal(str, int)

    def __init__(
        self,
        trouble_of: Callable[[str], str],
        icons: Sequence[tuple[str, str]],
        preview: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """``preview`` shows a row with what the form says."""
        super().__init__(parent)
        self.set_title(self.tr("Highlight rules"))
        self._rules: list[TasteRule] = []
        self._wanted = ""
        self.form = TasteForm(trouble_of, icons)
        self.list, self.empty = QListWidget(), EmptyState()
        self.list.setAccessibleName(self.tr("Rules, the first that fits wins"))
        self.new = Button(self.tr("New rule"), "plus")
        self.remove = Button(self.tr("Remove"), "trash")
        self.up, self.down = (
            Button(self.tr("Up"), "chevron-up"),
            Button(self.tr("Down"), "chevron-down"),
        )
        self._body = QWidget()
        self._lay_out(preview)
        self._connect()
        self.show_rules([])

    def show_rules(self, rules: Sequence[TasteRule]) -> None:
        """The rules as they are kept; what stands in the form stays while its rule is there."""
        chosen = self._wanted or self._current_id()
        is_new = self.form.rule().id not in {rule.id for rule in self._rules}
        self._rules = list(rules)
        self.list.blockSignals(True)
        self.list.clear()
        for rule in rules:
            self.list.addItem(_item(rule))
        ids = [rule.id for rule in rules]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else -1)
        self.list.blockSignals(False)
        if chosen in ids:
            self._wanted = ""
            self._show_kept(rules[ids.index(chosen)])
        elif rules and not (is_new and self.form.isVisible()):
            self.list.setCurrentRow(0)
        self._show_state()

    def _show_kept(self, rule: TasteRule) -> None:
        same = self.form.rule().id == rule.id
        (self.form.show_kept if same else self.form.show_rule)(rule)

    def _lay_out(self, preview: QWidget) -> None:
        self.add_words(
            self.tr(
                "What fits a rule stands out in the list, on all your devices. The first rule "
                "that fits wins. Sounds keep to the quiet hours of the notices."
            )
        )
        self.list.setFixedHeight(_LIST_HEIGHT_PX)
        self.list.setSpacing(2)
        body, above, acts = QVBoxLayout(self._body), QHBoxLayout(), QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for button in (self.new, self.remove, self.up, self.down):
            acts.addWidget(button)
        acts.addStretch(1)
        above.addWidget(self.list, 1)
        above.addLayout(acts)
        body.addLayout(above)
        body.addWidget(self.form)
        body.addWidget(preview)
        self.empty.show_state(
            "star",
            self.tr("No rule yet"),
            self.tr(
                "Give urgent tickets a colour, those of a customer an icon, or let a new one "
                "be heard."
            ),
            self.new.text(),
        )
        self.rows.addWidget(self.empty)
        self.rows.addWidget(self._body)

    def _connect(self) -> None:
        self.new.clicked.connect(self._on_new)
        self.empty.action_chosen.connect(self._on_new)
        self.remove.clicked.connect(self._on_remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.list.currentRowChanged.connect(self._on_row)
        self.form.saved.connect(self._on_saved)

    def _current_id(self) -> str:
        row = self.list.currentRow()
        return self._rows_id(row)

    def _rows_id(self, row: int) -> str:
        return self._rules[row].id if 0 <= row < len(self._rules) else ""

    @Slot()
    def _on_new(self) -> None:
        self.list.setCurrentRow(-1)
        place = max((rule.place for rule in self._rules), default=-1) + 1
        self.form.show_rule(TasteRule(id=new_id(), place=place))
        self.empty.hide()
        self._body.show()
        self.form.filter.setFocus()
        self._show_buttons()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._rules):
            self.form.show_rule(self._rules[row])
        self._show_buttons()

    @Slot(object)
    def _on_saved(self, rule: TasteRule) -> None:
        self._wanted = rule.id
        self.rule_saved.emit(rule)

    @Slot()
    def _on_remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._rules):
            self._wanted = self._rows_id(row + 1) or self._rows_id(row - 1)
            self.rule_removed.emit(self._rules[row])

    def _move(self, by: int) -> None:
        if id := self._current_id():
            self.rule_moved.emit(id, by)

    def _show_state(self) -> None:
        self.empty.setVisible(not self._rules)
        self._body.setVisible(bool(self._rules))
        self._show_buttons()

    def _show_buttons(self) -> None:
        row, last = self.list.currentRow(), len(self._rules) - 1
        self.new.setEnabled(len(self._rules) < MOST_RULES)
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)


def _item(rule: TasteRule) -> QListWidgetItem:
    """Its condition, beside the colour that is seen first."""
    item = QListWidgetItem(rule.filter)
    pair = rule.strip or rule.ground or rule.ink
    if pair is not None:
        item.setIcon(swatch(shown(pair, current_theme())))
    return item
