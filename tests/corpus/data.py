"""Where the corpus is: large test data that is read in place and never part of the repository."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]


def data_dir() -> Path:
    """The folder named by DESKSIDE_DATA, else ``../shared/data`` beside the repository.

    Call it at the head of a test module: without the folder the module is skipped.
    """
    folder = Path(os.environ.get("DESKSIDE_DATA", REPOSITORY.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(
            f"no corpus: set DESKSIDE_DATA ({folder} is no folder)", allow_module_level=True
        )
    return folder


def ndjson(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of an NDJSON file, gzip or plain; only LF ends a line."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in raw.split(b"\n"):
        if line:
            yield json.loads(line)
