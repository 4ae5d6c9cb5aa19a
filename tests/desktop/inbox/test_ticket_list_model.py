"""The list's model: pages, merges that move nothing, rows that leave at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.inbox.ticket_list_model import BAND_ROLE, TicketListModel
from models.rows import PageKey, TicketRow
from tests.desktop.inbox.test_row_words import ROW
from tests.desktop.work.sample import NOON


def rows(*ids: str) -> list[TicketRow]:
    return [replace(ROW, id=id, subject=id, key=PageKey(ord(id[0]), id)) for id in ids]


@pytest.fixture
def model(qapp: object) -> TicketListModel:
    return TicketListModel(lambda: NOON)


def shown(model: TicketListModel) -> str:
    return "".join(row.id for row in model.rows())


def test_model_keeps_qts_rules_through_every_change(
    model: TicketListModel, qtmodeltester: Any
) -> None:
    qtmodeltester.check(model)
    model.show_first_page(rows("a", "b", "c"), PageKey(99, "c"))
    qtmodeltester.check(model)
    model.append_page(rows("d", "e"), None)
    model.merge(rows("a", "x", "c", "e", "f"), None)
    model.take_out("c")
    model.update_rows([replace(ROW, id="x", subject="new words")])
    qtmodeltester.check(model)
    model.show_first_page([], None)
    qtmodeltester.check(model)


def test_next_page_is_asked_for_once(model: TicketListModel, qtbot: QtBot) -> None:
    model.show_first_page(rows("a", "b"), PageKey(98, "b"))
    with qtbot.waitSignal(model.page_wanted) as wanted:
        model.fetchMore(QModelIndex())
    assert wanted.args == [PageKey(98, "b")]
    assert not model.canFetchMore(QModelIndex())
    model.append_page(rows("b", "c"), None)
    assert shown(model) == "abc"
    assert model.is_complete()
    assert not model.canFetchMore(QModelIndex())


def test_rows_from_the_end_grow_upwards(
    model: TicketListModel, qtbot: QtBot, qtmodeltester: Any
) -> None:
    model.show_first_page(rows("g", "h"), PageKey(103, "g"), from_end=True)
    assert not model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.page_wanted) as wanted:
        model.fetch_above()
    assert wanted.args == [PageKey(103, "g")]
    model.append_page(rows("e", "f"), PageKey(101, "e"))
    assert shown(model) == "efgh"
    model.merge(rows("b", "c", "f", "x", "h", "i"), PageKey(98, "b"))
    assert shown(model) == "fxhi"
    with qtbot.waitSignal(model.page_wanted) as wanted:
        model.fetch_above()
    assert wanted.args == [PageKey(102, "f")]
    model.append_page(rows("a"), None)
    assert model.is_complete()
    qtmodeltester.check(model)
    model.show_first_page(rows("a"), PageKey(97, "a"))
    assert not model.is_from_end()


def test_merge_moves_no_row_that_stays(model: TicketListModel) -> None:
    model.show_first_page(rows("a", "b", "c", "d"), None)
    model.merge(rows("d", "n", "c", "b", "a"), None)
    assert shown(model).replace("n", "") == "abcd"


def test_new_row_is_not_led_astray_by_one_that_should_have_moved(model: TicketListModel) -> None:
    model.show_first_page(rows("a", "b", "c", "d"), None)
    model.merge(rows("d", "n", "a", "b", "m", "c"), None)
    assert shown(model) == "nabmcd"


def test_merge_puts_new_rows_in_their_place_and_drops_those_that_are_gone(
    model: TicketListModel,
) -> None:
    model.show_first_page(rows("a", "c", "d"), None)
    model.merge(rows("0", "a", "b", "d", "e"), None, keep=None)
    assert shown(model) == "0abde"


def test_merge_keeps_the_row_that_is_looked_at(model: TicketListModel) -> None:
    model.show_first_page(rows("a", "b", "c"), None)
    model.merge(rows("a", "c"), None, keep="b")
    assert shown(model) == "abc"


def test_merge_of_a_list_with_more_to_come_does_not_grow_it(model: TicketListModel) -> None:
    model.show_first_page(rows("a", "c"), PageKey(99, "c"))
    model.merge(rows("a", "b", "c", "d", "e"), PageKey(101, "e"))
    assert shown(model) == "abc"
    assert not model.is_complete()
    asked: list[PageKey] = []
    model.page_wanted.connect(asked.append)
    model.fetchMore(QModelIndex())
    assert asked == [PageKey(ord("c"), "c")]


def test_merge_reports_only_rows_that_changed(model: TicketListModel, qtbot: QtBot) -> None:
    model.show_first_page(rows("a", "b", "c"), None)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    fresh = rows("a", "b", "c")
    fresh[1] = replace(fresh[1], status="waiting")
    with qtbot.assertNotEmitted(model.modelReset):
        model.merge(fresh, None)
    assert changed == [1]


def test_row_taken_out_stays_out_until_it_is_let_in(model: TicketListModel) -> None:
    model.show_first_page(rows("a", "b", "c"), None)
    assert model.take_out("b") == 1
    assert shown(model) == "ac"
    model.merge(rows("a", "b", "c"), None)
    assert shown(model) == "ac"
    model.let_in("b")
    model.merge(rows("a", "b", "c"), None)
    assert shown(model) == "abc"


def test_refreshed_row_keeps_its_key(model: TicketListModel) -> None:
    model.show_first_page(rows("a"), None)
    model.update_rows([replace(ROW, id="a", subject="new", key=PageKey(0, "a"))])
    row = model.row_at(0)
    assert row is not None
    assert (row.subject, row.key) == ("new", PageKey(97, "a"))


def test_row_is_read_out_with_its_state(model: TicketListModel) -> None:
    model.show_first_page(rows("a"), None)
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "in work" in str(said)


@given(st.permutations("abcdefgh"), st.permutations("abcdefgh"), st.integers(0, 8))
def test_after_a_merge_of_a_whole_list_exactly_its_rows_are_there(
    before: list[str], after: list[str], cut: int
) -> None:
    model = TicketListModel(lambda: NOON)
    model.show_first_page(rows(*before[cut:]), None)
    model.merge(rows(*after[: 8 - cut // 2]), None)
    assert sorted(shown(model)) == sorted(after[: 8 - cut // 2])
    stayed = [id for id in before[cut:] if id in after[: 8 - cut // 2]]
    assert [id for id in shown(model) if id in stayed] == stayed


def banded(ids: str, postponed: str = "") -> list[TicketRow]:
    """Rows in order, those of ``postponed`` in the band at the end."""
    return [replace(ROW, id=id, subject=id, key=PageKey(0, id, int(id in postponed))) for id in ids]


def headed(model: TicketListModel) -> str:
    return "".join(row.id for n, row in enumerate(model.rows()) if model.index(n).data(BAND_ROLE))


def test_the_first_postponed_row_bears_the_heading(model: TicketListModel) -> None:
    model.show_first_page(banded("abcd", "cd"), None)
    assert (headed(model), model.has_band()) == ("c", True)
    model.take_out("c")
    assert headed(model) == "d"
    model.show_first_page(banded("ab"), None)
    assert (headed(model), model.has_band()) == ("", False)


def test_a_row_goes_to_the_band_when_it_is_postponed_and_rises_when_it_wakes(
    model: TicketListModel, qtmodeltester: Any
) -> None:
    model.show_first_page(banded("abcd", "d"), None)
    qtmodeltester.check(model)
    looked_at = QPersistentModelIndex(model.index_of("b"))
    model.merge(banded("acbd", "bd"), None, keep="b")
    assert (shown(model), headed(model), looked_at.row()) == ("acbd", "b", 2)
    model.merge(banded("adcb", "b"), None, keep="b")
    assert (shown(model), headed(model), looked_at.row()) == ("adcb", "b", 3)
    model.merge(banded("bxadc"), None, keep="b")
    assert (shown(model), headed(model), looked_at.row()) == ("bxadc", "", 0)
    qtmodeltester.check(model)


def own(ids: str, pinned: str = "") -> list[TicketRow]:
    """Rows in somebody's own order: their keys are letters, those of ``pinned`` stand above."""
    keys = dict(zip(ids, "ABCDEFGH", strict=False))
    return [
        replace(ROW, id=id, subject=id, key=PageKey(keys[id], id, -int(id in pinned))) for id in ids
    ]


def test_rows_follow_an_order_that_was_changed_elsewhere(
    model: TicketListModel, qtmodeltester: Any
) -> None:
    model.show_first_page(own("abcd"), None)
    looked_at = QPersistentModelIndex(model.index_of("b"))
    model.merge(own("dbca"), None, keep="b")
    assert (shown(model), looked_at.row()) == ("dbca", 1)
    model.merge(own("cdba", "cd"), None)
    heads = [model.index(n).data(BAND_ROLE) for n in range(4)]
    assert (shown(model), heads) == ("cdba", ["pinned", "", "others", ""])
    qtmodeltester.check(model)


def test_what_was_moved_by_hand_is_not_moved_back_by_what_was_read_before(
    model: TicketListModel,
) -> None:
    model.show_first_page(own("abcd"), None)
    model.put("a", 2, {"a": "CV"})
    assert shown(model) == "bcad"
    model.merge(own("abcd"), None)
    assert shown(model) == "bcad"
    model.let_follow()
    model.merge(own("abcd"), None)
    assert shown(model) == "abcd"


def test_only_rows_of_one_band_in_ones_own_order_can_be_moved(model: TicketListModel) -> None:
    model.show_first_page(own("abcd", "ab"), None)
    assert [model.own_rows(n) for n in (0, 3)] == [range(2), range(2, 4)]
    model.show_first_page(banded("abcd"), None)
    assert model.own_rows(1) == range(0)
