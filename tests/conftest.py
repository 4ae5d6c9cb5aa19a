"""Settings and fixtures for every test."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.postgres import PostgresCluster, PostgresMissing

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DESKSIDE_NOTICES"] = "off"  # nothing on the screen of whoever runs the tests


WITH_WIDGETS = {"desktop", "pictures"}
"""Folders whose tests make windows."""


@pytest.fixture(autouse=True, scope="module")
def _no_widgets_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """What is left of windows goes here: a server's thread of a later test that collects garbage
    would end the program, see ``desktop/work/collector.py``."""
    yield
    if WITH_WIDGETS & {*request.path.parts}:
        gc.collect()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresCluster]:
    """This worker's own PostgreSQL, started when first asked for."""
    if sys.platform == "win32":
        pytest.skip("PostgreSQL is tested on Linux; a Windows host runs the SQLite store")
    try:
        cluster = PostgresCluster.started(fsync=False)
    except PostgresMissing as missing:
        pytest.fail(f"These tests need PostgreSQL: {missing}", pytrace=False)
    yield cluster
    cluster.stop()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a store file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'desk.db'}"


@pytest.fixture
def postgres_url(postgres: PostgresCluster) -> Iterator[str]:
    """The URL of a fresh, empty PostgreSQL database."""
    with postgres.fresh_database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh, empty store, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_url"))
