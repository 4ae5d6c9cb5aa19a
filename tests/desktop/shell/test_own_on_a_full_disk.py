"""What its person keeps for themselves, on a full disk: told, nothing half, and later again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models import own
from models.commands import Command
from models.queries.tastes import put_rule
from models.taste import Pair, TasteRule
from tests.desktop.shell.driver import THIS, Driver
from tests.desktop.work.sample import HOUR, ME, NOON
from tests.helpers.limits import TOO_SMALL_BYTES, full_disk

RULE = TasteRule(id="rule1", filter="priority:urgent", ground=Pair("#fdeaea", "#3d1f21"))
ACTS: dict[str, Callable[[], Command]] = {
    "pin": lambda: own.pin(ME, THIS, on=True),
    "highlight": lambda: own.give_colour(ME, THIS, "amber"),
    "reminder": lambda: own.remind(ME, THIS, NOON + HOUR, "Ask Peter"),
    "own_place": lambda: own.move(ME, [(THIS, "")], THIS, 0)[0],
    "preference": lambda: put_rule(ME, RULE),
}


@pytest.mark.parametrize("kind", ACTS)
def test_it_is_told_and_done_when_there_is_room(driver: Driver, kind: str) -> None:
    kept = f"SELECT COUNT(*) FROM {kind} WHERE deleted = 0 AND scope = 'u:{ME.id}'"
    waits = "SELECT COUNT(*) FROM outbox"
    assert driver.assembly.writer.flush()
    before, waiting = driver.value(kept), driver.value(waits)
    with full_disk(TOO_SMALL_BYTES):
        driver.window.acts.submit_together([ACTS[kind]()])
        driver.until(lambda: "no room left" in driver.window.message_bar.text())
        assert (driver.value(kept), driver.value(waits)) == (before, waiting)
        assert not driver.window.undo.can_undo()
    driver.window.acts.submit_together([ACTS[kind]()])
    driver.until(lambda: driver.window.undo_bar.isVisible())
    assert (driver.value(kept), driver.value(waits)) == (before + 1, waiting + 1)  # type: ignore
    driver.window.undo.undo()
    driver.until(lambda: driver.value(kept) == before)
