"""A person's own rules for rows: kept, shown in the list, heard when something comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.dialogs.save_view import ICONS, icon_words
from desktop.icons import icon_names
from desktop.inbox.filter_choices import Choice
from desktop.inbox.filter_popup import FilterPopup
from desktop.inbox.filter_words import trouble_words
from desktop.inbox.row_preview import RowPreview
from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_taste import TastePage
from desktop.shell.notice_desk import NoticeDesk
from desktop.shell.window import MainWindow
from desktop.surroundings import LANGUAGE_KEY, Surroundings
from desktop.widgets.chime import Chime
from desktop.work.delivery import listens
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.clock import clock_at
from models.errors import BadFilter
from models.filters import is_on, parse
from models.perform import Performed
from models.queries.filter_values import filter_values
from models.queries.tastes import delete_rule, heard, put_rule, taste_rules
from models.rows import Actor
from models.taste import SOUNDS, TasteRule, moved

BACK_MS = 60 * 60_000
"""What comes later than that after it happened is not heard any more."""


class TasteDesk(QObject):
    """Quiet when ``notices`` are. What was there before is never heard."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        notices: NoticeDesk,
    ) -> None:
        super().__init__(window)
        self._me, self._reader, self._window = me, reader, window
        self._notices, self._now_ms = notices, around.clock.now_ms
        self._language = around.remembered.get(LANGUAGE_KEY, "en")
        self._begun_at_ms = self._now_ms()
        self._heard: set[str] = set()
        self._rules: list[TasteRule] = []
        self._page: TastePage | None = None
        self._popup: FilterPopup | None = None
        self.ring: Callable[[str], None] = Chime(self).ring
        writer.performed.connect(self._on_performed)
        window.numbers_read.connect(self._listen)

    def add_settings(self, dialog: SettingsDialog) -> None:
        """The page of the settings about highlights."""
        icons = [(name, icon_words(name)) for name in ICONS if name in icon_names()]
        rows = self._window.list_pane.model.rows()
        preview = RowPreview(rows[0] if rows else None, self._now_ms)
        page = TastePage(_trouble, icons, preview)
        page.form.sound_tried.connect(self.ring)
        page.form.filters_wanted.connect(self._on_filters_wanted)
        page.form.looked.connect(preview.show_highlight)
        page.rule_saved.connect(self._on_saved)
        page.rule_removed.connect(self._on_removed)
        page.rule_moved.connect(self._on_moved)
        dialog.add_page("star", page)
        dialog.finished.connect(self._on_closed)
        self._page, self._popup = page, FilterPopup(self._holds, dialog)
        self._popup.term_chosen.connect(page.form.toggle_term)
        self._read()

    @Slot()
    def refresh(self) -> None:
        """Rules may have changed, here or on another device."""
        self._window.list_pane.refresh()
        self._read()

    def _holds(self, choice: Choice) -> bool:
        typed = self._page.form.filter.text() if self._page else ""
        return choice.term is not None and is_on(typed, choice.term)

    @Slot()
    def _on_filters_wanted(self) -> None:
        if self._page is not None and self._popup is not None:
            self._popup.open_below(self._page.form.more)
            values = partial(filter_values, language=self._language)
            self._reader.ask("taste.values", values, self._popup.show_values)

    @Slot(object)
    def _on_saved(self, rule: TasteRule) -> None:
        self._window.acts.submit_together([put_rule(self._me, rule)])

    @Slot(object)
    def _on_removed(self, rule: TasteRule) -> None:
        self._window.acts.submit_together([delete_rule(self._me, rule)])

    def _read(self) -> None:
        if self._page is None:
            return
        self._reader.ask("taste.rules", partial(taste_rules, me=self._me), self._on_read)

    def _on_read(self, rules: list[TasteRule]) -> None:
        self._rules = rules
        if self._page is not None and listens(self._page.show_rules):
            self._page.show_rules(rules)

    @Slot()
    def _on_closed(self) -> None:
        self._page = self._popup = None

    @Slot(str, int)
    def _on_moved(self, id: str, by: int) -> None:
        commands = [put_rule(self._me, rule) for rule in moved(self._rules, id, by)]
        if commands:
            self._window.acts.submit_together(commands)

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        if any(kind == "preference" for kind, _ in performed.touched):
            self.refresh()

    @Slot()
    def _listen(self) -> None:
        me, now_ms = self._me, self._now_ms()
        clock, since_ms = clock_at(now_ms), max(self._begun_at_ms, now_ms - BACK_MS)
        self._reader.ask(
            "taste.heard", lambda store: heard(store, me, clock, since_ms), self._on_heard
        )

    def _on_heard(self, found: dict[str, str]) -> None:
        """One sound for all that came at once: the one that is given most often."""
        sounds = [sound for key, sound in found.items() if sound and key not in self._heard]
        self._heard = set(found)
        if sounds and not self._is_quiet():
            self.ring(max(sounds, key=lambda sound: SOUNDS.index(sound) if sound in SOUNDS else -1))

    def _is_quiet(self) -> bool:
        now_ms = self._now_ms()
        local = datetime.fromtimestamp(now_ms / 1000)
        return self._notices.rules.is_quiet(now_ms, 60 * local.hour + local.minute)


def _trouble(text: str) -> str:
    try:
        parse(text)
    except BadFilter as error:
        return trouble_words(error)
    return ""
