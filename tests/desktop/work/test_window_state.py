"""What the window remembers goes there and back."""

from __future__ import annotations

from pathlib import Path

from models import window_state
from models.database import Store


def test_values_go_there_and_back(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "desk.db", "local")
    assert window_state.load(store, "view") is None
    window_state.save(store, "view", "mentions")
    window_state.save(store, "view", "queue:Сеть")
    window_state.save(store, "list_width", "400")
    assert window_state.load(store, "view") == "queue:Сеть"
    assert window_state.load_all(store) == {"view": "queue:Сеть", "list_width": "400"}
    store.close()
