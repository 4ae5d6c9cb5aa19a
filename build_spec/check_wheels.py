"""Checks that everything in the locks can be installed without a compiler.

Called by hand after `./dev lock`: ``python build_spec/check_wheels.py``. For each pinned package
it asks uv for a wheel on Linux x86_64 and on Windows x86_64, for the oldest Python we support;
a package whose marker names one of the two platforms is asked for there alone.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-server.lock", "requirements-dev.lock")
OLDEST_PYTHON = "3.11"


class Platform(NamedTuple):
    """A target as uv names it, and what its Python answers to markers."""

    uv_name: str
    markers: dict[str, str]


def _markers(sys_platform: str, os_name: str, system: str, machine: str) -> dict[str, str]:
    return {
        "sys_platform": sys_platform,
        "os_name": os_name,
        "platform_system": system,
        "platform_machine": machine,
        "python_version": OLDEST_PYTHON,
        "python_full_version": f"{OLDEST_PYTHON}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


PLATFORMS = {
    "linux": Platform("x86_64-manylinux_2_34", _markers("linux", "posix", "Linux", "x86_64")),
    "windows": Platform("x86_64-pc-windows-msvc", _markers("win32", "nt", "Windows", "AMD64")),
}


def main() -> int:
    """Print a line per package; 1 when a wheel is missing, 2 without uv."""
    uv = shutil.which("uv")
    if not uv:
        print("check_wheels needs the program uv on the PATH.", file=sys.stderr)
        return 2
    pins = locked_requirements()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda pin: wheels_of(uv, pin), pins))
    for pin, answer in zip(pins, answers, strict=True):
        print(f"{pin.name}{pin.specifier}: {', '.join(f'{k} {v}' for k, v in answer.items())}")
    lacking = [
        pin.name for pin, answer in zip(pins, answers, strict=True) if "NONE" in answer.values()
    ]
    print(f"{len(pins)} packages, {len(lacking)} without a wheel {' '.join(lacking)}".rstrip())
    return 1 if lacking else 0


def locked_requirements() -> list[Requirement]:
    """Every pin of every lock once, by name, with its marker."""
    found: dict[str, Requirement] = {}
    for lock in LOCKS:
        for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
            if line and line[0].isalnum():
                pin = Requirement(line.removesuffix("\\").strip())
                found[str(pin)] = pin
    return [found[key] for key in sorted(found)]


def wheels_of(uv: str, pin: Requirement) -> dict[str, str]:
    """For each platform: ``wheel``, ``NONE``, or ``not needed`` where the marker says so."""
    return {name: _wheel_on(uv, pin, platform) for name, platform in PLATFORMS.items()}


def _wheel_on(uv: str, pin: Requirement, platform: Platform) -> str:
    if pin.marker and not pin.marker.evaluate(platform.markers):
        return "not needed"
    command = [uv, "pip", "compile", "--quiet", "--no-config", "--no-header", "--no-deps"]
    command += ["--only-binary", ":all:", "--python-version", OLDEST_PYTHON]
    command += ["--python-platform", platform.uv_name, "-"]
    wanted = f"{pin.name}{pin.specifier}\n"
    answer = subprocess.run(command, input=wanted, capture_output=True, text=True, check=False)
    if answer.returncode:
        print(answer.stderr, file=sys.stderr)
    return "NONE" if answer.returncode else "wheel"


if __name__ == "__main__":
    sys.exit(main())
