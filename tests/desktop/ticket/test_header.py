"""The head of a ticket stays calm where there is little room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import LIGHT, apply_theme
from desktop.ticket.header import TicketHeaderBar
from desktop.widgets.pill import Pill
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tag_chip import TagChip
from models.rows import TicketHeader
from tests.desktop.ticket.conftest import OpenPane

AT_1440_PX, AT_1366_PX = 556, 482
LONG = "Network and remote access › VPN and tunnels › Client software on laptops"


@pytest.fixture
def header(opened: OpenPane) -> TicketHeader:
    opened.show()
    found = opened.pane.header()
    assert found is not None
    return replace(found, company_name="Northwind International Trading Office")


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(qtbot: QtBot, around: QWidget, opened: OpenPane) -> TicketHeaderBar:
    """In the layout that gives it its height."""
    made = TicketHeaderBar(opened.desk.me, lambda: opened.desk.now_ms)
    layout = QVBoxLayout(around)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    layout.addStretch(1)
    around.resize(AT_1440_PX, 400)
    around.show()
    qtbot.waitExposed(around)
    return made


def show(bar: TicketHeaderBar, header: TicketHeader, width_px: int) -> None:
    bar.show_header(header)
    bar.window().resize(width_px, 400)


def words(bar: TicketHeaderBar) -> list[str]:
    buttons = (each for each in bar.findChildren(QPushButton) if each.isVisible())
    return [button.text() for button in buttons if not button.menu()]


def test_three_buttons_keep_their_words_on_a_small_laptop(
    bar: TicketHeaderBar, header: TicketHeader, qtbot: QtBot
) -> None:
    show(bar, header, AT_1366_PX)
    qtbot.waitUntil(lambda: bar.width() == AT_1366_PX)
    assert words(bar) == ["Done", "Postpone", "Transfer"]
    assert not bar._company.isVisible()
    assert bar._step.text().startswith(f"{header.company_name} · Step: ")


def test_four_buttons_keep_their_words_on_a_wide_screen(
    bar: TicketHeaderBar, header: TicketHeader, qtbot: QtBot
) -> None:
    colleagues = replace(header, assignee_id="agent-alexey", assignee_name="Alexey Novak")
    show(bar, colleagues, AT_1440_PX)
    qtbot.waitUntil(lambda: bar.width() == AT_1440_PX)
    assert words(bar) == ["Done", "Postpone", "Transfer", "Take"]
    assert colleagues.company_name in bar._step.text()
    show(bar, replace(colleagues, company_name="HR"), 2 * AT_1440_PX)
    qtbot.waitUntil(lambda: bar._company.isVisible())
    assert bar._step.text().startswith("Step: ")


def test_what_has_no_room_for_its_word_goes_into_the_menu(
    bar: TicketHeaderBar, header: TicketHeader, qtbot: QtBot
) -> None:
    colleagues = replace(header, assignee_id="agent-alexey", assignee_name="Alexey Novak")
    show(bar, colleagues, AT_1366_PX)
    qtbot.waitUntil(lambda: bar.width() == AT_1366_PX)
    assert words(bar) == ["Done", "Postpone", "Take"]
    menu = QMenu(bar)
    bar._fill_more(menu)
    first = menu.actions()[0]
    assert first.text() == "Transfer"
    with qtbot.waitSignal(bar.transfer_requested):
        first.trigger()
    show(bar, replace(colleagues, status="done"), AT_1366_PX)
    assert words(bar) == ["Reopen", "Transfer"]


def test_chips_leave_their_labels_away_rather_than_begin_a_third_row(
    bar: TicketHeaderBar, header: TicketHeader, qtbot: QtBot
) -> None:
    tags = ("hardware", "printing", "vip")
    long = replace(header, category_name=LONG, queue_name="Access rights", tags=tags)
    show(bar, long, AT_1366_PX)
    qtbot.waitUntil(lambda: bar.width() == AT_1366_PX)
    parts = [*bar.findChildren(PropertyChip), *bar.findChildren(TagChip), bar._properties._due]
    qtbot.waitUntil(lambda: len({part.geometry().center().y() // 20 for part in parts}) <= 2)
    assert not bar._properties._status._shows_label
    assert bar._properties._status.toolTip() == "Status: In work"
    show(bar, header, 2 * AT_1440_PX)
    qtbot.waitUntil(lambda: bar._properties._status._shows_label)


def test_a_long_category_is_cut_rather_than_a_third_row_begun(
    bar: TicketHeaderBar, header: TicketHeader, qtbot: QtBot
) -> None:
    show(bar, replace(header, category_name=LONG, tags=()), AT_1440_PX)
    qtbot.waitUntil(lambda: bar.width() == AT_1440_PX)
    chips = bar.findChildren(PropertyChip)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) == 2)
    (category,) = [chip for chip in chips if chip.value() == LONG]
    assert category.width() < category.sizeHint().width()
    assert LONG in category.toolTip()
    show(bar, header, AT_1440_PX)
    qtbot.waitUntil(lambda: category.width() == category.sizeHint().width())


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("light")
def test_what_is_overdue_has_a_red_frame_and_words(
    bar: TicketHeaderBar, header: TicketHeader, opened: OpenPane
) -> None:
    now_ms = opened.desk.now_ms
    show(bar, replace(header, due_what="update", due_at_ms=now_ms - 60_000), AT_1440_PX)
    assert bar.property("overdue") is True
    pills = [pill.accessibleName() for pill in bar.findChildren(Pill) if pill.isVisible()]
    assert "next answer 1 min overdue" in pills
    colour = bar.grab().toImage().pixelColor(0, 20).name()
    show(bar, replace(header, due_what="update", due_at_ms=now_ms + 60_000), AT_1440_PX)
    assert bar.property("overdue") is False
    assert colour == LIGHT.overdue_frame
