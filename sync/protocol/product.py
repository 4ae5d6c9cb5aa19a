"""What this program is, as it says it to people and to the other side."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def product_version() -> str:
    """The version that is installed; "0" where the packages lie about without being installed."""
    try:
        return version("deskside")
    except PackageNotFoundError:
        return "0"
