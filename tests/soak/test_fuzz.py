"""A short run of the fuzz; ``./dev soak --fuzz 100000`` is the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.fuzz import Fault, fuzz

BODIES = 2_000


def test_no_body_breaks_the_server(store_url: str, tmp_path: Path) -> None:
    with fuzz(store_url, tmp_path / "files", seed=7) as run:
        run.run(BODIES)
        taken = {path for path, status in run.counts if status == 200}
        assert {"/v1/push", "/v1/pull", "/v1/rows", "/v1/blobs", "/v1/blobs/check"} <= taken
        refused = sum(count for (_, status), count in run.counts.items() if status >= 400)
        assert refused > BODIES / 10


def test_a_leak_and_a_crash_would_be_seen(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fuzz(sqlite_url, tmp_path / "files", seed=7) as run:
        run.desk.grant("Vault", run.desk.agent("boris2"))
        run.desk.store.sql("UPDATE queue_member SET agent_id = ?", (run.me["agent"]["id"],))
        with pytest.raises(Fault, match="a leak"):
            run.run(BODIES)
        monkeypatch.setattr("sync.server.blobs.missing", lambda *_: 1 / 0)
        run.never_named, run.foreign = [], []
        monkeypatch.setattr("tests.soak.fuzz.SECRET", "nothing of this kind")
        with pytest.raises(Fault, match="500: "):
            run.run(BODIES)
