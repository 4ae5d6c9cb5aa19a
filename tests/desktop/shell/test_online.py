"""Who is online: in the status bar, in its list, beside the owner, and where one is chosen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.dialogs.transfer import TransferDialog
from desktop.shell.online_words import online_words
from desktop.widgets.popup_delegate import row_height
from desktop.widgets.property_chip import PropertyChip
from models import records
from models.database import Store
from sync.protocol.link import Changed, Online, State
from tests.desktop.dialogs.conftest import press
from tests.desktop.languages import speaking
from tests.desktop.shell.driver import CTRL_SHIFT, Driver
from tests.desktop.work.sample import HOUR, NOON

ALEXEY, PAVEL, VERA, IVAN = "agent-alexey", "agent-pavel", "agent-vera", "agent-ivan"
TEAM = {PAVEL: "Pavel Orlov", VERA: "Vera Ilieva", IVAN: "Ivan Dimov"}
WORDS = {
    "en": ("Ana online", "Ana and Bo online", "Ana, Bo and 1 other online", "3 people online"),
    "ru": ("Ana в сети", "Ana и Bo в сети", "Ana, Bo и ещё 1 коллега в сети", "3 человека в сети"),
    "bg": (
        "Ana на линия",
        "Ana и Bo на линия",
        "Ana, Bo и още 1 колега на линия",
        "3 души на линия",
    ),
}


@pytest.mark.parametrize("language", WORDS)
def test_people_are_named_and_counted(qapp: QApplication, language: str) -> None:
    with speaking(qapp, language):
        said = (
            online_words(["Ana Bell"]),
            online_words(["Ana Bell", "Bo Reed"]),
            online_words(["Ana Bell", "Bo Reed", "Cy Young"]),
            online_words([], more=3),
        )
    assert said == WORDS[language]


def test_names_tell_people_apart() -> None:
    assert online_words([]) == ""
    same = ["Pavel Dimov", "Pavel Orlov"]
    assert online_words(same) == "Pavel Dimov and Pavel Orlov online"


def put(driver: Driver, id: str, name: str, **more: Any) -> None:
    """Somebody comes into the directory, as the engine writes it."""
    row = {"id": id, "scope": "ws", "login": id.removeprefix("agent-"), "name": name, **more}
    store = Store.open(driver._database, "local", migrate=False)
    with store.transaction():
        records.put(store, "agent", records.complete("agent", row))
    store.close()


@pytest.fixture
def team(driver: Driver) -> Driver:
    """Four colleagues of Maria's; Ivan is away until tomorrow."""
    for id, name in TEAM.items():
        put(driver, id, name, absent_until_ms=NOON + 24 * HOUR if id == IVAN else None)
    return driver


def tell(driver: Driver, *people: str, state: str = "synced") -> None:
    link = driver.assembly._around.link
    link.online = Online(people=people)
    link.state = State(state=state)
    link.state_changed.emit(link.state)
    link.online_told.emit(link.online)


def said(driver: Driver) -> str:
    button = driver.window.status_bar.online
    return button.text() if button.isVisible() else ""


def open_list(driver: Driver) -> list[str]:
    """The rows of the list, as they are spoken."""
    popup = driver.assembly.areas.online.list
    press(driver.window.list_pane.view, Qt.Key.Key_H, CTRL_SHIFT)
    driver.until(popup.isVisible)
    model = popup._model
    rows = [model.row_at(n) for n in range(model.rowCount())]
    assert all(row is not None and row_height(row) for row in rows)
    return [row.spoken() for row in rows if row is not None]


def test_the_status_bar_says_who_is_online_and_nothing_while_nobody_knows(team: Driver) -> None:
    assert said(team) == "", "offline"
    tell(team, ALEXEY, PAVEL, VERA, IVAN)
    team.until(lambda: said(team) == "Alexey, Ivan and 2 others online")
    button = team.window.status_bar.online
    assert button.accessibleName() == "Alexey, Ivan and 2 others online"
    assert "Vera Ilieva" in button.toolTip()
    assert "Vera Ilieva" in button.accessibleDescription()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    tell(team, VERA)
    team.until(lambda: said(team) == "Vera online")
    tell(team, VERA, state="offline")
    team.until(lambda: said(team) == "")
    tell(team, VERA, state="syncing")
    team.until(lambda: said(team) == "Vera online")
    tell(team)
    team.until(lambda: said(team) == "")


def test_somebody_who_comes_into_the_directory_later_is_named_then(team: Driver) -> None:
    tell(team, VERA, "agent-new")
    team.until(lambda: said(team) == "Vera online")
    put(team, "agent-new", "Nina Hale")
    team.assembly._around.link.rows_changed.emit(Changed(kinds=("agent",)))
    team.until(lambda: said(team) == "Nina and Vera online")


def test_the_list_shows_load_and_absence_and_leads_to_their_tickets(team: Driver) -> None:
    tell(team, ALEXEY, VERA)
    team.until(lambda: said(team))
    rows = open_list(team)
    assert rows[0] == "Online"
    assert rows[1].startswith("Alexey Novak, alexey, online · ")
    assert rows[2:4] == ["Vera Ilieva, vera, online · 0 open", "Away"]
    assert rows[4].startswith("Ivan Dimov, ivan, away until ")
    assert "online" not in rows[4]
    button = team.window.status_bar.online
    assert button.hasFocus()
    press(button, Qt.Key.Key_Return)
    assert not team.assembly.areas.online.list.isVisible()
    assert team.window.top_bar.search.text() == 'assignee:"alexey" -status:done'
    assert team.window.list_pane.view.hasFocus()


def test_escape_gives_the_keyboard_back(team: Driver) -> None:
    tell(team, ALEXEY)
    team.until(lambda: said(team))
    open_list(team)
    press(team.window.status_bar.online, Qt.Key.Key_Escape)
    assert not team.assembly.areas.online.list.isVisible()
    assert team.window.list_pane.view.hasFocus()


@pytest.mark.parametrize(
    ("state", "words"),
    [("synced", "Nobody else is online"), ("offline", "Offline: nobody knows who is online")],
)
def test_the_key_says_so_where_nobody_is_to_be_listed(team: Driver, state: str, words: str) -> None:
    tell(team, state=state)
    press(team.window.list_pane.view, Qt.Key.Key_H, CTRL_SHIFT)
    team.until(lambda: team.window.undo_bar.words() == words)


def owner_chip(driver: Driver) -> PropertyChip:
    chips = driver.pane.findChildren(PropertyChip)
    return next(chip for chip in chips if chip.accessibleName().startswith("Assignee"))


def owner(driver: Driver) -> str:
    return owner_chip(driver).accessibleName()


def test_the_owner_of_the_open_ticket_is_shown_online(team: Driver) -> None:
    assert owner(team) == "Assignee: Alexey Novak"
    tell(team, ALEXEY)
    team.until(lambda: owner(team) == "Assignee: Alexey Novak, online")
    tell(team, ALEXEY, state="offline")
    team.until(lambda: owner(team) == "Assignee: Alexey Novak")


def test_who_is_online_stands_first_where_a_ticket_is_handed_on(team: Driver) -> None:
    tell(team, VERA, IVAN)
    team.until(lambda: said(team))
    found: list[str] = []

    def answer(dialog: TransferDialog) -> None:
        model = dialog.list.model()
        spoken = Qt.ItemDataRole.AccessibleTextRole
        team.until(lambda: model.rowCount() > 4)
        found.extend(str(model.index(n, 0).data(spoken)) for n in range(1, 5))
        dialog.reject()

    team.in_dialog(TransferDialog, Qt.Key.Key_T, answer, Qt.KeyboardModifier.NoModifier)
    assert [words.partition(",")[0] for words in found] == [
        "Vera Ilieva",
        "Maria Orlova",
        "Pavel Orlov",
        "Ivan Dimov",
    ], "those who are away stay last"
    assert found[0].endswith("online · 0 open")
    assert "online" not in found[2]


def test_who_is_online_stands_first_in_the_menu_of_the_owner(team: Driver) -> None:
    tell(team, VERA)
    team.until(lambda: said(team))
    team.window.tickets_changed.emit(None)  # the directory changed as well
    menu = owner_chip(team)._menu
    assert menu is not None

    def offered() -> list[str]:
        menu.aboutToShow.emit()
        return [action.text() for action in menu.actions() if action.text()][2:5]

    team.until(lambda: offered() == ["Vera Ilieva · online", "Alexey Novak · 1", "Ivan Dimov"])
