"""What was typed into a form outlives the program, and is offered without being in the way."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.ticket_start import TicketStart
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import FileRef
from tests.desktop.dialogs.conftest import commit, make_box, press
from tests.desktop.work.sample import HOUR, SampleDesk

FILE = FileRef(id="f1", sha256="ab" * 32, name="лог.txt", media_type="text/plain", size_bytes=12)
KEPT_WITHIN_MS = 1_000


class Forms:
    """Opens forms on one local file, as one run of the program after another would."""

    def __init__(
        self, qtbot: QtBot, desk: SampleDesk, reader: Reader, drafts: FormDrafts, folder: Path
    ) -> None:
        self.qtbot, self.desk, self.reader = qtbot, desk, reader
        self.drafts, self.folder = drafts, folder

    def new_ticket(self, start: TicketStart | None = None) -> NewTicketDialog:
        box = partial(make_box, self.reader, self.folder)
        made = NewTicketDialog(self.reader, self.desk.me, box, "en", self.drafts)
        self._show(made, lambda: made.begin(start or TicketStart()))
        return made

    def call(self) -> LogCallDialog:
        made = LogCallDialog(self.reader, self.desk.me, self.drafts)
        self._show(made, made.begin)
        return made

    def offered(self, dialog: NewTicketDialog | LogCallDialog) -> str:
        self.qtbot.waitUntil(dialog.kept.isVisible)
        return dialog.kept.words.text()

    def kept(self) -> list[str]:
        return [row[0] for row in self.desk._store.sql("SELECT title FROM form_draft ORDER BY id")]

    def until_kept(self, *titles: str) -> None:
        self.qtbot.waitUntil(lambda: self.kept() == list(titles), timeout=KEPT_WITHIN_MS)

    def _show(self, dialog: NewTicketDialog | LogCallDialog, begin: object) -> None:
        self.qtbot.addWidget(dialog)
        assert callable(begin)
        begin()
        dialog.show()
        self.qtbot.waitActive(dialog)
        self.qtbot.waitUntil(lambda: dialog.queue.count() > 1)


@pytest.fixture
def forms(
    qtbot: QtBot, people: SampleDesk, reader: Reader, drafts: FormDrafts, tmp_path: Path
) -> Forms:
    return Forms(qtbot, people, reader, drafts, tmp_path / "files")


def clock(forms: Forms) -> str:
    return str(QDateTime.fromMSecsSinceEpoch(forms.desk.now_ms).toString("HH:mm"))


def begin_ticket(forms: Forms) -> NewTicketDialog:
    """A form with something in every field, kept, and no longer on the screen."""
    dialog = forms.new_ticket()
    dialog.requester.setFocus()
    commit(dialog.requester, "ковал")
    forms.qtbot.waitUntil(lambda: dialog.requester._list.isVisible())
    press(dialog.requester, Qt.Key.Key_Return)
    commit(dialog.subject, "VPN drops")
    dialog.queue.choose("Network")
    dialog.priority.choose("high")
    dialog.box.show_content("", [FILE])
    commit(dialog.box.edit_widget(), "Каждые десять минут")
    forms.until_kept("VPN drops")
    dialog.hide()
    return dialog


def test_a_ticket_that_was_begun_comes_back_whole(forms: Forms) -> None:
    lost = begin_ticket(forms)
    dialog = forms.new_ticket()
    assert forms.offered(dialog) == f"You began a ticket at {clock(forms)}. “VPN drops”"
    press(dialog.kept.go_on, Qt.Key.Key_Space)
    assert not dialog.kept.isVisible()
    assert dialog._content() == lost._content()
    assert dialog.box.edit_widget().hasFocus()
    assert dialog.requester.contact() == lost.requester.contact()
    assert dialog.requester.contact() is not None


def test_a_contact_that_was_being_made_comes_back(forms: Forms) -> None:
    lost = forms.new_ticket()
    commit(lost.requester, "ivan@new.example")
    lost.requester.create_requested.emit("ivan@new.example")
    commit(lost.new_contact.name, "Иван")
    forms.until_kept("")
    lost.hide()
    dialog = forms.new_ticket()
    forms.offered(dialog)
    dialog.kept.go_on.click()
    assert dialog.new_contact.isVisible()
    assert dialog.new_contact.facts() == lost.new_contact.facts()


def test_a_call_that_was_begun_comes_back(forms: Forms) -> None:
    lost = forms.call()
    commit(lost.who, "+7 812")
    commit(lost.what, "Принтер\nвторой этаж")
    lost.queue.choose("Network")
    forms.until_kept("Принтер")
    lost.hide()
    begun_at = clock(forms)
    forms.desk.now_ms += 20 * HOUR
    dialog = forms.call()
    assert forms.offered(dialog).startswith("You began a call on ")
    assert forms.offered(dialog).endswith(f"{begun_at}. “Принтер”")
    dialog.kept.go_on.click()
    assert (dialog.who.text(), dialog.what.toPlainText()) == ("+7 812", "Принтер\nвторой этаж")
    assert dialog.queue.chosen() == "Network"


def test_discard_is_for_good_and_escape_as_well(forms: Forms) -> None:
    begin_ticket(forms)
    dialog = forms.new_ticket()
    forms.offered(dialog)
    dialog.kept.discard.click()
    forms.until_kept()
    assert not dialog.kept.isVisible()
    commit(dialog.subject, "Second")
    forms.until_kept("Second")
    for _ in range(2):
        press(dialog, Qt.Key.Key_Escape)
    forms.until_kept()


def test_another_text_never_overwrites_an_offer(forms: Forms) -> None:
    begin_ticket(forms)
    dialog = forms.new_ticket()
    forms.offered(dialog)
    commit(dialog.subject, "Something else")
    forms.qtbot.waitUntil(lambda: sorted(forms.kept()) == ["Something else", "VPN drops"])
    dialog.kept.go_on.click()
    assert dialog.subject.text() == "VPN drops"
    assert sorted(forms.kept()) == ["Something else", "VPN drops"]


def test_a_form_that_starts_from_a_note_offers_nothing(forms: Forms) -> None:
    begin_ticket(forms)
    dialog = forms.new_ticket(TicketStart(subject="From a note", written_at_ms=1))
    found: list[object] = []
    forms.drafts.ask_newest("new_ticket", found.append)
    forms.qtbot.waitUntil(lambda: bool(found))
    assert not dialog.kept.isVisible()


def test_it_is_kept_until_the_ticket_is_there(forms: Forms, writer: CommandWriter) -> None:
    dialog = forms.new_ticket()
    commit(dialog.subject, "VPN drops")
    with forms.qtbot.waitSignal(dialog.accepted):
        dialog.try_accept()
    commands = dialog.commands()
    dialog.kept.becomes(commands)
    forms.until_kept("VPN drops")
    for command in commands:
        writer.submit(command)
    forms.until_kept()
    assert forms.desk.value("SELECT subject FROM ticket WHERE subject = 'VPN drops'")


def test_closing_the_window_saves_at_once(forms: Forms, writer: CommandWriter) -> None:
    dialog = forms.new_ticket()
    commit(dialog.subject, "VPN drops")
    forms.drafts.closing.emit()
    assert writer.flush()
    assert forms.kept() == ["VPN drops"]
