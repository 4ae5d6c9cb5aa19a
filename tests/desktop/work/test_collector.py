"""What goes out of use on the UI thread is never taken apart on another one."""

from __future__ import annotations

import gc
import threading

from pytestqt.qtbot import QtBot

from desktop.work.reader import Reader
from tests.desktop.work.sample import SampleDesk


class Cycle:
    """Part of a cycle, like a dialog with a slot of its own; tells where it is taken apart."""

    def __init__(self, ended: list[str]) -> None:
        self.ended, self.own = ended, self

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


def allocate(_: object) -> list[list[int]]:
    """Enough lists for Python's own collecting, several times over."""
    return [[number] for number in range(100_000)]


def test_garbage_waits_for_the_ui_thread(desk: SampleDesk, qtbot: QtBot) -> None:
    reader, ended, answers = Reader(desk.database), list[str](), list[list[list[int]]]()
    Cycle(ended)
    reader.ask("much", allocate, answers.append)
    qtbot.waitUntil(lambda: bool(answers) and bool(ended), timeout=5_000)
    assert ended == [threading.main_thread().name]
    assert not gc.isenabled()
    reader.close()
    reader.close()
    assert gc.isenabled()
