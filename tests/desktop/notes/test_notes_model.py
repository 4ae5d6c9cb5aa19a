from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.modeltest import ModelTester

from desktop.notes.note_text import NoteItem, item_of
from desktop.notes.notes_model import NotesModel
from models.richtext import sanitize
from models.rows import NoteRow

SATURDAY = datetime(2026, 11, 21, 12, 0)


def note(id: str, title: str = "", html: str = "") -> NoteItem:
    return item_of(
        NoteRow(
            id=id,
            title=title,
            html=html,
            at_ms=0,
            updated_at_ms=0,
            files=(),
            unsent=False,
            ticket_id=None,
        )
    )


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    model = NotesModel()
    qtmodeltester.check(model)
    model.show_items([note("a"), note("b"), note("c")])
    qtmodeltester.check(model)
    model.show_items([note("d"), note("c", "changed"), note("a")])
    qtmodeltester.check(model)
    model.show_items([])
    qtmodeltester.check(model)


def test_notes_keep_their_place_until_they_are_sorted() -> None:
    model = NotesModel()
    model.show_items([note("a"), note("b")])
    model.show_items([note("c"), note("b", "newer"), note("a")])
    assert [model.position_of(id) for id in "cab"] == [0, 1, 2]
    model.show_items([note("b"), note("c"), note("a")], sort=True)
    assert [model.position_of(id) for id in "bca"] == [0, 1, 2]


@pytest.mark.parametrize(
    ("title", "html", "shown"),
    [
        ("Rack 3", "<p>No signal.</p><p>UPS</p>", ("Rack 3", "No signal. UPS")),
        ("", "<p>First line</p><p>second</p>", ("First line", "second")),
        ("", "", ("", "")),
        (
            "List",
            '<ul class="checklist"><li class="checked">a</li><li class="unchecked">b</li></ul>',
            ("List", "☑ a ☐ b"),
        ),
    ],
)
def test_a_note_shows_its_first_two_lines(title: str, html: str, shown: tuple[str, str]) -> None:
    item = note("a", title, sanitize(html))
    assert (item.headline, item.snippet) == shown
