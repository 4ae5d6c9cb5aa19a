"""Questions are answered on the UI thread, the newest one of a key alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop.work.reader import Reader
from models.database import Store
from models.errors import StoreReadOnly
from tests.desktop.work.sample import SampleDesk


@pytest.fixture
def reader(desk: SampleDesk) -> Iterator[Reader]:
    made = Reader(desk.database)
    yield made
    made.close()


def agents(store: Store) -> int:
    return int(store.sql("SELECT COUNT(*) FROM agent")[0][0])


def test_answer_comes_on_the_ui_thread_and_question_runs_off_it(
    reader: Reader, qtbot: QtBot
) -> None:
    asked, answered = [], []

    def question(store: Store) -> int:
        asked.append(threading.current_thread())
        return agents(store)

    reader.ask("n", question, lambda n: answered.append((n, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [(2, threading.main_thread())]
    assert asked[0] is not threading.main_thread()


def test_it_is_at_rest_when_all_was_told(reader: Reader, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), list[int]()

    def slow(store: Store) -> int:
        gate.wait(5)
        return agents(store)

    assert reader.is_at_rest
    reader.ask("slow", slow, answers.append)
    reader.ask("quick", agents, answers.append)
    qtbot.waitUntil(lambda: answers == [2])
    assert not reader.is_at_rest
    gate.set()
    qtbot.waitUntil(lambda: reader.is_at_rest)
    assert answers == [2, 2]


def test_newer_question_makes_the_older_answer_void(reader: Reader, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), list[str]()

    def slow(store: Store) -> str:
        gate.wait(5)
        return "old"

    reader.ask("list", slow, answers.append)
    reader.ask("list", lambda store: "new", answers.append)
    qtbot.waitUntil(lambda: answers == ["new"])
    gate.set()
    reader.ask("other", lambda store: "last", answers.append)
    reader.ask("another", lambda store: "last", answers.append)
    qtbot.waitUntil(lambda: len(answers) >= 3)
    assert answers == ["new", "last", "last"]


def test_older_question_that_has_not_begun_is_not_run(reader: Reader, qtbot: QtBot) -> None:
    gate, ran, answers = threading.Event(), list[int](), list[object]()

    def block(store: Store) -> None:
        gate.wait(5)

    reader.ask("a", block, answers.append)
    reader.ask("b", block, answers.append)
    for n in range(20):
        reader.ask("list", lambda store, n=n: ran.append(n), answers.append)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert ran == [19]


def test_question_that_raises_is_told_and_the_next_one_is_answered(
    reader: Reader, qtbot: QtBot
) -> None:
    answers: list[int] = []

    def broken(store: Store) -> int:
        raise KeyError("no such view")

    with qtbot.waitSignal(reader.failed) as failed:
        reader.ask("x", broken, answers.append)
    assert isinstance(failed.args[0], KeyError)
    reader.ask("x", agents, answers.append)
    qtbot.waitUntil(lambda: answers == [2])


@pytest.mark.parametrize("with_more", [False, True])
def test_no_answer_for_a_widget_that_is_gone(reader: Reader, qtbot: QtBot, with_more: bool) -> None:
    class Screen(QObject):
        def show(self, *answer: object) -> None:
            self.setObjectName("dead")  # raises RuntimeError on a deleted object

    screen, answers = Screen(), list[int]()
    answer = partial(screen.show, "more") if with_more else screen.show
    reader.ask("dead", agents, answer)
    shiboken6.delete(screen)
    reader.ask("alive", agents, answers.append)
    qtbot.waitUntil(lambda: answers == [2])


def test_file_that_cannot_be_opened_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "desk.db").mkdir()
    reader = Reader(tmp_path / "desk.db")
    with qtbot.waitSignal(reader.failed) as failed:
        reader.ask("n", agents, lambda n: None)
    assert isinstance(failed.args[0], StoreReadOnly)
    reader.close()


def test_close_ends_the_threads_and_no_answer_follows(desk: SampleDesk, qtbot: QtBot) -> None:
    reader, answers = Reader(desk.database), list[int]()
    reader.ask("n", agents, answers.append)
    reader.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("reader")]
    QCoreApplication.processEvents()
    assert answers == []
