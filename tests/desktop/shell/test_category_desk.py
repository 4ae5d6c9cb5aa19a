"""What categories tell is set in the settings by who may; a screenshot is asked for at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.settings.dialog import SettingsDialog
from desktop.settings.page_categories import CategoriesPage
from models import records
from models.database import Store
from models.profile import Profile
from models.queries.notes import draft
from models.rows import Actor
from tests.desktop import whole_desk as whole
from tests.desktop.work.sample import ME
from tests.helpers.desktop import Answering

TREE = (("devices", None), ("setup", "devices"))
Desk = tuple[Assembly, Store]


def opened(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, role: str
) -> Iterator[Desk]:
    monkeypatch.setattr(whole, "ME", Actor(ME.id, ME.login, ME.name, role))
    with whole.whole_desk(qtbot, folder, "en") as assembly:
        store = Store.open(Profile(folder).database, "local", migrate=False)
        for id, parent_id in TREE:
            row = {"id": id, "scope": "ws", "key": id, "names": json.dumps({"en": id})}
            with store.transaction():
                whole_row = records.complete("category", {**row, "parent_id": parent_id})
                records.put(store, "category", whole_row)
        yield assembly, store
        store.close()


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    yield from opened(qtbot, tmp_path, monkeypatch, "lead")


@pytest.fixture
def agent(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    yield from opened(qtbot, tmp_path, monkeypatch, "agent")


def in_settings(qtbot: QtBot, assembly: Assembly, act: Callable[[CategoriesPage], Any]) -> None:
    """Do something on the page, once it has its categories."""

    def fill(dialog: SettingsDialog) -> None:
        page = dialog.findChild(CategoriesPage)
        assert page is not None
        dialog.pages.show_page(page)
        qtbot.waitUntil(lambda: page.list.count() >= len(TREE))
        at = [page._rows[n].id for n in range(page.list.count())]
        page.list.setCurrentRow(at.index("setup"))
        act(page)
        dialog.reject()

    Answering(SettingsDialog, fill).to(lambda: assembly.areas.settings.show(assembly.window))


def test_a_channel_is_chosen_and_undone(qtbot: QtBot, lead: Desk) -> None:
    assembly, store = lead

    def kept() -> tuple[str, int]:
        text = "SELECT preferred_channel, ask_screenshot FROM category WHERE id = 'setup'"
        channel, asks = store.sql(text)[0]
        return channel, asks

    def choose(page: CategoriesPage) -> None:
        page.channel.setCurrentIndex(page.channel.findData("phone"))
        page.channel.activated.emit(page.channel.currentIndex())
        qtbot.waitUntil(lambda: kept() == ("phone", 0))
        qtbot.waitUntil(lambda: (row := page.current()) is not None and bool(row.preferred_channel))
        page.screenshot.click()
        qtbot.waitUntil(lambda: kept() == ("phone", 1))

    done: list[object] = []
    assembly.writer.performed.connect(done.append)
    in_settings(qtbot, assembly, choose)
    qtbot.waitUntil(lambda: len(done) == 2)
    assembly.window.undo.undo()
    qtbot.waitUntil(lambda: kept() == ("phone", 0))


def test_what_lies_above_is_told_below(qtbot: QtBot, lead: Desk) -> None:
    assembly, store = lead
    told = {"preferred_channel": "chat", "ask_screenshot": 1, "hint": "Ask."}
    with store.transaction():
        records.update(store, "category", "devices", told)

    def look(page: CategoriesPage) -> None:
        assert page.channel.currentText() == "As above: chat"
        assert (page.screenshot.isChecked(), page.screenshot.isEnabled()) == (True, False)
        assert page.hint.placeholderText() == "Ask."

    in_settings(qtbot, assembly, look)


def test_an_agent_sees_it_and_changes_nothing(qtbot: QtBot, agent: Desk) -> None:
    def look(page: CategoriesPage) -> None:
        assert not any(field.isEnabled() for field in page._form)

    in_settings(qtbot, agent[0], look)


def test_a_new_ticket_opens_with_the_question_in_its_reply(qtbot: QtBot, agent: Desk) -> None:
    assembly, store = agent
    with store.transaction():
        records.update(store, "category", "setup", {"ask_screenshot": 1})

    def fill(dialog: NewTicketDialog) -> None:
        qtbot.waitUntil(lambda: dialog.category.count() > len(TREE))
        dialog.subject.setText("A new headset")
        dialog.category.choose("setup")
        dialog.try_accept()
        dialog.hint.ask.click()

    Answering(NewTicketDialog, fill).to(assembly.window.acts.new_ticket)
    find = "SELECT id FROM ticket WHERE subject = 'A new headset'"
    qtbot.waitUntil(lambda: bool(store.sql(find)))
    (id,) = store.sql(find)[0]
    kept = draft(store, id, "reply")
    assert kept is not None
    assert "send us a screenshot" in kept.html
