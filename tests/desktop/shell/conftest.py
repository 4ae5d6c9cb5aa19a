"""A real local file for the tests of this folder."""

from tests.desktop.work.conftest import desk

__all__ = ["desk"]
