"""A short run with real engines, a real server and broken lines; ``./dev soak`` goes on longer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.soak.cluster import cluster
from tests.soak.story import story

LENGTH = 120
DIFFERENT_FAULTS = 8


@pytest.mark.parametrize(("store", "seed"), [("sqlite", 1), ("postgres", 2)])
def test_all_holds_after_faults_of_every_kind(
    request: pytest.FixtureRequest, tmp_path: Path, store: str, seed: int
) -> None:
    url = str(request.getfixturevalue(f"{store}_url"))
    postgres = request.getfixturevalue("postgres") if store == "postgres" else None
    with cluster(url, tmp_path, postgres) as team:
        try:
            team.replay(story(seed, LENGTH))
            team.settle()
        finally:
            if team.broken:
                print(f"The steps:\n{team.story()}", file=sys.stderr)
        assert len(team.faults) > DIFFERENT_FAULTS, team.faults
        assert {"kill_engine", "restart_server", "freeze", "cut"} <= team.counts.keys()
