"""A category that likes a screenshot asks for one in the form, and never stands in the way."""

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
from tests.desktop.dialogs.conftest import make_box
from tests.desktop.work.sample import SampleDesk

PICTURE = FileRef(id="f1", sha256="a" * 64, name="a.png", media_type="image/png", size_bytes=1)
ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def dialog(
    qtbot: QtBot, people: SampleDesk, reader: Reader, drafts: FormDrafts, tmp_path: Path
) -> NewTicketDialog:
    for id, told in (
        ("setup", {"hint": "Ask for the room.", "preferred_channel": "phone", "ask_screenshot": 1}),
        ("shop", {"ask_screenshot": 1}),
        ("other", {}),
    ):
        people.put("category", id=id, key=id, names=json.dumps({"en": id}), **told)
    made = NewTicketDialog(reader, people.me, partial(make_box, reader, tmp_path), "en", drafts)
    qtbot.addWidget(made)
    made.begin(TicketStart())
    made.show()
    qtbot.waitUntil(lambda: made.category.count() == 4)
    made.subject.setText("A new headset")
    return made


def shown(dialog: NewTicketDialog) -> list[str]:
    lines = (dialog.hint.advice, dialog.hint.screenshot)
    return [line.words() for line in lines if line.isVisible()]


def test_the_form_tells_what_the_category_knows(dialog: NewTicketDialog) -> None:
    assert not dialog.hint.isVisible()
    dialog.category.choose("setup")
    assert shown(dialog) == [
        "Ask for the room. · Best by phone",
        "A screenshot helps here",
    ]
    assert dialog.hint.picture.isVisible()
    dialog.hint.picture.click()
    assert dialog.box.edit_widget().hasFocus()
    dialog.category.choose("other")
    assert not dialog.hint.isVisible()


def test_without_one_it_warns_once_and_goes_on(dialog: NewTicketDialog) -> None:
    dialog.category.choose("setup")
    assert not dialog.hint.save.isVisible()
    dialog.try_accept()
    assert dialog.words() == "There is no screenshot yet."
    assert dialog.result() != ACCEPTED
    assert dialog.hint.ask.hasFocus()
    dialog.hint.save.click()
    assert (dialog.result(), dialog.asks_screenshot) == (ACCEPTED, False)


def test_saving_once_more_goes_on_too_for_this_category_alone(dialog: NewTicketDialog) -> None:
    dialog.category.choose("setup")
    dialog.try_accept()
    dialog.category.choose("shop")
    dialog.try_accept()
    assert dialog.result() != ACCEPTED
    dialog.try_accept()
    assert dialog.result() == ACCEPTED


def test_asking_for_one_saves_and_says_so(dialog: NewTicketDialog) -> None:
    dialog.category.choose("setup")
    dialog.try_accept()
    dialog.hint.ask.click()
    assert (dialog.result(), dialog.asks_screenshot) == (ACCEPTED, True)


def test_asking_does_not_count_while_something_else_is_missing(dialog: NewTicketDialog) -> None:
    dialog.category.choose("setup")
    dialog.try_accept()
    dialog.subject.clear()
    dialog.hint.ask.click()
    assert dialog.words() == "Give the ticket a subject."
    assert not dialog.asks_screenshot


def test_a_picture_in_the_text_is_enough(dialog: NewTicketDialog) -> None:
    dialog.category.choose("shop")
    dialog.box.show_content("<p>See</p>", (PICTURE,))
    dialog.box.files_changed.emit()
    assert shown(dialog) == ["The screenshot is there"]
    assert not dialog.hint.picture.isVisible()
    dialog.try_accept()
    assert dialog.result() == ACCEPTED
    assert isinstance(dialog.commands()[0], CreateTicket)
