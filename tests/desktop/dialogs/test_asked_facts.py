"""A new ticket asks for what its category needs to know."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.ticket_start import TicketStart
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.commands import CreateTicket, FileRef
from tests.desktop.dialogs.conftest import commit, make_box
from tests.desktop.work.sample import SampleDesk

FACTS = [
    {"key": "serial", "names": {"en": "Serial number"}},
    {"key": "screen", "names": {"en": "Screenshot"}, "type": "image"},
]
PICTURE = FileRef(id="f1", sha256="a" * 64, name="a.png", media_type="image/png", size_bytes=1)


@pytest.fixture
def dialog(
    qtbot: QtBot, people: SampleDesk, reader: Reader, drafts: FormDrafts, tmp_path: Path
) -> NewTicketDialog:
    names = json.dumps({"en": "Printer"})
    people.put("category", id="printer", key="printer", names=names, required=json.dumps(FACTS))
    people.put("category", id="other", key="other", names=names)
    made = NewTicketDialog(reader, people.me, partial(make_box, reader, tmp_path), "en", drafts)
    qtbot.addWidget(made)
    made.begin(TicketStart())
    made.show()
    qtbot.waitUntil(lambda: made.category.count() == 3)
    made.subject.setText("Paper jam")
    return made


def told(dialog: NewTicketDialog) -> object:
    (ticket,) = dialog.commands()
    assert isinstance(ticket, CreateTicket)
    return ticket.set.get("facts")


def test_only_a_category_that_asks_shows_fields(dialog: NewTicketDialog) -> None:
    assert not dialog.facts.isVisible()
    dialog.category.choose("printer")
    assert dialog.facts.isVisible()
    assert [field.key for field in dialog.facts.form.fields] == ["serial", "screen"]
    commit(dialog.facts.form.fields[0].edit, "X1")
    dialog.category.choose("other")
    assert (dialog.facts.isVisible(), told(dialog)) == (False, None)
    dialog.category.choose("printer")
    assert told(dialog) == '{"serial": "X1"}'


def test_what_is_not_told_is_named_once_and_may_stay_so(dialog: NewTicketDialog) -> None:
    dialog.category.choose("printer")
    dialog.try_accept()
    assert dialog.words() == "Not told yet: Serial number, Screenshot. Once more goes on without."
    assert dialog.facts.form.fields[0].edit.hasFocus()
    commit(dialog.facts.form.fields[0].edit, "X1")
    dialog.try_accept()
    assert dialog.words() == "Not told yet: Screenshot. Once more goes on without."
    dialog.try_accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert told(dialog) == '{"serial": "X1"}'


def test_a_picture_in_the_text_is_the_screenshot(dialog: NewTicketDialog) -> None:
    dialog.category.choose("printer")
    commit(dialog.facts.form.fields[0].edit, "X1")
    dialog.box.show_content("<p>See</p>", (PICTURE,))
    dialog.try_accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
