"""A real local file for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.work.sample import SampleDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SampleDesk]:
    made = SampleDesk(tmp_path / "desk.db")
    yield made
    made.close()
