"""The desk in a few numbers: one window, an empty feed, sorted work, a team, and how fast it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.home.ageing_card import AgeingCard
from desktop.home.answers_card import AnswersCard
from desktop.home.tile import Tile
from desktop.promise_words import age_words
from desktop.theme import CARD_GAP_PX, PANE_PADDING_PX
from desktop.widgets.tone import Tone
from desktop.work.reader import Reader
from models.commands import SetTicket
from models.queries.ageing import ageing
from models.queries.home import HomeNumbers, home_numbers
from models.rows import Actor

WEEK_MS = 7 * 86_400_000


class HomePage(QScrollArea):
    """Signals: ``view_wanted(str)``, a view by its key, when somebody wants to see the tickets
    behind a number; ``ticket_wanted(str)`` with an id; ``command_chosen(Command)``."""

    view_wanted = Signal(str)
    ticket_wanted = Signal(str)
    command_chosen = Signal(object)

    def __init__(
        self, reader: Reader, me: Actor, now_ms: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._me, self._now_ms = reader, me, now_ms
        self.window_tile = Tile(self.tr("Open, in one window"))
        self.feed = Tile(self.tr("Not started"))
        self.sorted = Tile(self.tr("With a category"))
        self.team = Tile(self.tr("Nobody's yet"))
        self.mine = Tile(self.tr("My open"))
        self.answers, self.ageing = AnswersCard(), AgeingCard(now_ms)
        wanted = {
            self.mine: "my_open",
            self.feed: "not_started",
            self.window_tile: "all",
            self.sorted: "all",
            self.team: "unassigned",
        }
        for tile, view in wanted.items():
            tile.clicked.connect(partial(self.view_wanted.emit, view))
        self.ageing.all_wanted.connect(lambda: self.view_wanted.emit("offered"))
        self.ageing.ticket_wanted.connect(self.ticket_wanted)
        self.ageing.take_wanted.connect(self._on_take_wanted)
        self._lay_out()
        self.setFocusProxy(self.mine)

    @Slot()
    def load(self) -> None:
        """Count again."""
        question = partial(home_numbers, me=self._me, since_ms=self._now_ms() - WEEK_MS)
        self._reader.ask(f"home {id(self)}", question, self.show_numbers)
        piled = partial(ageing, me=self._me, now_ms=self._now_ms())
        self._reader.ask(f"ageing {id(self)}", piled, self.ageing.show_ageing)

    @Slot()
    def refresh(self) -> None:
        """Something changed; what nobody sees is counted when it is shown."""
        if self.isVisible():
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def show_numbers(self, numbers: HomeNumbers) -> None:
        channels = self.tr("from %n channels", "", numbers.channels)
        self.window_tile.show_number(str(numbers.open), channels)
        self.mine.show_number(str(numbers.mine), self.tr("of %1").replace("%1", str(numbers.open)))
        self._show_feed(numbers)
        with_one = numbers.open - numbers.without_category
        share = 100 * with_one // numbers.open if numbers.open else 100
        words = self.tr("%n without", "", numbers.without_category)
        tone = Tone.RISK if numbers.without_category else Tone.GOOD
        self.sorted.show_number(f"{share} %", words, tone)
        people = self.tr("%n people at work", "", numbers.people)
        self.team.show_number(str(numbers.unassigned), people)
        self.answers.show_answers(numbers.answers)

    @Slot(str)
    def _on_take_wanted(self, ticket_id: str) -> None:
        self.command_chosen.emit(SetTicket(id=ticket_id, set={"assignee_id": self._me.id}))

    def _show_feed(self, numbers: HomeNumbers) -> None:
        if not numbers.not_started:
            self.feed.show_number("0", self.tr("the feed is empty"), Tone.GOOD)
            return
        age = age_words(numbers.oldest_at_ms, self._now_ms())
        words = self.tr("the oldest for %1").replace("%1", age)
        self.feed.show_number(str(numbers.not_started), words, Tone.RISK)

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = QLabel(self.tr("Dashboard"))
        title.setProperty("role", "title")
        tiles = QHBoxLayout()
        tiles.setSpacing(CARD_GAP_PX)
        for tile in (self.mine, self.feed, self.window_tile, self.sorted, self.team):
            tiles.addWidget(tile)
        content = QWidget()
        content.setObjectName("scrollContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(PANE_PADDING_PX, PANE_PADDING_PX, PANE_PADDING_PX, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(tiles)
        column.addWidget(self.answers)
        column.addWidget(self.ageing)
        column.addStretch(1)
        self.setWidget(content)
