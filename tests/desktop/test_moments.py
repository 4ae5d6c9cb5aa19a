"""Moments as lists show them: as short as they can be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from desktop.moments import day_words, recent_words
from tests.desktop.work.sample import DAY, HOUR, MINUTE, NOON


@pytest.fixture(autouse=True)
def english(qapp: object) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (HOUR, "11:31"),
        (DAY, "Tue"),
        (6 * DAY, "Thu"),
        (7 * DAY, "11 Nov"),
        (400 * DAY, "14 Oct 2025"),
    ],
)
def test_time_is_a_clock_a_day_or_a_date(ago: int, words: str) -> None:
    assert recent_words(NOON - ago, NOON // MINUTE) == words


def test_a_day_of_another_year_names_it_and_no_time_is_no_word() -> None:
    assert day_words(1_003_000_000_000) == "13 Oct 2001"
    assert day_words(0) == ""
