"""Between the panel of articles and the file: what fits the ticket, and a whole article."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.editor.composer import Composer
from desktop.ticket.knowledge_panel import KnowledgePanel
from desktop.work.reader import Reader
from models.queries import search
from models.queries.solved import Beside, TemplateRow, beside, solution
from models.queries.suggesting import suggested
from models.rows import ArticleText

ARTICLE_LINK = "deskside://article/"
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
        self._about = ("", "")
        panel.search_wanted.connect(self._on_search_wanted)
        panel.article_wanted.connect(self._on_article_wanted)
        panel.insert_wanted.connect(self.insert_answer)
        panel.link_wanted.connect(self._on_link_wanted)
        panel.solution_wanted.connect(self._on_solution_wanted)
        panel.template_wanted.connect(self._on_template_wanted)

    def show_ticket(self, ticket_id: str, subject: str) -> None:
        """What fits it is looked for once for its words; of another ticket nothing stays."""
        if (ticket_id, subject) == self._about:
            return
        self._about = (ticket_id, subject)
        self._panel.show_beside(Beside())
        self._panel.show_subject(subject)
        question = partial(beside, ticket_id=ticket_id, language=self._language)
        self._reader.ask("ticket/beside", question, self._panel.show_beside)

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

    @Slot(str)
    def _on_link_wanted(self, article_id: str) -> None:
        question = partial(search.article, id=article_id, naming=self._language)
        self._reader.ask("ticket/insert", question, self._on_article_for_link)

    def _on_article_for_link(self, article: ArticleText) -> None:
        self._composer.open_kind("reply")
        self._composer.editor("reply").add_link(f"{ARTICLE_LINK}{article.id}", article.title)

    @Slot(str)
    def _on_solution_wanted(self, ticket_id: str) -> None:
        question = partial(solution, ticket_id=ticket_id)
        self._reader.ask("ticket/insert", question, self._composer.insert_answer)

    @Slot(object)
    def _on_template_wanted(self, template: TemplateRow) -> None:
        self._composer.insert_answer(template.html)

    def follows(self, href: str) -> bool:
        """Whether a link is one to an article, which is then read beside the ticket."""
        if not href.startswith(ARTICLE_LINK):
            return False
        self._on_article_wanted(href.removeprefix(ARTICLE_LINK))
        return True
