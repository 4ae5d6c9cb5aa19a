"""``python -m tests.bench [NAME ...] [--json FILE] [--quick]``: measure, and print ratios.

Nothing here passes or fails. See ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import json
import os
import sys
from pathlib import Path

from tests.bench.figures import Figure, table
from tests.bench.machine import machine

NAMES = (
    "start",
    "first_sync",
    "bootstrap",
    "comments",
    "queued",
    "cost",
    "pages",
    "counts",
    "acts",
    "stall",
    "memory",
    "work",
    "live",
)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = _parser().parse_args()
    about = machine()
    print("; ".join(f"{name} {value}" for name, value in about.items()), flush=True)
    found: dict[str, list[Figure]] = {}
    for name in given.names or NAMES:
        module = importlib.import_module(f"tests.bench.{name}")
        found[name] = module.run(given.quick)
        title = (module.__doc__ or name).split("\n")[0]
        print(f"\n{name}: {table(title, found[name])}", flush=True)
        if given.json:
            _write(given.json, about, found, given.quick)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--quick", action="store_true", help="fewer rounds over smaller stores")
    return parser


def _write(
    target: Path, about: dict[str, str], found: dict[str, list[Figure]], quick: bool
) -> None:
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    figures = {name: [figure.facts() for figure in rows] for name, rows in found.items()}
    whole = {"at": at, "quick": quick, "machine": about, "figures": figures}
    target.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
