"""Saved views in the whole window: saved, changed, moved, deleted, and all of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.columns import ColumnsDialog
from desktop.dialogs.save_view import ICONS, SaveViewDialog, icon_words
from desktop.icons import icon_names
from models.database import Store
from models.profile import Profile
from models.queries.saved_views import SavedView
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import ME
from tests.helpers.desktop import Answering

NAMES = "SELECT name FROM view WHERE deleted = 0 ORDER BY name"


class Desk:
    """The whole window on its own file."""

    def __init__(self, assembly: Assembly, folder: Path, qtbot: QtBot) -> None:
        self.areas, self.window, self.qtbot = assembly.areas, assembly.window, qtbot
        self.pane, self.sidebar = self.window.list_pane, self.window.navigation
        self.store = Store.open(Profile(folder).database, "local", migrate=False)

    def views(self) -> list[str]:
        return [view.name for view in self.sidebar.saved()]

    def wait_views(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.views() == list(names), timeout=5_000)

    def save(self, name: str, text: str = "", ticked: str = "", **answers: str) -> None:
        """Save what is shown, narrowed by ``text``, as a person would."""
        self.window.show_view("my_open")
        self.pane.show_search(text)

        def fill(dialog: SaveViewDialog) -> None:
            dialog.name.setText(name)
            dialog.columns.show_choices(dialog.columns._plain, ticked.split())
            for field, key in answers.items():
                getattr(dialog, field).choose(key)
            dialog.accept_button.click()

        before = self.views()
        Answering(SaveViewDialog, fill).to(self.areas.views.save_new)
        self.qtbot.waitUntil(lambda: sorted(self.views()) == sorted([*before, name]), timeout=5_000)
        self.qtbot.waitUntil(lambda: self.pane.filter_bar._title.text() == name)

    def act(self, id: str) -> bool:
        return self.window._actions.trigger(id)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        made = Desk(assembly, tmp_path, qtbot)
        yield made
        made.store.close()


def test_what_the_list_shows_becomes_a_view_with_a_count(desk: Desk) -> None:
    desk.window.show_view("my_open")
    desk.qtbot.waitUntil(lambda: desk.pane.model.rowCount() > 3)
    desk.pane.filter_bar.high.click()
    desk.qtbot.waitUntil(lambda: 0 < desk.pane.model.rowCount() < 3)
    rows = [row.id for row in desk.pane.model.rows()]
    assert desk.pane.filter_bar.save.isVisible()
    assert desk.window.top_bar.search.text() == "priority:high,urgent"
    desk.save("Hot", "priority:high,urgent", order="newest", icon="bolt")
    key = desk.sidebar.saved()[0].key
    saved = desk.store.sql("SELECT filter, order_by, icon, owner_id, scope FROM view")
    filter = "assignee:me is:open priority:high,urgent"
    assert saved == [(filter, "newest", "bolt", ME.id, f"u:{ME.id}")]
    assert desk.window.top_bar.search.text() == ""
    desk.qtbot.waitUntil(lambda: sorted(r.id for r in desk.pane.model.rows()) == sorted(rows))
    assert (desk.sidebar.views.current_key(), desk.pane.shown_order()) == (key, "newest")
    desk.qtbot.waitUntil(lambda: desk.pane.filter_bar._count.text() == str(len(rows)))
    desk.qtbot.waitUntil(lambda: desk.window.undo_bar.words() == "View saved")


def test_an_order_chosen_for_a_view_is_kept_and_its_own_can_be_changed(desk: Desk) -> None:
    desk.save("Mine", order="priority")
    key = desk.pane.query.view
    desk.pane.filter_bar._orders["easiest"].trigger()
    desk.window.show_view("my_open")
    desk.window.show_view(key)
    assert desk.pane.shown_order() == "easiest"

    def change(dialog: SaveViewDialog) -> None:
        dialog.order.choose("plan")
        dialog.accept_button.click()

    Answering(SaveViewDialog, change).to(desk.areas.views.edit)
    desk.qtbot.waitUntil(lambda: desk.pane.shown_order() == "plan")
    assert desk.pane.filter_bar._order.text() == "By plan"


def test_a_view_is_deleted_and_comes_back(desk: Desk) -> None:
    desk.save("Mine", "is:unread")
    assert desk.act("delete_view")
    desk.wait_views()
    assert desk.pane.query.view == "my_open"
    desk.qtbot.waitUntil(lambda: desk.window.undo_bar.words() == "View deleted")
    desk.window.undo.undo()
    desk.wait_views("Mine")
    assert not desk.act("delete_view")  # no saved view is shown


def test_a_view_that_is_given_to_everybody_is_one_step(desk: Desk) -> None:
    desk.save("Ours")

    def share(dialog: SaveViewDialog) -> None:
        dialog.whose.choose("shared")
        dialog.accept_button.click()

    Answering(SaveViewDialog, share).to(desk.areas.views.edit)
    desk.qtbot.waitUntil(lambda: [view.mine for view in desk.sidebar.saved()] == [False])
    desk.window.undo.undo()
    desk.qtbot.waitUntil(lambda: [view.mine for view in desk.sidebar.saved()] == [True])


def test_views_are_moved_by_the_sidebars_menu(desk: Desk) -> None:
    for name in ("A", "B", "C"):
        desk.save(name)
    desk.wait_views("A", "B", "C")
    views = desk.sidebar.views
    spot = views.visualRect(views.entries.index_of(desk.sidebar.saved()[1].key)).center()
    choose_in_menu(desk, QContextMenuEvent.Reason.Mouse, spot, "Move the view up")
    desk.wait_views("B", "A", "C")
    views.select(desk.sidebar.saved()[1].key)
    choose_in_menu(desk, QContextMenuEvent.Reason.Keyboard, spot, "Move the view down")
    desk.wait_views("B", "C", "A")
    desk.window.undo.undo()
    desk.wait_views("B", "A", "C")


def choose_in_menu(desk: Desk, how: QContextMenuEvent.Reason, spot: QPoint, words: str) -> None:
    views = desk.sidebar.views
    event = QContextMenuEvent(how, spot, views.viewport().mapToGlobal(spot))
    QApplication.sendEvent(views.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text() == words)
    menu.close()
    action.trigger()


def test_done_in_a_view_of_open_tickets_takes_the_row_out(desk: Desk) -> None:
    desk.save("Mine", order="due")
    desk.qtbot.waitUntil(lambda: desk.pane.model.rowCount() > 3)
    first = desk.pane.model.rows()[0].id
    desk.pane.view.select(first)
    desk.window.acts.mark_done()
    assert desk.pane.model.position_of(first) == -1


def test_a_view_of_a_newer_program_stays_and_says_what_it_lacks(desk: Desk) -> None:
    desk.save("Later")
    desk.store.sql("UPDATE view SET filter = 'mood:angry', icon = 'rocket', order_by = 'by_mood'")
    desk.window.ticket_changed("")
    desk.qtbot.waitUntil(lambda: desk.sidebar.saved()[0].filter == "mood:angry")
    desk.window.show_view(desk.sidebar.saved()[0].key)
    desk.qtbot.waitUntil(lambda: "mood:angry" in desk.pane._empty.accessibleName())
    told: list[str] = []

    def look(dialog: SaveViewDialog) -> None:
        told.append(dialog.words())
        dialog.name.setText("Renamed")
        dialog.accept_button.click()

    Answering(SaveViewDialog, look).to(desk.areas.views.edit)
    assert "mood:angry" in told[0]
    desk.wait_views("Renamed")
    kept = desk.store.sql("SELECT filter, icon, order_by FROM view")
    assert kept == [("mood:angry", "rocket", "by_mood")]


def test_the_dialog_says_what_is_missing(qtbot: QtBot) -> None:
    dialog = SaveViewDialog(
        ME, SavedView("", "", "star", "is:open", "", True), [("due", "Due")], [], ""
    )
    qtbot.addWidget(dialog)
    dialog.try_accept()
    assert dialog.words() == "Give the view a name."
    dialog.name.setText("X")
    dialog.filter.setText("is:opne")
    dialog.try_accept()
    assert "is:opne" in dialog.words()
    dialog.filter.setText("is:open")
    assert dialog.problem() is None


def test_every_icon_of_a_view_is_there_and_has_a_name() -> None:
    assert set(ICONS) <= set(icon_names())
    assert len({icon_words(name) for name in ICONS}) == len(ICONS)


def test_a_view_is_saved_with_the_facts_of_its_rows(desk: Desk) -> None:
    desk.save("Fresh", "status:new", ticked="number category")
    desk.qtbot.waitUntil(lambda: desk.pane.model.columns == ("number", "category"))
    assert desk.store.sql('SELECT "columns" FROM view')[0][0] == '["number", "category"]'
    desk.window.show_view("my_open")
    desk.qtbot.waitUntil(lambda: desk.pane.model.columns == ())


def test_a_fixed_view_has_its_facts_by_the_menu_and_undo_takes_them_back(desk: Desk) -> None:
    desk.window.show_view("my_open")
    desk.qtbot.waitUntil(lambda: desk.pane.model.rowCount() > 3)

    def fill(dialog: ColumnsDialog) -> None:
        dialog.columns.show_choices(dialog.columns._plain, ["age", "due"])
        dialog.accept_button.click()

    def choose() -> None:
        desk.act("columns")
        desk.qtbot.waitUntil(lambda: desk.pane.model.columns == ("age", "due"))

    Answering(ColumnsDialog, fill).to(choose)
    desk.qtbot.waitUntil(desk.window.undo_bar.isVisible)
    desk.window.undo.undo()
    desk.qtbot.waitUntil(lambda: desk.pane.model.columns == ())
