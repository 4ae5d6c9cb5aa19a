"""What the category of the open ticket asks for: told under its head, needed or missed at Done."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.widgets.fact_form import FactField
from tests.desktop.dialogs.conftest import commit, press
from tests.desktop.shell.driver import THIS, Driver
from tests.desktop.work.sample import SampleDesk

GATEWAY: dict[str, Any] = {"key": "gateway", "names": {"en": "Gateway", "ru": "Шлюз"}}
PLACE = {"key": "place", "name": "Place", "type": "choice", "choices": ["Office", "Home"]}
SINCE = {"key": "since", "name": "Since", "type": "date"}
COLUMN, STATUS = (f"SELECT {name} FROM ticket WHERE id = '{THIS}'" for name in ("facts", "status"))


def asks(driver: Driver, *facts: dict[str, Any]) -> None:
    """The category of the ticket asks for these from now on."""
    desk = SampleDesk(driver.assembly._around.profile.database)
    names = json.dumps({"en": "VPN"})
    desk.put("category", id="vpn", key="vpn", names=names, required=json.dumps(facts))
    desk.close()
    driver.window.tickets_changed.emit(None)
    driver.until(lambda: [field.key for field in fields(driver)] == [fact["key"] for fact in facts])


def fields(driver: Driver) -> list[FactField]:
    strip = driver.pane.work.facts
    return strip.form.fields if strip.isVisible() else []


def edit(driver: Driver, key: str) -> Any:
    return next(field.edit for field in fields(driver) if field.key == key)


def known(driver: Driver) -> dict[str, str]:
    found: dict[str, str] = json.loads(str(driver.value(COLUMN) or "{}"))
    return found


def test_facts_are_told_where_they_stand_and_undone(driver: Driver) -> None:
    assert not fields(driver)
    asks(driver, GATEWAY, PLACE)
    line = edit(driver, "gateway")
    assert line.accessibleName() == "Gateway, to be told"
    line.setFocus()
    commit(line, "gw1")
    press(line, Qt.Key.Key_Return)
    driver.until(lambda: known(driver) == {"gateway": "gw1"})
    driver.until(lambda: line.accessibleName() == "Gateway")
    place = edit(driver, "place")
    assert isinstance(place, QComboBox)
    place.setFocus()
    press(place, Qt.Key.Key_H)
    place.activated.emit(place.currentIndex())
    driver.until(lambda: known(driver) == {"gateway": "gw1", "place": "Home"})
    driver.until(lambda: place.accessibleName() == "Place")
    driver.window.undo.undo()
    driver.until(lambda: known(driver) == {"gateway": "gw1"})
    driver.until(lambda: place.currentData() == "")


def test_a_day_that_is_none_is_not_kept(driver: Driver) -> None:
    asks(driver, SINCE)
    line = edit(driver, "since")
    line.setFocus()
    commit(line, "soon")
    press(line, Qt.Key.Key_Return)
    assert line.property("state") == "error"
    line.selectAll()
    commit(line, "2026-11-24")
    press(line, Qt.Key.Key_Return)
    driver.until(lambda: known(driver) == {"since": "2026-11-24"})
    assert line.property("state") == ""


def test_done_without_what_must_be_told_goes_there_instead(driver: Driver) -> None:
    asks(driver, PLACE, {**GATEWAY, "must": True})
    driver.window.acts.mark_done()
    driver.until(driver.window.message_bar.isVisible)
    assert driver.window.message_bar.text() == "Before the ticket is done, tell: Gateway"
    line = edit(driver, "gateway")
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    assert driver.value(STATUS) == "open"


def test_done_without_what_is_only_asked_for_says_so(driver: Driver) -> None:
    asks(driver, GATEWAY, PLACE)
    driver.window.acts.mark_done()
    driver.until(driver.window.message_bar.isVisible)
    said = driver.window.message_bar.text()
    assert said == "#10482 is done, though nobody told: Gateway, Place."
    driver.window.message_bar._action.click()
    driver.until(lambda: driver.value(STATUS) == "open")


def test_a_picture_is_asked_for_until_there_is_one(driver: Driver) -> None:
    asks(driver, {"key": "screen", "name": "Screenshot", "type": "image"})
    assert edit(driver, "screen").text() == "there", "the picture of the design has one"


@pytest.mark.parametrize("fact", [GATEWAY, PLACE], ids=["line", "choice"])
def test_what_a_colleague_told_is_shown(driver: Driver, fact: dict[str, Any]) -> None:
    asks(driver, fact)
    desk = SampleDesk(driver.assembly._around.profile.database)
    desk.change(THIS, facts=json.dumps({fact["key"]: "Elsewhere", "old": "kept"}))
    desk.close()
    driver.window.tickets_changed.emit(frozenset([THIS]))
    driver.until(lambda: [field.value() for field in fields(driver)] == ["Elsewhere", "kept"])
