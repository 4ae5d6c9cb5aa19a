"""The cases and the oracle of the shared sanitiser corpus."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any


def cases(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of ``sanitizer/<name>.ndjson``."""
    with (folder / "sanitizer" / f"{name}.ndjson").open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def oracle(folder: Path) -> ModuleType:
    """``violations(html)`` and ``visible_text(html)`` of ``tools/check_sanitized.py``."""
    path = folder / "tools" / "check_sanitized.py"
    spec = importlib.util.spec_from_file_location("check_sanitized", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
