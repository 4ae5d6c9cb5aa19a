"""The line across the top: product, two starts, search, bell, person."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from desktop.actions.registry import ActionRegistry
from desktop.icons import pixmap
from desktop.shell.avatar_button import AvatarButton
from desktop.shell.bell_button import BellButton
from desktop.shell.top_search import TopSearch
from desktop.theme import SIDEBAR_WIDTH_PX, current_theme, theme_state
from desktop.widgets.button import Button, ButtonKind
from models.rows import Actor

TYPING_PAUSE_MS = 150
LOGO_PX = 20
SEARCH_WIDTHS_PX = (240, 520)
EDGE_PX = 12


class TopBar(QFrame):
    """Signals: ``search_wanted(str)`` after a pause in typing or by Enter, "" when emptied;
    ``search_left()`` by Enter, Down, or Escape in the empty field: the list is to have the
    keyboard."""

    search_wanted = Signal(str)
    search_left = Signal()

    def __init__(self, actions: ActionRegistry, me: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._actions = actions
        self.search = self._make_search()
        self._starts: dict[str, Button] = {}
        self.bell, self.person = BellButton(), AvatarButton(me)
        self.bell_menu, self.person_menu = QMenu(self.bell), QMenu(self.person)
        self.bell.setMenu(self.bell_menu)
        self.person.setMenu(self.person_menu)
        self._logo = QLabel()
        self._pause = QTimer(self)
        self._tells = True
        self._lay_out()
        self._connect()
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """Let the field say what the list shows already; emits nothing."""
        if text != self.search.text():
            self._pause.stop()
            self._tells = False
            self.search.setText(text)
            self._tells = True

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        layout.setSpacing(8)
        layout.addWidget(self._make_name())
        kinds: dict[str, ButtonKind] = {"new_ticket": "default", "log_call": "flat"}
        for id, kind in kinds.items():
            if id in self._actions:
                layout.addWidget(self._make_button(id, kind))
        layout.addStretch(1)
        self.search.setMinimumWidth(SEARCH_WIDTHS_PX[0])
        self.search.setMaximumWidth(SEARCH_WIDTHS_PX[1])
        layout.addWidget(self.search, 6)
        layout.addStretch(1)
        layout.addWidget(self.bell)
        layout.addWidget(self.person)

    def _make_name(self) -> QWidget:
        name = QWidget()
        name.setFixedWidth(SIDEBAR_WIDTH_PX - EDGE_PX)
        words = QLabel("Deskside")
        words.setProperty("role", "heading")
        layout = QHBoxLayout(name)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._logo)
        layout.addWidget(words)
        layout.addStretch(1)
        return name

    def _make_search(self) -> TopSearch:
        has_palette = "palette" in self._actions
        words = self.tr("Search tickets, people, articles, commands") if has_palette else ""
        return TopSearch(words, self._search_keys())

    def _search_keys(self) -> str:
        id = "palette" if "palette" in self._actions else "search"
        return self._actions[id].keys_text().replace("+", " ") if id in self._actions else ""

    def _make_button(self, id: str, kind: ButtonKind) -> Button:
        action = self._actions[id]
        button = Button(action.text, action.icon, kind=kind)
        button.setToolTip(action.keys_text())
        self._starts[id] = button
        button.clicked.connect(lambda: self._actions.trigger(id))
        return button

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._on_typing_paused)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.left.connect(self._on_return_pressed)
        self.search.palette_wanted.connect(lambda: self._actions.trigger("palette"))
        self._actions.keys_changed.connect(self._on_keys_changed)
        theme_state().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_keys_changed(self) -> None:
        for id, button in self._starts.items():
            button.setToolTip(self._actions[id].keys_text())
        self.search.show_key_hint(self._search_keys())

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if not self._tells:
            return
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.search_wanted.emit("")

    @Slot()
    def _on_typing_paused(self) -> None:
        self.search_wanted.emit(self.search.text().strip())

    @Slot()
    def _on_return_pressed(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._on_typing_paused()
        self.search_left.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        picture = pixmap("logo", current_theme().accent, LOGO_PX, self.devicePixelRatioF())
        self._logo.setPixmap(picture)
