"""The words of a row: due times, states, moments."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale

from desktop.inbox.row_words import (
    PillWords,
    due_pill,
    held_pill,
    second_line,
    span_words,
    spoken,
    status_pill,
)
from desktop.moments import moment_words
from desktop.ticket_words import CHANNEL_ICONS
from desktop.widgets.tone import Tone
from models.rows import CHANNELS, STATUSES, PageKey, TicketRow
from tests.desktop.work.sample import DAY, HOUR, MINUTE, NOON

ROW = TicketRow(
    id="t",
    number="10482",
    subject="VPN drops",
    status="open",
    waiting_for=None,
    priority="high",
    channel="email",
    queue_id="q",
    queue_name="Network",
    requester_name="Peter Hale",
    company_name="Northwind",
    assignee_id="a",
    assignee_name="Maria Orlova",
    tags=("vpn",),
    due_at_ms=NOON + 14 * MINUTE,
    wake_at_ms=None,
    activity_at_ms=NOON,
    unread=True,
    unsent=True,
    key=PageKey(0, "t"),
)


@pytest.fixture(autouse=True)
def english(qapp: object) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("left", "words", "tone"),
    [
        (14 * MINUTE + 59_000, "14 min left", Tone.RISK),
        (0, "0 min left", Tone.RISK),
        (HOUR, "1 h left", Tone.RISK),
        (HOUR + MINUTE, "1 h 01 min", Tone.GOOD),
        (6 * HOUR, "6 h", Tone.GOOD),
        (2 * DAY + 5 * HOUR, "2 d 5 h", Tone.GOOD),
        (3 * DAY, "3 d", Tone.GOOD),
        (-1, "overdue", Tone.OVERDUE),
        (1 - MINUTE, "overdue", Tone.OVERDUE),
        (-MINUTE, "−0:01 overdue", Tone.OVERDUE),
        (-42 * MINUTE, "−0:42 overdue", Tone.OVERDUE),
        (-(25 * HOUR + 5 * MINUTE), "−1 d overdue", Tone.OVERDUE),
        (-(2 * HOUR + 5 * MINUTE), "−2:05 overdue", Tone.OVERDUE),
    ],
)
def test_due_pill_says_what_is_left(left: int, words: str, tone: Tone) -> None:
    pill = due_pill(replace(ROW, due_at_ms=NOON + left), NOON)
    assert pill is not None
    assert (pill.text, pill.tone) == (words, tone)
    assert pill.icon or tone is Tone.GOOD


@pytest.mark.parametrize("status", ["waiting", "postponed", "done"])
def test_no_due_pill_while_nobody_has_to_answer(status: str) -> None:
    assert due_pill(replace(ROW, status=status, wake_at_ms=NOON + HOUR), NOON) is None


def test_postponed_ticket_is_due_again_when_its_time_has_come() -> None:
    row = replace(ROW, status="postponed", wake_at_ms=NOON - MINUTE)
    assert due_pill(row, NOON) is not None
    assert status_pill(row, NOON).text == "back since 12:30"


@pytest.mark.parametrize(
    ("status", "waiting_for", "words"),
    [
        ("new", None, "not started"),
        ("open", None, "in work"),
        ("waiting", "customer", "waiting for customer"),
        ("waiting", "vendor", "waiting for vendor"),
        ("waiting", "colleague", "waiting for colleague"),
        ("postponed", None, "postponed until 13:31"),
        ("done", None, "done"),
    ],
)
def test_every_state_has_its_word(status: str, waiting_for: str | None, words: str) -> None:
    row = replace(ROW, status=status, waiting_for=waiting_for, wake_at_ms=NOON + HOUR)
    assert status_pill(row, NOON).text == words


def test_every_state_has_an_icon_of_its_own() -> None:
    rows = [replace(ROW, status=status, wake_at_ms=NOON + HOUR) for status in STATUSES]
    icons = {status_pill(row, NOON).icon for row in rows}
    assert len(icons) == len(STATUSES)
    assert "" not in icons


def test_every_channel_has_an_icon() -> None:
    assert CHANNEL_ICONS.keys() == set(CHANNELS)


def test_moment_to_come_names_the_day() -> None:
    assert moment_words(NOON + DAY, NOON) == "Thu 12:31"
    assert moment_words(NOON + 30 * DAY, NOON) == "18 Dec"


def test_second_line_leaves_out_what_is_not_known() -> None:
    assert second_line(ROW) == "#10482 · Northwind — Peter Hale"
    nobody = replace(ROW, company_name="", requester_name="", number="N-3F7KQ2")
    assert second_line(nobody) == "N-3F7KQ2"


def test_row_is_spoken_whole() -> None:
    assert spoken(ROW, NOON) == (
        "unread, VPN drops, #10482 · Northwind — Peter Hale, 14 min left, in work, "
        "high priority, not sent yet, 12:31, assigned to Maria Orlova, vpn"
    )


def test_a_row_with_a_refused_change_says_so() -> None:
    assert "a change needs your attention" in spoken(replace(ROW, stuck=True), NOON)


def test_span_is_rounded_down() -> None:
    assert span_words(59_999) == "0 min"


def test_a_held_reply_is_told_by_icon_and_word() -> None:
    assert held_pill(ROW) is None
    held = replace(ROW, held=True)
    assert held_pill(held) == PillWords("reply held", Tone.RISK, "pause")
    assert "reply held" in spoken(held, NOON)
