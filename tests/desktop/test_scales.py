"""The window on screens of another scale: the same room for words, every pixel used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = (
    "tests/desktop/test_stretched_words.py::test_window_fits_a_small_laptop_and_cuts_no_words",
    "tests/desktop/test_theme.py::test_icons_are_sharp_on_dense_screens_and_shared",
)


@pytest.mark.parametrize("scale", ["1.25", "2"])
def test_nothing_is_cut_on_a_screen_of_another_scale(scale: str) -> None:
    """In a process of its own, since Qt reads the scale once."""
    env = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST"):
        env.pop(name, None)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
