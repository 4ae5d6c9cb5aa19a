"""What the window remembers on this computer: its place, the chosen view, widths."""

from __future__ import annotations

from collections.abc import Mapping

from models.database import Store
from models.local import WindowState


def save(store: Store, key: str, value: str) -> None:
    """Remember a value."""
    insert = WindowState.insert(key=key, value=value)
    store.run(insert.on_conflict(conflict_target=[WindowState.key], update={"value": value}))


def save_all(store: Store, values: Mapping[str, str]) -> None:
    """Remember all of these, or none."""
    with store.transaction():
        for key, value in values.items():
            save(store, key, value)


def load(store: Store, key: str) -> str | None:
    """The value saved last, or None."""
    value = store.value(WindowState.select(WindowState.value).where(WindowState.key == key))
    return None if value is None else str(value)


def load_all(store: Store) -> dict[str, str]:
    """Everything at once, as the window wants it before it is shown."""
    return dict(store.tuples(WindowState.select(WindowState.key, WindowState.value)))
