"""The private PostgreSQL that other tests rely on."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.helpers.postgres import PostgresCluster


def test_every_database_is_fresh_and_dropped(postgres: PostgresCluster) -> None:
    with postgres.fresh_database() as first, psycopg.connect(first) as connection:
        connection.execute("CREATE TABLE left_behind (id integer)")
        connection.commit()
    with postgres.fresh_database() as second, psycopg.connect(second) as connection:
        found = connection.execute("SELECT to_regclass('left_behind')").fetchone()
    assert found == (None,)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(first)


def test_a_template_carries_its_tables_over(postgres: PostgresCluster) -> None:
    with postgres.fresh_database() as template:
        with psycopg.connect(template) as connection:
            connection.execute("CREATE TABLE kept (id integer)")
        name = template.rpartition("/")[2]
        with postgres.fresh_database(name) as copy, psycopg.connect(copy) as connection:
            assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_a_wrong_password_is_refused(postgres: PostgresCluster) -> None:
    url = postgres.url("postgres").replace("deskside:", "deskside:x")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(url)


def test_stop_ends_the_server_and_removes_its_folder() -> None:
    cluster = PostgresCluster.started(fsync=False)
    pid = int((cluster.folder / "data/postmaster.pid").read_text().splitlines()[0])
    cluster.stop()
    assert not psutil.pid_exists(pid)
    assert not cluster.folder.exists()


def test_the_server_dies_with_a_killed_test_run() -> None:
    code = (
        "import os; from tests.helpers.postgres import PostgresCluster as P; c = P.started();"
        "print(c.folder, flush=True); os.kill(os.getpid(), 9)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    folder = Path(answer.stdout.strip())
    pid_file = folder / "data/postmaster.pid"  # the server removes it when it has shut down
    deadline = time.monotonic() + 30
    while pid_file.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert answer.returncode == -9
    assert not pid_file.exists()
    shutil.rmtree(folder)
