"""Where the shared test data lies; corpus tests read it in place and never copy it."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def data_dir() -> Path:
    """The folder of ``DESKSIDE_DATA``, or ``shared/data`` beside the repository.

    Called while a test module is imported: without the data the whole module is skipped.
    """
    folder = Path(os.environ.get("DESKSIDE_DATA") or REPOSITORY.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"No test data at {folder}: set DESKSIDE_DATA", allow_module_level=True)
    return folder
