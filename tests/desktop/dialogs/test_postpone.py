from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.postpone import PostponeDialog
from desktop.dialogs.postpone_times import choices
from tests.desktop.dialogs.conftest import press

WEDNESDAY_NOON = datetime(2026, 11, 18, 12, 5).astimezone()


@pytest.fixture
def dialog(qtbot: QtBot) -> PostponeDialog:
    made = PostponeDialog("ticket-1", "10482", WEDNESDAY_NOON)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (datetime(2026, 11, 18, 12, 5), "hour afternoon tomorrow monday"),
        (datetime(2026, 11, 18, 13, 30), "hour tomorrow monday"),
        (datetime(2026, 11, 18, 8, 0), "hour afternoon tomorrow monday"),
        (datetime(2026, 11, 22, 10, 0), "hour afternoon tomorrow"),
        (datetime(2026, 11, 23, 18, 0), "hour tomorrow monday"),
    ],
)
def test_the_usual_moments_are_offered_soonest_first(now: datetime, offered: str) -> None:
    found = choices(now.astimezone())
    assert [choice.moment for choice in found] == offered.split()
    assert all(choice.at > now.astimezone() for choice in found)


def test_the_next_monday_is_never_today() -> None:
    monday = datetime(2026, 11, 23, 8, 0).astimezone()
    (choice,) = [found for found in choices(monday) if found.moment == "monday"]
    assert (choice.at.day, choice.at.hour) == (30, 9)


def test_enter_takes_the_moment_that_is_shown(qtbot: QtBot, dialog: PostponeDialog) -> None:
    press(dialog.list, Qt.Key.Key_Down)
    row = dialog.list.current_row()
    assert row is not None
    assert (row.title, row.hint) == ("This afternoon", "14:00")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.list, Qt.Key.Key_Return)
    command = dialog.command()
    afternoon = WEDNESDAY_NOON.replace(hour=14, minute=0)
    assert command.set == {"status": "postponed", "wake_at_ms": int(afternoon.timestamp() * 1000)}
    assert command.id == "ticket-1"


def test_another_time_is_picked_in_the_field(qtbot: QtBot, dialog: PostponeDialog) -> None:
    assert not dialog.moment.isEnabled()
    press(dialog.list, Qt.Key.Key_End)
    press(dialog.list, Qt.Key.Key_Return)
    assert dialog.moment.hasFocus()
    wanted = WEDNESDAY_NOON + timedelta(days=3)
    dialog.moment.setDateTime(QDateTime.fromMSecsSinceEpoch(int(wanted.timestamp() * 1000)))
    assert dialog.command().set["wake_at_ms"] == int(wanted.timestamp() * 1000)


def test_a_later_hour_of_today_is_reached_day_first(dialog: PostponeDialog) -> None:
    """Today at nine has passed, and yet the way to tonight leads over it."""
    dialog.list.go_to("pick")
    dialog.moment.setSelectedSection(QDateTimeEdit.Section.DaySection)
    press(dialog.moment, Qt.Key.Key_Down)
    dialog.moment.setSelectedSection(QDateTimeEdit.Section.HourSection)
    for _ in range(12):
        press(dialog.moment, Qt.Key.Key_Up)
    tonight = WEDNESDAY_NOON.replace(hour=21, minute=0)
    assert dialog.wake_at_ms() == int(tonight.timestamp() * 1000)
    assert dialog.problem() is None


def test_a_moment_that_has_passed_is_refused(dialog: PostponeDialog) -> None:
    dialog.list.go_to("pick")
    dialog.moment.setMinimumDateTime(QDateTime.fromMSecsSinceEpoch(0))
    dialog.moment.setDateTime(QDateTime.fromMSecsSinceEpoch(1_000))
    dialog.try_accept()
    assert dialog.isVisible()
    assert dialog.words() == "Choose a time that is still to come."
