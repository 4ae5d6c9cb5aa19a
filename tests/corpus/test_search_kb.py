"""Searches for articles: the expected one is among the first ten of its language."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus import adapter
from tests.corpus.data import data_dir, ndjson

KB = data_dir() / "kb"
CASES = ndjson(KB / "search_cases.ndjson")


@pytest.fixture(scope="module", autouse=True)
def _imported() -> None:
    adapter.import_kb(ndjson(KB / "articles.ndjson.gz"))


@pytest.mark.parametrize("level", ["must", "should"])
def test_the_article_is_among_the_first_ten(level: str) -> None:
    cases = [case for case in CASES if case["level"] == level]
    missed = [case["id"] for case in cases if not found(case)]

    assert cases
    assert missed == []


def found(case: dict[str, Any]) -> bool:
    ids = adapter.search_kb(case["query"], case["language"])
    return case["expected_article"] in ids[: case["expected_within_top"]]
