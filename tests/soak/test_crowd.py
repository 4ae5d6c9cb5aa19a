"""A small crowd for some seconds; ``./dev soak --live`` has a thousand for minutes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random

import pytest

from tests.soak.broken import Broken
from tests.soak.crowd import Crowd, crowd

SECONDS = 4.0


def test_everybody_is_told_of_every_note_once_and_in_order(
    postgres_url: str, tmp_path: Path
) -> None:
    with crowd(postgres_url, tmp_path, Random(1), active=10, idle=40) as one:
        asyncio.run(one.run(SECONDS))
        assert sum(len(each.sent) for each in one.active) > SECONDS
        assert any(way == "live" for each in one.active for _, way in each.came.values())
        assert_seen(one)


def assert_seen(one: Crowd) -> None:
    """What would be wrong is noticed."""
    told = next(each.told for each in one.active if len(each.told) > 1)
    first = told.pop(0)
    with pytest.raises(Broken, match="was not told"):
        one.check()
    told += [first, first]
    with pytest.raises(Broken, match="told twice"):
        one.check()
    told.pop()
    with pytest.raises(Broken, match="another order"):
        one.check()
