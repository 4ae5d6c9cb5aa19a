"""What is due, in words, and when it turns amber and red."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale

from desktop.inbox.row_words import due_pill
from desktop.promise_words import duration_words, is_overdue
from desktop.widgets.tone import Tone
from tests.desktop.inbox.test_row_words import ROW
from tests.desktop.work.sample import DAY, HOUR, MINUTE, NOON


@pytest.fixture(autouse=True)
def english(qapp: object) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("what", "left", "words", "tone"),
    [
        ("first_response", 14 * MINUTE, "answer in 14 min", Tone.RISK),
        ("solution", 3 * HOUR + 5 * MINUTE, "solve in 3 h 05 min", Tone.GOOD),
        ("update", 20 * MINUTE, "next answer in 20 min", Tone.GOOD),
        ("update", -8 * MINUTE, "next answer 0:08 overdue", Tone.OVERDUE),
        ("solution", -(2 * DAY + HOUR), "solution 2 d overdue", Tone.OVERDUE),
        ("first_response", -1, "answer 0:00 overdue", Tone.OVERDUE),
    ],
)
def test_a_row_says_what_is_to_be_done(what: str, left: int, words: str, tone: Tone) -> None:
    """The share of each promise ended 15 minutes before it is due."""
    due_at_ms = NOON + left
    row = replace(ROW, due_what=what, due_at_ms=due_at_ms, warn_at_ms=due_at_ms - 15 * MINUTE)
    pill = due_pill(row, NOON)
    assert pill is not None
    assert (pill.text, pill.tone, bool(pill.icon)) == (words, tone, tone is not Tone.GOOD)


@pytest.mark.parametrize(("status", "shown"), [("waiting", True), ("done", False)])
def test_what_was_late_when_the_clock_stopped_is_late_still(status: str, shown: bool) -> None:
    row = replace(ROW, status=status, due_what="update", due_at_ms=NOON - HOUR)
    assert is_overdue(row, NOON) is shown
    assert (due_pill(row, NOON) is not None) is shown
    assert due_pill(replace(row, due_what=None), NOON) is None


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (59_999, "0 min"),
        (HOUR, "1 h"),
        (130 * MINUTE, "2 h 10 min"),
        (DAY, "1 d"),
        (28 * HOUR, "1 d 4 h"),
    ],
)
def test_a_length_of_time_has_two_parts_at_most(length: int, words: str) -> None:
    assert duration_words(length) == words
