"""The sanitiser against a corpus of attacks and of harmless rich text, judged by its oracle."""

import re
import time
from typing import Any

import pytest

from models.richtext import blocks, join, sanitize
from tests.corpus.data import data_dir
from tests.corpus.sanitizer import cases, oracle

DATA = data_dir()
CHECK = oracle(DATA)
ATTACKS = cases(DATA, "attacks")
KEEP = cases(DATA, "keep")


@pytest.mark.parametrize("case", ATTACKS, ids=lambda case: case["id"])
def test_attack_is_harmless(case: dict[str, Any]) -> None:
    begin = time.monotonic()
    html = sanitize(case["input"])
    assert time.monotonic() - begin < 5
    assert sanitize(html) == html
    assert join(blocks(html)) == html
    if "no-violation" in case["must_hold"]:
        assert CHECK.violations(html) == []
    if case["visible_text"] is not None:
        assert CHECK.visible_text(html) == re.sub(r"\s+", " ", case["visible_text"]).strip()


@pytest.mark.parametrize("case", KEEP, ids=lambda case: case["id"])
def test_harmless_text_is_kept(case: dict[str, Any]) -> None:
    html = sanitize(case["input"])
    assert CHECK.violations(html) == []
    assert CHECK.visible_text(html) == case["visible_text"]
    assert sanitize(html) == html
    assert [tag for tag in case["tags_must_survive"] if f"<{tag}" not in html] == []


def test_corpus_is_complete() -> None:
    assert (len(ATTACKS), len(KEEP)) == (574, 18)
