"""Where the shared test data lies; corpus tests read it in place and never copy it."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

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


def ndjson(path: Path) -> list[dict[str, Any]]:
    """The objects of an NDJSON file, gzip or plain; only LF ends a line."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.split(b"\n") if line]
