"""The machine on which figures were taken; they mean little without it."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import psutil
import pysqlite3.dbapi2 as pysqlite3


def machine() -> dict[str, str]:
    """Facts by name, all as text."""
    return {
        "cores": str(os.cpu_count()),
        "cpu": _cpu(),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "kernel": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "sqlite": pysqlite3.sqlite_version,
        "load at start": " ".join(f"{each:.1f}" for each in os.getloadavg()),
    }


def _cpu() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").split("\n") if information.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
