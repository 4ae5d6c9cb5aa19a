"""Who is meant: people found by beginnings of names, addresses and companies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus import adapter
from tests.corpus.data import data_dir, ndjson

DIRECTORY = data_dir() / "directory"
CASES = [c for c in ndjson(DIRECTORY / "mention_cases.ndjson") if c["kind"] != "parse-text"]
INACTIVE = {p["id"] for p in ndjson(DIRECTORY / "people.ndjson") if not p["active"]}


@pytest.fixture(scope="module", autouse=True)
def _imported() -> None:
    people, companies = DIRECTORY / "people.ndjson", DIRECTORY / "companies.ndjson"
    adapter.import_directory(ndjson(people), ndjson(companies))


@pytest.mark.parametrize("kind", sorted({case["kind"] for case in CASES}))
def test_mentions(kind: str) -> None:
    cases = [case for case in CASES if case["kind"] == kind]
    wrong = {case["query"]: reason for case in cases if (reason := fault(case))}

    assert wrong == {}


def test_somebody_who_left_is_never_offered() -> None:
    for case in CASES:
        found = adapter.find_mention(case["query"], case.get("context"))
        assert INACTIVE.isdisjoint(found), case["query"]


def fault(case: dict[str, Any]) -> str:
    """What a case's answer lacks, in a word."""
    found = adapter.find_mention(case["query"], case.get("context"))
    before = case.get("expected_before_others") or []
    most = case.get("expected_count_max")
    if not set(case.get("expected_all") or []) <= set(found):
        return "somebody is missing"
    if not set(case.get("must_be_in_first_10") or []) <= set(found[:10]):
        return "not in the first ten"
    if set(found[: len(before)]) != set(before):
        return "the company does not come first"
    return "too many" if most is not None and len(found) > most else ""
