"""Between the panel of articles and the file: what fits the ticket, and a whole article."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.editor.composer import Composer
from desktop.ticket.knowledge_panel import KnowledgePanel
from desktop.work.reader import Reader
from models.queries import search
from models.queries.suggesting import suggested
from models.rows import ArticleText

_ARTICLES = 6


class KnowledgeDesk(QObject):
    """Reads what the panel asks for, and puts an answer into the composer."""

    def __init__(
        self,
        panel: KnowledgePanel,
        composer: Composer,
        reader: Reader,
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._composer = panel, composer
        self._reader, self._language = reader, language
        panel.search_wanted.connect(self._on_search_wanted)
        panel.article_wanted.connect(self._on_article_wanted)
        panel.insert_wanted.connect(self.insert_answer)

    @Slot(str)
    def _on_search_wanted(self, text: str) -> None:
        question = partial(suggested, query=text, limit=_ARTICLES, naming=self._language)
        self._reader.ask("ticket/articles", question, self._panel.show_articles)

    @Slot(str)
    def _on_article_wanted(self, article_id: str) -> None:
        question = partial(search.article, id=article_id, naming=self._language)
        self._reader.ask("ticket/article", question, self._panel.show_article)

    @Slot(str)
    def insert_answer(self, article_id: str) -> None:
        question = partial(search.article, id=article_id, naming=self._language)
        self._reader.ask("ticket/insert", question, self._on_article_for_answer)

    def _on_article_for_answer(self, article: ArticleText) -> None:
        self._composer.insert_answer(article.html)
