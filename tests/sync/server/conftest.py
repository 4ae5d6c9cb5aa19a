"""A command line on a fresh store, once on SQLite and once on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.server_cli import Cli


@pytest.fixture
def bare(
    store_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cli:
    """Nothing was made yet."""
    return Cli(store_url, tmp_path / "files", capsys, monkeypatch)


@pytest.fixture
def cli(bare: Cli) -> Cli:
    """A store that ``init`` made."""
    assert bare("init") == 0
    return bare
