"""The clock of promises on every case: due times, working minutes, pauses."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from tests.corpus import adapter
from tests.corpus.data import data_dir, ndjson

FOLDER = data_dir() / "sla"
CALENDARS = json.loads((FOLDER / "calendars.json").read_text("utf-8"))
CASES = ndjson(FOLDER / "cases.ndjson")
KINDS = Counter(case["kind"] for case in CASES)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_answer_is_exact(kind: str) -> None:
    cases = [case for case in CASES if case["kind"] == kind]
    answers = {case["id"]: (answer(case), expected(case)) for case in cases}
    wrong = {id: pair for id, pair in answers.items() if pair[0] != pair[1]}

    assert wrong == {}
    assert len(answers) == KINDS[kind]


def answer(case: dict[str, Any]) -> object:
    calendar = CALENDARS[case["calendar"]]
    if case["kind"] == "between":
        return adapter.sla_between(calendar, case["from"], case["to"])
    if case["kind"] == "is-open":
        return adapter.sla_open(calendar, case["at"])
    pauses = case.get("pauses") or []
    return adapter.sla_due(calendar, case["start"], case["minutes"], pauses)


def expected(case: dict[str, Any]) -> object:
    kinds = {"between": "expected_minutes", "is-open": "expected_open"}
    return case[kinds.get(case["kind"], "expected_due")]
