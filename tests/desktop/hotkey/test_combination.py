from __future__ import annotations

import pytest

from desktop.hotkey.combination import Combination, combination
from desktop.hotkey.hotkey import Hotkey

NOTHING = {"letter": "", "f_key": 0, "ctrl": False, "alt": False, "shift": False, "meta": False}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("Ctrl+Alt+L", {"letter": "L", "ctrl": True, "alt": True}),
        ("Meta+7", {"letter": "7", "meta": True}),
        ("F9", {"f_key": 9}),
        ("Shift+F12", {"f_key": 12, "shift": True}),
        ("L", None),
        ("Shift+L", None),
        ("Ctrl+Space", None),
        ("Ctrl+K, Ctrl+L", None),
        ("", None),
    ],
)
def test_what_can_be_pressed_anywhere(keys: str, found: dict[str, object] | None) -> None:
    wanted = Combination(**{**NOTHING, **found}) if found else None  # type: ignore[arg-type]
    assert combination(keys) == wanted


def test_where_the_system_binds_keys_it_is_said(qapp: object) -> None:
    hotkey = Hotkey()
    assert not hotkey.is_possible()
    assert hotkey.use("Ctrl+Alt+L") == "by_system"
    assert hotkey.use("") == ""
    hotkey.close()
