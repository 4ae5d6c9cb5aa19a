"""Knowledge: articles found for the ticket or by typing, read here, put into the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.document_look import MARGIN_PX
from desktop.theme import theme_state
from desktop.ticket.article_card import ArticleCard
from desktop.ticket.image_store import ImageStore
from desktop.ticket.message_reader import MessageReader
from desktop.ticket.scroll_column import ScrollColumn
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField
from models.rows import ArticleHit, ArticleText

_TYPING_PAUSE_MS = 150
_WORTH_SHOWING_PERCENT = 15


class KnowledgePanel(QWidget):
    """Signals: ``search_wanted(str)``, answered with ``show_articles``; ``article_wanted(str)``
    answered with ``show_article``; ``insert_wanted(str)`` with an article's id;
    ``link_chosen(str)`` by a link in an article."""

    search_wanted = Signal(str)
    article_wanted = Signal(str)
    insert_wanted = Signal(str)
    link_chosen = Signal(str)

    def __init__(self, images: ImageStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._cards: list[ArticleCard] = []
        self._read_id = ""
        self._subject = ""
        self._search = SearchField(self.tr("Search articles"))
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._found, self._pages = ScrollColumn(), QStackedWidget()
        self._found.column.setContentsMargins(14, 0, 14, 14)
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self._title.setContentsMargins(8, 4, 8, 0)
        self._back = Button(self.tr("Back"), "chevron-left", kind="flat", small=True)
        self._insert = Button(self.tr("Insert answer"), "plus", small=True)
        self._article: ArticleText | None = None
        self._reader = MessageReader("", 200, images.fitted, self)
        self._reader.show_scroll_bar()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()

    def show_subject(self, subject: str) -> None:
        """Another ticket: look for what its subject says."""
        if subject != self._subject:
            self._subject = subject
            self._search.clear()
            self._pages.setCurrentIndex(0)
            self._ask()

    def show_articles(self, hits: Sequence[ArticleHit]) -> None:
        """What was found, best first; what hardly fits is shown to whoever typed for it alone."""
        typed = bool(self._search.text().strip())
        hits = [hit for hit in hits if typed or hit.match_percent >= _WORTH_SHOWING_PERCENT]
        self._heading.setText(self.tr("Found") if typed else self.tr("Suggested for this ticket"))
        self._found.clear()
        self._cards = [ArticleCard(hit) for hit in hits]
        for card in self._cards:
            card.read_wanted.connect(self._on_read_wanted)
            card.insert_wanted.connect(self.insert_wanted)
            card.step_wanted.connect(self._on_step_wanted)
            self._found.add(card)
        if not hits:
            state = EmptyState()
            words = self.tr("Other words may find one.")
            state.show_state("book", self.tr("No article found"), words)
            self._found.add(state)

    def show_article(self, article: ArticleText) -> None:
        """Read one in place of the list."""
        self._article = article
        self._title.setText(article.title)
        self._show_text()
        self._pages.setCurrentIndex(1)
        self._reader.setFocus()

    def _lay_out(self) -> None:
        article, buttons = QWidget(), QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._insert)
        buttons.setContentsMargins(0, 0, 8, 0)
        inside = QVBoxLayout(article)
        inside.setContentsMargins(6, 0, 6, 8)
        inside.addLayout(buttons)
        inside.addWidget(self._title)
        inside.addWidget(self._reader, 1)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self._heading)
        column.addLayout(head)
        column.addWidget(self._found, 1)
        self._pages.addWidget(found)
        self._pages.addWidget(article)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 2)
        top.addWidget(self._search)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._search.installEventFilter(self)
        self._search.textEdited.connect(self._on_text_edited)
        self._pause.timeout.connect(self._ask)
        self._back.clicked.connect(self._on_back_clicked)
        self._insert.clicked.connect(self._on_insert_clicked)
        theme_state().changed.connect(self._show_text)
        self._reader.closed.connect(self._on_back_clicked)
        self._reader.link_chosen.connect(self.link_chosen)

    @Slot()
    def _show_text(self) -> None:
        if self._article is not None:
            room = self._reader.viewport().width() - 2 * MARGIN_PX
            self._reader.show_html(self._article.html, room)

    @Slot()
    def _on_insert_clicked(self) -> None:
        if self._article is not None:
            self.insert_wanted.emit(self._article.id)

    @Slot()
    def _on_text_edited(self) -> None:
        self._pages.setCurrentIndex(0)
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self.search_wanted.emit(self._search.text().strip() or self._subject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search field to what it found."""
        is_key = watched is self._search and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self._focus_card(0)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_read_wanted(self, article_id: str) -> None:
        self._read_id = article_id
        self.article_wanted.emit(article_id)

    @Slot(int)
    def _on_step_wanted(self, step: int) -> None:
        card = self.focusWidget()
        if isinstance(card, ArticleCard) and card in self._cards:
            self._focus_card(self._cards.index(card) + step)

    def _focus_card(self, position: int) -> None:
        """Above the first card is the search field."""
        if position < 0:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif position < len(self._cards):
            card = self._cards[position]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self._found.ensureWidgetVisible(card, 0, 8)

    @Slot()
    def _on_back_clicked(self) -> None:
        """Back to the card that was read."""
        self._pages.setCurrentIndex(0)
        read = [n for n, card in enumerate(self._cards) if card.article_id() == self._read_id]
        self._focus_card(read[0] if read else -1)
