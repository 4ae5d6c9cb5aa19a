"""The status bar tells the truth."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.shell.grouped import grouped
from desktop.shell.sync_words import next_due_words, sync_words
from sync.protocol.link import State
from tests.desktop.inbox.test_row_words import ROW
from tests.desktop.work.sample import DAY, HOUR, MINUTE, NOON

AT_1202 = NOON - 29 * MINUTE
TOO_OLD = (
    "This Deskside is too old for the server: install a newer one. What you write is still sent."
)


@pytest.mark.parametrize(
    ("state", "light", "sentence"),
    [
        (State(state="synced", synced_at_ms=NOON - 2_000), "online", "Synced 2 s ago"),
        (State(state="synced", synced_at_ms=NOON - 5 * MINUTE), "online", "Synced 5 min ago"),
        (State(state="synced", synced_at_ms=NOON - 3 * HOUR), "online", "Synced at 09:31"),
        (
            State(state="synced", synced_at_ms=NOON, waiting=3),
            "online",
            "Synced 0 s ago. 3 changes on the way",
        ),
        (
            State(state="offline", since_at_ms=AT_1202, waiting=3),
            "offline",
            "Offline since 12:02. 3 changes wait on this computer and will be sent later",
        ),
        (State(state="offline", since_at_ms=AT_1202), "offline", "Offline since 12:02"),
        (State(state="offline", since_at_ms=NOON - DAY), "offline", "Offline since 17 Nov 12:31"),
        (State(state="sign_in"), "offline", "Not signed in"),
        (State(state="stopped", sentence="This is no Deskside server."), "failed",
         "This is no Deskside server"),
        (
            State(state="too_old", sentence=TOO_OLD, waiting=2),
            "failed",
            "This Deskside is too old for the server: install a newer one. "
            "What you write is still sent. 2 changes on the way",
        ),
        (State(state="syncing", attention=2), "busy", "Syncing. 2 changes need your attention"),
        (
            State(state="syncing", rows_done=4_299, rows_total=10_000, waiting=2),
            "busy",
            "First sync: 42 %. 2 changes on the way",
        ),
        (State(state="syncing", rows_done=7, rows_total=7), "busy", "First sync: 100 %"),
        (State(state="starting"), "busy", "Starting"),
        (
            State(state="unanswered", synced_at_ms=AT_1202, waiting=3, attention=1),
            "offline",
            "The server has not answered yet. As of 12:02, 3 changes wait. "
            "1 changes need your attention",
        ),
        (State(state="unanswered"), "offline", "The server has not answered yet. Not synced yet"),
    ],
)  # fmt: skip
def test_sentence_of_a_state(state: State, light: str, sentence: str) -> None:
    words = sync_words(state, NOON)
    assert (words.light, words.sentence) == (light, sentence)


@pytest.mark.parametrize(
    ("state", "as_of"),
    [
        (State(state="synced", synced_at_ms=NOON), "Confirmed at 12:31."),
        (State(state="synced", synced_at_ms=AT_1202, waiting=3), "As of 12:02, 3 changes wait."),
        (State(state="offline", synced_at_ms=AT_1202, waiting=3), "As of 12:02, 3 changes wait."),
        (State(state="offline", synced_at_ms=AT_1202), "As of 12:02."),
        (State(state="starting"), "Not synced yet."),
    ],
)
def test_emptiness_is_confirmed_only_when_nothing_is_missing(state: State, as_of: str) -> None:
    assert sync_words(state, NOON).as_of == as_of


def test_next_due_is_named_within_a_day() -> None:
    assert next_due_words(ROW, NOON) == "Next due: #10482 in 14 min"
    assert next_due_words(replace(ROW, due_at_ms=NOON + 2 * DAY), NOON) == ""
    assert next_due_words(None, NOON) == ""


def test_thousands_are_grouped() -> None:
    assert grouped(1248) == "1\u202f248"
    assert grouped(12) == "12"
