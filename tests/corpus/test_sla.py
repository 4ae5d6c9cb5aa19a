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
TICKETS = ndjson(FOLDER / "ticket_cases.ndjson")
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


@pytest.mark.parametrize("case", TICKETS, ids=[case["id"] for case in TICKETS])
def test_promises_of_whole_tickets_are_exact(case: dict[str, Any]) -> None:
    looks = list(adapter.sla_ticket(CALENDARS[case["calendar"]], case))
    wrong = [
        f"{step}: {name} is {found[name]}, not {value}"
        for step, found in enumerate(looks)
        for name, value in (case["steps"][step].get("expect") or {}).items()
        if not agrees(found[name], [value, *accepted(case["steps"][step], name)])
    ]

    assert wrong == []
    assert len(looks) == len(case["steps"])


def accepted(step: dict[str, Any], name: str) -> list[object]:
    return list((step.get("accept_any") or {}).get(name, []))


def agrees(found: object, right: list[object]) -> bool:
    """Seconds aside: the corpus cuts them off from due times, the product keeps them."""
    cut = f"{found[:-3]}00Z" if isinstance(found, str) else found
    return cut in right
