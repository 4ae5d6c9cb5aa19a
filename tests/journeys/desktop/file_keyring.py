"""A keyring in a plain file, for tests alone: sessions survive a restart of the engine.

Engines find it through ``PYTHON_KEYRING_BACKEND``; its file is named by ``TEST_KEYRING_FOLDER``.
"""

from __future__ import annotations

import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FileKeyring(KeyringBackend):
    """One file for each secret."""

    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        path = self._path(service, username)
        return path.read_text() if path.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._path(service, username).write_text(password)

    def delete_password(self, service: str, username: str) -> None:
        if not self._path(service, username).exists():
            raise PasswordDeleteError(username)
        self._path(service, username).unlink()

    def _path(self, service: str, username: str) -> Path:
        return Path(os.environ["TEST_KEYRING_FOLDER"]) / f"{service}-{username}"
