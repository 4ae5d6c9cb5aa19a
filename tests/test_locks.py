"""The locks: complete, hashed, of one mind, and silent about where packages come from."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.helpers.arrows import arrows

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.lock", "requirements-server.lock", "requirements-dev.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HOST = re.compile(r"://|@|--(index|extra|find|trusted)|\b[\w-]+\.(org|com|net|io|dev|local)\b")


def locked(name: str) -> dict[str, Requirement]:
    """The pins of a lock by canonical name."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.removesuffix("\\")) for line in lines if line[:1].isalnum()]
    return {canonicalize_name(pin.name): pin for pin in pins}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if HOST.search(line)]


@pytest.mark.parametrize("line", ["--index-url x", "a @ file:///a.whl", "# from pypi.example.org"])
def test_a_named_host_would_be_found(line: str) -> None:
    assert HOST.search(line)


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_has_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for pin in re.split(r"\n(?=\w)", text.strip()):
        assert re.match(r"[\w.-]+==[\w.]+ .*\\\n +--hash=sha256:[0-9a-f]{64}", pin), pin


def test_the_locks_agree() -> None:
    main = locked("requirements.lock")
    for name in LOCKS[1:]:
        other = locked(name)
        differing = {key for key in main.keys() & other.keys() if str(main[key]) != str(other[key])}
        assert not differing
    assert main.keys() <= locked("requirements-dev.lock").keys()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    extras = PROJECT["optional-dependencies"]
    wanted = {
        "requirements.lock": PROJECT["dependencies"],
        "requirements-server.lock": extras["postgres"],
        "requirements-dev.lock": PROJECT["dependencies"] + extras["postgres"] + extras["test"],
    }
    for name, lines in wanted.items():
        pins = locked(name)
        for requirement in map(Requirement, lines):
            version = str(pins[canonicalize_name(requirement.name)].specifier).removeprefix("==")
            assert requirement.specifier.contains(version), f"{name}: {requirement}"


def test_a_server_host_needs_no_qt() -> None:
    assert not {"pyside6-essentials", "shiboken6", "keyring"} & locked(LOCKS[1]).keys()


def test_every_library_in_use_is_asked_for() -> None:
    lines = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["postgres"]
    asked = {canonicalize_name(Requirement(line).name) for line in lines}
    asked |= set(
        map(canonicalize_name, ("psycopg-pool", "shiboken6"))
    )  # they come with psycopg and PySide6 by their own pins
    own = {"desktop", "models", "sync", "resources"} | sys.stdlib_module_names
    used = {arrow.imported.split(".")[0]: arrow for arrow in arrows(ROOT)}
    homes = packages_distributions()
    for name, arrow in used.items():
        if name not in own:
            assert asked & set(map(canonicalize_name, homes.get(name, []))), str(arrow)


@pytest.mark.parametrize("name", LOCKS)
def test_every_library_s_licence_is_listed(name: str) -> None:
    listed = (ROOT / "docs/licences.md").read_text(encoding="utf-8").lower()
    assert not [key for key in locked(name) if f"| {key} |" not in listed]
