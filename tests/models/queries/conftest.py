from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models.queries.local_desk import LocalDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path / "desk.db")
    yield made
    made.store.close()
