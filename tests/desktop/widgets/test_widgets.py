"""The small pieces: what they say, how they are reached, what they send."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.theme import DARK, LIGHT, apply_theme
from desktop.widgets.avatar import Avatar, avatar_colour, initials
from desktop.widgets.button import Button
from desktop.widgets.calendar import Calendar, DateTimeField
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_chip import FilterChip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.hairline import Hairline
from desktop.widgets.icon_button import IconButton
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.paint import elided, text_width
from desktop.widgets.pill import Pill, paint_pill, pill_width
from desktop.widgets.popup_list import PopupList
from desktop.widgets.popup_row import PopupRow, PopupRowModel
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.search_field import SearchField
from desktop.widgets.tag_chip import TagChip
from desktop.widgets.tone import Tone
from desktop.widgets.underlined_tabs import UnderlinedTabs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")


def an_avatar() -> QWidget:
    avatar = Avatar()
    avatar.show_person("Maria Orlova")
    return avatar


def a_property() -> QWidget:
    chip = PropertyChip("Status")
    chip.show_value("Open")
    return chip


def an_empty_state() -> QWidget:
    state = EmptyState()
    state.show_state("inbox", "Nothing waits", "New tickets appear by themselves.", "Show all")
    return state


def a_message() -> QWidget:
    bar = MessageBar()
    bar.show_message("warn", "You are offline. Your reply is saved here.", "Try now")
    return bar


MAKERS: dict[str, tuple[Callable[[], QWidget], str]] = {
    "avatar": (an_avatar, "Maria Orlova"),
    "pill": (lambda: Pill("14 min left", Tone.RISK, "timer"), "14 min left"),
    "tag": (lambda: TagChip("vpn"), "Tag vpn"),
    "label": (lambda: ElidedLabel("Склад №3"), "Склад №3"),
    "icon button": (lambda: IconButton("bell", "Notifications"), "Notifications"),
    "button": (lambda: Button("Done", "check"), "Done"),
    "filter": (lambda: FilterChip("Unread 3"), "Unread 3"),
    "property": (a_property, "Status: Open"),
    "empty": (an_empty_state, "Nothing waits. New tickets appear by themselves."),
    "message": (a_message, "You are offline. Your reply is saved here."),
    "search": (lambda: SearchField("Search articles", "Ctrl K"), "Search articles"),
    "calendar": (Calendar, "Calendar"),
    "date": (lambda: DateTimeField("Wake at"), "Wake at"),
}


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixel(x, y) == wanted for x, y in spots)


@pytest.mark.parametrize("kind", MAKERS)
def test_every_widget_tells_its_name(qtbot: QtBot, kind: str) -> None:
    make, name = MAKERS[kind]
    widget = make()
    qtbot.addWidget(widget)
    assert spoken(widget) == name


@pytest.mark.parametrize("kind", ["tag", "icon button", "button", "filter", "property"])
def test_what_can_be_pressed_is_reached_by_tab_and_shows_it(qtbot: QtBot, kind: str) -> None:
    window, first, widget = QWidget(), QLineEdit(), MAKERS[kind][0]()
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert not has_colour(widget.grab().toImage(), LIGHT.accent)
    press(first, Qt.Key.Key_Tab)
    assert widget.hasFocus()
    assert has_colour(widget.grab().toImage(), LIGHT.accent)
    assert isinstance(widget, QAbstractButton)
    with qtbot.waitSignal(widget.clicked):
        press(widget, Qt.Key.Key_Space)


@pytest.mark.parametrize("kind", MAKERS)
def test_every_widget_paints_in_both_themes(qtbot: QtBot, qapp: QApplication, kind: str) -> None:
    pictures = []
    widget = MAKERS[kind][0]()
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    for choice in ("light", "dark"):
        apply_theme(qapp, "light" if choice == "light" else "dark")
        pictures.append(widget.grab().toImage())
    spots = ((x, y) for x in range(pictures[0].width()) for y in range(pictures[0].height()))
    colours = {pictures[0].pixel(*spot) for spot in spots}
    assert len(colours) > 1, "nothing was painted"
    if kind != "avatar":  # a person keeps their colour
        assert pictures[0] != pictures[1]


def test_icons_of_a_button_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = IconButton("minus", "Less")
    qtbot.addWidget(button)
    for choice, theme in (("light", LIGHT), ("dark", DARK)):
        apply_theme(qapp, "light" if choice == "light" else "dark")
        drawn = button.icon().pixmap(16, 16).toImage().pixelColor(8, 8)
        assert abs(drawn.lightness() - QColor(theme.secondary_text).lightness()) < 40


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Maria Orlova", "MO"),
        ("Мария Ивановна Орлова", "МО"),
        ("vpn", "V"),
        ("", "?"),
        ("— x", "X"),
    ],
)
def test_initials_are_first_and_last(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_colour_of_a_person_never_changes() -> None:
    """It comes from the name alone, so it survives a desk that is set up anew."""
    assert avatar_colour("Мария Орлова") == avatar_colour(" мария  орлова") == LIGHT.avatars[6]
    assert len({avatar_colour(f"Person {number}") for number in range(200)}) == len(LIGHT.avatars)


def test_a_pill_is_as_wide_as_it_says_and_is_cut_when_told(qtbot: QtBot) -> None:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    width = pill_width("14 min left", Tone.RISK, "timer")
    assert paint_pill(painter, 10, 5, "14 min left", Tone.RISK, "timer") == 10 + width
    assert paint_pill(painter, 10, 5, "14 min left", Tone.RISK, "timer", 50) == 60
    painter.end()


def test_text_that_just_fits_is_not_cut() -> None:
    for text in ("14 min left", "2 h 10 min", "1C", "11:58", "Не открывается 1С"):
        assert elided(text, text_width(text)) == text
        assert elided(text, text_width(text) - 4).endswith("…")


def test_an_empty_pill_hides(qtbot: QtBot) -> None:
    pill = Pill("vip")
    qtbot.addWidget(pill)
    pill.set_pill("")
    assert pill.isHidden()


def test_a_tag_is_taken_off_by_key_and_by_its_cross(qtbot: QtBot) -> None:
    tag = TagChip("vpn")
    qtbot.addWidget(tag)
    tag.resize(tag.sizeHint())
    tag.show()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        with qtbot.waitSignal(tag.remove_requested) as told:
            press(tag, key)
        assert told.args == ["vpn"]
    cross, word = QPoint(tag.width() - 8, 9), QPoint(8, 9)
    with qtbot.waitSignal(tag.remove_requested), qtbot.assertNotEmitted(tag.clicked):
        QTest.mouseClick(tag, Qt.MouseButton.LeftButton, pos=cross)
    with qtbot.waitSignal(tag.clicked), qtbot.assertNotEmitted(tag.remove_requested):
        QTest.mouseClick(tag, Qt.MouseButton.LeftButton, pos=word)


def test_a_narrow_label_keeps_the_whole_text_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("VPN drops every 10 minutes")
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 20)
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 30


def test_a_hairline_is_one_pixel_of_its_colour(qtbot: QtBot) -> None:
    line = Hairline(Qt.Orientation.Vertical)
    qtbot.addWidget(line)
    line.resize(1, 20)
    assert line.width() == 1
    assert line.grab().toImage().pixelColor(0, 5) == QColor(LIGHT.hairline)


def test_a_property_opens_its_choices_by_keyboard(qtbot: QtBot) -> None:
    chip, menu = PropertyChip("Queue"), QMenu()
    qtbot.addWidget(chip)
    qtbot.addWidget(menu)
    menu.addAction("Network")
    chip.set_menu(menu)
    chip.show()
    press(chip, Qt.Key.Key_Down)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_a_property_without_value_says_so(qtbot: QtBot) -> None:
    chip = PropertyChip("Category")
    qtbot.addWidget(chip)
    assert spoken(chip) == "Category: not set"
    chip.show_value("50 % off: %2", tone=Tone.OVERDUE)
    assert spoken(chip) == "Category: 50 % off: %2"
    assert chip.value() == "50 % off: %2"


def test_tabs_keep_their_places_and_move_by_keyboard(qtbot: QtBot) -> None:
    tabs = UnderlinedTabs()
    qtbot.addWidget(tabs)
    for word, icon_name in (("Reply", "send"), ("Internal note", "lock"), ("History", "")):
        tabs.add(word, icon_name)
    tabs.show()
    before = [tabs.tabRect(index) for index in range(3)]
    with qtbot.waitSignal(tabs.currentChanged) as told:
        press(tabs, Qt.Key.Key_Right)
    assert told.args == [1]
    assert [tabs.tabRect(index) for index in range(3)] == before
    assert has_colour(tabs.grab(before[1]).toImage(), LIGHT.accent)
    assert not has_colour(tabs.grab(before[0].adjusted(0, 0, -18, 0)).toImage(), LIGHT.accent)


def test_a_message_shows_acts_and_closes(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    shown: list[bool] = []
    bar.show_message(
        "error", "The disk is full. Nothing is lost.", "Show", lambda: shown.append(True)
    )
    assert (bar.text(), bar.property("tone")) == ("The disk is full. Nothing is lost.", "error")
    buttons = {spoken(button): button for button in bar.findChildren(QAbstractButton)}
    buttons["Show"].click()
    assert (shown, bar.isHidden()) == ([True], True)
    bar.show_message("error", "The disk is full. Nothing is lost.")
    with qtbot.waitSignal(bar.closed):
        buttons["Close this message"].click()
    assert bar.isHidden()


def test_a_message_without_act_can_only_be_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("info", "Synced.")
    shown = [button for button in bar.findChildren(QAbstractButton) if not button.isHidden()]
    assert [spoken(button) for button in shown] == ["Close this message"]


def test_an_empty_place_offers_its_act(qtbot: QtBot) -> None:
    state = an_empty_state()
    assert isinstance(state, EmptyState)
    qtbot.addWidget(state)
    (button,) = state.findChildren(QPushButton)
    with qtbot.waitSignal(state.action_chosen):
        button.click()
    state.show_state("inbox", "Nothing waits", "All done.")
    assert button.isHidden()


def test_escape_empties_a_search_and_is_passed_on_when_empty(qtbot: QtBot) -> None:
    window = QWidget()
    field = SearchField("Search", "Ctrl K", window)
    qtbot.addWidget(window)
    field.setText("впн")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    left = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    field.keyPressEvent(left)
    assert not left.isAccepted()


def test_chips_wrap_and_ask_for_the_height_they_need(qtbot: QtBot) -> None:
    window = QWidget()
    layout = FlowLayout(window, gap_px=6)
    chips = [TagChip(f"tag-{number}") for number in range(6)]
    for chip in chips:
        layout.addWidget(chip)
    qtbot.addWidget(window)
    wide = sum(chip.sizeHint().width() + 6 for chip in chips)
    assert layout.heightForWidth(wide) == 18
    assert layout.heightForWidth(wide // 2 + 10) == 18 * 2 + 6
    window.resize(wide // 2 + 10, 60)
    window.show()
    assert chips[0].y() < chips[-1].y()
    chips[0].hide()
    assert layout.heightForWidth(wide - chips[0].width() - 6) == 18


PEOPLE = (
    PopupRow("", "People", heading=True),
    PopupRow("1", "Петр Ковалёв", "Network engineer", ((0, 3),), hint="Enter", is_person=True),
    PopupRow("2", "Анна Петрова", "Legal", ((5, 3),), is_person=True),
    PopupRow("", "Commands", heading=True),
    PopupRow("done", "Mark done", hint="D", icon_name="check"),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def field(qtbot: QtBot, window: QWidget) -> QLineEdit:
    field = QLineEdit(window)
    field.setGeometry(20, 20, 300, 28)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_a_popup_is_driven_from_its_field(qtbot: QtBot, field: QLineEdit) -> None:
    popup = PopupList(field, "People to mention")
    popup.open_at(field.rect(), PEOPLE)
    assert field.hasFocus()
    assert popup.current_row() == PEOPLE[1]
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Down)
    assert popup.current_row() == PEOPLE[4]
    press(field, Qt.Key.Key_Down)
    assert popup.current_row() == PEOPLE[4]
    for _ in range(4):
        press(field, Qt.Key.Key_Up)
    assert popup.current_row() == PEOPLE[1]
    with qtbot.waitSignal(popup.row_chosen) as told:
        press(field, Qt.Key.Key_Return)
    assert told.args == [PEOPLE[1]]
    assert popup.isHidden()


def test_a_popup_lets_the_user_go_on_typing(qtbot: QtBot, field: QLineEdit) -> None:
    popup = PopupList(field, "People to mention")
    popup.open_at(field.rect(), PEOPLE)
    press(field, Qt.Key.Key_P, "п")
    assert field.text() == "п"
    assert popup.isVisible()
    with qtbot.waitSignal(popup.dismissed):
        press(field, Qt.Key.Key_Escape)
    assert popup.isHidden()


def test_a_popup_closes_when_the_field_is_left_or_nothing_is_found(
    qtbot: QtBot, field: QLineEdit
) -> None:
    popup = PopupList(field, "People to mention")
    popup.open_at(field.rect(), PEOPLE)
    with qtbot.waitSignal(popup.dismissed):
        field.clearFocus()
    popup.open_at(field.rect(), PEOPLE)
    with qtbot.waitSignal(popup.dismissed):
        popup.open_at(field.rect(), ())


def test_a_popup_stays_inside_the_window(field: QLineEdit) -> None:
    popup = PopupList(field, "People to mention")
    popup.open_at(field.rect(), PEOPLE)
    assert popup.geometry().top() > field.geometry().top()
    field.move(400, 360)
    popup.open_at(QRect(field.rect()), PEOPLE)
    assert popup.geometry().bottom() < 400
    assert popup.geometry().right() < 600
    assert popup.geometry().bottom() - 18 < field.geometry().top()


def test_popup_rows_keep_the_contract_of_a_model(qapp: QApplication) -> None:
    model = PopupRowModel()
    # a broken rule is a Qt warning, and a Qt warning fails the test
    tester = QAbstractItemModelTester(model)
    for rows in (PEOPLE, PEOPLE[:1], ()):
        model.show_rows(rows)
        assert tester.model().rowCount() == len(rows)
    model.show_rows(PEOPLE)
    heading = model.index(0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "People"
