"""Facts of rows: how the choice is kept, and what is read for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playhouse.test_utils import assert_query_count

from models.commands import Put
from models.queries.columns import (
    COLUMNS,
    fixed_columns,
    put_columns,
    read_columns,
    with_facts,
    write_columns,
)
from models.queries.inbox import inbox_page
from models.queries.saved_views import saved_view
from models.rows import Clock, RowFacts
from tests.helpers.local import ANNA, NOW, LocalDesk

HOUR = 3_600_000
CLOCK = Clock(NOW, NOW - 5 * HOUR)


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.put("category", id="vpn", key="vpn", names='{"en": "VPN", "ru": "ВПН"}')
    made.ticket("a", category_id="vpn", created_at_ms=NOW - HOUR, customer_at_ms=NOW - 60_000)
    made.ticket("b", created_at_ms=NOW)
    return made


@pytest.mark.parametrize(
    ("kept", "names"),
    [
        ("", ()),
        ("[]", ()),
        ('["tags", "number"]', ("number", "tags")),
        ('["number", "weather"]', ("number",)),
        ("{", ()),
        ('{"number": 1}', ()),
        ("7", ()),
    ],
)
def test_names_are_read_in_the_order_of_rows_and_unknown_ones_left_out(
    kept: str, names: tuple[str, ...]
) -> None:
    assert read_columns(kept) == names


def test_what_only_a_newer_program_knows_stays() -> None:
    assert write_columns(["number"], '["queue", "weather"]') == '["number", "weather"]'
    assert write_columns([], '["queue"]') == ""
    assert read_columns(write_columns(COLUMNS)) == COLUMNS


def test_a_saved_view_keeps_its_columns_and_undo_takes_them_back(desk: LocalDesk) -> None:
    view = Put(entity="view", set={"name": "Mine", "columns": '["queue"]', "owner_id": ANNA.id})
    desk.do(view)
    assert saved_view(desk.store, f"view:{view.id}").columns == '["queue"]'
    changed = desk.do(Put(entity="view", id=view.id, set={"columns": '["age"]'}))
    assert changed.inverse is not None
    desk.do(changed.inverse)
    assert saved_view(desk.store, f"view:{view.id}").columns == '["queue"]'


def test_each_fixed_view_has_a_choice_of_its_own(desk: LocalDesk) -> None:
    desk.do(put_columns(ANNA, "my_open", '["age"]'))
    desk.do(put_columns(ANNA, "queue:Network", '["tags"]'))
    assert fixed_columns(desk.store, ANNA, "my_open") == '["age"]'
    assert fixed_columns(desk.store, ANNA, "queue:Network") == '["tags"]'
    assert fixed_columns(desk.store, ANNA, "all") == ""


def test_facts_are_read_in_the_language_of_the_program(desk: LocalDesk) -> None:
    page = inbox_page(desk.store, "all", ANNA, CLOCK)
    with assert_query_count(2):
        rows = with_facts(desk.store, page, ["category", "age"], "ru")
    facts = {row.id: row.facts for row in rows}
    assert facts == {
        "a": RowFacts("ВПН", NOW - HOUR, NOW - 60_000),
        "b": RowFacts("", NOW, None),
    }


def test_nothing_is_asked_for_what_every_row_has(desk: LocalDesk) -> None:
    page = inbox_page(desk.store, "all", ANNA, CLOCK)
    with assert_query_count(0):
        assert with_facts(desk.store, page, ["number", "due", "tags"], "en") == page
