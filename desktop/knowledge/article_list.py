"""The left side of the knowledge base: search, filters, and the articles found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.knowledge.article_delegate import ArticleDelegate
from desktop.knowledge.article_model import ArticleModel
from desktop.language import LANGUAGES
from desktop.widgets.search_field import SearchField
from desktop.widgets.side_list import SideList
from models.rows import ArticleRow


class ArticleList(SideList):
    """Signals: ``search_changed(str)``, ``article_selected(str)`` with an id, empty for none."""

    search_changed = Signal(str)
    article_selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticleModel(self)
        self._wanted_id = ""
        self.search = SearchField(self.tr("Search articles"))
        self.category, self.language = QComboBox(), QComboBox()
        self.set_up_view(self.model, ArticleDelegate(self.view), self.tr("Articles"))
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.lay_out(self.tr("Knowledge base"), self._filters())
        self._fill(self.language, self.tr("All languages"), LANGUAGES.items())
        self._fill(self.category, self.tr("All categories"), ())
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self.search_changed)
        self.category.currentIndexChanged.connect(self._on_filter_changed)
        self.language.currentIndexChanged.connect(self._on_filter_changed)

    def show_found(self, found: Sequence[ArticleRow]) -> None:
        """Show what was found; the article that is open stays selected if it is among it."""
        selected, self._wanted_id = self._wanted_id or self.selected_id(), ""
        self.model.show_found(found)
        names = self.model.categories()
        self._fill(self.category, self.tr("All categories"), zip(names, names, strict=True))
        self._on_filter_changed(keep=selected)

    def choose_soon(self, article_id: str) -> None:
        """Select an article with the next list, whatever was searched or filtered before."""
        self._wanted_id = article_id
        self.category.setCurrentIndex(0)
        self.language.setCurrentIndex(0)
        self.search.clear()

    def selected_id(self) -> str:
        """The id of the selected article, or an empty string."""
        row = self.model.article_at(self.view.currentIndex().row())
        return row.id if row is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down leads from the search into the list."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
        ):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, combo: QComboBox, everything: str, rows: Iterable[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(everything, "")
        for key, words in rows:
            combo.addItem(words, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)

    def _filters(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("filterBar")
        self.category.setAccessibleName(self.tr("Category"))
        self.language.setAccessibleName(self.tr("Language of the articles"))
        combos = QHBoxLayout()
        combos.setSpacing(6)
        combos.addWidget(self.category, 1)
        combos.addWidget(self.language, 1)
        layout = QVBoxLayout(bar)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addLayout(combos)
        return bar

    @Slot()
    def _on_filter_changed(self, _index: int = 0, *, keep: str = "") -> None:
        selected = keep or self.selected_id()
        self.model.set_filters(self.category.currentData(), self.language.currentData())
        count = self.model.rowCount()
        self.show_count(count)
        if count:
            self.view.setCurrentIndex(self.model.index(max(0, self.model.position_of(selected))))
        else:
            self.article_selected.emit("")

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self.model.article_at(current.row())
        if row is not None:
            self.article_selected.emit(row.id)
