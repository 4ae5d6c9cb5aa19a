"""Knowledge: articles found for the ticket or by typing, read here, put into the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.document_look import MARGIN_PX
from desktop.theme import theme_state
from desktop.ticket.article_card import ArticleCard
from desktop.ticket.beside_card import BesideCard
from desktop.ticket.image_store import ImageStore
from desktop.ticket.message_reader import MessageReader
from desktop.ticket.scroll_column import ScrollColumn
from desktop.ticket.side_card import SideCard
from desktop.ticket.solved_words import solved_title, solved_words
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField
from models.queries.solved import Beside
from models.rows import ArticleHit, ArticleText

_TYPING_PAUSE_MS = 150
_WORTH_SHOWING_PERCENT = 15
_SHOWN_LETTERS = 90


class KnowledgePanel(QWidget):
    """Signals: ``search_wanted(str)``, answered with ``show_articles``; ``article_wanted(str)``
    answered with ``show_article``; ``insert_wanted(str)``, ``link_wanted(str)`` with an article's
    id; ``link_chosen(str)`` by a link in an article; ``ticket_wanted(str)``,
    ``solution_wanted(str)`` with the id of a solved ticket; ``template_wanted(TemplateRow)``."""

    search_wanted = Signal(str)
    article_wanted = Signal(str)
    insert_wanted = Signal(str)
    link_wanted = Signal(str)
    ticket_wanted = Signal(str)
    solution_wanted = Signal(str)
    template_wanted = Signal(object)
    link_chosen = Signal(str)

    def __init__(self, images: ImageStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._cards: list[SideCard] = []
        self._hits: tuple[ArticleHit, ...] = ()
        self._beside = Beside()
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
        worth = (hit for hit in hits if typed or hit.match_percent >= _WORTH_SHOWING_PERCENT)
        self._hits = tuple(worth)
        self._show_cards()

    def show_beside(self, told: Beside) -> None:
        """What else may help with the ticket; a search for articles hides it."""
        if told != self._beside:
            self._beside = told
            if not self._search.text().strip():
                self._show_cards()

    def _show_cards(self) -> None:
        typed = bool(self._search.text().strip())
        self._heading.setText(self.tr("Found") if typed else self.tr("Suggested for this ticket"))
        self._found.clear()
        self._cards = []
        for hit in self._hits:
            self._add_article(hit)
        if not self._hits:
            state = EmptyState()
            words = self.tr("Other words may find one.")
            state.show_state("book", self.tr("No article found"), words)
            self._found.add(state)
        if not typed:
            self._add_beside()

    def _add_article(self, hit: ArticleHit) -> None:
        card = ArticleCard(hit)
        card.read_wanted.connect(self._on_read_wanted)
        card.insert_wanted.connect(self.insert_wanted)
        card.link_wanted.connect(self.link_wanted)
        self._add_card(card)

    def _add_beside(self) -> None:
        for n, row in enumerate(self._beside.solved):
            self._add_heading(self.tr("Solved the same way") if not n else "")
            words = self.tr("Quote the answer") if row.has_answer else ""
            solved = BesideCard(solved_title(row), solved_words(row), words)
            solved.open_wanted.connect(partial(self.ticket_wanted.emit, row.id))
            solved.insert_wanted.connect(partial(self.solution_wanted.emit, row.id))
            self._add_card(solved)
        for n, template in enumerate(self._beside.templates):
            self._add_heading(self.tr("Templates") if not n else "")
            card = BesideCard(template.name, _begun(template.text), self.tr("Insert"))
            for wanted in (card.open_wanted, card.insert_wanted):
                wanted.connect(partial(self.template_wanted.emit, template))
            self._add_card(card)

    def _add_heading(self, words: str) -> None:
        if words:
            heading = QLabel(words)
            heading.setProperty("role", "section")
            self._found.add(heading)

    def _add_card(self, card: SideCard) -> None:
        card.step_wanted.connect(self._on_step_wanted)
        self._cards.append(card)
        self._found.add(card)

    def take_focus(self) -> None:
        """Put the keyboard on what helps most, else on the search."""
        self._focus_card(0 if self._cards and not self._pages.currentIndex() else -1)

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
        if isinstance(card, SideCard) and card in self._cards:
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
        ids = [hit.row.id for hit in self._hits]  # their cards come first
        self._focus_card(ids.index(self._read_id) if self._read_id in ids else -1)


def _begun(text: str) -> str:
    """How it begins, in whole words."""
    if len(text) <= _SHOWN_LETTERS:
        return text
    return text[:_SHOWN_LETTERS].rsplit(" ", 1)[0] + " …"
