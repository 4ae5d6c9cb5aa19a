"""The facts that a view's rows show: in words, painted, and spoken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop import comfort
from desktop.inbox import list_pane
from desktop.inbox.column_words import MARKS, column_names, fact_words
from desktop.inbox.list_pane import ListPane
from desktop.inbox.row_words import pills
from desktop.work.reader import Reader
from models.preferences import preference_id
from models.queries.columns import COLUMNS
from models.rows import RowFacts
from tests.desktop.inbox.test_row_words import ROW
from tests.desktop.work.sample import HOUR, ME, NOON, SampleDesk


@pytest.fixture
def pane(desk: SampleDesk, qtbot: QtBot) -> Iterator[ListPane]:
    reader = Reader(desk.database)
    made = ListPane(reader, ME, desk.clock)
    qtbot.addWidget(made)
    made.resize(372, 700)
    made.show()
    yield made
    reader.close()


def test_every_column_has_a_name_and_says_something() -> None:
    names = dict(column_names())
    assert tuple(names) == COLUMNS
    assert all(names.values())
    row = replace(ROW, facts=RowFacts("VPN", NOON - 2 * HOUR, NOON - HOUR))
    for name in COLUMNS:
        assert bool(fact_words(row, [name], NOON)) == (name not in MARKS), name


def test_words_stand_in_the_order_of_the_columns_and_the_unknown_is_left_out() -> None:
    row = replace(ROW, facts=RowFacts("VPN", NOON - 2 * HOUR, None), assignee_name="")
    assert fact_words(row, ["category", "assignee", "age", "customer"], NOON) == (
        "VPN · nobody's · 2 h old"
    )
    assert fact_words(replace(row, facts=None), ["category", "age", "customer"], NOON) == ""


def test_marks_are_shown_as_the_view_says_but_a_held_reply_always() -> None:
    row = replace(ROW, held=True, due_at_ms=NOON + HOUR)
    assert len(pills(row, NOON, ())) == 3
    assert [pill.text for pill in pills(row, NOON, ("number",))] == ["reply held"]
    assert len(pills(row, NOON, ("due",))) == 2


@pytest.mark.parametrize("density", ["comfortable", "compact"])
def test_rows_are_painted_and_spoken_with_the_chosen_facts(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot, density: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comfort.comfort(), "density", density)
    desk.ticket("slow", priority="low", tags=["vpn"])
    pane.show_view("my_open", "My open")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    usual = pane.view.viewport().grab().toImage()
    desk.put(
        "preference",
        id=_row_of("my_open"),
        scope=f"u:{ME.id}",
        key="columns:my_open",
        value='["priority", "queue", "age"]',
    )
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.columns == ("queue", "priority", "age"))
    assert pane.model.rows()[0].facts is not None
    shown = pane.view.viewport().grab().toImage()
    assert shown != usual
    spoken = pane.model.data(pane.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "First line · Low" in str(spoken)
    pane.model.show_columns(())
    assert pane.view.viewport().grab().toImage() == usual


def test_facts_stay_when_single_rows_are_read_again(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ticket = desk.ticket("slow")
    desk.put(
        "preference",
        id=_row_of("my_open"),
        scope=f"u:{ME.id}",
        key="columns:my_open",
        value='["age"]',
    )
    pane.show_view("my_open", "My open")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    desk.change(ticket, subject="slower")
    pane.refresh_rows([ticket])
    qtbot.waitUntil(lambda: pane.model.rows()[0].subject == "slower")
    assert pane.model.rows()[0].facts is not None


def test_other_facts_are_shown_however_many_rows_are_here(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_pane, "MOST_MERGED_ROWS", 1)
    for subject in ("slow", "slower"):
        desk.ticket(subject)
    pane.show_view("my_open", "My open")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    kept = {"id": _row_of("my_open"), "scope": f"u:{ME.id}", "key": "columns:my_open"}
    desk.put("preference", **kept, value='["age"]')
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.columns == ("age",))
    assert all(row.facts is not None for row in pane.model.rows())
    desk.put("preference", **kept, value="[]")
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.columns == ())


def _row_of(view: str) -> str:
    return preference_id(ME, f"columns:{view}")
