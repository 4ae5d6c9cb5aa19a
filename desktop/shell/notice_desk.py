"""Tells of what happened: looks after every change, lets the rules decide, shows and remembers."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.notices.acting import HOUR_MS, command_of
from desktop.notices.bell_list import SHOWN, add_notices
from desktop.notices.native import NativeToasts
from desktop.notices.toast import REPLY
from desktop.notices.tray import Tray
from desktop.notices.words import OWN_KINDS, SUM_KEY, kind_words, sum_toast, toast_of
from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_notices import NoticesPage
from desktop.shell.window import MainWindow
from desktop.surroundings import Surroundings
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import notice_list
from models.notices import Decision, Happening, Moment, decide
from models.notices.rules import NoticeRules, packed, unpacked
from models.queries.happenings import happenings
from models.queries.people import queues
from models.rows import Actor, QueueRow

if TYPE_CHECKING:
    from models.database import Store

RULES_KEY = "notices"
LOOK_MS = 1_000
"""Changes within it are looked at together."""
HERE = ("synced", "syncing", "offline", "unanswered", "too_old")
List = tuple[list[Happening], int]
"""What the bell lists, and how much of it is new."""
Look = tuple[list[Happening], frozenset[str], list[QueueRow]]


class NoticeDesk(QObject):
    """``away``: the person was long gone, so that what came meanwhile is for the digest to tell.

    Signals: ``rules_changed(NoticeRules)``; ``reply_wanted(str)`` for a ticket.
    """

    rules_changed = Signal(object)
    reply_wanted = Signal(str)

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        *,
        away: bool = False,
    ) -> None:
        super().__init__(window)
        self._me, self._around, self._reader, self._writer = me, around, reader, writer
        self._window, self._first, self._away = window, around.first_time, away
        self.rules = unpacked(around.remembered.get(RULES_KEY))
        self._passed: set[str] = set()
        self._news: dict[str, Happening] = {}
        self._listed: list[Happening] = []
        self._queues: list[QueueRow] = []
        self._unseen = 0
        self._by_key: dict[str, Happening] = {}
        self._pause = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._pause.timeout.connect(self._look)
        self.tray = self._make_tray()
        self._toasts = NativeToasts(self.tray, self)
        self._toasts.acted.connect(self._on_acted)
        self._connect()
        self._read_list()
        self._look_soon()

    def keep_rules(self, rules: NoticeRules) -> None:
        """Other rules from now on."""
        if rules != self.rules:
            self.rules = rules
            text = packed(rules)
            self._around.remembered[RULES_KEY] = text
            self._writer.remember(RULES_KEY, text)
            self.rules_changed.emit(rules)

    def add_settings(self, dialog: SettingsDialog) -> None:
        """The page of the settings about notices."""
        mine = [(row.id, row.name) for row in self._queues if row.mine]
        page = NoticesPage(self.rules, kind_words(), mine)
        page.rules_chosen.connect(self.keep_rules)
        dialog.add_page("bell", page)

    def quiet_for_an_hour(self) -> None:
        self.keep_rules(replace_pause(self.rules, self._now_ms() + HOUR_MS))

    def _connect(self) -> None:
        window, bell = self._window, self._window.top_bar.bell_menu
        window.numbers_read.connect(self._look_soon)
        window.closing.connect(self._on_closing)
        bell.aboutToShow.connect(self._on_bell_opens)
        bell.aboutToHide.connect(self._mark_seen)

    def _make_tray(self) -> Tray | None:
        if not Tray.is_possible():
            return None
        window, acts = self._window, self._window.acts
        tray = Tray(
            [
                (self.tr("Open Deskside"), window.bring_to_front),
                (self.tr("New ticket"), acts.new_ticket),
                (self.tr("Log a call"), acts.log_call),
                (self.tr("Quiet for an hour"), self.quiet_for_an_hour),
                (self.tr("Quit"), window.close),
            ],
            self,
        )
        tray.opened.connect(window.bring_to_front)
        tray.begin()
        return tray

    def _now_ms(self) -> int:
        return self._around.clock.now_ms()

    @Slot()
    def _look_soon(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _look(self) -> None:
        """Not while a first sync brings everything: all of that is one sum afterwards."""
        state = self._around.link.state.state
        if state not in HERE or (self._first and state != "synced"):
            return
        me, now_ms = self._me, self._now_ms()

        def read(store: Store) -> Look:
            return happenings(store, me, now_ms), notice_list.passed(store), queues(store, me)

        self._reader.ask("notices", read, partial(self._on_looked, now_ms, state == "synced"))

    def _on_looked(self, now_ms: int, is_synced: bool, looked: Look) -> None:
        found, passed, self._queues = looked
        local = datetime.fromtimestamp(now_ms / 1000)
        moment = Moment(now_ms, 60 * local.hour + local.minute, first=self._first)
        rules = replace_pause(self.rules, now_ms + 1) if self._away else self.rules
        made = decide(found, passed | self._passed, rules, moment, self._me.id)
        if is_synced:
            self._first = self._away = False
        self._passed |= made.passed
        self._news.update((each.key, each) for each in made.listed)
        keys = (self._passed - passed).intersection(each.key for each in found)
        if keys:
            self._keep(found, frozenset(keys), made)
        self._withdraw({each.key for each in found})

    def _keep(self, found: list[Happening], keys: frozenset[str], made: Decision) -> None:
        """Write before anything is told, so that no restart tells it again.

        What there is no room to write for is told all the same, and written after a later look.
        """
        listed = [each for each in self._news.values() if each.key in keys]

        def keep(store: Store, me: Actor, now_ms: int) -> List:
            notice_list.keep(store, found, keys, listed, now_ms)
            return notice_list.latest(store, SHOWN)

        kept, not_kept = partial(self._on_kept, made, keys), partial(self._on_not_kept, made)
        self._writer.run(keep, kept, not_kept)

    def _on_kept(self, made: Decision, keys: frozenset[str], read: List) -> None:
        self._news = {key: each for key, each in self._news.items() if key not in keys}
        self._on_list(read)
        self._show(made)

    def _on_not_kept(self, made: Decision, error: Exception) -> None:
        self._show(made)
        self._writer.refused.emit(error)

    def _withdraw(self, live: Set[str]) -> None:
        """What was dealt with, put off or taken away, here or on another device."""
        for key, each in list(self._by_key.items()):
            if each.kind in OWN_KINDS and key not in live:
                del self._by_key[key]
                self._toasts.withdraw(key)

    def _show(self, made: Decision) -> None:
        for each in made.told:
            if not self._is_looked_at(each):
                self._by_key[each.key] = each
                self._toasts.show(toast_of(each))
        if made.summed:
            self._toasts.show(sum_toast(made.summed))

    def _is_looked_at(self, each: Happening) -> bool:
        """The person has this very ticket before their eyes."""
        window = self._window
        is_shown = each.ticket_id is not None and window.shown_id() == each.ticket_id
        return is_shown and window.front().isActiveWindow() and each.kind != "call_back"

    @Slot(str, str)
    def _on_acted(self, key: str, act: str) -> None:
        if key == SUM_KEY:
            self._window.bring_to_front()
        elif key in self._by_key:
            self.act(self._by_key[key], act)

    def act(self, happening: Happening, act: str) -> None:
        """What was chosen on a notice."""
        command = command_of(happening, act, self._now_ms())
        if command is not None:
            self._window.acts.submit(command)
            return
        self._window.bring_to_front()
        if happening.ticket_id is not None:
            self._window.open_ticket(happening.ticket_id)
            if act == REPLY:
                self.reply_wanted.emit(happening.ticket_id)

    @Slot()
    def _on_bell_opens(self) -> None:
        """After the menu filled itself with what it always has."""
        menu = self._window.top_bar.bell_menu
        add_notices(menu, self._listed, self._now_ms(), self._on_chosen)

    def _on_chosen(self, happening: Happening) -> None:
        self.act(happening, "")

    @Slot()
    def _mark_seen(self) -> None:
        if self._unseen:
            self._writer.write(notice_list.mark_seen)
            self._show_unseen(0)

    def _read_list(self) -> None:
        read = partial(notice_list.latest, limit=SHOWN)
        self._reader.ask("notices.list", read, self._on_list)

    def _on_list(self, read: List) -> None:
        self._listed = list(read[0])
        self._show_unseen(read[1])

    def _show_unseen(self, number: int) -> None:
        self._unseen = number
        self._window.top_bar.bell.show_unseen(number)
        if self.tray is not None:
            self.tray.show_unseen(number)

    @Slot()
    def _on_closing(self) -> None:
        self._pause.stop()
        self._toasts.close()
        if self.tray is not None:
            self.tray.end()


def replace_pause(rules: NoticeRules, until_ms: int) -> NoticeRules:
    """The same rules, quiet until then."""
    return msgspec.structs.replace(rules, paused_until_ms=until_ms)
