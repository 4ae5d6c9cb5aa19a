"""Pins, colours, one's own order and reminders in the whole window, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.remind import RemindDialog
from desktop.inbox.ticket_list_model import BAND_ROLE
from models.profile import Profile
from models.rows import TicketRow
from tests.desktop.dialogs.conftest import press
from tests.desktop.shell.driver import Driver
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import HOUR, ME, NOON

PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk(Driver):
    """The whole window, on the tickets of the picture."""

    def __init__(self, qtbot: QtBot, assembly: Assembly, database: Path) -> None:
        super().__init__(qtbot, assembly, database)
        self.list = self.window.list_pane
        self.strip = self.pane.work.own

    def ids(self) -> list[str]:
        return [row.id for row in self.list.model.rows()]

    def row(self, id: str) -> TicketRow:
        row = self.list.model.row_at(self.list.model.position_of(id))
        assert row is not None
        return row

    def look_at(self, id: str) -> None:
        assert self.list.view.select(id)
        self.window.activateWindow()
        self.list.view.setFocus()
        self.until(self.list.view.hasFocus)
        self.until(lambda: self.shown() == id and self.window.desk.shown_id == id)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        press(self.list.view, key, held)

    def headings(self) -> list[tuple[int, str]]:
        model = self.list.model
        heads = [(n, model.index(n).data(BAND_ROLE)) for n in range(model.rowCount())]
        return [(n, head) for n, head in heads if head]

    def counts(self, table: str) -> object:
        return self.value(f"SELECT COUNT(*) FROM {table} WHERE deleted = 0 AND scope = 'u:{ME.id}'")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        made = Desk(qtbot, assembly, Profile(tmp_path).database)
        made.window.show_view("my_open")
        made.until(lambda: made.list.model.rowCount() > 4 and made.list.query.view == "my_open")
        yield made


def is_pinned(desk: Desk, id: str) -> bool:
    return desk.row(id).pinned


def pin(desk: Desk, *places: int) -> list[str]:
    """Pin what stands at these places now."""
    wanted = [desk.ids()[place] for place in places]
    for id in wanted:
        desk.look_at(id)
        desk.press(Qt.Key.Key_P)
        desk.until(partial(is_pinned, desk, id))
    return wanted


def test_a_key_pins_above_the_list_and_undo_lets_it_go(desk: Desk) -> None:
    before = desk.ids()
    (id,) = pin(desk, 3)
    desk.until(lambda: desk.ids()[0] == id)
    assert desk.headings()[:2] == [(0, "pinned"), (1, "others")]
    desk.until(lambda: desk.window.undo_bar.words() == "Pinned")
    entries = desk.window.navigation.views.entries
    desk.until(lambda: entries.index_of("pinned").isValid())
    desk.until(lambda: desk.strip.pin.isVisible())
    assert "pinned" in str(desk.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    desk.window.undo.undo()
    desk.until(lambda: not desk.row(id).pinned)
    desk.until(lambda: desk.strip.isHidden())
    assert desk.counts("pin") == 0
    assert sorted(desk.ids()) == sorted(before)


def test_the_button_of_the_head_unpins(desk: Desk) -> None:
    (id,) = pin(desk, 1)
    desk.until(lambda: desk.strip.pin.isVisible())
    QTest.keyClick(desk.strip.pin, Qt.Key.Key_Space)
    desk.until(lambda: not desk.row(id).pinned)


def test_several_are_pinned_in_one_step(desk: Desk) -> None:
    chosen = desk.ids()[1:4]
    desk.list.selection.replace(chosen)
    desk.look_at(chosen[0])
    desk.press(Qt.Key.Key_P)
    desk.until(lambda: all(desk.row(id).pinned for id in chosen))
    desk.window.undo.undo()
    desk.until(lambda: desk.counts("pin") == 0)


def test_the_pinned_view_goes_by_ones_own_order(desk: Desk) -> None:
    pinned = pin(desk, 0, 1, 2)
    desk.window.show_view("pinned")
    desk.until(lambda: sorted(desk.ids()) == sorted(pinned) and not desk.headings())
    first, second, third = desk.ids()
    desk.look_at(first)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.ids() == [second, first, third]
    desk.press(Qt.Key.Key_Down, ALT)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.ids() == [second, third, first]
    assert desk.list.view.current_id() == first
    desk.until(lambda: not desk.assembly.areas.private._moving)
    assert desk.counts("own_place") == 1
    desk.list.begin_anew()
    desk.until(lambda: desk.ids() == [second, third, first])
    desk.window.undo.undo()
    desk.until(lambda: desk.ids() == [second, first, third])
    desk.until(desk.window.undo_bar.isVisible)


def drag(desk: Desk, start: int, end: int, *, leave: bool = False) -> None:
    """From the middle of one row to the lower part of another."""
    view = desk.list.view
    port, rect = view.viewport(), view.visualRect(desk.list.model.index(end))
    origin = view.visualRect(desk.list.model.index(start)).center()
    target = QPoint(origin.x(), rect.bottom() - 3)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, PLAIN, origin)
    for spot in (origin + QPoint(0, 30), target):
        move_to(port, spot)
    if leave:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, left, PLAIN, target)


def move_to(port: QWidget, spot: QPoint) -> None:
    """With the button held, which ``QTest.mouseMove`` does not know of."""
    left = Qt.MouseButton.LeftButton
    where = QPointF(spot)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(port.mapToGlobal(spot)), left, left, PLAIN
    )
    QApplication.sendEvent(port, event)


def test_rows_are_dragged_where_the_order_is_ones_own(desk: Desk) -> None:
    before = desk.ids()
    drag(desk, 0, 2)
    assert desk.ids() == before
    desk.list._on_order_chosen("own")
    desk.until(lambda: isinstance(desk.list.model.rows()[0].key.value, str))
    first, second, third, *rest = desk.ids()
    drag(desk, 0, 2, leave=True)
    assert desk.ids() == [first, second, third, *rest]
    drag(desk, 0, 2)
    assert desk.ids() == [second, third, first, *rest]
    desk.until(lambda: desk.window.undo_bar.words() == "Moved in your own order")
    desk.list.begin_anew()
    desk.until(lambda: desk.ids() == [second, third, first, *rest])


def popup(desk: Desk) -> QMenu:
    found: list[QMenu] = []

    def is_open() -> bool:
        menu = QApplication.activePopupWidget()
        found[:] = [menu] if isinstance(menu, QMenu) else []
        return bool(found)

    desk.until(is_open)
    return found[0]


def test_a_colour_is_chosen_by_keys_and_taken_away_in_the_head(desk: Desk) -> None:
    id = desk.ids()[1]
    desk.look_at(id)
    desk.press(Qt.Key.Key_H)
    menu = popup(desk)
    assert menu.actions()[0].text() == "Red"
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.until(lambda: desk.row(id).colour == "amber")
    desk.until(lambda: desk.strip.colour.isVisible())
    assert desk.strip.colour.accessibleName() == "Remove my colour: Amber"
    spoken = desk.list.model.index_of(id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "my colour: amber" in spoken
    desk.strip.colour.click()
    desk.until(lambda: desk.row(id).colour == "")
    desk.until(lambda: desk.window.undo_bar.words() == "Colour removed")


def answer(desk: Desk, run: Callable[[], object], words: str, choice: str = "tomorrow") -> None:
    def fill(dialog: RemindDialog) -> None:
        dialog.list.go_to(choice)
        dialog.about.setText(words)
        dialog.try_accept()

    desk.answer_dialog(RemindDialog, fill, run)


def test_a_reminder_is_set_changed_and_dealt_with(desk: Desk) -> None:
    id = desk.ids()[2]
    desk.look_at(id)
    answer(desk, lambda: desk.press(Qt.Key.Key_B), " Ask Peter ", "hour")
    desk.until(lambda: desk.row(id).remind_at_ms == NOON + HOUR)
    desk.until(lambda: desk.window.undo_bar.words() == "Reminder set")
    desk.until(lambda: desk.strip.words.isVisible())
    assert desk.strip.words.text().endswith(" · Ask Peter")
    seen: list[str] = []

    def change(dialog: RemindDialog) -> None:
        seen.append(dialog.about.text())
        dialog.list.go_to("monday")
        dialog.try_accept()

    desk.answer_dialog(RemindDialog, change, desk.strip.change.click)
    assert seen == ["Ask Peter"]
    desk.until(lambda: (desk.row(id).remind_at_ms or 0) > NOON + 12 * HOUR)
    assert desk.counts("reminder") == 1
    desk.window.show_view("reminders")
    desk.until(lambda: desk.ids() == [id])
    desk.look_at(id)
    desk.press(Qt.Key.Key_B, SHIFT)
    desk.until(lambda: desk.counts("reminder") == 0)
    desk.until(lambda: desk.window.undo_bar.words() == "Reminder dealt with")
    desk.window.undo.undo()
    desk.until(lambda: desk.counts("reminder") == 1)


def test_menus_and_the_sheet_of_keys_tell_of_it(desk: Desk) -> None:
    desk.look_at(desk.ids()[0])
    menu = desk.window._menus.ticket_menu(desk.window)
    words = [entry.text() for entry in menu.actions()]
    assert words[-3:] == [
        "Pin or unpin, for me alone\tP",
        "My colour…\tH",
        "Remind me…\tB",
    ]
    assert {"reminded", "own_up", "own_down"} <= {act.id for act in desk.window._actions.all()}
    assert not desk.window._actions["own_up"].enabled_when()
