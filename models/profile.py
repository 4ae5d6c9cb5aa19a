"""A profile: one person's folder on one computer, with the local file and the bytes of files."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from models.database import Store, make_folder
from models.rows import Actor

DEFAULT_NAME = "default"
REVOKED = "revoked"
"""The key that stands as long as a profile is still to be wiped; see ``models.wiping``."""


def home() -> Path:
    """Where profiles live: ``DESKSIDE_HOME``, or the platform's folder for user data."""
    override = os.environ.get("DESKSIDE_HOME")
    return Path(override) if override else Path(platformdirs.user_data_dir("deskside", False))


class Profile:
    """Paths of a profile, and its key-value table. Nothing is opened by the constructor."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "desk.db"
        self.files = folder / "files"
        self.lock = folder / "engine.lock"
        self.door = folder / "engine.json"

    @classmethod
    def named(cls, name: str | None) -> Profile:
        """A name below ``home()``, or a folder when it has a separator in it."""
        chosen = name or DEFAULT_NAME
        if os.sep in chosen or "/" in chosen:
            return cls(Path(chosen).expanduser().absolute())
        return cls(home() / "profiles" / chosen)

    def open(self) -> Store:
        """The local file, made when it is not there. Errors as in ``Store.open``."""
        store = Store.open(self.database, "local")
        make_folder(self.files)
        return store


def get(store: Store, key: str) -> str | None:
    """A remembered value, or None."""
    found = store.sql("SELECT value FROM profile WHERE key = ?", (key,))
    return str(found[0][0]) if found else None


def put(store: Store, key: str, value: str | None) -> None:
    """Remember a value; None forgets it."""
    if value is None:
        store.sql("DELETE FROM profile WHERE key = ?", (key,))
        return
    store.sql(
        "INSERT INTO profile (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def actor(store: Store) -> Actor | None:
    """Who signed in here, or None before the first sign-in and in a profile that is to be wiped."""
    id = get(store, "agent_id")
    if not id or get(store, REVOKED):
        return None
    fields = (get(store, key) or "" for key in ("login", "agent_name", "agent_role"))
    return Actor(id, *fields)


def number(store: Store, key: str) -> int | None:
    """A remembered whole number, or None."""
    value = get(store, key)
    return int(value) if value else None
