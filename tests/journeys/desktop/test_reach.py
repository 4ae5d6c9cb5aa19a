"""Everything in the window has a name and can be reached by Tab."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.postpone import PostponeDialog
from desktop.dialogs.transfer import TransferDialog
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.notes.notes_page import NotesPage
from desktop.settings.dialog import SettingsDialog
from tests.helpers.desktop import Desktop, SharedDesk
from tests.journeys.desktop.conftest import MakeDesktop

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 120
ON_THE_DESK = (
    "Search the ticket list",
    "New ticket",
    "Log a call",
    "Tickets",
    "Unread",
    "Done",
    "Postpone",
    "Transfer",
    "More",
    "Status: Not started",
    "Priority: Normal",
    "Add a tag",
    "Conversation",
    "Reply to customer",
)


@pytest.fixture
def anna(desktop: MakeDesktop, shared: SharedDesk) -> Desktop:
    made = desktop("anna", shared)
    made.start()
    made.sign_in()
    made.open(shared.tickets[0])
    made.focus_list()
    return made


def test_everything_that_takes_the_keyboard_has_a_name(anna: Desktop) -> None:
    assert nameless(anna.window) == []
    for key, kind in (("notes", NotesPage), ("knowledge", KnowledgePage)):
        anna.window.show_page(key)
        anna.until(anna.find(kind).isVisible, key)
        assert nameless(anna.window) == [], key
    anna.find(NotesPage).new_note()
    anna.window.show_page("notes")
    assert nameless(anna.window) == []


def test_dialogs_have_names_too(anna: Desktop) -> None:
    dialogs: dict[type[QWidget], Callable[[], None]] = {
        NewTicketDialog: lambda: anna.key(Key.Key_N, CTRL),
        LogCallDialog: lambda: anna.key(Key.Key_L, CTRL),
        PostponeDialog: lambda: anna.key(Key.Key_Z),
        TransferDialog: lambda: anna.key(Key.Key_T),
        SettingsDialog: lambda: anna.key(Key.Key_Comma, CTRL),
    }
    found: dict[str, list[str]] = {}

    def look(dialog: QWidget) -> None:
        found[type(dialog).__name__] = nameless(dialog)
        dialog.close()

    for kind, open_it in dialogs.items():
        anna.focus_list()
        anna.answer(kind, look, open_it)
    assert found == {kind.__name__: [] for kind in dialogs}


def test_tab_reaches_all_parts_of_the_desk(anna: Desktop) -> None:
    reached = tabbed(anna)
    missing = [name for name in ON_THE_DESK if not any(one.startswith(name) for one in reached)]
    assert missing == [], reached


def test_the_sign_in_card_has_names(desktop: MakeDesktop) -> None:
    one = desktop("anna")
    one.start()
    one.until(one.page.isVisible, "the card")
    assert nameless(one.page) == []


def tabbed(anna: Desktop) -> list[str]:
    """The names of what Tab passes on its way round the window."""
    start = QApplication.focusWidget()
    assert start is not None
    names = [name_of(start)]
    for _ in range(MOST_TABS):
        anna.key(Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return names
        names.append(name_of(now))
    raise AssertionError(f"Tab does not come round: {names}")


def nameless(parent: QWidget) -> list[str]:
    """What can be seen, used and reached by Tab, and has no words for a screen reader."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in parent.findChildren(QWidget)
        if takes_keyboard(widget) and not name_of(widget).strip()
    ]


def takes_keyboard(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def name_of(widget: QWidget) -> str:
    """As the accessibility tree has it, which knows buttons by their text."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
