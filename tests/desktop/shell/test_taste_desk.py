"""Highlights in the whole window: kept, undone, seen in the list, heard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.inbox.filter_popup import FilterPopup
from desktop.inbox.row_preview import RowPreview
from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_taste import TastePage
from models import records
from models.database import Store
from models.profile import Profile
from models.taste import Pair, TasteRule
from sync.protocol.link import Changed
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import ME, NOON
from tests.helpers.desktop import Answering

RED = Pair("#fdeaea", "#3d1f21")
RULES = "SELECT COUNT(*) FROM preference WHERE deleted = 0 AND key LIKE 'taste:%'"


class Desk:
    """The whole window on its own file."""

    def __init__(self, assembly: Assembly, folder: Path, qtbot: QtBot) -> None:
        self.areas, self.window, self.qtbot = assembly.areas, assembly.window, qtbot
        self.store = Store.open(Profile(folder).database, "local", migrate=False)
        self.rung: list[str] = []
        self.areas.taste.ring = self.rung.append

    def in_settings(self, act: Any) -> None:
        """Do something on the page of highlights, once it has its rules."""

        def fill(dialog: SettingsDialog) -> None:
            page = dialog.findChild(TastePage)
            assert page is not None
            dialog.show_page(page)
            act(page)
            dialog.reject()

        Answering(SettingsDialog, fill).to(lambda: self.areas.settings.show(self.window))

    def save(self, rule: TasteRule) -> None:
        self.in_settings(lambda page: page.rule_saved.emit(rule))

    def highlighted(self) -> int:
        return sum(row.taste is not None for row in self.window.list_pane.model.rows())

    def put(self, kind: str, /, **row: Any) -> None:
        with self.store.transaction():
            records.put(self.store, kind, records.complete(kind, {"scope": "ws", **row}))

    def hear(self, **row: Any) -> None:
        """A customer wrote, and the window was told of it."""
        self.put("message", kind="customer", at_ms=NOON + 1, **row)
        with self.store.transaction():
            self.store.sql("UPDATE ticket SET activity_at_ms = ?", (NOON + 1,))
        self.window.numbers_read.emit()
        key = f"message:{row['id']}"
        self.qtbot.waitUntil(lambda: key in self.areas.taste._heard)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        made = Desk(assembly, tmp_path, qtbot)
        made.window.show_view("my_open")
        qtbot.waitUntil(lambda: made.window.list_pane.model.rowCount() > 3)
        yield made
        made.store.close()


def test_a_rule_shows_in_the_list_at_once_and_undo_takes_it_back(desk: Desk) -> None:
    desk.save(TasteRule(id="r", filter="is:open", ground=RED))
    desk.qtbot.waitUntil(lambda: desk.highlighted() > 3)
    desk.qtbot.waitUntil(desk.window.undo_bar.isVisible)
    desk.window.undo.undo()
    desk.qtbot.waitUntil(lambda: desk.highlighted() == 0)
    assert desk.store.sql(RULES)[0][0] == 0


def test_rules_are_moved_removed_and_come_back_in_their_order(desk: Desk) -> None:
    for place, id in enumerate("ab"):
        desk.save(TasteRule(id=id, filter=f"tag:{id}", icon="star", place=place))
    desk.qtbot.waitUntil(lambda: desk.store.sql(RULES)[0][0] == 2)
    seen: list[list[str]] = []

    def listed(page: TastePage) -> list[str]:
        return [page.list.item(row).text() for row in range(page.list.count())]

    def act(page: TastePage) -> None:
        desk.qtbot.waitUntil(lambda: page.list.count() == 2)
        page.down.click()
        desk.qtbot.waitUntil(lambda: listed(page) == ["tag:b", "tag:a"])
        page.remove.click()
        desk.qtbot.waitUntil(lambda: listed(page) == ["tag:b"])
        desk.window.undo.undo()
        desk.qtbot.waitUntil(lambda: listed(page) == ["tag:b", "tag:a"])
        desk.window.undo.undo()
        desk.qtbot.waitUntil(lambda: listed(page) == ["tag:a", "tag:b"])
        seen.append(listed(page))

    desk.in_settings(act)
    assert seen


def test_a_rule_of_another_device_shows_when_it_comes(desk: Desk) -> None:
    value = '{"filter": "is:open", "icon": "star"}'
    desk.put("preference", id="p", scope=f"u:{ME.id}", key="taste:p", value=value)
    desk.areas._around.link.rows_changed.emit(Changed(kinds=("preference",)))
    desk.qtbot.waitUntil(lambda: desk.highlighted() > 3)


def test_a_customers_words_are_heard_once_and_not_in_quiet_hours(desk: Desk) -> None:
    value = '{"filter": "is:open", "sound": "twice"}'
    desk.put("preference", id="p", scope=f"u:{ME.id}", key="taste:p", value=value)
    ticket = desk.window.list_pane.model.rows()[0].id
    desk.hear(id="m-new", ticket_id=ticket)
    assert desk.rung == ["twice"]
    desk.areas.notices.rules = msgspec.structs.replace(
        desk.areas.notices.rules, paused_until_ms=NOON + 3_600_000
    )
    desk.hear(id="m-later", ticket_id=ticket)
    assert desk.rung == ["twice"]


def test_the_form_shows_on_a_row_and_takes_conditions_from_the_list(desk: Desk) -> None:
    def act(page: TastePage) -> None:
        page.empty.action_chosen.emit()
        page.form.more.click()
        popup = page.window().findChild(FilterPopup)
        assert popup is not None
        desk.qtbot.waitUntil(lambda: any(row.written == "priority:" for row in popup.rows()))
        popup.setText("urgent")
        desk.qtbot.waitUntil(lambda: any(row.term for row in popup.rows()))
        popup.term_chosen.emit(next(row.term for row in popup.rows() if row.term))
        assert "urgent" in page.form.filter.text()
        field = page.form.colours["ground"].choice
        field.setCurrentIndex(field.findData("red"))
        field.activated.emit(field.currentIndex())
        preview = page.findChild(RowPreview)
        assert preview is not None
        shown = preview.highlight()
        assert shown is not None
        assert shown.ground == RED

    desk.in_settings(act)
