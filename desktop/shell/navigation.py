"""The sidebar: views and queues above, pages below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.icons import icon_names
from desktop.shell.navigation_list import NavigationList
from desktop.shell.navigation_model import NavEntry
from desktop.shell.summary import Summary
from desktop.shell.sync_words import tip_words
from desktop.theme import SIDEBAR_WIDTH_PX
from models.queries.saved_views import PREFIX, SavedView
from models.rows import QueueRow

DEFAULT_QUEUE_ICON, DEFAULT_VIEW_ICON = "ticket", "star"
SOMETIMES = {
    "level_2": ("level_1", "level_2"),
    "offered": ("offered",),
    "pinned": ("pinned",),
    "reminders": ("reminders",),
}
"""Views that come, and stay, once the first one of them has something to show."""
SETTINGS_KEY, OUTBOX_KEY, CUSTOMERS_KEY = "settings", "outbox", "customers"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Navigation", text)


def inbox_entries(wanted: Set[str] = frozenset()) -> list[NavEntry]:
    """The fixed views, by the keys of ``models.queries.inbox``; those of ``SOMETIMES`` where they
    are wanted."""
    sometimes = [
        NavEntry("offered", _tr("Offered"), "hand"),
        NavEntry("level_1", _tr("Level 1"), "people"),
        NavEntry("level_2", _tr("Level 2"), "star"),
    ]
    return [
        NavEntry("", _tr("Inbox")),
        NavEntry("my_open", _tr("My open"), "inbox"),
        *_own_entries(wanted),
        NavEntry("mentions", _tr("Mentions"), "at"),
        NavEntry("unassigned", _tr("Unassigned"), "unassigned"),
        NavEntry("not_started", _tr("Not started"), "circle"),
        NavEntry("at_risk", _tr("At risk"), "alert-circle", alarm=True),
        NavEntry("postponed", _tr("Postponed"), "clock"),
        NavEntry("drafts", _tr("Drafts"), "pencil"),
        NavEntry("done_today", _tr("Done today"), "check-circle"),
        *(entry for entry in sometimes if entry.key in wanted),
        NavEntry("all", _tr("All tickets"), "ticket"),
    ]


def _own_entries(wanted: Set[str]) -> list[NavEntry]:
    """Views of what its person alone sees."""
    entries = [
        NavEntry("pinned", _tr("Pinned"), "pin"),
        NavEntry("reminders", _tr("My reminders"), "bell"),
    ]
    return [entry for entry in entries if entry.key in wanted]


def queue_entries(queues: Sequence[QueueRow]) -> list[NavEntry]:
    """One entry for each queue that is this person's, below a heading; nothing without any."""
    mine = [queue for queue in queues if queue.mine]
    entries = [
        NavEntry(f"queue:{queue.name}", queue.name, queue.icon or DEFAULT_QUEUE_ICON)
        for queue in mine
    ]
    return [NavEntry("", _tr("Queues")), *entries] if entries else []


def saved_entries(views: Sequence[SavedView]) -> list[NavEntry]:
    """One entry for each saved view, below a heading; nothing without any."""
    known = icon_names()
    entries = [
        NavEntry(view.key, view.name, view.icon if view.icon in known else DEFAULT_VIEW_ICON)
        for view in views
    ]
    return [NavEntry("", _tr("Views")), *entries] if entries else []


class Navigation(QFrame):
    """Signals: ``view_chosen(str)``, ``page_chosen(str)`` with the key of an entry;
    ``entry_clicked()`` when the mouse chose a view, so that the list may have the keyboard;
    ``entry_entered()`` when Enter goes on into the view that is chosen."""

    view_chosen = Signal(str)
    page_chosen = Signal(str)
    entry_clicked = Signal()
    entry_entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH_PX)
        self.views = NavigationList(self.tr("Views and queues"), whole=False)
        self.pages = NavigationList(self.tr("Pages"), whole=True)
        self._page, self._wanted = "", frozenset[str]()
        self._queues: tuple[QueueRow, ...] = ()
        self._saved: tuple[SavedView, ...] = ()
        self.views.show_entries(inbox_entries())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.pages)
        self.views.chosen.connect(self._on_view_chosen)
        self.views.clicked.connect(self.entry_clicked)
        self.views.activated.connect(self.entry_entered)
        self.pages.chosen.connect(self._on_page_chosen)

    def show_queues(self, queues: Sequence[QueueRow], views: Sequence[SavedView] = ()) -> None:
        """Queues, and below them the saved views."""
        self._queues, self._saved = tuple(queues), tuple(views)
        self.views.show_entries(
            inbox_entries(self._wanted) + queue_entries(queues) + saved_entries(views)
        )

    def show_summary(self, summary: Summary, now_ms: int) -> None:
        """Everything that stands at the entries, read in one go."""
        self.show_queues(summary.queues, summary.views)
        self.show_tips(tip_words(summary.oldest_new_ms, now_ms))
        self.show_counts(summary.counts)
        self.show_outbox(summary.status.waiting, summary.status.attention)

    def saved(self) -> tuple[SavedView, ...]:
        """The saved views in their order."""
        return self._saved

    def add_page(self, key: str, text: str, icon: str) -> None:
        """An entry at the bottom, above the settings."""
        known = [entry for entry in self._page_entries() if entry.key != SETTINGS_KEY]
        last = [entry for entry in self._page_entries() if entry.key == SETTINGS_KEY]
        self.pages.show_entries([*known, NavEntry(key, text, icon), *last])

    def show_tips(self, tips: Mapping[str, str]) -> None:
        """What is said of views besides their number, by their keys."""
        self.views.entries.show_tips(tips)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers by the keys of views. Some views come once there is something in them."""
        come = {view for key, views in SOMETIMES.items() if counts.get(key) for view in views}
        if not come <= self._wanted:
            self._wanted |= come
            self.show_queues(self._queues, self._saved)
        self.views.entries.show_counts(counts)

    def show_outbox(self, waiting: int, attention: int) -> None:
        """Beside the outbox stands what needs somebody, else what waits."""
        words = self.tr("%n need your attention", "", attention) if attention else ""
        self.pages.entries.show_count(OUTBOX_KEY, attention or waiting, words)

    def select(self, key: str) -> None:
        """Mark an entry without emitting."""
        self.views.select(key)
        self._page = key if self.pages.select(key) else ""

    def title_of(self, key: str) -> str:
        """The words of an entry; for a queue that is not listed yet its name,
        for such a view nothing."""
        entry = self.views.entries.entry_at(self.views.entries.index_of(key).row())
        if entry is not None:
            return entry.text
        return "" if key.startswith(PREFIX) else key.removeprefix("queue:")

    def _page_entries(self) -> list[NavEntry]:
        model = self.pages.entries
        return [entry for n in range(model.rowCount()) if (entry := model.entry_at(n))]

    @Slot(str)
    def _on_view_chosen(self, key: str) -> None:
        self.pages.select("")
        self._page = ""
        self.view_chosen.emit(key)

    @Slot(str)
    def _on_page_chosen(self, key: str) -> None:
        if key != SETTINGS_KEY:
            self.views.select("")
            self._page = key
        else:
            self.pages.select(self._page)  # settings open above what is shown
        self.page_chosen.emit(key)
