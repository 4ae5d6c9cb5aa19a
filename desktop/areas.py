"""The areas that the inbox does without until it is painted: ticket, notes, articles, dialogs.

``assembly.py`` imports this module after the first paint, or when one of them is wanted before.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop.actions.registry import Action, ActionRegistry
from desktop.editor.writing_keys import writing_keys
from desktop.forms import Forms, make_editor
from desktop.pages import Pages
from desktop.palette import lately
from desktop.shell import meeting_desk, private_desk, relations_desk, tabs_desk, work_desk
from desktop.shell.away_desk import AwayDesk
from desktop.shell.bulk_desk import BulkDesk
from desktop.shell.call_desk import CallDesk
from desktop.shell.category_desk import CategoryDesk
from desktop.shell.classify_desk import ClassifyDesk
from desktop.shell.columns_desk import ColumnsDesk
from desktop.shell.comfort_desk import ComfortDesk
from desktop.shell.kept_keys import KeptKeys
from desktop.shell.key_sheets import KeySheets
from desktop.shell.late_desk import LateDesk
from desktop.shell.next_desk import NextDesk
from desktop.shell.notice_desk import NoticeDesk
from desktop.shell.online_desk import OnlineDesk
from desktop.shell.own_windows import OwnWindows
from desktop.shell.palette_desk import PaletteDesk
from desktop.shell.pane_desk import PaneDesk
from desktop.shell.private_desk import PrivateDesk
from desktop.shell.settings_commands import settings_commands
from desktop.shell.settings_desk import SettingsDesk
from desktop.shell.taste_desk import TasteDesk
from desktop.shell.view_desk import ViewDesk
from desktop.shell.welcome import welcome
from desktop.shell.window import MainWindow
from desktop.shell.write_soon import WriteSoon
from desktop.surroundings import LANGUAGE_KEY, Surroundings
from desktop.ticket.pane_keys import key_notes, pane_actions
from desktop.ticket.ticket_pane import TicketPane
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.rows import Actor
from models.undoing import steps
from sync.protocol import link as lines


class Areas(QObject):
    """The ticket is there from the start, the pages of notes and articles when first asked for."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
    ) -> None:
        super().__init__(window)
        self._me, self._around, self._window = me, around, window
        self._reader, self._writer, self._actions = reader, writer, actions
        self._language = around.remembered.get(LANGUAGE_KEY, "en")
        self.ticket = self._new_pane(reader)
        own = OwnWindows(around.profile.database, writer, window, actions, self._make_pane)
        self.tabs = tabs_desk.TabsDesk(
            me,
            reader,
            window,
            around.clock.moment,
            self.ticket,
            own,
            around.remembered.get(tabs_desk.KEY, ""),
            self._keep,
        )
        window.set_ticket_pane(self.ticket)
        self._make_desks()
        self._make_pages()
        self._connect_ticket()
        self._add_keys()
        self._make_choices()
        around.link.rows_changed.connect(self._on_rows_changed)
        self.tabs.begin()

    def _new_pane(self, reader: Reader) -> TicketPane:
        around = self._around
        return TicketPane(
            reader=reader,
            writer=self._writer,
            me=self._me,
            clock=around.clock,
            files=around.profile.files,
            language=self._language,
        )

    def _make_pane(self, reader: Reader) -> TicketPane:
        """One more, for a window of its own."""
        pane = self._new_pane(reader)
        self._connect_pane(pane)
        return pane

    def _make_desks(self) -> None:
        """What stands between the window and each kind of work."""
        me, around, window = self._me, self._around, self._window
        reader, writer, actions = self._reader, self._writer, self._actions
        self.late = LateDesk(me, reader, window, self._language, self)
        pane = self.tabs.pane
        self.late.history_wanted.connect(lambda: pane().show_history())
        self.online = OnlineDesk(me, reader, window, actions, around.link, around.clock.now_ms)
        self.next = NextDesk(me, reader, window, actions, around.clock.now_ms, self)
        self.private = PrivateDesk(me, reader, writer, window, actions, around.clock.now_ms, self)
        self.views = ViewDesk(me, writer, window, actions, self)
        ColumnsDesk(me, reader, window, actions, self.views)
        self.relations = relations_desk.RelationsDesk(
            me,
            reader,
            writer,
            window,
            around.clock.moment,
            lambda: pane().header(),
            lambda: pane().current_message(),
            make_editor,
            self,
        )
        self.work = work_desk.WorkDesk(
            reader, writer, window, lambda: pane().header(), lambda: pane().work, self
        )
        self.meeting = meeting_desk.MeetingDesk(
            reader, window, self.work, lambda: pane().header(), self
        )
        online = self.online.colleagues.online
        self.bulk = BulkDesk(
            me, reader, writer, window, actions, around.clock.now_ms, online, self._language
        )
        reader.ask("undo", steps, window.undo.show_remembered)
        self.classify = ClassifyDesk(me, reader, window, self._language, self)
        self.calls = CallDesk(
            window, around.remembered, self._keep, lambda: self.forms.take_call("")
        )
        self.away = AwayDesk(me, around, reader, writer, window)
        away = self.away.was_away
        self.notices = NoticeDesk(me, around, reader, writer, window, away=away)
        self.taste = TasteDesk(me, around, reader, writer, window, self.notices)

    def _make_pages(self) -> None:
        """The forms, and the pages that take the place of the desk."""
        me, around, window = self._me, self._around, self._window
        reader, writer, actions = self._reader, self._writer, self._actions
        online = self.online.colleagues.online
        self.forms = Forms(
            me, around, reader, writer, window, self.relations, online, self._language
        )
        self.pages = Pages(
            me,
            around,
            reader,
            writer,
            window,
            actions,
            self.forms,
            lambda id: self.show_conflicts(conflict_id=id),
            self._language,
        )

    def _make_choices(self) -> None:
        """What its person chose for this window, and the settings where that is done."""
        me, around, window = self._me, self._around, self._window
        reader, writer, actions = self._reader, self._writer, self._actions
        self._keys = KeptKeys(me, reader, writer, actions, self)
        self._keys.read()
        self._comfort = ComfortDesk(window, self._keep)
        self.welcome = welcome(
            window, actions, around.remembered, self._keep, first_time=around.first_time
        )
        categories = CategoryDesk(me, reader, writer, window, self._language)
        self.settings = SettingsDesk(
            me,
            around,
            actions,
            self._keys,
            KeySheets(reader, window, actions),
            self._comfort,
            self._keep,
            (
                self.notices.add_settings,
                self.calls.add_settings,
                self.taste.add_settings,
                categories.add_settings,
            ),
            self,
        )

    @cached_property
    def palette(self) -> PaletteDesk:
        kept = self._around.remembered.get(lately.KEY, "")
        return PaletteDesk(
            self._me,
            self._reader,
            self._window,
            self._actions,
            self.tabs.pane,
            self._around.clock.now_ms,
            self._language,
            lately.Lately(kept, self._keep),
            settings_commands(
                lambda page: self.show_settings(self._window.front(), page),
                self.settings.set_theme,
                self._comfort.set_density,
            ),
        )

    def _add_keys(self) -> None:
        """Keys of the open ticket are actions; those of an editor are told of."""
        actions = self._actions
        pane = self.tabs.pane
        actions.add(*pane_actions(pane))
        words = QCoreApplication.translate("Assembly", "Conflicts to settle")
        actions.add(Action("conflicts", words, "merge", "F4", "ticket", self.show_conflicts))
        actions.add(*self.relations.actions(), *self.work.actions(), *self.meeting.actions())
        actions.add(*self.tabs.actions())
        self.tabs.install(actions)
        actions.install("ticket", self.ticket, context=Qt.ShortcutContext.WindowShortcut)
        where = QCoreApplication.translate("Assembly", "In the open ticket")
        actions.note(*key_notes(where))
        actions.note(*writing_keys())

    def _connect_ticket(self) -> None:
        window, ticket, link = self._window, self.ticket, self._around.link
        pane = self.tabs.pane
        self._connect_pane(ticket)
        window.reply_wanted.connect(lambda: pane().write("reply"))
        window.note_wanted.connect(lambda: pane().write("note"))
        window.closing.connect(ticket.save_now)
        ticket.left.connect(window.list_pane.view.setFocus)
        window.list_pane.number_wanted.connect(
            lambda number: link.send(lines.FetchTicket(number=number))
        )
        link.ticket_fetched.connect(window.list_pane.show_fetched)
        soon = WriteSoon(self._whole_id, lambda: pane().write("reply"), self)
        self.notices.reply_wanted.connect(soon.want)

    def _connect_pane(self, pane: TicketPane) -> None:
        window, actions = self._window, self._actions
        desks = (self.late, self.relations, self.work, self.meeting, self.private)
        PaneDesk(pane, window, self._around.link, *desks, self.online.colleagues)
        pane.customer_wanted.connect(self.pages.show_customer)
        desks_with_more = (private_desk, relations_desk, work_desk, meeting_desk, tabs_desk)
        more = [act for desk in desks_with_more for act in desk.MENU]
        pane.set_more_actions(lambda menu: actions.menu_actions(more, menu))

    def _whole_id(self) -> str:
        """The ticket that stands in front and was read."""
        header = self.tabs.pane().header()
        return header.id if header else ""

    def show_conflicts(self, ticket_id: str = "", conflict_id: str = "") -> None:
        """The card of a ticket's open conflicts, of one conflict, or of all of this person's.

        With neither given, those of the open ticket come first.
        """
        self.late.show_conflicts(ticket_id, conflict_id, self._window.shown_id())

    @Slot(object)
    def _on_rows_changed(self, changed: lines.Changed) -> None:
        if "preference" in changed.kinds:
            self._keys.read()
            self.taste.refresh()

    def show_settings(self, parent: QWidget, page: str = "account") -> None:
        self.settings.show(parent, page)

    def _keep(self, key: str, value: str) -> None:
        self._around.remembered[key] = value
        self._writer.remember(key, value)
