"""How the programs beside the desktop are started: engine and server.

In a bundle they lie beside this program; otherwise they are modules of this Python. No Qt here:
the commands without a window use it too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

Program = Literal["engine", "server"]
ROOT = Path(__file__).resolve().parents[1]


def is_bundle() -> bool:
    """Whether this is the folder for people without Python."""
    return bool(getattr(sys, "frozen", False))


def command(program: Program) -> list[str]:
    """The words that start it, without arguments."""
    if not is_bundle():
        return [sys.executable, "-m", f"sync.{program}"]
    suffix = ".exe" if os.name == "nt" else ""
    return [str(Path(sys.executable).with_name(f"deskside-{program}{suffix}"))]


def environment(**extra: str) -> dict[str, str]:
    """This environment, with the packages on the path, and ``extra``."""
    made = {**os.environ, **extra}
    if not is_bundle():
        known = made.get("PYTHONPATH")
        made["PYTHONPATH"] = f"{ROOT}{os.pathsep}{known}" if known else str(ROOT)
    return made
