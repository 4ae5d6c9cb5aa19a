"""Merging, linking and splitting in the whole window: by key, with what is said and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.dialogs.answer_all import AnswerAllDialog
from desktop.dialogs.escalate import EscalateDialog
from desktop.dialogs.relate import RelateDialog
from desktop.dialogs.split import SplitDialog
from desktop.dialogs.transfer import TransferDialog
from models.commands import CreateTicket, Link, MergeTickets
from models.database import Store
from tests.desktop.dialogs.conftest import commit, press
from tests.desktop.shell.driver import CTRL, CTRL_SHIFT, OTHER, THIS, Driver
from tests.desktop.work.sample import HOUR, ME

Key = Qt.Key
REPLIES = "SELECT COUNT(*) FROM message WHERE kind = 'reply' AND deleted = 0"


def relate(
    driver: Driver, kind: str, number: str, said: list[str]
) -> Callable[[RelateDialog], None]:
    """Type a number, choose what they have to do with each other, and accept by Ctrl+Enter.

    ``said`` gets the sentence that was shown before.
    """

    def answer(dialog: RelateDialog) -> None:
        dialog.kind.choose(kind)
        commit(dialog.search, number)
        driver.until(lambda: (row := dialog.ticket()) and row.number == number)
        driver.until(lambda: number in dialog.preview.text())
        said.append(dialog.preview.text())
        press(dialog.search, Key.Key_Return, CTRL)

    return answer


def test_a_merge_says_what_happens_and_is_taken_back(driver: Driver) -> None:
    said: list[str] = []
    driver.in_dialog(RelateDialog, Key.Key_G, relate(driver, "merge", "10398", said))
    assert said[0].startswith("#10482 goes into #10398: 5 messages, 1 file")
    assert said[0].endswith("goes on in #10398. Alexey Novak becomes a watcher.")
    driver.until(lambda: driver.shown() == OTHER)
    driver.until(lambda: set(driver.chips()) == {"Merged here", "Watched by"})
    driver.window.open_ticket(THIS)
    driver.until(lambda: "Merged into" in driver.chips())
    driver.chips()["Merged into"].click()
    driver.until(lambda: driver.shown() == OTHER)
    driver.until(lambda: "Merged here" in driver.chips())
    driver.window.undo.undo()
    driver.until(lambda: driver.chips() == {})
    merged = f"SELECT merged_into FROM ticket WHERE id = '{THIS}'"
    driver.until(lambda: driver.value(merged) is None)
    driver.until(lambda: driver.value("SELECT COUNT(*) FROM watcher WHERE deleted = 0") == 0)


def test_a_part_of_another_ticket_is_not_merged_on(driver: Driver) -> None:
    def answer(dialog: RelateDialog) -> None:
        commit(dialog.search, "10212")
        driver.until(lambda: "10212" in dialog.preview.text())
        press(dialog.search, Key.Key_Return, CTRL)
        assert dialog.isVisible()
        assert dialog.words().startswith("#10482 was merged into another ticket.")
        dialog.kind.choose("related")
        assert dialog.problem() is None

    driver.assembly.writer.submit(MergeTickets(id=THIS, into_id=OTHER))
    driver.until(lambda: "Merged into" in driver.chips())
    driver.in_dialog(RelateDialog, Key.Key_G, answer)


@pytest.mark.parametrize(
    ("kind", "here", "there"),
    [
        ("original", "Duplicate of", "Duplicates"),
        ("parent", "Part of", "Incidents"),
        ("related", "Related", "Related"),
    ],
)
def test_a_link_is_a_chip_on_both(driver: Driver, kind: str, here: str, there: str) -> None:
    driver.in_dialog(RelateDialog, Key.Key_L, relate(driver, kind, "10398", []))
    driver.until(lambda: here in driver.chips())
    assert driver.chips()[here].value().startswith("#10398")
    driver.chips()[here].click()
    driver.until(lambda: driver.shown() == OTHER and there in driver.chips())
    driver.window.open_ticket(THIS)
    driver.until(lambda: driver.shown() == THIS and here in driver.chips())
    press(driver.chips()[here], Key.Key_Delete)
    driver.until(lambda: here not in driver.chips())
    driver.window.undo.undo()
    driver.until(lambda: here in driver.chips())


def test_messages_are_split_off_and_come_back(driver: Driver) -> None:
    def answer(dialog: SplitDialog) -> None:
        assert dialog.problem() is not None
        dialog.list.go_to("m2")
        press(dialog.list, Key.Key_Space)
        assert dialog.list.ticked() == ["m2"]
        dialog.subject.clear()
        commit(dialog.subject, "MTU on gw1")
        press(dialog.subject, Key.Key_Return, CTRL)

    driver.in_dialog(SplitDialog, Key.Key_T, answer)
    moved = "SELECT t.subject FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE m.id = 'm2'"
    driver.until(lambda: driver.value(moved) == "MTU on gw1")
    driver.until(lambda: (head := driver.pane.header()) and head.subject == "MTU on gw1")
    driver.window.undo.undo()
    driver.until(lambda: driver.value(moved) == "VPN drops every 10 minutes")
    driver.until(lambda: (head := driver.pane.header()) and head.id == THIS)


def test_what_is_most_alike_is_offered_first(driver: Driver) -> None:
    def answer(dialog: RelateDialog) -> None:
        driver.until(lambda: dialog.list.model().rowCount() > 5)
        first = dialog.list.model().index(0, 0).data()
        assert first == "#10477  VPN drops each 10 minutes"
        titles = [dialog.list.model().index(n, 0).data() for n in range(6)]
        assert titles.count(first) == 1

    fields = {"subject": "VPN drops each 10 minutes", "queue_id": "Network"}
    made = CreateTicket(set=fields)
    driver.assembly.writer.submit(made)
    driver.assembly.writer.write(lambda store: number_and_age(store, made.id))
    assert driver.assembly.writer.flush()
    driver.in_dialog(RelateDialog, Key.Key_G, answer)


def number_and_age(store: Store, ticket_id: str) -> None:
    """As old as no other ticket of the list."""
    store.sql(
        "UPDATE ticket SET number = 10477, activity_at_ms = activity_at_ms - ? WHERE id = ?",
        (20 * 24 * HOUR, ticket_id),
    )


def test_the_menu_of_the_head_offers_them_with_their_keys(driver: Driver) -> None:
    menu = driver.pane._header_bar._more.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    words = [act.text() for act in menu.actions() if isinstance(act, QAction)]
    assert "Merge into another ticket…\tCtrl+Shift+G" in words
    assert "Split off messages…\tCtrl+Shift+T" in words
    assert words[-1] == "Move to the trash"


def test_one_answer_goes_to_every_incident_and_is_one_undo(driver: Driver) -> None:
    for number in ("10398", "10212", "10479"):
        link = Link(id=THIS, other_id=f"ticket-{number}", role="child")
        driver.assembly.writer.submit(link)
    driver.until(lambda: "Incidents" in driver.chips())
    before = driver.value(REPLIES)

    def answer(dialog: AnswerAllDialog) -> None:
        assert [id.removeprefix("ticket-") for id in dialog.list.ticked()] == ["10212", "10479"]
        assert dialog.problem() is not None
        commit(dialog.edit, "The gateway is back, please reconnect.")
        dialog.done_too.setChecked(True)
        press(dialog.edit, Key.Key_Return, CTRL)

    driver.in_dialog(AnswerAllDialog, Key.Key_R, answer)
    driver.until(lambda: driver.window.message_bar.isVisible())
    assert driver.window.message_bar.text() == "Answered: #10212, #10479."
    driver.until(lambda: driver.window.undo_bar.words() == "2 tickets answered")
    assert driver.value(REPLIES) == int(str(before)) + 2
    status = "SELECT COUNT(*) FROM ticket WHERE number IN (10212, 10479) AND status = 'done'"
    assert driver.value(status) == 2
    driver.window.undo.undo()
    driver.until(lambda: driver.value(REPLIES) == before and driver.value(status) == 0)


def came_just_now(store: Store) -> None:
    newest = "(SELECT MAX(created_at_ms) FROM ticket)"
    store.sql(f"UPDATE ticket SET created_at_ms = {newest} WHERE id = '{THIS}'")


def test_an_outage_is_made_one_problem_in_one_step(driver: Driver) -> None:
    for place in ("floor 1", "floor 2", "the warehouse", "sales"):
        fields = {"subject": f"VPN drops every 10 minutes on {place}", "queue_id": "Network"}
        driver.assembly.writer.submit(CreateTicket(set=fields))
    driver.assembly.writer.write(came_just_now)
    assert driver.assembly.writer.flush()
    driver.pane.refresh({THIS})
    driver.until(lambda: "Perhaps one problem" in driver.chips())
    menu = driver.chips()["Perhaps one problem"]._make_menu()
    menu.actions()[0].trigger()
    driver.until(lambda: "Incidents" in driver.chips())
    assert driver.chips()["Incidents"].value() == "4"
    assert "Perhaps one problem" not in driver.chips()
    driver.window.undo.undo()
    driver.until(lambda: "Perhaps one problem" in driver.chips())


def test_a_ticket_is_escalated_with_a_reason_and_comes_back(driver: Driver) -> None:
    def answer(dialog: EscalateDialog) -> None:
        assert dialog.line.chosen() == "2"
        assert dialog.problem() is not None
        commit(dialog.why, "Needs the firewall")
        press(dialog.why, Key.Key_Return, CTRL)

    driver.in_dialog(EscalateDialog, Key.Key_E, answer)
    driver.until(lambda: "Support line" in driver.strip_values())
    assert driver.value("SELECT why FROM event WHERE what = 'tier'") == "Needs the firewall"
    driver.window.undo.undo()
    driver.until(lambda: "Support line" not in driver.strip_values())


def test_a_hand_over_is_a_card_and_one_undo(driver: Driver) -> None:
    def answer(dialog: TransferDialog) -> None:
        driver.until(lambda: dialog.warning.isVisible())
        commit(dialog.search, "maria")
        driver.until(lambda: (row := dialog.list.current_row()) and row.title == ME.name)
        commit(dialog.note, "Call the provider")
        press(dialog.note, Key.Key_Return, CTRL)

    driver.assembly.writer.write(handed_over_twice)
    assert driver.assembly.writer.flush()
    driver.in_dialog(TransferDialog, Key.Key_T, answer, Qt.KeyboardModifier.NoModifier)
    driver.until(lambda: driver.strip_values().get("Goes round") == "handed over 3 times")
    assert driver.strip_values()["Watched by"] == ME.name
    cards = "SELECT COUNT(*) FROM message WHERE html LIKE '%Hand-over%' AND deleted = 0"
    assert driver.value(cards) == 1
    driver.window.undo.undo()
    driver.until(lambda: driver.strip_values() == {})
    assert driver.value(cards) == 0
    assert driver.value(f"SELECT assignee_id FROM ticket WHERE id = '{THIS}'") == "agent-alexey"


def test_one_watches_and_watches_no_longer_by_the_same_key(driver: Driver) -> None:
    press(driver.window, Key.Key_W, CTRL_SHIFT)
    driver.until(lambda: driver.strip_values().get("Watched by") == ME.name)
    press(driver.window, Key.Key_W, CTRL_SHIFT)
    driver.until(lambda: "Watched by" not in driver.strip_values())


def handed_over_twice(store: Store) -> None:
    store.sql(f"UPDATE ticket SET handover_count = 2 WHERE id = '{THIS}'")
