"""The knowledge base as a page: articles by category and language, and one to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.knowledge.article_list import ArticleList
from desktop.knowledge.article_pane import ArticlePane
from desktop.knowledge.listing import listed_articles
from desktop.widgets.empty_state import EmptyState
from desktop.work.reader import Reader
from models.queries import search
from models.rows import ArticleRow, ArticleText


class KnowledgePage(QWidget):
    """Signals: ``article_opened(str)`` with the article that is shown now."""

    article_opened = Signal(str)

    def __init__(self, reader: Reader, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reader = reader
        self._shown_id = ""
        self.list = ArticleList()
        self.pane = ArticlePane()
        self.empty = EmptyState()
        self._right = QStackedWidget()
        self._right.addWidget(self.empty)
        self._right.addWidget(self.pane)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._right, 1)
        self.list.search_changed.connect(self.load)
        self.list.article_selected.connect(self._on_article_selected)
        self.setFocusProxy(self.list.search)

    @Slot()
    def load(self) -> None:
        """Ask for what fits the search; everything while it is empty."""
        words = self.list.search.text().strip()
        question = partial(listed_articles, words=words, naming=self._language)
        self._reader.ask(f"articles {id(self)}", question, self._on_found)

    def open_article(self, article_id: str) -> None:
        """Show an article, and where it stands in the list."""
        self.list.choose_soon(article_id)
        self.load()

    def reload(self) -> None:
        """Articles changed: read the list and the open one again."""
        self._shown_id = ""
        self.load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _on_found(self, found: list[ArticleRow]) -> None:
        self.list.show_found(found)

    @Slot(str)
    def _on_article_selected(self, article_id: str) -> None:
        if not article_id:
            self._show_empty()
        elif article_id != self._shown_id:
            question = partial(search.article, id=article_id, naming=self._language)
            self._reader.ask(f"article {id(self)}", question, self._on_article_read)
        else:
            self._right.setCurrentWidget(self.pane)

    def _on_article_read(self, article: ArticleText) -> None:
        self._shown_id = article.id
        self.pane.show_article(article)
        self._right.setCurrentWidget(self.pane)
        self.article_opened.emit(article.id)

    def _show_empty(self) -> None:
        if self.list.search.text().strip():
            title = self.tr("No article has these words")
            sentence = self.tr("Try fewer words, or another category or language.")
        else:
            title = self.tr("No articles here yet")
            sentence = self.tr("Articles of the knowledge base appear with the next sync.")
        self.empty.show_state("book", title, sentence)
        self._right.setCurrentWidget(self.empty)
