"""What categories tell whoever writes: a sentence, a channel, whether a screenshot helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop.field_words import channel_words
from desktop.settings.page import SettingsPage
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_edit import FactEdit
from models.queries.hints import CategorySetting
from models.rows import CHANNELS

_LIST_HEIGHT_PX, _INDENT = 230, "    "


class CategoriesPage(SettingsPage):
    """A choice applies at once; who may not change anything sees all of it.

    Signals: ``changed(str, dict)``: id and columns of a category, answered by ``show_settings``.
    """

    changed = Signal(str, object)

    def __init__(self, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_change = may_change
        self._rows: list[CategorySetting] = []
        self.set_title(self.tr("Categories"))
        self.list, self.empty = QListWidget(), EmptyState()
        self.list.setAccessibleName(self.title())
        self.hint = FactEdit(self.tr("Hint"))
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("Preferred channel"))
        self.screenshot = QCheckBox(self.tr("Ask for a screenshot"))
        self.screenshot.setAccessibleName(self.screenshot.text())
        self._form = (self.hint, self.channel, self.screenshot)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_current)
        self.hint.committed.connect(lambda text: self._change("hint", text.strip()))
        self.channel.activated.connect(self._on_channel)
        self.screenshot.clicked.connect(lambda on: self._change("ask_screenshot", int(on)))
        self.show_settings([])

    def show_settings(self, rows: Sequence[CategorySetting]) -> None:
        """The categories as they are; the one that is looked at stays."""
        chosen = self.current()
        self._rows = list(rows)
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{_INDENT * (len(row.path) - 1)}{row.path[-1]}")
            item.setToolTip(" › ".join(row.path))
            self.list.addItem(item)
        ids = [row.id for row in rows]
        at = ids.index(chosen.id) if chosen and chosen.id in ids else 0
        self.list.setCurrentRow(at if rows else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_current()

    def current(self) -> CategorySetting | None:
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _lay_out(self) -> None:
        self.add_words(
            self.tr(
                "What a category says, it says to everybody who writes a ticket or a reply, and "
                "the categories below it say it too."
            )
        )
        self.list.setFixedHeight(_LIST_HEIGHT_PX)
        nothing = self.tr("They come with “deskside-server import settings”.")
        self.empty.show_state("tag", self.tr("No category yet"), nothing)
        self.rows.addWidget(self.list)
        self.rows.addWidget(self.empty)
        self.rows.addSpacing(6)
        for field in (self.hint, self.channel):
            label = QLabel(field.accessibleName())
            label.setProperty("role", "secondary")
            label.setBuddy(field)
            self.rows.addWidget(label)
            self.rows.addWidget(field)
        self.rows.addWidget(self.screenshot)
        if not self._may_change:
            self.add_words(self.tr("Only a lead or an admin can change this."))

    @Slot()
    def _show_current(self) -> None:
        row = self.current()
        for field in self._form:
            field.setEnabled(self._may_change and row is not None)
        if row is None:
            return
        self.hint.setPlaceholderText(row.above.text or "—")
        self.hint.show_value(row.hint)
        self._show_channels(row)
        self.screenshot.setChecked(row.ask_screenshot or row.above.screenshot)
        if row.above.screenshot:
            self.screenshot.setEnabled(False)
        inherited = self.tr("A category above this one asks for it.")
        self.screenshot.setToolTip(inherited if row.above.screenshot else "")

    def _show_channels(self, row: CategorySetting) -> None:
        above = row.above.channel
        as_above = self.tr("As above: %1").replace("%1", channel_words(above))
        self.channel.clear()
        self.channel.addItem(as_above if above else self.tr("Any"), "")
        for channel in CHANNELS:
            self.channel.addItem(channel_words(channel), channel)
        self.channel.setCurrentIndex(max(0, self.channel.findData(row.preferred_channel)))

    @Slot()
    def _on_channel(self) -> None:
        self._change("preferred_channel", self.channel.currentData())

    def _change(self, column: str, value: str | int) -> None:
        row = self.current()
        if row is not None and getattr(row, column) != value:
            self.changed.emit(row.id, {column: value})
