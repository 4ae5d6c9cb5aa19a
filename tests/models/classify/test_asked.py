"""What a category asks for: how it is written, and what of it a ticket lacks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from models.classify.asked import asked_by, fault, lacking, read_asked, read_known, write_known
from models.errors import BadSetting

SERIAL: dict[str, Any] = {"key": "serial", "names": {"en": "Serial", "ru": "Номер"}, "must": True}
PLACE: dict[str, Any] = {"key": "place", "type": "choice", "choices": ["Office", "Home"]}
BAD: dict[str, tuple[list[Any], str]] = {
    "type": ([{"key": "a", "type": "colour"}], "types are text, choice, date, image"),
    "word": ([{"key": "a", "colour": "red"}], "unknown field"),
    "number": ([7], "Expected `object`"),
    "empty": ([" "], "a key is a line"),
    "choices": ([{"key": "a", "type": "choice"}], "a choice has choices"),
    "text": ([{"key": "a", "choices": ["x"]}], "a choice has choices"),
    "twice": (["a", "A"], "the same key"),
    "many": ([str(n) for n in range(13)], "at most 12"),
}


def test_a_text_is_a_fact_of_its_own_and_a_table_says_more() -> None:
    plain, serial = read_asked(["Room", SERIAL])
    assert (plain.key, plain.name("ru"), plain.type, plain.must) == ("Room", "Room", "text", False)
    assert (serial.name("ru"), serial.name("bg"), serial.must) == ("Номер", "Serial", True)


@pytest.mark.parametrize(("given", "said"), BAD.values(), ids=BAD)
def test_what_can_not_be_asked_is_said(given: list[Any], said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        read_asked(given)


def test_the_nearest_category_says_what_a_fact_is_and_a_bad_list_asks_nothing() -> None:
    near, far = [{"key": "serial", "name": "Of the printer"}], [SERIAL, PLACE]
    asked = asked_by([json.dumps(near), "[7]", json.dumps(far), ""])
    assert [(fact.key, fact.name()) for fact in asked] == [
        ("serial", "Of the printer"),
        ("place", "place"),
    ]


def test_a_picture_lacks_until_there_is_one() -> None:
    asked = read_asked([SERIAL, {"key": "screen", "type": "image"}])
    assert [fact.key for fact in lacking(asked, {"serial": " "}, has_image=False)] == [
        "serial",
        "screen",
    ]
    assert not lacking(asked, {"serial": "X1"}, has_image=True)


def test_values_that_do_not_fit() -> None:
    (place, day) = read_asked([PLACE, {"key": "since", "type": "date"}])
    assert [fault(place, value) for value in ("Office", "", "Moon")] == [False, False, True]
    days = ("2026-11-24", "", "2026-11-31", "20261124", "soon")
    assert [fault(day, value) for value in days] == [False, False, True, True, True]


def test_the_column_is_the_same_for_the_same_facts() -> None:
    assert write_known({"b": "2", "a": "1", "c": ""}) == write_known({"a": "1", "b": "2"})
    assert read_known(write_known({"ключ": "да"})) == {"ключ": "да"}
    assert (write_known({"a": ""}), read_known("")) == ("", {})
