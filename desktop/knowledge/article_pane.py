"""The right side of the knowledge base: one article to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.knowledge.article_text import ArticleTextView
from desktop.knowledge.words import audience_words, language_name
from desktop.moments import day_words
from desktop.theme import PANE_PADDING_PX
from desktop.widgets.pill import Pill
from models.rows import ArticleText


class ArticlePane(QWidget):
    """Read only for now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where, self.title = QLabel(), QLabel()
        self._language, self._audience = Pill(), Pill()
        self.text = ArticleTextView()
        self._where.setProperty("role", "secondary")
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        for label in (self._where, self.title):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    def show_article(self, article: ArticleText) -> None:
        """Show an article from its beginning."""
        changed = day_words(article.updated_at_ms)
        when = self.tr("changed %1").replace("%1", changed) if changed else ""
        self._where.setText(" · ".join(filter(None, (article.category, when))))
        self.title.setText(article.title)
        self._language.set_pill(language_name(article.language), icon="globe")
        self._audience.set_pill(audience_words(article.audience), icon="people")
        self.text.show_html(article.html)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setObjectName("ticketHeader")
        inside = QVBoxLayout(header)
        inside.setContentsMargins(PANE_PADDING_PX, 12, PANE_PADDING_PX, 12)
        inside.setSpacing(6)
        inside.addWidget(self._where)
        inside.addWidget(self.title)
        pills = QHBoxLayout()
        pills.setSpacing(6)
        pills.addWidget(self._audience)
        pills.addWidget(self._language)
        pills.addStretch(1)
        inside.addLayout(pills)
        card = QFrame()
        card.setProperty("card", True)
        page = QVBoxLayout(card)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(self.text)
        body = QVBoxLayout()
        pad = PANE_PADDING_PX
        body.setContentsMargins(pad, pad, pad, pad)
        body.addWidget(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(body, 1)
