"""The left side of the outbox: how old the picture is, and the lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions.registry import KeyNote
from desktop.outbox.outbox_delegate import OutboxDelegate
from desktop.outbox.outbox_model import Heading, OutboxModel
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.side_list import SideList
from models.queries.outbox import OutboxEntry, OutboxLines

KEYS = {"open": "Return", "edit": "E", "retry": "R", "withdraw": "Del", "pause": "P"}


class OutboxList(SideList):
    """Signals: ``entry_selected(OutboxEntry | None)``, ``act_wanted(str)`` by a key of KEYS,
    ``details_wanted()``."""

    entry_selected = Signal(object)
    act_wanted = Signal(str)
    details_wanted = Signal()

    def __init__(self, model: OutboxModel, delegate: OutboxDelegate) -> None:
        super().__init__()
        self.model = model
        self._as_of = ElidedLabel()
        self.details = Button(self.tr("Details"), "info-circle", kind="flat", small=True)
        self.details.setAccessibleName(self.tr("Sync details"))
        self.details.setToolTip(self.tr("Sync details") + "  Shift+F5")
        delegate.setParent(self.view)
        self.set_up_view(model, delegate, self.tr("Outbox"))
        self.view.setUniformItemSizes(False)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        self.details.clicked.connect(self.details_wanted)
        self._add_keys()
        self.lay_out(self.tr("Outbox"), self._info())

    def key_notes(self) -> list[KeyNote]:
        """For the card of keys."""
        place = self.tr("In the outbox")
        words = {
            "open": self.tr("Open the ticket"),
            "edit": self.tr("Change the text"),
            "retry": self.tr("Try again"),
            "withdraw": self.tr("Withdraw"),
            "pause": self.tr("Pause or resume a file"),
        }
        return [KeyNote(place, words[act], keys) for act, keys in KEYS.items()]

    def show_page(self, page: OutboxLines) -> None:
        """Show the lines; what was selected stays so while it is here, wherever it moves."""
        before = self.selected()
        self.model.show(page)
        self.show_count(page.counts.get("attention", 0) + page.counts.get("moving", 0))
        if self.selected() is None:
            self.view.setCurrentIndex(self.model.index(self.model.first()))
        if self.selected() != before or self.selected() is None:
            self.entry_selected.emit(self.selected())

    def show_as_of(self, words: str) -> None:
        """``As of 12:02, 3 changes wait.``"""
        if words != self._as_of.text():
            self._as_of.setText(words)

    def as_of(self) -> str:
        return self._as_of.text()

    def selected(self) -> OutboxEntry | None:
        """The selected line, unless it is a heading."""
        return self.model.entry_at(self.view.currentIndex().row())

    def _info(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("filterBar")
        self._as_of.setProperty("role", "secondary")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 6, 6)
        row.addWidget(self._as_of, 1)
        row.addWidget(self.details)
        return bar

    def _add_keys(self) -> None:
        for act, keys in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda act=act: self._on_key(act))

    def _on_key(self, act: str) -> None:
        """Enter on the heading of what was sent folds it."""
        line = self.model.line_at(self.view.currentIndex().row())
        if isinstance(line, Heading) and act == "open":
            self.model.fold_sent()
        elif isinstance(line, OutboxEntry):
            self.act_wanted.emit(act)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(self.model.line_at(index.row()), Heading):
            self.model.fold_sent()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.entry_selected.emit(self.model.entry_at(current.row()))
