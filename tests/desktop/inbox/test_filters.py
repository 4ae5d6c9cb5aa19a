"""Chips, the popup and what is typed are one filter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.inbox.empty_words import empty_words
from desktop.inbox.filter_choices import matching
from desktop.inbox.filter_words import name_words, trouble_words, value_words
from desktop.inbox.list_pane import ListPane
from desktop.inbox.list_query import ListQuery
from desktop.work.reader import Reader
from models.errors import BadFilter, filter_sentences
from models.filters import FIELDS, Filter, Term, parse, write
from models.queries.filter_values import FilterValues
from tests.desktop.work.sample import HOUR, ME, NOON, SampleDesk

VALUES = FilterValues(
    {
        "queue": (("First line", "First line"), ("Network", "Network")),
        "assignee": (("maria", "Maria Orlova"),),
        "tag": (("vip", "vip"),),
    }
)


@pytest.fixture
def pane(desk: SampleDesk, qtbot: QtBot) -> Iterator[ListPane]:
    reader = Reader(desk.database)
    made = ListPane(reader, ME, desk.clock)
    qtbot.addWidget(made)
    made.resize(372, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    reader.close()


def wait_subjects(pane: ListPane, qtbot: QtBot, *expected: str) -> None:
    qtbot.waitUntil(lambda: {row.subject for row in pane.model.rows()} == set(expected))


def fill(desk: SampleDesk) -> None:
    desk.ticket("new high", priority="high", customer_at_ms=NOON)
    desk.ticket("read high", priority="urgent", due_at_ms=NOON + HOUR)
    desk.ticket("new low", priority="low", customer_at_ms=NOON, queue_id="Network", tags=["vip"])
    desk.ticket("elsewhere", assignee_id="agent-alexey", customer_at_ms=NOON, priority="high")


def test_a_chip_writes_its_term_and_takes_it_away(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    fill(desk)
    pane.show_view("my_open", "My open")
    wait_subjects(pane, qtbot, "new high", "read high", "new low")
    written: list[str] = []
    pane.filter_written.connect(written.append)
    pane.filter_bar.unread.click()
    wait_subjects(pane, qtbot, "new high", "new low")
    pane.filter_bar.high.click()
    wait_subjects(pane, qtbot, "new high")
    pane.filter_bar.unread.click()
    wait_subjects(pane, qtbot, "new high", "read high")
    assert written == ["is:unread", "is:unread priority:high,urgent", "priority:high,urgent"]


def test_a_typed_term_turns_its_chip_on(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    fill(desk)
    pane.show_view("my_open", "My open")
    pane.show_search("priority:urgent,high has:screenshot queue:network -tag:vip")
    bar = pane.filter_bar
    assert [chip.isChecked() for chip in (bar.unread, bar.high, bar.screenshot)] == [
        False,
        True,
        True,
    ]
    assert (bar.more.isChecked(), bar.more.accessibleName()) == (True, "Filter 2")
    pane.show_search("")
    assert not any(chip.isChecked() for chip in (bar.high, bar.screenshot, bar.more))
    wait_subjects(pane, qtbot, "new high", "read high", "new low")


def test_terms_narrow_the_view_and_words_search_everywhere(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    fill(desk)
    pane.show_view("my_open", "My open")
    pane.show_search("priority:high,urgent")
    wait_subjects(pane, qtbot, "new high", "read high")
    assert pane.query.view == "my_open"
    pane.show_search("10404 priority:high")
    wait_subjects(pane, qtbot, "elsewhere")
    assert (pane.query.view, pane.query.search) == ("all", "10404")
    pane.show_search('10404 priority:high "else where"')
    pane.clear_filter()
    assert pane.query.text == '10404 "else where"'


def test_a_filter_that_is_not_clear_says_which_word(pane: ListPane, qtbot: QtBot) -> None:
    pane.show_view("my_open", "My open")
    pane.show_search("is:unread mood:angry")
    qtbot.waitUntil(lambda: "mood:angry" in pane._empty.accessibleName())
    pane._empty.action_chosen.emit()
    qtbot.waitUntil(lambda: "All answered" in pane._empty.accessibleName())


def test_a_row_that_ceases_to_fit_goes_unless_it_is_looked_at(
    pane: ListPane, desk: SampleDesk, qtbot: QtBot
) -> None:
    ids = [desk.ticket(f"T{n}", customer_at_ms=NOON, due_at_ms=NOON + n) for n in range(3)]
    pane.show_view("my_open", "My open")
    pane.filter_bar.unread.click()
    wait_subjects(pane, qtbot, "T0", "T1", "T2")
    pane.view.select(ids[1])
    for n in (1, 2):
        mark = {"ticket_id": ids[n], "read_at_ms": NOON + 1, "scope": f"u:{ME.id}"}
        desk.put("read_state", id=f"r{n}", **mark)
    pane.refresh()
    wait_subjects(pane, qtbot, "T0", "T1")


def test_the_popup_finds_a_value_by_typing(pane: ListPane, desk: SampleDesk, qtbot: QtBot) -> None:
    fill(desk)
    pane.show_view("my_open", "My open")
    pane.filter_bar.more.click()
    popup = pane._popup
    assert popup.isVisible()
    assert popup.hasFocus()
    assert {choice.field for choice in popup.rows()} == set(FIELDS)
    popup.setText("netw")
    qtbot.waitUntil(lambda: popup.rows()[0].words == "Queue: Network")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    wait_subjects(pane, qtbot, "new low")
    assert pane.query.text == "queue:Network"
    assert not popup.isVisible()
    assert pane.filter_bar.more.hasFocus()
    pane.filter_bar.more.click()
    popup.setText("queue:netw")
    qtbot.waitUntil(lambda: len(popup.rows()) == 1)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert pane.query.text == ""


def test_a_name_in_the_popup_shows_its_values(pane: ListPane) -> None:
    pane.show_view("my_open", "My open")
    pane.filter_bar.more.click()
    pane._popup.setText("priority")
    QTest.keyClick(pane._popup, Qt.Key.Key_Return)
    assert [choice.words for choice in pane._popup.rows()] == ["Low", "Normal", "High", "Urgent"]
    QTest.keyClick(pane._popup, Qt.Key.Key_Escape)
    assert not pane._popup.isVisible()
    assert pane.query.text == ""


@pytest.mark.parametrize(
    ("typed", "words", "written"),
    [
        ("network", "Queue: Network", "queue:Network"),
        ("орлова", "", ""),
        ("orlova", "Assignee: Maria Orlova", "assignee:maria"),
        ("older:5d", "“5d”", "older:5d"),
        ("due:<3h", "“<3h”", "due:<3h"),
        ("requester:hale", "“hale”", "requester:hale"),
        ("hale", "Requester: “hale”", "requester:hale"),
    ],
)
def test_the_popup_offers_what_fits(typed: str, words: str, written: str) -> None:
    found = {choice.written: choice.words for choice in matching(typed, VALUES)}
    assert found.get(written, "") == words


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_everything_that_is_offered_is_understood_and_has_words(name: str) -> None:
    for choice in matching(f"{name}:", VALUES):
        assert choice.term is not None
        assert parse(choice.written) == Filter((choice.term,))
        assert choice.words.strip()
        if FIELDS[name].kind in ("choice", "moment"):
            assert value_words(name, choice.term.values[0]) != ""
    assert name_words(name) != name


def test_every_trouble_has_words_of_its_own() -> None:
    for code, sentence in filter_sentences().items():
        error = BadFilter(code, "is:x", ("a", "b"))
        assert trouble_words(error) == str(error) == sentence.format("is:x", "a, b")


def test_an_empty_list_offers_to_show_all() -> None:
    narrowed = ListQuery("my_open", "due", write(Filter((Term("is", ("unread",)),))))
    assert empty_words(narrowed, "")[3] == "Show all"
    assert empty_words(ListQuery("view:x", "due"), "")[1] == "This view is empty"
