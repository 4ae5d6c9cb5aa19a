"""A telephone program hands a call over to the window that is open."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.calling import LONGEST, caller_of
from desktop.single import Said, SingleWindow

ENTRIES = Path(__file__).resolve().parents[2] / "build_spec" / "linux"


@pytest.mark.parametrize(
    ("given", "caller"),
    [
        ("+7 900 123-45-67", "+7 900 123-45-67"),
        ("deskside://call?from=+79001234567", "+79001234567"),
        ("deskside://call/?from=%2B79001234567&line=2", "+79001234567"),
        ("deskside://call?from=+44+20+7946+0018", "+44 20 7946 0018"),
        ("deskside:call?from=ivan%40sklad.example", "ivan@sklad.example"),
        ("DESKSIDE://call?from=Иван%20П", "Иван П"),
        ("deskside://call", ""),
        ("deskside://delete?from=1", ""),
        ("deskside://[call?from=1", ""),
        ("+7900\n1\x1b[2J", "+7900 1 [2J"),
        ("x" * 500, "x" * LONGEST),
        ("", ""),
    ],
)
def test_who_calls(given: str, caller: str) -> None:
    assert caller_of(given) == caller


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> SingleWindow:
    made = SingleWindow(tmp_path)
    assert made.claim()
    return made


@pytest.mark.parametrize("caller", ["+7 900 1", ""])
def test_a_second_start_hands_its_call_over(
    qtbot: QtBot, first: SingleWindow, tmp_path: Path, caller: str
) -> None:
    second = SingleWindow(tmp_path)
    with qtbot.waitSignal(first.raised), qtbot.waitSignal(first.called) as heard:
        assert not second.claim(Said(call=caller))
    assert heard.args == [caller]
    first.release()


def test_a_second_start_without_a_call_only_raises(
    qtbot: QtBot, first: SingleWindow, tmp_path: Path
) -> None:
    called: list[str] = []
    first.called.connect(called.append)
    with qtbot.waitSignal(first.raised):
        assert not SingleWindow(tmp_path).claim()
    with qtbot.waitSignal(first.called):
        assert not SingleWindow(tmp_path).claim(Said(call="later"))
    assert called == ["later"]
    first.release()


def test_the_menu_entries_name_the_program_and_the_scheme() -> None:
    entries = {}
    for path in ENTRIES.glob("*.desktop"):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(path, encoding="utf-8")
        entries[path.stem] = parser["Desktop Entry"]
    assert entries["deskside-call"]["Exec"] == "deskside call %u"
    assert entries["deskside-call"]["MimeType"] == "x-scheme-handler/deskside;"
    assert entries["deskside"]["Exec"] == "deskside"
