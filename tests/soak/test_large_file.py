"""A short trip each way; ``./dev soak --upload`` has a larger file and more deaths."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.helpers.attached import MB
from tests.soak.broken import Broken
from tests.soak.large_file import deaths, trips

SIZE_BYTES = 12 * MB


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_file_arrives_whatever_dies_on_the_way(
    sqlite_url: str, tmp_path: Path, direction: str
) -> None:
    chance = Random(3)
    with trips(sqlite_url, tmp_path, SIZE_BYTES, chance) as trip:
        one = trip(direction)
        one.run(deaths(chance, engine=3, server=1))
        assert sorted(who for who, _ in one.costs) == ["engine"] * 3 + ["server"]


def test_what_is_sent_again_would_be_seen(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with trips(sqlite_url, tmp_path, SIZE_BYTES, Random(3)) as trip:
        one = trip("up")
        monkeypatch.setattr("tests.soak.large_file.MOST_BYTES", 1)
        with pytest.raises(Broken, match="more than a piece"):
            one.run(["engine"])
