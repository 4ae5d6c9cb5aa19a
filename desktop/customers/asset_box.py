"""Equipment of a customer: edited where it stands, added in the last line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.fact_edit import FactEdit
from desktop.widgets.icon_button import IconButton
from models.commands import Delete, Put
from models.queries.customer_rows import AssetRow, CustomerKind


class AssetBox(QWidget):
    """Signals: ``command_chosen(Command)``."""

    command_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: CustomerKind = "contact"
        self._owner_id = ""
        self._assets: tuple[AssetRow, ...] = ()
        self.fields: dict[str, tuple[FactEdit, FactEdit]] = {}
        self.new = FactEdit(self.tr("Add equipment"))
        self.new.setPlaceholderText(self.tr("Add equipment, e.g. Laptop T14"))
        self.new.committed.connect(self._on_added)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._lines)
        layout.addWidget(self.new)

    def show_assets(self, kind: CustomerKind, owner_id: str, assets: Sequence[AssetRow]) -> None:
        """Of this customer; what is being typed stays as long as the same pieces are there."""
        same = [asset.id for asset in assets] == [asset.id for asset in self._assets]
        if owner_id != self._owner_id:
            self.new.show_value("")
            self.new.clear()
        self._kind, self._owner_id, self._assets = kind, owner_id, tuple(assets)
        if not same:
            self._build()
        for asset in assets:
            if asset.id in self.fields:
                name, serial = self.fields[asset.id]
                name.show_value(asset.name)
                serial.show_value(asset.serial)

    def _build(self) -> None:
        self.fields = {}
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for asset in self._assets:
            self._lines.addWidget(self._theirs(asset) if asset.of_company else self._line(asset))

    def _line(self, asset: AssetRow) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        name = FactEdit(self.tr("Equipment"))
        serial = FactEdit(self.tr("Serial number of %1").replace("%1", asset.name))
        serial.setPlaceholderText(self.tr("Serial number"))
        gone = IconButton("close", self.tr("Remove %1").replace("%1", asset.name), small=True)
        name.committed.connect(partial(self._on_changed, asset.id, "name"))
        serial.committed.connect(partial(self._on_changed, asset.id, "serial"))
        gone.clicked.connect(partial(self._on_removed, asset.id))
        row.addWidget(name, 3)
        row.addWidget(serial, 2)
        row.addWidget(gone)
        self.fields[asset.id] = (name, serial)
        return line

    def _theirs(self, asset: AssetRow) -> QLabel:
        words = " · ".join(filter(None, (asset.name, asset.serial, self.tr("of the company"))))
        label = ElidedLabel(words)
        label.setProperty("role", "secondary")
        label.setContentsMargins(7, 3, 0, 3)
        return label

    @Slot(str)
    def _on_added(self, text: str) -> None:
        owner = "contact_id" if self._kind == "contact" else "company_id"
        self.new.clear()
        if text.strip():
            values = {"name": text.strip(), owner: self._owner_id}
            self.command_chosen.emit(Put(entity="asset", set=values))

    def _on_changed(self, id: str, field: str, text: str) -> None:
        self.command_chosen.emit(Put(entity="asset", id=id, set={field: text.strip()}))

    def _on_removed(self, id: str) -> None:
        self.command_chosen.emit(Delete(entity="asset", id=id))
